//! Attributions: each quotation with its kind, source, cue and setting, and the speaker carried on.
//!
//! Takes the frames of a text; gives its attributions in order. Example: “It burnt,” she said. “All of it.” is one
//! attribution of two spans; a quoted sentence in the next paragraph is hers too, without a cue.
//!
//! Invariant: each quotation is content of at most one attribution.

use super::{
    frame::Frames,
    kind::{self, Shape},
    lexicon::{Class, Takes},
    link::{self, Link},
    phrase,
    report::{self, Report},
    source,
    speaker::{self, Voice},
    verb::is_be,
};
use crate::{Attribution, QuoteKind, Span, mention::Cast};
use std::ops::Range;

/// The attributions of a text.
pub(super) fn attribute(frames: &Frames, cast: &Cast) -> Vec<Attribution> {
    let held = vec![None; frames.quotations.len()];
    let mut work = Work { frames, cast, found: Vec::new(), held, last: None };
    for frame in 0..frames.frames.len() {
        work.frame(frame);
    }
    crate::order::sort_by(&mut work.found, |attribution| (attribution.content.first().map_or(0, |span| span.start), 0));
    work.found
}

struct Work<'a> {
    frames: &'a Frames<'a>,
    cast: &'a Cast,
    found: Vec<Attribution>,
    /// For each quotation the attribution that holds it.
    held: Vec<Option<usize>>,
    /// Who spoke last.
    last: Option<Voice>,
}

/// A quotation in its frame.
struct Quoted {
    item: usize,
    quotation: usize,
    link: Link,
    kind: QuoteKind,
}

