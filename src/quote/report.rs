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
    /// To whom: told reporters.
    pub(super) hearer: Option<Range<usize>>,
    /// Whether the source follows its verb: said the mayor.
    pub(super) inverted: bool,
    /// Where.
    pub(super) setting: Option<Range<usize>>,
    /// When.
    pub(super) when: Option<Range<usize>>,
    /// From the first of the clause's words to the last: source, cue, setting, hearer, adverbs and time.
    pub(super) reach: Range<usize>,
}

impl Report {
    /// What the cue takes.
    pub(super) fn takes(&self) -> Takes {
        match self.cue.voice {
            Voice::Subject(form) | Voice::Passive(form) => form.takes,
            Voice::After | Voice::Owner => Takes::CLAUSE,
        }
    }

    /// Whether the cue is a form in -ing.
    pub(super) fn is_participle(&self) -> bool {
        matches!(self.cue.voice, Voice::Subject(form) if form.tense == Tense::Ing)
    }

    /// Whether its subject does not speak: was told.
    pub(super) fn is_passive(&self) -> bool {
        matches!(self.cue.voice, Voice::Passive(_))
    }

    /// Whether a comma stands between an item and the report.
    pub(super) fn follows_pause(&self, frames: &Frames, item: usize) -> bool {
        (item..self.reach.start).any(|item| frames.pauses_at(item))
    }

    /// `which it calls “…”`, `they call themselves “…”`: how somebody names a thing as a rule, or himself.
    pub(super) fn names(&self, frames: &Frames) -> bool {
        let object = frames.word(self.cue.items.end);
        let reflexive =
            (object.ends_with("self") || object.ends_with("selves")) && !frames.is(self.cue.items.end + 1, "as");
        let as_a_rule = self.is_habit() && self.is_relative(frames) && !self.is_beside(frames);
        self.takes().has(Takes::NAME) && (reflexive || as_a_rule)
    }

    /// `after the mayor called`: a clause that tells when or why.
    fn is_beside(&self, frames: &Frames) -> bool {
        let left = self.source.as_ref().and_then(|source| source.start.checked_sub(1));
        let opens = |left| ["after", "when", "because", "since"].iter().any(|word| frames.is(left, word));
        left.is_some_and(opens)
    }

    /// Whether a relative pronoun, or “what”, opens the report’s clause.
    pub(super) fn is_relative(&self, frames: &Frames) -> bool {
        let start = self.source.as_ref().map_or(self.cue.items.start, |source| source.start);
        let relative = |item: usize| matches!(frames.class(item), Class::Relative | Class::Subordinator);
        start > 0 && relative(start - 1)
            || self.source.as_ref().is_some_and(|source| relative(source.end.saturating_sub(1)))
    }

