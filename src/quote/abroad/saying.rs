//! Who says something, and by which verb, near a place in the text.
//!
//! Takes tokens outside of quotation marks; gives a [`Saying`]. Example: in “dijo ayer el alcalde de Lima en la radio” the cue is
//! “dijo”, the source “el alcalde de Lima”; in “a-t-il déclaré” the cue is “déclaré”, the source “il”.
//!
//! Invariant: cue and source lie within the tokens given, and do not overlap.

use super::words::Words;
use crate::{
    Span,
    segment::{Text, TokenKind},
    word_list::lower_case,
};
use std::ops::Range;

/// A verb of speech with its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Saying {
    /// The verb.
    pub(super) cue: Span,
    /// The words that name who speaks.
    pub(super) source: Option<Span>,
    /// Whether they are a pronoun.
    pub(super) pronoun: bool,
}

/// No name of a speaker has more words.
const LONGEST: usize = 10;

/// What is said right after a quotation: the verb stands among the first of these tokens.
pub(super) fn after(text: &Text, words: &Words, tokens: Range<usize>) -> Option<Saying> {
    const SOON: usize = 4;
    let soon = tokens.start..tokens.end.min(tokens.start + SOON);
    if let Some(cited) = cited(text, words, tokens.clone()) {
        return Some(cited);
    }
    let verb = soon.clone().find(|&token| is_verb(text, words, token))?;
    if soon.start < verb && words.ends.contains(&lower_case(text.word(soon.start))) {
        return None;
    }
    let before = phrase(text, words, tokens.start..verb);
    let fused = fused_pronoun(text, words, verb)
        .or_else(|| (soon.start..verb).find_map(|token| fused_pronoun(text, words, token)));
    let source =
        fused.or_else(|| subject(text, words, verb + 1..tokens.end)).or(before.filter(|_| verb > tokens.start));
    Some(saying(text, words, verb, source))
}

/// What leads to a quotation: the last verb of these tokens.
pub(super) fn before(text: &Text, words: &Words, tokens: Range<usize>) -> Option<Saying> {
    let verb = tokens.clone().rev().find(|&token| is_verb(text, words, token))?;
    let auxiliary = verb
        .checked_sub(1)
        .filter(|&left| left >= tokens.start && words.auxiliaries.contains(&lower_case(text.word(left))));
    let left = phrase_before(text, words, tokens.start..auxiliary.unwrap_or(verb));
    let source = left.or_else(|| subject(text, words, verb + 1..tokens.end));
    Some(saying(text, words, verb, source))
}

fn saying(text: &Text, words: &Words, verb: usize, source: Option<Span>) -> Saying {
    let cue = text.span(verb..verb + 1);
    let fused = source.is_some_and(|source| cue.overlaps(source));
    let head = cue.of(text.article.text()).split('-').next().map_or(0, str::len);
    let cue = if fused { Span::new(cue.start, cue.start + head) } else { cue };
    let pronoun = source.is_some_and(|source| words.pronouns.contains(&lower_case(source.of(text.article.text()))));
    Saying { cue, source, pronoun }
}

/// `según el alcalde`, `за словами мера`
fn cited(text: &Text, words: &Words, tokens: Range<usize>) -> Option<Saying> {
    let first = lower_case(text.word(tokens.start));
    let two = format!("{first}-{}", lower_case(text.word(tokens.start + 1)));
    let len = if words.cites.contains(&first) { 1 } else { 2 };
    if len == 2 && !words.cites.contains(&two) || tokens.len() <= len {
        return None;
    }
    let source = phrase(text, words, tokens.start + len..tokens.end)?;
    Some(Saying { cue: text.span(tokens.start..tokens.start + len), source: Some(source), pronoun: false })
}

/// Whether a token is a finite form of a reporting verb, or its participle beside an auxiliary.
pub(super) fn is_verb(text: &Text, words: &Words, token: usize) -> bool {
    let word = lower_case(text.word(token));
    let head = word.split('-').next().unwrap_or(&word);
    let head = head.strip_prefix("s’").or_else(|| head.strip_prefix("s'")).unwrap_or(head);
    let auxiliary = |near: Option<usize>| {
        let near = lower_case(near.map_or("", |near| text.word(near)));
        words.auxiliaries.contains(near.split('-').next().unwrap_or(&near))
    };
    words.verbs.contains(head) || words.participles.contains(&word) && auxiliary(token.checked_sub(1))
}

/// `dit-il`, `a-t-elle`
fn fused_pronoun(text: &Text, words: &Words, token: usize) -> Option<Span> {
    let word = text.word(token);
    let pronoun =
        word.rsplit_once('-').map(|(_, pronoun)| pronoun).filter(|pronoun| words.pronouns.contains(pronoun))?;
    let end = text.tokens.get(token)?.span.end;
    Some(Span::new(end - pronoun.len(), end))
}

/// The subject after its verb, past words of time: `dijo ayer el alcalde`.
fn subject(text: &Text, words: &Words, tokens: Range<usize>) -> Option<Span> {
    const FAR: usize = 3;
    let ends = |token: usize| words.ends.contains(&lower_case(text.word(token)));
    let start = (tokens.start..tokens.end.min(tokens.start + FAR)).find(|&token| !ends(token))?;
    let clause = (tokens.start..=start).any(|token| words.that.contains(&lower_case(text.word(token))));
    if clause {
        return None;
    }
    phrase(text, words, start..tokens.end)
}

/// The words from a place up to a sign or a word that ends a speaker's name.
fn phrase(text: &Text, words: &Words, tokens: Range<usize>) -> Option<Span> {
    let tokens = tokens.start..tokens.end.min(tokens.start + LONGEST);
    let first = lower_case(text.word(tokens.start));
    if words.pronouns.contains(&first) {
        return Some(text.span(tokens.start..tokens.start + 1));
    }
    let inside = |token: &usize| is_word(text, *token) && !words.ends.contains(&lower_case(text.word(*token)));
    let end = tokens.clone().find(|token| !inside(token)).unwrap_or(tokens.end);
    (end > tokens.start).then(|| text.span(tokens.start..end))
}

/// The words that end at a place, back to a sign: the subject before its verb.
fn phrase_before(text: &Text, words: &Words, tokens: Range<usize>) -> Option<Span> {
    let start = tokens.clone().rev().take_while(|&token| is_word(text, token)).last()?;
    let start = if tokens.end - start > LONGEST { return None } else { start };
    let whole = text.span(start..tokens.end);
    let opens = words.ends.contains(&lower_case(text.word(start)));
    (!opens).then_some(whole)
}

fn is_word(text: &Text, token: usize) -> bool {
    text.tokens.get(token).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
}
