//! Attributions: each quotation with its kind, source, cue and setting, and the speaker carried on.
//!
//! Takes the frames of a text; gives its attributions in order. Example: “It burnt,” she said. “All of it.” is one
//! attribution of two spans; a quoted sentence in the next paragraph is hers too, without a cue.
//!
//! Invariant: each quotation is content of at most one attribution.

use super::{
    content::{self, Content},
    frame::Frames,
    kind::{self, Shape},
    lexicon::{Class, is_negation},
    link::{self, Link},
    pull,
    report::{self, Report},
    speaker::{self, Voice},
    verb::is_be,
};
use crate::{Attribution, QuoteKind, Relay, Span, mention::Cast};
use std::ops::Range;

/// The attributions of a text.
pub(super) fn attribute(frames: &Frames, cast: &Cast) -> Vec<Attribution> {
    let held = vec![None; frames.quotations.len()];
    let mut work = Work { frames, cast, found: Vec::new(), held, last: None, pulled: Vec::new() };
    let mut frame = 0;
    while frame < frames.frames.len() {
        frame = work.whole_block(frame).unwrap_or_else(|| {
            work.frame(frame);
            frame + 1
        });
    }
    pull::give_speakers(frames.text, &mut work.found, &work.pulled);
    crate::order::sort_by(&mut work.found, |attribution| (attribution.content.first().map_or(0, |span| span.start), 0));
    work.found
}

