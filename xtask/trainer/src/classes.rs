//! Classes of words.
//!
//! Takes word vectors, and examples of what words with a capital are in marked texts; gives each word a class. A logistic regression
//! tells from a word's vector how likely it begins or goes on with a person's name, is part of a place's, a body's or another name, or
//! of none; words of like shares make a class (k-means). Example: “zsombor”, which no marked text has, falls among the given names.
//!
//! Invariant: the same input gives the same classes.

use crate::{
    owlqn,
    vectors::{SIZE, Vector},
};

/// How many classes there are, and how many wider ones.
pub(crate) const CLASSES: usize = 64;
pub(crate) const WIDER: usize = 32;

/// What a word can be.
pub(crate) const KINDS: usize = 6;

/// A word that was something so often: the place of its vector, its kind, its weight.
pub(crate) struct Example {
    pub(crate) word: usize,
    pub(crate) kind: usize,
    pub(crate) weight: f64,
}

/// The classes of words.
pub(crate) struct Classes {
    /// Of each word.
    pub(crate) of_words: Vec<u8>,
    /// How likely each word is no name.
    pub(crate) nameless: Vec<f64>,
    /// For each class the wider one that it is a part of.
    pub(crate) wider: Vec<u8>,
}

/// Makes classes.
pub(crate) fn classes(vectors: &[Vector], examples: &[Example]) -> Classes {
    let weights = regression(vectors, examples);
    let shares: Vec<[f64; KINDS]> = vectors.iter().map(|vector| shares(&inputs(&vector.numbers), &weights)).collect();
    let points: Vec<[f64; KINDS]> = shares.iter().map(|shares| shares.map(|share| (share + 0.02).ln())).collect();
    let centres = centres(&points, CLASSES);
    let wide = self::centres(&centres, WIDER);
    let of = |centres: &[[f64; KINDS]], point: &[f64; KINDS]| nearest(centres, point).0 as u8;
    Classes {
        of_words: points.iter().map(|point| of(&centres, point)).collect(),
        nameless: shares.iter().map(|shares| shares[KINDS - 1]).collect(),
        wider: centres.iter().map(|centre| of(&wide, centre)).collect(),
    }
}

/// A vector, its squares, and 1.
const INPUTS: usize = 2 * SIZE + 1;

fn inputs(vector: &[f32]) -> Vec<f64> {
    let numbers = vector.iter().map(|n| f64::from(*n));
    numbers.clone().chain(numbers.map(|n| 3.0 * n * n)).chain([1.0]).collect()
}

fn shares(inputs: &[f64], weights: &[f64]) -> [f64; KINDS] {
    let score = |kind: usize| inputs.iter().zip(&weights[kind * INPUTS..]).map(|(x, w)| x * w).sum::<f64>();
    let scores: [f64; KINDS] = std::array::from_fn(score);
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let sum: f64 = scores.iter().map(|score| (score - most).exp()).sum();
    scores.map(|score| (score - most).exp() / sum)
}

fn regression(vectors: &[Vector], examples: &[Example]) -> Vec<f64> {
    const L2: f64 = 0.05;
    let rows: Vec<Vec<f64>> = examples.iter().map(|example| inputs(&vectors[example.word].numbers)).collect();
    owlqn::minimize(vec![0.0; KINDS * INPUTS], 0.0, 120, |weights, gradient| {
        gradient.iter_mut().zip(weights).for_each(|(g, w)| *g = 2.0 * L2 * w);
        let mut cost = L2 * weights.iter().map(|w| w * w).sum::<f64>();
        for (example, row) in examples.iter().zip(&rows) {
            let shares = shares(row, weights);
            cost -= example.weight * shares[example.kind].max(1e-300).ln();
            for (kind, share) in shares.iter().enumerate() {
                let push = example.weight * (share - f64::from(u8::from(kind == example.kind)));
                gradient[kind * INPUTS..][..INPUTS].iter_mut().zip(row).for_each(|(g, x)| *g += push * x);
            }
        }
        cost
    })
}

/// The middles of groups of points: k-means, begun as k-means++ begins (Arthur and Vassilvitskii 2007).
fn centres(points: &[[f64; KINDS]], count: usize) -> Vec<[f64; KINDS]> {
    let mut rng = fastrand::Rng::with_seed(1);
    let mut centres = vec![points[0]];
    let mut far: Vec<f64> = points.iter().map(|point| distance(point, &points[0])).collect();
    while centres.len() < count.min(points.len()) {
        let mut left = rng.f64() * far.iter().sum::<f64>();
        let next = far.iter().position(|distance| {
            left -= distance;
            left <= 0.0
        });
        let centre = points[next.unwrap_or(0)];
        far.iter_mut().zip(points).for_each(|(far, point)| *far = far.min(distance(point, &centre)));
        centres.push(centre);
    }
    (0..25).for_each(|_| settle(points, &mut centres));
    centres
}

/// Moves each centre to the middle of the points that are nearest to it.
fn settle(points: &[[f64; KINDS]], centres: &mut [[f64; KINDS]]) {
    let mut sums = vec![([0.0; KINDS], 0.0); centres.len()];
    for point in points {
        let (sum, count) = &mut sums[nearest(centres, point).0];
        sum.iter_mut().zip(point).for_each(|(sum, x)| *sum += x);
        *count += 1.0;
    }
    for (centre, (sum, count)) in centres.iter_mut().zip(sums).filter(|(_, (_, count))| *count > 0.0) {
        *centre = sum.map(|x| x / count);
    }
}

fn nearest(centres: &[[f64; KINDS]], point: &[f64; KINDS]) -> (usize, f64) {
    let all = centres.iter().enumerate().map(|(at, centre)| (at, distance(point, centre)));
    all.fold((0, f64::INFINITY), |best, one| if one.1 < best.1 { one } else { best })
}

fn distance(a: &[f64; KINDS], b: &[f64; KINDS]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
}
