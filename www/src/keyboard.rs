//! Cards by keyboard: Alt+. goes to the next mark, Alt+, to the one before, Alt+/ to the list of notes, Escape closes.
//!
//! Takes key events; steps through the session's marks. The two keys lie side by side, bear `<` and `>` on many keyboards,
//! and no browser or screen reader of the three systems uses them with Alt; they are told by their place (`event.code`), for
//! on a Mac Alt writes other signs. The option `keys: false` leaves Escape only.
//!
//! Invariant: no key is taken from somebody who types, and Escape only while a card is open.

use crate::{listen::Listener, session::Session};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Listens to keys as long as it lives.
pub(crate) struct Keyboard {
    _listener: Listener,
}

impl Keyboard {
    pub(crate) fn new(session: &Rc<Session>) -> Keyboard {
        let weak = Rc::downgrade(session);
        Keyboard { _listener: Listener::active(&session.document, "keydown", move |event| pressed(&weak, &event)) }
    }
}

fn pressed(session: &Weak<Session>, event: &Event) {
    let (Some(session), Some(key)) = (session.upgrade(), event.dyn_ref::<KeyboardEvent>()) else { return };
    if key.is_composing() || key.default_prevented() {
        return;
    }
    if key.key() == "Escape" && session.close() {
        key.prevent_default();
        key.stop_propagation();
    } else if is_alone(key, "Slash") && session.options.keys && !is_typing(key) {
        key.prevent_default();
        session.toggle_list();
    } else if let Some(forwards) = direction(key).filter(|_| session.options.keys && !is_typing(key)) {
        key.prevent_default();
        session.report(session.step(forwards));
    }
}

fn direction(key: &KeyboardEvent) -> Option<bool> {
    let back = is_alone(key, "Comma");
    (back || is_alone(key, "Period")).then_some(!back)
}

/// Whether a key is pressed with Alt and nothing else.
fn is_alone(key: &KeyboardEvent, code: &str) -> bool {
    let alone = key.alt_key() && !key.ctrl_key() && !key.meta_key() && !key.shift_key();
    alone && key.code() == code
}

fn is_typing(event: &Event) -> bool {
    let target = event.composed_path().get(0);
    let editable = target.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
    let field = target
        .dyn_ref::<Element>()
        .is_some_and(|element| element.matches("input,textarea,select,[role=textbox]").unwrap_or(false));
    editable || field
}
