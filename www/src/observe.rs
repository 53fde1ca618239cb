//! Notes that follow the article when the page changes it.
//!
//! Takes mutations; drops dead marks at once, and has the page read again when it has come to rest. Example: a live report
//! gets a paragraph at its head; a client-side router replaces the whole article.
//!
//! Invariant: nothing is polled; a page that does not change costs nothing.

use crate::{error::PageError, listen::Later, session::Session, walk::Walked};
use js_sys::Array;
use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{MutationObserver, MutationObserverInit, MutationRecord};

/// Observes the page as long as it lives.
pub(crate) struct Observer {
    observer: Option<MutationObserver>,
    _closure: Closure<dyn FnMut(Array)>,
}

/// A page is at rest when its article has not changed for so many milliseconds.
const REST: f64 = 250.0;
/// A page that never rests is read again after so many.
const PATIENCE: f64 = 2000.0;

/// When the page is to be read again.
#[derive(Default)]
struct Due {
    /// When the first change came that has not been read.
    since: Cell<Option<f64>>,
    later: RefCell<Option<Later>>,
}

impl Observer {
    pub(crate) fn new(session: &Rc<Session>) -> Result<Observer, PageError> {
        let weak = Rc::downgrade(session);
        let due = Rc::<Due>::default();
        let closure = Closure::<dyn FnMut(Array)>::new(move |records: Array| changed(&weak, &due, &records));
        if !session.options.observe {
            return Ok(Observer { observer: None, _closure: closure });
        }
        let observer = MutationObserver::new(closure.as_ref().unchecked_ref())?;
        observer.observe_with_options(&session.document, &everything())?;
        let observer = Observer { observer: Some(observer), _closure: closure };
        session.with_reading(|reading| observer.watch(&reading.text.walked)).unwrap_or(Ok(()))?;
        Ok(observer)
    }

    /// Observes the shadow roots that hold some of the article: a document's changes are not theirs.
    pub(crate) fn watch(&self, walked: &Walked) -> Result<(), PageError> {
        for shadow in walked.shadows().iter() {
            let observed =
                self.observer.as_ref().map(|one| one.observe_with_options(shadow.unchecked_ref(), &everything()));
            observed.unwrap_or(Ok(()))?;
        }
        Ok(())
    }
}

fn everything() -> MutationObserverInit {
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_character_data(true);
    what.set_subtree(true);
    what
}

fn changed(weak: &Weak<Session>, due: &Rc<Due>, records: &Array) {
    let Some(session) = weak.upgrade() else { return };
    session.stay();
    let targets = records.iter().filter_map(|record| record.dyn_into::<MutationRecord>().ok()?.target());
    if !targets.into_iter().any(|target| session.concerns(&target)) {
        return;
    }
    session.prune();
    let now = js_sys::Date::now();
    let since = due.since.get().unwrap_or(now);
    due.since.set(Some(since));
    let wait = REST.min(since + PATIENCE - now).max(0.0) as i32;
    let (weak, done) = (weak.clone(), Rc::downgrade(due));
    let read = move || {
        done.upgrade().iter().for_each(|due| due.since.set(None));
        weak.upgrade().iter().for_each(|session| session.read_again());
    };
    due.later.replace(Later::after(&session.window, wait, read));
}

impl Drop for Observer {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
