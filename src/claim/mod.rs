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
mod scan;
mod speech;
mod tense;
mod unit;
mod verb;
mod weekday;

use crate::{Knowledge, Span, card::Agreement, mention::Cast, segment::Text, segment::TokenKind};
use order::Ids;
use ordinal::Reading;
use speech::Quoted;
use std::{cell::LazyCell, ops::Range};
use time::Date;

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

/// The tokens of the sentence around one; of a sentence without end only those within reach, so that no text takes long.
fn near(text: &Text, token: usize) -> Range<usize> {
    const REACH: usize = 80;
    let sentence = text.sentences.get(text.sentence_of(token)).map_or(token..token, |sentence| sentence.tokens.clone());
    sentence.start.max(token.saturating_sub(REACH))..sentence.end.min(token + REACH)
}

/// Claims in the order of the text; of two that overlap, the one that begins first, then the longer one.
fn in_order(mut claims: Vec<Claim>) -> Vec<Claim> {
    crate::order::sort_by(&mut claims, |claim| (claim.span.start, usize::MAX - claim.span.end));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, mention};

    /// What sets a rule off, and what may stand around it.
    const PIECES: &[&str] = &[
        "Wednesday",
        "on Friday",
        "last ",
        "next ",
        "Monday to ",
        "February ",
        "24",
        "24 February",
        "Sept. ",
        "31",
        ", ",
        "2014",
        "third",
        "the 3",
        "rd ",
        " country",
        " to ",
        "recognise ",
        "after ",
        "Russia",
        " and Syria",
        "became ",
        "makes it ",
        "only ",
        "6,500km",
        " (",
        "4,000 miles",
        ")",
        "[",
        "]",
        "-",
        "–",
        "−5°C",
        "½",
        "half a mile",
        "999999999999999999999 km",
        "0.0000000000000000001 m",
        "0",
        "“",
        "”",
        "’s",
        ".",
        "\n",
        "\u{a0}",
        "\u{ad}",
        "é",
        "国",
        "😀",
        "will ",
        "said ",
        "5’11”",
        "K",
    ];

    #[track_caller]
    fn check(text: &str) {
        for published in [None, Some(Date::MIN), Some(Date::MAX), crate::day("2022-07-14")] {
            let article = Article::from_text(text).published_on(published);
            let segmented = Text::new(&article);
            let knowledge = Knowledge::new();
            let found = claims(&segmented, &mention::cast(&segmented, &knowledge), &knowledge);
            let mut reached = 0;
            for claim in found {
                assert!(claim.span.start >= reached && !claim.span.of(text).is_empty(), "{text:?}: {claim:?}");
                reached = claim.span.end;
            }
        }
    }

    #[test]
    fn any_text_gives_claims_in_order() {
        let mut state: u64 = 0x2545_f491_4f6c_dd1d;
        let mut below = |bound: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state % bound as u64) as usize
        };
        for _ in 0..3_000 {
            let count = below(40);
            let pieces: Vec<_> = (0..count).map(|_| PIECES[below(PIECES.len())]).collect();
            check(&pieces.concat());
        }
    }

    #[test]
    fn a_sentence_without_end_is_no_trouble() {
        for piece in ["May 5 ", "third country ", "on Friday ", "1 km (", "after Russia ", "( 1 km "] {
            check(&piece.repeat(200));
        }
    }
}
