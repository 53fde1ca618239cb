//! Turns of a conversation and headlines, where a name and a colon stand for “says”.
//!
//! Takes the frames, the cast and a frame that begins a block; gives the source of a [`Turn`] and where its words begin. Example: in
//! the block “Lund: We were never asked. Not once.” the source is “Lund”, the words are the two sentences.
//!
//! Invariant: the words of a turn lie within its block.

use super::{frame::Frames, lexicon::Class};
use crate::{MentionSense, NameType, mention::Cast};
use std::ops::Range;

/// Somebody's turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    /// Who has the word.
    pub(super) source: Range<usize>,
    /// The first item of what is said.
    pub(super) first: usize,
}

/// The turn that a frame begins.
pub(super) fn turn(frames: &Frames, cast: &Cast, frame: usize) -> Option<Turn> {
    let items = frames.frames.get(frame)?.items.clone();
    let colon = label_end(frames, items.clone())?;
    let source = items.start..colon;
    let words = colon + 1 < items.end && !frames.is_quote(colon + 1);
    (words && speaks(frames, cast, source.clone())).then_some(Turn { source, first: colon + 1 })
}

/// The colon after a name that opens a block.
fn label_end(frames: &Frames, items: Range<usize>) -> Option<usize> {
    const LONGEST: usize = 6;
    let colon = (items.start..items.end.min(items.start + LONGEST)).find(|&item| frames.class(item) != Class::Name)?;
    (colon > items.start && frames.class(colon) == Class::Colon).then_some(colon)
}

/// Whether a label names a person, a body, or a seat of power: “Question:” and “France:” are no speakers.
fn speaks(frames: &Frames, cast: &Cast, label: Range<usize>) -> bool {
    let span = frames.span(label);
    cast.within(span).iter().any(|mention| {
        let kind = cast.entities.get(mention.entity).map(|entity| entity.name_type);
        let person = kind == Some(NameType::Per) || mention.sense == MentionSense::Government;
        mention.span.end == span.end && (person || kind == Some(NameType::Org))
    })
}
