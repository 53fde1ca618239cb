//! The one element that Postil adds to a page, and its shadow root.
//!
//! Takes the document, gives a [`Host`]: an element at the end of the page whose shadow root holds card and list. Example:
//! `Host::new(&document)?.shadow()` is where [`CardView`](crate::card_view::CardView) lives.
//!
//! Invariant: the host is the only node that the page gains on the screen, and dropping it takes it away.

use crate::{error::PageError, language::Language};
use js_sys::{Array, Object};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Document, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// A name of our own: page styles for `div` do not reach it.
const TAG: &str = "postil-host";
/// The look of everything inside.
const STYLES: [&str; 3] = [
    include_str!(concat!(env!("OUT_DIR"), "/theme.css")),
    include_str!(concat!(env!("OUT_DIR"), "/card.css")),
    include_str!(concat!(env!("OUT_DIR"), "/list.css")),
];
/// React leaves a key of this beginning on the node that it renders into.
const REACT_CONTAINER: &str = "__reactContainer";

/// The element and its shadow root.
pub(crate) struct Host {
    element: HtmlElement,
    shadow: ShadowRoot,
    language: Rc<Language>,
}

impl Host {
    /// Adds the element to the page, in a language for all that is in it.
    pub(crate) fn new(document: &Document, language: Rc<Language>) -> Result<Host, PageError> {
        let (element, shadow) = isolated(document, TAG, &STYLES.concat(), &language)?;
        attach(&element)?;
        Ok(Host { element, shadow, language })
    }

    /// What card and list speak.
    pub(crate) fn language(&self) -> &Rc<Language> {
        &self.language
    }

    /// Where card and list live.
    pub(crate) fn shadow(&self) -> &ShadowRoot {
        &self.shadow
    }

    /// The element itself.
    pub(crate) fn element(&self) -> &HtmlElement {
        &self.element
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// An element of ours, not yet in the page, whose shadow root has styles of its own.
pub(crate) fn isolated(
    document: &Document,
    tag: &str,
    styles: &str,
    language: &Language,
) -> Result<(HtmlElement, ShadowRoot), PageError> {
    let element: HtmlElement = document.create_element(tag)?.unchecked_into();
    element.set_lang(&language.strings.language);
    element.set_dir(&language.strings.direction);
    let shadow = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(styles)?;
    shadow.set_adopted_style_sheets(&Array::of1(&sheet));
    Ok((element, shadow))
}

/// Puts the host where it belongs, unless it is in the page: a framework may have removed it.
pub(crate) fn attach(element: &HtmlElement) -> Result<(), PageError> {
    if element.is_connected() {
        return Ok(());
    }
    let Some(document) = element.owner_document() else { return Ok(()) };
    let body = document.body().filter(|_| is_react_root(&document)).map(HtmlElement::unchecked_into);
    if let Some(parent) = body.or_else(|| document.document_element()) {
        parent.append_child(element)?;
    }
    Ok(())
}

/// The language of the page, as its root element says it.
pub(crate) fn page_language(document: &Document) -> String {
    document.document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default()
}

/// Whether React renders the whole document: its version 18 removes what stands beside the body.
fn is_react_root(document: &Document) -> bool {
    let keys = Object::keys(document.unchecked_ref::<Object>());
    keys.iter().filter_map(|key| key.as_string()).any(|key| key.starts_with(REACT_CONTAINER))
}
