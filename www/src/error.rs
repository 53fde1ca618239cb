//! What can go wrong in a page, and how its owner hears of it.
//!
//! Takes a kind and what happened; gives a [`PageError`], which becomes a JavaScript `Error` with a stable name. Example:
//! `PostilNoArticleError: no article found: ...`.
//!
//! Invariant: a message says what, where and what to do; a script may rely on the name.

use std::fmt;
use wasm_bindgen::prelude::*;

/// Why a page, or a part of it, goes without notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageError {
    kind: ErrorKind,
    message: String,
}

/// The kinds of errors, each with its stable name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ErrorKind {
    /// The page holds no article, or several.
    NoArticle,
    /// The article holds no text.
    NoText,
    /// The article is longer than what is read.
    TooLong,
    /// A pack is missing or was refused.
    Pack,
    /// The model is missing or was refused.
    Model,
    /// Published fact-checks are missing, or some were refused.
    Reviews,
    /// The page's own metadata cannot be read.
    Metadata,
    /// The browser lacks what marks need.
    Unsupported,
    /// Another Postil marks this page.
    Busy,
    /// The root that the host named is none.
    Root,
    /// The page refused something that should have worked.
    Page,
    /// Postil itself has a defect.
    Panic,
}

impl ErrorKind {
    fn name(self) -> &'static str {
        match self {
            ErrorKind::NoArticle => "PostilNoArticleError",
            ErrorKind::NoText => "PostilNoTextError",
            ErrorKind::TooLong => "PostilTooLongError",
            ErrorKind::Pack => "PostilPackError",
            ErrorKind::Model => "PostilModelError",
            ErrorKind::Reviews => "PostilReviewsError",
            ErrorKind::Metadata => "PostilMetadataError",
            ErrorKind::Unsupported => "PostilUnsupportedError",
            ErrorKind::Busy => "PostilBusyError",
            ErrorKind::Root => "PostilRootError",
            ErrorKind::Page => "PostilPageError",
            ErrorKind::Panic => "PostilPanicError",
        }
    }
}

impl PageError {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// The stable name: `PostilNoArticleError`, `PostilPackError`, ...
    pub fn name(&self) -> &'static str {
        self.kind.name()
    }

    /// What went wrong, where, and what to do.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name(), self.message)
    }
}

impl std::error::Error for PageError {}

impl From<PageError> for JsValue {
    fn from(error: PageError) -> JsValue {
        let thrown = js_sys::Error::new(&error.message);
        thrown.set_name(error.name());
        thrown.into()
    }
}

/// A refusal by the page itself, in its own words.
impl From<JsValue> for PageError {
    fn from(thrown: JsValue) -> Self {
        let said = thrown.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        let said = said.unwrap_or_else(|| in_words(&thrown));
        PageError::new(ErrorKind::Page, format!("the page refused: {said}"))
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = String, catch)]
    fn string(value: &JsValue) -> Result<String, JsValue>;
}

/// Any value as JavaScript writes it.
pub(crate) fn in_words(value: &JsValue) -> String {
    // An object without a prototype cannot be written.
    string(value).unwrap_or_else(|_| "an object".to_owned())
}
