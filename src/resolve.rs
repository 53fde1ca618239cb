//! From findings to marks: what is marked, in which order, and how much a reader may want it.
//!
//! Takes the text, the mentions and the claims to mark with their numbers, attributions and reviewed sentences; gives [`Annotation`]s.
//! Example: a name inside a quotation follows the quotation.
//!
//! Invariant: annotations stand in the order of the text, outer before inner, and no two cross.

use crate::{
    Annotation, Attribution, Body, Mention, QuoteKind, Span, amount::SCREENFUL, claim::Claim, order::sort_by,
    review::ReviewMatch,
};

/// The marks of an article.
pub(crate) fn annotations(
    text: &str,
    mentions: &[(usize, &Mention)],
    attributions: &[Attribution],
    claims: &[(usize, &Claim)],
    reviews: &[ReviewMatch],
) -> Vec<Annotation> {
    let mut all: Vec<Annotation> = claims.iter().map(|(i, c)| claim(*i, c)).collect();
    let said = attributions.iter().enumerate().filter(|(_, attribution)| !is_bare(attribution, text));
    all.extend(said.map(|(i, a)| attribution(i, a)));
    all.extend(names(mentions));
    let reviewed: Vec<Annotation> =
        reviews.iter().enumerate().filter_map(|(i, found)| review(i, found, text, &all)).collect();
    all.splice(..0, reviewed);
    let mut kept: Vec<Annotation> = Vec::with_capacity(all.len());
    sort_by(&mut all, order);
    for annotation in all {
        if !kept.iter().rev().take(LOOK_BACK).any(|other| cross(other, &annotation)) {
            kept.push(annotation);
        }
    }
    kept
}

/// How many earlier annotations can still reach a later one: deeper nesting than this does not happen in a sentence.
const LOOK_BACK: usize = 64;

/// By where it starts, the longer first.
fn order(annotation: &Annotation) -> (usize, usize) {
    let span = whole(annotation);
    (span.start, usize::MAX - span.end)
}

fn whole(annotation: &Annotation) -> Span {
    annotation.spans.iter().copied().reduce(Span::cover).unwrap_or(Span::new(0, 0))
}

fn cross(one: &Annotation, other: &Annotation) -> bool {
    one.spans.iter().any(|a| other.spans.iter().any(|b| a.crosses(*b)))
}

/// A name is wanted most where it first stands, and least where it has just stood.
fn names(mentions: &[(usize, &Mention)]) -> impl Iterator<Item = Annotation> {
    let entities = mentions.iter().map(|(_, mention)| mention.entity + 1).max().unwrap_or(0);
    let mut last = vec![None; entities];
    mentions.iter().map(move |&(index, mention)| {
        let start = mention.span.start;
        let salience = match last.get_mut(mention.entity).and_then(|last| last.replace(start)) {
            None => 0.6,
            Some(before) if start < before + SCREENFUL => 0.3,
            Some(_) => 0.5,
        };
        Annotation { spans: vec![mention.span], body: Body::Mention(index), salience }
    })
}

/// `blamed an anchor`, `voiced support`: a thing in a word or two. A card would say no more than the sentence does, so it has no mark.
pub(crate) fn is_bare(attribution: &Attribution, text: &str) -> bool {
    const TELLING: usize = 3;
    let words = attribution.content.iter().flat_map(|span| span.of(text).split_whitespace());
    attribution.kind == QuoteKind::Indirect && words.take(TELLING).count() < TELLING
}

fn attribution(index: usize, attribution: &Attribution) -> Annotation {
    let salience = match attribution.kind {
        QuoteKind::Direct | QuoteKind::Mixed => 0.7,
        QuoteKind::Scare => 0.4,
        QuoteKind::Indirect => 0.2, // it goes on for lines: the first to go where a reader wants less
    };
    Annotation { spans: attribution.content.clone(), body: Body::Attribution(index), salience }
}

/// A reviewed sentence gives way to whatever begins or ends within it: the longer part is marked.
fn review(index: usize, found: &ReviewMatch, text: &str, others: &[Annotation]) -> Option<Annotation> {
    let mut span = found.clause;
    for other in others.iter().flat_map(|other| &other.spans) {
        if span.crosses(*other) {
            let inside = Span::new(span.start.max(other.start), span.end.min(other.end));
            let outside = if span.start < inside.start {
                (span.start..inside.start).into()
            } else {
                (inside.end..span.end).into()
            };
            span = if inside.len() > Span::len(outside) { inside } else { outside };
        }
    }
    let words = span.of(text);
    let start = span.start + words.len() - words.trim_start().len();
    let span = Span::new(start, start + words.trim().len());
    let annotation = Annotation { spans: vec![span], body: Body::Review(index), salience: 0.95 };
    (!span.is_empty()).then_some(annotation)
}

fn claim(index: usize, claim: &Claim) -> Annotation {
    Annotation { spans: vec![claim.span], body: Body::Claim(index), salience: 0.9 }
}
