//! Quotations and who says them, in a block.
//!
//! Takes a block's tokens and the text's quotations; adds their attributions. Example: «No iremos», dijo el alcalde. «Nos quedamos».
//! is one attribution of two spans.
//!
//! Invariant: each quotation is content of one attribution.

use super::{
    Work, aside, is_sentence,
    saying::{self, Saying},
};
use crate::{QuoteKind, Span, quote::marks::Quotation};
use std::ops::Range;

/// Adds the quotations of a block.
pub(super) fn quotations(work: &mut Work, block: Range<usize>, all: &[Quotation]) {
    let first = all.partition_point(|quotation| quotation.tokens.start < block.start);
    let here = all.iter().skip(first).take_while(|quotation| quotation.tokens.start < block.end);
    let mut before: Option<(usize, &Quotation)> = None;
    for (index, quotation) in here.enumerate() {
        let next = all.get(first + index + 1).map_or(block.end, |next| next.tokens.start.min(block.end));
        let reached = before.map_or(block.start, |(_, before)| before.tokens.end);
        let span = work.text.span(quotation.tokens.clone());
        let right = quotation.tokens.end..next;
        let goes_on = before.filter(|(index, before)| continues(work, *index, before, quotation));
        let index = match goes_on.filter(|_| after(work, right.clone()).is_none()) {
            Some((index, _)) => {
                work.found[index].content.push(span);
                index
            }
            None => alone(work, quotation, span, reached..quotation.tokens.start, right),
        };
        before = Some((index, quotation));
    }
}

/// How a quotation stands to who says it.
fn kind(work: &Work, quotation: &Quotation, left: Range<usize>, follows: bool, leads: bool) -> QuoteKind {
    const WORDS: usize = 3;
    let text = work.text;
    let sentence = is_sentence(text, quotation);
    let paused = left.clone().next_back().is_none_or(|last| text.is(last, ": , . ! ?"));
    let bare = left.clone().all(|token| !text.word(token).starts_with(char::is_alphanumeric));
    match (follows || leads && paused, leads) {
        (true, _) => QuoteKind::Direct,
        (false, true) if quotation.inside().len() >= WORDS => QuoteKind::Mixed,
        (false, false) if sentence && (bare || paused) => QuoteKind::Direct,
        _ => QuoteKind::Scare,
    }
}

/// A quotation that goes on with no earlier one.
fn alone(work: &mut Work, quotation: &Quotation, span: Span, left: Range<usize>, right: Range<usize>) -> usize {
    if let Some((saying, parts)) = aside::split(work.text, work.words, quotation.tokens.clone()) {
        return work.add(QuoteKind::Direct, parts, Some(&saying));
    }
    let follows = after(work, right);
    let leads = before(work, left.clone(), quotation.tokens.start).filter(|_| follows.is_none());
    let kind = kind(work, quotation, left, follows.is_some(), leads.is_some());
    let saying = follows.or(leads).filter(|_| kind != QuoteKind::Scare);
    work.add(kind, vec![span], saying.as_ref())
}

/// `«…», dijo el alcalde`: past a comma and a dash.
fn after(work: &Work, right: Range<usize>) -> Option<Saying> {
    const SIGNS: usize = 2;
    let text = work.text;
    let sentence = text.sentences.get(text.sentence_of(right.start)).map_or(right.end, |s| s.tokens.end);
    let sign = |token: &usize| text.is(*token, ", — – -");
    let start = right.start + right.clone().take(SIGNS).take_while(sign).count();
    let small = text.word(start).starts_with(char::is_lowercase);
    (small && start < sentence).then(|| saying::after(text, work.words, start..sentence.min(right.end)))?
}

/// `El alcalde dijo: «…»`: the verb of the words that lead to it.
fn before(work: &Work, left: Range<usize>, quotation: usize) -> Option<Saying> {
    let text = work.text;
    let same = |last: &usize| *last >= left.start && text.sentence_of(*last) == text.sentence_of(quotation);
    let last = left.end.checked_sub(1).filter(same)?;
    let sentence = text.sentences.get(text.sentence_of(last)).map_or(left.start, |s| s.tokens.start);
    saying::before(text, work.words, left.start.max(sentence)..left.end)
}

/// `«…», dijo el alcalde. «…»`: a sentence that follows the saying of the one before, with nothing else between them.
fn continues(work: &Work, index: usize, before: &Quotation, quotation: &Quotation) -> bool {
    const FEW: usize = 25;
    let text = work.text;
    let between = before.tokens.end..quotation.tokens.start;
    let attribution = &work.found[index];
    let said = attribution.cue.is_some_and(|cue| cue.start >= text.span(before.tokens.clone()).end);
    let again = between.clone().skip(1).filter(|&token| saying::is_verb(text, work.words, token)).count() > 1;
    let same = attribution.kind == QuoteKind::Direct && is_sentence(text, quotation);
    same && said && !again && between.len() <= FEW && !text.is(between.end - 1, ":")
}
