//! What a verb says after its preposition: called for a vote, spoke of peace, warned of floods.
//!
//! Takes a report's view; gives the words after the preposition. Example: in “The mayor called for a vote” it is “a vote”. Of a
//! passive it gives the preposition too: “was accused of fraud” says “of fraud” of somebody.
//!
//! Invariant: the content begins after, or with, a preposition that the inventory lists for the verb.

use super::{View, end};
use crate::quote::{cue::Voice, lexicon::Class};
use std::ops::Range;

pub(super) fn content(view: &View) -> Option<Range<usize>> {
    let (Voice::Subject(form) | Voice::Passive(form)) = view.report().cue.voice else { return None };
    let report = view.report();
    let listed = |item: usize| form.about.split(' ').any(|about| view.frames.is(item, about));
    let opens = |item: usize| view.class(item) == Class::Preposition || view.frames.is(item, "about");
    let passive = report.is_passive();
    let first = report.source.as_ref().filter(|_| passive).map_or(report.cue.items.end, |agent| agent.end);
    let at = (first..=view.after()).find(|&item| if passive { listed(item) } else { opens(item) })?;
    let asks = view.class(at + 1) == Class::Relative;
    let end = if asks { end::of_clause(view, at + 1) } else { end::of_thing(view, at + 1) };
    let start = if passive { at } else { at + 1 };
    (listed(at) && at + 1 < end).then_some(start..end)
}
