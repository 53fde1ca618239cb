//! One Postil at work in one document: what it read, what it painted, which card is open.
//!
//! Takes a document, options and packs; paints, opens cards, and undoes it all when it is dropped. Example: `Session::open`
//! marks the article; the last `Rc` gone, the document is as before.
//!
//! Invariant: listeners and timers hold the session weakly, so nothing but its owner keeps it alive.

use crate::{
    card_view::{Anchor, CardAction, CardView},
    cursor::Cursor,
    error::{ErrorKind, PageError},
    events::{self, emit},
    host::Host,
    keyboard::Keyboard,
    list::{ListAction, ListEntry, NoteKind, NotesList},
    marks::{Mark, MarkKind, Painter},
    metadata::metadata,
    nearness::Nearness,
    observe::Observer,
    options::Options,
    pointer::Pointer,
    reading::{Engine, Reading, Text},
    walk::Tools,
};
use postil::{Card, EntityRef, Knowledge};
use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, HtmlElement, Node, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, Window,
};

/// By which way a card was opened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Way {
    /// A pointer that rests, at this place.
    Hover(f64, f64),
    /// A tap at this place.
    Tap(f64, f64),
    /// A key, the list or a script.
    Step,
}

/// Which card is open.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Open {
    /// The annotations that it shows, innermost first.
    pub(crate) annotations: Vec<usize>,
    pub(crate) way: Way,
}

/// One Postil at work.
pub(crate) struct Session {
    pub(crate) document: Document,
    pub(crate) window: Window,
    pub(crate) options: Options,
    tools: Tools,
    knowledge: Knowledge,
    engine: Engine,
    reading: RefCell<Option<Reading>>,
    painter: RefCell<Painter>,
    open: RefCell<Option<Open>>,
    /// Where the focus was before a key opened a card.
    came_from: RefCell<Option<HtmlElement>>,
    /// The annotation that keys step on from.
    at: Cell<Option<usize>>,
    pub(crate) cursor: Cursor,
    view: RefCell<Option<View>>,
    ways_in: RefCell<Option<(Pointer, Keyboard, Observer)>>,
    nearness: RefCell<Option<Nearness>>,
}

/// What readers see besides the marks. Fields are dropped in order: the host last.
struct View {
    card: CardView,
    list: NotesList,
    host: Host,
}

/// More ranges than this are painted near the viewport only: WebKit takes seconds for 10,000.
const MANY_RANGES: usize = 1000;

impl Session {
    /// Finds the article, marks it, and waits for readers.
    ///
    /// # Errors
    /// When there is nothing to mark, no way to mark it, or another Postil at work.
    pub(crate) fn open(
        document: Document,
        options: Options,
        tools: Tools,
        knowledge: Knowledge,
        engine: Engine,
    ) -> Result<Rc<Session>, PageError> {
        let window =
            document.default_view().ok_or_else(|| PageError::new(ErrorKind::Page, "the document has no window"))?;
        let painter = RefCell::new(Painter::new(&document, &tools)?);
        let session = Rc::new(Session {
            window,
            tools,
            knowledge,
            engine,
            painter,
            options,
            reading: RefCell::default(),
            open: RefCell::default(),
            came_from: RefCell::default(),
            at: Cell::default(),
            cursor: Cursor::default(),
            view: RefCell::default(),
            ways_in: RefCell::default(),
            nearness: RefCell::default(),
            document,
        });
        let (data, warnings) = metadata(&session.document);
        warnings.iter().for_each(|warning| events::warn(&session.document, warning));
        let text = Text::read(&session.document, session.options.root.as_ref(), &session.tools, &data)?;
        session.view.replace(Some(session.view()?));
        session.take(text)?;
        session.ways_in.replace(Some((Pointer::new(&session), Keyboard::new(&session), Observer::new(&session)?)));
        emit(&session.document, "postil:ready", &events::ready(session.count()));
        Ok(session)
    }

