//! Noun phrases, as far as claims need them: what is counted, and what narrows it.
//!
//! Takes the token behind an ordinal, a superlative or “only”; gives the noun and the end of what belongs to it. Example: in
//! “longest closure that the country has tried” the noun is “closure”, narrowed by a clause whose verb is “tried”.
//!
//! Invariant: no dictionary; in doubt a phrase ends early, and always within its sentence.

use super::{noun, when};
use crate::claim::read::{calendar, number, verb, word::lower};
use crate::word_list::{WordList, is_among};
use crate::{quote, segment::Text, segment::TokenKind};
use std::ops::Range;

/// What follows a noun and belongs to it.
#[derive(Debug, Default)]
pub(super) struct Behind {
    /// The token behind it all.
    pub(super) end: usize,
    /// Whether a place, a whole, a time or a clause narrows the noun.
    pub(super) narrowed: bool,
    /// Whether anything but a time does.
    pub(super) placed: bool,
    /// The span of time: “since 1991”, “in nine years”.
    pub(super) time: Option<Range<usize>>,
    /// The verb of its clause: “to lead”, “that the country has tried”.
    pub(super) deed: Option<usize>,
}

/// Whether a word in small letters makes somebody the owner of what follows; “my” and “our” are left out, for nobody can check them.
pub(super) fn is_owner(word: &str) -> bool {
    is_among(word, "its their his her")
}

/// Where the adjectives and nouns that begin at a token end.
pub(super) fn run(text: &Text, start: usize, end: usize) -> usize {
    const LONGEST: usize = 7;
    let mut plain = true;
    for token in start..end.min(start + LONGEST) {
        let word = text.lower(token);
        let modifies = word.ends_with("ly") || verb::is_past(word) || word.ends_with("ing");
        let dated = calendar::weekday(text.word(token)).is_some() || calendar::month(text.word(token)).is_some();
        // “the only time Lund came”
        let clause = || text.is(token - 1, "time thing") && text.is_capital(token);
        if token > start && (dated || clause())
            || !belongs(text, token, word)
            || modifies && !plain && !NOUNS.contains(word)
        {
            return token;
        }
        plain &= modifies;
    }
    end.min(start + LONGEST)
}

/// Whether a word may be a noun or stand before one.
fn belongs(text: &Text, token: usize, word: &str) -> bool {
    match text.tokens.get(token).map(|token| token.kind) {
        Some(TokenKind::Word) if text.is(token, "May") => true,
        Some(TokenKind::Word) => !stops(word) && (!VERBS.contains(word) || word != text.word(token)),
        Some(TokenKind::Number) => text.is_capital(token.saturating_sub(1)),
        _ => false,
    }
}

/// What follows a noun: places, wholes and times, then at most one clause.
pub(super) fn behind(text: &Text, start: usize, end: usize, reduced: bool) -> Behind {
    const MOST: usize = 4;
    let mut behind = Behind { end: start, ..Behind::default() };
    for _ in 0..MOST {
        let at = behind.end;
        let participle = |token: usize| verb::is_past(lower(text, token, end)) && !is_aux(text.word(token));
        let ever = is_among(lower(text, at, end), "ever yet worldwide nationwide");
        let noun = lower(text, at.saturating_sub(1), end);
        let next = if !takes_to(noun) && deed(text, at, end).is_some() {
            None
        } else if let Some(next) = when::time(text, at, end) {
            behind.time = Some(at..next);
            Some(next)
        } else if ever || reduced && participle(at) && PREPOSITIONS.contains(lower(text, at + 1, end)) {
            behind.placed = true;
            let adverb = ever && lower(text, at + 1, end).ends_with("ly");
            let verb = at + usize::from(ever) + usize::from(adverb);
            Some(if participle(verb) { verb + 1 } else { verb })
        } else {
            let next = place(text, at, end);
            behind.placed |= next.is_some();
            next
        };
        let Some(next) = next else { break };
        (behind.end, behind.narrowed) = (next, true);
    }
    behind.deed = deed(text, behind.end, end).or_else(|| relative(text, behind.end, end));
    if let Some(deed) = behind.deed {
        (behind.end, behind.narrowed, behind.placed) = (deed + 1, true, true);
        if let Some(next) = when::time(text, deed + 1, end) {
            (behind.end, behind.time) = (next, Some(deed + 1..next));
        }
    }
    behind
}

/// Whether a noun's “to” takes another noun: “threat to peace”.
pub(super) fn takes_to(noun: &str) -> bool {
    TAKES_TO.contains(noun)
}

fn is_aux(word: &str) -> bool {
    is_among(word, "was were had been did said")
}

/// “in Europe”, “of the four biggest banks”: a preposition with its noun, where that is no day.
pub(super) fn place(text: &Text, at: usize, end: usize) -> Option<usize> {
    PREPOSITIONS.contains(lower(text, at, end)).then_some(())?;
    if text.is(at, "of") && text.is(at + 1, "them these those") {
        return Some(at + 2).filter(|stop| *stop <= end);
    }
    let start = at + 1 + determiners(text, at + 1, end);
    let day = |token: usize| calendar::weekday(text.word(token)).is_some() || NO_PLACES.contains(text.word(token));
    // “of the four”
    let number = |token: usize| number::parse(lower(text, token, end), None).is_some();
    if start > at + 1 && number(start - 1) && !text.is(start - 1, "a") && run(text, start, end) == start {
        return Some(start);
    }
    let number = text.is_kind(start, TokenKind::Number);
    let stop = owned_run(text, start + usize::from(number), end);
    (stop > start && !day(start)).then_some(stop)
}

