//! Sums recomputed: a number and the parts that the article says it has.
//!
//! Takes the claims of an article from one on; answers that one where its parts follow behind a colon, a dash or a bracket. Example: in
//! “20 people – 12 men and nine women” the parts give 21.
//!
//! Invariant: parts that “include” or are “among” the whole need not make it, a list behind a comma is no list of parts, and parts
//! that a verb or “among them” goes on from tell something of their own.

use super::rounding;
use crate::claim::{Answer, Arithmetic, Claim, ClaimKind, Figure, Operation};
use crate::{
    Span,
    card::Agreement,
    segment::{Text, TokenKind},
    word_list::is_among,
};

pub(super) fn of_parts(text: &Text, claims: &[Claim]) -> Option<Answer> {
    let (whole, rest) = claims.split_first()?;
    let stated = summand(whole).filter(|total| total.value >= 2.0)?;
    let mut reached = whole.span.end;
    let mut terms: Vec<Figure> = Vec::new();
    let mut last = false;
    for part in rest {
        let between = text.article.text().get(reached..part.span.start)?.trim();
        let opens = terms.is_empty() && is_among(between, ": – — - (");
        let goes_on = !terms.is_empty() && !last && matches!(between, "," | "and" | ", and");
        let figure = summand(part).filter(|figure| figure.unit == stated.unit && part.kind == whole.kind);
        let Some(figure) = figure.filter(|_| opens || goes_on) else { break };
        last = between.ends_with("and");
        terms.push(figure);
        reached = part.span.end;
    }
    let computed: f64 = terms.iter().map(|part| part.value).sum();
    let slack: f64 = terms.iter().chain([&stated]).map(|figure| rounding(*figure) * figure.value).sum();
    let off = (stated.value - computed).abs();
    let verdict = if off <= slack + 1e-6 { Agreement::Agrees } else { Agreement::Differs };
    let end = text.tokens_in(Span::new(whole.span.start, reached)).end;
    let closed = text.tokens.get(end).is_none_or(|next| next.kind != TokenKind::Word);
    let all_told = last && terms.len() > 1 && closed;
    all_told.then_some(Answer::Arithmetic(Arithmetic { operation: Operation::Sum, terms, stated, computed, verdict }))
}

/// A number that can be a part: of things counted, or of money.
fn summand(claim: &Claim) -> Option<Figure> {
    claim.stated.value.filter(|_| matches!(claim.kind, ClaimKind::Count | ClaimKind::Money))
}
