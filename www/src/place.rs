//! Where the card goes: plain arithmetic, no document.
//!
//! Takes the rects of a mark, the pointer, the size of the card and of the window; gives a [`Placement`]. Example: a
//! mark in the upper half of the window gets its card below, 8 px away, with the arrow under the pointer.
//!
//! Invariant: the whole card lies in the window.

/// Between the mark and the card: room for the arrow.
pub(crate) const GAP: f64 = 8.0;
/// Between the card and the window's edge.
const MARGIN: f64 = 8.0;
/// From the card's nearer edge to the tip of the arrow.
const ARROW_INSET: f64 = 22.0;
/// A card squeezed below this height cannot be read: it may cover its mark instead.
const READABLE: f64 = 140.0;
/// The part of the window that a sheet may take.
const SHEET_SHARE: f64 = 0.6;
/// A sheet squeezed below this part of the window moves to the top instead.
const SHEET_LEAST: f64 = 0.35;

/// A rectangle in client coordinates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rect {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// A width and a height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Size {
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// On which side of the mark the card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Under the mark, the arrow at the card's top.
    Below,
    /// Above the mark, the arrow at the card's bottom.
    Above,
    /// Over the mark, without an arrow: the window is too small for anything else.
    Over,
}

/// Where the card goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Placement {
    /// The card, cut to the room that there is.
    pub(crate) card: Rect,
    pub(crate) side: Side,
    /// The tip of the arrow, from the card's left edge.
    pub(crate) arrow: f64,
}

/// Where a sheet docks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Docking {
    /// At the window's top instead of its bottom.
    pub(crate) top: bool,
    /// The most that the sheet may be high.
    pub(crate) height: f64,
}

impl Rect {
    pub(crate) fn right(&self) -> f64 {
        self.x + self.width
    }

    pub(crate) fn bottom(&self) -> f64 {
        self.y + self.height
    }

    pub(crate) fn contains(&self, x: f64, y: f64) -> bool {
        (self.x..=self.right()).contains(&x) && (self.y..=self.bottom()).contains(&y)
    }

    /// How far a point is from the rectangle; 0 inside.
    pub(crate) fn distance(&self, (x, y): (f64, f64)) -> f64 {
        let across = (self.x - x).max(x - self.right()).max(0.0);
        let down = (self.y - y).max(y - self.bottom()).max(0.0);
        across.hypot(down)
    }
}

/// The rect of a wrapped mark that the reader means: the one nearest to the pointer, or the first.
pub(crate) fn nearest(rects: &[Rect], pointer: Option<(f64, f64)>) -> Option<Rect> {
    let Some(pointer) = pointer else { return rects.first().copied() };
    rects.iter().copied().min_by(|a, b| a.distance(pointer).total_cmp(&b.distance(pointer)))
}

/// Places a card of the size `card` at the mark `rect`.
pub(crate) fn place(rect: Rect, pointer: Option<(f64, f64)>, card: Size, window: Size) -> Placement {
    let width = card.width.min(window.width - 2.0 * MARGIN);
    let tip = within(tip(rect, pointer), MARGIN, window.width - MARGIN);
    let x = if tip > window.width / 2.0 { tip - width + ARROW_INSET } else { tip - ARROW_INSET };
    let x = x.min(window.width - MARGIN - width).max(MARGIN);
    let (side, y, height) = rise(rect, card.height, window.height);
    let inset = ARROW_INSET.min(width / 2.0);
    Placement { card: Rect { x, y, width, height }, side, arrow: within(tip - x, inset, width - inset) }
}

/// A number kept between two bounds, the lower one winning. `f64::clamp` panics where they cross, and its message brings
/// the writing of floating-point numbers, 5 kB of a reader’s download.
fn within(number: f64, low: f64, high: f64) -> f64 {
    number.min(high).max(low)
}

/// The point that the arrow shows: under the pointer, or the middle of the words.
fn tip(rect: Rect, pointer: Option<(f64, f64)>) -> f64 {
    pointer.map_or(rect.x + rect.width / 2.0, |(x, _)| within(x, rect.x, rect.right()))
}

/// Below by default, above in the lower half of the window, over the mark where neither can be read.
fn rise(rect: Rect, height: f64, window: f64) -> (Side, f64, f64) {
    let above = rect.y + rect.height / 2.0 > window / 2.0;
    let room = if above { rect.y - GAP - MARGIN } else { window - rect.bottom() - GAP - MARGIN };
    let side = match above {
        _ if room < height.min(READABLE) => Side::Over,
        true => Side::Above,
        false => Side::Below,
    };
    let most = window - 2.0 * MARGIN;
    let height = if side == Side::Over { height.min(most) } else { height.min(room).min(most) };
    let y = if side == Side::Above { rect.y - GAP - height } else { rect.bottom() + GAP };
    // A mark that has scrolled out of the window would take its card along.
    (side, y.min(window - MARGIN - height).max(MARGIN), height)
}

