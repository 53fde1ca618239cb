//! What a claim can be checked against: the packs' lists and facts, the calendar, arithmetic.
//!
//! Takes what was stated; gives an [`Answer`]. Example: 6,500 km are 4,039 miles, which round to the 4,000 stated.
//!
//! Invariant: what is judged is the precision stated, and where readers would differ it is left open.

pub(super) mod conversion;
pub(crate) mod fact;
pub(crate) mod founding;
mod growth;
pub(crate) mod height;
pub(super) mod ids;
pub(super) mod order;
mod place;
pub(super) mod ratio;
mod span;
mod sum;
pub(super) mod tally;
mod twice;
mod weekday;

use super::{Answer, Claim, Figure, read::speech::Quoted};
use crate::{Knowledge, card::Agreement, mention::Cast, segment::Text};
use std::cell::LazyCell;

/// Answers what the article's own numbers tell of each other, or a fact of the packs tells of one of them; claims stand in the order of the text.
pub(super) fn beside_each_other(text: &Text, cast: &Cast, known: &Knowledge, claims: &mut Vec<Claim>) {
    let quoted = LazyCell::new(|| Quoted::new(text));
    let mut at = 0;
    while at < claims.len() {
        if let [one, other, ..] = &claims[at..] {
            let joined = growth::joined(text, one, other).or_else(|| weekday::joined(text, one, other));
            if let Some(joined) = joined {
                claims[at] = joined;
                claims.remove(at + 1);
                continue;
            }
            let answer = span::of_years(text, &|span| quoted.holds(span), one, other);
            let lasting = at + usize::from(one.stated.value.is_none());
            claims[lasting].answer = answer.or(claims[lasting].answer.take());
        }
        if claims[at].answer.is_none() {
            claims[at].answer = sum::of_parts(text, &claims[at..]);
        }
        // What happened on a day tells more than that the calendar has it.
        if matches!(claims[at].answer, None | Some(Answer::Day(_))) {
            claims[at].answer = fact::of_entity(text, cast, known, &claims[at]).or(claims[at].answer.take());
        }
        at += 1;
    }
    twice::answer(text, claims);
}

/// Whether a percentage that was computed is the one stated: rounded as that is, or off by no more than `slack`, which the numbers
/// that it was computed from leave open. A little more is passed over, neither right nor wrong.
fn compare(stated: Figure, computed: f64, slack: f64) -> Agreement {
    let off = (stated.value.abs() - computed.abs()).abs();
    let step = stated.step.min(1.0);
    match off {
        off if off <= step / 2.0 * (1.0 + 1e-9) + slack => Agreement::Agrees,
        off if off <= step.max(computed.abs() * HASTE) + slack => Agreement::Open,
        _ => Agreement::Differs,
    }
}

/// The relative error that a sentence's haste may explain.
const HASTE: f64 = 0.05;

/// By what part of itself a number may be off. Small ones are counted, not rounded, and of large ones news tell two figures at least.
fn rounding(figure: Figure) -> f64 {
    let second = (0..15).rev().map(|power| 10f64.powi(power)).find(|power| *power * 10.0 <= figure.value);
    if figure.value < 1000.0 { 0.0 } else { figure.step.min(second.unwrap_or(1.0)) / 2.0 / figure.value }
}

/// Whether nothing but one of some words stands between two claims of one sentence.
fn are_beside(text: &Text, one: &Claim, other: &Claim, words: &[&str]) -> bool {
    let between = text.article.text().get(one.span.end..other.span.start).map(str::trim);
    let sentence = |claim: &Claim| text.sentence_of(text.tokens_in(claim.span).start);
    between.is_some_and(|between| words.contains(&between)) && sentence(one) == sentence(other)
}
