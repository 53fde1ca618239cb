//! Bytes and UTF-16 units.
//!
//! Takes a text and byte offsets; gives UTF-16 offsets, all in one sweep. Example: in “né so” the bytes 4..6 are the
//! units 3..5.
//!
//! Invariant: offsets come back in the order in which they were given, whatever that order is.

/// The UTF-16 offsets of some byte offsets. An offset inside a character counts as the character's end.
pub(crate) fn units_of(text: &str, bytes: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..bytes.len()).collect();
    order.sort_unstable_by_key(|index| bytes[*index]);
    let mut units = vec![0; bytes.len()];
    let mut chars = text.chars();
    let (mut byte, mut unit) = (0, 0);
    for index in order {
        while byte < bytes[index] {
            let Some(c) = chars.next() else { break };
            byte += c.len_utf8();
            unit += c.len_utf16();
        }
        units[index] = unit;
    }
    units
}

#[cfg(test)]
mod tests {
    use super::units_of;

    #[test]
    fn offsets_come_back_in_the_order_given() {
        assert_eq!(units_of("né so", &[6, 0, 4, 3]), [5, 0, 3, 2]);
        assert_eq!(units_of("a😀b", &[1, 5, 6]), [1, 3, 4]);
        assert_eq!(units_of("a", &[9]), [1]);
    }
}
