//! Noun phrases by their ends.
//!
//! Takes frames and a place; gives how far a noun phrase reaches from there, to the right or to the left. Example: before
//! “said” in “On Monday a senior official in Bern said”, the phrase is “a senior official in Bern”.
//!
//! Invariant: a phrase stays within the given bounds, and looks at no more than [`LONGEST`] items.

use super::{frame::Frames, lexicon::Class, setting};
use crate::word_list::{WordList, is_among, lower_case};
use std::ops::Range;

/// No source is longer than this.
const LONGEST: usize = 30;

/// The noun phrase that begins at an item; empty where none does.
pub(super) fn from(frames: &Frames, start: usize, end: usize) -> Range<usize> {
    let end = end.min(start + LONGEST);
    let mut at = start;
    while at < end && goes_on(frames, start, at, end) {
        at = match frames.class(at) {
            Class::Open => past_brackets(frames, at, end),
            Class::Pronoun => return start..at + 1,
            _ => at + 1,
        };
    }
    while at > start && matches!(frames.class(at - 1), Class::Preposition | Class::Conjunction | Class::Adverb) {
        at -= 1;
    }
    start..at
}

/// Whether the item at `at` belongs to a phrase that began at `start`.
fn goes_on(frames: &Frames, start: usize, at: usize, end: usize) -> bool {
    let before = if at > start { Some(frames.class(at - 1)) } else { None };
    match frames.class(at) {
        Class::Name | Class::Number | Class::Possessive => true,
        Class::Noun => !is_verb_like(frames, at, before),
        Class::Determiner => matches!(before, None | Some(Class::Preposition | Class::Conjunction | Class::Determiner)),
        Class::Pronoun => before.is_none(),
        Class::Preposition => {
            let counted = at > start && counts(frames, at - 1);
            (counted || before.is_some_and(is_nominal))
                && attaches(frames, at)
                && setting::at(frames, at, end).is_none()
        }
        Class::Conjunction => {
            let joined = matches!(frames.class(at + 1), Class::Name) || starts_plural(frames, at + 1);
            before.is_some_and(is_nominal) && !frames.is(at, "but") && joined
        }
        Class::Adverb => before == Some(Class::Determiner) && is_nominal(frames.class(at + 1)),
        Class::Verb(_) | Class::Action if before == Some(Class::Determiner) && is_gerund(frames, at) => true,
        Class::Verb(_) | Class::Action | Class::Time => {
            matches!(before, Some(Class::Determiner | Class::Preposition)) && is_nominal(frames.class(at + 1))
                || frames.class(at + 1) == Class::Possessive
        }
        Class::Open => before.is_some_and(is_nominal) && past_brackets(frames, at, end) > at + 1,
        Class::Mark => at > start && joins(frames, at),
        _ => false,
    }
}

/// A sign within a phrase: R & D, $5, the monks’ lawyers.
fn joins(frames: &Frames, mark: usize) -> bool {
    match frames.word(mark) {
        "’" | "'" => is_nominal(frames.class(mark + 1)),
        "." => mark > 0 && is_nominal(frames.class(mark + 1)), // Snopes.com
        sign => is_among(sign, "& $ % - / £ €"),
    }
}

/// `and a second official`: another noun phrase rather than another clause.
fn starts_plural(frames: &Frames, at: usize) -> bool {
    frames.class(at) == Class::Noun && frames.word(at).ends_with('s')
}

/// A word in -ed after a noun is its verb; after a determiner it is an adjective.
fn is_verb_like(frames: &Frames, at: usize, before: Option<Class>) -> bool {
    let verb_ending = frames.word(at).ends_with("ed") && frames.word(at).len() > 4;
    verb_ending && before.is_some_and(is_nominal)
}

/// `the ruling`, `a finding`: a noun, behind its determiner.
fn is_gerund(frames: &Frames, item: usize) -> bool {
    frames.word(item).ends_with("ing")
}

/// Whether a word can end a noun phrase.
pub(super) fn is_nominal(class: Class) -> bool {
    matches!(class, Class::Name | Class::Noun | Class::Number | Class::Possessive | Class::Close)
}

