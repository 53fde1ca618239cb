//! Reporting clauses: source, cue and setting, and the items that they take.
//!
//! Takes a frame; gives its [`Report`]s. Example: “In a post on his channel, DPR leader Denis Pushilin said earlier that he
//! hoped for “…”” holds one: source “DPR leader Denis Pushilin”, cue “said”, setting “In a post on his channel”.
//!
//! Invariant: source, cue and setting do not overlap, and lie within `reach` or before it in the frame.

use super::{
    cue::{self, Cue, Voice},
    frame::Frames,
    lexicon::{Class, Takes, Tense},
    phrase, setting, source,
};
use std::ops::Range;

/// Source, cue and setting.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// The cue.
    pub(super) cue: Cue,
    /// Who speaks.
    pub(super) source: Option<Range<usize>>,
    /// Where.
    pub(super) setting: Option<Range<usize>>,
    /// From the first of the clause's words to the last: source, cue, setting, hearer, adverbs and time.
    pub(super) reach: Range<usize>,
}

impl Report {
    /// What the cue takes.
    pub(super) fn takes(&self) -> Takes {
        match self.cue.voice {
            Voice::Subject(form) => form.takes,
            Voice::After => Takes::Clause,
        }
    }

    /// Whether the cue is a form in -ing.
    pub(super) fn is_participle(&self) -> bool {
        matches!(self.cue.voice, Voice::Subject(form) if form.tense == Tense::Ing)
    }

    /// `by saying`, `and added`, `to argue`: its subject is that of the clause before.
    fn shares_subject(&self, frames: &Frames) -> bool {
        let left = self.cue.items.start.checked_sub(1);
        let joined = |left| frames.class(left) == Class::Conjunction || frames.is(left, "to");
        self.is_participle() || left.is_some_and(joined)
    }

    /// Whether the cue says how somebody calls a thing as a rule: `which it calls`.
    pub(super) fn is_habit(&self) -> bool {
        matches!(self.cue.voice, Voice::Subject(form) if matches!(form.tense, Tense::Base | Tense::Third))
    }
}

/// The reporting clauses of a frame.
pub(super) fn reports(frames: &Frames, frame: Range<usize>) -> Vec<Report> {
    let mut reports: Vec<Report> = Vec::new();
    for cue in cue::cues(frames, frame.clone()) {
        let mut next = report(frames, frame.clone(), cue);
        if next.source.is_none() && next.shares_subject(frames) {
            next.source = subject_before(frames, frame.clone(), &reports, next.reach.start);
        }
        reports.push(next);
    }
    reports
}

/// The subject that a participle shares: that of the last finite report outside a relative clause, or the sentence's.
fn subject_before(frames: &Frames, frame: Range<usize>, reports: &[Report], end: usize) -> Option<Range<usize>> {
    let relative = |report: &&Report| {
        let start = report.source.as_ref().map_or(report.cue.items.start, |source| source.start);
        start > frame.start && matches!(frames.class(start - 1), Class::Relative)
    };
    let speech = |report: &&Report| matches!(report.takes(), Takes::Clause | Takes::Hearer);
    let main =
        reports.iter().rev().filter(speech).find(|report| !relative(report)).and_then(|report| report.source.clone());
    let opening = || Some(source::opening(frames, frame.clone())).filter(|opening| opening.end <= end);
    main.or_else(opening).filter(|subject| !subject.is_empty())
}

fn report(frames: &Frames, frame: Range<usize>, cue: Cue) -> Report {
    let source = source::of(frames, frame.clone(), &cue);
    let inverted = source.as_ref().is_some_and(|source| source.inverted);
    let source = source.map(|source| source.items);
    let mut end = source.as_ref().filter(|_| inverted).map_or(cue.items.end, |source| source.end);
    let mut start = source.as_ref().filter(|_| !inverted).map_or(cue.items.start, |source| source.start);
    let mut place = None;
    if !inverted && let Some(hearer) = heard(frames, &cue, frame.end) {
        end = hearer.end;
        place = setting::hearer(frames, hearer.start, hearer.end);
    }
    let (trailing, end) = trail(frames, end, frame.end);
    let fronted = fronted_setting(frames, frame.start, start);
    if let Some(fronted) = &fronted {
        start = fronted.start;
    }
    Report { cue, source, setting: trailing.or(fronted).or(place), reach: start..end }
}

/// The hearer of “told reporters”.
fn heard(frames: &Frames, cue: &Cue, end: usize) -> Option<Range<usize>> {
    let takes_hearer = matches!(cue.voice, Voice::Subject(form) if form.takes == Takes::Hearer);
    let hearer = phrase::from(frames, cue.items.end, end);
    let object = ["me", "him", "them", "us"].iter().any(|word| frames.is(cue.items.end, word));
    match takes_hearer {
        true if object => Some(cue.items.end..cue.items.end + 1),
        true if !hearer.is_empty() => Some(hearer),
        _ => None,
    }
}

/// What stands between the cue and its content: adverbs, time, settings. Gives the setting and the end.
fn trail(frames: &Frames, start: usize, end: usize) -> (Option<Range<usize>>, usize) {
    let mut found = None;
    let mut at = start;
    while at < end {
        at = match (setting::at(frames, at, end), frames.class(at)) {
            (Some(setting), _) => {
                let next = setting.end;
                found = found.or(Some(setting));
                next
            }
            (None, Class::Adverb | Class::Time) => at + 1,
            (None, Class::Preposition | Class::Determiner) => match phrase::past_time(frames, at, end) {
                Some(next) => next,
                None => break,
            },
            _ => break,
        };
    }
    (found, at)
}

/// `In a statement, the ministry said`
fn fronted_setting(frames: &Frames, start: usize, source: usize) -> Option<Range<usize>> {
    let setting = setting::at(frames, start, source)?;
    let comma = frames.class(setting.end) == Class::Comma;
    (setting.end + usize::from(comma) <= source).then_some(setting)
}
