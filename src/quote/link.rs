//! Which reporting clause a quotation belongs to, and how.
//!
//! Takes a quotation's item and the reports of its frame; gives a [`Link`]. Example: in “We will,” he said, the quotation
//! stands beside “he said”; in: he hoped, she said, for “peace”, inside what “she said” reports.
//!
//! Invariant: a link names a report of the same frame.

use super::{
    frame::Frames,
    lexicon::{Class, Takes},
    report::Report,
};

/// How a quotation belongs to a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// The report follows, and the quotation is all that it reports: “…,” he said.
    Before(usize),
    /// The report leads to it by comma, colon or nothing: he said, “…”
    After(usize),
    /// It is part of a longer clause that the report governs: he said that it was “…”.
    Inside(usize),
    /// No report of its frame governs it.
    Alone,
}

/// The link of the quotation at an item.
pub(super) fn link(frames: &Frames, start: usize, item: usize, reports: &[Report]) -> Link {
    let leads = |report: &Report| report.reach.end <= item;
    let follows = |report: &Report| report.reach.start > item;
    let next = reports.iter().position(follows);
    let last = reports.iter().rposition(leads);
    let next = next.map(|next| past_insertion(reports, next));
    if let Some(next) = next.filter(|&next| only_pauses(frames, item + 1, reports[next].reach.start)) {
        if begins_clause(frames, start, item) {
            return Link::Before(next);
        }
        if last.is_none() {
            return Link::Inside(next);
        }
    }
    if let Some(last) = last {
        let report = &reports[last];
        let colon = item > report.reach.end && frames.class(item - 1) == Class::Colon;
        if colon || only_pauses(frames, report.reach.end, item) {
            return Link::After(outermost(frames, reports, last));
        }
        if report.takes() != Takes::QUOTATION && !cut(frames, report.reach.end, item) {
            return Link::Inside(outermost(frames, reports, last));
        }
    }
    match next {
        Some(next) if closes_sentence(frames, &reports[next]) => Link::Inside(next),
        _ => Link::Alone,
    }
}

/// `Smith, responding to critics, said`: the verb after an insertion with the same source.
fn past_insertion(reports: &[Report], next: usize) -> usize {
    let inserted = reports.get(next + 1).filter(|_| reports[next].is_participle()).is_some_and(|main| {
        let source = main.source.as_ref().map_or(usize::MAX, |source| source.start);
        !main.is_participle() && source < reports[next].cue.items.start
    });
    if inserted { next + 1 } else { next }
}

/// Nothing but signs and adverbs: the quotation touches the report.
fn only_pauses(frames: &Frames, from: usize, to: usize) -> bool {
    let pause =
        |item| matches!(frames.class(item), Class::Comma | Class::Colon | Class::Dash | Class::Adverb | Class::Stop);
    (from..to).all(pause)
}

/// Whether the quotation opens its sentence, but for a conjunction or another quotation's report.
fn begins_clause(frames: &Frames, start: usize, item: usize) -> bool {
    let Some(left) = item.checked_sub(1).filter(|&left| left >= start) else { return true };
    let opener = left == start && matches!(frames.class(left), Class::Conjunction | Class::Adverb);
    opener || matches!(frames.class(left), Class::Quote(_) | Class::Colon | Class::Dash)
}

/// `said that he hoped for “…”`: the report of speech that reports a thought.
fn outermost(frames: &Frames, reports: &[Report], inner: usize) -> usize {
    let speech = |report: &Report| report.takes().is_speech();
    match inner.checked_sub(1) {
        Some(outer) if reports[inner].takes().has(Takes::THOUGHT) && speech(&reports[outer]) => {
            if cut(frames, reports[outer].reach.end, reports[inner].reach.start) { inner } else { outer }
        }
        _ => inner,
    }
}

/// A semicolon ends what a report governs.
fn cut(frames: &Frames, from: usize, to: usize) -> bool {
    (from..to).any(|item| frames.class(item) == Class::Semicolon)
}

/// `…, the mayor said.`: a report after what it reports, set off by a comma.
fn closes_sentence(frames: &Frames, report: &Report) -> bool {
    let comma = report.reach.start.checked_sub(1).is_some_and(|left| frames.class(left) == Class::Comma);
    comma && !report.takes().has(Takes::NAME) && report.source.is_some()
}