impl Work<'_> {
    fn frame(&mut self, frame: usize) {
        let Some(items) = self.frames.frames.get(frame).map(|frame| frame.items.clone()) else { return };
        let quotes = quotes(self.frames, items.clone());
        if quotes.is_empty() {
            return;
        }
        let reports = report::reports(self.frames, items.clone());
        let mut quoted: Vec<Quoted> = quotes.iter().filter_map(|&q| self.judge(items.clone(), q, &reports)).collect();
        join_interrupted(&mut quoted);
        join_terms(&mut quoted);
        let mut of_report: Vec<(usize, QuoteKind, usize)> = Vec::new();
        for quoted in quoted {
            self.place(frame, &quoted, &reports, &mut of_report);
        }
    }

    /// The link and kind of a quotation; none for titles and empty marks.
    fn judge(&self, items: Range<usize>, (item, quotation): (usize, usize), reports: &[Report]) -> Option<Quoted> {
        let shape = kind::shape(self.frames, item, quotation);
        let link = match shape {
            Shape::Distanced => Link::Alone,
            _ => link::link(self.frames, items.start, item, reports),
        };
        let kind = match (shape, link) {
            (Shape::Title | Shape::Empty, _) => return None,
            (Shape::Distanced, _) => QuoteKind::Scare,
            (_, Link::Before(_)) => QuoteKind::Direct,
            (Shape::Sentence, Link::After(_)) => QuoteKind::Direct,
            (Shape::Term, Link::After(_)) if self.pauses(item) => QuoteKind::Direct,
            (Shape::Words, Link::After(report) | Link::Inside(report)) if !self.names(&reports[report]) => {
                QuoteKind::Mixed
            }
            (Shape::Sentence, Link::Inside(report)) if !self.names(&reports[report]) => QuoteKind::Mixed,
            (Shape::Sentence, Link::Alone) if self.is_bare(items.clone()) => QuoteKind::Direct,
            (Shape::Sentence | Shape::Words, Link::Alone) if self.is_long(quotation) => QuoteKind::Mixed,
            _ => QuoteKind::Scare,
        };
        Some(Quoted { item, quotation, link, kind })
    }

    /// `which it calls “…”`, `they call themselves “…”`: how somebody names a thing as a rule, or himself.
    fn names(&self, report: &Report) -> bool {
        let start = report.source.as_ref().map_or(report.cue.items.start, |source| source.start);
        let relative = start > 0 && matches!(self.frames.class(start - 1), Class::Relative | Class::Subordinator);
        let object = self.frames.word(report.cue.items.end);
        let reflexive = object.ends_with("self") || object.ends_with("selves");
        report.takes() == Takes::Name && (reflexive || report.is_habit() && relative)
    }

    /// Whether a comma or colon leads to an item.
    fn pauses(&self, item: usize) -> bool {
        item > 0 && matches!(self.frames.class(item - 1), Class::Comma | Class::Colon)
    }

    /// Whether a frame holds nothing but quotations, signs and conjunctions.
    fn is_bare(&self, mut items: Range<usize>) -> bool {
        items.all(|item| {
            let class = self.frames.class(item);
            matches!(
                class,
                Class::Quote(_) | Class::Comma | Class::Stop | Class::Dash | Class::Conjunction | Class::Mark
            )
        })
    }

    fn is_long(&self, quotation: usize) -> bool {
        const LONG: usize = 5;
        self.frames.quotations.get(quotation).is_some_and(|quotation| quotation.inside().len() >= LONG)
    }

    fn place(&mut self, frame: usize, quoted: &Quoted, reports: &[Report], of: &mut Vec<(usize, QuoteKind, usize)>) {
        let span = self.frames.span(quoted.item..quoted.item + 1);
        match quoted.link {
            Link::Before(at) | Link::After(at) | Link::Inside(at) => {
                let speech = quoted.kind != QuoteKind::Scare; // each term is one of its own
                let same = |(report, kind, _): &&(usize, QuoteKind, usize)| (*report, *kind) == (at, quoted.kind);
                let earlier = of.iter().find(same).filter(|_| speech);
                let index = match earlier {
                    Some((_, _, index)) => *index,
                    None => self.reported(frame, quoted, &reports[at]),
                };
                of.push((at, quoted.kind, index));
                self.hold(quoted.quotation, index, span);
            }
            Link::Alone => self.alone(frame, quoted, span),
        }
    }

    /// The attribution of a report: a new one, or the one that an earlier paragraph left open.
    fn reported(&mut self, frame: usize, quoted: &Quoted, report: &Report) -> usize {
        let voice = report
            .source
            .clone()
            .map(|source| speaker::voice(self.frames, self.cast, source, frame, self.last.as_ref()));
        let open = self.continued(quoted.quotation).filter(|&open| self.found[open].cue.is_none());
        let index = open.unwrap_or_else(|| self.push(quoted.kind));
        let attribution = &mut self.found[index];
        attribution.cue = Some(self.frames.span(report.cue.items.clone()));
        attribution.setting = report.setting.clone().map(|setting| self.frames.span(setting));
        let before = self.last.clone();
        self.give(index, voice);
        if quoted.kind == QuoteKind::Scare {
            self.last = before;
        }
        index
    }

    /// A quotation without a reporting clause: goes on with what was said, or is nobody's term.
    fn alone(&mut self, frame: usize, quoted: &Quoted, span: Span) {
        if quoted.kind == QuoteKind::Scare {
            let index = self.push(quoted.kind);
            return self.hold(quoted.quotation, index, span);
        }
        if let Some(source) = self.colon_source(frame, quoted.item) {
            let index = self.push(QuoteKind::Direct);
            self.give(index, Some(speaker::voice(self.frames, self.cast, source, frame, self.last.as_ref())));
            return self.hold(quoted.quotation, index, span);
        }
        if self.is_hidden(quoted.item) {
            let index = self.push(quoted.kind);
            return self.hold(quoted.quotation, index, span);
        }
        let same = self.continued(quoted.quotation).or_else(|| self.goes_on(frame, quoted));
        let index = same.unwrap_or_else(|| self.carried(frame, quoted.kind));
        self.hold(quoted.quotation, index, span);
    }

    /// `He was told “…”`: the passive hides who spoke, and its subject did not.
    fn is_hidden(&self, item: usize) -> bool {
        let told = item.checked_sub(1).filter(|&told| self.frames.class(told) == Class::Action);
        told.is_some_and(|told| told > 0 && is_be(self.frames.word(told - 1)))
    }

    /// The attribution of the quotation that this one continues in a new paragraph.
    fn continued(&self, quotation: usize) -> Option<usize> {
        let continues = self.frames.quotations.get(quotation)?.continues;
        quotation.checked_sub(1).filter(|_| continues).and_then(|before| self.held[before])
    }

    /// `“…,” she said. “…”`: the direct quotation that ended in the sentence before, in the same block.
    fn goes_on(&self, frame: usize, quoted: &Quoted) -> Option<usize> {
        let before = self.frames.frames.get(frame.checked_sub(1)?)?;
        let same_block = before.block == self.frames.frames.get(frame)?.block;
        let last = quotes(self.frames, before.items.clone()).last().copied()?;
        let index = self.held[last.1].filter(|_| same_block && quoted.kind == QuoteKind::Direct)?;
        (self.found[index].kind == QuoteKind::Direct).then_some(index)
    }

    fn carried(&mut self, frame: usize, kind: QuoteKind) -> usize {
        let voice = self.voice_before(frame, kind);
        let index = self.push(kind);
        self.give(index, voice);
        index
    }

    /// Gives an attribution its speaker, who may go on speaking.
    fn give(&mut self, index: usize, voice: Option<Voice>) {
        self.found[index].source = voice.as_ref().map(|voice| voice.source);
        self.found[index].speaker = voice.as_ref().and_then(|voice| voice.speaker);
        self.last = voice.or(self.last.take());
    }

    /// Who goes on speaking: the subject of the sentence before, or the last voice in this block or the one before.
    fn voice_before(&self, frame: usize, kind: QuoteKind) -> Option<Voice> {
        const BACK: usize = 5;
        let here = self.frames.frames.get(frame)?.block;
        if kind == QuoteKind::Mixed
            && let Some(voice) = self.subject_voice(frame, true)
        {
            return Some(voice);
        }
        if let Some(voice) = frame.checked_sub(1).and_then(|before| self.voice_at_colon(before)) {
            return Some(voice);
        }
        for earlier in (frame.saturating_sub(BACK)..frame).rev() {
            let block = self.frames.frames.get(earlier)?.block;
            if block + 2 < here {
                break;
            }
            if let Some(voice) = self.last.as_ref().filter(|voice| voice.frame == earlier) {
                return Some(voice.clone());
            }
            if let Some(voice) = self.report_voice(earlier) {
                return Some(voice);
            }
            if let Some(voice) = self.subject_voice(earlier, false).filter(|_| block == here && earlier + 1 == frame) {
                return Some(voice);
            }
        }
        self.last.clone().filter(|_| kind == QuoteKind::Direct)
    }

    /// The source of the first report of speech in a frame without quotations: the others stand inside what it reports.
    fn report_voice(&self, frame: usize) -> Option<Voice> {
        let items = self.frames.frames.get(frame)?.items.clone();
        let reports = report::reports(self.frames, items);
        let said = |report: &&Report| matches!(report.takes(), Takes::Clause | Takes::Hearer);
        let source = reports.iter().filter(said).find_map(|report| report.source.clone())?;
        Some(speaker::voice(self.frames, self.cast, source, frame, self.last.as_ref()))
    }

    /// `Keller called them out on it:` leads to the quotation after it.
    fn voice_at_colon(&self, frame: usize) -> Option<Voice> {
        let items = self.frames.frames.get(frame)?.items.clone();
        if self.frames.class(items.end.checked_sub(1)?) != Class::Colon {
            return None;
        }
        let reports = report::reports(self.frames, items);
        match reports.iter().rev().find_map(|report| report.source.clone()) {
            Some(source) => Some(speaker::voice(self.frames, self.cast, source, frame, self.last.as_ref())),
            None => self.subject_voice(frame, true),
        }
    }

    /// Who opens the sentence: a person or “he”, or whoever has a name where the sentence itself quotes.
    fn subject_voice(&self, frame: usize, any_name: bool) -> Option<Voice> {
        let opening = source::opening(self.frames, self.frames.frames.get(frame)?.items.clone());
        let personal = self.frames.is(opening.start, "he") || self.frames.is(opening.start, "she");
        let has_name = any_name && opening.clone().any(|item| self.frames.class(item) == Class::Name);
        let voice = speaker::voice(self.frames, self.cast, opening.clone(), frame, self.last.as_ref());
        (!opening.is_empty() && (personal || has_name || voice.speaker.is_some())).then_some(voice)
    }

    /// `Keller: “…”`: nothing but a name and a colon before the quotation.
    fn colon_source(&self, frame: usize, item: usize) -> Option<Range<usize>> {
        let start = self.frames.frames.get(frame)?.items.start;
        let colon = item.checked_sub(1).filter(|&colon| colon > start && self.frames.class(colon) == Class::Colon)?;
        let name = phrase::from(self.frames, start, colon);
        (name.end == colon && name.clone().any(|item| self.frames.class(item) == Class::Name)).then_some(name)
    }

    fn push(&mut self, kind: QuoteKind) -> usize {
        self.found.push(Attribution {
            kind,
            content: Vec::new(),
            source: None,
            speaker: None,
            cue: None,
            setting: None,
        });
        self.found.len() - 1
    }

    fn hold(&mut self, quotation: usize, index: usize, span: Span) {
        self.held[quotation] = Some(index);
        self.found[index].content.push(span);
    }
}