    fn view(self: &Rc<Self>) -> Result<View, PageError> {
        let host = Host::new(&self.document)?;
        let weak = Rc::downgrade(self);
        let card = CardView::new(&host, Rc::new(move |action| on_card(&weak, action)))?;
        let weak = Rc::downgrade(self);
        let list = NotesList::new(&host, Rc::new(move |action| on_list(&weak, action)))?;
        Ok(View { card, list, host })
    }

    /// Puts a new reading in the place of the last one.
    fn take(self: &Rc<Self>, text: Text) -> Result<(), PageError> {
        if let Some(warning) = &text.warning {
            events::warn(&self.document, warning);
        }
        self.close();
        self.cursor.clear();
        self.at.set(None);
        let reading = text.annotate(&self.knowledge, self.engine);
        self.reading.replace(Some(reading));
        self.list_notes()?;
        let near =
            self.with_reading(|reading| (reading.marks.ranges() > MANY_RANGES).then(|| Nearness::new(self, reading)));
        self.nearness.replace(near.flatten());
        if self.nearness.borrow().is_none() {
            self.paint(None)?;
        }
        self.activate(None)
    }

    /// Paints all marks, or those of the containers near the viewport.
    pub(crate) fn paint(&self, near: Option<&[bool]>) -> Result<(), PageError> {
        self.with_reading(|reading| self.painter.borrow_mut().paint(&reading.marks, &reading.text.walked, near))
            .unwrap_or(Ok(()))
    }

    fn list_notes(&self) -> Result<(), PageError> {
        let all = |reading: &Reading| (0..reading.marks.len()).filter_map(|at| entry(reading, at)).collect::<Vec<_>>();
        match (&*self.view.borrow(), self.with_reading(all)) {
            (Some(view), Some(entries)) => view.list.set_notes(entries),
            _ => Ok(()),
        }
    }

    /// Does something with what was read, unless nothing was.
    pub(crate) fn with_reading<T>(&self, act: impl FnOnce(&Reading) -> T) -> Option<T> {
        self.reading.borrow().as_ref().map(act)
    }

    /// How many annotations there are.
    pub(crate) fn count(&self) -> usize {
        self.with_reading(|reading| reading.marks.len()).unwrap_or(0)
    }

    /// The annotations under a point, innermost first.
    pub(crate) fn hit(&self, target: &Node, x: f64, y: f64) -> Vec<usize> {
        self.with_reading(|reading| reading.hit(target, x, y)).unwrap_or_default()
    }

    /// The card of an annotation.
    pub(crate) fn card(&self, annotation: usize) -> Option<Card> {
        let fill = |reading: &Reading| {
            (self.engine.card)(annotation, &reading.text.snapshot.article, &reading.notes, &self.knowledge)
        };
        self.with_reading(fill)?
    }

    /// Which annotations' card is open, and by which way.
    pub(crate) fn opened(&self) -> Option<Open> {
        self.open.borrow().clone()
    }

    /// Whether a point lies over the open card.
    pub(crate) fn is_over_card(&self, x: f64, y: f64) -> bool {
        self.view.borrow().as_ref().is_some_and(|view| view.card.is_open() && view.card.contains(x, y))
    }

    /// Opens the card of some annotations, the innermost first. Those without a card are left out.
    pub(crate) fn show(&self, annotations: &[usize], way: Way) -> Result<bool, PageError> {
        let cards: Vec<(usize, Card)> = annotations.iter().filter_map(|at| Some((*at, self.card(*at)?))).collect();
        let Some(first) = cards.first().map(|(at, _)| *at) else { return Ok(false) };
        let anchor = self.anchor(first, way);
        if let Some(view) = &*self.view.borrow() {
            view.card.show(&cards, &anchor)?;
        }
        self.activate(Some(first))?;
        self.at.set(Some(first));
        self.open.replace(Some(Open { annotations: annotations.to_vec(), way }));
        emit(&self.document, "postil:open", &events::open(first));
        Ok(true)
    }

