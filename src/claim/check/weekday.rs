//! A day of the calendar and the weekday that the article gives it.
//!
//! Takes two claims, a weekday and a day with its year; gives the one that they are. Example: “Monday, 14 July 2022” was a Thursday.
//!
//! Invariant: a weekday with more than a comma behind it is a day of its own, and none is judged in the old calendar, or
//! without a year.

use super::are_beside;
use crate::claim::{Answer, Claim, find::when::year, read::calendar};
use crate::segment::Text;

pub(super) fn joined(text: &Text, one: &Claim, other: &Claim) -> Option<Claim> {
    let (Some(Answer::Day(_)), Some(Answer::Day(date))) = (&one.answer, &other.answer) else { return None };
    let last = text.tokens_in(one.span).end.checked_sub(1)?;
    let weekday = calendar::weekday(text.word(last)).filter(|_| are_beside(text, one, other, &[",", ""]))?;
    let stated = text.tokens[last].span;
    // “Monday, 14 July” of no told year may be of another one.
    let told = year(text, text.tokens_in(other.span).end.checked_sub(1)?).is_some();
    let answer = match date {
        date if weekday == date.weekday() || date.year() < ONE_CALENDAR => Some(Answer::Day(*date)),
        date => told.then_some(Answer::Weekday { date: *date, stated }),
    };
    Some(Claim { span: one.span.cover(other.span), answer, ..other.clone() })
}

/// Before this year some country of Europe still had the Julian calendar, in which a date falls on another weekday.
const ONE_CALENDAR: i32 = 1924;
