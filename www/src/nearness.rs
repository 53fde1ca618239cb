//! Which containers are near the viewport, for articles with more marks than an engine can paint at once.
//!
//! Takes a reading; has the session paint the marks of what comes near. Example: of 10,000 marks in a book-length report,
//! the two hundred around the reader's place are registered.
//!
//! Invariant: it observes; nothing is measured on scrolling.

use crate::{listen::Later, reading::Reading, session::Session};
use js_sys::Array;
use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Watches the containers of one reading as long as it lives.
pub(crate) struct Nearness {
    observer: Option<IntersectionObserver>,
    _closure: Closure<dyn FnMut(Array)>,
}

/// How far outside the viewport a container counts as near: one height of it.
const MARGIN: &str = "100%";

impl Nearness {
    pub(crate) fn new(session: &Rc<Session>, reading: &Reading) -> Nearness {
        let weak = Rc::downgrade(session);
        let near: Rc<RefCell<Vec<bool>>> = Rc::default();
        let frame: Rc<RefCell<Option<Later>>> = Rc::default();
        let closure = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let Some(session) = weak.upgrade() else { return };
            note(&session, &mut near.borrow_mut(), &entries);
            let (weak, near) = (weak.clone(), near.clone());
            frame.replace(Later::next_frame(&session.window, move || paint(&weak, &near.borrow())));
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let observer = IntersectionObserver::new_with_options(closure.as_ref().unchecked_ref(), &options).ok();
        let elements = reading.text.walked.elements();
        let marked = reading.marks.containers().filter_map(|at| elements.get(at as u32).dyn_into::<Element>().ok());
        marked.for_each(|element| observer.iter().for_each(|observer| observer.observe(&element)));
        Nearness { observer, _closure: closure }
    }
}

/// Takes down of each container, by its number, whether it is near.
fn note(session: &Session, near: &mut Vec<bool>, entries: &Array) {
    for entry in entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok()) {
        let container = session.with_reading(|reading| reading.text.walked.container_of(&entry.target()));
        let Some(container) = container.and_then(|at| usize::try_from(at).ok()) else { continue };
        if near.len() <= container {
            near.resize(container + 1, false);
        }
        near[container] = entry.is_intersecting();
    }
}

fn paint(session: &Weak<Session>, near: &[bool]) {
    let Some(session) = session.upgrade() else { return };
    session.report(session.paint(Some(near)));
}

impl Drop for Nearness {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
