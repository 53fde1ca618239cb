//! Changes recomputed: from what to what, beside by how much.
//!
//! Takes the claims of an article; answers changes that stand beside each other. Example: in “rose from £40m to £52m, up 20%” the two
//! sums give 30%.
//!
//! Invariant: both stand in one sentence, with nothing but a comma, a bracket or “or” between.

use super::{are_beside, compare, rounding};
use crate::claim::{Answer, Arithmetic, Claim, ClaimKind, Operation};
use crate::{segment::Text, word_list::is_among};

/// The percentage and the two numbers that it comes from, as one claim that covers both.
pub(super) fn joined(text: &Text, one: &Claim, other: &Claim) -> Option<Claim> {
    let (levels, percentage) = if one.stated.base.is_some() { (one, other) } else { (other, one) };
    let fits = levels.kind == ClaimKind::Change && matches!(percentage.kind, ClaimKind::Change | ClaimKind::Share);
    let (from, to) = (levels.stated.base?, levels.stated.value?);
    let stated = percentage.stated.value.filter(|figure| figure.unit == "%" && percentage.stated.base.is_none())?;
    let same = from.unit == to.unit && from.unit != "%" && from.value > 0.0;
    if !fits || !same || !is_of_the_two(text, percentage) || !are_beside(text, one, other, &BETWEEN) {
        return None;
    }
    let computed = ((to.value - from.value) / from.value * 100.0).abs();
    let slack = (rounding(from) + rounding(to)) * to.value / from.value * 100.0;
    let verdict = compare(stated, computed, slack);
    let arithmetic = Arithmetic { operation: Operation::Change, terms: vec![from, to], stated, computed, verdict };
    Some(Claim { span: one.span.cover(other.span), answer: Some(Answer::Arithmetic(arithmetic)), ..levels.clone() })
}

/// Not “45% of them women”, “12% below the target” or “5% a year”: a percentage with something else for its base.
fn is_of_the_two(text: &Text, percentage: &Claim) -> bool {
    let next = text.word(text.tokens_in(percentage.span).end);
    let alone = percentage.stated.set.is_none() && !next.starts_with(char::is_alphabetic);
    match percentage.kind {
        ClaimKind::Share => alone,
        _ => !is_among(next, "a an per each every annually on in above below"),
    }
}

const BETWEEN: [&str; 10] = [",", "(", "or", ", or", "a", ", a", ", an", "–", "—", ""];
