//! Sums of money.
//!
//! Takes a number; gives the claim where it is of a currency. Example: “about £4.5m” is 4,500,000 GBP.
//!
//! Invariant: whose dollars a bare `$` means is left open.

use super::{
    Reading,
    figure::{self, Measure, Of},
};
use crate::claim::{Claim, ClaimKind, Stated};
use crate::word_list::is_among;

/// The sum whose number this is.
pub(super) fn of(reading: &Reading, measure: &Measure) -> Option<Claim> {
    // “feel like a million dollars”, “my two cents”
    let saying = reading.is_before(measure.tokens.start, "my your his her a");
    let small = measure.tokens.end > measure.number + 1 && reading.lower(measure.tokens.end - 1).starts_with("cent");
    // “the $64,000 question”, “in $100 bills”
    let next = reading.text.word(measure.tokens.end);
    let low = measure.figure.is_some_and(|figure| figure.value <= 100.0);
    let named = next == "question" || low && is_among(next, "bills notes coins shops stores");
    let stated = Stated { value: measure.figure, ..Stated::default() };
    (measure.of == Of::Money && !(saying && small) && !named).then(|| {
        let tokens = measure.tokens.start..figure::end_with_other(reading, measure);
        reading.claim(ClaimKind::Money, tokens, stated)
    })
}
