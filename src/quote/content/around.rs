//! Words around their report: The plan, the mayor said, would fail. It failed, according to the mayor.
//!
//! Takes a report's view; gives the words before it and those after it. Example: in “The plan, the mayor said, would fail” they
//! are “The plan” and “would fail”.
//!
//! Invariant: a pause, or the sentence's edge, stands on both sides of the report.

use super::{View, end};
use crate::quote::{cue::Voice, frame::Frames, inventory::Takes, lexicon::Class, report::Report};
use std::ops::Range;

/// Whether a report stands amid or after what it reports.
pub(super) fn is_aside(frames: &Frames, frame: Range<usize>, report: &Report) -> bool {
    let start = with_as(frames, report);
    let pauses_left =
        start == frame.start || matches!(frames.class(start - 1), Class::Comma | Class::Dash | Class::Quote(_));
    let pauses_right = report.inverted
        || report.reach.end >= frame.end
        || matches!(frames.class(report.reach.end), Class::Comma | Class::Stop | Class::Dash | Class::Semicolon);
    let fits = report.source.is_some()
        && (start < report.reach.start || !is_reduced(frames, report))
        && report.takes().has(Takes::CLAUSE)
        && !(report.is_participle() && report.cue.items.start == report.reach.start);
    let cites = report.cue.voice == Voice::After || start < report.reach.start;
    let leads = (frame.start..start)
        .all(|item| matches!(frames.class(item), Class::Conjunction | Class::Adverb | Class::Comma));
    match report.cue.voice {
        Voice::After => return fits,
        Voice::Owner | Voice::Passive(_) => return false,
        Voice::Subject(_) => {}
    }
    if cites {
        return fits && (leads || pauses_right);
    }
    let left = left(frames, frame.start, report);
    let next = past_comma(frames, report.reach.end);
    let splits = next > report.reach.end && !report.inverted && (frames.is_midway(next) || !frames.is_quote(next));
    let adverbial = matches!(frames.class(left.start), Class::Preposition | Class::Time | Class::Adverb);
    let whole = (!adverbial || holds_clause(frames, left.clone())) && !leads_to_quote(frames, left, next);
    fits && pauses_left && pauses_right && start > frame.start && (whole || splits)
}

/// `…, a plan announced this year`: a participle, and nobody speaks.
fn is_reduced(frames: &Frames, report: &Report) -> bool {
    let first = report.source.as_ref().map_or(report.reach.start, |source| source.start);
    let thing = report.takes().has(Takes::THING) && !report.inverted;
    thing && (frames.is(first, "a") || frames.is(first, "an"))
}

fn past_comma(frames: &Frames, item: usize) -> usize {
    item + usize::from(matches!(frames.class(item), Class::Comma | Class::Dash))
}

/// `After the vote failed, the mayor said, “We will go.”`
fn leads_to_quote(frames: &Frames, mut left: Range<usize>, next: usize) -> bool {
    let quoted = left.any(|item| frames.is_quote(item));
    !quoted && frames.is_quote(next) && !frames.is_midway(next)
}

/// `as the mayor said`: from its “as” on.
fn with_as(frames: &Frames, report: &Report) -> usize {
    let start = report.reach.start;
    if start > 0 && frames.is(start - 1, "as") { start - 1 } else { start }
}

/// The words before an aside, from `reached` on.
pub(super) fn left(frames: &Frames, reached: usize, report: &Report) -> Range<usize> {
    let stop = with_as(frames, report);
    let sign = |item: usize| matches!(frames.class(item), Class::Comma | Class::Dash);
    let end = (reached..stop).rev().find(|&item| !sign(item)).map_or(reached, |last| last + 1);
    let cut = |item: &usize| matches!(frames.class(*item), Class::Colon | Class::Semicolon);
    let start = (reached..end).rev().find(cut).map_or(reached, |cut| cut + 1);
    start..end
}

/// The parts of an aside's content; none where they are quotations and nothing else.
pub(super) fn content(view: &View, reached: usize) -> Vec<Range<usize>> {
    let left = left(view.frames, reached, view.report());
    let start = past_comma(view.frames, view.after());
    let right = start..end::of_clause(view, start.min(view.frame.end));
    let mut parts = Vec::new();
    if !only_quotes(view, left.clone()) && !is_lead(view, left.clone()) {
        parts.push(left.clone());
    }
    let joins = !parts.is_empty() && view.frames.is_midway(start);
    if start > view.after() && (joins || resumes(view, right.clone())) {
        if parts.is_empty() && is_opener(view, left.clone()) && !view.frames.is(left.end, "as") {
            parts.push(left);
        }
        parts.push(right);
    }
    parts
}

/// `But, she said, it was late`: the first word of what she said.
fn is_opener(view: &View, mut left: Range<usize>) -> bool {
    !left.is_empty() && left.all(|item| matches!(view.class(item), Class::Conjunction | Class::Adverb))
}

fn only_quotes(view: &View, items: Range<usize>) -> bool {
    let lead = |item: &usize| matches!(view.class(*item), Class::Conjunction | Class::Adverb);
    items.skip_while(lead).all(|item| {
        matches!(view.class(item), Class::Quote(_) | Class::Comma | Class::Dash | Class::Stop | Class::Mark)
    })
}

/// `But as Keller noted, …`: no words of hers.
fn is_lead(view: &View, left: Range<usize>) -> bool {
    let cites = with_as(view.frames, view.report()) < view.report().reach.start;
    let named = |item: usize| matches!(view.class(item), Class::Determiner | Class::Noun | Class::Name);
    let subject = named(left.start) && view.class(view.after()) == Class::Comma;
    cites && !subject && !holds_clause(view.frames, left)
}

/// Whether what follows an aside goes on with what it reports.
fn resumes(view: &View, right: Range<usize>) -> bool {
    let opens = !matches!(view.class(right.start), Class::Relative | Class::Quote(_))
        && !view.frames.word(right.start).ends_with("ing");
    let after = view.report().inverted && view.report().cue.voice != Voice::After;
    let opens = opens && (!after || view.class(right.start) == Class::Conjunction);
    let reports = view.reports.iter().any(|report| report.cue.items.start == right.start);
    !right.is_empty() && opens && !reports && !only_quotes(view, right)
}

/// Whether some words have a verb, or quoted words.
fn holds_clause(frames: &Frames, mut items: Range<usize>) -> bool {
    items.any(|item| matches!(frames.class(item), Class::Quote(_)) || is_finite(frames, item))
}

/// Whether an item is, as far as can be told, a verb with a subject.
pub(super) fn is_finite(frames: &Frames, item: usize) -> bool {
    let before = item.checked_sub(1).map_or(Class::Stop, |left| frames.class(left));
    match frames.class(item) {
        Class::Auxiliary | Class::Action | Class::Verb(_) => true,
        Class::Noun => {
            let word = frames.word(item);
            let subject = matches!(
                before,
                Class::Noun | Class::Name | Class::Pronoun | Class::Adverb | Class::Close | Class::Relative
            );
            subject && (word.len() > 4 && word.ends_with("ed") || before == Class::Pronoun)
        }
        _ => false,
    }
}