/// The quotations among some items, with their index in the text.
fn quotes(frames: &Frames, items: Range<usize>) -> Vec<(usize, usize)> {
    let quote = |item| match frames.class(item) {
        Class::Quote(quotation) => Some((item, quotation)),
        _ => None,
    };
    items.filter_map(quote).collect()
}

/// `“…,” she said, “…”`: what follows the report is direct if what stands before it is.
fn join_interrupted(quoted: &mut [Quoted]) {
    let mut direct = None;
    for quoted in quoted {
        match quoted.link {
            Link::Before(report) if quoted.kind == QuoteKind::Direct => direct = Some(report),
            Link::After(report) if direct == Some(report) => quoted.kind = QuoteKind::Direct,
            _ => {}
        }
    }
}

/// One word in marks is a term, unless the same clause quotes more: then all its parts are speech.
fn join_terms(quoted: &mut [Quoted]) {
    let mixed: Vec<Link> = quoted.iter().filter(|q| q.kind == QuoteKind::Mixed).map(|q| q.link).collect();
    for quoted in quoted.iter_mut().filter(|quoted| quoted.kind == QuoteKind::Scare && quoted.link != Link::Alone) {
        if mixed.contains(&quoted.link) {
            quoted.kind = QuoteKind::Mixed;
        }
    }
}
