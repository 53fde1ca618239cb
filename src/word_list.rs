//! Lists of words, written as one line of text.
//!
//! Takes words between blanks, once, where a rule is written; tells whether a word is among them. Example:
//! `static MAKERS: WordList = WordList::new("makes made making make")`.
//!
//! Invariant: a list costs a reader its letters alone (a slice of strings costs eight bytes more for each word), and a
//! look-up takes as long in a list of three as in one of three hundred.

use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// A set of words that a rule knows.
pub(crate) struct WordList {
    text: &'static str,
    set: OnceLock<FxHashSet<&'static str>>,
}

/// No word of a list is longer, in bytes.
const LONGEST: usize = 24;

impl WordList {
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { text, set: OnceLock::new() }
    }

    #[inline(never)]
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.set.get_or_init(|| self.read()).contains(word)
    }

    /// In a set that need not grow: words take eight letters with their blank, or more.
    fn read(&self) -> FxHashSet<&'static str> {
        let mut set = FxHashSet::with_capacity_and_hasher(self.text.len() / 8, Default::default());
        set.extend(self.iter());
        set
    }

    /// Whether the list, which is in lower case, has the word with or without its capitals (of ASCII).
    #[inline(never)]
    pub(crate) fn contains_any_case(&self, word: &str) -> bool {
        let mut lower = [0; LONGEST];
        let Some(folded) = lower.get_mut(..word.len()) else { return false };
        folded.copy_from_slice(word.as_bytes());
        folded.make_ascii_lowercase();
        std::str::from_utf8(folded).is_ok_and(|word| self.contains(word))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.text.split_ascii_whitespace()
    }
}

/// Whether a word is one of a few, parted by blanks, that stand where they are used: each comparison of its own weighs more.
#[inline(never)]
pub(crate) fn is_among(word: &str, few: &str) -> bool {
    word.len() <= few.len() && few.as_bytes().split(|byte| *byte == b' ').any(|one| one == word.as_bytes())
}

/// A word in small letters, as lists have it.
///
/// Each letter by itself: the standard library's way with whole words, which tells a Greek sigma at a word's end from one within,
/// brings tables of a kilobyte that no list here needs.
#[inline(never)]
pub(crate) fn lower_case(word: &str) -> String {
    let mut lower = String::with_capacity(word.len());
    word.chars().for_each(|c| lower.extend(c.to_lowercase()));
    lower
}

#[cfg(test)]
mod tests {
    use super::{WordList, is_among, lower_case};

    static UNITS: WordList = WordList::new(
        "kilometre mile \
         café",
    );

    #[test]
    fn a_word_is_found_whole() {
        assert!(UNITS.contains("mile") && UNITS.contains("café"));
        assert!(!UNITS.contains("miles") && !UNITS.contains("") && !UNITS.contains("Mile"));
    }

    #[test]
    fn one_of_a_few() {
        assert!(is_among("an", "a an the") && is_among(",", ". ,"));
        assert!(!is_among("", "a an") && !is_among("a an", "a an"));
    }

    #[test]
    fn capitals_may_be_passed_over() {
        assert!(UNITS.contains_any_case("Kilometre") && UNITS.contains_any_case("CAFé"));
        assert!(!UNITS.contains_any_case("kilometres-and-kilometres-on"));
    }

    #[test]
    fn capitals_become_small_letters() {
        let words = [("Mile", "mile"), ("CAFÉ", "café"), ("МИЛЯ", "миля"), ("1st", "1st"), ("", "")];
        assert!(words.into_iter().all(|(word, expected)| lower_case(word) == expected));
    }
}
