//! What one article tells of a word by its other places in it.
//!
//! Takes the segmented text; gives for each word a set of [`seen`] bits. Example: where “Rose said” stands beside “a rose” and
//! “Anna Rose”, the word was seen small and at the end of a longer name.
//!
//! Invariant: a word's bits do not depend on the order of its places.

use super::{
    atom::{Atom, BORDER, Shape},
    cue::Cue,
};
use crate::segment::Text;
use crate::word_list::WordList;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Where a word was seen.
pub(crate) mod seen {
    /// Without a capital.
    pub(crate) const SMALL: u8 = 1;
    /// With a capital that no beginning of a sentence explains.
    pub(crate) const CAPITAL: u8 = 2;
    /// Behind another word with a capital.
    pub(crate) const LAST: u8 = 4;
    /// Before another word with a capital.
    pub(crate) const FIRST: u8 = 8;
    /// Behind a form of address or a word such as “president”.
    pub(crate) const TITLED: u8 = 16;
    /// Behind “in” or “at”.
    pub(crate) const PLACED: u8 = 32;
    /// With ’s.
    pub(crate) const OWNER: u8 = 64;
    /// In capitals throughout.
    pub(crate) const SHOUTED: u8 = 128;
}

/// Writes into each atom the bits of its word; `runs` are the runs of words that may be names.
pub(crate) fn look(text: &Text, runs: &[Range<usize>], atoms: &mut [Atom]) {
    let mut found: FxHashMap<u32, u8> = FxHashMap::default();
    for sentence in &text.sentences {
        for at in sentence.tokens.clone() {
            if let Some(bits) = bits(text, atoms, sentence.tokens.start, at) {
                *found.entry(atoms[at].word).or_default() |= bits;
            }
        }
    }
    for run in runs {
        for atom in atoms.iter_mut().take(run.end + 1).skip(run.start.saturating_sub(1)) {
            atom.seen = found.get(&atom.word).copied().unwrap_or_default();
        }
    }
}

/// What one place tells of its word.
fn bits(text: &Text, atoms: &[Atom], start: usize, at: usize) -> Option<u8> {
    let own = atoms.get(at)?;
    match own.shape {
        Shape::Small => return Some(seen::SMALL),
        Shape::Capital
        | Shape::Shouted
        | Shape::Initial
        | Shape::Mixed
        | Shape::Dotted
        | Shape::Compound
        | Shape::Tagged => {}
        _ => return None,
    }
    let before =
        at.checked_sub(1).filter(|before| *before >= start).and_then(|before| atoms.get(before)).unwrap_or(&BORDER);
    let after = atoms.get(at + 1).unwrap_or(&BORDER);
    let when = |bit: u8, holds: bool| if holds { bit } else { 0 };
    let bits = when(seen::CAPITAL, before.shape.is_word())
        | when(seen::LAST, before.shape.is_large())
        | when(seen::FIRST, after.shape.is_large())
        | when(seen::TITLED, before.cue == Cue::Address)
        | when(seen::PLACED, before.cue == Cue::In && PLACING.contains(text.word(at - 1)))
        | when(seen::OWNER, after.shape == Shape::Possessive)
        | when(seen::SHOUTED, own.shape == Shape::Shouted);
    Some(bits)
}

static PLACING: WordList = WordList::new("in In at At near from");

/// Tells each word by what the longer names end that have it elsewhere: “Brightwater” of “Brightwater Homes” a body's noun.
pub(crate) fn endings(runs: &[Range<usize>], atoms: &mut [Atom]) {
    let mut ends: FxHashMap<u32, u8> = FxHashMap::default();
    for run in runs.iter().filter(|run| run.len() > 1) {
        let cue = run.clone().rev().filter_map(|at| atoms.get(at)).map(|atom| atom.cue).find(|cue| is_telling(*cue));
        for at in run.clone() {
            if let (Some(cue), Some(atom)) = (cue, atoms.get(at)) {
                let known = ends.entry(atom.word).or_default();
                *known = (*known).max(cue as u8);
            }
        }
    }
    for run in runs.iter().filter(|run| run.len() < 3) {
        for at in run.clone() {
            if let Some(atom) = atoms.get_mut(at) {
                atom.ends = ends.get(&atom.word).copied().unwrap_or_default();
            }
        }
    }
}

fn is_telling(cue: Cue) -> bool {
    matches!(cue, Cue::Body | Cue::Firm | Cue::Place | Cue::Event | Cue::Address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Article,
        tagger::{atom::atoms, run::runs, words::Words},
    };

    /// What the article tells of the first place of a word.
    fn of_word(text: &str, word: &str) -> (u8, u8) {
        let article = Article::from_text(text);
        let text = Text::new(&article);
        let mut atoms = atoms(&text, &Words::default());
        let runs = runs(&text, &atoms);
        look(&text, &runs, &mut atoms);
        endings(&runs, &mut atoms);
        let at = (0..atoms.len()).find(|at| text.word(*at) == word).expect("the word is there");
        (atoms[at].seen, atoms[at].ends)
    }

    #[test]
    fn a_word_is_known_by_its_other_places() {
        let text = "Rose said so. Mr Rose left with a rose for Anna Rose in Rose’s car.";
        let expected = seen::SMALL | seen::CAPITAL | seen::LAST | seen::TITLED | seen::PLACED | seen::OWNER;
        assert_eq!(of_word(text, "Rose").0, expected);
        assert_eq!(of_word("Oslo is near. OSLO IS NEAR.", "Oslo").0, seen::SHOUTED | seen::FIRST);
    }

    #[test]
    fn a_short_name_is_known_by_the_noun_of_the_longer_one() {
        assert_eq!(of_word("Brightwater sank. Brightwater Press rose.", "Brightwater").1, Cue::Body as u8);
        assert_eq!(of_word("Brightwater sank.", "Brightwater").1, 0);
    }
}
