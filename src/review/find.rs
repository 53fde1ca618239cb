//! The sentences of an article that state what was reviewed.
//!
//! Takes the segmented text, its names and attributions, and all reviews; gives [`ReviewMatch`]es. Example: a review that names the
//! article's own address is shown at the sentence that is nearest to its claim, or else at the headline.
//!
//! Invariant: by their words only claims in English are found, in articles in English: of other languages nobody here knows how they deny.

use super::{
    ReviewMatch, address,
    index::{Index, with_claim},
    matching::{self, Fit, LEAST},
    statement::Statement,
};
use crate::{
    Article, Attribution, BlockKind, Knowledge, QuoteKind, Span,
    mention::Cast,
    order::sort_by,
    pack::ReviewRecord,
    segment::{Sentence, Text},
};
use std::ops::Range;

/// What a sentence states: the numbers of reviews, each with how well it fits.
type Fits = Vec<(usize, Fit)>;

/// Finds the sentences that state what was reviewed, in the order of the text.
pub fn matches(text: &Text, cast: &Cast, attributions: &[Attribution], knowledge: &Knowledge) -> Vec<ReviewMatch> {
    let index = knowledge.review_index();
    if index.is_empty() {
        return Vec::new();
    }
    let statements: Vec<Statement> =
        text.sentences.iter().map(|sentence| statement(text, sentence, cast, knowledge)).collect();
    let mut found: Vec<Fits> = statements.iter().map(|statement| fits(statement, text.article, knowledge)).collect();
    let named = named(text.article, knowledge);
    for review in &named {
        place(*review, text, &statements, knowledge, &mut found);
    }
    let noted = text.sentences.iter().zip(found).filter(|(_, fits)| !fits.is_empty());
    noted.map(|(sentence, fits)| noted_at(sentence, fits, text, attributions, &named)).collect()
}

/// How well a sentence fits each claim, by which scores are measured: the number of the review, and a score from 0 to 1.
#[doc(hidden)]
pub fn scores(text: &Text, sentence: &Sentence, cast: &Cast, knowledge: &Knowledge) -> Vec<(usize, f32)> {
    candidates(&statement(text, sentence, cast, knowledge), knowledge)
        .map(|(review, fit)| (review, fit.score))
        .collect()
}

/// What a sentence states; of one without end only its beginning, so that no text takes long.
fn statement(text: &Text, sentence: &Sentence, cast: &Cast, knowledge: &Knowledge) -> Statement {
    const MOST: usize = 150;
    let Range { start, end } = sentence.tokens;
    Statement::new(text, start..end.min(start + MOST), Some(cast), knowledge)
}

/// Whether a review says that its claim was made on this very page.
pub(crate) fn names(review: &ReviewRecord, article: &Article) -> bool {
    let own = |page: &str| article.address().is_some_and(|address| address::same(page, address));
    review.appearances.iter().any(|page| own(page))
}

/// The reviews that a sentence states, the best fit first.
fn fits(statement: &Statement, article: &Article, knowledge: &Knowledge) -> Fits {
    if !article.language().is_none_or(is_english) {
        return Vec::new();
    }
    let mut fits: Fits = candidates(statement, knowledge).filter(|(_, fit)| fit.score >= LEAST).collect();
    sort_by(&mut fits, |(review, fit)| (usize::MAX - (fit.score * 1e3) as usize, *review));
    fits
}

pub(super) fn is_english(tag: &str) -> bool {
    tag.split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case("en"))
}

fn candidates(statement: &Statement, knowledge: &Knowledge) -> impl Iterator<Item = (usize, Fit)> {
    let fit = |review: usize| {
        let record = knowledge.review(review)?;
        with_claim(record.claim, knowledge, |claim| matching::fit(claim, statement)).map(|fit| (review, fit))
    };
    knowledge.review_index().candidates(statement).into_iter().filter_map(fit)
}

/// The reviews that name the article's address.
fn named(article: &Article, knowledge: &Knowledge) -> Vec<usize> {
    let Some(address) = article.address() else { return Vec::new() };
    let index: &Index = knowledge.review_index();
    let is_named = |review: &usize| knowledge.review(*review).is_some_and(|record| names(&record, article));
    index.at(address).into_iter().filter(is_named).collect()
}

/// Puts a review that names this page at the sentence nearest to its claim; where none is near, at the headline.
fn place(review: usize, text: &Text, statements: &[Statement], knowledge: &Knowledge, found: &mut [Fits]) {
    const NEAR: f32 = 0.35;
    let is_found = found.iter().flatten().any(|(other, _)| *other == review);
    let Some(record) = knowledge.review(review).filter(|_| !is_found) else { return };
    let overlap = |claim: &Statement| {
        let overlaps = statements.iter().map(|statement| matching::overlap(claim, statement));
        overlaps.enumerate().filter_map(|(at, fit)| Some((at, fit?))).filter(|(_, fit)| fit.score >= NEAR).collect()
    };
    let near: Vec<(usize, Fit)> = with_claim(record.claim, knowledge, overlap);
    let best = near.into_iter().reduce(|best, other| if other.1.score > best.1.score { other } else { best });
    let (at, fit) = best.unwrap_or_else(|| headline(text));
    found.get_mut(at).into_iter().for_each(|fits| fits.push((review, fit.clone())));
}

/// The first heading, or the first sentence, whole.
fn headline(text: &Text) -> (usize, Fit) {
    let is_heading = |sentence: &Sentence| {
        text.article.blocks().get(sentence.block).is_some_and(|block| block.kind == BlockKind::Heading)
    };
    let at = text.sentences.iter().position(is_heading).unwrap_or(0);
    let tokens = text.sentences.get(at).map_or(0..0, |sentence| sentence.tokens.clone());
    (at, Fit { score: 0.0, tokens })
}

/// Of a sentence of more bytes only the part is marked that a claim shares words with.
const LONG: usize = 200;

fn noted_at(
    sentence: &Sentence,
    fits: Fits,
    text: &Text,
    attributions: &[Attribution],
    named: &[usize],
) -> ReviewMatch {
    let shared = fits.iter().map(|(_, fit)| fit.tokens.clone());
    let shared = shared.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end)).map(|tokens| text.span(tokens));
    let is_long = sentence.span.len() > LONG;
    ReviewMatch {
        span: sentence.span,
        clause: shared.filter(|span| is_long && !span.is_empty()).unwrap_or(sentence.span),
        by_address: fits.iter().any(|(review, _)| named.contains(review)),
        reviews: fits.into_iter().map(|(review, _)| review).collect(),
        attribution: attribution(sentence.span, attributions),
    }
}

/// Whose statement a sentence is: whose words have the most of it, and half of it at least.
fn attribution(sentence: Span, attributions: &[Attribution]) -> Option<usize> {
    let common = |span: &Span| span.end.min(sentence.end).saturating_sub(span.start.max(sentence.start));
    let most = |said: &Attribution| said.content.iter().map(common).sum::<usize>();
    let spoken = attributions.iter().enumerate().filter(|(_, said)| said.kind != QuoteKind::Scare);
    let (common, index) = spoken.map(|(index, said)| (most(said), index)).max_by_key(|(common, _)| *common)?;
    (common * 2 >= sentence.len()).then_some(index)
}
