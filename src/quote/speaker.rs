//! Whom a source means: the entity that its head names, or that its pronoun stands for.
//!
//! Takes the items of a source; gives an index into the cast's entities. Example: “DPR leader Denis Pushilin” means Denis
//! Pushilin; “Ukraine’s foreign ministry” does not mean Ukraine.
//!
//! Invariant: a speaker is named in the text before its pronoun.

use super::{frame::Frames, lexicon::Class, phrase, setting, source};
use crate::word_list::{WordList, lower_case};
use crate::{
    Mention, MentionSense, NameType, Span,
    mention::{
        Cast,
        given_name::{Sex, sex_of},
    },
};
use std::ops::Range;

/// A pronoun goes back no further, in sentences.
const BACK: usize = 6;

/// Somebody who spoke: for what follows without a cue, and for pronouns.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    /// The words that named the speaker.
    pub(super) source: Span,
    /// The entity, where it is known and one speaks.
    pub(super) speaker: Option<usize>,
    /// All of them, where several speak.
    pub(super) several: Vec<usize>,
    /// Whether the words keep a name to themselves: “a senior official”.
    pub(super) unnamed: bool,
    /// The frame in which the words stand.
    pub(super) frame: usize,
    /// Whether the words are a pronoun.
    pub(super) pronoun: bool,
}

/// The voice of a source in a frame. `last` is the voice before it.
pub(super) fn voice(frames: &Frames, cast: &Cast, items: Range<usize>, frame: usize, last: Option<&Voice>) -> Voice {
    let source = frames.span(items.clone());
    let pronoun = items.len() == 1 && matches!(frames.class(items.start), Class::Pronoun | Class::Determiner);
    let near = last.filter(|last| last.frame + BACK >= frame && frames.is(items.start, "they"));
    let several = match near {
        Some(last) => last.several.clone(),
        None => pair(frames, cast, items.clone()),
    };
    let unnamed = is_unnamed(frames, items.clone());
    let speaker = if pronoun { antecedent(frames, cast, items.start, frame, last) } else { named(frames, cast, items) };
    Voice { source, speaker, several, unnamed: unnamed && speaker.is_none(), frame, pronoun }
}

impl Voice {
    /// Everybody who speaks.
    pub(super) fn speakers(&self) -> Vec<usize> {
        if self.several.is_empty() { self.speaker.into_iter().collect() } else { self.several.clone() }
    }
}

/// `a senior official`, `two people familiar with it`, `officials`: no name, and nobody who could be told by the words.
fn is_unnamed(frames: &Frames, items: Range<usize>) -> bool {
    let first = items.start;
    let indefinite = ["a", "an", "another"].iter().any(|word| frames.is(first, word)) || phrase::counts(frames, first);
    let group = GROUPS.contains(&lower_case(frames.word(first)));
    let bare_plural = frames.class(first) == Class::Noun
        && items.clone().any(|item| is_plural(frames.word(item)) || frames.is(item, "people"));
    let named = items
        .clone()
        .any(|item| frames.class(item) == Class::Name && !is_owner(frames, item) && !(item == first && group));
    let document = core(frames, items).next_back().is_some_and(|head| setting::is_occasion(frames.word(head)));
    group && !named || !document && (indefinite || bare_plural) && !named && frames.class(first) != Class::Pronoun
}

/// `officials`, but neither `analysis` nor `boss`.
fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !["ss", "is", "us"].iter().any(|ending| word.ends_with(ending))
}

/// People without a name; at the start of a sentence the capital would make them one.
static GROUPS: WordList = WordList::new(
    "others someone somebody people officials sources residents witnesses neighbours neighbors farmers experts analysts \
     critics researchers scientists doctors nurses teachers parents students lawyers prosecutors investigators police \
     economists lawmakers diplomats aides advisers activists campaigners supporters opponents colleagues friends \
     relatives workers employees tenants delegates soldiers survivors villagers locals insiders observers historians \
     engineers traders investors",
);

/// `a White House official`, `a Crossroads spokesman`: a name that belongs to a noun names no person.
fn is_owner(frames: &Frames, item: usize) -> bool {
    matches!(frames.class(item + 1), Class::Noun | Class::Possessive)
        || matches!(frames.class(item + 1), Class::Name) && is_owner(frames, item + 1)
}

/// `Mira Lund and Tom Brask`
fn pair(frames: &Frames, cast: &Cast, items: Range<usize>) -> Vec<usize> {
    let core = core(frames, items);
    if !is_pair(frames, cast, core.clone()) {
        return Vec::new();
    }
    let mentions = cast.within(frames.span(core));
    let mut all: Vec<usize> = mentions.iter().filter(|m| m.sense != MentionSense::Demonym).map(|m| m.entity).collect();
    all.dedup();
    all
}

/// A noun phrase up to its first preposition, comma, bracket or relative pronoun.
fn core(frames: &Frames, items: Range<usize>) -> Range<usize> {
    let ends =
        |item: &usize| matches!(frames.class(*item), Class::Preposition | Class::Comma | Class::Open | Class::Relative);
    let end = items.clone().skip(1).find(ends).unwrap_or(items.end);
    items.start..end
}

