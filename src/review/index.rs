//! Which reviews a sentence may state: looked up, not searched.
//!
//! Takes all claims that were reviewed, once; gives those whose names, numbers and subject a sentence may have. Example: of ten thousand
//! reviews three are on Port Sallow; a sentence that has it is compared with these.
//!
//! Invariant: what a claim cannot do without ([`super::matching`]) is what it is looked up by, so that nothing is lost.

use super::{address, find::is_english, number::Stated, statement::Statement, term::Term};
use crate::{Article, Knowledge, order::sort_by, pack::ReviewRecord, segment::Text};

/// The reviews, by what they cannot do without.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Of each review the keys that a sentence must have.
    needed: Vec<Vec<usize>>,
    /// Of each review the rarest of them, with its number, in the order of the keys.
    rarest: Vec<(usize, usize)>,
    /// The pages on which claims were made, by their keys, each with its review.
    pages: Vec<(usize, usize)>,
}

impl Index {
    /// The index of some reviews.
    pub(crate) fn new<'a>(reviews: impl Iterator<Item = ReviewRecord<'a>>, knowledge: &Knowledge) -> Index {
        let mut index = Index::default();
        for (number, review) in reviews.enumerate() {
            let by_words = review.language.is_none_or(is_english);
            index.needed.push(if by_words { with_claim(review.claim, knowledge, needed) } else { Vec::new() });
            index.pages.extend(review.appearances.iter().map(|page| (address::key(page), number)));
        }
        sort_by(&mut index.pages, |pair| *pair);
        index.rarest = rarest(&index.needed);
        index
    }

    /// The reviews that may name a page, each once.
    pub(super) fn at(&self, page: &str) -> Vec<usize> {
        let mut reviews: Vec<usize> = under(&self.pages, address::key(page)).collect();
        reviews.dedup();
        reviews
    }

    /// Whether there is nothing to look up.
    pub(super) fn is_empty(&self) -> bool {
        self.needed.is_empty()
    }

    /// The reviews that a sentence may state, each once.
    pub(super) fn candidates(&self, sentence: &Statement) -> Vec<usize> {
        let mut keys = Vec::new();
        sentence.terms.iter().for_each(|term| keys.extend([term.key(), term.spelling()]));
        sentence.numbers.iter().for_each(|number| keys.extend(number_keys(number)));
        sort_by(&mut keys, |key| (*key, 0));
        keys.dedup();
        let has_all = |review: &usize| {
            self.needed.get(*review).is_some_and(|needed| needed.iter().all(|key| keys.binary_search(key).is_ok()))
        };
        keys.iter().flat_map(|key| under(&self.rarest, *key)).filter(has_all).collect()
    }
}

/// Of each review the rarest key, in the order of the keys.
fn rarest(needed: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let mut all: Vec<usize> = needed.iter().flatten().copied().collect();
    sort_by(&mut all, |key| (*key, 0));
    let count = |key: &&usize| all.partition_point(|other| other <= *key) - all.partition_point(|other| other < *key);
    let rarest = |(review, keys): (usize, &Vec<usize>)| Some((*keys.iter().min_by_key(count)?, review));
    let mut rarest: Vec<(usize, usize)> = needed.iter().enumerate().filter_map(rarest).collect();
    sort_by(&mut rarest, |pair| *pair);
    rarest
}

/// What stands under a key.
fn under(pairs: &[(usize, usize)], key: usize) -> impl Iterator<Item = usize> {
    let from = pairs.partition_point(|(other, _)| *other < key);
    pairs.iter().skip(from).take_while(move |(other, _)| *other == key).map(|(_, review)| *review)
}

/// Does something with the statement of a claim.
pub(super) fn with_claim<T>(claim: &str, knowledge: &Knowledge, act: impl FnOnce(&Statement) -> T) -> T {
    let article = Article::from_text(claim);
    let text = Text::new(&article);
    act(&Statement::new(&text, 0..text.tokens.len(), None, knowledge))
}

/// The keys of what a claim cannot do without: its names, of persons the family name, and its numbers; where it has neither, its subject.
fn needed(claim: &Statement) -> Vec<usize> {
    let names = claim.names();
    let mut keys = Vec::new();
    for name in names {
        let skipped = if name.person { name.words.len() - 1 } else { 0 };
        keys.extend(name.words.iter().skip(skipped).map(Term::key));
    }
    keys.extend(claim.numbers.iter().map(number_key));
    if keys.is_empty() {
        let only = claim.subjects().take(usize::from(claim.subjects().count() == 1));
        keys.extend(only.chain(claim.verbs()).chain(claim.subjects()).map(Term::key).take(1));
    }
    keys
}

/// The key of a number: of what looks like a year the year itself, of others how many digits it has, and the first of them to a quarter.
fn number_key(number: &Stated) -> usize {
    if number.year { exact(number) } else { rough(number, 1.0) }
}

/// The keys of a number, as a year or as any other, and of what it may be rounded to ([`Stated::same`]).
fn number_keys(number: &Stated) -> [usize; 6] {
    let rounded = |factor: f64| rough(number, factor);
    [exact(number), rounded(0.95), rounded(0.975), rounded(1.0), rounded(1.025), rounded(1.05)]
}

fn exact(number: &Stated) -> usize {
    usize::MAX - number.value as usize
}

#[inline(never)]
fn rough(number: &Stated, factor: f64) -> usize {
    const MOST: usize = 20;
    let (mut first, mut power) = (number.value.abs() * factor, MOST);
    while first >= 10.0 && power < 2 * MOST {
        (first, power) = (first / 10.0, power + 1);
    }
    while first < 1.0 && power > 0 {
        (first, power) = (first * 10.0, power - 1);
    }
    let quarters = (first * 4.0) as usize;
    usize::MAX / 2 - (power * 40 + quarters) * 2 - usize::from(number.share)
}
