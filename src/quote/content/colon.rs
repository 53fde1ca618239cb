//! After a colon: The mayor said: nobody had asked.
//!
//! Takes a report's view; gives the words after the colon, unless they are a quotation and nothing else.
//!
//! Invariant: the content begins right after the colon.

use super::{View, end};
use crate::quote::{inventory::Takes, lexicon::Class};
use std::ops::Range;

pub(super) fn content(view: &View) -> Option<Range<usize>> {
    let colon = view.after();
    let start = colon + 1;
    let leads = view.class(colon) == Class::Colon && view.takes() != Takes::QUOTATION;
    (leads && !matches!(view.class(start), Class::Quote(_))).then(|| start..end::of_clause(view, start))
}
