//! Cues: which verbs and turns of phrase report speech here.
//!
//! Takes a frame; gives its [`Cue`]s in order. Example: in “the mayor, who reports to nobody, said” the cue is “said”; in
//! “according to the mayor” it is “according to”.
//!
//! Invariant: cues stand outside quotation marks and do not overlap.

use super::{
    frame::Frames,
    lexicon::{Class, Form, Tense},
};
use std::ops::Range;

/// Words that report speech.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// The words.
    pub(super) items: Range<usize>,
    /// Where the source stands.
    pub(super) voice: Voice,
}

/// Where the source of a cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// It is the verb's subject.
    Subject(Form),
    /// It follows: “according to the mayor”.
    After,
}

/// The cues of some items.
pub(super) fn cues(frames: &Frames, items: Range<usize>) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    for at in items.clone() {
        if cues.last().is_none_or(|last| last.items.end <= at) {
            cues.extend(cue_at(frames, items.clone(), at));
        }
    }
    cues
}

fn cue_at(frames: &Frames, frame: Range<usize>, at: usize) -> Option<Cue> {
    if frames.is(at, "according") && frames.is(at + 1, "to") {
        return Some(Cue { items: at..at + 2, voice: Voice::After });
    }
    let Class::Verb(form) = frames.class(at) else { return None };
    if let Some(quoted) = quoted_as_saying(frames, frame.clone(), at) {
        return Some(Cue { items: quoted, voice: Voice::Subject(form) });
    }
    let left = left_of(frames, frame.start, at);
    let fits = match form.tense {
        Tense::Past => past_fits(frames, left, at),
        Tense::Third => third_fits(frames, left),
        Tense::Base => base_fits(frames, left),
        Tense::Ing => ing_fits(frames, left),
    };
    fits.then(|| Cue { items: at..past_particle(frames, at, frame.end), voice: Voice::Subject(form) })
}

/// `was quoted as saying`
fn quoted_as_saying(frames: &Frames, frame: Range<usize>, at: usize) -> Option<Range<usize>> {
    let cited = frames.is(at, "quoted") || frames.is(at, "cited") || frames.is(at, "reported");
    let mut ahead = at + 1..frame.end.min(at + 6);
    let says = cited && ahead.any(|item| frames.is(item, "as") && matches!(frames.class(item + 1), Class::Verb(_)));
    says.then(|| {
        let r#as = (at..frame.end).find(|&item| frames.is(item, "as")).unwrap_or(at);
        at..r#as + 2
    })
}

/// `pointed out`, `hit back`
fn past_particle(frames: &Frames, at: usize, end: usize) -> usize {
    let particle = at + 1 < end && (frames.is(at + 1, "out") || frames.is(at + 1, "back"));
    if particle { at + 2 } else { at + 1 }
}

/// The item that decides what a verb is: the first to its left that is no adverb.
fn left_of(frames: &Frames, start: usize, at: usize) -> Option<usize> {
    (start..at).rev().find(|&item| frames.class(item) != Class::Adverb)
}

fn past_fits(frames: &Frames, left: Option<usize>, at: usize) -> bool {
    let Some(item) = left else { return frames.class(at + 1) != Class::Noun };
    match frames.class(item) {
        Class::Determiner | Class::Preposition => false,
        Class::Possessive => false,
        Class::Auxiliary => !is_be(frames.word(item)),
        _ => true,
    }
}

fn third_fits(frames: &Frames, left: Option<usize>) -> bool {
    left.is_some_and(|item| {
        let subject =
            matches!(frames.class(item), Class::Name | Class::Noun | Class::Pronoun | Class::Relative | Class::Close);
        subject || matches!(frames.class(item), Class::Quote(_) | Class::Comma)
    })
}

fn base_fits(frames: &Frames, left: Option<usize>) -> bool {
    left.is_some_and(|item| match frames.class(item) {
        Class::Pronoun | Class::Quote(_) | Class::Relative => true,
        Class::Auxiliary => !is_be(frames.word(item)),
        Class::Noun | Class::Name => frames.word(item).ends_with('s'),
        Class::Preposition => frames.is(item, "to"),
        _ => false,
    })
}

fn ing_fits(frames: &Frames, left: Option<usize>) -> bool {
    left.is_some_and(|item| match frames.class(item) {
        Class::Comma | Class::Quote(_) | Class::Conjunction | Class::Subordinator => true,
        Class::Preposition => ["by", "in", "without", "as"].iter().any(|word| frames.is(item, word)),
        Class::Auxiliary => is_be(frames.word(item)),
        _ => false,
    })
}

/// A form of “be”: what follows is a passive.
pub(super) fn is_be(word: &str) -> bool {
    ["is", "are", "was", "were", "be", "been", "being", "am"].iter().any(|be| word.eq_ignore_ascii_case(be))
}
