//! Superlatives: the most of a set, by a measure.
//!
//! Takes a token that holds a superlative; gives the claim. Example: in “Britain’s fifth-largest supermarket group” the rank is
//! 5, and the set “supermarket group”.
//!
//! Invariant: what is no matter of measure (“best”), of one among several (“one of the largest”) or without a set is no claim.

use super::{Reading, holder, noun, ordinal, record, set, when};
use crate::claim::{
    Claim, ClaimKind, Stated,
    read::{number, verb, word},
};
use crate::word_list::{WordList, is_among};
use crate::{segment::Text, segment::TokenKind};
use std::ops::Range;

/// The superlative that stands at a token.
struct Superlative {
    /// From 1: “largest”, “second-largest”.
    rank: u32,
    /// Where it begins: at its rank.
    start: usize,
    /// The token behind it.
    end: usize,
    /// What may be measured so.
    nouns: Nouns,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Nouns {
    /// “largest bridge”
    Any,
    /// “worst drought”
    Damage,
    /// “strongest earthquake”
    Force,
    /// “fewest council seats”
    Plural,
    /// “best start since 1999”
    Result,
    /// “have paid the most”
    Amount,
    /// “most medals”; “most useful tools” is a matter of taste
    OnePlural,
}

/// The claim whose superlative stands at a token.
pub(super) fn at(reading: &Reading, token: usize) -> Option<Claim> {
    let text = reading.text;
    let end = crate::claim::near(text, token).end;
    let phrase = Phrase::new(text, superlative(text, token, end)?, end);
    let start = phrase.found.start;
    if reading.in_name(token) || is_one_of_several(text, start) || !phrase.says_enough(reading) {
        return None;
    }
    let time = phrase.behind.time.as_ref().filter(|_| phrase.value);
    let tokens = start..time.map_or(phrase.behind.end, |time| time.end);
    let stated = Stated {
        subject: ordinal::asserted(reading, &tokens)?.entity,
        predicate: Some(text.span(token..phrase.found.end)),
        set: (tokens.end > phrase.found.end).then(|| text.span(phrase.found.end..tokens.end)),
        // “highest since 1991” has no place but the first.
        rank: (!phrase.value || phrase.found.rank > 1).then_some(phrase.found.rank),
        time: phrase.behind.time.map(|time| text.span(time)),
        ..Stated::default()
    };
    let kind = if phrase.value { ClaimKind::Record } else { ClaimKind::Superlative };
    Some(reading.claim(kind, tokens, stated))
}

/// A superlative with its noun and what narrows it.
struct Phrase<'a> {
    found: Superlative,
    /// “highest ever temperature”
    ever: bool,
    /// The adjectives and nouns behind the superlative.
    nouns: Range<usize>,
    head: Option<&'a str>,
    behind: set::Behind,
    /// Whether it measures a value against a span of time.
    value: bool,
    /// “won the most votes”
    won: bool,
    end: usize,
}

impl<'a> Phrase<'a> {
    fn new(text: &'a Text, mut found: Superlative, end: usize) -> Self {
        let next = word::lower(text, found.end, end);
        let ever = next == "ever" && set::run(text, found.end + 1, end) > found.end + 1;
        found.end += usize::from(ever || next == "such");
        let nouns = found.end..set::run(text, found.end, end);
        let head = nouns.clone().next_back().map(|head| text.lower(head));
        let behind = set::behind(text, nouns.end, end, !ordinal::begins_clause(text, found.start));
        let counted = matches!(found.nouns, Nouns::Plural | Nouns::OnePlural) && head.is_some();
        // “lowest rate of growth since 1990”
        let of =
            set::place(text, nouns.end, end).filter(|_| text.is(nouns.end, "of") && !text.is(nouns.end + 1, "any"));
        let value = !counted && record::is_against_time(head, &behind, of.unwrap_or(nouns.end));
        let won = counted && is_won(text, found.start);
        Self { found, ever, nouns, head, behind, value, won, end }
    }

    /// Whether there is a set, a measure, and something definite.
    fn says_enough(&self, reading: &Reading) -> bool {
        let text = reading.text;
        let owned = owner(text, self.found.start);
        let within = text.span(self.nouns.clone());
        let named = !self.nouns.is_empty() && !reading.cast.within(within).is_empty();
        let said = self.found.rank > 1 || self.is_only_said(text) || self.is_subject(text);
        let set = self.ever || self.behind.narrowed || named || owned == Owner::Named || said;
        let set = set || self.found.nouns == Nouns::Amount || self.won;
        let possible = self.nouns.clone().any(|token| text.is(token, "possible conceivable"));
        let headline = holder::in_heading(reading, self.found.start) && self.behind.placed;
        let joined = self.found.rank > 1 && word::before(text, self.found.start) == "and";
        let determined = owned != Owner::None || joined || self.value && self.behind.time.is_some() || headline;
        set && determined && !possible && !self.is_of_many(text) && fits(self)
    }

