//! A clause: said that it was late, asked whether it was, said it was.
//!
//! Takes a report's view; gives the clause that it governs. Example: in “Keller said on Monday that the plan was late” it is
//! “that the plan was late”.
//!
//! Invariant: a clause begins with a word that can open one.

use super::{View, around, end, thing};
use crate::quote::{inventory::Takes, lexicon::Class};
use std::ops::Range;

pub(super) fn content(view: &View) -> Option<Range<usize>> {
    let start = view.takes().has(Takes::CLAUSE).then(|| opening(view))??;
    Some(start..end::of_clause(view, start))
}

fn opening(view: &View) -> Option<usize> {
    let start = view.after();
    match view.class(start) {
        _ if opens_marked(view, start) => Some(start),
        Class::Comma => past_insertion(view, start),
        Class::Preposition | Class::Adverb | Class::Subordinator | Class::Open => {
            that_after(view, start).or_else(|| bare(view, start))
        }
        _ => bare(view, start),
    }
}

/// that, whether, what
fn opens_marked(view: &View, item: usize) -> bool {
    let frames = view.frames;
    frames.is(item, "that")
        || frames.is(item, "whether")
        || frames.is(item, "if") && !view.takes().has(Takes::NO_THING)
        || view.class(item) == Class::Relative && !frames.is(item, "which") && !frames.is(item, "who")
        || view.class(item) == Class::Relative && view.takes().has(Takes::HEARER)
}

/// `said, in a speech on Monday, that it was late`
fn past_insertion(view: &View, comma: usize) -> Option<usize> {
    const FAR: usize = 25;
    let end = view.frame.end.min(comma + FAR);
    let close = (comma + 1..end).find(|&item| view.class(item) == Class::Comma)?;
    view.frames.is(close + 1, "that").then_some(close + 1)
}

/// `said during the talks in Bern that it was late`
fn that_after(view: &View, start: usize) -> Option<usize> {
    const FAR: usize = 12;
    let mut items = start..view.frame.end.min(start + FAR);
    let stop = items.find(|&item| {
        view.frames.is(item, "that") && item > start
            || matches!(
                view.class(item),
                Class::Comma | Class::Auxiliary | Class::Action | Class::Pronoun | Class::Quote(_)
            )
    })?;
    view.frames.is(stop, "that").then_some(stop)
}

/// `which officials said will go`: the relative pronoun that is the subject of what is said.
pub(super) fn relative(view: &View) -> Option<usize> {
    let source = view.report().source.as_ref().filter(|_| !view.report().inverted)?;
    let left = source.start.checked_sub(1).filter(|&left| left > view.frame.start)?;
    let named = ["which", "who", "that", "whom", "what"].iter().any(|word| view.frames.is(left, word));
    (named && view.takes().has(Takes::NO_THING)).then_some(left)
}

/// `saying at one point, “…”` has none.
fn has_verb_before_quote(view: &View, start: usize) -> bool {
    let quote = (start..view.frame.end).find(|&item| view.frames.is_quote(item)).unwrap_or(view.frame.end);
    (start..quote).any(|item| around::is_finite(view.frames, item))
}

/// `confirmed the sale of the pier`: no verb follows before the thing ends.
fn is_thing(view: &View, start: usize) -> bool {
    let mut thing = start + 1..end::of_thing(view, start) + 1;
    view.takes().has(Takes::THING) && !thing.any(|item| around::is_finite(view.frames, item))
}

/// `said it was late`
fn bare(view: &View, start: usize) -> Option<usize> {
    // `agreed only because the mayor did` tells why, not what.
    let because = start + usize::from(view.class(start) == Class::Adverb);
    if view.frames.is(because, "because") && !view.frames.is(because + 1, "of") {
        return None;
    }
    let opens = match view.class(start) {
        Class::Determiner | Class::Pronoun | Class::Name | Class::Noun | Class::Number => !is_thing(view, start),
        Class::Preposition | Class::Subordinator | Class::Adverb | Class::Time => {
            view.takes().has(Takes::NO_THING) && has_verb_before_quote(view, start)
        }
        Class::Auxiliary | Class::Action | Class::Verb(_) if relative(view).is_some() => true,
        Class::Verb(_) | Class::Action => view.takes().has(Takes::NO_THING) && view.frames.word(start).ends_with("ing"),
        _ => false,
    };
    (opens && says_something(view, start) && !thing::is_won(view, start)).then_some(start)
}

/// `said no more`, `said so`: how much was said, and not what; `maintains its image`: nothing is said.
fn says_something(view: &View, start: usize) -> bool {
    const AMOUNTS: [&str; 8] = ["no", "so", "nothing", "something", "little", "much", "more", "otherwise"];
    let mut words = start..end::of_clause(view, start);
    let amount = AMOUNTS.iter().any(|amount| view.frames.is(start, amount));
    let clause_alone = view.takes() == Takes::CLAUSE || view.report().is_passive();
    if clause_alone && !end::has_subject(view, start) {
        return view.has_quote(words);
    }
    !amount || words.any(|item| view.frames.is_quote(item) || around::is_finite(view.frames, item))
}
