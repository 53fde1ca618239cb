//! Listeners, timers and frames as owned values: whoever holds one has it running, and dropping it ends it.
//!
//! Takes a target and what to do; gives a value to keep. Example: `Listener::active(&document, "keydown", f)`.
//! The crates of the gloo project have the same idiom; these forty lines spare the reader their dependencies.
//!
//! Invariant: after the value is dropped its closure is never called again.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{AddEventListenerOptions, Event, EventTarget, Window};

/// A listener that ends with this value.
pub(crate) struct Listener {
    target: EventTarget,
    kind: &'static str,
    capture: bool,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens to the page, before the page itself does, and without ever delaying it.
    pub(crate) fn passive(target: &EventTarget, kind: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        Self::new(target, kind, true, true, Closure::new(act))
    }

    /// Listens to the page, before the page itself does, and may keep the browser from acting on the event.
    pub(crate) fn active(target: &EventTarget, kind: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        Self::new(target, kind, false, true, Closure::new(act))
    }

    /// Listens to an element of our own, after what is inside it.
    pub(crate) fn own(target: &EventTarget, kind: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        Self::new(target, kind, true, false, Closure::new(act))
    }

    fn new(
        target: &EventTarget,
        kind: &'static str,
        passive: bool,
        capture: bool,
        closure: Closure<dyn FnMut(Event)>,
    ) -> Self {
        let options = AddEventListenerOptions::new();
        options.set_passive(passive);
        options.set_capture(capture);
        let function = closure.as_ref().unchecked_ref();
        let added = target.add_event_listener_with_callback_and_add_event_listener_options(kind, function, &options);
        debug_assert!(added.is_ok(), "addEventListener does not throw");
        Listener { target: target.clone(), kind, capture, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        // Nothing can be done about a failure to remove what was never added.
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.kind, function, self.capture);
    }
}

/// What runs later, once, unless this value is dropped before.
pub(crate) struct Later {
    window: Window,
    handle: i32,
    frame: bool,
    waiting: Rc<Cell<bool>>,
    _closure: Closure<dyn FnMut()>,
}

impl Later {
    /// Runs after so many milliseconds.
    pub(crate) fn after(window: &Window, millis: i32, act: impl FnOnce() + 'static) -> Option<Self> {
        let (closure, waiting) = once(Box::new(act));
        let function = closure.as_ref().unchecked_ref();
        let handle = window.set_timeout_with_callback_and_timeout_and_arguments_0(function, millis).ok()?;
        Some(Later { window: window.clone(), handle, frame: false, waiting, _closure: closure })
    }

    /// Runs before the next frame is painted.
    pub(crate) fn next_frame(window: &Window, act: impl FnOnce() + 'static) -> Option<Self> {
        let (closure, waiting) = once(Box::new(act));
        let handle = window.request_animation_frame(closure.as_ref().unchecked_ref()).ok()?;
        Some(Later { window: window.clone(), handle, frame: true, waiting, _closure: closure })
    }

    /// Whether it has yet to run.
    pub(crate) fn is_waiting(&self) -> bool {
        self.waiting.get()
    }
}

fn once(act: Box<dyn FnOnce()>) -> (Closure<dyn FnMut()>, Rc<Cell<bool>>) {
    let waiting = Rc::new(Cell::new(true));
    let flag = waiting.clone();
    let mut act = Some(act);
    let run = move || {
        flag.set(false);
        if let Some(act) = act.take() {
            act();
        }
    };
    (Closure::new(run), waiting)
}

impl Drop for Later {
    fn drop(&mut self) {
        if !self.waiting.get() {
            return;
        }
        match self.frame {
            // Cancelling fails only where the handle is unknown: then nothing runs anyway.
            true => drop(self.window.cancel_animation_frame(self.handle)),
            false => self.window.clear_timeout_with_handle(self.handle),
        }
    }
}
