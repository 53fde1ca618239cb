//! What cards need besides the marks: the second parts of packs, which the loader fetches when a reader first wants a card.
//!
//! Takes the first sign of a reader who wants to know more; asks the loader once, and takes what it brings. Example: a pointer
//! comes to rest on “Kyiv”; while it rests the facts are fetched, and the card opens with them.
//!
//! Invariant: nothing is asked for before a reader shows interest, and nothing twice, unless it could not be had.

use super::Session;
use crate::{
    api::named_bytes,
    error::{ErrorKind, PageError},
};
use js_sys::Array;
use postil::{
    card::Details,
    claim::{Answer, Claim},
};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;

/// How far the second parts have come.
#[derive(Debug, Default)]
pub(super) struct Supply {
    /// The packs' names, in the order of the knowledge.
    names: RefCell<Vec<String>>,
    coming: Cell<bool>,
    failed: Cell<bool>,
}

impl Session {
    /// Under which names the loader knows the packs.
    pub(crate) fn name_packs(&self, names: Vec<String>) {
        self.supply.names.replace(names);
    }

    /// A reader is about to open a card.
    pub(crate) fn want_more(&self) {
        let names: Array = {
            let (knowledge, names) = (self.knowledge.borrow(), self.supply.names.borrow());
            let name = |pack: usize| JsValue::from_str(names.get(pack).map_or("", String::as_str));
            knowledge.incomplete().map(name).collect()
        };
        let Some(fetch) = self.options.fetch_more.as_ref().filter(|_| names.length() > 0) else { return };
        if !self.supply.coming.replace(true) {
            self.supply.failed.set(false);
            self.report(fetch.call1(&JsValue::UNDEFINED, &names).map(drop).map_err(PageError::from));
        }
    }

    /// Takes what the loader brings; an open card shows it at once.
    pub(crate) fn complete(&self, parts: &Array) {
        self.supply.coming.set(false);
        for (name, bytes) in parts.iter().map(|pair| named_bytes(&pair)) {
            let mut knowledge = self.knowledge.borrow_mut();
            if let Err(why) = bytes.and_then(|bytes| knowledge.complete(bytes).map_err(|error| error.to_string())) {
                self.supply.failed.set(true);
                let message = format!("the facts of pack {name} are left aside: {why}. Cards go without them");
                drop(knowledge);
                self.warn_once(&[PageError::new(ErrorKind::Pack, message)]);
            }
        }
        self.report(self.refill());
        self.report(self.relist());
    }

    /// Lists the notes anew where facts that are here now answer some of them.
    fn relist(&self) -> Result<(), PageError> {
        let answers = |claim: &Claim| matches!(claim.answer, Some(Answer::Fact { .. }));
        let any = self.with_reading(|reading| reading.notes.claims.iter().any(answers)).unwrap_or(false);
        self.view.get().filter(|_| any).map_or(Ok(()), |view| self.list_notes(view))
    }

    /// Draws the open card anew, now that more is known.
    pub(super) fn refill(&self) -> Result<(), PageError> {
        let cards = self.opened().map_or_else(Vec::new, |open| self.cards(&open.annotations));
        self.view.get().map_or(Ok(()), |view| view.card.refill(cards))
    }

    /// What a card has to say of a second part that is not here.
    pub(super) fn tell_details(&self, details: &mut Details) {
        let missing = self.supply.failed.get() || self.options.fetch_more.is_none();
        if *details == Details::Awaited && missing {
            *details = Details::Missing;
        }
    }
}
