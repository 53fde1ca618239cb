//! What the page's owner hears: custom events on the document, and warnings in the console.
//!
//! Takes what happened; dispatches `postil:ready`, `postil:open`, `postil:close`, `postil:reject` or
//! `postil:error`. Example:
//! `document.addEventListener("postil:open", (event) => count(event.detail.annotation))`.
//!
//! Invariant: nothing is sent anywhere; each failure is reported once.

use crate::error::PageError;
use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Document, Element};

#[derive(Serialize)]
struct Ready {
    annotations: usize,
}

#[derive(Serialize)]
struct Opened {
    annotation: usize,
}

#[derive(Serialize)]
struct Rejected<'a> {
    annotation: usize,
    kind: &'a str,
    quote: &'a str,
    entity: Option<&'a str>,
    id: Option<&'a str>,
}

#[derive(Serialize)]
struct Failed<'a> {
    name: &'a str,
    message: &'a str,
}

/// The detail of `postil:ready`: how many annotations there are.
pub(crate) fn ready(annotations: usize) -> JsValue {
    plain(&Ready { annotations })
}

/// The detail of `postil:open` and `postil:close`: whose card it is.
pub(crate) fn open(annotation: usize) -> JsValue {
    plain(&Opened { annotation })
}

/// The detail of `postil:reject`: what a reader says is wrong.
pub(crate) fn rejected(annotation: usize, kind: &str, quote: &str, entity: Option<&str>, id: Option<&str>) -> JsValue {
    plain(&Rejected { annotation, kind, quote, entity, id })
}

/// Plain objects, as JSON would have them.
pub(crate) fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// Dispatches an event on the document.
pub(crate) fn emit(document: &Document, name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // Fails only for an event that is being dispatched already; this one is new.
        let _ = document.dispatch_event(&event);
    }
}

/// Reports what failed at an act in an element of ours, where there is nobody to hand it to.
pub(crate) fn warn_of(element: &Element, result: Result<(), PageError>) {
    if let (Err(error), Some(document)) = (result, element.owner_document()) {
        warn(&document, &error);
    }
}

/// Reports what goes on without a part: in the console, and as `postil:error`.
pub(crate) fn warn(document: &Document, error: &PageError) {
    web_sys::console::warn_1(&format!("Postil: {error}").into());
    emit(document, "postil:error", &plain(&Failed { name: error.name(), message: error.message() }));
}
