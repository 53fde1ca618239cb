//! How far the words reach that say what somebody is.
//!
//! Takes the token of a role's noun, as [`is_role`] knows it; gives where its phrase begins and ends. Example: around “minister” in “the
//! deputy foreign minister of Wales said” it is “deputy foreign minister of Wales”.
//!
//! Invariant: a phrase stays within its sentence.

use super::{
    Cast,
    capitals::{is_all_capitals, is_capitalised, is_function_word},
    role_words::{is_modifier, is_role},
};
use crate::word_list::WordList;
use crate::{
    NameType,
    segment::{Text, TokenKind},
};

/// How far a role may reach beyond its noun: “ambassador to the United Nations in Geneva”.
pub(super) const REACH: usize = 8;

/// Where a role begins: its modifiers and the name of the body or country before it.
pub(super) fn start(text: &Text, cast: &Cast, role: usize) -> usize {
    let first = text.sentences.get(text.sentence_of(role)).map_or(role, |sentence| sentence.tokens.start);
    let mut start = role;
    while start > first {
        let before = start - 1;
        let owner = text.is_kind(before, TokenKind::Possessive) && before > first && is_named(text, cast, before - 1);
        if owner || is_named(text, cast, before) {
            let named = if owner { before - 1 } else { before };
            let mention = cast.at(text.start(named)).map_or(text.tokens[named].span, |mention| mention.span);
            let owner = text.tokens_in(mention).start.min(named);
            let tenure =
                owner.checked_sub(1).filter(|&before| before >= first && TENURES.contains_any_case(text.word(before)));
            return tenure.unwrap_or(owner);
        }
        let word = text.word(before);
        let goes_on = is_modifier(word) || is_role(word) || is_all_capitals(word);
        if !goes_on || is_capitalised(word) && is_function_word(word) {
            break;
        }
        start = before;
    }
    start
}

fn is_named(text: &Text, cast: &Cast, token: usize) -> bool {
    cast.at(text.start(token)).is_some_and(|mention| cast.entities[mention.entity].name_type != NameType::Per)
}

/// Where a role ends: after “of”, “to”, “for”, “in”, “at” and what they govern, up to a comma or stop.
pub(super) fn end(text: &Text, cast: &Cast, role: usize) -> usize {
    let limit = text.sentences.get(text.sentence_of(role)).map_or(role + 1, |sentence| sentence.tokens.end);
    if !SUPPLEMENTS.contains(text.word(role + 1)) {
        return role + 1;
    }
    let inside = |token: &usize| {
        let word = text.word(*token);
        word == "&" || is_named(text, cast, *token) || is_noun_like(text, *token)
    };
    (role + 1..limit.min(role + 1 + REACH)).find(|token| !inside(token)).unwrap_or(limit.min(role + 1 + REACH))
}

/// A word that may go on a noun phrase: not a sign, not a verb of the commonest kind.
pub(super) fn is_noun_like(text: &Text, token: usize) -> bool {
    let kind = text.tokens[token].kind;
    matches!(kind, TokenKind::Word | TokenKind::Possessive) && !VERBS.contains(text.word(token))
}

/// “the”, a possessor or a modifier such as “former” makes a role one person's.
pub(super) fn is_definite(text: &Text, start: usize) -> bool {
    let is_possessive = |token: usize| text.is_kind(token, TokenKind::Possessive);
    let before = start.checked_sub(1);
    let article = before.is_some_and(|token| OWNERS.contains(text.word(token)));
    article || before.is_some_and(is_possessive) || is_possessive(start + 1) || is_capitalised(text.word(start))
}

/// What goes before a role's owner: “former Brightwater chief executive”.
static TENURES: WordList = WordList::new("former acting interim deputy assistant outgoing incoming");

/// Words that make a role one person's.
static OWNERS: WordList = WordList::new("the The its Its his His her Her their Their");

/// What its nearest supplement begins with.
static SUPPLEMENTS: WordList = WordList::new("of to for in at on");

/// Verbs that end a role's phrase.
static VERBS: WordList = WordList::new("is was has had have are were said says told will would who that");
