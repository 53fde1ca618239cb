//! What a panic leaves behind: an article without marks, and one report.
//!
//! Takes the session at work; ends it when the module panics. Example: a defect in the drawing of a card takes the marks
//! away, and the page's owner hears of `PostilPanicError`.
//!
//! A panic aborts: nothing is unwound, no destructor of the frames below runs, and what they had borrowed stays borrowed.
//!
//! Invariant: no listener of an abandoned session is called again.

use crate::{
    error::{ErrorKind, PageError},
    events,
    session::Session,
};
use std::{
    cell::RefCell,
    panic,
    rc::{Rc, Weak},
    sync::Once,
};

thread_local! {
    /// The session at work: a document has one at most.
    static AT_WORK: RefCell<Weak<Session>> = RefCell::default();
}

/// Ends this session if the module panics.
pub(crate) fn watch(session: &Rc<Session>) {
    static HOOKED: Once = Once::new();
    HOOKED.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            before(panic);
            speak();
        }));
    });
    AT_WORK.set(Rc::downgrade(session));
}

fn speak() {
    if let Some(session) = AT_WORK.take().upgrade() {
        session.abandon();
        events::warn(&session.document, &PageError::new(ErrorKind::Panic, ADVICE));
    }
}

const ADVICE: &str = "Postil failed and has taken its marks away; the article is as it was. Reload the page to have notes \
    again, and report what the console says above this line";
