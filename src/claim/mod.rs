//! Claims: statements that can be checked, by an ordered list, by the calendar or by arithmetic.
//!
//! Takes the segmented text, its mentions and the packs' lists; gives [`Claim`]s. Example: “the third country to recognise”
//! becomes an [`ClaimKind::Ordinal`] of rank 3.
//!
//! Invariant: a claim never says “false”; it holds what was stated and what the check gives.

mod calendar;
mod conversion;
mod date;
mod holder;
mod number;
mod order;
mod ordinal;
mod speech;
mod tense;
mod unit;
mod verb;

use crate::{Knowledge, Span, card::Agreement, mention::Cast, segment::Text, segment::TokenKind};
use jiff::civil::Date;
use order::Ids;
use ordinal::Reading;
use speech::Quoted;
use std::{cell::LazyCell, ops::Range};

/// A statement that can be checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The words that state it.
    pub span: Span,
    /// What it states.
    pub kind: ClaimKind,
}

/// What a claim states, and what its check gives.
#[derive(Clone, Debug, PartialEq)]
pub enum ClaimKind {
    /// A place in an order: “third country to recognise”.
    Ordinal {
        /// The place, from 1.
        rank: u32,
        /// The entity said to hold it: an index into `Notes::entities`.
        holder: Option<usize>,
        /// The entities that the text itself names as earlier ones (“after Russia and Syria”).
        after: Vec<usize>,
        /// The list that answers it: an index into [`Knowledge::lists`](crate::Knowledge::lists).
        list: Option<usize>,
        /// Whether the list's entry agrees.
        verdict: Agreement,
    },
    /// A day: “on Wednesday”, “February 24”.
    Date {
        /// The day meant.
        date: Date,
    },
    /// One quantity in two units: “6,500km (4,000 miles)”.
    Conversion {
        /// The number first stated.
        value: f64,
        /// Its unit's symbol.
        unit: &'static str,
        /// The number stated beside it.
        stated: f64,
        /// Its unit's symbol.
        stated_unit: &'static str,
        /// What `value` gives in `stated_unit`.
        computed: f64,
        /// Whether the two agree at the precision stated.
        verdict: Agreement,
    },
}

/// Finds what can be checked: in the order of the text, none overlapping another.
pub fn claims(text: &Text, cast: &Cast, knowledge: &Knowledge) -> Vec<Claim> {
    let reading = Reading { text, cast, quoted: &Quoted::new(text) };
    let lists = LazyCell::new(|| knowledge.lists());
    let ids = LazyCell::new(|| Ids::new(cast, knowledge, text.article.published()));
    let mut claims = Vec::new();
    for (index, token) in text.tokens.iter().enumerate() {
        claims.extend(match trigger(text.word(index), token.kind) {
            Some(Trigger::Bracket) => conversion::at_bracket(text, index),
            Some(Trigger::Capital) => dated(&reading, index).or_else(|| ordinal::at(&reading, index, &lists, &ids)),
            Some(Trigger::Number) => dated(&reading, index).or_else(|| ordinal::at(&reading, index, &lists, &ids)),
            Some(Trigger::Ordinal) => ordinal::at(&reading, index, &lists, &ids),
            None => None,
        });
    }
    in_order(claims)
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
        (TokenKind::Word, [.., b's', b't'] | [.., b'n', b'd'] | [.., b'r', b'd'] | [.., b't', b'h']) => Some(Trigger::Ordinal),
        _ => None,
    }
}

fn dated(reading: &Reading, token: usize) -> Option<Claim> {
    let published = reading.text.article.published()?;
    date::at(reading.text, reading.cast, token, published).filter(|claim| !reading.quoted.holds(claim.span))
}

/// The tokens of the sentence around one; of a sentence without end only those within reach, so that no text takes long.
fn near(text: &Text, token: usize) -> Range<usize> {
    const REACH: usize = 80;
    let sentence = text.sentences.get(text.sentence_of(token)).map_or(token..token, |sentence| sentence.tokens.clone());
    sentence.start.max(token.saturating_sub(REACH))..sentence.end.min(token + REACH)
}

/// Claims in the order of the text; of two that overlap, the one that begins first, then the longer one.
fn in_order(mut claims: Vec<Claim>) -> Vec<Claim> {
    claims.sort_by_key(|claim| (claim.span.start, std::cmp::Reverse(claim.span.end)));
    let mut reached = 0;
    claims.retain(|claim| {
        let free = claim.span.start >= reached;
        if free {
            reached = claim.span.end;
        }
        free
    });
    claims
}