/// On from an owner to what is owned: “Iowa’s caucuses”.
pub(super) fn owned_run(text: &Text, start: usize, end: usize) -> usize {
    let stop = run(text, start, end);
    let owner = text.tokens.get(stop).is_some_and(|token| stop < end && token.kind == TokenKind::Possessive);
    if owner { run(text, stop + 1, end) } else { stop }
}

/// How many words such as “any of the” stand before a noun.
pub(super) fn determiners(text: &Text, start: usize, end: usize) -> usize {
    (start..end.min(start + 3)).take_while(|token| DETERMINERS.contains(lower(text, *token, end))).count()
}

/// The verb of “to lead”, “to have been recognised”.
fn deed(text: &Text, at: usize, end: usize) -> Option<usize> {
    (lower(text, at, end) == "to").then_some(())?;
    verb_in(text, at + 1, end).filter(|verb| !NO_DEED.contains(lower(text, *verb, end)))
}

/// On from auxiliaries and adverbs to the verb, at most four words.
fn verb_in(text: &Text, start: usize, end: usize) -> Option<usize> {
    let passed = |token: &usize| {
        let word = lower(text, *token, end);
        AUXILIARIES.contains(word) || word.ends_with("ly") && word.len() > 4
    };
    let verb = (start..end.min(start + 4)).find(|token| !passed(token))?;
    text.word(verb).starts_with(char::is_lowercase).then_some(verb)
}

/// The verb of “who voted”, “that the country has tried”, “the country has ever tried”.
pub(super) fn relative(text: &Text, at: usize, end: usize) -> Option<usize> {
    let first = lower(text, at, end);
    let perfect = ["’ve", "'ve", "’d", "'d"].iter().any(|ending| first.ends_with(ending));
    if perfect && let Some(verb) = verb_in(text, at + 1, end) {
        return verb::is_past(lower(text, verb, end)).then_some(verb);
    }
    let pronoun = is_among(first, "that who which");
    let start = at + usize::from(pronoun);
    if pronoun && let Some(verb) = verb_in(text, start, end) {
        let word = lower(text, verb, end);
        if verb::is_past(word) || verb == start && word.ends_with('s') && !DETERMINERS.contains(word) {
            return Some(verb);
        }
        // “who is able”, “that is not in the union”: the copula is the verb.
        if verb > start {
            return Some(start);
        }
    }
    let subject = start + determiners(text, start, end);
    let named = subject > start || text.is(start, "he she it they");
    let named = named || text.is_capital(start);
    // “the only time Lund came”, “the last time the two met”
    let capital = |token: &usize| text.is_capital(*token);
    let names = (start..end.min(start + 3)).take_while(capital).count();
    let noun = subject > start && !verb::is_past(lower(text, subject, end));
    let simple = if names > 0 { start + names } else { subject + usize::from(noun) };
    let acts = !pronoun && (names > 0 || subject > start) && verb::is_past(lower(text, simple, end));
    if acts && simple < end && !is_aux(text.word(simple)) {
        return Some(simple);
    }
    let has = (subject..end.min(subject + 5)).find(|token| text.is(*token, "has have had"))?;
    let whole = (subject..has).all(|token| text.is_kind(token, TokenKind::Word));
    let verb = verb_in(text, has, end)?;
    (named && whole && !text.is(start, "I") && verb::is_past(lower(text, verb, end))).then_some(verb)
}

static PREPOSITIONS: WordList =
    WordList::new("of in on among amongst across within outside from at over between under for to against with near");
static NO_PLACES: WordList = WordList::new("last next time morning afternoon evening night");
/// Nouns whose “to” takes another noun: “threat to peace”.
static TAKES_TO: WordList = WordList::new(
    "threat contributor donor alternative answer exporter supplier challenger exception access route road way link visitor \
     approach solution response return key damage contribution donation advance guide rival heir witness victim",
);
static DETERMINERS: WordList = WordList::new(
    "the a an its his her their this these those all any both each every other of our two three four five six seven \
     eight nine ten some more than",
);
static AUXILIARIES: WordList = WordList::new(
    "be been was were is are get have has had ever never also then yet not now currently still did does do can could \
     will would",
);
static NO_DEED: WordList = WordList::new("the a an not no his her its their it this that is as");

/// What ends a run of adjectives and nouns beside the closed classes.
static STOPS: WordList = WordList::new(
    "a down up him me more s them us hers onto according ago called except following much named nearly together",
);

pub(super) fn stops(word: &str) -> bool {
    STOPS.contains(word)
        || quote::is_closed(word) && !NOUNS.contains(word) && !noun::PARTICIPLES.contains(word) && !number::begins(word)
}

/// Verbs in the present that often follow a noun.
pub(super) static VERBS: WordList = WordList::new(
    "says goes runs comes takes stands lies gets plays opens leaves wins holds makes gives has shows tells becomes \
     remains seems appears means needs wants lives includes say go take make become remain seem mean need live \
     include allow allows get give come begins began starts ends happens stretches carries belongs flows connects",
);

/// Nouns that look like adverbs or verbs.
static NOUNS: WordList = WordList::new(
    "family supply assembly rally ally monopoly building meeting training housing banking mining shipping spending \
     funding trading holding fighting bombing shooting uprising gathering opening briefing ruling hearing killing rating \
     ranking painting recording landing crossing wedding ring king spring string morning evening offering flooding closing \
     manufacturing turning set run hit cut bed seed feed speed breed weed shed reed find quit fly anomaly",
);
