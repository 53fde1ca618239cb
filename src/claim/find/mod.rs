//! Where claims stand: a rule for each kind, set off by a word.
//!
//! Takes the segmented text with what is known of it; gives [`Claim`]s, which may overlap. Example: “third” sets off the rule of
//! ordinals, which reads on to “country to recognise”.
//!
//! Invariant: a rule reads no further than its sentence.

mod date;
pub(super) mod holder;
mod set;
mod occasion;
mod only;
pub(super) mod ordinal;
mod record;
mod superlative;
mod weekday;

use super::{
    Claim,
    check::{conversion, order::Ids},
    read::speech::Quoted,
};
use crate::word_list::lower_case;
use crate::{Knowledge, mention::Cast, pack::ListRecord, segment::Text, segment::TokenKind};
use std::cell::LazyCell;

/// What the article knows, for one pass.
pub(super) struct Reading<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) cast: &'a Cast,
    pub(super) quoted: &'a Quoted,
}

impl Reading<'_> {
    /// Whether a token stands in a name or a title: “the Second Amendment”.
    fn in_name(&self, token: usize) -> bool {
        let capital = |token: usize| self.text.word(token).starts_with(char::is_uppercase);
        let first = super::near(self.text, token).start == token;
        let named = self.text.tokens.get(token).is_some_and(|token| self.cast.at(token.span.start).is_some());
        named || !first && capital(token) && capital(token + 1)
    }
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
                dated(&reading, index).or_else(|| ranked(&reading, index, &lists, &ids))
            }
            Some(Trigger::Rank) => ranked(&reading, index, &lists, &ids),
            None => None,
        });
    }
    claims
}

/// What makes a token worth a look: nearly all are passed over by one glance at their first and last bytes.
enum Trigger {
    Bracket,
    Number,
    Rank,
    Capital,
}

fn trigger(word: &str, kind: TokenKind) -> Option<Trigger> {
    let bytes = word.as_bytes();
    match (kind, bytes) {
        (TokenKind::Mark, b"(" | b"[") => Some(Trigger::Bracket),
        (TokenKind::Number, _) => Some(Trigger::Number),
        (TokenKind::Word, [b'A'..=b'Z', ..]) => Some(Trigger::Capital),
        (TokenKind::Word, b"and") => None,
        (TokenKind::Word, [.., b's', b't'] | [.., b'n', b'd'] | [.., b'r', b'd'] | [.., b't', b'h'] | b"only") => {
            Some(Trigger::Rank)
        }
        // “longest-serving”, “four-year high”
        (TokenKind::Word, [.., _, _, _, _, _, _, _]) if bytes.contains(&b'-') => Some(Trigger::Rank),
        _ => None,
    }
}

/// The place of something: in an order, at its head, or alone.
fn ranked(reading: &Reading, token: usize, lists: &[ListRecord], ids: &Ids) -> Option<Claim> {
    let word = lower_case(reading.text.word(token));
    match word.as_str() {
        "only" => only::at(reading, token),
        "record" => record::at(reading, token),
        "most" | "least" => superlative::at(reading, token),
        word if word.contains("est") || word.ends_with("worst") || word.ends_with("-most") => {
            superlative::at(reading, token)
        }
        _ => ordinal::at(reading, token, lists, ids)
            .or_else(|| occasion::at(reading, token))
            .or_else(|| record::extreme(reading, token)),
    }
}

fn dated(reading: &Reading, token: usize) -> Option<Claim> {
    let published = reading.text.article.published()?;
    date::at(reading.text, reading.cast, token, published).filter(|claim| !reading.quoted.holds(claim.span))
}
