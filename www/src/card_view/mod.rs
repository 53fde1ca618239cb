//! The card that a reader sees.
//!
//! Takes [`postil::Card`]s and where their mark stands; shows the innermost in the top layer, the others one step away. It is drawn
//! ahead, while the pointer rests, so that little is left to do when it opens.
//! Example: on “third country to recognise” it draws an ordered list, on “on Wednesday” a line of the calendar.
//!
//! Invariant: whatever a card says reaches the screen as text; showing it forces one layout.

mod arithmetic;
mod claim;
mod conversion;
mod date;
mod entity;
mod frame;
mod line;
mod nest;
mod ordinal;
mod paper;
mod pen;
mod picture;
mod quotation;
mod review;
mod sources;
mod swipe;
mod term;
mod why;

use crate::{
    dom::{self, document_of},
    error::PageError,
    events,
    host::{self, Host},
    language::Language,
    listen::Listener,
    place::{self, Rect, Side, Size},
};
use frame::Frame;
pub(crate) use line::line;
pub(crate) use paper::paper;
use pen::Pen;
use postil::Card;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Where a card's mark stands, in client coordinates, and how it was reached.
#[derive(Clone, Debug, Default)]
pub(crate) struct Anchor {
    /// The boxes of the marked words, one a line.
    pub(crate) rects: Vec<Rect>,
    /// The pointer, where there is one.
    pub(crate) pointer: Option<(f64, f64)>,
    /// Reached by touch: the card becomes a sheet.
    pub(crate) touch: bool,
    /// The reader keeps the card, wherever its mark goes.
    pub(crate) pinned: bool,
}

/// What a reader does in a card. The view reports it and does nothing by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CardAction {
    /// The close button or Escape.
    Close,
    /// To another annotation.
    GoTo(usize),
    /// Keeps the card open, or lets it go.
    TurnPin,
    /// Says that the note of an annotation is wrong.
    Reject(usize),
    /// The pointer came in, or left.
    PointerInside(bool),
}

/// The card, open or closed.
pub(crate) struct CardView {
    shared: Rc<Shared>,
    _listeners: Vec<Listener>,
}

struct Shared {
    host: HtmlElement,
    frame: Frame,
    language: Rc<Language>,
    act: Rc<dyn Fn(CardAction)>,
    /// What is drawn, or nothing.
    cards: RefCell<Vec<(usize, Card)>>,
    /// Which of them is drawn.
    drawn: Cell<usize>,
    anchor: RefCell<Anchor>,
    /// Its mark has gone on without it.
    loose: Cell<bool>,
    /// Where it stands; none while it is closed.
    area: Cell<Option<Rect>>,
    /// Where a finger came down on the sheet.
    finger: Cell<Option<f64>>,
    /// What had the focus before the card took it.
    before: RefCell<Option<HtmlElement>>,
}

impl CardView {
    /// A closed card in `host`, which tells `act` what readers do in it.
    pub(crate) fn new(host: &Host, act: Rc<dyn Fn(CardAction)>) -> Result<CardView, PageError> {
        let shared = Rc::new(Shared {
            host: host.element().clone(),
            frame: Frame::new(host.shadow(), &host.language().strings)?,
            language: host.language().clone(),
            act,
            cards: RefCell::default(),
            drawn: Cell::default(),
            anchor: RefCell::default(),
            loose: Cell::default(),
            area: Cell::default(),
            finger: Cell::default(),
            before: RefCell::default(),
        });
        let listeners = shared.listen();
        Ok(CardView { shared, _listeners: listeners })
    }

    /// Draws what is soon to be shown, unless a card is open.
    pub(crate) fn prepare(&self, cards: Vec<(usize, Card)>) -> Result<(), PageError> {
        if self.is_open() { Ok(()) } else { self.shared.prepare(cards) }
    }

