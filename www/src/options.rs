//! What a host may set.
//!
//! Takes a plain JavaScript object; gives [`Options`]. Example: `{ openDelay: 300, keys: false }`.
//!
//! Invariant: what is missing or of the wrong type has its default; but for a root, which nothing can stand in for.

use crate::{
    choices::Choices,
    error::{ErrorKind, PageError, in_words},
};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// What a host may set.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// The element to annotate whole, instead of the article that is found.
    pub(crate) root: Option<Element>,
    /// How long a pointer rests on a mark before its card opens, in milliseconds.
    pub(crate) open_delay: i32,
    /// How long a card stays after the pointer has left, in milliseconds.
    pub(crate) close_delay: i32,
    /// Whether Alt+. and Alt+, step through the marks, and Alt+/ opens the list.
    pub(crate) keys: bool,
    /// Whether notes follow the article when it changes.
    pub(crate) observe: bool,
    /// Whether cards show the pictures that packs name.
    pub(crate) pictures: bool,
    /// What is marked beyond what can be told something of.
    pub(crate) annotate: postil::Options,
    /// Which notes there are before a reader has chosen.
    pub(crate) choices: Choices,
    /// The language of card and list, as a BCP 47 tag; none for the page's own.
    pub(crate) language: Option<String>,
    /// Its words, as the loader fetched them; else no object, for English.
    pub(crate) catalogue: JsValue,
    /// What the loader calls with the names of the packs whose second part is wanted.
    pub(crate) fetch_more: Option<Function>,
    /// What the loader calls when the fact-checks are wanted; none where the host names none.
    pub(crate) fetch_reviews: Option<Function>,
    /// What the loader calls when the model is wanted; none where the host wants none.
    pub(crate) fetch_model: Option<Function>,
}

impl Options {
    /// Reads what a script gave.
    ///
    /// # Errors
    /// When the root is no element of a document.
    pub(crate) fn from_js(given: &JsValue) -> Result<Options, PageError> {
        let get = |key: &str| property(given, key);
        let millis = |key, default| {
            get(key).and_then(|value| value.as_f64()).map_or(default, |value| value.clamp(0.0, 60_000.0) as i32)
        };
        let flag = |key| get(key).and_then(|value| value.as_bool()).unwrap_or(true);
        let asked = |key| get(key).and_then(|value| value.as_bool()).unwrap_or(false);
        Ok(Options {
            root: get("root").filter(|root| !root.is_undefined()).map(root).transpose()?,
            open_delay: millis("openDelay", 500),
            close_delay: millis("closeDelay", 300),
            keys: flag("keys"),
            observe: flag("observe"),
            pictures: flag("pictures"),
            annotate: postil::Options { unlinked: asked("unlinked"), unchecked: asked("unchecked") },
            choices: Choices::default().overlaid(given),
            language: get("language").and_then(|tag| tag.as_string()),
            catalogue: get("catalogue").unwrap_or_default(),
            fetch_more: get("fetchMore").and_then(|call| call.dyn_into().ok()),
            fetch_reviews: get("fetchReviews").and_then(|call| call.dyn_into().ok()),
            fetch_model: get("fetchModel").and_then(|call| call.dyn_into().ok()),
        })
    }
}

/// A property of what a script gave, where that is an object.
pub(crate) fn property(given: &JsValue, key: &str) -> Option<JsValue> {
    if given.is_object() { Reflect::get(given, &key.into()).ok() } else { None }
}

fn root(given: JsValue) -> Result<Element, PageError> {
    let why = match given.dyn_into::<Element>() {
        Ok(element) if element.is_connected() => return Ok(element),
        Ok(element) => format!("a <{}> that is not in the document", element.local_name()),
        Err(given) => format!("{}, which is no element", in_words(&given)),
    };
    let advice = "name an element of the page, or leave the option out to have the article found";
    Err(PageError::new(ErrorKind::Root, format!("the option `root` is {why}; {advice}")))
}
