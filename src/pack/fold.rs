//! Folding: which spellings of a word are the same word, and which capitals a name asks of the text.
//!
//! Takes words as [`crate::segment`] cuts them; gives their folded characters. Example: `People’s`, `PEOPLE'S` and
//! `people's` fold alike; `May` asks for a capital, `US` for capitals throughout.
//!
//! Invariant: a folded word holds no white space, so words joined by single spaces can be told apart again.

use crate::segment::is_invisible;

/// What parts the words of a folded key.
pub(super) const SPACE: char = ' ';

/// Calls `each` with every folded character of a word.
pub(super) fn fold(word: &str, mut each: impl FnMut(char)) {
    for c in word.chars() {
        match c {
            c if c.is_ascii() => each(c.to_ascii_lowercase()),
            '’' | '‘' | 'ʼ' | '‛' => each('\''),
            '‐' | '‑' => each('-'),
            'ς' => each('σ'),
            c if is_invisible(c) => {}
            c => c.to_lowercase().for_each(&mut each),
        }
    }
}

/// The hash of a word by its folded characters: the same for every spelling that folds alike.
pub(super) fn hash(word: &str) -> u64 {
    let mut state = 0;
    fold(word, |c| match u8::try_from(c) {
        Ok(byte) if byte.is_ascii() => state = mix(state, byte),
        _ => state = c.encode_utf8(&mut [0; 4]).bytes().fold(state, mix),
    });
    spread(state)
}

/// The hash of the first word of a key.
pub(super) fn hash_of_first(key: &[u8]) -> u64 {
    spread(key.iter().copied().take_while(|byte| *byte != SPACE as u8).fold(0, mix))
}

/// Seven bits a step: words of up to nine ASCII letters are all told apart.
fn mix(state: u64, byte: u8) -> u64 {
    state.rotate_left(7) ^ u64::from(byte)
}

fn spread(state: u64) -> u64 {
    let state = state.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    state ^ (state >> 32)
}

/// The capitals that a name asks of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Capitals {
    /// Bit *n*: word *n* begins with a capital.
    pub(super) initials: u16,
    /// No small letters at all.
    pub(super) throughout: bool,
    /// At least two capitals: `MoD`, which is not the word “mod”.
    pub(super) several: bool,
}

impl Capitals {
    /// Whether words of the text have them.
    pub(super) fn fit(self, words: &[&str]) -> bool {
        let small = |word: &&str| word.chars().any(char::is_lowercase);
        let begins_small = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
        !(self.throughout && words.iter().any(small)
            || self.several && count_capitals(words) < 2
            || words.iter().enumerate().any(|(n, word)| self.initials >> n & 1 == 1 && begins_small(word)))
    }

    /// What a name, cut into words, asks for.
    #[cfg(feature = "cli")]
    pub(super) fn of(words: &[&str], acronym: bool) -> Self {
        let begins = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let initials = words.iter().enumerate().filter(|(_, word)| begins(word)).fold(0, |bits, (n, _)| bits | 1 << n);
        let small = words.iter().any(|word| word.chars().any(char::is_lowercase));
        let capitals = count_capitals(words);
        Self { initials, throughout: !small && capitals > 0, several: acronym && small && capitals > 1 }
    }
}

fn count_capitals(words: &[&str]) -> usize {
    words.iter().flat_map(|word| word.chars()).filter(|c| c.is_uppercase()).count()
}
