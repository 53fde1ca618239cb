//! STAND-IN for helper v's module of this name: one element with a shadow root at the end of `<html>`.

use crate::error::PageError;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// The one element that is added.
pub(crate) struct Host {
    element: HtmlElement,
    shadow: ShadowRoot,
}

impl Host {
    pub(crate) fn new(document: &Document) -> Result<Host, PageError> {
        let element: HtmlElement = document.create_element("postil-host")?.unchecked_into();
        let shadow = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
        if let Some(root) = document.document_element() {
            root.append_child(&element)?;
        }
        Ok(Host { element, shadow })
    }

    pub(crate) fn shadow(&self) -> &ShadowRoot {
        &self.shadow
    }

    pub(crate) fn element(&self) -> &HtmlElement {
        &self.element
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.element.remove();
    }
}
