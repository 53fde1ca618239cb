//! The time that a number holds for.
//!
//! Takes the token behind some words; gives how far a phrase of time reaches from there. Example: behind “fell 8 per cent”,
//! “since the 1980s” and “in the year to March” are such phrases.
//!
//! Invariant: a phrase has a year, a month, a day or a word for a span of time in it, and ends with one.

use super::set;
use crate::claim::read::{calendar, number, verb, word::lower};
use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, is_among};
use std::ops::Range;

/// The end of a span of time that begins at a token: “since 1991”, “in more than nine years”, “in its history”, “on record”.
pub(super) fn time(text: &Text, at: usize, end: usize) -> Option<usize> {
    let word = lower(text, at, end);
    let next = lower(text, at + 1, end);
    let of = is_among(word, "of in");
    match () {
        () if word == "since" => since(text, at + 1, end),
        () if word == "on" && next == "record" => Some(at + 2),
        () if word == "this" && is_among(next, "year season century decade month week summer winter") => Some(at + 2),
        () if word == "in" && is_among(next, "years decades generations months centuries") => Some(at + 2),
        () if of && next == "all" && lower(text, at + 2, end) == "time" => Some(at + 3),
        () if of && is_among(next, "the this his her its their") => {
            let named = (word == "of" || next != "the") && PERIODS.contains(lower(text, at + 2, end));
            if named { Some(at + 3) } else { lasting(text, at + 1, end).filter(|_| word == "in") }
        }
        () if is_among(word, "in for within") => lasting(text, at + 1, end),
        () => None,
    }
}

fn since(text: &Text, at: usize, end: usize) -> Option<usize> {
    let least = 2 * usize::from(text.is(at, "at") && text.is(at + 1, "least"));
    let start = at + least + set::determiners(text, at + least, end);
    if calendar::month(text.word(start)).is_some() || calendar::weekday(text.word(start)).is_some() {
        let numbers = (start + 1..end.min(start + 3)).take_while(|at| text.is_kind(*at, TokenKind::Number));
        return Some(start + 1 + numbers.count()).filter(|stop| *stop <= end);
    }
    if text.is(start, "it they he she") && verb::is_past(lower(text, start + 1, end)) {
        return Some(start + 2);
    }
    let number = text.tokens.get(start).is_some_and(|token| start < end && token.kind == TokenKind::Number);
    // “since leaving the union”
    let object = start + 1 + set::determiners(text, start + 1, end);
    let deed = lower(text, start, end).ends_with("ing") && object > start + 1;
    let stop = if number {
        start + 1 + usize::from(text.is(start + 1, "s"))
    } else {
        set::owned_run(text, if deed { object } else { start }, end)
    };
    // “since records began in 1850”
    if lower(text, stop, end) == "began" && text.is(stop - 1, "records") {
        let dated = lower(text, stop + 1, end) == "in" && stop + 2 < end && text.is_kind(stop + 2, TokenKind::Number);
        return Some(stop + if dated { 3 } else { 1 });
    }
    let year = text.is_kind(stop, TokenKind::Number) && stop < end;
    let place = |at: usize| set::place(text, at, end).filter(|_| !number && !year);
    let more = place(stop).map(|stop| place(stop).unwrap_or(stop));
    (stop > start).then(|| more.unwrap_or(stop + usize::from(year)))
}

/// “more than nine years”, “a decade”, “a row”, “its 90-year history”, “living memory”.
fn lasting(text: &Text, start: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 7;
    let mut counted = false;
    for token in start..end.min(start + LONGEST) {
        let word = text.lower(token);
        let unit = is_unit(word);
        let history = |word: &str| is_among(word, "history memory life lifetime career");
        if unit && counted && !history(lower(text, token + 1, end)) || history(word) || word == "row" && counted {
            return Some(token + 1);
        }
        if is_among(word, "st nd rd th") {
            return None;
        }
        let number = text.is_kind(token, TokenKind::Number) || number::parse(word, None).is_some();
        counted |= number || is_among(word, "a an several many few");
        // “first win in nine.”
        let spelt = number && token == start && text.is_kind(token, TokenKind::Word) && word.len() > 2;
        let closed = token + 1 >= end || text.is(token + 1, ". , ; and");
        if spelt && closed && word != "one" {
            return Some(token + 1);
        }
        if !number && matches!(text.tokens[token].kind, TokenKind::Mark | TokenKind::Quote) {
            return None;
        }
        if !number && (set::stops(word) || set::VERBS.contains(word)) && !AROUND_NUMBERS.contains(word) {
            return None;
        }
    }
    None
}

/// The phrase of time at the start of these tokens: where it ends.
#[inline(never)]
pub(super) fn behind(text: &Text, tokens: Range<usize>) -> Option<usize> {
    const REACH: usize = 9;
    let first = text.word(tokens.start);
    if first == "since" {
        return time(text, tokens.start, tokens.end);
    }
    // “compared with a year earlier”
    if first == "compared" && text.is(tokens.start + 1, "with to") {
        return behind(text, tokens.start + 2..tokens.end);
    }
    let earlier = is_among(first, "from on") && text.is(tokens.start + 3, "earlier ago before");
    let opens = OPENERS.contains(first) || earlier || is_among(first, "from by") && is_time(text, tokens.start + 1);
    if !(opens || is_time(text, tokens.start)) {
        return None;
    }
    let inside = tokens.clone().take(REACH).take_while(|&token| {
        token == tokens.start || is_time(text, token) || WITHIN.contains(text.word(token)) || is_count(text, token)
    });
    let last = inside.filter(|&token| is_time(text, token)).last()?;
    Some(last + 1)
}

fn is_count(text: &Text, token: usize) -> bool {
    text.is_kind(token, TokenKind::Number) || number::begins(text.word(token))
}

/// Whether a token names a time, or ends a phrase of it: “1980s”, “March”, “years”, “earlier”.
fn is_time(text: &Text, token: usize) -> bool {
    let word = text.word(token);
    year(text, token).is_some()
        || calendar::month(word).is_some()
        || calendar::weekday(word).is_some()
        || is_unit(word)
        || TIMES.contains(word)
        || word == "s" && token > 0 && year(text, token - 1).is_some()
}

/// Whether a word is a span of time, or several: “year”, “matches”, “centuries”.
fn is_unit(word: &str) -> bool {
    let single = word.strip_suffix("es").filter(|stem| *stem == "match").or(word.strip_suffix('s'));
    TIME_UNITS.contains(single.unwrap_or(word)) || word == "centuries"
}

/// The year that a token writes.
pub(in crate::claim) fn year(text: &Text, token: usize) -> Option<i32> {
    let digits = text.tokens.get(token).filter(|token| token.kind == TokenKind::Number && token.span.len() == 4);
    digits.and_then(|_| text.word(token).parse().ok()).filter(|year| (1000..2200).contains(year))
}

/// Spans of time that “the” or an owner makes definite.
static PERIODS: WordList = WordList::new(
    "year season century decade week month campaign tournament series match night career reign tenure presidency day",
);
static OPENERS: WordList = WordList::new("since in during over between last this next within a");
static WITHIN: WordList = WordList::new(
    "the past last previous first second third fourth late early mid current this next same to and a of its",
);
static TIMES: WordList = WordList::new("earlier ago weekend yesterday spring autumn");

static AROUND_NUMBERS: WordList =
    WordList::new("a an the more than over nearly almost about around at least its their his her past last some just");
static TIME_UNITS: WordList = WordList::new(
    "year decade century month week day season quarter game match race generation summer winter hour minute",
);
