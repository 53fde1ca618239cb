//! Durations: how long something lasts.
//!
//! Takes a number; gives the claim where it counts seconds to centuries. Example: “an 18-month sentence” is 18 months.
//!
//! Invariant: “two years ago” is a date, “two years old” an age; neither is a duration, nor is “24 hours a day”.

use super::{
    Reading,
    figure::{self, Measure, Of},
};
use crate::claim::{Claim, ClaimKind, Figure, Stated};
use crate::word_list::is_among;

/// The duration whose number this is.
pub(super) fn of(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let text = reading.text;
    let next = text.word(measure.tokens.end);
    let rate = is_among(next, "a per") && text.is(measure.tokens.end + 1, "day week year month");
    let habit = reading.is_before(measure.tokens.start, "every");
    let moment = measure.figure.is_some_and(|figure| {
        figure.value < 2.0 && is_among(figure.unit, "day second minute") && reading.lower(measure.number) == "one"
    });
    let (value, end) = match measure.of {
        Of::Time => (measure.figure, measure.tokens.end),
        Of::Bare => in_a_row(reading, measure)?,
        _ => return None,
    };
    // “two-year yields” are those of a bond.
    let bond = is_among(next, "yield yields bond bonds note notes gilt gilts bill bills Treasury itch wonder");
    // “at 1900 hours”, “five minutes to six”, “15 minutes of fame”
    let clock =
        reading.is_before(measure.tokens.start, "at") && measure.figure.is_some_and(|figure| figure.value > 99.0);
    let hour = measure.tokens.end + 1;
    let to = is_among(next, "to past") && (figure::at(reading, hour).is_some() || text.is(hour, "midnight noon"));
    let clock = clock || to || next == "of" && text.is(measure.tokens.end + 1, "fame");
    if clock || rate || habit || moment || bond || is_among(next, "ago old") {
        return None;
    }
    let stated = Stated { value, ..Stated::default() };
    Some(reading.claim(ClaimKind::Duration, measure.tokens.start..end, stated))
}

/// “12 straight years”, “six consecutive weeks”
fn in_a_row(reading: &Reading, measure: &Measure) -> Option<(Option<Figure>, usize)> {
    let text = reading.text;
    let noun = measure.tokens.end + 1;
    let unit = figure::time_unit(text.word(noun))?;
    let row = text.is(noun - 1, "straight consecutive full whole long more successive");
    row.then(|| (measure.figure.map(|figure| Figure { unit, ..figure }), noun + 1))
}

/// “an hour after she sailed”, “within a week”
pub(super) fn of_one(reading: &Reading, token: usize) -> Option<Claim> {
    let unit = figure::time_unit(reading.text.word(token)).filter(|_| reading.is_before(token, "a an"))?;
    let article = token - 1;
    let told = reading.is_before(article, "within") || reading.text.is(token + 1, "after before later earlier");
    let stated = Stated { value: Some(Figure { value: 1.0, step: 1.0, unit }), ..Stated::default() };
    told.then(|| reading.claim(ClaimKind::Duration, article..token + 1, stated))
}
