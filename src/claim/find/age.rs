//! Ages of people and things.
//!
//! Takes a number; gives the claim where the words make it an age. Example: “Ada Lund, 44, said”, “aged 44”, “a 44-year-old”.
//!
//! Invariant: a number between commas is an age behind a person's name alone.

use super::{Reading, figure::Measure, figure::Of};
use crate::claim::{Claim, ClaimKind, Figure, Stated, read::calendar};
use crate::word_list::is_among;
use crate::{NameType, segment::TokenKind};
use std::ops::Range;

/// The age whose number this is.
pub(super) fn of(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let tokens = match measure.of {
        Of::Time => old(reading, measure).or_else(|| aged(reading, measure))?,
        Of::Bare => aged(reading, measure).or_else(|| behind_name(reading, measure))?,
        _ => return None,
    };
    let unit = |figure: Figure| Figure { unit: if figure.unit.is_empty() { "year" } else { figure.unit }, ..figure };
    let stated = Stated { value: measure.figure.map(unit), ..Stated::default() };
    Some(reading.claim(ClaimKind::Age, tokens, stated))
}

/// “44-year-old”, “44 years old”, “44 years of age”
fn old(reading: &Reading, measure: &Measure) -> Option<Range<usize>> {
    let text = reading.text;
    let Range { start, end } = measure.tokens.clone();
    let last = text.word(end - 1);
    let more = match (text.word(end), text.word(end + 1)) {
        _ if last.ends_with("-old") || last.ends_with("-olds") => 0,
        ("old", _) if !reading.is_before(start, "felt feels feel looks looked") => 1,
        ("of", "age") => 2,
        _ => return None,
    };
    Some(start..end + more)
}

/// “aged 44”, “at the age of 44”, “turned 44 in March”
fn aged(reading: &Reading, measure: &Measure) -> Option<Range<usize>> {
    let text = reading.text;
    let Range { start, end } = measure.tokens.clone();
    let whole = measure.figure.is_none_or(|figure| figure.value < 130.0);
    let pauses = text.is(end, ", . ; in on last this") || end >= crate::claim::near(text, start).end;
    let before = match reading.before(start) {
        "turned" | "turns" | "turning" if pauses && measure.of == Of::Bare => 0,
        "at" if reading.is_before(start - 1, "dies died") && pauses && measure.of == Of::Bare => 0,
        "her" | "his" if measure.of == Of::Time && reading.is_before(start - 1, "of") => 0,
        word if is_among(word, "aged age ages") => 1,
        "of" if reading.is_before(start - 1, "age") => 2,
        _ => return None,
    };
    whole.then_some(start - before..end)
}

/// “Ada Lund, 44, said”
fn behind_name(reading: &Reading, measure: &Measure) -> Option<Range<usize>> {
    let text = reading.text;
    let tokens = measure.tokens.clone();
    let digits = text.is_kind(measure.number, TokenKind::Number) && tokens.len() == 1;
    let years = measure.figure.is_some_and(|figure| figure.value < 120.0 && figure.step >= 1.0 && figure.value > 0.0);
    let ends = text.is(tokens.end, ", . ; )") || text.word(tokens.end).is_empty();
    // “Ada Lund, now 44, said”
    let comma = tokens.start - usize::from(reading.is_before(tokens.start, "now"));
    let name = comma.checked_sub(2).filter(|_| reading.is_before(comma, ","))?;
    (digits && years && ends && is_person(reading, name)).then_some(tokens)
}

/// Whether the name of a person ends at this token: one that is known, or two words with capitals and no place.
fn is_person(reading: &Reading, token: usize) -> bool {
    let text = reading.text;
    let Some(last) = text.tokens.get(token) else { return false };
    if let Some(mention) = reading.cast.at(last.span.start) {
        let entity = reading.cast.entities.get(mention.entity);
        return mention.span.end == last.span.end && entity.is_some_and(|entity| entity.name_type == NameType::Per);
    }
    let capital = |token: usize| text.is_capital(token) && calendar::month(text.word(token)).is_none();
    // “April Lund”
    let first = |token: usize| text.is_capital(token);
    capital(token) && token > 0 && first(token - 1) && text.sentence_of(token - 1) == text.sentence_of(token)
}
