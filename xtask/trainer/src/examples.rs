//! What words with a capital are in marked texts.
//!
//! Takes the texts and the words that have vectors; gives for each word what it was, and how often. Example: “paris” was a place seven
//! times and went on with a person's name once.
//!
//! Invariant: words that dictionaries write small are examples of “no name”, too.

use crate::{
    classes::Example,
    data::{Corpus, Marked},
    vectors::Vector,
};
use postil::{Article, NameType, segment::Text};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// The kinds, as [`crate::classes`] numbers them.
const NONE: usize = 5;

/// All examples, in the order of words and kinds.
pub(crate) fn examples<'w>(
    vectors: &[Vector],
    corpora: &[Corpus],
    small: impl Iterator<Item = &'w str>,
) -> Vec<Example> {
    let places: FxHashMap<&str, usize> =
        vectors.iter().enumerate().map(|(at, vector)| (vector.word.as_str(), at)).collect();
    let mut counts: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for marked in corpora.iter().flat_map(|corpus| &corpus.texts) {
        count(marked, &places, &mut counts);
    }
    let weight = |count: f64| count.min(5.0).powf(0.7);
    let seen = counts.into_iter().map(|((word, kind), count)| Example { word, kind, weight: weight(count) });
    let small = small.filter_map(|word| Some(Example { word: *places.get(word)?, kind: NONE, weight: 0.3 }));
    seen.chain(small).collect()
}

fn count(marked: &Marked, places: &FxHashMap<&str, usize>, counts: &mut BTreeMap<(usize, usize), f64>) {
    let article = Article::from_text(&marked.text);
    let text = Text::new(&article);
    let mut kinds: FxHashMap<usize, usize> = FxHashMap::default();
    for name in &marked.names {
        let tokens = text.tokens_in(name.span);
        for at in tokens.clone() {
            kinds.insert(at, kind(name.name_type, at == tokens.start && tokens.len() > 1));
        }
    }
    for at in 0..text.tokens.len() {
        let word = text.word(at);
        let is_large = word.chars().next().is_some_and(char::is_uppercase);
        let Some(place) = places.get(word.to_lowercase().replace('’', "'").as_str()) else { continue };
        if is_large || kinds.contains_key(&at) {
            *counts.entry((*place, kinds.get(&at).copied().unwrap_or(NONE))).or_default() += 1.0;
        }
    }
}

fn kind(name_type: NameType, first: bool) -> usize {
    match name_type {
        NameType::Per if first => 0,
        NameType::Per => 1,
        NameType::Loc => 2,
        NameType::Org => 3,
        NameType::Misc => 4,
    }
}
