//! Notes on paper: what a reader prints ends with the notes to it.
//!
//! Takes the window's `beforeprint` and `afterprint`; puts the notes at the page's end while it prints. Example: of twelve
//! mentions of Ukraine one note is printed, at the place of the first.
//!
//! No browser waits for a request before it prints: facts that no reader has asked for are not on paper. A host that prints
//! calls `notes.complete()` first.
//!
//! Invariant: after printing, as after `destroy()`, the document is as it was.

use super::Session;
use crate::{card_view::paper, error::PageError, listen::Listener, reading::Reading};
use postil::{Annotation, Body};
use std::{cell::RefCell, mem, rc::Rc};
use web_sys::HtmlElement;

/// Listens for printing as long as it lives.
pub(super) struct Printer {
    paper: Rc<RefCell<Option<HtmlElement>>>,
    _listeners: [Listener; 2],
}

impl Printer {
    pub(super) fn new(session: &Rc<Session>) -> Printer {
        let paper = Rc::<RefCell<Option<HtmlElement>>>::default();
        let (weak, laid) = (Rc::downgrade(session), paper.clone());
        let before = Listener::passive(&session.window, "beforeprint", move |_| {
            if let Some(session) = weak.upgrade() {
                remove(&laid);
                session.report(session.lay_paper().map(|new| drop(laid.replace(new))));
            }
        });
        let laid = paper.clone();
        let after = Listener::passive(&session.window, "afterprint", move |_| remove(&laid));
        Printer { paper, _listeners: [before, after] }
    }
}

impl Drop for Printer {
    fn drop(&mut self) {
        remove(&self.paper);
    }
}

fn remove(paper: &RefCell<Option<HtmlElement>>) {
    paper.take().iter().for_each(|paper| paper.remove());
}

impl Session {
    /// Puts the notes at the end of the page, unless there are none.
    fn lay_paper(&self) -> Result<Option<HtmlElement>, PageError> {
        self.want_more(); // too late for this sheet, in time for the next
        let noted = self.with_reading(noted).unwrap_or_default();
        let cards = self.cards(&noted);
        let Some(body) = self.document.body().filter(|_| !cards.is_empty()) else { return Ok(None) };
        let paper = paper(&self.document, self.language(), cards)?;
        body.append_child(&paper)?;
        Ok(Some(paper))
    }
}

/// All annotations, but of a name, or of the same words, that return the first alone.
fn noted(reading: &Reading) -> Vec<usize> {
    let (mut named, mut said) = (vec![false; reading.notes.entities.len()], Vec::new());
    let text = reading.text.snapshot.article.text();
    let mut is_new = |annotation: &Annotation| match annotation.body {
        Body::Mention(index) => {
            let named = reading.notes.mentions.get(index).and_then(|mention| named.get_mut(mention.entity));
            named.is_some_and(|named| !mem::replace(named, true))
        }
        Body::Attribution(_) | Body::Claim(_) | Body::Review(_) => {
            let words = annotation.spans.first().map(|span| span.of(text));
            let is_new = !said.contains(&words);
            said.push(words);
            is_new
        }
    };
    let all = reading.notes.annotations.iter().enumerate();
    let listed = |at: usize| reading.listed.get(at).copied().unwrap_or(false);
    all.filter(|(at, annotation)| listed(*at) && is_new(annotation)).map(|(at, _)| at).collect()
}
