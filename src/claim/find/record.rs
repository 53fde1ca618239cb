//! Records: a value against a span of time.
//!
//! Takes a token that is “record”, or a superlative of a value; gives the claim. Example: “a record 4.2m passengers”, “a
//! record low”, “highest since 1991”.
//!
//! Invariant: a record that is kept, set or broken (“criminal record”, “on record”, “broke the record”) is no value.

use super::{Reading, ordinal, set, when};
use crate::claim::{
    Claim, ClaimKind, Figure, Stated,
    read::{number, word},
};
use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, is_among};
use std::ops::Range;

/// The claim whose “record” stands at a token.
pub(super) fn at(reading: &Reading, token: usize) -> Option<Claim> {
    let text = reading.text;
    let end = crate::claim::near(text, token).end;
    let before = word::before(text, token);
    if NO_VALUE.contains(before) || reading.in_name(token) {
        return None;
    }
    let (value, stop) = match amount(text, token + 1, end) {
        Some((value, stop)) => (Some(value), stop),
        None => (None, value_noun(text, token + 1, end, before).or_else(|| reached(text, token, end))?),
    };
    let time = when::time(text, stop, end);
    let tokens = token..time.unwrap_or(stop);
    let stated = Stated {
        subject: ordinal::asserted(reading, &tokens)?.entity,
        set: Some(text.span(token + 1..stop)),
        value,
        time: time.map(|end| text.span(stop..end)),
        ..Stated::default()
    };
    Some(reading.claim(ClaimKind::Record, tokens, stated))
}

/// The claim of “40-year high”, “four-month low”, “all-time high”, whose span of time begins at a token.
pub(super) fn extreme(reading: &Reading, token: usize) -> Option<Claim> {
    let text = reading.text;
    let end = crate::claim::near(text, token).end;
    let word = text.lower(token);
    let digits = text.is_kind(token, TokenKind::Number) && text.is(token + 1, "-");
    let (span, stop) = match word.split_once('-') {
        Some((_, span)) => (span, token + 1),
        None if digits => (word::lower(text, token + 2, end), token + 3),
        None => return None,
    };
    let high = is_among(word::lower(text, stop, end), "high low highs lows record");
    let lasts = is_among(span, "year month week day decade time quarter");
    (high && lasts && !text.is(stop + 1, "school schools")).then_some(())?;
    let tokens = token..stop + 1;
    let stated = Stated {
        subject: ordinal::asserted(reading, &tokens)?.entity,
        time: Some(text.span(token..stop)),
        ..Stated::default()
    };
    Some(reading.claim(ClaimKind::Record, tokens, stated))
}

/// “4.2m passengers”, “£30bn”, “number of visitors”: the number, and the token behind what it counts.
fn amount(text: &Text, start: usize, end: usize) -> Option<(Figure, usize)> {
    let sign = text.is(start, "$ £ €");
    let at = start + usize::from(sign);
    // “a record fifth title” is a rank.
    (at < end && ordinal::ordinal(text, at).is_none()).then_some(())?;
    let digits = text.is_kind(at, TokenKind::Number);
    let scale = word::lower(text, at + 1, end);
    let scaled = match scale {
        "m" | "mn" => Some("million"),
        "bn" | "b" => Some("billion"),
        "tn" => Some("trillion"),
        "k" => Some("thousand"),
        word => number::SCALES.iter().map(|(name, _)| *name).find(|name| *name == word),
    };
    let number = number::parse(text.lower(at), scaled)?;
    let behind = at + 1 + usize::from(scaled.is_some());
    let percent = text.is(behind, "% percent") && behind < end;
    let stop = if sign || percent { behind + usize::from(percent) } else { set::run(text, behind, end) };
    let unit = if percent { "%" } else { "" };
    // “a record one” counts nothing, “a record 2010” may be a year.
    let figure = digits && (sign || percent || scaled.is_some() || text.word(at).contains([',', '.']));
    (stop > behind || figure).then_some((Figure::of(number, unit), stop))
}

/// “closed at a record on Tuesday”, “over 150,000, also a record”: a value by its place alone.
fn reached(text: &Text, token: usize, end: usize) -> Option<usize> {
    let at = token.checked_sub(2).filter(|at| text.is(at + 1, "a"))?;
    let closed = token + 1 >= end || text.is(token + 1, ". , ; ) – — for");
    let said = closed && text.is(at, ", also was is were – — (");
    let alone = set::run(text, token + 1, end) == token + 1;
    (alone && (text.is(at, "at to") || said)).then_some(token + 1)
}

/// The token behind “low”, “quarterly profits”, “number of visitors”.
fn value_noun(text: &Text, start: usize, end: usize, before: &str) -> Option<usize> {
    let stop = set::run(text, start, end);
    let head = stop.checked_sub(1).filter(|head| *head >= start)?;
    let head = text.lower(head);
    let stem = head.strip_suffix('s').unwrap_or(head);
    let level = is_among(stem, "high low level");
    let verb = MAY_RECORD.contains(before) && !level;
    (!verb && (level || VALUES.contains(stem))).then_some(())?;
    let of = word::lower(text, stop, end) == "of" && stem == "number";
    Some(if of { set::place(text, stop, end).unwrap_or(stop) } else { stop })
}

/// Whether a superlative measures a value against nothing but a span of time: “highest since 1991”, “lowest level in years”.
pub(super) fn is_against_time(head: Option<&str>, behind: &set::Behind, noun_end: usize) -> bool {
    let value = head.is_none_or(is_value);
    // “highest level in years in October”
    let at_once = |time: &Range<usize>| time.start == noun_end || !behind.placed || head.is_none();
    value && behind.time.as_ref().is_some_and(at_once)
}

pub(super) fn is_value(noun: &str) -> bool {
    VALUES.contains(noun.strip_suffix('s').unwrap_or(noun))
}

/// Words behind which a record is no value.
static NO_VALUE: WordList = WordList::new(
    "track criminal voting safety on for off world gold vinyl medical police public human set broke break breaks holds \
     an court dental official service arrest debut health paper historical fossil written",
);

/// Words behind which “record” may be a verb.
static MAY_RECORD: WordList = WordList::new(
    "to will would can could may might must should not we they you i and or who that did does do also always",
);

/// Nouns that are values.
static VALUES: WordList = WordList::new(
    "high low level rate price profit number temperature sale revenue fine attendance crowd turnout rainfall heat fee \
     deficit surplus debt growth inflation loss amount sum total margin majority demand spending output production \
     export import unemployment point reading value close figure rise fall increase drop gain decline decrease \
     earning income wage yield share turnover traffic snowfall funding investment harvest catch viewership audience \
     arrival volume cost pace concentration emission scorer goalscorer payout bonus dividend jump streak run",
);