    /// `by saying`, `and has added`, `to argue`: its subject is that of the clause before.
    fn shares_subject(&self, frames: &Frames) -> bool {
        let beside = |item: &usize| matches!(frames.class(*item), Class::Adverb | Class::Auxiliary);
        let left = (0..self.cue.items.start).rev().find(|item| !beside(item));
        let joined = |left| frames.class(left) == Class::Conjunction || frames.is(left, "to");
        self.is_participle() || !self.is_passive() && left.is_some_and(joined)
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
            let leads = leads_to_main(frames, frame.clone(), &next);
            let after = subject_after(frames, frame.clone(), &next);
            let before = subject_before(frames, frame.clone(), &reports, next.reach.start);
            next.source = if leads { after.or(before) } else { before.or(after) };
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
    let speech = |report: &&Report| report.takes().is_speech();
    let main =
        reports.iter().rev().filter(speech).find(|report| !relative(report)).and_then(|report| report.source.clone());
    let opening = || Some(source::opening(frames, frame.clone())).filter(|opening| opening.end <= end);
    let reached = reports.last().map_or(frame.start, |last| last.reach.end);
    let inner = subject_of_relative(frames, reached.min(end)..end);
    inner.or(main).or_else(opening).filter(|subject| !subject.is_empty())
}

/// `criticised the party, which tried to win by saying`: the party, in whose clause the participle stands.
fn subject_of_relative(frames: &Frames, items: Range<usize>) -> Option<Range<usize>> {
    let opens = |item: &usize| frames.is(*item, "who") || frames.is(*item, "which");
    let relative = items.clone().rev().take_while(|&item| frames.class(item) != Class::Comma).find(opens)?;
    Some(source::before_relative(frames, items.start, relative)).filter(|named| !named.is_empty())
}

/// `A month after announcing it, …`: no verb stands before the participle.
fn leads_to_main(frames: &Frames, frame: Range<usize>, report: &Report) -> bool {
    let cue = report.cue.items.start;
    let opens = cue > frame.start && matches!(frames.class(cue - 1), Class::Subordinator | Class::Preposition);
    let verb = |item| matches!(frames.class(item), Class::Verb(_) | Class::Action | Class::Auxiliary);
    opens && report.is_participle() && !(frame.start..cue).any(verb)
}

/// `After suggesting that it was late, Keller left`: the subject of the main clause.
fn subject_after(frames: &Frames, frame: Range<usize>, report: &Report) -> Option<Range<usize>> {
    let comma = (report.reach.end..frame.end).find(|&item| frames.pauses_at(item))?;
    let subject = phrase::from(frames, comma + 1, frame.end);
    (report.is_participle() && !subject.is_empty()).then_some(subject)
}

fn report(frames: &Frames, frame: Range<usize>, cue: Cue) -> Report {
    let source = source::of(frames, frame.clone(), &cue);
    let inverted = source.as_ref().is_some_and(|source| source.inverted);
    let source = source.map(|source| source.items);
    let mut end = source.as_ref().filter(|_| inverted).map_or(cue.items.end, |source| source.end);
    let mut start = source
        .as_ref()
        .filter(|source| !inverted && is_near(frames, source, &cue))
        .map_or(cue.items.start, |source| source.start);
    let mut place = None;
    let hearer = heard(frames, &cue, frame.end).filter(|_| !inverted);
    if let Some(hearer) = &hearer {
        end = hearer.end;
        let bidden = frames.is(hearer.end, "to") || frames.is(hearer.end, "not");
        place = setting::hearer(frames, hearer.start, hearer.end).filter(|_| !bidden);
    }
    let trail = trail(frames, end, frame.end);
    let fronted = fronted_setting(frames, frame.start, start);
    if let Some(fronted) = &fronted {
        start = fronted.start;
    }
    let when =
        trail.when.or_else(|| time_before(frames, &source, &cue)).or_else(|| fronted_time(frames, frame.start, start));
    Report {
        cue,
        source,
        inverted,
        hearer,
        setting: trail.setting.or(fronted).or(place),
        when,
        reach: start..trail.end,
    }
}

/// Whether a source stands beside its verb: in “Keller smiled, and said” it is “smiled” that it stands beside.
fn is_near(frames: &Frames, source: &Range<usize>, cue: &Cue) -> bool {
    !(source.end..cue.items.start).any(|item| frames.class(item) == Class::Conjunction)
}

/// The hearer of “told reporters”.
fn heard(frames: &Frames, cue: &Cue, end: usize) -> Option<Range<usize>> {
    let takes_hearer = matches!(cue.voice, Voice::Subject(form) if form.takes.has(Takes::HEARER));
    let stop = (cue.items.end..end).find(|&item| frames.is(item, "to") || frames.is(item, "about"));
    let hearer = phrase::from(frames, cue.items.end, stop.unwrap_or(end));
    let object = ["me", "him", "them", "us"].iter().any(|word| frames.is(cue.items.end, word));
    match takes_hearer {
        true if object => Some(cue.items.end..cue.items.end + 1),
        true if !hearer.is_empty() => Some(hearer),
        _ => None,
    }
}

/// Adverbs that open a clause rather than close one.
const OPENERS: [&str; 3] = ["there", "not", "even"];

/// What stands between the cue and its content.
struct Trail {
    setting: Option<Range<usize>>,
    when: Option<Range<usize>>,
    end: usize,
}

/// Adverbs, time and settings from `start` on, also between commas: said, in a speech on Monday, that it was late.
fn trail(frames: &Frames, start: usize, end: usize) -> Trail {
    let inserted = frames.class(start) == Class::Comma;
    let mut trail = Trail { setting: None, when: None, end: start + usize::from(inserted) };
    while trail.step(frames, end) {}
    let closed = trail.end > start + 1 && matches!(frames.class(trail.end), Class::Comma | Class::Stop);
    match inserted {
        true if !closed => Trail { setting: None, when: None, end: start },
        true if frames.is(trail.end + 1, "that") => Trail { end: trail.end + 1, ..trail },
        _ => trail,
    }
}

impl Trail {
    /// Takes what stands at its end, if it belongs to it.
    fn step(&mut self, frames: &Frames, end: usize) -> bool {
        let at = self.end;
        if at >= end {
            return false;
        } else if let Some(setting) = setting::at(frames, at, end) {
            self.end = setting.end;
            self.setting.get_or_insert(setting);
        } else if let Some(next) = time_at(frames, at, end) {
            self.end = next;
            self.when.get_or_insert(at..next);
        } else if frames.class(at) == Class::Adverb && !OPENERS.iter().any(|word| frames.is(at, word)) {
            self.end += 1;
        }
        self.end > at
    }
}

/// The end of the time that begins at an item: `Monday`, `on Monday`, `last week`, `today`.
fn time_at(frames: &Frames, at: usize, end: usize) -> Option<usize> {
    let word = frames.word(at);
    match frames.class(at) {
        Class::Time if frames.class(at + 1) == Class::Possessive => None,
        Class::Time => phrase::past_time(frames, at, end).or(Some(at + 1)),
        Class::Adverb if DAYS.iter().any(|day| word.eq_ignore_ascii_case(day)) => Some(at + 1),
        Class::Preposition | Class::Determiner | Class::Subordinator | Class::Number => {
            phrase::past_time(frames, at, end)
        }
        _ => None,
    }
}

const DAYS: [&str; 4] = ["today", "yesterday", "tonight", "tomorrow"];

/// `Keller on Monday said`: between the source and its verb.
fn time_before(frames: &Frames, source: &Option<Range<usize>>, cue: &Cue) -> Option<Range<usize>> {
    let start = source.as_ref()?.end;
    let end = (start < cue.items.start).then(|| time_at(frames, start, cue.items.start))??;
    Some(start..end)
}

/// `On Monday, Keller said`
fn fronted_time(frames: &Frames, start: usize, source: usize) -> Option<Range<usize>> {
    let end = time_at(frames, start, source)?;
    let comma = frames.class(end) == Class::Comma;
    (end + usize::from(comma) == source).then_some(start..end)
}

/// `In a statement, the ministry said`
fn fronted_setting(frames: &Frames, start: usize, source: usize) -> Option<Range<usize>> {
    let setting = setting::at(frames, start, source)?;
    let comma = frames.class(setting.end) == Class::Comma;
    (setting.end + usize::from(comma) <= source).then_some(setting)
}