/// The entity that the head of a noun phrase names.
pub(super) fn named(frames: &Frames, cast: &Cast, items: Range<usize>) -> Option<usize> {
    let whole = frames.span(items.clone());
    let core_items = core(frames, items.clone());
    let core = frames.span(core_items.clone());
    let mentions = cast.within(whole);
    let is_thing = |mention: &&Mention| mention.sense != MentionSense::Demonym;
    if is_pair(frames, cast, core_items) {
        return None;
    }
    let head = mentions.iter().filter(is_thing).find(|m| m.span.start < core.end && m.span.end >= core.end);
    let is_person =
        |mention: &&Mention| cast.entities.get(mention.entity).is_some_and(|e| e.name_type == NameType::Per);
    let person =
        || mentions.iter().find(|m| is_person(m) && m.span.end <= core.end && !owns(frames, m.span, items.clone()));
    let apposed = || mentions.iter().find(|m| is_person(m) && follows_comma(frames, m.span, items.clone()));
    head.or_else(person).or_else(apposed).map(|mention| mention.entity)
}

/// `Mira Lund and Tom Brask`: two speak, and neither alone. `The minister of trade and labour, Tom Brask` is one.
fn is_pair(frames: &Frames, cast: &Cast, core: Range<usize>) -> bool {
    let joins = |item: &usize| frames.is(*item, "and") || frames.is(*item, "or") || frames.is(*item, "&");
    let Some(and) = core.clone().find(joins) else { return false };
    let named = |items: Range<usize>| cast.within(frames.span(items)).iter().any(|m| m.sense != MentionSense::Demonym);
    let name_before = and > core.start && matches!(frames.class(and - 1), Class::Name | Class::Close);
    (name_before || and > core.start && named(and - 1..and)) && and + 1 < core.end && named(and + 1..core.end)
}

/// `Ukraine’s`: the name is not the head.
fn owns(frames: &Frames, name: Span, items: Range<usize>) -> bool {
    let mut after = items.skip_while(|&item| frames.span(item..item + 1).start < name.end);
    after.next().is_some_and(|item| frames.class(item) == Class::Possessive)
}

fn follows_comma(frames: &Frames, name: Span, items: Range<usize>) -> bool {
    let at = items.clone().find(|&item| frames.span(item..item + 1).start >= name.start);
    at.is_some_and(|at| at > items.start && frames.class(at - 1) == Class::Comma)
}

/// The entity that a pronoun stands for.
fn antecedent(frames: &Frames, cast: &Cast, at: usize, frame: usize, last: Option<&Voice>) -> Option<usize> {
    let is_any = |words: &[&str]| words.iter().any(|word| frames.is(at, word));
    let personal = is_any(&["he", "she", "his", "her"]);
    if !personal && !is_any(&["it", "its"]) {
        return None;
    }
    let sex = if is_any(&["she", "her"]) { Sex::Female } else { Sex::Male };
    let fits = |entity: usize| {
        let entity = cast.entities.get(entity);
        let person = |name: &str| personal && sex_of(name).is_none_or(|told| told == sex);
        entity.is_some_and(|e| if e.name_type == NameType::Per { person(&e.name) } else { !personal })
    };
    for earlier in (frame.saturating_sub(BACK)..=frame).rev() {
        if let Some(voice) = last.filter(|voice| voice.frame == earlier) {
            let unnamed = voice.speaker.is_none() && (personal || voice.pronoun);
            match voice.speaker.filter(|&speaker| fits(speaker)) {
                None if !unnamed => {}
                found => return found,
            }
        }
        if let Some(found) = subject(frames, cast, earlier, at).filter(|&entity| fits(entity)) {
            return Some(found);
        }
        if personal && opens_with_stranger(frames, cast, earlier, at) {
            return None;
        }
    }
    None
}

/// `Mira Lund of the Centre Party disagreed. “No,” she said`: a subject of two capitalised words that no mention covers may
/// be whom the pronoun means.
fn opens_with_stranger(frames: &Frames, cast: &Cast, frame: usize, before: usize) -> bool {
    let Some(frame) = frames.frames.get(frame) else { return false };
    let opening = source::opening(frames, frame.items.clone());
    let unknown =
        |item: usize| frames.class(item) == Class::Name && cast.at(frames.span(item..item + 1).start).is_none();
    let full_name = |item: usize| unknown(item) && unknown(item + 1);
    opening.end <= before && (opening.start..opening.end.saturating_sub(1)).any(full_name)
}

/// The entity that opens a sentence as its subject, before an item.
fn subject(frames: &Frames, cast: &Cast, frame: usize, before: usize) -> Option<usize> {
    let opening = source::opening(frames, frames.frames.get(frame)?.items.clone());
    if opening.end > before { None } else { named(frames, cast, opening) }
}
