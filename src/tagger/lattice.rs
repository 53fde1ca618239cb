//! The best labels of a run of tokens, and how sure each is.
//!
//! Takes a score for each token and label, and one for each pair of neighbouring labels; gives the best path (Viterbi) and the share
//! of each label among all paths (forward and backward sums), as of a linear-chain conditional random field (Lafferty, McCallum and
//! Pereira 2001). Example: a run of two tokens whose scores favour 1 and 2 has the path `[1, 2]`.
//!
//! Invariant: a run stands between two tokens outside of names, and no path breaks [`may_follow`].

use super::labels::{LABELS, OUTSIDE, may_follow};

/// One number for each label.
pub type Row = [f64; LABELS];

/// Scores of pairs of labels, the earlier one first.
pub type Pairs = [Row; LABELS];

/// What no path may do.
const NEVER: f64 = -1e30;

/// Scores of pairs, with those ruled out that may not follow each other.
pub fn ruled(pairs: &Pairs) -> Pairs {
    let mut ruled = *pairs;
    for (label, row) in ruled.iter_mut().enumerate() {
        row.iter_mut().enumerate().filter(|(next, _)| !may_follow(label, *next)).for_each(|(_, score)| *score = NEVER);
    }
    ruled
}

/// The best label of each token; `pairs` as [`ruled`] gives them.
pub fn best_path(scores: &[Row], pairs: &Pairs) -> Vec<usize> {
    let mut from: Vec<[usize; LABELS]> = Vec::with_capacity(scores.len());
    let mut reached = outside();
    for row in scores {
        let mut origin = [OUTSIDE; LABELS];
        let mut next = [NEVER; LABELS];
        for label in 0..LABELS {
            let (best, score) = best_before(&reached, pairs, label);
            origin[label] = best;
            next[label] = score + row[label];
        }
        reached = next;
        from.push(origin);
    }
    let mut label = best_before(&reached, pairs, OUTSIDE).0;
    let mut path = vec![OUTSIDE; scores.len()];
    for (at, origin) in from.iter().enumerate().rev() {
        path[at] = label;
        label = origin[label];
    }
    path
}

fn best_before(reached: &Row, pairs: &Pairs, label: usize) -> (usize, f64) {
    let score = |before: usize| reached[before] + pairs[before][label];
    (1..LABELS).fold((0, score(0)), |best, before| if score(before) > best.1 { (before, score(before)) } else { best })
}

/// Before the first token: outside, and nothing else.
fn outside() -> Row {
    let mut row = [NEVER; LABELS];
    row[OUTSIDE] = 0.0;
    row
}

/// What pairs say as factors, for [`Sums`]; `pairs` as [`ruled`] gives them.
pub fn factors(pairs: &Pairs) -> Pairs {
    pairs.map(|row| row.map(libm::exp))
}

/// Sums over all paths, each kept near 1 by a factor of its token's own.
pub struct Sums {
    /// The logarithm of the sum over all paths.
    pub total: f64,
    /// The sum over all paths up to a token that give it a label.
    forward: Vec<Row>,
    /// The same from a token on, its own score left out.
    backward: Vec<Row>,
    /// The factors of a token's scores, over that by which its sums were made smaller.
    own: Vec<Row>,
    /// The sum over all paths, made smaller by every token's factor.
    rest: f64,
}

impl Sums {
    /// Of a run's scores, and what pairs say as [`factors`].
    pub fn new(scores: &[Row], factors: &Pairs) -> Self {
        let (mut forward, mut own) = (Vec::with_capacity(scores.len()), Vec::with_capacity(scores.len()));
        let (mut reached, mut total) = ([0.0; LABELS], 0.0);
        reached[OUTSIDE] = 1.0;
        for row in scores {
            let most = row.iter().copied().fold(f64::MIN, f64::max);
            let mut odds = row.map(|score| libm::exp(score - most));
            let next: Row = std::array::from_fn(|label| {
                odds[label] * (0..LABELS).map(|before| reached[before] * factors[before][label]).sum::<f64>()
            });
            let size: f64 = next.iter().sum();
            reached = next.map(|sum| sum / size);
            odds.iter_mut().for_each(|odds| *odds /= size);
            total += most + libm::log(size);
            forward.push(reached);
            own.push(odds);
        }
        let rest: f64 = (0..LABELS).map(|label| reached[label] * factors[label][OUTSIDE]).sum();
        Self { total: total + libm::log(rest), backward: Self::back(&own, factors), forward, own, rest }
    }

