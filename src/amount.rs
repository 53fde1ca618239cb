//! How many marks a screenful bears.
//!
//! Takes annotations and an [`Amount`]; says which of them are marked. Example: with [`Amount::Few`] a screenful has five
//! marks: a claim, the quotations, names where they first stand.
//!
//! Invariant: a smaller amount marks nothing that a larger one leaves out.

use crate::{Annotation, Span};
use serde::Serialize;

/// How many marks a reader wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Amount {
    /// Five a screenful.
    Few,
    /// Ten a screenful.
    Some,
    /// Twenty a screenful.
    Many,
    /// Whatever was found.
    #[default]
    All,
}

/// A screenful, in bytes: some 250 words of English in a newspaper's column on a desk; a telephone shows less.
pub(crate) const SCREENFUL: usize = 1500;

impl Amount {
    /// All amounts, the smallest first.
    pub const ALL: [Amount; 4] = [Amount::Few, Amount::Some, Amount::Many, Amount::All];

    /// Its word in options: `few`, `some`, `many`, `all`.
    pub fn name(self) -> &'static str {
        match self {
            Amount::Few => "few",
            Amount::Some => "some",
            Amount::Many => "many",
            Amount::All => "all",
        }
    }

    /// The most marks in a screenful.
    fn most(self) -> usize {
        match self {
            Amount::Few => 5,
            Amount::Some => 10,
            Amount::Many => 20,
            Amount::All => usize::MAX,
        }
    }

    /// Which annotations are marked: in each screenful the most salient, of equals the first.
    pub fn choose(self, annotations: &[Annotation]) -> Vec<bool> {
        if self == Amount::All {
            return vec![true; annotations.len()];
        }
        let mut by_salience: Vec<usize> = (0..annotations.len()).collect();
        let salience = |at: usize| (annotations[at].salience * 1000.0) as usize;
        crate::order::sort_by(&mut by_salience, |&at| (usize::MAX - salience(at), at));
        let mut marked = vec![false; annotations.len()];
        let mut room: Vec<usize> = Vec::new();
        for at in by_salience {
            let screen = annotations[at].spans.first().map_or(0, |span: &Span| span.start / SCREENFUL);
            if room.len() <= screen {
                room.resize(screen + 1, self.most());
            }
            marked[at] = room[screen] > 0;
            room[screen] = room[screen].saturating_sub(1);
        }
        marked
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Body;

    fn annotations(of: &[(usize, f32)]) -> Vec<Annotation> {
        let one = |&(start, salience): &(usize, f32)| Annotation {
            spans: vec![Span::new(start, start + 4)],
            body: Body::Mention(0),
            salience,
        };
        of.iter().map(one).collect()
    }

    #[test]
    fn a_screenful_keeps_its_most_salient_marks() {
        let all = annotations(&[(0, 0.3), (10, 0.9), (20, 0.5), (30, 0.5), (40, 0.5), (50, 0.5), (60, 0.5), (70, 0.4)]);
        assert_eq!(Amount::Few.choose(&all), [false, true, true, true, true, true, false, false]);
        assert_eq!(Amount::All.choose(&all), [true; 8]);
    }

    #[test]
    fn each_screenful_has_its_own_budget() {
        let here = (0..6).map(|at| (at * 10, 0.5));
        let there = (0..6).map(|at| (SCREENFUL + at * 10, 0.5));
        let marked = Amount::Few.choose(&annotations(&here.chain(there).collect::<Vec<_>>()));
        assert_eq!(marked.iter().filter(|marked| **marked).count(), 10);
        assert!(!marked[5] && !marked[11]);
    }

    #[test]
    fn a_smaller_amount_marks_nothing_that_a_larger_leaves_out() {
        let all = annotations(&(0..90).map(|at| (at * 40, (at % 7) as f32 / 7.0)).collect::<Vec<_>>());
        let chosen = Amount::ALL.map(|amount| amount.choose(&all));
        for pair in chosen.windows(2) {
            assert!(pair[0].iter().zip(&pair[1]).all(|(less, more)| more | !less));
        }
    }
}
