//! Passives: verbs whose subject hears what is said, or hears of it, and does not say it.
//!
//! Takes items; gives the form of a passive among them. Example: in “the mayor was told by a nurse that the ward was full”, “told”
//! is one; the nurse speaks. So are “when asked”, “Asked by a nurse”, “the mayor, criticised for” and “the court heard”.
//!
//! Invariant: of “be told”, which nobody may yet have been, no passive is made.

use super::{
    frame::Frames,
    lexicon::{Class, Form, Takes, Tense, class_of},
    verb::is_be,
};
use crate::word_list::{WordList, lower_case};

/// The form of a passive at an item of the frame that begins at `start`.
pub(super) fn form(frames: &Frames, start: usize, at: usize) -> Option<Form> {
    if hears(frames, start, at) {
        return past("told");
    }
    let verb = matches!(frames.class(at), Class::Action | Class::Verb(_));
    let form = verb.then(|| past(frames.word(at)))??;
    let left = (start..at).rev().find(|&item| frames.class(item) != Class::Adverb);
    let passive = left.is_some_and(|left| is_be(frames.word(left)) && !frames.is(left, "be"));
    match passive {
        true => form.takes.has(Takes::HEARER) || form.takes.has(Takes::TARGET) || is_said_to(frames, at, form),
        false => is_asked(frames, left, at, form) || is_judged(frames, at, form),
    }
    .then_some(form)
}

/// A past form, from the word alone: in its sentence a passive is an action like any other.
fn past(word: &str) -> Option<Form> {
    match class_of(&lower_case(word)) {
        Some(Class::Verb(form)) if form.tense == Tense::Past => Some(form),
        _ => None,
    }
}

/// `is said to be`
fn is_said_to(frames: &Frames, at: usize, form: Form) -> bool {
    form.takes.is_speech() && frames.is(at + 1, "to") && frames.class(at + 2) == Class::Auxiliary
}

/// `when asked`, `Asked by a nurse`
fn is_asked(frames: &Frames, left: Option<usize>, at: usize, form: Form) -> bool {
    let object = matches!(frames.class(at + 1), Class::Pronoun | Class::Name | Class::Determiner | Class::Quote(_));
    form.takes.has(Takes::HEARER) && !object && left.is_none_or(|left| frames.is(left, "when"))
}

/// `the mayor, criticised for`
fn is_judged(frames: &Frames, at: usize, form: Form) -> bool {
    form.takes.has(Takes::TARGET) && form.about.split(' ').any(|about| frames.is(at + 1, about))
}

/// `the court heard`
fn hears(frames: &Frames, start: usize, at: usize) -> bool {
    let heard = frames.is(at, "heard") || frames.is(at, "hears");
    heard && at > start && COURTS.contains(&lower_case(frames.word(at - 1)))
}

/// Those before whom people testify.
static COURTS: WordList = WordList::new("court jury inquest tribunal inquiry hearing panel committee jurors");
