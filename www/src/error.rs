//! What can fail at the page: a stand-in until the page's own error joins.

use wasm_bindgen::JsValue;

/// A browser call that failed.
#[derive(Debug)]
pub(crate) struct PageError(JsValue);

impl From<JsValue> for PageError {
    fn from(cause: JsValue) -> Self {
        PageError(cause)
    }
}

impl From<PageError> for JsValue {
    fn from(error: PageError) -> Self {
        error.0
    }
}
