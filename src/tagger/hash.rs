//! Hashes of words and of features.
//!
//! Takes words and numbers; gives 32 bits, the same on every machine. Example: `of_word("Kyiv")` is `of_word("KYIV")`.
//!
//! Invariant: a model is of no use with other hashes than those that it was trained with; whoever changes them trains it anew.

/// How many bits of a hash the tables of a model keep.
pub const BITS: u32 = 21;

/// The bits of a hash that the tables of a model keep.
pub fn bits(hash: u32) -> u32 {
    hash >> (32 - BITS)
}

const SEED: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// Of a word, its capitals made small and its digits one.
pub fn of_word(word: &str) -> u32 {
    if word.is_ascii() {
        let fold = |byte: u8| if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() };
        return spread(word.bytes().fold(SEED, |hash, byte| step(hash, fold(byte).into()))); // the same, sooner
    }
    let fold = |c: char| if c.is_ascii_digit() { '0' } else { c };
    let letters = word.chars().map(fold).flat_map(char::to_lowercase);
    spread(letters.fold(SEED, |hash, c| step(hash, straight(c) as u32)))
}

/// Of a feature: which one, and its values.
pub(crate) fn of_feature(feature: u32, values: [u32; 2]) -> u32 {
    spread(step(step(step(SEED, feature), values[0]), values[1]))
}

fn straight(c: char) -> char {
    if matches!(c, '’' | '‘') { '\'' } else { c }
}

fn step(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(PRIME).rotate_left(11)
}

/// Lets each bit depend on all (the end of MurmurHash3, by Austin Appleby, public domain).
fn spread(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    let hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_word() {
        assert_eq!(of_word("Kyiv"), of_word("KYIV"));
        assert_eq!(of_word("People’s"), of_word("people's"));
        assert_eq!(of_word("2024"), of_word("1999"));
        assert_eq!(of_word("İstanbul’s"), of_word("İSTANBUL'S"));
        assert_ne!(of_word("Kyiv"), of_word("Kiev"));
    }
}