/// A text under way, and who spoke last.
pub(super) struct Work<'a> {
    /// The text, folded.
    pub(super) frames: &'a Frames<'a>,
    /// Its entities.
    pub(super) cast: &'a Cast,
    /// What was found so far.
    pub(super) found: Vec<Attribution>,
    /// For each quotation the attribution that holds it.
    held: Vec<Option<usize>>,
    /// Who spoke last.
    pub(super) last: Option<Voice>,
    /// The block quotations that say nothing of who speaks.
    pub(super) pulled: Vec<usize>,
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
        let reports = report::reports(self.frames, items.clone());
        let mut contents = content::contents(self.frames, items.clone(), &reports).into_iter().peekable();
        let mut of_report: Vec<(usize, QuoteKind, usize)> = Vec::new();
        for quoted in self.quoted(items, &reports) {
            while let Some(content) = contents.next_if(|content| content.parts[0].start <= quoted.item) {
                self.state(frame, &content, &reports);
            }
            let held = self.held.get(quoted.quotation).is_some_and(Option::is_some);
            if !held || self.is_named(&quoted, &reports) {
                self.place(frame, &quoted, &reports, &mut of_report);
            }
        }
        contents.for_each(|content| self.state(frame, &content, &reports));
    }

    /// `it went to war, in what it calls a “special operation”`: a term, also within what somebody else says.
    fn is_named(&self, quoted: &Quoted, reports: &[Report]) -> bool {
        let (Link::Before(at) | Link::After(at) | Link::Inside(at)) = quoted.link else { return false };
        quoted.kind == QuoteKind::Scare && reports.get(at).is_some_and(|report| report.names(self.frames))
    }

    /// The quotations of a frame, each with its link and kind.
    fn quoted(&self, items: Range<usize>, reports: &[Report]) -> Vec<Quoted> {
        let quotes = quotes(self.frames, items.clone());
        let mut quoted: Vec<Quoted> = quotes.iter().filter_map(|&q| self.judge(items.clone(), q, reports)).collect();
        join_interrupted(&mut quoted);
        join_terms(&mut quoted);
        quoted
    }

    /// The attribution of a content: a clause, with the quotations in it.
    fn state(&mut self, frame: usize, content: &Content, reports: &[Report]) {
        let Some(report) = reports.get(content.report) else { return };
        let index = self.push_words(&content.parts);
        self.report(index, frame, report);
        self.found[index].chain = content.chain.iter().filter_map(|&at| self.relay(frame, reports.get(at)?)).collect();
        keep_apart(&mut self.found[index]);
    }

    /// A new attribution of some words, which holds the quotations in them.
    pub(super) fn push_words(&mut self, parts: &[Range<usize>]) -> usize {
        let quotes: Vec<(usize, usize)> = parts.iter().flat_map(|part| quotes(self.frames, part.clone())).collect();
        let index = self.push(if quotes.is_empty() { QuoteKind::Indirect } else { QuoteKind::Mixed });
        self.found[index].content = parts.iter().map(|part| self.frames.span(part.clone())).collect();
        quotes.iter().for_each(|&(_, quotation)| self.held[quotation] = Some(index));
        index
    }

    /// The voice of a source in a frame, after whoever spoke last.
    pub(super) fn voice(&self, source: Range<usize>, frame: usize) -> Voice {
        speaker::voice(self.frames, self.cast, source, frame, self.last.as_ref())
    }

    /// Somebody whom the source cites.
    fn relay(&self, frame: usize, report: &Report) -> Option<Relay> {
        let voice = self.voice(report.source.clone()?, frame);
        Some(Relay { source: voice.source, speakers: voice.speakers(), cue: self.cue(report) })
    }

    /// The cue's words; where they are denied, with that: what a card shows of “does not deny” may not be “deny”.
    fn cue(&self, report: &Report) -> Span {
        let Range { mut start, end } = report.cue.items.clone();
        let mut at = start;
        while at > 0 && matches!(self.frames.class(at - 1), Class::Adverb | Class::Auxiliary) {
            at -= 1;
            if is_negation(self.frames.word(at)) {
                start = at - usize::from(at > 0 && self.frames.class(at - 1) == Class::Auxiliary);
            }
        }
        self.frames.span(start..end)
    }

    /// Gives an attribution its cue, setting and speaker.
    fn report(&mut self, index: usize, frame: usize, report: &Report) {
        let cue = self.cue(report);
        let attribution = &mut self.found[index];
        attribution.cue = Some(cue);
        attribution.setting = report.setting.clone().map(|setting| self.frames.span(setting));
        attribution.when = report.when.clone().map(|when| self.frames.span(when));
        let voice = report.source.clone().map(|source| self.voice(source, frame));
        self.give(index, voice);
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
            (Shape::Words, Link::After(report) | Link::Inside(report)) if !reports[report].names(self.frames) => {
                QuoteKind::Mixed
            }
            (Shape::Sentence, Link::Inside(report)) if !reports[report].names(self.frames) => QuoteKind::Mixed,
            (Shape::Sentence, Link::Alone) if self.is_bare(items.clone()) || self.follows_colon(item) => {
                QuoteKind::Direct
            }
            (Shape::Sentence | Shape::Words, Link::Alone) if self.is_long(quotation) => QuoteKind::Mixed,
            _ => QuoteKind::Scare,
        };
        Some(Quoted { item, quotation, link, kind })
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
        let open = self.continued(quoted.quotation).filter(|&open| self.found[open].cue.is_none());
        let index = open.unwrap_or_else(|| self.push(quoted.kind));
        let before = self.last.clone();
        self.report(index, frame, report);
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
        if let Some(voice) = self.colon_voice(frame, quoted.item) {
            let index = self.push(QuoteKind::Direct);
            self.give(index, Some(voice));
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
    pub(super) fn give(&mut self, index: usize, voice: Option<Voice>) {
        let attribution = &mut self.found[index];
        attribution.source = voice.as_ref().map(|voice| voice.source);
        attribution.speakers = voice.as_ref().map_or_else(Vec::new, Voice::speakers);
        attribution.unnamed = voice.as_ref().is_some_and(|voice| voice.unnamed);
        self.last = voice.or(self.last.take());
    }

    pub(super) fn push(&mut self, kind: QuoteKind) -> usize {
        self.found.push(Attribution::new(kind, Vec::new()));
        self.found.len() - 1
    }

    fn hold(&mut self, quotation: usize, index: usize, span: Span) {
        self.held[quotation] = Some(index);
        self.found[index].content.push(span);
    }
}

/// A time or setting within the content is part of what is said: In 2019, she said, the bridge was closed.
fn keep_apart(attribution: &mut Attribution) {
    let said = |span: &Span| attribution.content.iter().any(|content| content.contains(*span));
    (attribution.when, attribution.setting) =
        (attribution.when.filter(|when| !said(when)), attribution.setting.filter(|setting| !said(setting)));
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
