//! Quoted words that open a clause: said “fruitful cooperation” would follow.
//!
//! Takes a report's view; gives the clause. A quotation that is all that is reported is left to [`crate::quote::link`].
//!
//! Invariant: the content begins with a quotation and does not end with the same.

use super::{View, end};
use crate::quote::{inventory::Takes, lexicon::Class};
use std::ops::Range;

pub(super) fn content(view: &View) -> Option<Range<usize>> {
    let start = view.after() + usize::from(view.class(view.after()) == Class::Colon);
    let Class::Quote(_) = view.class(start) else { return None };
    let goes_on = !matches!(
        view.class(start + 1),
        Class::Comma | Class::Stop | Class::Semicolon | Class::Dash | Class::Conjunction | Class::Quote(_)
    );
    let main = matches!(view.class(start + 1), Class::Action | Class::Auxiliary | Class::Verb(_));
    let goes_on = goes_on && !(main && view.report().is_relative(view.frames));
    let found = start..end::of_clause(view, start);
    (goes_on && !view.report().is_passive() && view.takes() != Takes::QUOTATION && found.len() > 1).then_some(found)
}
