//! Short forms of initials that the article itself defines: “Donetsk People’s Republic (DPR)”.
//!
//! Takes the cast so far; binds each defined acronym to its long form through the whole article. Example: after that
//! definition every “DPR” means the republic, whatever a pack takes it for.
//!
//! Invariant: an acronym is bound only where its letters are the initials of the words before it.

use super::{
    Cast,
    capitals::{is_all_capitals, is_capitalised_word},
};
use crate::word_list::{WordList, lower_case};
use crate::{
    Mention, MentionSense, NameType, Rule, Span,
    segment::{Text, TokenKind},
};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Binds the acronyms that the article defines; one that it defines as no name (“radiative transfer equation (RTE)”) is nobody.
pub(super) fn find(text: &Text, cast: &mut Cast) {
    let (mut defined, mut meanings) = (FxHashMap::default(), Vec::new());
    for open in (1..text.tokens.len()).filter(|open| text.is(*open, "(")) {
        let definition = definition_at(text, cast, open).or_else(|| definition_behind(text, open));
        if let Some((letters, long_form)) = definition {
            meanings.push(is_name(text, &long_form).then(|| entity_of(text, cast, long_form)));
            defined.insert(letters, meanings.len() - 1);
        }
    }
    if defined.is_empty() {
        return;
    }
    for token in 0..text.tokens.len() {
        match defined.get(text.word(token)).and_then(|meaning| meanings.get(*meaning)) {
            Some(Some(entity)) => bind(text, cast, token, *entity),
            Some(None) => cast.mentions.retain(|mention| mention.span != text.tokens[token].span),
            None => {}
        }
    }
}

/// The acronym in brackets at `open`, and the words that it stands for.
fn definition_at<'t>(text: &Text<'t>, cast: &Cast, open: usize) -> Option<(&'t str, Range<usize>)> {
    let letters = text.word(open + 1);
    if !text.is(open + 2, ")") || !is_acronym(text, open + 1) {
        return None;
    }
    let long_form = long_form_before(text, open, letters)?;
    let outer = cast.at(text.start(open - 1)).map(|mention| text.tokens_in(mention.span));
    Some((letters, outer.filter(|mention| mention.contains(&long_form.start)).unwrap_or(long_form)))
}

/// “HSB (Harbour Safety Board)”: the acronym before the bracket at `open`, and the words in it.
fn definition_behind<'t>(text: &Text<'t>, open: usize) -> Option<(&'t str, Range<usize>)> {
    let letters = text.word(open - 1);
    if !is_acronym(text, open - 1) {
        return None;
    }
    let close = (open + 1..open + 12).find(|token| text.is(*token, ")"))?;
    let long_form = long_form_before(text, close, letters)?;
    (long_form.start == open + 1).then_some((letters, long_form))
}

fn is_acronym(text: &Text, token: usize) -> bool {
    let letters = text.word(token);
    text.is_kind(token, TokenKind::Word) && is_all_capitals(letters) && letters.len() <= 8
}

/// Whether words hold a name: a capital at least.
fn is_name(text: &Text, words: &Range<usize>) -> bool {
    words.clone().any(|token| is_capitalised_word(text, token))
}

/// The shortest run of words before `open` whose initials are `letters`; small words between count for nothing.
fn long_form_before(text: &Text, open: usize, letters: &str) -> Option<Range<usize>> {
    let first = text.sentences.get(text.sentence_of(open))?.tokens.start;
    let mut wanted: Vec<char> = lower_case(letters).chars().filter(|c| c.is_alphabetic()).collect();
    let mut at = open;
    while !wanted.is_empty() {
        if at == first || open - at > 12 {
            return None;
        }
        at -= 1;
        let word = text.word(at);
        let mark = matches!(text.tokens[at].kind, TokenKind::Possessive | TokenKind::Quote);
        if mark || CONNECTORS.contains(word) {
            continue;
        }
        for initial in initials(word).into_iter().rev() {
            if wanted.pop() != Some(initial) {
                return None;
            }
        }
    }
    Some(at..open)
}

/// The initials of a word, in small letters: one for each part of a compound.
fn initials(word: &str) -> Vec<char> {
    word.split('-').filter_map(|part| part.chars().next()).flat_map(char::to_lowercase).collect()
}

fn entity_of(text: &Text, cast: &mut Cast, long_form: Range<usize>) -> usize {
    let span = text.span(long_form);
    if let Some(mention) = cast.at(span.start).filter(|mention| mention.span == span) {
        return mention.entity;
    }
    let entity = cast.entity_named(span.of(text.article.text()), NameType::Org);
    cast.add(mention(span, entity));
    entity
}

fn bind(text: &Text, cast: &mut Cast, token: usize, entity: usize) {
    let span = text.tokens[token].span;
    cast.put(mention(span, entity)); // but not as a part of a longer name
}

fn mention(span: Span, entity: usize) -> Mention {
    Mention { span, entity, sense: MentionSense::Itself, rule: Rule::Acronym, or_else: Vec::new() }
}

/// Words that give an acronym no letter.
static CONNECTORS: WordList = WordList::new("of and the for in on to de des du la &");
