//! To whom or what a deed was done, beside its noun or its verb.
//!
//! Takes the token where its object begins, or the passive verb whose subject it is; gives the [`Object`], and how far back what a
//! list is about stands. Example: in “recognition of the breakaway Donetsk People’s Republic by a third country” the object is
//! named; in “the two republics were recognised” it was named before.
//!
//! Invariant: whatever stands between the preposition and the name must leave the name what it is: “recognition of the claims of
//! Kosovo” has another object.

use super::{Reading, holder};
use crate::claim::{
    check::{ids::Ids, order},
    read::verb,
};
use crate::pack::ListRecord;
use crate::segment::{Text, TokenKind};
use crate::word_list::WordList;
use crate::{MentionSense, Span};
use std::ops::Range;

/// What a deed was done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Object {
    /// An entity of the cast.
    Named(usize),
    /// What was named before: “the two republics”, “it”.
    Earlier,
}

impl Object {
    /// How far back what the list is about stands; none where the object is something else.
    #[inline(never)]
    pub(super) fn distance(self, reading: &Reading, at: usize, list: &ListRecord, ids: &Ids) -> Option<usize> {
        match self {
            Object::Named(entity) => ids.is_subject(entity, list).then_some(0),
            Object::Earlier => {
                earlier(reading, at).position(|entity| ids.is_subject(entity, list)).map(|back| back + 1)
            }
        }
    }
}

/// The entities named before a token, the last first, from three sentences back.
fn earlier<'a>(reading: &Reading<'a>, token: usize) -> impl Iterator<Item = usize> + 'a {
    let text = reading.text;
    let start = order::earliest(reading, token);
    let end = text.tokens.get(token).map_or(start, |token| token.span.start);
    let named = reading.cast.within(Span::new(start, end.max(start)));
    named.iter().rev().filter(|mention| mention.sense != MentionSense::Demonym).map(|mention| mention.entity)
}

/// The object that begins at a token, and the token behind it.
#[inline(never)]
pub(super) fn object_at(reading: &Reading, start: usize, end: usize) -> Option<(Object, usize)> {
    const REACH: usize = 8;
    let text = reading.text;
    let end = end.min(start + REACH);
    let plain = |token: usize| text.is_lower(token, GOES_BEFORE) || is_anaphor(text.lower(token));
    let stop = (start..end).find(|token| !plain(*token) || holder::mention_starting(reading, *token).is_some());
    if let Some(mention) = stop.and_then(|token| holder::mention_starting(reading, token)) {
        let behind = text.tokens_in(mention.span).end;
        let whole = mention.sense != MentionSense::Demonym && ends_phrase(text, behind, end);
        return whole.then_some((Object::Named(mention.entity), series_end(reading, behind, end)));
    }
    let end = stop.unwrap_or(end);
    let last = end.checked_sub(1).filter(|last| *last >= start)?;
    (!is_owner(text, end) && is_anaphor(text.lower(last))).then_some((Object::Earlier, end))
}

/// The end of “the Donetsk People’s Republic and the Luhansk People’s Republic”.
fn series_end(reading: &Reading, behind: usize, end: usize) -> usize {
    let next = behind + usize::from(reading.text.is(behind, "and")) + usize::from(reading.text.is(behind + 1, "the"));
    let mention = holder::mention_starting(reading, next).filter(|_| next > behind && next < end);
    mention.map_or(behind, |mention| reading.text.tokens_in(mention.span).end)
}

/// The name that is the subject of the verb at a token, where nothing before makes it another's: “the army of NATO has”.
#[inline(never)]
pub(super) fn subject(reading: &Reading, verb: usize) -> Option<usize> {
    let text = reading.text;
    let start = crate::claim::near(text, verb).start;
    let end = last_but(text, start..verb, AUXILIARIES)? + 1;
    let mention = holder::mention_ending(reading, end).filter(|mention| mention.sense != MentionSense::Demonym)?;
    let first = text.tokens_in(mention.span).start;
    let head = last_but(text, start..first, GOES_BEFORE);
    // “In 2014 Germany won”
    let dated = || first <= start + 3 && text.is(start, "In");
    (head.is_none_or(|head| text.is(head, OPENS)) || dated()).then_some(mention.entity)
}

