//! Verb or noun: whether a form of a reporting verb is a verb in its place.
//!
//! Takes classified items; settles each [`Class::Verb`] that is none. Example: in “the report says”, “report” becomes a noun
//! and “says” stays; in “he was told”, “told” becomes an action, for its subject does not speak.
//!
//! Invariant: what stays a verb has a subject that may speak, as far as the word to its left tells.

use super::setting::is_occasion;
use super::{
    frame::Frames,
    lexicon::{Class, Form, Takes, Tense},
    phrase::{counts, is_nominal},
};
use crate::word_list::{WordList, lower_case};

/// What the item at `at` is, seen from its neighbours in the frame that begins at `start`. Items to the left are settled.
pub(super) fn settled(frames: &Frames, start: usize, at: usize, form: Form) -> Class {
    let left = (start..at).rev().find(|&item| frames.class(item) != Class::Adverb);
    match form.tense {
        Tense::Past if is_told(frames, at, form) => Class::Action,
        Tense::Past => past(frames, left, at, form),
        _ if is_mostly_noun(frames, left, at) => Class::Noun,
        _ if governs_that(frames, left, at, form) => Class::Verb(form),
        Tense::Base | Tense::Third if left.is_some_and(|left| speaks(frames, left, at, form)) => Class::Verb(form),
        Tense::Third | Tense::Base if is_plural_noun(frames, left, at) => Class::Noun,
        Tense::Third if left.is_some_and(|left| third_fits(frames, left, at)) => Class::Verb(form),
        Tense::Base if left.is_some_and(|left| base_fits(frames, left, at)) => Class::Verb(form),
        Tense::Ing if form.takes.has(Takes::NO_THING) && left.is_some_and(|left| frames.class(left) == Class::Noun) => {
            Class::Verb(form)
        }
        Tense::Ing if left.is_some_and(|left| ing_fits(frames, left)) => Class::Verb(form),
        Tense::Ing if left.is_some_and(|left| is_occasion(frames.word(left))) && starts_phrase(frames, at + 1) => {
            Class::Verb(form)
        }
        Tense::Ing => Class::Action,
        _ => Class::Noun,
    }
}

/// `the angry remarks about`, `attacks on`: after a noun, before a preposition or another verb; but `the firm vows to`.
fn is_plural_noun(frames: &Frames, left: Option<usize>, at: usize) -> bool {
    let after_noun = left.is_some_and(|left| frames.class(left) == Class::Noun);
    let next = frames.class(at + 1);
    after_noun
        && matches!(next, Class::Preposition | Class::Auxiliary | Class::Action | Class::Verb(_))
        && !frames.is(at + 1, "in")
        && (!frames.is(at + 1, "to")
            || matches!(frames.class(at + 2), Class::Determiner | Class::Name | Class::Pronoun))
}

/// `recent comments`, `swing states`: nouns, unless a pronoun or a name, and then a clause, stand beside them.
fn is_mostly_noun(frames: &Frames, left: Option<usize>, at: usize) -> bool {
    let subject = left.map_or(Class::Stop, |left| frames.class(left));
    let opens = frames.is(at + 1, "that")
        || matches!(
            frames.class(at + 1),
            Class::Determiner | Class::Pronoun | Class::Quote(_) | Class::Comma | Class::Colon
        );
    let opens = opens || frames.word(at + 1).ends_with("self") || frames.word(at + 1).ends_with("selves");
    let names = subject == Class::Name && frames.class(at + 1) == Class::Name;
    let verb = matches!(subject, Class::Pronoun | Class::Relative)
        || names
        || opens && matches!(subject, Class::Name | Class::Noun | Class::Close | Class::Comma);
    let modified = left.is_some_and(|left| {
        frames.word(left).ends_with("ed") && left > 0 && frames.class(left - 1) == Class::Possessive
    });
    NOUNS.contains(&lower_case(frames.word(at))) && (modified || !verb)
}

/// Forms of reporting verbs that are nouns more often than not.
static NOUNS: WordList = WordList::new(
    "state states reason reasons comment reply report claim note point list request demand call cast appeal appeals \
     comments remarks points lists highlights claims reports notes questions requests demands promises answers \
     calls signals messages texts releases protests estimates projects broadcasts forecasts pledges attacks",
);

/// `economists – some of them in office – warn that`
fn governs_that(frames: &Frames, left: Option<usize>, at: usize, form: Form) -> bool {
    let reduced = form.tense == Tense::Ing && left.is_some_and(|left| frames.class(left) == Class::Noun);
    let after = |class| {
        matches!(
            class,
            Class::Dash
                | Class::Comma
                | Class::Conjunction
                | Class::Close
                | Class::Name
                | Class::Pronoun
                | Class::Relative
        )
    };
    frames.is(at + 1, "that") && (reduced || left.is_some_and(|left| after(frames.class(left))))
}

