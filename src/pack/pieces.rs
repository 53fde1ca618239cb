//! Pieces of text that follow each other, of which a table holds the lengths.
//!
//! Takes a file, its table of lengths and the range of the text; gives where each piece lies. Example: the lengths 5, 4 and 6
//! cut the keys `delhikyivtehran` into three.
//!
//! Invariant: all lengths together are the text's, so no piece reaches beyond it.

use std::ops::Range;

/// Where every so many pieces begin is kept in memory; from there the lengths are added up. Less than a byte a piece, and no
/// look-up adds more than this.
const STRIDE: usize = 16;

/// A table of lengths in a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lengths {
    /// Where it begins.
    pub(super) at: usize,
    /// How many pieces there are.
    pub(super) count: usize,
    /// How many bytes a length takes: 1 or 4.
    pub(super) width: usize,
}

impl Lengths {
    /// All lengths of some pieces together.
    fn sum(self, bytes: &[u8], pieces: Range<usize>) -> u64 {
        let table = bytes.get(self.at + pieces.start * self.width..self.at + pieces.end * self.width).unwrap_or(&[]);
        match self.width {
            1 => table.iter().map(|length| u64::from(*length)).sum(),
            _ => table.as_chunks().0.iter().map(|length| u64::from(u32::from_le_bytes(*length))).sum(),
        }
    }
}

/// Pieces of a file's text.
#[derive(Debug)]
pub(super) struct Pieces {
    lengths: Lengths,
    /// Where every sixteenth piece begins.
    marks: Vec<u32>,
}

impl Pieces {
    /// The pieces of `text`; none if the lengths are not the text's. Files are shorter than 4 GB.
    pub(super) fn new(bytes: &[u8], lengths: Lengths, text: Range<usize>) -> Option<Self> {
        let mut marks = Vec::with_capacity(lengths.count / STRIDE + 1);
        let mut place = text.start as u64;
        for first in (0..lengths.count).step_by(STRIDE) {
            marks.push(place as u32);
            place += lengths.sum(bytes, first..lengths.count.min(first + STRIDE));
        }
        (place == text.end as u64).then_some(Self { lengths, marks })
    }

    pub(super) fn count(&self) -> usize {
        self.lengths.count
    }

    /// Where a piece lies; nowhere, if there is none of this number.
    pub(super) fn range(&self, bytes: &[u8], index: usize) -> Range<usize> {
        let Some(mark) = self.marks.get(index / STRIDE).filter(|_| index < self.lengths.count) else { return 0..0 };
        let start = *mark as usize + self.lengths.sum(bytes, index - index % STRIDE..index) as usize;
        start..start + self.lengths.sum(bytes, index..index + 1) as usize
    }

    pub(super) fn get<'a>(&self, bytes: &'a [u8], index: usize) -> &'a [u8] {
        bytes.get(self.range(bytes, index)).unwrap_or(&[])
    }

    /// All pieces in order.
    pub(super) fn iter<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
        let mut place = self.marks.first().map_or(0, |mark| *mark as usize);
        (0..self.lengths.count).map(move |index| {
            let start = place;
            place += self.lengths.sum(bytes, index..index + 1) as usize;
            bytes.get(start..place).unwrap_or(&[])
        })
    }

    /// The middle of a range, or a piece near it that is found without adding up.
    pub(super) fn near_middle(range: &Range<usize>) -> usize {
        let middle = range.start + range.len() / 2;
        let marked = middle - middle % STRIDE;
        if marked > range.start { marked } else { middle }
    }
}
