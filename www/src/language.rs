//! The language that card and list speak: its words, and how it writes dates and numbers.
//!
//! Takes a language tag and the catalogue that the loader fetched; gives a [`Language`]. Example: for `en-US` without a
//! catalogue the words are English and 2022-02-21 is “February 21, 2022”.
//!
//! Invariant: a word that a catalogue lacks is said in English.

use crate::{format::Format, strings::Strings};
use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

/// The language that serves where no other does.
const ENGLISH: &str = include_str!("../strings/en.json");

/// Words and formats of one language.
pub(crate) struct Language {
    pub(crate) strings: Strings,
    pub(crate) format: Format,
}

impl Language {
    /// The language of `tag` in the words of `catalogue`, or in English where that is no object.
    pub(crate) fn new(tag: &str, catalogue: &JsValue) -> Language {
        let english = JSON::parse(ENGLISH).unwrap_or(JsValue::UNDEFINED);
        let strings = Strings::new(pairs(&english).chain(pairs(catalogue)));
        let format = Format::new(strings.locale(tag));
        Language { strings, format }
    }

    /// The sentence of a count.
    pub(crate) fn count(&self, sentence: &str, count: usize) -> String {
        let form = self.strings.plural(sentence, &self.format.plural(count));
        crate::strings::fill(form, &[("n", &self.format.whole(count))])
    }
}

fn pairs(catalogue: &JsValue) -> impl Iterator<Item = (String, String)> {
    let entries = catalogue.dyn_ref::<Object>().map(Object::entries).unwrap_or_default();
    entries.to_vec().into_iter().filter_map(|entry| {
        let entry = entry.unchecked_into::<Array>();
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    })
}
