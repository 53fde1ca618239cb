//! A thing and what it is called: called the plan “a gift”, described it as a joke.
//!
//! Takes a report's view; gives the thing with its name. Example: in “The mayor called the plan “a gift”” it is “the plan “a
//! gift””.
//!
//! Invariant: the content holds words in marks, or words after “as” or after the thing.

use super::{View, end};
use crate::quote::{inventory::Takes, lexicon::Class, phrase};
use std::ops::Range;

pub(super) fn content(view: &View) -> Option<Range<usize>> {
    if !view.takes().has(Takes::NAME) || view.report().names(view.frames) {
        return None;
    }
    let start = view.after();
    let object = if OBJECTS.iter().any(|word| view.frames.is(start, word)) {
        start..start + 1
    } else {
        phrase::from(view.frames, start, view.frame.end)
    };
    let named = match view.class(object.end) {
        Class::Quote(_) | Class::Determiner | Class::Noun => true, // called Keller unprepared
        _ => view.frames.is(object.end, "as") || holds_name(view, object.clone()),
    };
    (named && !object.is_empty()).then(|| start..end::of_thing(view, object.end))
}

/// `called the move unwise`, `called Keller unfit`, but not `called the police`: two words beside the determiner.
fn holds_name(view: &View, object: Range<usize>) -> bool {
    let words = object.take_while(|&item| view.class(item) != Class::Preposition);
    words.filter(|&item| view.class(item) != Class::Determiner).count() > 1
}

/// Pronouns that are never a subject.
const OBJECTS: [&str; 8] = ["him", "them", "us", "me", "himself", "herself", "itself", "themselves"];