    fn back(own: &[Row], factors: &Pairs) -> Vec<Row> {
        let mut backward = vec![[0.0; LABELS]; own.len()];
        let mut ahead = [0.0; LABELS];
        ahead[OUTSIDE] = 1.0;
        for (row, odds) in backward.iter_mut().zip(own).rev() {
            *row = std::array::from_fn(|label| (0..LABELS).map(|next| factors[label][next] * ahead[next]).sum());
            ahead = std::array::from_fn(|label| row[label] * odds[label]);
        }
        backward
    }

    /// The share of each label among all paths, at a token.
    pub fn shares(&self, at: usize) -> Row {
        let (Some(forward), Some(backward)) = (self.forward.get(at), self.backward.get(at)) else {
            return [0.0; LABELS];
        };
        std::array::from_fn(|label| forward[label] * backward[label] / self.rest)
    }

    /// The share of each pair of labels among all paths, at a token and the next one.
    pub fn pair_shares(&self, at: usize, factors: &Pairs) -> Pairs {
        let next = (self.own.get(at + 1), self.backward.get(at + 1));
        let (Some(forward), (Some(own), Some(backward))) = (self.forward.get(at), next) else {
            return [[0.0; LABELS]; LABELS];
        };
        let share = |a: usize, b: usize| forward[a] * factors[a][b] * own[b] * backward[b] / self.rest;
        std::array::from_fn(|a| std::array::from_fn(|b| share(a, b)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores without pattern, and all paths by brute force.
    fn example() -> (Vec<Row>, Pairs) {
        let scores = (0..3).map(|at| std::array::from_fn(|label| ((at * 7 + label * 5) % 11) as f64 / 4.0)).collect();
        let pairs = std::array::from_fn(|a| std::array::from_fn(|b| ((a * 3 + b * 5) % 7) as f64 / 3.0));
        (scores, ruled(&pairs))
    }

    fn paths() -> impl Iterator<Item = [usize; 3]> {
        (0..LABELS.pow(3)).map(|n| [n / 81, n / 9 % 9, n % 9])
    }

    fn score(path: &[usize], scores: &[Row], pairs: &Pairs) -> f64 {
        let own: f64 = path.iter().zip(scores).map(|(label, row)| row[*label]).sum();
        let steps: f64 = path.windows(2).map(|pair| pairs[pair[0]][pair[1]]).sum();
        own + steps + pairs[OUTSIDE][path[0]] + pairs[path[path.len() - 1]][OUTSIDE]
    }

    #[test]
    fn the_best_of_all_paths() {
        let (scores, pairs) = example();
        let best = paths().max_by(|a, b| score(a, &scores, &pairs).total_cmp(&score(b, &scores, &pairs)));
        assert_eq!(best_path(&scores, &pairs), best.expect("paths"));
        assert!(best_path(&[], &pairs).is_empty());
    }

    #[test]
    fn shares_of_all_paths() {
        let (scores, pairs) = example();
        let factors = factors(&pairs);
        let sums = Sums::new(&scores, &factors);
        let all: f64 = paths().map(|path| score(&path, &scores, &pairs).exp()).sum();
        assert!((sums.total - all.ln()).abs() < 1e-9);
        for label in 0..LABELS {
            let with = paths().filter(|path| path[1] == label).map(|path| score(&path, &scores, &pairs).exp());
            assert!((sums.shares(1)[label] - with.sum::<f64>() / all).abs() < 1e-9);
        }
        let pair: f64 = sums.pair_shares(0, &factors).iter().flatten().sum();
        assert!((pair - 1.0).abs() < 1e-9);
    }
}
