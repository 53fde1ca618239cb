//! Claims: statements that can be checked, by an ordered list, by the calendar or by arithmetic.
//!
//! Takes the segmented text, its mentions and the packs' lists; gives [`Claim`]s. Example: “the third country to recognise”
//! becomes an [`ClaimKind::Ordinal`] of rank 3.
//!
//! Invariant: a claim never says “false”; it holds what was stated and what the check gives.

mod calendar;
mod conversion;
mod date;
mod number;
mod speech;
mod tense;
mod unit;
mod verb;

use crate::{Knowledge, Span, card::Agreement, mention::Cast, segment::Text, segment::TokenKind};
use jiff::civil::Date;
use speech::Quoted;

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
pub fn claims(text: &Text, cast: &Cast, _knowledge: &Knowledge) -> Vec<Claim> {
    let published = text.article.published();
    let quoted = Quoted::new(text);
    let mut claims = Vec::new();
    for (index, token) in text.tokens.iter().enumerate() {
        let first = text.word(index).bytes().next().unwrap_or(b' ');
        let claim = match token.kind {
            TokenKind::Mark if matches!(first, b'(' | b'[') => conversion::at_bracket(text, index),
            TokenKind::Word if first.is_ascii_uppercase() => dated(text, cast, index, published, &quoted),
            TokenKind::Number => dated(text, cast, index, published, &quoted),
            _ => None,
        };
        claims.extend(claim);
    }
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

fn dated(text: &Text, cast: &Cast, token: usize, published: Option<Date>, quoted: &Quoted) -> Option<Claim> {
    date::at(text, cast, token, published?).filter(|claim| !quoted.holds(claim.span))
}