    /// “Sanders, the oldest candidate running”, “was the deepest lake”: said of somebody, with a noun of its own.
    fn is_only_said(&self, text: &Text) -> bool {
        let closed = self.behind.end >= self.end || text.is(self.behind.end, "running alive , . ; – — )");
        let narrow = self.nouns.len() > 1 || text.is(self.behind.end, "running alive");
        narrow && closed && ordinal::is_said_of(text, self.found.start) && word::before(text, self.found.start) == "the"
    }

    /// “The largest donor was a bank”: a clause's subject, whose set the article has told.
    fn is_subject(&self, text: &Text) -> bool {
        let at = self.behind.end;
        let follows = at < self.end
            && (verb::is_past(text.lower(at)) || text.is(at, "is are , goes"))
            && !text.is(at + 1, "not n’t n't");
        let any = self.found.nouns == Nouns::Any && self.head.is_some();
        any && follows
            && word::before(text, self.found.start) == "the"
            && ordinal::begins_clause(text, self.found.start)
    }

    /// “the poorest in society” are many.
    fn is_of_many(&self, text: &Text) -> bool {
        self.head.is_none()
            && self.found.rank == 1
            && self.found.nouns != Nouns::Amount
            && text.is(self.nouns.end, "in")
            && !self.value
            && !ordinal::is_said_of(text, self.found.start)
    }
}

fn superlative(text: &Text, token: usize, end: usize) -> Option<Superlative> {
    let word = text.lower(token);
    let (before, adjective) = match word.split_once('-') {
        Some((first, rest)) if number::ordinal(first).is_some() || is_ending(first) => (Some(first), rest),
        Some(("joint", rest)) => (None, rest),
        _ => (None, word),
    };
    let (adjective, rest) = adjective.split_once('-').unwrap_or((adjective, ""));
    if is_among(adjective, "most least") && COUNTED.contains(rest) || BEST.contains(rest) && adjective == "best" {
        return Some(Superlative { rank: 1, start: token, end: token + 1, nouns: Nouns::Any });
    }
    let (rank, start) = match before {
        Some(ending) if is_ending(ending) => digits(text, token, ending)?,
        Some(rank) => (number::ordinal(rank)?, token),
        None => rank_before(text, token).unwrap_or((1, token)),
    };
    // Who is ranked by it has measured it: “the fifth most popular site”.
    let most = usize::from(is_among(adjective, "most least"));
    let single = set::run(text, token + 1, end);
    let adjectival = most == 0 || single > token + 2 && !noun::is_plural(text.lower(single - 1));
    let ranked =
        (rank > 1 && adjectival && !NO_SUPERLATIVES.contains(adjective)).then_some((token + 1 + most, Nouns::Any));
    let (measured, nouns) = ranked.or_else(|| measured(text, token, end, adjective))?;
    Some(Superlative { rank, start, end: measured, nouns })
}

/// Behind the superlative and others joined to it (“largest and oldest”), and which nouns it measures.
fn measured(text: &Text, token: usize, end: usize, adjective: &str) -> Option<(usize, Nouns)> {
    let next = word::lower(text, token + 1, end);
    match adjective {
        "most" | "least" => most(text, token + 1, end),
        "fewest" if is_amount(text, token, end) => Some((token + 1, Nouns::Amount)),
        "fewest" => Some((token + 1, Nouns::Plural)),
        "fastest" | "quickest" | "slowest" if next == "time" => Some((token + 1, Nouns::Result)),
        "worst" => Some((token + 1, Nouns::Damage)),
        "best" => Some((token + 1, Nouns::Result)),
        "strongest" | "weakest" => Some((token + 1, Nouns::Force)),
        _ if !MEASURES.contains(adjective) => None,
        _ if is_among(next, "and or") => {
            let second = word::lower(text, token + 2, end);
            let joined = MEASURES.contains(second.split('-').next().unwrap_or(""));
            Some((token + if joined { 3 } else { 1 }, Nouns::Any))
        }
        _ => Some((token + 1, Nouns::Any)),
    }
}

