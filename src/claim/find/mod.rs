//! Where claims stand: a rule for each kind, set off by a word.
//!
//! Takes the segmented text with what is known of it; gives [`Claim`]s, which may overlap. Example: “third” sets off the rule of
//! ordinals, which reads on to “country to recognise”.
//!
//! Invariant: a rule reads no further than its sentence.

mod date;
pub(super) mod holder;
mod office;
pub(super) mod ordinal;
mod weekday;

use super::{
    Claim,
    check::{conversion, order::Ids},
    read::speech::Quoted,
};
use crate::{Knowledge, mention::Cast, segment::Text, segment::TokenKind};
use std::cell::LazyCell;

/// What the article knows, for one pass.
pub(super) struct Reading<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) cast: &'a Cast,
    pub(super) quoted: &'a Quoted,
}

pub(super) fn all(text: &Text, cast: &Cast, knowledge: &Knowledge) -> Vec<Claim> {
    let reading = Reading { text, cast, quoted: &Quoted::new(text) };
    let lists = LazyCell::new(|| knowledge.lists());
    let ids = LazyCell::new(|| Ids::new(cast, knowledge, text.article.published()));
    let mut claims = Vec::new();
    for (index, token) in text.tokens.iter().enumerate() {
        claims.extend(match trigger(text.word(index), token.kind) {
            Some(Trigger::Bracket) => conversion::at_bracket(text, index),
            Some(Trigger::Capital | Trigger::Number) => {
                dated(&reading, index).or_else(|| ordinal::at(&reading, index, &lists, &ids))
            }
            Some(Trigger::Ordinal) => ordinal::at(&reading, index, &lists, &ids),
            None => None,
        });
    }
    claims
}

/// What makes a token worth a look: nearly all are passed over by one glance at their first and last bytes.
enum Trigger {
    Bracket,
    Number,
    Ordinal,
    Capital,
}

fn trigger(word: &str, kind: TokenKind) -> Option<Trigger> {
    let bytes = word.as_bytes();
    match (kind, bytes) {
        (TokenKind::Mark, b"(" | b"[") => Some(Trigger::Bracket),
        (TokenKind::Number, _) => Some(Trigger::Number),
        (TokenKind::Word, [b'A'..=b'Z', ..]) => Some(Trigger::Capital),
        (TokenKind::Word, [.., b's', b't'] | [.., b'n', b'd'] | [.., b'r', b'd'] | [.., b't', b'h']) => {
            Some(Trigger::Ordinal)
        }
        _ => None,
    }
}

fn dated(reading: &Reading, token: usize) -> Option<Claim> {
    let published = reading.text.article.published()?;
    date::at(reading.text, reading.cast, token, published).filter(|claim| !reading.quoted.holds(claim.span))
}
