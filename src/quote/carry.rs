//! Who speaks where no reporting clause says so: the speaker carried on, the subject of the sentence, a name before a colon.
//!
//! Takes a quotation's frame; gives a [`Voice`]. Example: in “Keller had a message: “Stay at home.”” it is Keller's; a quoted
//! sentence after it is his too.
//!
//! Invariant: a voice comes from the quotation's own sentence or from one before it.

use super::{
    attribute::Work,
    lexicon::Class,
    phrase,
    report::{self, Report},
    source,
    speaker::Voice,
};
use crate::QuoteKind;
use std::ops::Range;

impl Work<'_> {
    /// Who goes on speaking: whoever spoke or opened a sentence near by, for whole sentences else whoever spoke last.
    pub(super) fn voice_before(&self, frame: usize, kind: QuoteKind) -> Option<Voice> {
        self.voice_near(frame, kind).or_else(|| self.last.clone().filter(|_| kind == QuoteKind::Direct))
    }

    /// The voice near by: the subject of the sentence before, or the last voice in this block or the one before.
    pub(super) fn voice_near(&self, frame: usize, kind: QuoteKind) -> Option<Voice> {
        const BACK: usize = 5;
        let here = self.frames.frames.get(frame)?.block;
        if kind == QuoteKind::Mixed
            && !self.is_predicate(frame)
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
        None
    }

    /// The source of the first report of speech in a frame without quotations: the others stand inside what it reports.
    fn report_voice(&self, frame: usize) -> Option<Voice> {
        let items = self.frames.frames.get(frame)?.items.clone();
        let reports = report::reports(self.frames, items);
        let said = |report: &&Report| report.takes().is_speech();
        let source = reports.iter().filter(said).find_map(|report| report.source.clone())?;
        Some(self.voice(source, frame))
    }

    /// `Keller called them out on it:` leads to the quotation after it.
    fn voice_at_colon(&self, frame: usize) -> Option<Voice> {
        let items = self.frames.frames.get(frame)?.items.clone();
        if self.frames.class(items.end.checked_sub(1)?) != Class::Colon {
            return None;
        }
        let reports = report::reports(self.frames, items);
        match reports.iter().rev().find_map(|report| report.source.clone()) {
            Some(source) => Some(self.voice(source, frame)),
            None => self.subject_voice(frame, true),
        }
    }

    /// Who opens the sentence: a person or “he”, or whoever has a name where the sentence itself quotes.
    fn subject_voice(&self, frame: usize, any_name: bool) -> Option<Voice> {
        let opening = source::opening(self.frames, self.frames.frames.get(frame)?.items.clone());
        let personal = self.frames.is(opening.start, "he") || self.frames.is(opening.start, "she");
        let has_name = any_name && opening.clone().any(|item| self.frames.class(item) == Class::Name);
        let voice = self.voice(opening.clone(), frame);
        (!opening.is_empty() && (personal || has_name || voice.speaker.is_some())).then_some(voice)
    }

    /// `Keller “has put aside her doubts”`: quoted words that go on from their subject say something of her, and are not hers.
    fn is_predicate(&self, frame: usize) -> bool {
        let Some(items) = self.frames.frames.get(frame).map(|frame| frame.items.clone()) else { return false };
        let next = source::opening(self.frames, items).end;
        self.frames.is_midway(next)
    }

    /// `Keller: “…”`, or `Keller had a message: “…”`.
    pub(super) fn colon_voice(&self, frame: usize, item: usize) -> Option<Voice> {
        match self.colon_source(frame, item) {
            Some(source) => Some(self.voice(source, frame)),
            None if self.follows_colon(item) => self.subject_voice(frame, true),
            None => None,
        }
    }

    pub(super) fn follows_colon(&self, item: usize) -> bool {
        item > 0 && self.frames.class(item - 1) == Class::Colon
    }

    /// `Keller: “…”`, `For Keller: “…”`: nothing but a name and a colon before the quotation.
    fn colon_source(&self, frame: usize, item: usize) -> Option<Range<usize>> {
        let start = self.frames.frames.get(frame)?.items.start;
        let colon = item.checked_sub(1).filter(|&colon| colon > start && self.frames.class(colon) == Class::Colon)?;
        let name = phrase::from(self.frames, start + usize::from(self.frames.is(start, "for")), colon);
        (name.end == colon && name.clone().any(|item| self.frames.class(item) == Class::Name)).then_some(name)
    }
}