/// Whether a word is a superlative, or begins one.
pub(super) fn begins(word: &str) -> bool {
    let first = word.split('-').next().unwrap_or(word);
    MEASURES.contains(first) || is_among(first, "most least worst best fewest")
}

/// “most populous”, “most densely populated”, “most medals”.
fn most(text: &Text, at: usize, end: usize) -> Option<(usize, Nouns)> {
    let next = word::lower(text, at, end);
    if COUNTED.contains(next) {
        return Some((at + 1, Nouns::Any));
    }
    if is_among(next, "powerful destructive violent intense") {
        return Some((at + 1, Nouns::Force));
    }
    if is_among(next, "densely sparsely widely heavily frequently") {
        return Some((at + 2, Nouns::Any)).filter(|(next, _)| *next < end);
    }
    let before = word::before(text, at - 1);
    if is_amount(text, at - 1, end) {
        return Some((at, Nouns::Amount));
    }
    (before == "the" || number::ordinal(before).is_some()).then_some((at, Nouns::OnePlural))
}

/// “have paid the most”, “tied for the most in the league”, “213 votes, the most since 1990”
fn is_amount(text: &Text, most: usize, end: usize) -> bool {
    let at = most + 1;
    let alone = at >= end || text.is(at, ". ; ,");
    let named = text.is_capital(at + 1) || text.is(at + 1, "the any a its their");
    let within = named && text.is(at, "in of by") || when::time(text, at, end).is_some();
    let tied = || most > 2 && text.is(most - 2, "for") && text.is(most - 3, "tied tie");
    let said = || text.is(most - 1, "the") && most > 1 && text.is(most - 2, ", – — was is") || tied();
    word::before(text, most) == "the" && (is_won(text, most) && (alone || within) || within && said())
}

/// Whether “most” makes an adjective measurable: “populous”.
pub(super) fn is_measured(adjective: &str) -> bool {
    COUNTED.contains(adjective)
}

/// “won the most votes”: counted by those who ran.
fn is_won(text: &Text, start: usize) -> bool {
    let verb = start.checked_sub(2).filter(|_| word::before(text, start) == "the");
    verb.is_some_and(|verb| AMOUNTS.contains(text.lower(verb)) && word::before(text, verb) != "who")
}

fn is_ending(word: &str) -> bool {
    is_among(word, "st nd rd th")
}

/// “5th-largest”: the number and its ending are two tokens.
fn digits(text: &Text, token: usize, ending: &str) -> Option<(u32, usize)> {
    let before = token.checked_sub(1)?;
    let written_on = text.tokens[before].span.end == text.tokens[token].span.start;
    let rank = number::ordinal_digits(text.word(before), ending).filter(|_| written_on)?;
    Some((rank, before))
}

/// “second biggest”, “2nd biggest”.
fn rank_before(text: &Text, token: usize) -> Option<(u32, usize)> {
    let before = token.checked_sub(1)?;
    let word = text.lower(before);
    if is_ending(word) {
        return digits(text, before, word);
    }
    Some((number::ordinal(word)?, before))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// “largest” alone
    None,
    /// “the largest”, or a headline's first word
    Definite,
    /// “Britain’s largest”, “its largest”
    Named,
}

fn owner(text: &Text, start: usize) -> Owner {
    let first = crate::claim::near(text, start).start == start;
    let kind = start.checked_sub(1).map(|before| text.tokens[before].kind);
    match word::before(text, start) {
        _ if first => Owner::Definite,
        "the" => Owner::Definite,
        word if set::is_owner(word) => Owner::Named,
        _ if kind == Some(TokenKind::Possessive) => Owner::Named,
        word if word.len() > 2 && word.ends_with(['’', '\'']) => Owner::Named,
        // “the workers’ largest union”
        "’" | "'" => Owner::Named,
        _ => Owner::None,
    }
}

/// Whether the noun can be measured so.
fn fits(phrase: &Phrase) -> bool {
    let behind = &phrase.behind;
    let Some(head) = phrase.head else {
        return match phrase.found.nouns {
            Nouns::Any => behind.narrowed || phrase.found.rank > 1,
            Nouns::Result => behind.time.is_some(),
            Nouns::Damage | Nouns::Force => behind.time.is_some() || behind.deed.is_some(),
            Nouns::OnePlural => behind.time.is_some() && !behind.placed,
            Nouns::Plural => false,
            Nouns::Amount => true,
        };
    };
    let plural = noun::is_plural(head) && !is_among(head, "species series crew");
    let damage = DAMAGE.contains(head.strip_suffix('s').unwrap_or(head));
    let several = (plural || head == "people") && (behind.narrowed || phrase.won);
    match phrase.found.nouns {
        // “the largest banks” are a set, not its first.
        Nouns::Any if plural => damage && behind.time.is_some(),
        Nouns::Any => !UNMEASURED.contains(head),
        Nouns::Damage if damage => true,
        Nouns::Force => FORCES.contains(head) || record::is_value(head),
        Nouns::Plural => several,
        Nouns::Damage | Nouns::Result => {
            RESULTS.contains(head) && (behind.time.is_some() || head == "record" && behind.placed)
        }
        Nouns::Amount => false,
        Nouns::OnePlural => several && phrase.nouns.len() == 1,
    }
}

