//! Words by their place in a text.
//!
//! Takes a token; gives its word, or the one before it, in small letters. Example: before “country” in “The third country”
//! stands “third”, and before “The” nothing.
//!
//! Invariant: no word of another sentence is taken for one before.

use crate::segment::Text;
use crate::word_list::lower_case;

/// A token's word; empty from `end` on.
#[inline(never)]
pub(in crate::claim) fn lower(text: &Text, token: usize, end: usize) -> String {
    if token < end { lower_case(text.word(token)) } else { String::new() }
}

/// The word before a token; empty where its sentence begins.
#[inline(never)]
pub(in crate::claim) fn before(text: &Text, token: usize) -> String {
    let before = token.checked_sub(1).filter(|before| text.sentence_of(*before) == text.sentence_of(token));
    before.map_or(String::new(), |before| lower_case(text.word(before)))
}
