//! Spans of years recomputed: a year and how long ago it was.
//!
//! Takes two claims beside each other, a year and a duration or an age, and the day of publication; gives what the year comes to.
//! Example: in an article of 2026, “in 1952, 73 years ago” is 74.
//!
//! Invariant: a year is twelve months long, and news round: one more or less agrees. What was said at another time, or is told of one,
//! is reckoned from a day that nobody knows, and never differs.

use super::are_beside;
use crate::claim::{Answer, Arithmetic, Claim, ClaimKind, Figure, Operation, read::number};
use crate::{Span, card::Agreement, segment::Text, word_list::lower_case};

/// What `one` and `other`, in the order of the text, give.
pub(super) fn of_years(text: &Text, quoted: &impl Fn(Span) -> bool, one: &Claim, other: &Claim) -> Option<Answer> {
    let published = f64::from(text.article.published()?.year());
    let first = year_of(text, one).is_some();
    let (year, lasting) = if first { (one, other) } else { (other, one) };
    let from = year_of(text, year)?;
    let stated = years(text, lasting)?;
    let ago = text.article.text().get(lasting.span.start..lasting.span.end)?.ends_with("ago");
    let said = match (lasting.kind, first) {
        (ClaimKind::Date, true) => ago && are_beside(text, one, other, &[","]),
        (ClaimKind::Date, false) => ago && are_beside(text, one, other, &[", in", "in"]),
        (ClaimKind::Duration, false) => are_beside(text, one, other, &["since"]) && !is_over(text, one),
        _ => false,
    };
    let computed = published - from.value;
    let off = (computed - stated.value).abs();
    let otherwise = quoted(year.span) || text.is(text.tokens_in(year.span).end, "BC BCE B.C B.C.");
    let verdict = match off {
        off if off <= 1.0 => Agreement::Agrees,
        off if off <= 2.0 || stated.step > 1.0 => Agreement::Open,
        _ => Agreement::Differs,
    };
    let now = Figure { value: published, ..from };
    let terms = vec![now, from];
    let arithmetic = Arithmetic { operation: Operation::Difference, terms, stated, computed, verdict };
    let told = said && (0.0..1000.0).contains(&computed) && !(otherwise && verdict != Agreement::Agrees);
    told.then_some(Answer::Arithmetic(arithmetic))
}

/// “In 1990 it was 24 years since 1966”: reckoned to another day than that of publication.
fn is_over(text: &Text, lasting: &Claim) -> bool {
    let start = text.tokens_in(lasting.span).start;
    (crate::claim::near(text, start).start..start).any(|token| text.is_lower(token, "was were had"))
}

/// The year that a date is, where it is a year alone.
fn year_of(text: &Text, claim: &Claim) -> Option<Figure> {
    let words = claim.span.of(text.article.text());
    let year: u16 = words.parse().ok().filter(|year| (1000..2200).contains(year) && claim.kind == ClaimKind::Date)?;
    Some(Figure { value: f64::from(year), step: 1.0, unit: "calendar year" })
}

/// How many years a duration or “so many years ago” has, where nothing makes the number a rough one.
fn years(text: &Text, claim: &Claim) -> Option<Figure> {
    let figure = claim.stated.value.filter(|figure| figure.unit == "year")?;
    let first = text.word(text.tokens_in(claim.span).start);
    number::parse(&lower_case(first), None).map(|_| figure)
}
