//! The card's fixed parts: a popover with arrow, close button and the scrolling content.
//!
//! Takes a shadow root, gives a [`Frame`] that opens, measures and places itself. Example: `frame.open(true)` opens it as
//! a sheet.
//!
//! Invariant: the layout is read in [`Frame::measure`] only.

use crate::{
    dom::{self, button, child, document_of},
    error::PageError,
    place::{Docking, Placement, Rect, Side, Size},
    strings::Strings,
};
use js_sys::{Array, Reflect};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ShadowRoot, Window};

/// On a button: the annotation that it leads to.
pub(super) const GO_TO: &str = "data-annotation";
/// On a button: the card of the nest that it turns to.
pub(super) const STEP: &str = "data-card";
/// On a button: the annotation whose note it says is wrong.
pub(super) const REJECT: &str = "data-reject";
/// On a button: keeps the card open.
pub(super) const PIN: &str = "data-pin";
/// On an item of a list: its number in the reader's digits, for the style to show.
pub(super) const NUMBER: &str = "data-number";
/// On a button: closes the card.
pub(super) const CLOSE: &str = "data-close";
/// The element that names the dialog.
pub(super) const TITLE: &str = "postil-title";

pub(super) struct Frame {
    pub(super) popover: HtmlElement,
    pub(super) content: Element,
    arrow: HtmlElement,
    pin: Element,
    /// What the attributes say, so that no card waits for them to be asked or said again.
    sheet: Cell<bool>,
    pinned: Cell<bool>,
    related: Cell<bool>,
    shadow: ShadowRoot,
}

impl Frame {
    pub(super) fn new(shadow: &ShadowRoot, strings: &Strings) -> Result<Frame, PageError> {
        let document = document_of(&shadow.host())?;
        let popover: HtmlElement = document.create_element("div")?.unchecked_into();
        popover.set_class_name("card");
        let attributes = [
            ("popover", "manual"),
            ("part", "card"),
            ("role", "dialog"),
            ("tabindex", "-1"),
            ("aria-labelledby", TITLE),
        ];
        for (name, value) in attributes {
            popover.set_attribute(name, value)?;
        }
        let arrow = child(&popover, "div", "arrow")?.unchecked_into();
        let content = child(&popover, "div", "content")?;
        content.set_attribute("part", "content")?;
        let pin = button(&popover, "pin", "")?;
        for (name, value) in [(PIN, ""), ("part", "pin"), ("aria-label", &*strings.pin), ("aria-pressed", "false")] {
            pin.set_attribute(name, value)?;
        }
        dom::cross(&popover, &strings.close)?.set_attribute(CLOSE, "")?;
        shadow.append_child(&popover)?;
        Ok(Frame {
            popover,
            content,
            arrow,
            pin,
            sheet: Cell::default(),
            pinned: Cell::default(),
            related: Cell::default(),
            shadow: shadow.clone(),
        })
    }

    /// Fills the content anew, outside the document: there the browser has nothing to bring up to date at each of its nodes.
    pub(super) fn fill(&self, draw: impl FnOnce(&Element) -> Result<(), PageError>) -> Result<(), PageError> {
        self.content.remove();
        self.content.replace_children_with_node_0();
        let drawn = draw(&self.content);
        self.popover.insert_before(&self.content, Some(&self.pin))?;
        drawn
    }

    pub(super) fn set_pin(&self, pinned: bool) {
        if self.pinned.replace(pinned) != pinned {
            // Setting this attribute of a button of ours cannot fail.
            let _ = self.pin.set_attribute("aria-pressed", if pinned { "true" } else { "false" });
        }
    }

    /// Names the element of the page that the card is about. A relation between elements: the page has no id to refer to, and
    /// gets none.
    pub(super) fn relate(&self, to: Option<&Element>) {
        if !self.related.replace(to.is_some()) && to.is_none() {
            return;
        }
        let related = to.map_or(JsValue::NULL, |to| Array::of1(to).into());
        // A browser without this property keeps a plain value that nobody reads.
        let _ = Reflect::set(&self.popover, &"ariaDetailsElements".into(), &related);
    }

    /// The card no longer points at its mark.
    pub(super) fn loosen(&self) -> Result<(), PageError> {
        Ok(self.popover.set_attribute("data-side", "over")?)
    }

    /// Lets the card take its own size again.
    fn release(&self) {
        self.popover.style().set_css_text("");
    }

    /// Opens the popover in its own size, as a card or as a sheet.
    pub(super) fn open(&self, sheet: bool) -> Result<(), PageError> {
        self.release();
        if self.sheet.replace(sheet) != sheet {
            let names = if sheet { "card sheet" } else { "card" };
            self.popover.set_class_name(names);
            self.popover.set_attribute("part", names)?;
        }
        if !self.popover.matches(":popover-open")? {
            self.popover.show_popover()?;
        }
        Ok(())
    }

    pub(super) fn close(&self) {
        // Fails only where the popover is closed already: a page removed the host.
        let _ = self.popover.hide_popover();
    }

    /// The size of the card as it is, and of the window: the one layout.
    pub(super) fn measure(&self) -> Result<(Size, Size), PageError> {
        let rect = self.popover.get_bounding_client_rect();
        let root = document_of(&self.popover)?.document_element();
        let width = root.map_or(0.0, |root| f64::from(root.client_width()));
        let height = window_of(&self.popover)?.inner_height()?.as_f64().unwrap_or_default();
        Ok((Size { width: rect.width(), height: rect.height() }, Size { width, height }))
    }

    /// Puts the card beside its mark.
    pub(super) fn put(&self, placed: &Placement) -> Result<(), PageError> {
        let side = match placed.side {
            Side::Below => "below",
            Side::Above => "above",
            Side::Over => "over",
        };
        self.popover.set_attribute("data-side", side)?;
        let [left, top, height] = [placed.card.x, placed.card.y, placed.card.height].map(pixels);
        self.popover.style().set_css_text(&["left:", &left, ";top:", &top, ";max-height:", &height].concat());
        self.arrow.style().set_css_text(&["left:", &pixels(placed.arrow)].concat());
        Ok(())
    }

    /// Docks the sheet, and tells where it then stands.
    pub(super) fn dock(&self, docked: &Docking, window: Size) -> Result<Rect, PageError> {
        self.popover.set_attribute("data-side", if docked.top { "top" } else { "bottom" })?;
        self.popover.style().set_css_text(&["max-height:", &pixels(docked.height)].concat());
        let y = if docked.top { 0.0 } else { window.height - docked.height };
        Ok(Rect { x: 0.0, y, width: window.width, height: docked.height })
    }

    /// Whether the sheet hangs from the window's top.
    pub(super) fn is_at_top(&self) -> bool {
        self.popover.get_attribute("data-side").as_deref() == Some("top")
    }

    /// Whether a finger that pushes the sheet out would scroll nothing: the content is at its end on that side.
    pub(super) fn is_at_edge(&self) -> bool {
        let (top, content) = (self.content.scroll_top(), &self.content);
        if self.is_at_top() { top + content.client_height() >= content.scroll_height() - 1 } else { top <= 0 }
    }

    /// Whether the focus is in the card.
    pub(super) fn has_focus(&self) -> bool {
        dom::has_focus(&self.shadow, &self.popover)
    }

    /// What has the focus.
    pub(super) fn focused(&self) -> Option<HtmlElement> {
        dom::focused(&self.shadow)
    }
}

fn window_of(element: &Element) -> Result<Window, PageError> {
    document_of(element)?.default_view().ok_or_else(|| JsValue::from_str("a document without a window").into())
}

fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i32)
}