    fn anchor(&self, annotation: usize, way: Way) -> Anchor {
        let rects = self.with_reading(|reading| reading.rects(annotation)).unwrap_or_default();
        match way {
            Way::Hover(x, y) => Anchor { rects, pointer: Some((x, y)), touch: false },
            Way::Tap(x, y) => Anchor { rects, pointer: Some((x, y)), touch: true },
            Way::Step => Anchor { rects, pointer: None, touch: false },
        }
    }

    fn activate(&self, annotation: Option<usize>) -> Result<(), PageError> {
        let paint = |reading: &Reading| {
            let mark: Option<&Mark> = annotation.and_then(|at| reading.marks.get(at));
            self.painter.borrow().activate(mark, &reading.text.walked)
        };
        self.with_reading(paint).unwrap_or(Ok(()))
    }

    /// Closes the card; says whether one was open.
    pub(crate) fn close(&self) -> bool {
        let Some(open) = self.open.take() else { return false };
        if let Some(view) = &*self.view.borrow() {
            view.card.hide();
        }
        if let Err(error) = self.activate(None) {
            events::warn(&self.document, &error);
        }
        emit(&self.document, "postil:close", &events::open(open.annotations[0]));
        true
    }

    /// Closes the card and puts the focus back where it was before a key opened it.
    pub(crate) fn close_and_return(&self) -> bool {
        let closed = self.close();
        if let Some(element) = self.came_from.take().filter(|element| closed && element.is_connected()) {
            // An element that cannot take the focus any more leaves it where it is.
            let _ = element.focus();
        }
        closed
    }

    /// Goes to an annotation: scrolls it into view, opens its card, moves the focus into the card.
    pub(crate) fn go_to(&self, annotation: usize) -> Result<bool, PageError> {
        let element = self.with_reading(|reading| reading.element(annotation)).flatten();
        if let Some(element) = element.filter(|_| !self.is_in_view(annotation)) {
            scroll_to(&element);
        }
        if self.came_from.borrow().is_none() {
            let focused = self.document.active_element().and_then(|element| element.dyn_into().ok());
            self.came_from.replace(focused);
        }
        let shown = self.show(&[annotation], Way::Step)?;
        if let Some(view) = self.view.borrow().as_ref().filter(|_| shown) {
            view.card.focus();
        }
        Ok(shown)
    }

    /// Opens the list of notes, at the note whose card is open; closes it if it is open.
    pub(crate) fn toggle_list(&self) {
        let open = self.opened().map(|open| open.annotations[0]);
        self.close();
        if let Some(view) = &*self.view.borrow() {
            match open {
                _ if view.list.is_open() => view.list.close(),
                Some(annotation) => view.list.focus_entry(annotation),
                None => view.list.open(),
            }
        }
    }

    fn is_in_view(&self, annotation: usize) -> bool {
        let height = self.window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
        let rects = self.with_reading(|reading| reading.rects(annotation)).unwrap_or_default();
        rects.first().is_some_and(|rect| rect.y >= 0.0 && rect.y + rect.height <= height)
    }