/// Prepositions that tie a noun to a noun rather than to the verb.
fn attaches(frames: &Frames, at: usize) -> bool {
    let ties = ["of", "for", "from", "at", "in", "with", "on", "to", "by", "near", "inside", "behind", "against"];
    let time = matches!(frames.class(at + 1), Class::Time) || is_time_noun(frames.word(at + 2));
    ties.iter().any(|tie| frames.is(at, tie)) && !time
}

/// A unit of time: last week, on that day.
pub(super) fn is_time_noun(word: &str) -> bool {
    let nouns = [
        "day",
        "week",
        "month",
        "year",
        "morning",
        "afternoon",
        "evening",
        "night",
        "weekend",
        "hour",
        "minute",
        "time",
        "moment",
        "decade",
        "days",
        "weeks",
        "months",
        "years",
        "hours",
    ];
    nouns.contains(&word)
}

/// A day, a month, a unit of time; May only beside a number, for it may be a name or a verb.
fn is_time(frames: &Frames, item: usize) -> bool {
    let number = |item| frames.class(item) == Class::Number;
    let may = || frames.word(item) == "May" && (number(item + 1) || item > 0 && number(item - 1));
    frames.class(item) == Class::Time || is_time_noun(frames.word(item)) || may()
}

/// Past `on Monday`, `last week`, `in May 2021`.
pub(super) fn past_time(frames: &Frames, at: usize, end: usize) -> Option<usize> {
    const SOON: usize = 5;
    let timed = |item: &usize| is_time(frames, *item);
    let between = |item: &usize| {
        let class = frames.class(*item);
        matches!(class, Class::Determiner | Class::Number | Class::Noun | Class::Preposition)
            || frames.is(*item, "that") && is_time_noun(frames.word(*item + 1))
    };
    let year = frames.is(at, "in") && frames.class(at + 1) == Class::Number && frames.word(at + 1).len() == 4;
    if year {
        return Some(at + 2);
    }
    if frames.class(at) == Class::Preposition && !TIMES.iter().any(|word| frames.is(at, word)) {
        return None;
    }
    let time = (at..end.min(at + SOON)).find(timed)?;
    let mut past = (at..time).all(|item| between(&item)).then_some(time + 1)?;
    while past < end
        && (frames.class(past) == Class::Number || frames.is(past, "ago") || is_time_noun(frames.word(past)))
    {
        past += 1;
    }
    Some(past)
}

/// Prepositions that lead to a time: about his years tells no time.
const TIMES: [&str; 9] = ["on", "in", "at", "during", "over", "within", "for", "by", "from"];

/// The item after the bracket that closes the one at `at`; the next item where none does soon.
fn past_brackets(frames: &Frames, at: usize, end: usize) -> usize {
    const SOON: usize = 10;
    let mut inside = at + 1..end.min(at + SOON);
    inside.find(|&item| frames.class(item) == Class::Close).map_or(at + 1, |close| close + 1)
}

/// The noun phrase that ends before an item; empty where none does.
pub(super) fn before(frames: &Frames, start: usize, end: usize) -> Range<usize> {
    let start = start.max(end.saturating_sub(LONGEST));
    let mut at = end;
    while at > start {
        match left_step(frames, start, at, end) {
            Step::To(next) => at = next,
            Step::Last(next) => return strip_fronted(frames, next, end),
            Step::None => break,
        }
    }
    strip_fronted(frames, at, end)
}

enum Step {
    /// The phrase goes on to the left.
    To(usize),
    /// The phrase begins here.
    Last(usize),
    /// The item does not belong to it.
    None,
}

