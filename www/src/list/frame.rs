//! The list's fixed parts: the control at the window's edge, the region that it opens, and the order of its groups.
//!
//! Takes the host, gives elements in its shadow root. Example: the control says “Notes 42” when it is filled.
//!
//! Invariant: the control names the region that it opens, and the region is closed.

use super::{CLOSE, REGION, TITLE};
use crate::{
    dom::{self, document_of},
    error::PageError,
    host::Host,
    marks::MarkKind,
    strings::Strings,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The kinds in the order of the list, each with its word.
pub(super) fn kinds(strings: &Strings) -> [(MarkKind, &str); 6] {
    [
        (MarkKind::Review, &strings.group_reviews),
        (MarkKind::Claim, &strings.group_claims),
        (MarkKind::Quotation, &strings.group_quotations),
        (MarkKind::Indirect, &strings.group_indirect),
        (MarkKind::Term, &strings.group_terms),
        (MarkKind::Entity, &strings.group_names),
    ]
}

/// The button at the window's edge, without words.
pub(super) fn control(host: &Host) -> Result<HtmlElement, PageError> {
    let control: HtmlElement = document_of(host.element())?.create_element("button")?.unchecked_into();
    control.set_class_name("control");
    control.set_hidden(true);
    let attributes = [
        ("type", "button"),
        ("part", "control"),
        ("aria-expanded", "false"),
        ("aria-controls", REGION),
        ("aria-keyshortcuts", "Alt+/"),
    ];
    for (name, value) in attributes {
        control.set_attribute(name, value)?;
    }
    host.shadow().append_child(&control)?;
    Ok(control)
}

/// The closed list, without notes.
pub(super) fn region(host: &Host, strings: &Strings) -> Result<HtmlElement, PageError> {
    let region: HtmlElement = document_of(host.element())?.create_element("section")?.unchecked_into();
    region.set_class_name("notes");
    region.set_id(REGION);
    region.set_hidden(true);
    for (name, value) in [("part", "notes"), ("tabindex", "-1"), ("aria-labelledby", TITLE)] {
        region.set_attribute(name, value)?;
    }
    dom::cross(&region, &strings.close)?.set_attribute(CLOSE, "")?;
    host.shadow().append_child(&region)?;
    Ok(region)
}
