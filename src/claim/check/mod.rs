//! What a claim can be checked against: the packs' lists, the calendar, arithmetic.
//!
//! Takes what was stated; gives an [`Answer`](super::Answer). Example: 6,500 km are 4,039 miles, which round to the 4,000 stated.
//!
//! Invariant: what is judged is the precision stated, and where readers would differ it is left open.

pub(super) mod conversion;
pub(super) mod order;
