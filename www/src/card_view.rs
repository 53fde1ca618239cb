//! STAND-IN for helper v's module of this name: a popover that names the card's kind.

use crate::{error::PageError, host::Host, place::Rect};
use postil::Card;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Where a card belongs.
pub(crate) struct Anchor {
    pub(crate) rects: Vec<Rect>,
    pub(crate) pointer: Option<(f64, f64)>,
    pub(crate) touch: bool,
}

/// What a card asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CardAction {
    Close,
    GoTo(usize),
    PointerInside(bool),
}

/// The card on the screen.
pub(crate) struct CardView {
    element: HtmlElement,
    open: Cell<bool>,
    _act: Rc<dyn Fn(CardAction)>,
}

impl CardView {
    pub(crate) fn new(host: &Host, act: Rc<dyn Fn(CardAction)>) -> Result<CardView, PageError> {
        let document = host.element().owner_document().ok_or_else(|| wasm_bindgen::JsValue::from("no document"))?;
        let element: HtmlElement = document.create_element("div")?.unchecked_into();
        element.set_attribute("popover", "manual")?;
        element.set_attribute("role", "dialog")?;
        element.set_tab_index(-1);
        host.shadow().append_child(&element)?;
        Ok(CardView { element, open: Cell::new(false), _act: act })
    }

    pub(crate) fn show(&self, cards: &[(usize, Card)], anchor: &Anchor) -> Result<(), PageError> {
        let kinds: Vec<String> = cards.iter().map(|(index, card)| format!("{index}: {card:?}")).collect();
        self.element.set_text_content(Some(&kinds.join("\n")));
        let style = self.element.style();
        let at = anchor.rects.first().filter(|_| !anchor.touch);
        let (x, y) = at.map_or((0.0, 0.0), |rect| (anchor.pointer.map_or(rect.x, |p| p.0), rect.y + rect.height + 8.0));
        style.set_property("margin", "0")?;
        style.set_property("left", &format!("{x}px"))?;
        style.set_property("top", &format!("{y}px"))?;
        self.element.show_popover()?;
        self.open.set(true);
        Ok(())
    }

    pub(crate) fn hide(&self) {
        if self.open.replace(false) {
            let _ = self.element.hide_popover();
        }
    }

    pub(crate) fn is_open(&self) -> bool {
        self.open.get()
    }

    pub(crate) fn focus(&self) {
        let _ = self.element.focus();
    }

    pub(crate) fn contains(&self, x: f64, y: f64) -> bool {
        let rect = self.element.get_bounding_client_rect();
        self.open.get() && rect.left() <= x && x <= rect.right() && rect.top() <= y && y <= rect.bottom()
    }
}
