//! A narrator who cuts into the words of another: « Nous avons tout perdu, explique Rosa Médina, et personne ne nous a prévenus. »
//!
//! Takes the tokens of words that are said; gives who says them and the parts that are said. Example: of those words “explique” is the
//! cue, “Rosa Médina” the source; the parts are what stands before and after.
//!
//! Invariant: neither cue nor source stands in a part.

use super::{
    saying::{self, Saying},
    words::Words,
};
use crate::{Span, segment::Text};
use std::ops::Range;

/// The narrator's words within some tokens, and what is left.
pub(super) fn split(text: &Text, words: &Words, tokens: Range<usize>) -> Option<(Saying, Vec<Span>)> {
    let sign = words.aside?;
    let at = (tokens.start + 1..tokens.end).find(|&token| text.word(token) == sign && opens(text, words, token + 1))?;
    let saying = saying::after(text, words, at + 1..tokens.end)?;
    let end = saying.source.map_or(saying.cue.end, |source| source.end.max(saying.cue.end));
    let rest = (at + 1..tokens.end).find(|&token| text.span(token..token + 1).start >= end).unwrap_or(tokens.end);
    let next = (rest..tokens.end).find(|&token| text.word(token) == sign).map_or(tokens.end, |sign| sign + 1);
    let parts = [tokens.start..at, next..tokens.end];
    let said = |part: &Range<usize>| part.clone().any(|token| text.word(token).starts_with(char::is_alphanumeric));
    let parts: Vec<Span> = parts.into_iter().filter(said).map(|part| text.span(part)).collect();
    (!parts.is_empty()).then_some((saying, parts))
}

/// Whether the narrator's verb stands here, with a subject of its own.
fn opens(text: &Text, words: &Words, token: usize) -> bool {
    let small = text.word(token).starts_with(char::is_lowercase);
    let verb = (token..token + 2).any(|near| saying::is_verb(text, words, near));
    small
        && verb
        && saying::after(text, words, token..text.tokens.len().min(token + 12))
            .is_some_and(|saying| saying.source.is_some())
}