    /// Goes to the next or previous annotation that has a card; round at the ends.
    pub(crate) fn step(&self, forwards: bool) -> Result<(), PageError> {
        let count = self.count();
        let from = self.at.get();
        for distance in 1..=count {
            let next = match (from, forwards) {
                (None, true) => distance - 1,
                (None, false) => count - distance,
                (Some(at), true) => (at + distance) % count,
                (Some(at), false) => (at + count - distance) % count,
            };
            if self.go_to(next)? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Moves an open card to where its mark has gone, or closes it if that is out of sight.
    pub(crate) fn follow(&self) {
        let Some(open) = self.opened() else { return };
        let shown = match open.way {
            Way::Step if self.is_in_view(open.annotations[0]) => self.show_again(&open),
            Way::Tap(..) => Ok(()),
            _ => {
                self.close();
                Ok(())
            }
        };
        if let Err(error) = shown {
            events::warn(&self.document, &error);
        }
    }

    fn show_again(&self, open: &Open) -> Result<(), PageError> {
        let cards: Vec<(usize, Card)> = open.annotations.iter().filter_map(|at| Some((*at, self.card(*at)?))).collect();
        match (&*self.view.borrow(), cards.first()) {
            (Some(view), Some((first, _))) => view.card.show(&cards, &self.anchor(*first, open.way)),
            _ => Ok(()),
        }
    }

    /// Takes dead marks off the page at once.
    pub(crate) fn prune(&self) {
        self.painter.borrow().prune();
    }

    /// Reads the page again; if its article changed, the notes follow. Without an article there are no notes.
    pub(crate) fn read_again(self: &Rc<Self>) {
        let (data, _) = metadata(&self.document);
        let read = Text::read(&self.document, self.options.root.as_ref(), &self.tools, &data);
        match read {
            Ok(text) if self.is_stale(&text) => {
                self.report(self.take(text));
                emit(&self.document, "postil:ready", &events::ready(self.count()));
            }
            Ok(_) => {}
            Err(error) => self.forget(&error),
        }
    }

    /// Whether a fresh look at the page shows other text, or the same text elsewhere, or our marks are gone.
    fn is_stale(&self, text: &Text) -> bool {
        self.painter.borrow().is_cleared() || !self.with_reading(|reading| reading.text.is_same(text)).unwrap_or(false)
    }

    /// The article is gone: so are its marks, and that is said once.
    fn forget(&self, error: &PageError) {
        self.close();
        self.nearness.take();
        if self.reading.take().is_some() {
            self.painter.borrow().clear();
            events::warn(&self.document, error);
        }
    }

    /// Whether a change of this node may concern the article.
    pub(crate) fn concerns(&self, node: &Node) -> bool {
        let inside = |reading: &Reading| {
            reading.text.root.as_ref().is_none_or(|root| !root.is_connected() || root.contains(Some(node)))
        };
        self.painter.borrow().is_cleared() || self.with_reading(inside).unwrap_or(true)
    }

    /// The identifier of a record in the packs.
    pub(crate) fn id_of(&self, entity: EntityRef) -> Option<&str> {
        self.knowledge.entity(entity).map(|record| record.id)
    }

    /// Whether a node is ours rather than the page's.
    pub(crate) fn is_own(&self, node: &Node) -> bool {
        self.view.borrow().as_ref().is_some_and(|view| {
            let shadow: &Node = view.host.shadow();
            let element: &Node = view.host.element();
            shadow.contains(Some(node)) || element.contains(Some(node))
        })
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.close();
    }
}

fn entry(reading: &Reading, annotation: usize) -> Option<ListEntry> {
    let spans = &reading.notes.annotations.get(annotation)?.spans;
    let words: Vec<&str> = spans.iter().map(|span| span.of(reading.text.snapshot.article.text())).collect();
    Some(ListEntry { annotation, kind: note_kind(reading.marks.get(annotation)?.kind), text: words.join(" … ") })
}

fn note_kind(mark: MarkKind) -> NoteKind {
    match mark {
        MarkKind::Quotation => NoteKind::Quotation,
        MarkKind::Term => NoteKind::Term,
        MarkKind::Claim => NoteKind::Claim,
        MarkKind::Entity => NoteKind::Name,
    }
}

fn scroll_to(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn on_card(session: &Weak<Session>, action: CardAction) {
    let Some(session) = session.upgrade() else { return };
    match action {
        CardAction::Close => drop(session.close_and_return()),
        CardAction::GoTo(annotation) => session.report(session.go_to(annotation).map(drop)),
        CardAction::PointerInside(inside) => {
            if let Some((pointer, ..)) = &*session.ways_in.borrow() {
                pointer.over_card(inside);
            }
        }
    }
}

fn on_list(session: &Weak<Session>, action: ListAction) {
    let Some(session) = session.upgrade() else { return };
    match action {
        ListAction::Choose(annotation) => session.report(session.go_to(annotation).map(drop)),
        ListAction::Closed => drop(session.close()),
    }
}

impl Session {
    /// Says what failed, where there is nobody to hand it to.
    pub(crate) fn report(&self, result: Result<(), PageError>) {
        if let Err(error) = result {
            events::warn(&self.document, &error);
        }
    }
}
