//! Notes that follow the article when the page changes it.
//!
//! Takes mutations; drops dead marks at once, and has the page read again when it has come to rest. Example: a live report
//! gets a paragraph at its head; a client-side router replaces the whole article.
//!
//! Invariant: nothing is polled; a page that does not change costs nothing.

use crate::{error::PageError, listen::Later, session::Session};
use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{MutationObserver, MutationObserverInit};

/// Observes the page as long as it lives.
pub(crate) struct Observer {
    observer: Option<MutationObserver>,
    _closure: Closure<dyn FnMut()>,
}

/// A page is at rest when it has not changed for so many milliseconds.
const REST: i32 = 250;

impl Observer {
    pub(crate) fn new(session: &Rc<Session>) -> Result<Observer, PageError> {
        let weak = Rc::downgrade(session);
        let again: Rc<RefCell<Option<Later>>> = Rc::default();
        let closure = Closure::<dyn FnMut()>::new(move || changed(&weak, &again));
        if !session.options.observe {
            return Ok(Observer { observer: None, _closure: closure });
        }
        let observer = MutationObserver::new(closure.as_ref().unchecked_ref())?;
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_character_data(true);
        what.set_subtree(true);
        observer.observe_with_options(&session.document, &what)?;
        Ok(Observer { observer: Some(observer), _closure: closure })
    }
}

fn changed(session: &Weak<Session>, again: &Rc<RefCell<Option<Later>>>) {
    let Some(strong) = session.upgrade() else { return };
    strong.prune();
    let session = session.clone();
    let read = move || session.upgrade().iter().for_each(Session::read_again);
    again.replace(Later::after(&strong.window, REST, read));
}

impl Drop for Observer {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
