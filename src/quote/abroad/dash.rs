//! Dialogue whose turns begin with a dash: —No iremos —dijo el alcalde—. Nos quedamos.
//!
//! Takes a block that begins with a dash; adds what is said in it. Example: the content of that block is “No iremos” and “Nos
//! quedamos.”, the source “el alcalde”.
//!
//! Invariant: the words of the narrator are no content.

use super::{
    Work, aside,
    saying::{self, Saying},
};
use crate::{
    QuoteKind, Span,
    segment::{Text, TokenKind},
};
use std::ops::Range;

/// Whether a block is a turn of a dialogue: a dash opens it, and it is no entry of a list, which has no verb of speech beside it.
pub(super) fn opens(work: &Work, block: Range<usize>) -> bool {
    work.words.dash && is_dash(work.text, block.start) && block.len() > 2
}

fn is_dash(text: &Text, token: usize) -> bool {
    text.is_kind(token, TokenKind::Dash)
}

/// Adds what is said in a block. A block without a narrator is speech where the dialogue has begun.
pub(super) fn turns(work: &mut Work, block: Range<usize>) {
    let text = work.text;
    let mut content: Vec<Span> = Vec::new();
    let mut said: Option<Saying> = None;
    let mut start = block.start + 1;
    while start < block.end {
        let end = (start..block.end).find(|&token| is_dash(text, token)).unwrap_or(block.end);
        match narration(work, start..end, !content.is_empty()) {
            Some(saying) => said = said.or(Some(saying)),
            None => match aside::split(text, work.words, start..end) {
                Some((saying, parts)) => {
                    said = said.or(Some(saying));
                    content.extend(parts);
                }
                None => content.extend(words(text, start..end)),
            },
        }
        start = end + 1;
    }
    if !content.is_empty() && (said.is_some() || work.last.is_some()) {
        work.add(QuoteKind::Direct, content, said.as_ref());
    }
}

/// `dijo el alcalde`: small letters after a dash, and a verb of speech among the first words.
fn narration(work: &Work, segment: Range<usize>, follows: bool) -> Option<Saying> {
    let small = work.text.word(segment.start).starts_with(char::is_lowercase);
    (follows && small).then(|| saying::after(work.text, work.words, segment))?
}

/// The words of a segment, without the signs at its beginning.
fn words(text: &Text, segment: Range<usize>) -> Option<Span> {
    let start = segment.clone().find(|&token| !text.is(token, ". , ;"))?;
    Some(text.span(start..segment.end))
}
