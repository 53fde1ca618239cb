//! Cues: which verbs and turns of phrase report speech here.
//!
//! Takes a frame; gives its [`Cue`]s in order. Example: in “the mayor, who reports to nobody, said” the cue is “said”; in
//! “according to the mayor” it is “according to”.
//!
//! Invariant: cues stand outside quotation marks and do not overlap.

use super::{
    frame::Frames,
    lexicon::{Class, Form, Takes},
    passive, verb,
};
use crate::word_list::{WordList, lower_case};
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
    /// It owns the noun: “the mayor’s claim that”, “his claim that”.
    Owner,
    /// It stands behind “by”, if anywhere: “was told by the mayor that”, “was accused of”.
    Passive(Form),
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

/// The end of a turn of phrase after which the source stands.
fn turn_of_phrase(frames: &Frames, at: usize) -> Option<usize> {
    const TURNS: [&[&str]; 2] = [&["according", "to"], &["in", "the", "words", "of"]];
    let turn = TURNS.iter().find(|turn| (at..).zip(turn.iter()).all(|(item, word)| frames.is(item, word)))?;
    Some(at + turn.len())
}

fn cue_at(frames: &Frames, frame: Range<usize>, at: usize) -> Option<Cue> {
    if let Some(end) = turn_of_phrase(frames, at) {
        return Some(Cue { items: at..end, voice: Voice::After });
    }
    if is_owned_noun(frames, frame.start, at) {
        return Some(Cue { items: at..at + 1, voice: Voice::Owner });
    }
    if let Some(form) = passive::form(frames, frame.start, at) {
        return Some(Cue { items: at..at + 1, voice: Voice::Passive(form) });
    }
    let Class::Verb(form) = frames.class(at) else { return None };
    if let Some(says) = cites(frames, at, frame.end) {
        return Some(Cue { items: says..says + 2, voice: Voice::Subject(saying(form)) });
    }
    Some(match verb::is_cited(frames, at) {
        true => Cue { items: at..past_as(frames, at, frame.end), voice: Voice::Subject(saying(form)) },
        false => Cue { items: at..past_particle(frames, at, frame.end), voice: Voice::Subject(form) },
    })
}

/// `rejects the mayor’s claim that`, `laughed at his claim that`: what is said, and whose it is. Where the claim is the subject, as in
/// “His claim that it was safe was false”, nothing tells where it ends.
fn is_owned_noun(frames: &Frames, start: usize, at: usize) -> bool {
    let owned =
        |left: usize| frames.class(left) == Class::Possessive || OWNERS.contains(&lower_case(frames.word(left)));
    let singular = |word: &str| NOUNS.contains(word.strip_suffix('s').unwrap_or(word));
    let acts = |item: usize| {
        let ended = frames.class(item) == Class::Noun && frames.word(item).ends_with("ed");
        ended || matches!(frames.class(item), Class::Verb(_) | Class::Action | Class::Auxiliary | Class::Preposition)
    };
    let object = (start..at.saturating_sub(1)).any(acts);
    frames.is(at + 1, "that") && at > start && owned(at - 1) && singular(frames.word(at)) && object
}

static OWNERS: WordList = WordList::new("his her their its my our");

/// Nouns of speech that a clause with “that” explains.
static NOUNS: WordList = WordList::new(
    "claim statement announcement promise pledge vow warning accusation allegation assertion declaration suggestion threat \
     complaint remark comment admission insistence demand report prediction argument assurance contention revelation",
);

/// `quoted as saying` takes what “say” takes.
fn saying(form: Form) -> Form {
    Form { takes: Takes::CLAUSE.and(Takes::NO_THING), ..form }
}

/// `The agency quoted Mira Lund as saying`: she speaks, not the agency; the cue is “as saying”.
fn cites(frames: &Frames, at: usize, end: usize) -> Option<usize> {
    let object = matches!(frames.class(at + 1), Class::Name | Class::Determiner | Class::Noun);
    let says = (at + 1..end).find(|&item| frames.is(item, "as"));
    says.filter(|says| verb::is_cited(frames, at) && object && says + 2 <= end)
}

/// `quoted by the agency as saying`
fn past_as(frames: &Frames, at: usize, end: usize) -> usize {
    (at..end).find(|&item| frames.is(item, "as")).map_or(at + 1, |before| (before + 2).min(end))
}

/// `pointed out`, `hit back`
fn past_particle(frames: &Frames, at: usize, end: usize) -> usize {
    let particle = at + 1 < end && (frames.is(at + 1, "out") || frames.is(at + 1, "back"));
    if particle { at + 2 } else { at + 1 }
}
