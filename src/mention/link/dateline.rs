//! Where an agency's report was written: “TBILISI, Nov 4 (AFP) - …”, “BIRMINGHAM, Ala. — …”.
//!
//! Takes the text; gives the place where the name of its dateline begins. Example: of “TBILISI, Nov 4 (AFP) - Georgia said” it is
//! the first byte; the name that stands there then speaks for its country.
//!
//! Invariant: a dateline stands at the beginning of one of the first paragraphs, in capitals, with a dash behind it.

use crate::{
    BlockKind,
    mention::capitals::is_all_capitals,
    segment::{Text, TokenKind},
};

/// The headline and what may stand under it, and then the paragraph with the dateline.
const BLOCKS: usize = 4;

/// Place, state, date, agency and their signs.
const REACH: usize = 14;

/// The byte at which the place of the dateline begins.
pub(super) fn start(text: &Text) -> Option<usize> {
    let is_heading = |block: usize| text.article.blocks().get(block).is_none_or(|b| b.kind == BlockKind::Heading);
    let mut openings = text.sentences.iter().take_while(|sentence| sentence.block < BLOCKS);
    let dateline =
        openings.find(|opening| !is_heading(opening.block) && begins_with_place(text, opening.tokens.start))?;
    Some(dateline.span.start)
}

fn begins_with_place(text: &Text, at: usize) -> bool {
    let mut behind = text.tokens.iter().skip(at).take(REACH);
    is_all_capitals(text.word(at)) && behind.any(|token| token.kind == TokenKind::Dash)
}
