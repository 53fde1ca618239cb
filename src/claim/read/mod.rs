//! How numbers, units, days and tenses are read.
//!
//! Takes words; gives what they say. Example: `6,500` is 6,500, known to the nearest 100.
//!
//! Invariant: a form that is not certain gives nothing.

pub(super) mod calendar;
pub(crate) mod number;
pub(super) mod scan;
pub(super) mod speech;
pub(super) mod tense;
pub(super) mod unit;
pub(crate) mod verb;
pub(super) mod word;
