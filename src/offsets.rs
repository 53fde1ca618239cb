//! Places in a text, counted in bytes, UTF-16 units or code points.
//!
//! Takes offsets in one unit; gives them in another, in one sweep over the text. Example: in “é!” the byte 2 is the UTF-16
//! unit 1.
//!
//! ```
//! use postil::offsets::{Unit, convert};
//!
//! let mut places = [5, 0, 4];
//! convert("😀!", Unit::Byte, Unit::Utf16, &mut places);
//! assert_eq!(places, [3, 0, 2]);
//! ```
//!
//! Invariant: offsets that stood in order stand in order, and every result is a character boundary of the text.

/// What an offset counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Bytes of UTF-8: the core's own.
    Byte,
    /// Units of UTF-16: JavaScript's.
    Utf16,
    /// Unicode code points: Python's.
    CodePoint,
}

impl Unit {
    /// The width of a character in this unit.
    fn width(self, c: char) -> usize {
        match self {
            Unit::Byte => c.len_utf8(),
            Unit::Utf16 => c.len_utf16(),
            Unit::CodePoint => 1,
        }
    }

    /// The length of a text in this unit.
    pub fn len(self, text: &str) -> usize {
        match self {
            Unit::Byte => text.len(),
            Unit::Utf16 => text.chars().map(char::len_utf16).sum(),
            Unit::CodePoint => text.chars().count(),
        }
    }
}

/// Turns offsets into `text` from one unit into another, in place; they may stand in any order.
///
/// An offset inside a character becomes that of the character's start, one past the end that of the end.
pub fn convert(text: &str, from: Unit, to: Unit, offsets: &mut [usize]) {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    if !offsets.is_sorted() {
        crate::order::sort_by(&mut order, |&at| (offsets[at], 0));
    }
    let (mut passed, mut result) = (0, 0);
    let mut rest = text.chars();
    let mut next = rest.next();
    for at in order {
        while let Some(c) = next.filter(|c| passed + from.width(*c) <= offsets[at]) {
            passed += from.width(c);
            result += to.width(c);
            next = rest.next();
        }
        offsets[at] = result;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNITS: [Unit; 3] = [Unit::Byte, Unit::Utf16, Unit::CodePoint];

    /// The same by the slowest and plainest way.
    fn oracle(text: &str, from: Unit, to: Unit, offset: usize) -> usize {
        let ends = (0..=text.chars().count()).map(|n| text.chars().take(n).collect::<String>());
        ends.filter(|head| from.len(head) <= offset).map(|head| to.len(&head)).max().unwrap_or(0)
    }

    fn check(text: &str, mut offsets: Vec<usize>) {
        for (from, to) in UNITS.into_iter().flat_map(|from| UNITS.map(|to| (from, to))) {
            let given = offsets.clone();
            let expected: Vec<_> = given.iter().map(|offset| oracle(text, from, to, *offset)).collect();
            convert(text, from, to, &mut offsets);
            assert_eq!(offsets, expected, "{given:?} of {text:?} from {from:?} to {to:?}");
            offsets = given;
        }
    }

    #[test]
    fn every_offset_of_every_kind_of_text() {
        for text in ["", "plain", "Kyiv’s “no”", "😀 a é 北京 👩‍🚀!", "\u{10ffff}\u{ffff}\u{7ff}\u{7f}"]
        {
            check(text, (0..=text.len() + 3).collect());
            check(text, (0..=text.len() + 3).rev().collect());
            check(text, vec![3, 3, 0, usize::MAX, 1]);
        }
        check("nothing asked", vec![]);
    }
}
