//! The tagger: names that no pack knows.
//!
//! Takes the segmented text and the names that packs and rules found; gives names with their types and how sure it is. It is a
//! linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over the runs of capitalised words, with weights from
//! `cargo xtask train`. Example: in “Marta Oduya of Brightwater Homes said” it finds a person and an organisation.
//!
//! Invariant: tagging is a function of text, names found and model; without a model there is nothing to find.

mod atom;
pub(crate) mod cue;
mod document;
mod features;
pub mod hash;
pub mod labels;
pub mod lattice;
mod model;
mod run;
mod weights;
pub mod words;

pub use features::Group;
#[cfg(feature = "cli")]
pub use model::Parts;
pub use weights::{UNIT, Weights};
pub use words::Words;

use crate::{
    Article, NameType, PackError,
    mention::{Cast, capitals::is_honour},
    segment::{Text, TokenKind},
    word_list::{is_among, lower_case},
};
use atom::{Atom, atoms};
use cue::Cue;
use features::View;
use labels::{LABELS, OUTSIDE, begins, type_of};
use lattice::{Pairs, Row, Sums, best_path};
use run::runs;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// A model, ready to tag.
#[derive(Clone, Debug)]
pub struct Tagger {
    /// What is known of words.
    pub words: Words,
    /// What features say.
    pub weights: Weights,
    /// What pairs of labels say, as [`lattice::ruled`] gives them.
    pub pairs: Pairs,
    /// The same as [`lattice::factors`].
    pub factors: Pairs,
    /// Taken from the score of “no name”: more of it finds more names, and more that are none.
    pub eagerness: f64,
    /// How far all places of a word in an article agree on its label: 0 is not at all.
    pub agreement: f64,
    /// The corpus whose guidelines it follows.
    pub corpus: u32,
}

/// A name found.
#[derive(Clone, Debug, PartialEq)]
pub struct Tagged {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its type.
    pub name_type: NameType,
    /// The least share of its labels among all labellings of its run: 1 is sure.
    pub certainty: f64,
}

impl Tagger {
    /// Reads a model, as `cargo xtask train` writes it.
    ///
    /// # Errors
    /// When the bytes are no model, are damaged, or are of another version.
    pub fn read(bytes: &[u8]) -> Result<Self, PackError> {
        model::read(bytes)
    }

    /// Names in a text, in order; `cast` is what packs and rules found. It reads English alone.
    pub fn tag(&self, text: &Text, cast: &Cast) -> Vec<Tagged> {
        let mut atoms = atoms(text, &self.words);
        if !is_english(text, &atoms) {
            return Vec::new();
        }
        let runs = runs(text, &atoms);
        look_around(text, cast, &runs, &mut atoms);
        let view = View { text, atoms: &atoms, corpus: self.corpus };
        let mut scores = self.scores(&view, &runs);
        if self.agreement > 0.0 {
            self.agree(&atoms, &runs, &mut scores);
        }
        let mut names = Vec::new();
        for (run, scores) in runs.iter().zip(&scores) {
            self.names_of(run, scores, &mut names);
        }
        names.iter_mut().for_each(|name| trim(text, name));
        names.retain(|name| !is_doubtful(text, &atoms, name));
        quiet(text, &mut names);
        names
    }

    fn scores(&self, view: &View, runs: &[Range<usize>]) -> Vec<Vec<Row>> {
        let mut start = [0.0; LABELS];
        start[OUTSIDE] = -self.eagerness;
        let mut scores: Vec<Vec<Row>> = runs.iter().map(|run| vec![start; run.len()]).collect();
        let mut now = 0;
        view.features(runs, |at, _, feature| {
            while runs.get(now).is_some_and(|run| run.end <= at) {
                now += 1;
            }
            if let (Some(run), Some(rows)) = (runs.get(now), scores.get_mut(now)) {
                self.weights.add(feature, &mut rows[at - run.start]);
            }
        });
        scores
    }

    /// Moves the scores of each place of a word towards what all its places say together.
    fn agree(&self, atoms: &[Atom], runs: &[Range<usize>], scores: &mut [Vec<Row>]) {
        let mut all: FxHashMap<u32, (Row, f64)> = FxHashMap::default();
        for (run, rows) in runs.iter().zip(scores.iter()) {
            let sums = Sums::new(rows, &self.factors);
            for at in run.clone() {
                let shares = sums.shares(at - run.start);
                let (row, count) = all.entry(atoms[at].word).or_insert(([0.0; LABELS], 0.0));
                row.iter_mut().zip(shares).for_each(|(sum, share)| *sum += share);
                *count += 1.0;
            }
        }
        for (run, rows) in runs.iter().zip(scores.iter_mut()) {
            for (at, row) in run.clone().zip(rows) {
                let Some((sum, count)) = all.get(&atoms[at].word).filter(|(_, count)| *count > 1.0) else { continue };
                let mean = |label: usize| (sum[label] + 0.05) / (count + 0.05 * LABELS as f64);
                (0..LABELS).for_each(|label| row[label] += self.agreement * libm::log(mean(label)));
            }
        }
    }

