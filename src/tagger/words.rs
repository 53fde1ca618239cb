//! What is known of words wherever they stand: the class of each.
//!
//! Takes a word's hash; gives its class. Classes group words that are, when they have a capital, likely parts of the same sort of names
//! (given names, family names, places, words of bodies' names …); training makes them of word vectors. Example: “Julia” and “Anna” are
//! of one class, “Utah” and “Bavaria” of another.
//!
//! Invariant: a word that is not in the table is taken for another one of it once in some hundred times, and so it was in training.

use super::hash::bits;

/// The class of a word that has none.
pub const NO_CLASS: u8 = 255;

/// The table.
#[derive(Clone, Debug, Default)]
pub struct Words {
    table: Table,
    classes: Vec<u8>,
    /// For each class the wider one that it is a part of.
    wider: Vec<u8>,
}

impl Words {
    /// A table of hashes (see [`super::hash::bits`]) in order, with the class of each, and for each class a wider one.
    pub fn new(hashes: Vec<u32>, classes: Vec<u8>, wider: Vec<u8>) -> Self {
        Self { table: Table::new(hashes), classes, wider }
    }

    /// The class of a word, by [`super::hash::of_word`].
    pub(crate) fn class(&self, word: u32) -> u8 {
        let place = self.table.find(word);
        place.and_then(|place| self.classes.get(place)).copied().unwrap_or(NO_CLASS)
    }

    /// The wider class of a class.
    pub(crate) fn wider(&self, class: u8) -> u8 {
        self.wider.get(usize::from(class)).copied().unwrap_or(NO_CLASS)
    }
}

/// Hashes in order, found by their first bits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    hashes: Vec<u32>,
    /// Where the hashes begin that share their first bits; behind the last ones their number.
    buckets: Vec<u32>,
    /// How many bits of a hash are not its bucket's.
    shift: u32,
    /// A bit for each of the hashes' first bits, [`FILTER`] more than a bucket's: most of what is not there is known by one look.
    filter: Vec<u64>,
}

/// How many bits of the filter share a bucket, as a power of two.
const FILTER: u32 = 5;

impl Table {
    pub(crate) fn new(hashes: Vec<u32>) -> Self {
        // Some two hashes a bucket: one look for a word that is not there.
        let bits_of_bucket = hashes.len().max(2).ilog2().min(super::hash::BITS);
        let shift = super::hash::BITS - bits_of_bucket;
        let mut buckets = vec![0; (1 << bits_of_bucket) + 1];
        for hash in &hashes {
            if let Some(count) = buckets.get_mut((hash >> shift) as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut buckets {
            sum += *count;
            *count = sum;
        }
        let mut filter = vec![0; (1usize << (bits_of_bucket + FILTER)).div_ceil(64)];
        for hash in &hashes {
            let bit = (hash >> shift.saturating_sub(FILTER)) as usize;
            if let Some(word) = filter.get_mut(bit / 64) {
                *word |= 1 << (bit % 64);
            }
        }
        Self { hashes, buckets, shift, filter }
    }

    /// Where a hash stands.
    #[inline]
    pub(crate) fn find(&self, hash: u32) -> Option<usize> {
        let key = bits(hash);
        let bit = (key >> self.shift.saturating_sub(FILTER)) as usize;
        if self.filter.get(bit / 64)? >> (bit % 64) & 1 == 0 {
            return None;
        }
        let bucket = (key >> self.shift) as usize;
        let (start, end) = (*self.buckets.get(bucket)? as usize, *self.buckets.get(bucket + 1)? as usize);
        let place = self.hashes.get(start..end)?.iter().position(|other| *other == key)?;
        Some(start + place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::hash::of_word;

    #[test]
    fn words_and_their_classes() {
        let mut entries = [("anna", 3), ("utah", 5), ("said", 0)].map(|(word, class)| (bits(of_word(word)), class));
        entries.sort_unstable();
        let (hashes, classes) = entries.into_iter().unzip();
        let words = Words::new(hashes, classes, vec![0, 0, 0, 1, 1, 2]);
        assert_eq!((words.class(of_word("Utah")), words.wider(5)), (5, 2));
        assert_eq!(words.class(of_word("Pushilin")), NO_CLASS);
        assert_eq!(Words::default().class(of_word("Utah")), NO_CLASS);
    }
}
