//! Published fact-checks that no pack holds: the feeds that the page's owner names, and what changes with them.
//!
//! Takes an article whose first marks stand; asks the loader for the feeds, once, and has the notes found anew in place. Example: a feed of
//! twelve reviews arrives, of which one has no verdict: that is told, and a sentence that another was published on gets its mark.
//!
//! Invariant: no request where the owner names no feed; a feed that is no good leaves the others, and the notes, as they are.

use super::Session;
use crate::{
    error::{ErrorKind, PageError, in_words},
    options::property,
};
use js_sys::{Array, Object};
use postil::review::import::{DEEPEST, Import, Json, Origin, import};
use wasm_bindgen::{JsCast, JsValue};

/// Of a feed of more reviews a page takes none: it would keep a reader waiting.
const MOST: usize = 20_000;

/// So many reasons are told of a feed's refused entries.
const TOLD: usize = 3;

impl Session {
    /// Asks the loader for the feeds, where the owner names any and the reader wants notes.
    pub(crate) fn want_reviews(&self) {
        let Some(fetch) = self.options.fetch_reviews.as_ref().filter(|_| !self.reviews_asked.get()) else { return };
        if self.choices.borrow().on {
            self.reviews_asked.set(true);
            self.report(fetch.call0(&JsValue::UNDEFINED).map(drop).map_err(PageError::from));
        }
    }

    /// Takes the feeds that the loader brings: of each its address, and either its value or the words why there is none.
    pub(crate) fn take_reviews(&self, feeds: &Array) {
        for feed in feeds.iter() {
            let text = |key| property(&feed, key).and_then(|value| value.as_string());
            let address = text("address").unwrap_or_default();
            match text("missing") {
                Some(why) => self.warn_of_reviews(format!("the fact-checks at {address} are left aside: {why}")),
                None => self.take_feed(&address, &property(&feed, "value").unwrap_or_default()),
            }
        }
        self.report(self.find_anew());
    }

    fn take_feed(&self, address: &str, value: &JsValue) {
        let Import { reviews, refusals } =
            import(&json(value, DEEPEST), Origin { address: Some(address), in_page: false });
        if reviews.len() > MOST {
            let message =
                format!("the fact-checks at {address} are left aside: they are more than {MOST}; name a feed of fewer");
            return self.warn_of_reviews(message);
        }
        if !refusals.is_empty() {
            let told: Vec<String> =
                refusals.iter().take(TOLD).map(|one| format!("entry {}: {}", one.entry, one.why)).collect();
            let more = if refusals.len() > TOLD { "; …" } else { "" };
            let (count, told) = (refusals.len(), told.join("; "));
            self.warn_of_reviews(format!("of the fact-checks at {address} {count} are left aside: {told}{more}"));
        }
        self.knowledge.borrow_mut().add_reviews(reviews.into_iter().map(|(_, review)| review).collect());
    }

    fn warn_of_reviews(&self, message: String) {
        self.warn_once(&[PageError::new(ErrorKind::Reviews, message)]);
    }
}

/// A value as the core reads it, down to so many levels.
fn json(value: &JsValue, levels: usize) -> Json {
    if let Some(text) = value.as_string() {
        return Json::Text(text);
    }
    if levels == 0 {
        return Json::Deep;
    }
    match value.dyn_ref::<Array>() {
        Some(items) => Json::List(items.iter().map(|item| json(&item, levels - 1)).collect()),
        None if value.as_f64().is_some() => Json::Number(in_words(value)),
        None if value.is_object() => Json::Object(pairs(value, levels - 1)),
        None => Json::Null,
    }
}

fn pairs(object: &JsValue, levels: usize) -> Vec<(String, Json)> {
    let pairs = Object::entries(object.unchecked_ref());
    pairs
        .iter()
        .map(|pair| Array::from(&pair))
        .map(|pair| (pair.get(0).as_string().unwrap_or_default(), json(&pair.get(1), levels)))
        .collect()
}