    /// Shows `cards`, each with its annotation, the innermost first, at `anchor`. The cards that it shows already are only
    /// moved, for a page that scrolled. No cards: closes.
    pub(crate) fn show(&self, cards: Vec<(usize, Card)>, anchor: &Anchor) -> Result<(), PageError> {
        if cards.is_empty() {
            self.hide();
            return Ok(());
        }
        self.shared.anchor.replace(anchor.clone());
        self.shared.loose.set(false);
        self.shared.frame.set_pin(anchor.pinned);
        if self.is_open() && *self.shared.cards.borrow() == cards {
            return self.shared.place(false);
        }
        self.shared.frame.relate(None);
        self.shared.with_focus_kept(|shared| {
            shared.prepare(cards)?;
            shared.place(true)
        })
    }

    /// Whether the reader keeps the card: its pin shows it.
    pub(crate) fn set_pin(&self, pinned: bool) {
        self.shared.frame.set_pin(pinned);
    }

    /// Draws the open card anew where it is, of cards that now say more.
    pub(crate) fn refill(&self, cards: Vec<(usize, Card)>) -> Result<(), PageError> {
        if !self.is_open() || cards.is_empty() || *self.shared.cards.borrow() == cards {
            return Ok(());
        }
        self.shared.cards.replace(cards);
        self.shared.turn_to(self.shared.drawn.get())
    }

    /// Leaves the card where it is while its mark goes on, until it is shown again.
    pub(crate) fn loosen(&self) -> Result<(), PageError> {
        self.shared.loose.set(true);
        self.shared.frame.loosen()
    }

    /// Closes the card and gives the focus back, if the card had it.
    pub(crate) fn hide(&self) {
        self.shared.hide();
    }

    pub(crate) fn is_open(&self) -> bool {
        self.area().is_some()
    }

    /// Moves the focus into the card, from where screen readers can go on to the element that it is about.
    pub(crate) fn focus(&self, about: Option<&Element>) {
        self.shared.frame.relate(about);
        self.shared.focus();
    }

    /// Where the open card stands, with the strip between it and its mark.
    pub(crate) fn area(&self) -> Option<Rect> {
        self.shared.area.get().filter(|_| self.shared.host.is_connected())
    }
}

impl Drop for CardView {
    fn drop(&mut self) {
        self.shared.frame.popover.remove();
    }
}

impl Shared {
    fn listen(self: &Rc<Self>) -> Vec<Listener> {
        let on = |event, run: fn(&Shared, &Event)| {
            let shared = Rc::downgrade(self);
            Listener::own(&self.frame.popover, event, move |event| {
                if let Some(shared) = shared.upgrade() {
                    run(&shared, &event);
                }
            })
        };
        let shared = Rc::downgrade(self);
        // Of what unfolds in the card no event rises; it is heard on its way down.
        let unfolded = Listener::passive(&self.frame.content, "toggle", move |_| {
            shared.upgrade().iter().for_each(|shared| shared.report(shared.place(false)));
        });
        let shared = Rc::downgrade(self);
        let failed = Listener::passive(&self.frame.content, "error", move |event| {
            shared.upgrade().iter().for_each(|shared| shared.report(shared.picture_failed(&event)));
        });
        vec![
            unfolded,
            failed,
            on("click", Shared::click),
            on("keydown", Shared::key),
            on("touchstart", Shared::touch),
            on("touchend", Shared::lift),
            on("pointerenter", |shared, _| (shared.act)(CardAction::PointerInside(true))),
            on("pointerleave", |shared, _| (shared.act)(CardAction::PointerInside(false))),
        ]
    }

