//! What a verb says after its preposition: called for a vote, spoke of peace, warned of floods.
//!
//! Takes a report's view; gives the words after the preposition. Example: in “The mayor called for a vote” it is “a vote”.
//!
//! Invariant: the content begins after a preposition that the inventory lists for the verb.

use super::{View, end};
use crate::quote::{cue::Voice, lexicon::Class};
use std::ops::Range;

pub(super) fn content(view: &View) -> Option<Range<usize>> {
    let Voice::Subject(form) = view.report().cue.voice else { return None };
    let at = (view.report().cue.items.end..=view.after())
        .find(|&item| view.class(item) == Class::Preposition || view.frames.is(item, "about"))?;
    let listed = form.about.split(' ').any(|about| view.frames.is(at, about));
    let asks = view.class(at + 1) == Class::Relative;
    let found = at + 1..if asks { end::of_clause(view, at + 1) } else { end::of_thing(view, at + 1) };
    (listed && !found.is_empty()).then_some(found)
}
