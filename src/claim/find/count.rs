//! Counts: how many there are of something.
//!
//! Takes a number; gives the claim where a plural noun behind it is counted. Example: “More than 200 small boats” is 200, of
//! “small boats”.
//!
//! Invariant: “one man” is an article in disguise, “the two men” are known already, the “2024 Games” are those of a year; none
//! is counted.

use super::{
    Reading,
    figure::{self, Measure, Of},
    noun,
    when::year,
};
use crate::claim::{Claim, ClaimKind, Stated};
use crate::word_list::{WordList, is_among};

/// The count whose number this is.
pub(super) fn of(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let text = reading.text;
    let single = measure.figure.is_some_and(|figure| figure.value < 2.0);
    let named = year(text, measure.number).is_some_and(|year| year > 1899) || text.word(measure.number) == "911";
    if measure.of != Of::Bare || single || named || is_known(reading, measure) {
        return None;
    }
    let end = crate::claim::near(text, measure.number).end;
    let Some((noun, end)) = noun::counted(text, measure.tokens.end, end) else {
        return befallen(reading, measure);
    };
    let set = Some(text.span(measure.tokens.end..end));
    let span = figure::time_unit(text.word(noun)).is_some();
    if span || IDIOMS.contains_any_case(text.word(noun)) || is_rate(reading, end) {
        return None;
    }
    let stated = Stated { value: measure.figure, set, ..Stated::default() };
    Some(reading.claim(ClaimKind::Count, measure.tokens.start..end, stated))
}

/// “84 were killed and roughly 200 wounded”: no noun, and people are meant.
fn befallen(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let text = reading.text;
    let next = measure.tokens.end;
    let be = usize::from(is_among(text.word(next), "were are others more"));
    let stated = Stated { value: measure.figure, ..Stated::default() };
    FATES.contains(text.word(next + be)).then(|| reading.claim(ClaimKind::Count, measure.tokens.clone(), stated))
}

static FATES: WordList =
    WordList::new("killed injured wounded hurt dead missing died drowned arrested detained displaced hospitalised");

/// “the two men”, “these three”: a small number in words behind a determiner names again what is known.
fn is_known(reading: &Reading, measure: &Measure) -> bool {
    let small = measure.figure.is_some_and(|figure| figure.value < 11.0);
    let mut before = reading.before(measure.tokens.start);
    if is_among(before, "other first last next past same final top") {
        before = reading.before(measure.tokens.start.saturating_sub(1));
    }
    small && KNOWN.contains(before)
}

/// “five times a week” is a habit.
fn is_rate(reading: &Reading, end: usize) -> bool {
    let text = reading.text;
    is_among(text.word(end), "a an per") && is_among(text.word(end + 1), "day week night")
}

static KNOWN: WordList = WordList::new("the these those both first last next any every");

/// Nouns that a number stands before without counting anything.
static IDIOMS: WordList = WordList::new(
    "hands minds ways sides parts words fours sixes steps thoughts cheers bits pieces others am pm reasons things kinds types sorts",
);