    fn names_of(&self, run: &Range<usize>, scores: &[Row], names: &mut Vec<Tagged>) {
        let path = best_path(scores, &self.pairs);
        let mut sums = None;
        for (place, &label) in path.iter().enumerate() {
            let Some(name_type) = type_of(label) else { continue };
            let share = sums.get_or_insert_with(|| Sums::new(scores, &self.factors)).shares(place)[label];
            let at = run.start + place;
            match names.last_mut() {
                Some(name) if !begins(label) && name.tokens.end == at => {
                    name.tokens.end += 1;
                    name.certainty = name.certainty.min(share);
                }
                _ => names.push(Tagged { tokens: at..at + 1, name_type, certainty: share }),
            }
        }
    }
}

/// How sure one word at the beginning of a sentence must be, which stands nowhere else as a name would.
const SURE: f64 = 0.75;

/// “Forecasters” in “Forecasters said so.”
fn is_doubtful(text: &Text, atoms: &[Atom], name: &Tagged) -> bool {
    let (first, alone) = (name.tokens.start, name.tokens.len() == 1);
    let opens = text.sentences.get(text.sentence_of(first)).is_some_and(|sentence| sentence.tokens.start == first);
    let stands_elsewhere = atoms.get(first).is_some_and(|atom| atom.seen & document::seen::CAPITAL != 0);
    alone && opens && !stands_elsewhere && name.certainty < SURE
}

/// Where a line is all in capitals these tell nothing: of such a line only those names stay that stand elsewhere, too.
fn quiet(text: &Text, names: &mut Vec<Tagged>) {
    let is_shouted = |name: &Tagged| atom::is_shouted(text, text.sentence_of(name.tokens.start));
    let words = |name: &Tagged| lower_case(text.span(name.tokens.clone()).of(text.article.text()));
    if names.iter().any(is_shouted) {
        let elsewhere: FxHashSet<String> = names.iter().filter(|name| !is_shouted(name)).map(words).collect();
        names.retain(|name| !is_shouted(name) || elsewhere.contains(&words(name)));
    }
}

/// Tells the atoms what was found before, and where the article has their words elsewhere.
fn look_around(text: &Text, cast: &Cast, runs: &[Range<usize>], atoms: &mut [Atom]) {
    atom::mark_found(text, cast, atoms);
    document::look(text, runs, atoms);
    document::endings(runs, atoms);
}

/// Whether the tagger finds anything in an article: it reads English alone.
pub fn reads(article: &Article) -> bool {
    let text = Text::new(article);
    is_english(&text, &atoms(&text, &Words::default()))
}

/// Whether enough of a text's words are the small ones of English; of a short text nobody can tell, and its language counts.
fn is_english(text: &Text, atoms: &[Atom]) -> bool {
    use Cue::{And, By, For, From, In, Is, Of, Pronoun, The, Who, With};
    let words = atoms.iter().filter(|atom| atom.shape.is_word());
    let is_small = |atom: &&Atom| matches!(atom.cue, And | By | For | From | In | Is | Of | Pronoun | The | Who | With);
    let (all, small) = (words.clone().count(), words.filter(is_small).count());
    text.article.language().is_none_or(|language| language.starts_with("en")) && (all < 20 || small * 8 > all)
}

/// Takes off the ends of a name what is no part of it.
fn trim(text: &Text, name: &mut Tagged) {
    while name.tokens.len() > 1 && is_before_name(text.word(name.tokens.start), name.name_type) {
        name.tokens.start += 1;
    }
    let is_owned = |at: &usize| {
        let next = text.tokens.get(at + 1).map(|token| token.kind);
        text.is_kind(*at, TokenKind::Possessive) && next != Some(TokenKind::Word)
    };
    if let Some(end) = name.tokens.clone().skip(1).find(is_owned) {
        name.tokens.end = end; // “Washington’s 118”
    }
    let (last, stop) = (text.word(name.tokens.end - 1), text.span(name.tokens.end - 1..name.tokens.end + 1));
    if is_firm(last) && stop.of(text.article.text()).strip_prefix(last) == Some(".") {
        name.tokens.end += 1; // “Enron Corp.”
    }
    if name.name_type == NameType::Per && name.tokens.len() > 1 && is_honour(text.word(name.tokens.end - 1)) {
        name.tokens.end -= 1;
    }
}

/// Words of firms' names that are written with a stop.
fn is_firm(word: &str) -> bool {
    is_among(word, "Corp Inc Ltd Co Bros")
}

/// Whether a word at the beginning of what may be a name is no part of it: “The”, “His”; before a person “Brigadier”, “Mr”.
pub fn is_before_name(word: &str, name_type: NameType) -> bool {
    match cue::of(word) {
        Cue::Address | Cue::Role => name_type == NameType::Per,
        Cue::Pronoun => true,
        _ => {
            matches!(
                word,
                "The" | "A" | "An" | "His" | "Her" | "Its" | "Their" | "Our" | "My" | "Your" | "This" | "That"
            ) && name_type != NameType::Misc
        }
    }
}

/// What training needs of a text: its runs, and for each of their tokens its features.
pub fn encode(
    text: &Text,
    cast: &Cast,
    words: &Words,
    corpus: u32,
    each: impl FnMut(usize, Group, u32),
) -> Vec<Range<usize>> {
    let mut atoms = atoms(text, words);
    let runs = runs(text, &atoms);
    look_around(text, cast, &runs, &mut atoms);
    let view = View { text, atoms: &atoms, corpus };
    view.features(&runs, each);
    runs
}
