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

/// The sum whose number this is.
pub(super) fn of(reading: &Reading, measure: &Measure) -> Option<Claim> {
    // “feel like a million dollars”, “my two cents”
    let saying = reading.is_before(measure.tokens.start, "my your his her a");
    let small = measure.tokens.end > measure.number + 1 && reading.lower(measure.tokens.end - 1).starts_with("cent");
    let stated = Stated { value: measure.figure, ..Stated::default() };
    (measure.of == Of::Money && !(saying && small)).then(|| {
        let tokens = measure.tokens.start..figure::end_with_other(reading, measure);
        reading.claim(ClaimKind::Money, tokens, stated)
    })
}
