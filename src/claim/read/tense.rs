//! The tense that governs a date: whether the day lies behind or ahead.
//!
//! Takes the tokens of a date and its sentence; gives a [`Tense`], or none where the words leave it open. Example: in “will
//! meet on Friday, he said on Monday” Friday is ahead and Monday is behind.
//!
//! Invariant: it would rather not say. A day on the wrong side of the publication is worse than no day.

use super::verb;
use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, is_among};
use std::ops::Range;

/// Where a day lies, seen from the publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Tense {
    Past,
    Future,
}

/// The tense for the date at `tokens`.
pub(in crate::claim) fn governing(text: &Text, tokens: &Range<usize>) -> Option<Tense> {
    let sentence = crate::claim::near(text, tokens.start);
    let lower = |token: usize| text.lower(token);
    if tokens.end < sentence.end && !begins_clause(text, tokens.start, &sentence) {
        match lower(tokens.end) {
            "will" => return before_will(text, sentence.start..tokens.start),
            word if is_among(word, "was were had did") && announces(text, tokens.start - 1) => return None,
            word if is_among(word, "was were had did") => return Some(Tense::Past),
            word if is_among(word, "would could should may might is are can") => return None,
            word if word.ends_with("ed") && verb::is_past(word) && is_object_phrase(text, tokens.start, &sentence) => {
                return Some(Tense::Past);
            }
            word if verb::is_past(word) && is_verbless(text, sentence.start..tokens.start) => return Some(Tense::Past),
            _ => {}
        }
    }
    if begins_clause(text, tokens.start, &sentence) {
        forwards(text, tokens.end..sentence.end)
    } else {
        backwards(text, sentence.start..tokens.start)
    }
}

/// “The race on Sunday will” lies ahead; “those killed on Tuesday will” and “the strike that began on Monday will” do not: a
/// verb right before the date is the date's. One further off, unless it reports, may be either.
fn before_will(text: &Text, tokens: Range<usize>) -> Option<Tense> {
    let own = tokens.end.checked_sub(1).filter(|verb| tokens.contains(verb));
    let verb = tokens.rev().take_while(|token| !ends_clause(text, *token) && !text.is(*token, ","));
    let verb = verb.into_iter().find(|token| verb::is_past(text.lower(*token)));
    match verb {
        Some(verb) if Some(verb) == own => (!announces(text, verb)).then_some(Tense::Past),
        Some(verb) => REPORTING.contains(text.word(verb)).then_some(Tense::Future),
        None => Some(Tense::Future),
    }
}

/// Whether a word says that something lies ahead of it: “planned”, “called”.
fn announces(text: &Text, token: usize) -> bool {
    let word = text.word(token);
    ANNOUNCING.contains(word) || AHEAD.contains(word)
}

/// Whether the date stands before its verb: at the start of the sentence or of a clause.
fn begins_clause(text: &Text, token: usize, sentence: &Range<usize>) -> bool {
    token == sentence.start || ends_clause(text, token - 1)
}

fn ends_clause(text: &Text, token: usize) -> bool {
    let kind = text.tokens.get(token).map(|token| token.kind);
    matches!(kind, Some(TokenKind::Dash | TokenKind::Quote))
        || text.is(token, ": ; ( …")
        || CLAUSE_WORDS.contains(text.lower(token))
}

/// “…'s decision to cut ties on Wednesday followed”: an infinitive with its own subject before it.
fn is_object_phrase(text: &Text, token: usize, sentence: &Range<usize>) -> bool {
    (sentence.start..token).rev().take(8).any(|token| text.is(token, "to"))
}

/// “A judge on Thursday blocked”: no verb but the one behind the date.
fn is_verbless(text: &Text, mut before: Range<usize>) -> bool {
    before.all(|token| {
        let word = text.lower(token);
        !verb::is_past(word) && !is_among(word, "will would could should may might can must is are has have be to")
    })
}

fn forwards(text: &Text, tokens: Range<usize>) -> Option<Tense> {
    for token in tokens {
        match text.lower(token) {
            "will" | "shall" => return Some(Tense::Future),
            word if is_among(word, "would could should may might can is are be has have") => {
                return None;
            }
            word if verb::is_past(word) => return Some(Tense::Past),
            _ if text.is_kind(token, TokenKind::Quote) => return None,
            _ => {}
        }
    }
    None
}

fn backwards(text: &Text, tokens: Range<usize>) -> Option<Tense> {
    let (mut passed, mut passive, mut after) = (0, false, false);
    for token in tokens.clone().rev() {
        let word = text.lower(token);
        match word {
            // “will return after the storm on Friday”: what comes before what lies ahead may lie behind.
            word if is_among(word, "will ’ll 'll shall won’t won't") => return (!after).then_some(Tense::Future),
            word if is_among(word, "would could should may might can must has have") => return None,
            "after" | "following" => after = true,
            "to" if is_verb_like(text, token + 1) => return infinitive(text, token, &tokens),
            word if is_among(word, "ahead before until upcoming next") => return None,
            "for" if passed <= 3 && is_event(text, tokens.end - 1) => return None,
            word if FIXTURES.contains(word) => return None,
            word if AHEAD.contains(word) => return planned(text, token, &tokens),
            // “could hit”, “to cut”: no past, but what stands before it tells.
            word if verb::is_past_or_present(word) && follows_modal(text, token, &tokens) => {}
            // “will be held”, “is held”: the participle tells nothing, what stands before its “be” does.
            "is" | "are" if passive => return None,
            word if is_among(word, "be been being get") && passive => passed += 1,
            word if is_participle(text, token, &tokens, word) => passive = true,
            word if verb::is_past(word) => {
                let ahead = ANNOUNCING.contains(word) && (passed > 2 || is_event(text, tokens.end - 1));
                return (!ahead && !depends_on_will(text, tokens.start..token)).then_some(Tense::Past);
            }
            _ if ends_clause(text, token) => return None,
            _ => passed += 1,
        }
    }
    None
}

