//! A finger that pushes a sheet out of the window.
//!
//! Takes the touches on a sheet, asks to close it. Example: 60 px downwards on a sheet at the bottom closes it.
//!
//! Invariant: a finger that scrolls the content, or lies on a card that is no sheet, closes nothing.

use super::{CardAction, Shared};
use wasm_bindgen::JsCast;
use web_sys::{Event, TouchEvent};

/// How far a finger must go to be meant.
const PUSH: f64 = 60.0;

impl Shared {
    pub(super) fn touch(&self, event: &Event) {
        let sheet = self.anchor.borrow().touch && self.frame.is_at_edge();
        self.finger.set(height(event).filter(|_| sheet));
    }

    pub(super) fn lift(&self, event: &Event) {
        let (Some(from), Some(to)) = (self.finger.take(), height(event)) else { return };
        let push = if self.frame.is_at_top() { from - to } else { to - from };
        if push > PUSH && self.frame.is_at_edge() {
            (self.act)(CardAction::Close);
        }
    }
}

/// Where the only finger is, or was lifted.
fn height(event: &Event) -> Option<f64> {
    let event = event.dyn_ref::<TouchEvent>()?;
    let finger = event.changed_touches().get(0)?;
    (event.touches().length() < 2).then(|| f64::from(finger.client_y()))
}
