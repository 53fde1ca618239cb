//! The way from a mark to its card: plain arithmetic, no document.
//!
//! Takes the point where a pointer left the mark, each point that it comes to, and the card; gives a [`Pace`]. Example: a
//! pointer that goes down and to the right across two other marks, straight to the card, comes [`Pace::Nearer`] all the way.
//!
//! Invariant: in the triangle of that point and the card's facing edges, whatever goes nearer is on its way.

use crate::place::Rect;

/// A hand that rests trembles by so many pixels, and one that crosses a border may slip back by as many.
const TREMBLE: f64 = 6.0;

/// Where a pointer left its mark, and how near it has come since.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SafePath {
    from: (f64, f64),
    left: f64,
}

/// How a pointer goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pace {
    /// On its way, nearer than ever.
    Nearer,
    /// On its way, but no nearer.
    Slow,
    /// Elsewhere.
    Away,
}

impl SafePath {
    /// A path that begins at a point of the mark, or at the card itself.
    pub(crate) fn new(from: (f64, f64), card: Rect) -> SafePath {
        SafePath { from, left: card.distance(from) }
    }

    /// Goes on to a point.
    pub(crate) fn go(&mut self, at: (f64, f64), card: Rect) -> Pace {
        let left = card.distance(at);
        let (dx, dy) = (at.0 - self.from.0, at.1 - self.from.1);
        let trembles = dx.hypot(dy) <= TREMBLE;
        if !trembles && (left > self.left + TREMBLE || !self.is_towards((dx, dy), card)) {
            return Pace::Away;
        }
        let pace = if left < self.left { Pace::Nearer } else { Pace::Slow };
        self.left = self.left.min(left);
        pace
    }

    /// Whether a line in this direction meets the card: some of its corners lie to the left, some to the right. So it does
    /// backwards, but whoever goes backwards comes no nearer.
    fn is_towards(&self, (dx, dy): (f64, f64), card: Rect) -> bool {
        let (left, top) = (card.x - self.from.0, card.y - self.from.1);
        let (right, bottom) = (left + card.width, top + card.height);
        let turns = [(left, top), (right, top), (left, bottom), (right, bottom)].map(|(x, y)| dx * y > dy * x);
        turns.contains(&true) && turns.contains(&false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: Rect = Rect { x: 100.0, y: 130.0, width: 320.0, height: 200.0 };
    const MARK: (f64, f64) = (122.0, 110.0);

    fn paces(from: (f64, f64), way: &[(f64, f64)]) -> Vec<Pace> {
        let mut path = SafePath::new(from, CARD);
        way.iter().map(|at| path.go(*at, CARD)).collect()
    }

    fn straight(from: (f64, f64), to: (f64, f64)) -> Vec<(f64, f64)> {
        (1..20)
            .map(|step| f64::from(step) / 20.0)
            .map(|t| (from.0 + t * (to.0 - from.0), from.1 + t * (to.1 - from.1)))
            .collect()
    }

    #[test]
    fn a_straight_line_to_any_point_of_the_card_is_safe() {
        for from in [MARK, (20.0, 100.0), (700.0, 60.0), (500.0, 220.0), (20.0, 400.0)] {
            for to in [(101.0, 131.0), (260.0, 131.0), (419.0, 131.0), (260.0, 230.0), (101.0, 329.0), (419.0, 329.0)] {
                let way: Vec<_> = straight(from, to).into_iter().filter(|at| !CARD.contains(at.0, at.1)).collect();
                assert!(!paces(from, &way).contains(&Pace::Away), "{from:?} {to:?}");
            }
        }
    }

    #[test]
    fn sideways_and_backwards_is_away_at_once() {
        assert_eq!(paces(MARK, &[(140.0, 110.0)]), [Pace::Away]);
        assert_eq!(paces(MARK, &[(90.0, 112.0)]), [Pace::Away]);
        assert_eq!(paces(MARK, &[(122.0, 95.0)]), [Pace::Away], "the card lies on that line, but behind");
    }

    #[test]
    fn whoever_turns_round_on_the_way_is_away() {
        let from = (260.0, 30.0);
        assert_eq!(paces(from, &[(260.0, 90.0), (260.0, 86.0), (260.0, 80.0)]), [Pace::Nearer, Pace::Slow, Pace::Away]);
    }

    #[test]
    fn a_tremble_across_the_border_is_neither_away_nor_nearer_for_long() {
        let tremble = [(125.0, 110.0), (120.0, 108.0), (125.0, 110.0), (121.0, 113.0), (125.0, 110.0), (121.0, 113.0)];
        let paces = paces(MARK, &tremble);
        assert!(!paces.contains(&Pace::Away), "{paces:?}");
        assert_eq!(paces[4..], [Pace::Slow, Pace::Slow]);
    }

    #[test]
    fn from_the_card_itself_only_a_tremble_stays() {
        assert_eq!(paces((418.0, 200.0), &[(422.0, 200.0), (430.0, 200.0)]), [Pace::Slow, Pace::Away]);
    }
}