/// Whether a past form is the participle of a passive that is not past by its own “be”: “be held”, “is held”, “been held”.
fn is_participle(text: &Text, token: usize, tokens: &Range<usize>, word: &str) -> bool {
    let mut before = (tokens.start..token).rev().map(|before| text.lower(before));
    let be = before.find(|word| !(word.ends_with("ly") || is_among(word, "not also first then")));
    verb::is_past(word) && be.is_some_and(|be| is_among(be, "be been being get is are"))
}

fn follows_modal(text: &Text, token: usize, tokens: &Range<usize>) -> bool {
    let before = token.checked_sub(1).filter(|before| tokens.contains(before));
    let word = before.map_or("", |before| text.word(before));
    is_among(word, "will would could should may might can must to not")
}

/// “due to visit”, “agreed to meet” look ahead; “refused to testify”, “voted to approve” look back.
fn infinitive(text: &Text, to: usize, tokens: &Range<usize>) -> Option<Tense> {
    let before = to.checked_sub(1).filter(|before| tokens.contains(before))?;
    let word = text.lower(before);
    if AHEAD.contains(word) || PLANNING.contains(word) {
        planned(text, before, tokens)
    } else if text.is(to + 1, "be get") {
        None // “asked to be released”, “sentenced to be hanged”: sooner or later
    } else {
        (verb::is_past(word) && !is_among(word, "was were had been")).then_some(Tense::Past)
    }
}

/// “is due on Friday” looks ahead; “was due on Friday” may have looked ahead from any day.
fn planned(text: &Text, cue: usize, tokens: &Range<usize>) -> Option<Tense> {
    let before = (tokens.start..cue).rev().take(3).map(|token| text.lower(token));
    let past = before.into_iter().any(|word| is_among(word, "was were been had originally"));
    (!past).then_some(Tense::Future)
}

/// After “to” stands a verb, unless a name, a number or a determiner does.
fn is_verb_like(text: &Text, token: usize) -> bool {
    let word = text.word(token);
    word.starts_with(|c: char| c.is_lowercase()) && !NO_VERBS.contains(word)
}

static NO_VERBS: WordList = WordList::new(
    "the a an his her its their our my your this that these those him them it us me you reporters journalists at \
     about over some all every each no supporters lawmakers parliament police more less nearly around other two three",
);

/// Words that begin a clause with a verb of its own.
static CLAUSE_WORDS: WordList = WordList::new(
    "that who which where when while whose if because although though but and since whether what how why until as \
     than or",
);

/// What they announce lies ahead of them, not with them: “announced a strike on Friday”.
static ANNOUNCING: WordList = WordList::new(
    "announced called confirmed planned scheduled postponed promised urged agreed approved moved ordered demanded proposed \
     organised organized delayed extended wanted pledged set threatened warned vowed predicted forecast expected \
     invited cancelled canceled",
);

/// “will make its voice known on Tuesday”, “will appeal the ruling passed on Tuesday”: a past form under “will” in one clause is
/// a participle, and the day may be either verb's. “will go, he said” has a clause, “will say he left” a subject, of its own.
fn depends_on_will(text: &Text, before: Range<usize>) -> bool {
    let verb = text.word(before.end);
    let subject = before.end.checked_sub(1).map_or("", |subject| text.word(subject));
    let own = is_among(subject, "he she it they we who which that was were had");
    let clause = before.rev().take_while(|token| !text.is(*token, ",") && !ends_clause(text, *token));
    let will = clause.into_iter().any(|token| text.is(token, "will won’t won't shall"));
    will && !own && !REPORTING.contains(verb)
}

/// A word for something that has a day of its own: “tickets for the concert on Saturday”, “called a meeting on Monday”.
fn is_event(text: &Text, token: usize) -> bool {
    EVENTS.contains(text.word(token))
}

static EVENTS: WordList = WordList::new(
    "strike walkout meeting hearing trial vote ballot referendum election elections rally march protest protests match \
     game final semifinal semi-final derby race fight summit debate conference session ceremony concert wedding \
     funeral parade show festival sitting",
);

/// Verbs that tell in the present what is fixed for a day to come: “beaten at home, plays on Sunday”.
static FIXTURES: WordList =
    WordList::new("plays starts begins ends opens closes expires meets faces hosts flies arrives resumes reopens");

/// What they report has a tense of its own.
static REPORTING: WordList = WordList::new("said told added wrote confirmed stated insisted reported thought believed");

/// What follows them lies ahead.
static AHEAD: WordList = WordList::new("due scheduled expected slated planned poised likely going supposed");

/// What they govern in the infinitive lies ahead.
static PLANNING: WordList = WordList::new(
    "set plans plan planning hopes hope hoping wants want intends intend expects agreed promised vowed pledged is are \
     ready about preparing aims needs",
);
