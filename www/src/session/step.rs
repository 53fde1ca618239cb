//! From mark to mark: by keys, by the list, by a script.
//!
//! Takes an annotation, or a direction; scrolls there, opens its card, moves the focus into it and, at the end, back. Example:
//! from the last mark the next one is the first.
//!
//! Invariant: the card takes the focus at the first step, and gives it back when it closes.

use super::{Open, Session, Way};
use crate::{error::PageError, place::Rect};
use web_sys::{Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

impl Session {
    /// Goes to an annotation: scrolls it into view, opens its card, moves the focus into the card.
    pub(crate) fn go_to(&self, annotation: usize) -> Result<bool, PageError> {
        self.bring_into_view(annotation);
        let shown = self.show(&[annotation], Way::Step)?;
        if let Some(view) = self.view.get().filter(|_| shown) {
            view.card.focus(self.with_reading(|reading| reading.element(annotation)).flatten().as_ref());
        }
        Ok(shown)
    }

    fn bring_into_view(&self, annotation: usize) {
        let element = self.with_reading(|reading| reading.element(annotation)).flatten();
        if let Some(element) = element.filter(|_| !self.is_in_view(annotation)) {
            scroll_to(&element);
        }
        // A paragraph may be higher than the window, as text at four times its size is.
        if !self.is_in_view(annotation)
            && let Some(line) = self.first_line(annotation)
        {
            self.window.scroll_by_with_x_and_y(0.0, line.y + line.height / 2.0 - self.height() / 2.0);
        }
    }

    fn first_line(&self, annotation: usize) -> Option<Rect> {
        self.with_reading(|reading| reading.rects(annotation)).and_then(|rects| rects.first().copied())
    }

    fn height(&self) -> f64 {
        self.window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0)
    }

    fn is_in_view(&self, annotation: usize) -> bool {
        self.first_line(annotation).is_some_and(|line| line.y >= 0.0 && line.bottom() <= self.height())
    }

    /// Goes to the next or previous annotation that has a card; round at the ends.
    pub(crate) fn step(&self, forwards: bool) -> Result<(), PageError> {
        let count = self.count();
        let from = self.at.get();
        for distance in 1..=count {
            let next = match (from, forwards) {
                (None, true) => distance - 1,
                (None, false) => count - distance,
                (Some(at), true) => (at + distance) % count,
                (Some(at), false) => (at + count - distance) % count,
            };
            if self.is_shown(next) && self.go_to(next)? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Moves an open card to where its mark has gone, or closes it if that is out of sight. A sheet stays where it is, unless
    /// the window has another size.
    pub(crate) fn follow(&self, resized: bool) {
        let Some(open) = self.opened() else { return };
        let shown = match open.way {
            Way::Tap(..) if !resized => Ok(()),
            Way::Tap(..) => self.show_again(&open),
            Way::Step if self.is_in_view(open.annotations[0]) => self.show_again(&open),
            Way::Pinned if resized => self.show_again(&open),
            Way::Pinned => self.view.get().map_or(Ok(()), |view| view.card.loosen()),
            _ => {
                self.close();
                Ok(())
            }
        };
        self.report(shown);
    }

    fn show_again(&self, open: &Open) -> Result<(), PageError> {
        let cards = self.cards(&open.annotations);
        match (self.view.get(), cards.first()) {
            (Some(view), Some(&(first, _))) => view.card.show(cards, &self.anchor(first, open.way)),
            _ => Ok(()),
        }
    }
}

fn scroll_to(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
