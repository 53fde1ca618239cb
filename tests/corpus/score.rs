//! How far the program's marks agree with those made by hand, as counts.
//!
//! Takes articles with both sets of marks; gives a [`Score`]. Example: “Marsh” marked as a person where the hand has the same
//! is a name found; that it means Helen Marsh, not her brother Gerald, is a link found.
//!
//! Invariant: a mark counts as right only over exactly the words that the hand marked.

use crate::gold::{Mark, Marked};
use std::{collections::BTreeMap, ops::AddAssign};

/// What was counted of one question.
#[derive(Clone, Copy, Default)]
pub(crate) struct Count {
    /// Found and marked by hand alike.
    pub(crate) right: usize,
    /// Found by the program.
    pub(crate) found: usize,
    /// Marked by hand.
    pub(crate) by_hand: usize,
}

/// Of each one found that matches one of the hand's, this one: one to one, the likest first. `alike` says how like two are
/// that match.
pub(crate) fn pairs<T>(found: &[T], by_hand: &[T], alike: impl Fn(&T, &T) -> Option<f64>) -> BTreeMap<usize, usize> {
    let mut like: Vec<(f64, usize, usize)> = Vec::new();
    for (at, found) in found.iter().enumerate() {
        for (to, by_hand) in by_hand.iter().enumerate() {
            like.extend(alike(found, by_hand).map(|share| (share, at, to)));
        }
    }
    like.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut pairs = BTreeMap::new();
    for (_, found, by_hand) in like {
        if !pairs.contains_key(&found) && !pairs.values().any(|taken| *taken == by_hand) {
            pairs.insert(found, by_hand);
        }
    }
    pairs
}

/// The counts of one article, or of several together.
#[derive(Clone, Default)]
pub(crate) struct Score {
    /// Names of each of [`KINDS`]: the words and the kind.
    pub(crate) names: [Count; KINDS.len()],
    /// Links to the packs: the words and the entity. By what the program says for precision, by the hand's for recall.
    pub(crate) packs: Count,
    /// The same for entities that no pack holds, only the article.
    pub(crate) article: Count,
    /// Links of the names that are marked by default.
    pub(crate) shown: Count,
    /// Right links to the packs, and how many of them are in the right sense too.
    pub(crate) senses: Count,
}

pub(crate) const KINDS: [&str; 4] = ["per", "loc", "org", "misc"];

impl Score {
    fn of(article: &Marked) -> Self {
        let mut score = Self::default();
        for mark in &article.by_hand {
            score.names[kind(mark)].by_hand += 1;
            score.links(mark).by_hand += 1;
            score.shown.by_hand += 1;
        }
        for mark in &article.found {
            score.count(mark, article);
        }
        score
    }

    /// The counts of several articles together.
    pub(crate) fn sum<'a>(articles: impl IntoIterator<Item = &'a Marked>) -> Self {
        articles.into_iter().fold(Self::default(), |mut sum, article| {
            sum += &Self::of(article);
            sum
        })
    }

    fn count(&mut self, mark: &Mark, article: &Marked) {
        let same = article.by_hand.iter().find(|by_hand| by_hand.span == mark.span);
        let linked = same.filter(|by_hand| article.same_entity(by_hand, mark));
        let name = &mut self.names[kind(mark)];
        name.found += 1;
        name.right += usize::from(same.is_some_and(|by_hand| by_hand.kind == mark.kind));
        let link = Count { right: usize::from(linked.is_some()), found: 1, by_hand: 0 };
        *self.links(mark) += link;
        if mark.shown {
            self.shown += link;
        }
        if let Some(by_hand) = linked.filter(|_| mark.in_a_pack()) {
            self.senses += Count { right: usize::from(by_hand.sense == mark.sense), found: 1, by_hand: 1 };
        }
    }

    fn links(&mut self, mark: &Mark) -> &mut Count {
        if mark.in_a_pack() { &mut self.packs } else { &mut self.article }
    }

    pub(crate) fn all_names(&self) -> Count {
        Count::sum(&self.names)
    }

    pub(crate) fn all_links(&self) -> Count {
        self.packs + self.article
    }
}

impl Marked {
    /// Whether both marks mean the same. An entity that no pack holds goes by its full name or a fuller one of the article's:
    /// where the hand has “Rosalind May”, “Rosalind Astrid May” is she, and “May” alone is not.
    pub(crate) fn same_entity(&self, by_hand: &Mark, found: &Mark) -> bool {
        let alike = |name: &str| name.to_lowercase() == found.entity.to_lowercase();
        let full = by_hand.entity.split(' ').count();
        let mut fuller =
            self.by_hand.iter().filter(|mark| mark.entity == by_hand.entity).map(|mark| mark.span.of(&self.text));
        alike(&by_hand.entity)
            || !by_hand.in_a_pack() && fuller.any(|name| name.split(' ').count() >= full && alike(name))
    }

    /// The hand's mark over the same words; else one that overlaps them, best of all one of the same entity.
    pub(crate) fn nearest(&self, mark: &Mark) -> Option<&Mark> {
        let over = || self.by_hand.iter().filter(|by_hand| by_hand.span.overlaps(mark.span));
        let exact = over().find(|by_hand| by_hand.span == mark.span);
        exact.or_else(|| over().find(|by_hand| self.same_entity(by_hand, mark))).or_else(|| over().next())
    }
}

fn kind(mark: &Mark) -> usize {
    KINDS.iter().position(|kind| *kind == mark.kind).expect("`gold` lets these four kinds through")
}

impl Count {
    pub(crate) fn sum(counts: &[Self]) -> Self {
        counts.iter().fold(Self::default(), |sum, count| sum + *count)
    }

    pub(crate) fn precision(self) -> f64 {
        ratio(self.right, self.found)
    }

    pub(crate) fn recall(self) -> f64 {
        ratio(self.right, self.by_hand)
    }

    /// The harmonic mean of precision and recall.
    pub(crate) fn f1(self) -> f64 {
        ratio(2 * self.right, self.found + self.by_hand)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl std::ops::Add for Count {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { right: self.right + other.right, found: self.found + other.found, by_hand: self.by_hand + other.by_hand }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl AddAssign<&Score> for Score {
    fn add_assign(&mut self, other: &Score) {
        for (sum, count) in self.names.iter_mut().zip(other.names) {
            *sum += count;
        }
        self.packs += other.packs;
        self.article += other.article;
        self.shown += other.shown;
        self.senses += other.senses;
    }
}