/// Whether the item left of `at` belongs to a phrase that ends at `end`.
fn left_step(frames: &Frames, start: usize, at: usize, end: usize) -> Step {
    let item = at - 1;
    let left = if item > start { frames.class(item - 1) } else { Class::Stop };
    match frames.class(item) {
        Class::Name | Class::Number | Class::Possessive => Step::To(item),
        Class::Noun if is_verb_like(frames, item, Some(left)) => Step::None,
        Class::Noun => Step::To(item),
        Class::Time if at < end && frames.class(at) == Class::Possessive => Step::To(item),
        Class::Determiner if left == Class::Preposition && item > start + 1 && counts(frames, item - 2) => {
            Step::Last(item - 2)
        }
        Class::Determiner if left == Class::Preposition || left == Class::Determiner => Step::To(item),
        Class::Determiner if left == Class::Conjunction && item > start && joins_names(frames, start, item - 1) => {
            Step::To(item)
        }
        Class::Determiner => Step::Last(item),
        Class::Preposition if at < end && left == Class::Determiner => Step::To(item),
        Class::Preposition if at < end && is_nominal(left) && attaches(frames, item) => Step::To(item),
        Class::Close => opening_bracket(frames, start, item).map_or(Step::None, Step::To),
        Class::Conjunction if at < end && joins_names(frames, start, item) => Step::To(item),
        Class::Pronoun if at == end => Step::Last(item),
        Class::Adverb if at < end && left == Class::Determiner => Step::To(item),
        Class::Verb(_) | Class::Action if left == Class::Determiner && (at < end || is_gerund(frames, item)) => {
            Step::To(item)
        }
        Class::Mark if at < end && joins(frames, item) => Step::To(item),
        _ => Step::None,
    }
}

/// `most of the senators`, `many in the crowd`
pub(super) fn counts(frames: &Frames, item: usize) -> bool {
    frames.class(item) == Class::Determiner && COUNTS.contains(&lower_case(frames.word(item)))
}

/// Words that count people, and may stand for them: many say.
static COUNTS: WordList =
    WordList::new("many most some few several all both one another each either neither two three four five six ten");

fn opening_bracket(frames: &Frames, start: usize, close: usize) -> Option<usize> {
    const SOON: usize = 10;
    (start.max(close.saturating_sub(SOON))..close).rev().find(|&item| frames.class(item) == Class::Open)
}

/// `Smith and Jones said`, not `Smith left and Jones said`: nothing but names up to the clause's start.
fn joins_names(frames: &Frames, start: usize, and: usize) -> bool {
    let mut left = (start..and).rev();
    let stop = left.find(|&item| {
        let inside = matches!(
            frames.class(item),
            Class::Name | Class::Noun | Class::Determiner | Class::Possessive | Class::Number | Class::Mark
        );
        let before = item.checked_sub(1).map(|left| frames.class(left));
        let ties = frames.class(item) == Class::Preposition && before.is_some_and(is_nominal) && attaches(frames, item);
        !(inside || ties) || is_verb_like(frames, item, before)
    });
    let at_start =
        stop.is_none_or(|stop| matches!(frames.class(stop), Class::Comma | Class::Quote(_) | Class::Subordinator));
    at_start && and > start && matches!(frames.class(and - 1), Class::Name | Class::Noun)
}

/// Drops a fronted “In Bern” or “On Monday” from the left of a phrase, if something is left.
fn strip_fronted(frames: &Frames, start: usize, end: usize) -> Range<usize> {
    if frames.class(start) != Class::Preposition {
        return start..end;
    }
    let mut names = start + 1..end;
    let next = names.find(|&item| !matches!(frames.class(item), Class::Name | Class::Time | Class::Number));
    next.map_or(end..end, |next| next..end)
}

/// The phrases in apposition that follow a comma at `comma`: `, the ambassador,`. Gives the item after the last of them.
pub(super) fn appositions(frames: &Frames, comma: usize, end: usize) -> usize {
    let mut reached = comma;
    while reached < end && frames.class(reached) == Class::Comma {
        let phrase = apposition(frames, reached + 1, end);
        let closed = phrase.end >= end
            || matches!(
                frames.class(phrase.end),
                Class::Comma | Class::Stop | Class::Quote(_) | Class::Semicolon | Class::Dash
            )
            || setting::at(frames, phrase.end, end).is_some();
        if phrase.is_empty() || !closed {
            break;
        }
        reached = phrase.end;
    }
    reached
}

/// `the ambassador`, `44`, `of Bern`, `who leads the party`.
fn apposition(frames: &Frames, start: usize, end: usize) -> Range<usize> {
    match frames.class(start) {
        Class::Determiner | Class::Name | Class::Noun | Class::Number => from(frames, start, end),
        Class::Preposition if frames.is(start, "of") || frames.is(start, "from") => {
            start..from(frames, start + 1, end).end.max(start)
        }
        _ => start..start,
    }
}
