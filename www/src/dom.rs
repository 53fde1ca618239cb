//! Elements built node by node.
//!
//! Takes text, gives nodes. Example: `child(&card, "p", "line")?.set_text_content(Some("<b>"))` shows the three characters
//! of a tag and makes none.
//!
//! Invariant: text becomes text nodes only; no markup is ever parsed here.

use crate::error::PageError;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, FocusOptions, HtmlElement, Node, ShadowRoot, Url};

#[wasm_bindgen]
extern "C" {
    /// The one document that a widget draws in, asked for once: a card has a hundred elements.
    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;
}

/// A new element of the class `class`, appended to `parent`.
pub(crate) fn child(parent: &Element, tag: &str, class: &str) -> Result<Element, PageError> {
    let element = DOCUMENT.with(|document| document.create_element(tag))?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    parent.append_child(&element)?;
    Ok(element)
}

/// The same, holding words of the user interface.
pub(crate) fn label(parent: &Element, tag: &str, class: &str, text: &str) -> Result<Element, PageError> {
    let element = child(parent, tag, class)?;
    element.set_text_content(Some(text));
    Ok(element)
}

/// The same, holding words from an article or a pack, whose direction is their own.
pub(crate) fn text(parent: &Element, tag: &str, class: &str, text: &str) -> Result<Element, PageError> {
    let element = label(parent, tag, class, text)?;
    element.set_attribute("dir", "auto")?;
    Ok(element)
}

/// A push button with words of the user interface.
pub(crate) fn button(parent: &Element, class: &str, text: &str) -> Result<Element, PageError> {
    let element = label(parent, "button", class, text)?;
    element.set_attribute("type", "button")?;
    Ok(element)
}

/// The cross that closes a card or a list.
pub(crate) fn cross(parent: &Element, name: &str) -> Result<Element, PageError> {
    let close = button(parent, "close", "")?;
    close.set_attribute("part", "close")?;
    close.set_attribute("aria-label", name)?;
    child(&close, "span", "cross")?.set_attribute("aria-hidden", "true")?;
    Ok(close)
}

/// A link to `url`; plain text where it is no address of the web.
pub(crate) fn link(parent: &Element, class: &str, words: &str, url: Option<&str>) -> Result<Element, PageError> {
    let Some(href) = url.and_then(web_address) else { return text(parent, "span", class, words) };
    let element = text(parent, "a", class, words)?;
    element.set_attribute("href", &href)?;
    element.set_attribute("rel", "noopener noreferrer nofollow")?;
    element.set_attribute("target", "_blank")?;
    Ok(element)
}

/// `url` where it is an absolute http or https address.
pub(crate) fn web_address(url: &str) -> Option<String> {
    web_url(url).map(|url| url.href())
}

/// The host of such an address, as readers know it.
pub(crate) fn web_host(url: &str) -> Option<String> {
    let host = web_url(url)?.host();
    Some(host.strip_prefix("www.").map_or_else(|| host.clone(), str::to_owned))
}

fn web_url(url: &str) -> Option<Url> {
    Url::new(url).ok().filter(|url| matches!(url.protocol().as_str(), "http:" | "https:"))
}

/// The document that an element belongs to.
pub(crate) fn document_of(element: &Element) -> Result<Document, PageError> {
    element.owner_document().ok_or_else(|| JsValue::from_str("an element without a document").into())
}

/// Whether a node lies in an element, or in a shadow root in it.
pub(crate) fn holds(element: &Element, node: &Node) -> bool {
    let mut at = node.clone();
    loop {
        if element.contains(Some(&at)) {
            return true;
        }
        match at.get_root_node().dyn_into::<ShadowRoot>() {
            Ok(shadow) => at = shadow.host().into(),
            Err(_) => return false,
        }
    }
}

/// Gives the focus to an element without scrolling the page.
pub(crate) fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that the page has removed takes no focus; then the browser keeps it where it is.
    let _ = element.focus_with_options(&options);
}

/// What has the focus, in our shadow root or in the page.
pub(crate) fn focused(shadow: &ShadowRoot) -> Option<HtmlElement> {
    let inside = shadow.active_element();
    inside.or_else(|| shadow.owner_document()?.active_element())?.dyn_into().ok()
}

/// Whether the focus is in `part` of our shadow root.
pub(crate) fn has_focus(shadow: &ShadowRoot, part: &Element) -> bool {
    shadow.active_element().is_some_and(|active| part.contains(Some(&active)))
}
