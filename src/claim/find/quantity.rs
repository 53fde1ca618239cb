//! Quantities: numbers with a unit of measurement.
//!
//! Takes a number; gives the claim where a unit stands behind it. Example: “a 10-mile stretch” is 10 mi.
//!
//! Invariant: what a bracket gives in another unit is a conversion's (`check/conversion.rs`), whose claim is the longer one.

use super::{
    Reading,
    figure::{self, Measure, Of},
    noun,
};
use crate::claim::{Claim, ClaimKind, Figure, Stated, read::unit};
use crate::word_list::{WordList, is_among};

/// The quantity whose number this is.
pub(super) fn of(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let mut tokens = measure.tokens.clone();
    let mut value = measure.figure;
    let step = reading.lower(measure.number) == "one" && reading.text.is(measure.number + 1, "foot");
    if step || BORES.contains(reading.text.word(tokens.end)) || is_name(reading, measure) {
        return None;
    }
    if measure.of == Of::Part {
        tokens.end = fraction_of_unit(reading, measure)?;
    } else if measure.of == Of::Unit {
        tokens.end = figure::end_with_other(reading, measure);
    } else {
        let after = reading.text.word(tokens.end);
        let behind = tokens.end + usize::from(after == "-");
        if measure.of != Of::Bare {
            return None;
        } else if reading.is_before(tokens.start, "magnitude") {
            tokens.start -= 1;
        } else if reading.text.word(behind).starts_with("magnitude") {
            tokens.end = behind + 1;
        } else {
            return None;
        }
        value = value.map(|figure| Figure { unit: "magnitude", ..figure });
    }
    let stated = Stated { value, ..Stated::default() };
    Some(reading.claim(ClaimKind::Quantity, tokens, stated))
}

/// “won the 800 metres”, “holds two degrees”, “two stone lions”: a race, a title, a word that is no unit here.
fn is_name(reading: &Reading, measure: &Measure) -> bool {
    let Some(figure) = measure.figure.filter(|_| measure.of == Of::Unit) else { return false };
    let (before, next) = (reading.before(measure.tokens.start), reading.text.word(measure.tokens.end));
    let spelt = reading.text.word(measure.number).starts_with(char::is_alphabetic);
    match figure.unit {
        "m" => before == "the" && is_among(next, "in at and on final title . ,") && RACES.contains(&figure.value),
        "°" => is_among(next, "turn view") || spelt && is_among(before, "hold holds held earned received"),
        "st" => spelt && noun::is_plural(next),
        _ => false,
    }
}

/// What goes by its measure: “a 9mm pistol”, “35mm film”.
static BORES: WordList = WordList::new(
    "pistol pistols handgun gun guns rifle rifles cannon film camera lens bullet bullets rounds ammunition headphone",
);

const RACES: [f64; 7] = [100.0, 200.0, 400.0, 800.0, 1500.0, 5000.0, 10_000.0];
/// “a tenth of a degree”: where the unit ends.
fn fraction_of_unit(reading: &Reading, measure: &Measure) -> Option<usize> {
    let text = reading.text;
    let unit = measure.tokens.end + 2;
    let of_one = text.is(unit - 2, "of") && text.is(unit - 1, "a an");
    (of_one && unit::named_at(text.lower(unit)).is_some()).then_some(unit + 1)
}