/// `Americans say`, `another says`: a verb that is never a noun, after what may be its subject.
fn speaks(frames: &Frames, left: usize, at: usize, form: Form) -> bool {
    let subject = match frames.class(left) {
        Class::Name | Class::Noun | Class::Close | Class::Pronoun | Class::Relative => true,
        Class::Conjunction => form.tense == Tense::Third,
        Class::Comma => starts_phrase(frames, at + 1) || frames.is(at + 1, "that"),
        Class::Determiner => counts(frames, left),
        _ => false,
    };
    subject && form.takes.has(Takes::NO_THING) && !NOUNS.contains(&lower_case(frames.word(at)))
}

/// `people briefed on it`, `asked by reporters`: a participle whose noun is the hearer.
fn is_told(frames: &Frames, at: usize, form: Form) -> bool {
    let passive = frames.is(at + 1, "by") && !is_cited(frames, at);
    passive || form.takes.has(Takes::HEARER) && (frames.is(at + 1, "on") || frames.is(at + 1, "in"))
}

fn past(frames: &Frames, left: Option<usize>, at: usize, form: Form) -> Class {
    match left.map(|left| (left, frames.class(left))) {
        None if frames.class(at + 1) == Class::Noun => Class::Noun,
        Some((left, Class::Determiner))
            if counts(frames, left) && (form.takes.has(Takes::NO_THING) || ends_subject(frames, left)) =>
        {
            Class::Verb(form)
        }
        Some((_, Class::Determiner | Class::Preposition | Class::Possessive)) => Class::Noun,
        Some((_, Class::Number | Class::Action | Class::Verb(_) | Class::Subordinator))
            if is_adjective(frames, at, form) =>
        {
            Class::Noun
        }
        Some((left, Class::Auxiliary)) if is_be(frames.word(left)) && !is_cited(frames, at) => Class::Action,
        Some((_, Class::Noun | Class::Comma)) if names_thing(frames, at, form) => Class::Action,
        _ => Class::Verb(form),
    }
}

/// `Keller and Brask both denied`: who counts the subject stands beside the verb.
fn ends_subject(frames: &Frames, both: usize) -> bool {
    both > 0 && is_nominal(frames.class(both - 1))
}

/// `300 pledged delegates`, `committing repeated errors`
fn is_adjective(frames: &Frames, at: usize, form: Form) -> bool {
    !form.takes.has(Takes::NO_THING) && matches!(frames.class(at + 1), Class::Noun | Class::Quote(_))
}

/// `a class called “…”`: a participle that gives a thing its name; the critic called Keller unfit.
fn names_thing(frames: &Frames, at: usize, form: Form) -> bool {
    let judged = matches!(frames.class(at + 2), Class::Noun | Class::Determiner | Class::Quote(_));
    let name = matches!(frames.class(at + 1), Class::Quote(_)) || frames.class(at + 1) == Class::Name && !judged;
    form.takes.has(Takes::NAME) && name
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
        Class::Number => !frames.is(at, "states"),
        Class::Name | Class::Noun | Class::Pronoun | Class::Relative | Class::Close => true,
        Class::Conjunction => matches!(frames.class(at + 1), Class::Pronoun | Class::Quote(_)),
        Class::Quote(_) | Class::Comma => starts_phrase(frames, at + 1) || frames.class(left) == Class::Comma,
        _ => false,
    }
}

/// Plurals without an s.
static PLURALS: WordList = WordList::new("people police men women children media staff");

fn base_fits(frames: &Frames, left: usize, at: usize) -> bool {
    match frames.class(left) {
        Class::Pronoun | Class::Relative => true,
        Class::Quote(_) => starts_phrase(frames, at + 1),
        Class::Auxiliary => !is_be(frames.word(left)),
        Class::Noun | Class::Name => {
            frames.word(left).ends_with('s') || PLURALS.contains(&lower_case(frames.word(left)))
        }
        Class::Preposition => frames.is(left, "to"),
        _ => false,
    }
}

fn ing_fits(frames: &Frames, left: usize) -> bool {
    match frames.class(left) {
        Class::Comma | Class::Quote(_) | Class::Conjunction | Class::Subordinator | Class::Dash => true,
        Class::Preposition => ["by", "in", "without", "as"].iter().any(|word| frames.is(left, word)),
        Class::Auxiliary => is_be(frames.word(left)),
        Class::Action | Class::Verb(_) => GOES_ON.contains(&lower_case(frames.word(left))),
        _ => false,
    }
}

/// Verbs that an -ing form completes: began calling for a vote.
static GOES_ON: WordList = WordList::new("began begin begins started start starts kept keep keeps continued");

fn starts_phrase(frames: &Frames, at: usize) -> bool {
    matches!(frames.class(at), Class::Determiner | Class::Name | Class::Noun | Class::Pronoun)
}

/// A form of “be”: what follows is a passive.
pub(super) fn is_be(word: &str) -> bool {
    ["is", "are", "was", "were", "be", "been", "being", "am", "got"].iter().any(|be| word.eq_ignore_ascii_case(be))
}
