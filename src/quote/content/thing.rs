//! A thing: denied the charge, praised the team for its work.
//!
//! Takes a report's view; gives the noun phrase and what belongs to it. Example: in “The mayor denied the charge of fraud” it is
//! “the charge of fraud”.
//!
//! Invariant: the content begins with a noun phrase.

use super::{View, end};
use crate::quote::{inventory::Takes, lexicon::Class};
use std::ops::Range;

/// `claimed responsibility`, `claimed the title`: nothing is said.
pub(super) fn is_won(view: &View, start: usize) -> bool {
    [start, start + 1].iter().any(|&item| WON.contains(&view.frames.word(item)))
}

/// What is claimed and not said.
const WON: [&str; 6] = ["responsibility", "victory", "credit", "lives", "title", "gold"];

pub(super) fn content(view: &View) -> Option<Range<usize>> {
    let start = view.after();
    let named = view.report().names(view.frames);
    let opens =
        matches!(view.class(start), Class::Determiner | Class::Name | Class::Noun | Class::Number | Class::Pronoun);
    (view.takes().has(Takes::THING) && opens && !named && !is_won(view, start))
        .then(|| start..end::of_thing(view, start))
}
