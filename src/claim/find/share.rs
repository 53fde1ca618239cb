//! Shares: parts of a whole.
//!
//! Takes a number; gives the claim where it is a percentage, a fraction, or one number out of another. Example: “12 of the 30
//! seats” is 12, of 30; “two-thirds of members” is two thirds of “members”.
//!
//! Invariant: a fraction alone (“the first half”, “a third”) is none without its whole.

use super::{
    Reading,
    figure::{self, Measure, Of},
    noun,
};
use crate::claim::{Claim, ClaimKind, Figure, Stated};
use crate::word_list::{WordList, is_among};

/// The share whose number this is.
pub(super) fn of(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let (base, end) = match measure.of {
        Of::Percent | Of::Points | Of::Part => (None, whole(reading, measure)?),
        Of::Bare => out_of(reading, measure)?,
        _ => return None,
    };
    let text = reading.text;
    if IDIOMS.contains(text.word(end - 1)) && text.is(measure.number, "half Half") {
        return None;
    }
    let set = (end > measure.tokens.end + 1).then(|| text.span(measure.tokens.end + 1..end));
    let stated = Stated { value: measure.figure, base, set, ..Stated::default() };
    // “the other half”
    let start = measure.tokens.start;
    let other = if reading.is_before(start, "other") && reading.is_before(start - 1, "the") { 2 } else { 0 };
    Some(reading.claim(ClaimKind::Share, start - other..end, stated))
}

/// Where “of voters” ends behind a percentage or a fraction; a percentage may stand alone.
fn whole(reading: &Reading, measure: &Measure) -> Option<usize> {
    let text = reading.text;
    let next = measure.tokens.end;
    let end = crate::claim::near(text, measure.number).end;
    let half = reading.lower(measure.number) == "half";
    let direct = half && text.is(next, "the its their his her our all");
    let of = match text.word(next) {
        "of" => noun::phrase(text, next + 1, end).filter(|end| figure::time_unit(text.word(end - 1)).is_none()),
        _ if direct => noun::phrase(text, next, end),
        _ => None,
    };
    // “Half were given a dummy.”
    if half
        && text.is(next, "were are had have")
        && reading.is_before(next - 1, "and but other ; ,") | reading.before(next - 1).is_empty()
    {
        return Some(next);
    }
    // “the 1 per cent”
    let rich =
        measure.figure.is_some_and(|figure| figure.value == 1.0) && reading.is_before(measure.tokens.start, "the");
    if rich && measure.of == Of::Percent && of.is_none() {
        return None;
    }
    // “I agree 100 per cent”
    let alone = measure.of != Of::Part && measure.figure.is_none_or(|figure| figure.value < 100.0);
    let before = reading.before(measure.tokens.start);
    let known = half && is_among(before, "a the first second other latter better top and");
    of.filter(|_| !known).or(alone.then_some(next))
}

/// “12 of the 30 seats”, “nine out of 10 voters”, “one in five adults”: the whole, and where it ends.
fn out_of(reading: &Reading, measure: &Measure) -> Option<(Option<Figure>, usize)> {
    let text = reading.text;
    let next = measure.tokens.end;
    let part = measure.figure?;
    let (second, sure) = match (text.word(next), text.word(next + 1)) {
        ("of", "the" | "its" | "their" | "his" | "her" | "our") => {
            (next + 2 + usize::from(text.is(next + 2, "last first past")), part.value >= 2.0)
        }
        ("out", "of") => (next + 2 + usize::from(text.is(next + 2, "the")), true),
        ("in" | "In", _) => (next + 1, false),
        // “lost six of seven”
        ("of", _) => (next + 1, part.value >= 2.0),
        _ => return None,
    };
    let whole = figure::at(reading, second).filter(|whole| whole.tokens.start == second)?;
    let barrels = whole.of == Of::Unit && !text.is(next, "of");
    if whole.of != Of::Bare && !barrels {
        return None;
    }
    let of = whole.figure.filter(|of| of.value > part.value)?;
    let ratio = part.value < 10.0 && (part.value < 2.0 || matches!(of.value as u32, 5 | 10 | 100 | 1000));
    let year = super::when::year(text, second).is_some();
    let noun = noun::counted(text, whole.tokens.end, crate::claim::near(text, second).end);
    let end = noun.map_or(whole.tokens.end, |(_, end)| end);
    (!year && (sure || ratio && !text.is(next, "of"))).then_some((Some(of), end))
}

/// “half the battle”: no halves of anything.
static IDIOMS: WordList = WordList::new("battle fun story trouble");