/// “one of the largest”, “among Europe’s largest”.
pub(super) fn is_one_of_several(text: &Text, start: usize) -> bool {
    const REACH: usize = 8;
    let sentence = crate::claim::near(text, start).start;
    for token in (sentence.max(start.saturating_sub(REACH))..start).rev() {
        let word = text.lower(token);
        match word {
            word if is_among(word, "among amongst including") => return true,
            "of" => {
                let whole = word::before(text, token);
                return SEVERAL.contains(whole) || number::begins(whole);
            }
            word if is_among(word, ", ; : is was are were in by with for to") => return false,
            _ => {}
        }
    }
    false
}

static SEVERAL: WordList = WordList::new("some any many most few several each all none both either");

/// Verbs whose “the most” is an amount.
static AMOUNTS: WordList = WordList::new(
    "paid pay pays has have had won scored spent raised received got earned gained lost sold gave produced cost costs",
);

/// Adjectives with a measure.
static MEASURES: WordList = WordList::new(
    "largest biggest longest shortest tallest highest lowest smallest oldest eldest youngest fastest slowest richest poorest \
     wealthiest deadliest bloodiest busiest hottest coldest warmest coolest wettest driest deepest heaviest lightest widest \
     narrowest steepest sharpest earliest costliest cheapest priciest quickest northernmost \
     southernmost easternmost westernmost nearest densest brightest loudest darkest thickest thinnest farthest furthest shallowest sunniest",
);

/// Nouns that end as superlatives do: “the second test”.
static NO_SUPERLATIVES: WordList = WordList::new(
    "test request guest forest interest harvest contest protest quest nest chest west east rest arrest priest conquest inquest \
     pest vest crest manifest feast breast",
);

/// “best-selling”: what is measured so.
static BEST: WordList = WordList::new("selling paid attended supported funded equipped");

/// What “most” makes measurable.
static COUNTED: WordList = WordList::new(
    "populous populated expensive successful decorated capped watched viewed visited downloaded streamed followed valuable prolific read played attended sanctioned bombed traded \
     profitable indebted polluted northerly southerly northern southern eastern western costly common abundant \
     frequent cited spoken prevalent crowded distant lethal biodiverse",
);

/// What the worst of can be told.
static DAMAGE: WordList = WordList::new(
    "drought flood flooding recession crisis fire wildfire storm earthquake hurricane cyclone disaster accident crash \
     outbreak epidemic pandemic famine massacre attack violence unrest slump downturn defeat loss shooting pollution \
     winter summer season fighting bombing heatwave blizzard avalanche collapse shortage inflation outage spill \
     tragedy riot war tornado typhoon eruption explosion quarter month week day year start",
);

/// What is best by a count, against a span of time.
static RESULTS: WordList = WordList::new(
    "start finish result score total time average return record season year quarter month week run tally position placing showing performance",
);

/// What has a strength that is measured.
static FORCES: WordList = WordList::new(
    "earthquake quake tremor wind gust storm hurricane cyclone typhoon tornado eruption current tide currency economy quarter \
     month week day year performance showing result beer signal magnet rocket telescope engine laser supercomputer",
);

/// What “biggest” and its like do not measure.
static UNMEASURED: WordList = WordList::new(
    "challenge problem threat mistake fear concern surprise strength weakness regret issue risk question fan obstacle \
     hurdle worry difficulty lesson impact influence enemy mystery moment thing part reason benefit advantage \
     achievement success failure star hit name point way possible stage ever time son daughter child brother sister \
     difference reward dream hope disappointment asset priority headache flaw appeal test shock secret change \
     end degree ebb stakes critic champion supporter rival favourite favorite one ones standard standards sense bidder \
     quality care spot court office rung body authority post honour honor opportunity profession best friend game news story talking expectations fight battle cheer laugh applause heart fuse idiot fool extent hour",
);
