//! A deed: vowed to go, urged the board to go.
//!
//! Takes a report's view; gives the infinitive, with whom it is asked of. Example: in “The mayor urged the board to go” it is
//! “the board to go”.
//!
//! Invariant: the content holds “to” and a word after it.

use super::{View, end};
use crate::quote::{inventory::Takes, lexicon::Class, phrase};
use std::ops::Range;

pub(super) fn content(view: &View) -> Option<Range<usize>> {
    if !view.takes().has(Takes::DEED) && !view.report().is_passive() {
        return None;
    }
    // “an attack that threatened to upset the peace”: mostly no person's vow.
    if view.report().cue.items.start.checked_sub(1).is_some_and(|before| view.frames.is(before, "that")) {
        return None;
    }
    let start = if view.frames.is(view.after(), "not") { view.after() + 1 } else { view.after() };
    if is_infinitive(view, start) {
        let heard = view.report().hearer.clone().map_or(view.after(), |hearer| hearer.start);
        return Some(heard..end::of_clause(view, start));
    }
    let start = start + usize::from(view.frames.is(start, "to") || view.frames.is(start, "on"));
    let to = (start..view.frame.end).find(|&item| is_infinitive(view, item))?;
    let whom = phrase::from(view.frames, start, to);
    (!whom.is_empty() && whom.end == to).then(|| whom.start..end::of_clause(view, to))
}

fn is_infinitive(view: &View, item: usize) -> bool {
    let to = if view.frames.is(item, "not") { item + 1 } else { item };
    let verb = matches!(
        view.class(to + 1),
        Class::Noun | Class::Verb(_) | Class::Action | Class::Auxiliary | Class::Adverb | Class::Quote(_)
    );
    view.frames.is(to, "to") && verb
}
