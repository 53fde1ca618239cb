//! A word that carries meaning, and when it means the same as another.
//!
//! Takes a word as it stands; gives a [`Term`]. Example: `taxes` is like `taxation`, `sacked` like `dismissed`, `Danish` like `Denmark`.
//!
//! Invariant: words that are alike have the same [`key`](Term::key), but for few, so that what is looked up by it is found.

use super::words;
use crate::{Knowledge, word_list::is_among};

/// A word that carries meaning.
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// Its token; of a hyphenated word each part has the same.
    pub(super) at: usize,
    /// As it stands.
    pub(super) word: String,
    pub(super) stem: String,
    pub(super) concept: Option<u32>,
    /// Whether it is written with a capital.
    pub(super) capital: bool,
    /// Whether a pack has it as a name.
    pub(super) named: bool,
    /// Whether the words stand elsewhere: those of the full name that is meant here.
    pub(super) meant: bool,
}

/// The concepts of countries begin here.
const COUNTRY: u32 = 1 << 31;

impl Term {
    pub(super) fn new(at: usize, word: &str, meant: bool) -> Term {
        let stem = words::stem(word);
        let capital = word.starts_with(char::is_uppercase);
        Term { at, word: word.to_owned(), concept: words::concept(&stem), stem, capital, named: false, meant }
    }

    /// Looks a word with a capital up: whether it is a name by itself, and which country it means, for what that and its people are called is
    /// one: `Danish`, `Dane`, `Denmark`.
    pub(super) fn look_up(&mut self, knowledge: &Knowledge) {
        let hit = knowledge.longest(&[&self.word], Some("en"));
        let names = hit.iter().flat_map(|hit| &hit.names);
        self.named = names.clone().any(|name| !name.everyday);
        let mut records = names.filter_map(|name| knowledge.entity(name.entity));
        let country = records.find(|record| is_among(record.class, "country region"));
        self.concept = country.map(|record| COUNTRY | words::key(record.name) as u32 & !1).or(self.concept);
    }

    /// Whether it may name whose something is: `Kestrian`.
    pub(super) fn is_people(&self) -> bool {
        self.capital && ["an", "ish", "ese"].iter().any(|ending| self.word.ends_with(ending))
    }

    /// Whether it ranks first: `oldest`.
    pub(super) fn is_superlative(&self) -> bool {
        const NOT: &str =
            "west forest interest protest harvest arrest request guest test rest nest chest priest unrest invest";
        !self.capital
            && (self.word.ends_with("est") && !is_among(&self.word, NOT) || is_among(&self.word, "most least"))
    }

    /// Whether both words may be forms of one, or mean the same.
    pub(super) fn like(&self, other: &Term) -> bool {
        const LEAST: usize = 5;
        if self.stem == other.stem {
            return true;
        }
        let known = |term: &Term| term.concept.is_some_and(|concept| concept < COUNTRY);
        if known(self) || known(other) || self.concept == other.concept && self.concept.is_some() {
            return self.concept == other.concept;
        }
        let shared = self.stem.bytes().zip(other.stem.bytes()).take_while(|(a, b)| a == b).count();
        shared >= LEAST && shared * 5 >= self.stem.len().max(other.stem.len()) * 3
    }

    /// Whether one means the contrary of the other.
    pub(super) fn contrary(&self, other: &Term) -> bool {
        self.concept.is_some_and(|concept| other.concept == Some(concept ^ 1))
    }

    /// The number under which it is looked for: the same for all words that are like it, but for few.
    pub(super) fn key(&self) -> usize {
        match self.concept {
            Some(concept) => concept as usize,
            None => self.spelling(),
        }
    }

    /// The number of its first letters: “Tunisia”, a country, is like “Tunis”, which is none.
    pub(super) fn spelling(&self) -> usize {
        words::key(self.stem.chars().take(5).collect::<String>().as_str())
    }

    /// Whether it is a verb that takes its meaning from what follows it: `took`.
    pub(super) fn is_light(&self) -> bool {
        words::is_light(&self.word)
    }

    /// Whether it may be a plural, or a verb of the third person.
    pub(super) fn is_plural(&self) -> bool {
        words::is_plural(&self.word)
    }
}