/// The subject of a passive verb: “the two republics were recognised”, “Kosovo has now been recognised”.
pub(super) fn object_before(reading: &Reading, verb: usize) -> Option<Object> {
    let text = reading.text;
    let start = crate::claim::near(text, verb).start;
    let last = last_but(text, start..verb, AUXILIARIES).filter(|last| last + 1 < verb)?;
    let earlier = || {
        let head = last_but(text, start..last, GOES_BEFORE);
        (is_anaphor(text.lower(last)) && head.is_none_or(|head| text.is(head, OPENS))).then_some(Object::Earlier)
    };
    subject(reading, verb).map(Object::Named).or_else(earlier)
}

/// What stands before a clause.
const OPENS: &str = ", ; : that while but because when – —";

/// The last of some tokens whose word is none of a few.
#[inline(never)]
pub(super) fn last_but(text: &Text, mut tokens: Range<usize>, few: &str) -> Option<usize> {
    tokens.rfind(|token| !text.is_lower(*token, few))
}

/// Whether a token is the ending of an owner's name.
#[inline(never)]
pub(super) fn is_owner(text: &Text, token: usize) -> bool {
    text.is_kind(token, TokenKind::Possessive)
}

/// The name that owns what begins at a token: “North Korea’s”.
#[inline(never)]
pub(super) fn owner(reading: &Reading, token: usize) -> Option<usize> {
    let possessive = token.checked_sub(1).filter(|at| is_owner(reading.text, *at))?;
    holder::mention_ending(reading, possessive).map(|mention| mention.entity)
}

/// The object of a noun of deed, or of an active verb: behind its preposition, if it has one.
#[inline(never)]
pub(super) fn object_of(reading: &Reading, word: usize, end: usize) -> Option<(Object, usize)> {
    let preposition = usize::from(reading.text.is(word + 1, "of to from for into"));
    object_at(reading, word + 1 + preposition, end)
}

/// Whether a list counts a deed of this word, and if so whether the words behind it name its object: “adopted the euro”.
#[inline(never)]
pub(super) fn of_list(text: &Text, word: usize, list: &ListRecord, end: usize) -> Option<bool> {
    const REACH: usize = 6;
    let told = list.predicates.iter().filter_map(|predicate| {
        let mut parts = predicate.split(' ');
        let deed = verb::is_form_of(text.word(word), parts.next()?);
        let mut parts = parts.peekable();
        let names = parts.peek().is_some();
        let behind = word + 1..end.min(word + 1 + REACH);
        (deed && parts.all(|part| behind.clone().any(|token| text.lower(token) == part))).then_some(names)
    });
    told.max()
}

/// Whether a noun phrase ends before a token.
#[inline(never)]
pub(super) fn ends_phrase(text: &Text, token: usize, end: usize) -> bool {
    let word = text.lower(token);
    let noun = text.is_kind(token, TokenKind::Word);
    !is_owner(text, token) && (token >= end || !noun || super::set::stops(word) || verb::is_past(word))
}

/// Whether a word stands for a name given before: “the alliance”.
#[inline(never)]
pub(super) fn is_anaphor(word: &str) -> bool {
    ANAPHORS.contains(word)
}

/// Whether a word is a noun of deed by its ending: “recognition”, “withdrawal”, “departure”.
#[inline(never)]
pub(super) fn is_noun(word: &str) -> bool {
    ["tion", "sion", "wal", "ture"].iter().any(|ending| word.ends_with(ending)) || word == "exit"
}

/// Before a name, or in its place, they leave it what it is.
const GOES_BEFORE: &str = "the a both two all new breakaway separatist self-proclaimed so-called independent independence \
                           sovereignty statehood of european";

/// What stands for a name given before.
static ANAPHORS: WordList = WordList::new(
    "it them both republics republic regions region entities territories territory states state alliance bloc union",
);

/// Between a subject and its verb.
const AUXILIARIES: &str =
    "has have had been was were is are being now also then since so far ever formally officially already";
