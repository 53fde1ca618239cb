//! The time that a number holds for.
//!
//! Takes the token behind some words; gives how far a phrase of time reaches from there. Example: behind “fell 8 per cent”,
//! “since the 1980s” and “in the year to March” are such phrases.
//!
//! Invariant: a phrase has a year, a month, a day or a word for a span of time in it, and ends with one.

use crate::claim::read::{calendar, number};
use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, is_among};
use std::ops::Range;

/// The phrase of time at the start of these tokens: where it ends.
#[inline(never)]
pub(super) fn behind(text: &Text, tokens: Range<usize>) -> Option<usize> {
    const REACH: usize = 9;
    let first = text.word(tokens.start);
    let opens = OPENERS.contains(first) || is_among(first, "from by") && is_time(text, tokens.start + 1);
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
    text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Number) || number::begins(text.word(token))
}

/// Whether a token names a time, or ends a phrase of it: “1980s”, “March”, “years”, “earlier”.
fn is_time(text: &Text, token: usize) -> bool {
    let word = text.word(token);
    year(text, token).is_some()
        || calendar::month(word).is_some()
        || calendar::weekday(word).is_some()
        || TIMES.contains(word)
        || word == "s" && token > 0 && year(text, token - 1).is_some()
}

/// The year that a token writes.
pub(super) fn year(text: &Text, token: usize) -> Option<i32> {
    let digits = text.tokens.get(token).filter(|token| token.kind == TokenKind::Number && token.span.len() == 4);
    digits.and_then(|_| text.word(token).parse().ok()).filter(|year| (1000..2200).contains(year))
}

static OPENERS: WordList = WordList::new("since in during over between last this next within a");
static WITHIN: WordList = WordList::new(
    "the past last previous first second third fourth late early mid current this next same to and a of its",
);
static TIMES: WordList = WordList::new(
    "year years month months week weeks decade decades quarter quarters century centuries day days hours earlier ago \
     weekend yesterday spring summer autumn winter",
);
