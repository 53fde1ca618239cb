//! What each feature says for and against each label.
//!
//! Takes a feature's hash; adds its weights to a row of scores. Example: “behind Mr” adds 1.2 to *begins a person*.
//!
//! Invariant: a feature without weights costs one look into a bucket of a few hashes.

use super::{lattice::Row, words::Table};

/// Sparse weights, in units of [`UNIT`].
#[derive(Clone, Debug, Default)]
pub struct Weights {
    table: Table,
    /// Where a feature's weights begin, and behind the last one where they end.
    starts: Vec<u32>,
    weights: Vec<(u8, i8)>,
}

/// One step of a weight.
pub const UNIT: f64 = 1.0 / 16.0;

impl Weights {
    /// A table of features' hashes (see [`super::hash::bits`]) in order, how many weights each has, and all weights with their labels.
    pub fn new(hashes: Vec<u32>, counts: impl Iterator<Item = usize>, weights: Vec<(u8, i8)>) -> Self {
        let mut starts = vec![0];
        let mut sum = 0;
        starts.extend(counts.map(|count| {
            sum += count as u32;
            sum
        }));
        Self { table: Table::new(hashes), starts, weights }
    }

    /// Adds a feature's weights.
    pub(crate) fn add(&self, feature: u32, row: &mut Row) {
        for (label, weight) in self.of(feature).unwrap_or_default() {
            if let Some(score) = row.get_mut(usize::from(*label)) {
                *score += f64::from(*weight) * UNIT;
            }
        }
    }

    fn of(&self, feature: u32) -> Option<&[(u8, i8)]> {
        let place = self.table.find(feature)?;
        let (start, end) = (*self.starts.get(place)?, *self.starts.get(place + 1)?);
        self.weights.get(start as usize..end as usize)
    }
}
