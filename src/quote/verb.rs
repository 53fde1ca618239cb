//! Verb or noun: whether a form of a reporting verb is a verb in its place.
//!
//! Takes classified items; settles each [`Class::Verb`] that is none. Example: in “the report says”, “report” becomes a noun
//! and “says” stays; in “he was told”, “told” becomes an action, for its subject does not speak.
//!
//! Invariant: what stays a verb has a subject that may speak, as far as the word to its left tells.

use super::{
    frame::Frames,
    lexicon::{Class, Form, Takes, Tense},
};

/// What the item at `at` is, seen from its neighbours in the frame that begins at `start`. Items to the left are settled.
pub(super) fn settled(frames: &Frames, start: usize, at: usize, form: Form) -> Class {
    let left = (start..at).rev().find(|&item| frames.class(item) != Class::Adverb);
    match form.tense {
        Tense::Past => past(frames, left, at, form),
        Tense::Third | Tense::Base if is_plural_noun(frames, left, at) => Class::Noun,
        Tense::Third if left.is_some_and(|left| third_fits(frames, left, at)) => Class::Verb(form),
        Tense::Base if left.is_some_and(|left| base_fits(frames, left, at)) => Class::Verb(form),
        Tense::Ing if left.is_some_and(|left| ing_fits(frames, left)) => Class::Verb(form),
        Tense::Ing => Class::Action,
        _ => Class::Noun,
    }
}

/// `the angry remarks about`, `attacks on`: after a noun, before a preposition or another verb.
fn is_plural_noun(frames: &Frames, left: Option<usize>, at: usize) -> bool {
    let after_noun = left.is_some_and(|left| frames.class(left) == Class::Noun);
    let next = frames.class(at + 1);
    after_noun
        && matches!(next, Class::Preposition | Class::Auxiliary | Class::Action | Class::Verb(_))
        && !frames.is(at + 1, "in")
}

fn past(frames: &Frames, left: Option<usize>, at: usize, form: Form) -> Class {
    match left.map(|left| (left, frames.class(left))) {
        None if frames.class(at + 1) == Class::Noun => Class::Noun,
        Some((_, Class::Determiner | Class::Preposition | Class::Possessive)) => Class::Noun,
        Some((left, Class::Auxiliary)) if is_be(frames.word(left)) && !is_cited(frames, at) => Class::Action,
        Some((_, Class::Noun | Class::Comma)) if names_thing(frames, at, form) => Class::Action,
        _ => Class::Verb(form),
    }
}

/// `a class called “…”`: a participle that gives a thing its name.
fn names_thing(frames: &Frames, at: usize, form: Form) -> bool {
    form.takes == Takes::Name && matches!(frames.class(at + 1), Class::Quote(_) | Class::Name)
}

/// `was quoted as saying`: the one passive whose subject speaks.
pub(super) fn is_cited(frames: &Frames, at: usize) -> bool {
    const SOON: usize = 6;
    let cited = ["quoted", "cited", "reported"].iter().any(|word| frames.is(at, word));
    let says = |item: usize| frames.is(item, "as") && matches!(frames.class(item + 1), Class::Verb(_) | Class::Action);
    cited && (at + 1..at + SOON).any(says)
}

fn third_fits(frames: &Frames, left: usize, at: usize) -> bool {
    match frames.class(left) {
        Class::Name | Class::Noun | Class::Number | Class::Pronoun | Class::Relative | Class::Close => true,
        Class::Quote(_) | Class::Comma => starts_phrase(frames, at + 1) || frames.class(left) == Class::Comma,
        _ => false,
    }
}

fn base_fits(frames: &Frames, left: usize, at: usize) -> bool {
    match frames.class(left) {
        Class::Pronoun | Class::Relative => true,
        Class::Quote(_) => starts_phrase(frames, at + 1),
        Class::Auxiliary => !is_be(frames.word(left)),
        Class::Noun | Class::Name => frames.word(left).ends_with('s') || frames.is(left, "people"),
        Class::Preposition => frames.is(left, "to"),
        _ => false,
    }
}

fn ing_fits(frames: &Frames, left: usize) -> bool {
    match frames.class(left) {
        Class::Comma | Class::Quote(_) | Class::Conjunction | Class::Subordinator => true,
        Class::Preposition => ["by", "in", "without", "as"].iter().any(|word| frames.is(left, word)),
        Class::Auxiliary => is_be(frames.word(left)),
        _ => false,
    }
}

fn starts_phrase(frames: &Frames, at: usize) -> bool {
    matches!(frames.class(at), Class::Determiner | Class::Name | Class::Noun | Class::Pronoun)
}

/// A form of “be”: what follows is a passive.
pub(super) fn is_be(word: &str) -> bool {
    ["is", "are", "was", "were", "be", "been", "being", "am", "got"].iter().any(|be| word.eq_ignore_ascii_case(be))
}
