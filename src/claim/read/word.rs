//! Words by their place in a text.
//!
//! Takes a token; gives its word, or the one before it, in small letters. Example: before “country” in “The third country”
//! stands “third”, and before “The” nothing.
//!
//! Invariant: no word of another sentence is taken for one before.

use crate::segment::Text;

/// A token's word; empty from `end` on.
#[inline(never)]
pub(in crate::claim) fn lower<'a>(text: &'a Text, token: usize, end: usize) -> &'a str {
    if token < end { text.lower(token) } else { "" }
}

/// The word before a token; empty where its sentence begins.
#[inline(never)]
pub(in crate::claim) fn before<'a>(text: &'a Text, token: usize) -> &'a str {
    let before = token.checked_sub(1).filter(|before| text.sentence_of(*before) == text.sentence_of(token));
    before.map_or("", |before| text.lower(before))
}
