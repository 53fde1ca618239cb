//! How well names were found.
//!
//! Takes the names by hand and those found; counts as micro-averaged precision, recall and F1 over texts. Example: the right words with
//! the wrong type count for [`Score::spans`] alone.
//!
//! Invariant: two names of one span count once.

use crate::data::Name;
use postil::{NameType, Span};

/// What was counted.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    pub(crate) gold: usize,
    pub(crate) found: usize,
    pub(crate) spans: usize,
    pub(crate) typed: usize,
}

impl Score {
    /// Counts one text; with `by_head` a name is found where its head is covered.
    pub(crate) fn count(&mut self, gold: &[Name], found: &[(Span, NameType)], by_head: bool) {
        let counts = |name_type: NameType| name_type != NameType::Misc;
        let gold: Vec<&Name> = gold.iter().filter(|name| counts(name.name_type)).collect();
        let found: Vec<_> = found.iter().filter(|(_, name_type)| counts(*name_type)).collect();
        self.gold += gold.len();
        self.found += found.len();
        let mut used = vec![false; found.len()];
        for name in gold {
            let fits = |span: Span| if by_head { span.contains(name.head) } else { span == name.span };
            let hits: Vec<usize> = (0..found.len()).filter(|&at| !used[at] && fits(found[at].0)).collect();
            let right = hits.iter().copied().find(|&at| found[at].1 == name.name_type);
            if let Some(at) = right.or(hits.first().copied()) {
                used[at] = true;
                self.spans += 1;
                self.typed += usize::from(right.is_some());
            }
        }
    }

    pub(crate) fn precision(&self) -> f64 {
        self.typed as f64 / self.found.max(1) as f64
    }

    pub(crate) fn recall(&self) -> f64 {
        self.typed as f64 / self.gold.max(1) as f64
    }

    pub(crate) fn f1(&self) -> f64 {
        2.0 * self.typed as f64 / (self.gold + self.found).max(1) as f64
    }

    pub(crate) fn span_f1(&self) -> f64 {
        2.0 * self.spans as f64 / (self.gold + self.found).max(1) as f64
    }
}
