//! What a labelling of runs costs, and how the cost changes with each weight.
//!
//! Takes runs of tokens with their features and labels; gives the negated log-likelihood and its gradient. Example: a run whose labels
//! the weights make sure of costs nothing.
//!
//! Invariant: the sum is over a fixed number of shards, in their order, however many threads there are.

use postil::tagger::labels::{LABELS, OUTSIDE};
use postil::tagger::lattice::{Pairs, Row, Sums, factors, ruled};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A run with its labels.
pub(crate) struct Run {
    /// The features of each token, as hashes at first, then as rows of [`Index`].
    pub(crate) tokens: Vec<Vec<u32>>,
    pub(crate) labels: Vec<usize>,
    /// How much it counts.
    pub(crate) weight: f64,
}

/// Where the weights of a feature stand.
pub(crate) struct Index {
    /// For each row the feature.
    pub(crate) hashes: Vec<u32>,
    /// For each row where its weights begin; behind the last one the number of all.
    pub(crate) starts: Vec<usize>,
    /// For each weight its label.
    pub(crate) labels: Vec<u8>,
}

impl Index {
    /// Of the features that can have a weight, each with the labels that it stands with; turns the runs' hashes into rows.
    ///
    /// At 0 no slope is greater than what the places of a feature count together: where that is not more than `l1`, the weight stays 0.
    pub(crate) fn new(runs: &mut [Run], l1: f64) -> Self {
        let mut seen: FxHashMap<u32, (f64, u16)> = FxHashMap::default();
        for run in runs.iter() {
            for (features, label) in run.tokens.iter().zip(&run.labels) {
                for hash in features {
                    let (count, with) = seen.entry(*hash).or_default();
                    *count += run.weight;
                    *with |= 1 << label;
                }
            }
        }
        let seen: BTreeMap<u32, u16> =
            seen.into_iter().filter(|(_, (count, _))| *count > l1).map(|(hash, (_, with))| (hash, with)).collect();
        let (mut hashes, mut starts, mut labels) = (Vec::new(), vec![0], Vec::new());
        for (hash, with) in seen {
            hashes.push(hash);
            labels.extend((0..LABELS).filter(|label| with >> label & 1 == 1).map(|label| label as u8));
            starts.push(labels.len());
        }
        let rows: FxHashMap<u32, u32> = hashes.iter().enumerate().map(|(row, hash)| (*hash, row as u32)).collect();
        for features in runs.iter_mut().flat_map(|run| &mut run.tokens) {
            *features = features.iter().filter_map(|hash| rows.get(hash).copied()).collect();
        }
        Self { hashes, starts, labels }
    }

    /// The number of weights: of features, then of pairs of labels.
    pub(crate) fn len(&self) -> usize {
        self.labels.len() + LABELS * LABELS
    }

    fn scores(&self, run: &Run, weights: &[f64]) -> Vec<Row> {
        let row = |features: &Vec<u32>| {
            let mut row = [0.0; LABELS];
            for feature in features {
                for at in self.starts[*feature as usize]..self.starts[*feature as usize + 1] {
                    row[usize::from(self.labels[at])] += weights[at];
                }
            }
            row
        };
        run.tokens.iter().map(row).collect()
    }

    pub(crate) fn pairs(&self, weights: &[f64]) -> Pairs {
        let base = self.labels.len();
        std::array::from_fn(|a| std::array::from_fn(|b| weights[base + a * LABELS + b]))
    }

    /// The cost of one run; adds to the gradient.
    fn cost_of(&self, run: &Run, weights: &[f64], pairs: &Pairs, factors: &Pairs, gradient: &mut [f64]) -> f64 {
        let scores = self.scores(run, weights);
        let sums = Sums::new(&scores, factors);
        let base = self.labels.len();
        let mut cost = sums.total;
        for (at, (features, &label)) in run.tokens.iter().zip(&run.labels).enumerate() {
            let before = if at == 0 { OUTSIDE } else { run.labels[at - 1] };
            cost -= scores[at][label] + pairs[before][label];
            let mut push = sums.shares(at);
            if at == 0 {
                (0..LABELS).for_each(|next| gradient[base + next] += run.weight * push[next]);
            }
            if at + 1 == run.tokens.len() {
                (0..LABELS).for_each(|last| gradient[base + last * LABELS] += run.weight * push[last]);
            } else {
                let shares = sums.pair_shares(at, factors);
                for (a, row) in shares.iter().enumerate() {
                    row.iter().enumerate().for_each(|(b, share)| gradient[base + a * LABELS + b] += run.weight * share);
                }
            }
            gradient[base + before * LABELS + label] -= run.weight;
            push[label] -= 1.0;
            for feature in features {
                for at in self.starts[*feature as usize]..self.starts[*feature as usize + 1] {
                    gradient[at] += run.weight * push[usize::from(self.labels[at])];
                }
            }
        }
        let last = run.labels.last().copied().unwrap_or(OUTSIDE);
        gradient[base + last * LABELS] -= run.weight;
        run.weight * (cost - pairs[last][OUTSIDE])
    }

    /// The cost of all runs with its gradient; `l2` keeps weights small.
    pub(crate) fn cost(&self, runs: &[Run], l2: f64, weights: &[f64], gradient: &mut [f64]) -> f64 {
        const SHARDS: usize = 2;
        let pairs = ruled(&self.pairs(weights));
        let factors = factors(&pairs);
        let shard = |runs: &[Run]| {
            let mut gradient = vec![0.0; self.len()];
            let cost: f64 = runs.iter().map(|run| self.cost_of(run, weights, &pairs, &factors, &mut gradient)).sum();
            (cost, gradient)
        };
        let parts: Vec<(f64, Vec<f64>)> = std::thread::scope(|scope| {
            let threads: Vec<_> =
                runs.chunks(runs.len().div_ceil(SHARDS).max(1)).map(|runs| scope.spawn(move || shard(runs))).collect();
            threads.into_iter().map(|thread| thread.join().expect("a shard panicked")).collect()
        });
        let mut cost = 0.0;
        gradient.iter_mut().zip(weights).for_each(|(g, w)| *g = 2.0 * l2 * w);
        for (part, of_part) in parts {
            cost += part;
            gradient.iter_mut().zip(of_part).for_each(|(g, p)| *g += p);
        }
        cost + l2 * weights.iter().map(|w| w * w).sum::<f64>()
    }
}