/// Docks a sheet of the height `sheet` so that the tapped line stays in sight.
pub(crate) fn dock(rect: Rect, sheet: f64, window: f64) -> Docking {
    let height = sheet.min(window * SHEET_SHARE);
    let below = window - rect.bottom() - GAP;
    if height <= below {
        Docking { top: false, height }
    } else if below >= window * SHEET_LEAST {
        Docking { top: false, height: below }
    } else {
        Docking { top: rect.y - GAP >= height, height }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Size = Size { width: 1000.0, height: 800.0 };
    const CARD: Size = Size { width: 320.0, height: 200.0 };

    fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect { x, y, width, height }
    }

    fn at(rect: Rect) -> Placement {
        place(rect, None, CARD, WINDOW)
    }

    #[test]
    fn a_card_stands_below_its_mark() {
        let placed = at(rect(200.0, 100.0, 60.0, 20.0));
        assert_eq!((placed.side, placed.card.y), (Side::Below, 128.0));
        assert_eq!(placed.card.x + placed.arrow, 230.0, "the arrow shows the middle of the words");
    }

    #[test]
    fn in_the_lower_half_it_stands_above() {
        let placed = at(rect(200.0, 500.0, 60.0, 20.0));
        assert_eq!((placed.side, placed.card.bottom()), (Side::Above, 492.0));
    }

    #[test]
    fn the_arrow_is_under_the_pointer_but_never_off_the_words() {
        let long = rect(100.0, 100.0, 300.0, 20.0);
        let tip = |x| place(long, Some((x, 110.0)), CARD, WINDOW);
        assert_eq!(tip(333.0).card.x + tip(333.0).arrow, 333.0);
        assert_eq!(tip(900.0).card.x + tip(900.0).arrow, 400.0);
    }

    #[test]
    fn in_the_right_half_the_card_opens_to_the_left() {
        let placed = at(rect(700.0, 100.0, 40.0, 20.0));
        assert_eq!(placed.card.right(), 742.0);
        assert_eq!(placed.card.x + placed.arrow, 720.0);
    }

    #[test]
    fn on_a_wrapped_line_the_rect_nearest_to_the_pointer_counts() {
        let lines = [rect(700.0, 100.0, 200.0, 20.0), rect(100.0, 124.0, 90.0, 20.0)];
        assert_eq!(nearest(&lines, Some((150.0, 130.0))), Some(lines[1]));
        assert_eq!(nearest(&lines, Some((880.0, 121.0))), Some(lines[0]));
        assert_eq!(nearest(&lines, None), Some(lines[0]));
        assert_eq!(nearest(&[], Some((0.0, 0.0))), None);
    }

    #[test]
    fn a_card_is_cut_to_the_room_beside_its_mark() {
        let tall = Size { height: 700.0, ..CARD };
        let placed = place(rect(200.0, 300.0, 60.0, 20.0), None, tall, WINDOW);
        assert_eq!((placed.card.y, placed.card.bottom()), (328.0, 792.0));
    }

    #[test]
    fn at_400_per_cent_zoom_it_covers_the_mark_rather_than_leave_the_window() {
        let placed = place(rect(20.0, 60.0, 90.0, 40.0), None, CARD, Size { width: 320.0, height: 180.0 });
        assert_eq!(placed.side, Side::Over);
        assert_eq!(placed.card, rect(8.0, 8.0, 304.0, 164.0));
    }

    #[test]
    fn no_mark_anywhere_puts_a_card_off_the_screen() {
        for window in [(320.0, 180.0), (360.0, 640.0), (1280.0, 720.0)] {
            for step in 0..400 {
                let (x, y) = (f64::from(step % 20) / 18.0 - 0.05, f64::from(step / 20) / 18.0 - 0.05);
                let window = Size { width: window.0, height: window.1 };
                let mark = rect(x * window.width, y * window.height, 50.0, 18.0);
                let Placement { card, arrow, .. } = place(mark, None, CARD, window);
                assert!(card.x >= MARGIN && card.right() <= window.width - MARGIN, "{mark:?} {card:?}");
                assert!(card.y >= MARGIN && card.bottom() <= window.height - MARGIN, "{mark:?} {card:?}");
                assert!(arrow > 0.0 && arrow < card.width, "{mark:?} {arrow}");
            }
        }
    }

    #[test]
    fn a_sheet_leaves_the_tapped_line_in_sight() {
        let phone = 640.0;
        for y in [0.0, 100.0, 200.0, 300.0, 400.0, 500.0, 620.0] {
            let line = rect(20.0, y, 100.0, 20.0);
            let docked = dock(line, 500.0, phone);
            let sheet = if docked.top { 0.0..docked.height } else { phone - docked.height..phone };
            assert!(docked.height <= phone * SHEET_SHARE);
            assert!(line.bottom() <= sheet.start || line.y >= sheet.end, "{y}: {docked:?}");
        }
    }
}
