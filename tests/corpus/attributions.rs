//! How far the program's attributions agree with those made by hand, as counts, and where they do not, as a list.
//!
//! Takes articles with both; gives a [`Tally`] and lines such as
//! `sport-cup-shock: by hand [In Bilbao it rains also] by [Garay], found the same by nobody`.
//!
//! Invariant: a fragment found is right for one fragment of the hand's at most.

use crate::gold::Marked;
use crate::sayings::{Fragment, KINDS, shared};
use crate::score::{self, Count};
use postil::Span;
use std::collections::BTreeMap;

/// Two fragments are the same if they share four words in five: the relaxed match of the field.
const SAME: f64 = 0.8;

/// The counts for each of [`KINDS`].
#[derive(Clone, Default)]
pub(crate) struct Tally {
    /// The words alone.
    pub(crate) words: [Count; KINDS.len()],
    /// The words and their speaker: the sources overlap, or neither side has one.
    pub(crate) speaker: [Count; KINDS.len()],
}

impl Tally {
    pub(crate) fn sum<'a>(articles: impl IntoIterator<Item = &'a Marked>) -> Self {
        articles.into_iter().fold(Self::default(), |mut sum, article| {
            sum.count(article);
            sum
        })
    }

    /// A fragment found is of the kind of the one that it matches, else of its own.
    fn count(&mut self, article: &Marked) {
        let pairs = pairs(article);
        for by_hand in &article.said_by_hand {
            self.words[by_hand.kind].by_hand += 1;
        }
        for (at, found) in article.said_found.iter().enumerate() {
            let same = pairs.get(&at).map(|by_hand| &article.said_by_hand[*by_hand]);
            let kind = same.unwrap_or(found).kind;
            self.words[kind].found += 1;
            self.words[kind].right += usize::from(same.is_some());
            self.speaker[kind].right += usize::from(same.is_some_and(|by_hand| same_speaker(by_hand, found)));
        }
        for (speaker, words) in self.speaker.iter_mut().zip(self.words) {
            *speaker = Count { right: speaker.right, ..words };
        }
    }
}

/// Of each fragment found that matches one of the hand's, this one.
fn pairs(article: &Marked) -> BTreeMap<usize, usize> {
    let same = |found: &Fragment, by_hand: &Fragment| Some(jaccard(found, by_hand)).filter(|share| *share >= SAME);
    score::pairs(&article.said_found, &article.said_by_hand, same)
}

/// The words that both have, of those that either has.
fn jaccard(a: &Fragment, b: &Fragment) -> f64 {
    let both = shared(&a.words, &b.words);
    both as f64 / (a.words.len() + b.words.len() - both) as f64
}

fn same_speaker(by_hand: &Fragment, found: &Fragment) -> bool {
    match (by_hand.source, found.source) {
        (Some(by_hand), Some(found)) => by_hand.overlaps(found),
        (by_hand, found) => by_hand == found,
    }
}

/// The kinds of fault, the costliest first.
const FAULTS: [&str; 4] = ["another speaker", "said by nobody", "too many or too few words", "missed attributions"];

/// All faults with their counts.
pub(crate) fn faults(articles: &[Marked]) -> String {
    let mut lists: [Vec<String>; FAULTS.len()] = Default::default();
    for (fault, line) in articles.iter().flat_map(|article| wrong(article).into_iter().chain(missed(article))) {
        lists[fault].push(line);
    }
    let list = |(fault, lines): (&str, Vec<String>)| format!("\n## {} {fault}\n{}\n", lines.len(), lines.join("\n"));
    FAULTS.into_iter().zip(lists).map(list).collect()
}

fn wrong(article: &Marked) -> Vec<(usize, String)> {
    let pairs = pairs(article);
    let fault = |(at, found): (usize, &Fragment)| {
        let same = pairs.get(&at).map(|by_hand| &article.said_by_hand[*by_hand]);
        let near = same.or_else(|| nearest(found, &article.said_by_hand));
        let fault = match (same, near) {
            (Some(by_hand), _) if same_speaker(by_hand, found) => return None,
            (Some(_), _) => 0,
            (None, None) => 1,
            (None, Some(_)) => 2,
        };
        Some((fault, line(article, near, Some(found))))
    };
    article.said_found.iter().enumerate().filter_map(fault).collect()
}

fn missed(article: &Marked) -> impl Iterator<Item = (usize, String)> {
    let unseen = |by_hand: &&Fragment| nearest(by_hand, &article.said_found).is_none();
    article.said_by_hand.iter().filter(unseen).map(|by_hand| (3, line(article, Some(by_hand), None)))
}

/// The one that shares most words with it, if any does.
fn nearest<'a>(fragment: &Fragment, others: &'a [Fragment]) -> Option<&'a Fragment> {
    let near = others.iter().filter(|other| jaccard(fragment, other) > 0.0);
    near.max_by(|a, b| jaccard(fragment, a).total_cmp(&jaccard(fragment, b)))
}

fn line(article: &Marked, by_hand: Option<&Fragment>, found: Option<&Fragment>) -> String {
    let drawn =
        |fragment: Option<&Fragment>| fragment.map_or("nothing".to_owned(), |fragment| drawn(article, fragment));
    format!("{}: by hand {}, found {}", article.file, drawn(by_hand), drawn(found))
}

fn drawn(article: &Marked, fragment: &Fragment) -> String {
    let words = |span: Span| span.of(&article.text).replace('\n', " / ");
    let speaker = fragment.source.map_or("nobody".to_owned(), |source| format!("[{}]", words(source)));
    format!("{} [{}] by {speaker}", KINDS[fragment.kind], words(fragment.span))
}