    fn click(&self, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|target| target.closest("button").ok().flatten()) else { return };
        let index = |name| button.get_attribute(name).and_then(|value| value.parse().ok());
        if let Some(annotation) = index(frame::GO_TO) {
            (self.act)(CardAction::GoTo(annotation));
        } else if let Some(card) = index(frame::STEP) {
            self.report(self.turn_to(card));
        } else if let Some(annotation) = index(frame::REJECT) {
            (self.act)(CardAction::Reject(annotation));
        } else if button.has_attribute(frame::PIN) {
            (self.act)(CardAction::TurnPin);
        } else if button.has_attribute(frame::CLOSE) {
            (self.act)(CardAction::Close);
        }
    }

    fn report(&self, result: Result<(), PageError>) {
        events::warn_of(&self.host, result);
    }

    fn key(&self, event: &Event) {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            event.stop_propagation();
            (self.act)(CardAction::Close);
        }
    }

    /// Draws the innermost of some cards, unless it is drawn.
    fn prepare(&self, cards: Vec<(usize, Card)>) -> Result<(), PageError> {
        if *self.cards.borrow() == cards {
            return Ok(());
        }
        self.cards.replace(cards);
        self.draw(0)
    }

    /// Shows another card of the nest.
    fn turn_to(&self, index: usize) -> Result<(), PageError> {
        self.with_focus_kept(|shared| {
            shared.draw(index)?;
            shared.place(true)
        })
    }

    /// The focus stays in the card, if it was there.
    fn with_focus_kept(&self, act: impl FnOnce(&Shared) -> Result<(), PageError>) -> Result<(), PageError> {
        let focused = self.frame.has_focus();
        act(self)?;
        if focused {
            dom::focus(&self.frame.popover);
        }
        Ok(())
    }

    fn draw(&self, index: usize) -> Result<(), PageError> {
        self.drawn.set(index);
        let document = document_of(&self.host)?;
        let pen = Pen::new(&document, &self.language);
        self.frame.fill(|content| pen.card(content, &self.cards.borrow(), index))
    }

    fn picture_failed(&self, event: &Event) -> Result<(), PageError> {
        Pen::new(&document_of(&self.host)?, &self.language).picture_failed(event)
    }

    /// Reads the layout once, then writes. What is new is scrolled to its beginning in between: any later it would ask for a
    /// second layout.
    fn place(&self, new: bool) -> Result<(), PageError> {
        let anchor = self.anchor.borrow();
        host::attach(&self.host)?;
        self.frame.open(anchor.touch)?;
        let (size, window) = self.frame.measure()?;
        if new {
            self.frame.content.set_scroll_top(0);
        }
        let rect = place::nearest(&anchor.rects, anchor.pointer).unwrap_or(middle(window));
        let area = if anchor.touch {
            self.frame.dock(&place::dock(rect, size.height, window.height), window)?
        } else {
            let placed = place::place(rect, anchor.pointer, size, window);
            self.frame.put(&placed)?;
            if self.loose.get() {
                self.frame.loosen()?;
            }
            with_bridge(placed.card, placed.side)
        };
        self.area.set(Some(area));
        Ok(())
    }

    fn hide(&self) {
        if self.area.take().is_none() {
            return;
        }
        let focused = self.frame.has_focus();
        self.frame.close();
        // Drawn anew the next time: what the reader unfolded is folded again, and a picture that failed has another try.
        self.cards.take();
        if let Some(before) = self.before.take().filter(|_| focused) {
            dom::focus(&before);
        }
    }

    fn focus(&self) {
        if self.area.get().is_none() || self.frame.has_focus() {
            return;
        }
        self.before.replace(self.frame.focused());
        dom::focus(&self.frame.popover);
    }
}

/// The card with the strip that lies between it and its mark.
fn with_bridge(card: Rect, side: Side) -> Rect {
    let rise = if side == Side::Below { place::GAP } else { 0.0 };
    let gap = if side == Side::Over { 0.0 } else { place::GAP };
    Rect { y: card.y - rise, height: card.height + gap, ..card }
}

/// Where a card without a mark goes.
fn middle(window: Size) -> Rect {
    Rect { x: window.width / 2.0, y: window.height / 3.0, width: 0.0, height: 0.0 }
}

#[cfg(all(test, target_arch = "wasm32"))]
#[path = "../../tests/view/card.rs"]
mod tests;
