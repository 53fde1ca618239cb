//! One Postil at work in one document: what it read, what it painted, which card is open.
//!
//! Takes a document, options and packs; paints, opens cards, and undoes it all when it is dropped. Example: `Session::open`
//! marks the article; the last `Rc` gone, the document is as before.
//!
//! Invariant: listeners and timers hold the session weakly, so nothing but its owner keeps it alive.

mod choice;
mod learn;
mod print;
mod renew;
mod reviews;
mod step;
mod supply;
mod view;

pub(crate) use self::learn::renumber;
use self::{print::Printer, supply::Supply, view::View};
use crate::{
    card_view::Anchor,
    choices::Choices,
    cursor::Cursor,
    error::{ErrorKind, PageError},
    events::{self, emit},
    host,
    keyboard::Keyboard,
    language::Language,
    last_words,
    listen::Later,
    marks::{Mark, Painter},
    metadata::metadata,
    nearness::Nearness,
    observe::Observer,
    options::Options,
    place::Rect,
    pointer::Pointer,
    reading::{Engine, Reading, Text},
    walk::Tools,
};
use postil::{Card, EntityRef, Knowledge, LinkedData, linked_data};
use std::{
    cell::{Cell, OnceCell, Ref, RefCell},
    rc::{Rc, Weak},
};
use web_sys::{Document, Element, Node, Window};

/// By which way a card was opened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Way {
    /// A pointer that rests, at this place.
    Hover(f64, f64),
    /// A tap at this place.
    Tap(f64, f64),
    /// A key, the list or a script.
    Step,
    /// Kept open by the reader, wherever its mark goes.
    Pinned,
}

/// Which card is open.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Open {
    /// The annotations that it shows, innermost first.
    pub(crate) annotations: Vec<usize>,
    pub(crate) way: Way,
}

/// All that calls a session.
type WaysIn = (Pointer, Keyboard, Observer, Printer);

/// One Postil at work.
pub(crate) struct Session {
    this: Weak<Session>,
    pub(crate) document: Document,
    pub(crate) window: Window,
    pub(crate) options: Options,
    tools: Tools,
    knowledge: RefCell<Knowledge>,
    supply: Supply,
    /// Whether the loader has been asked for the model.
    model_asked: Cell<bool>,
    /// Whether the loader has been asked for the fact-checks.
    reviews_asked: Cell<bool>,
    engine: Engine,
    reading: RefCell<Option<Reading>>,
    painter: RefCell<Painter>,
    open: RefCell<Option<Open>>,
    /// The annotation that keys step on from.
    at: Cell<Option<usize>>,
    pub(crate) cursor: Cursor,
    language: OnceCell<Rc<Language>>,
    view: OnceCell<View>,
    /// Makes the view, and asks for fact-checks and model, when the first marks have been painted.
    rest_due: RefCell<Option<Later>>,
    ways_in: RefCell<Option<WaysIn>>,
    nearness: RefCell<Option<Nearness>>,
    /// What its reader has chosen.
    choices: RefCell<Choices>,
    /// Notes that the reader has said are wrong.
    rejected: RefCell<Vec<String>>,
    /// How often the page has thrown card and list out.
    returns: Cell<u8>,
    /// What its owner has heard of the page.
    told: RefCell<Vec<PageError>>,
    /// Whether a panic has ended it.
    abandoned: Cell<bool>,
}

/// Card and list are made so many milliseconds after the first marks, or when they are first asked for, and the model is asked for
/// then: nobody needs them sooner, and a page has better things to do while it opens.
const AFTER_PAINT: i32 = 200;

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
        let choices = RefCell::new(options.choices.clone().remembered(&window));
        let session = Rc::new_cyclic(|this| Session {
            this: this.clone(),
            window,
            tools,
            knowledge: RefCell::new(knowledge),
            supply: Supply::default(),
            model_asked: Cell::default(),
            reviews_asked: Cell::default(),
            engine,
            painter,
            options,
            reading: RefCell::default(),
            open: RefCell::default(),
            at: Cell::default(),
            cursor: Cursor::default(),
            language: OnceCell::new(),
            view: OnceCell::default(),
            rest_due: RefCell::default(),
            ways_in: RefCell::default(),
            nearness: RefCell::default(),
            choices,
            rejected: RefCell::default(),
            returns: Cell::default(),
            told: RefCell::default(),
            abandoned: Cell::default(),
            document,
        });
        last_words::watch(&session);
        let (data, warnings) = metadata(&session.document);
        session.warn_once(&warnings);
        let text = Text::read(&session.document, session.options.root.as_ref(), &session.tools, &data)?;
        session.take(text)?;
        let weak = Rc::downgrade(&session);
        let rest = move || weak.upgrade().iter().for_each(|session| session.make_the_rest());
        session.rest_due.replace(Later::after(&session.window, AFTER_PAINT, rest));
        let ways_in =
            (Pointer::new(&session), Keyboard::new(&session), Observer::new(&session)?, Printer::new(&session));
        session.ways_in.replace(Some(ways_in));
        emit(&session.document, "postil:ready", &events::ready(session.count()));
        Ok(session)
    }

    fn make_the_rest(&self) {
        self.report(self.view().map(drop));
        self.want_reviews();
        self.want_model();
    }

    /// Card and list.
    fn view(&self) -> Result<&View, PageError> {
        if let Some(view) = self.view.get() {
            host::attach(view.host.element())?;
            return Ok(view);
        }
        let view = View::new(&self.document, self.language(), &self.this)?;
        self.list_notes(&view)?;
        Ok(self.view.get_or_init(|| view))
    }

    /// What readers are spoken to in.
    fn language(&self) -> &Rc<Language> {
        self.language.get_or_init(|| {
            let tag = self.options.language.clone().unwrap_or_else(|| host::page_language(&self.document));
            Rc::new(Language::new(&tag, &self.options.catalogue))
        })
    }

    /// Paints all marks, or those of the containers near the viewport.
    pub(crate) fn paint(&self, near: Option<&[bool]>) -> Result<(), PageError> {
        self.with_reading(|reading| {
            self.painter.borrow_mut().paint(&reading.marks, &reading.shown, &reading.text.walked, near)
        })
        .unwrap_or(Ok(()))
    }

    /// Does something with what was read, unless nothing was, or a panic has ended it.
    pub(crate) fn with_reading<T>(&self, act: impl FnOnce(&Reading) -> T) -> Option<T> {
        self.what_was_read().map(|reading| act(&reading))
    }

    #[inline(never)]
    fn what_was_read(&self) -> Option<Ref<'_, Reading>> {
        let reading = (!self.abandoned.get()).then(|| self.reading.borrow())?;
        Ref::filter_map(reading, Option::as_ref).ok()
    }

    /// How many annotations there are.
    pub(crate) fn count(&self) -> usize {
        self.with_reading(|reading| reading.notes.annotations.len()).unwrap_or(0)
    }

    /// The annotations under a point, innermost first.
    pub(crate) fn hit(&self, target: &Node, x: f64, y: f64) -> Vec<usize> {
        self.with_reading(|reading| reading.hit(target, x, y)).unwrap_or_default()
    }

    /// The card of an annotation.
    pub(crate) fn card(&self, annotation: usize) -> Option<Card> {
        let fill = |reading: &Reading| {
            let knowledge = self.knowledge.borrow();
            let article = &reading.text.snapshot.article;
            match reading.unmarked_claim(annotation) {
                Some(claim) => Card::of_claim(claim, article, &reading.notes, &knowledge),
                None => (self.engine.card)(annotation, article, &reading.notes, &knowledge),
            }
        };
        let mut card = self.with_reading(fill)??;
        if let (Card::Entity(entity), false) = (&mut card, self.options.pictures) {
            entity.picture = None;
        }
        card.details().into_iter().for_each(|details| self.tell_details(details));
        Some(card)
    }

    /// The cards of those annotations that have one, each with its annotation.
    fn cards(&self, annotations: &[usize]) -> Vec<(usize, Card)> {
        annotations.iter().filter_map(|at| Some((*at, self.card(*at)?))).collect()
    }

    /// Which annotations' card is open, and by which way.
    pub(crate) fn opened(&self) -> Option<Open> {
        self.open.borrow().clone()
    }

    /// The element that holds the mark whose card is open.
    pub(crate) fn opened_element(&self) -> Option<Element> {
        let first = *self.open.borrow().as_ref()?.annotations.first()?;
        self.with_reading(|reading| reading.element(first))?
    }

    /// Where the open card stands, with what lies between it and its mark.
    pub(crate) fn card_area(&self) -> Option<Rect> {
        self.view.get()?.card.area()
    }

    /// Whether a point lies over the open card.
    pub(crate) fn is_over_card(&self, x: f64, y: f64) -> bool {
        self.card_area().is_some_and(|area| area.contains(x, y))
    }

    /// Makes the card of some annotations without showing it yet.
    pub(crate) fn prepare(&self, annotations: &[usize]) -> Result<(), PageError> {
        let cards = self.cards(annotations);
        if cards.is_empty() { Ok(()) } else { self.view()?.card.prepare(cards) }
    }

    /// Opens the card of some annotations, the innermost first. Those without a card are left out.
    pub(crate) fn show(&self, annotations: &[usize], way: Way) -> Result<bool, PageError> {
        self.want_more();
        let cards = self.cards(annotations);
        let Some(first) = cards.first().map(|(at, _)| *at) else { return Ok(false) };
        let way = if self.keeps(annotations) { Way::Pinned } else { way };
        let anchor = self.anchor(first, way);
        self.view()?.card.show(cards, &anchor)?;
        self.activate(Some(first))?;
        self.at.set(self.with_reading(|reading| reading.step_from(first)).flatten());
        self.open.replace(Some(Open { annotations: annotations.to_vec(), way }));
        emit(&self.document, "postil:open", &events::open(first));
        Ok(true)
    }

    fn anchor(&self, annotation: usize, way: Way) -> Anchor {
        let rects = self.with_reading(|reading| reading.rects(annotation)).unwrap_or_default();
        match way {
            Way::Hover(x, y) => Anchor { rects, pointer: Some((x, y)), ..Anchor::default() },
            Way::Tap(x, y) => Anchor { rects, pointer: Some((x, y)), touch: true, pinned: false },
            Way::Step | Way::Pinned => Anchor { rects, pinned: way == Way::Pinned, ..Anchor::default() },
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
        if let Some(view) = self.view.get() {
            view.card.hide();
        }
        self.report(self.activate(None));
        emit(&self.document, "postil:close", &events::open(open.annotations[0]));
        true
    }

    /// Keeps the open card, or lets it go with its mark again.
    pub(crate) fn turn_pin(&self) {
        if let (Some(open), Some(view)) = (self.open.borrow_mut().as_mut(), self.view.get()) {
            open.way = if open.way == Way::Pinned { Way::Step } else { Way::Pinned };
            view.card.set_pin(open.way == Way::Pinned);
        }
    }

    /// Whether the reader keeps the card of these annotations.
    fn keeps(&self, annotations: &[usize]) -> bool {
        let kept = |open: &Open| open.way == Way::Pinned && open.annotations == annotations;
        self.open.borrow().as_ref().is_some_and(kept)
    }

    /// Closes the card, unless the reader keeps it.
    pub(crate) fn leave(&self) {
        if self.opened().is_some_and(|open| open.way != Way::Pinned) {
            self.close();
        }
    }

    /// The identifier of a record in the packs.
    pub(crate) fn id_of(&self, entity: EntityRef) -> Option<String> {
        self.knowledge.borrow().entity(entity).map(|record| record.id.to_owned())
    }

    /// What is listed, as linked data.
    pub(crate) fn linked_data(&self) -> Option<LinkedData> {
        let knowledge = self.knowledge.borrow();
        self.with_reading(|reading| {
            let shown: Vec<usize> = (0..reading.listed.len()).filter(|at| reading.listed[*at]).collect();
            linked_data(&reading.text.snapshot.article, &reading.notes, &knowledge, &shown)
        })
    }

    /// Whether a node is ours rather than the page's.
    pub(crate) fn is_own(&self, node: &Node) -> bool {
        self.view.get().is_some_and(|view| view.holds(node))
    }

    /// Says what the page lacks: each thing once, however often the page is read.
    fn warn_once(&self, warnings: &[PageError]) {
        let new: Vec<&PageError> = warnings.iter().filter(|warning| !self.told.borrow().contains(warning)).collect();
        for warning in new {
            self.told.borrow_mut().push(warning.clone());
            events::warn(&self.document, warning);
        }
    }

    /// Says what failed, where there is nobody to hand it to.
    pub(crate) fn report(&self, result: Result<(), PageError>) {
        if let Err(error) = result {
            events::warn(&self.document, &error);
        }
    }

    /// After a panic: takes away what readers see and what calls us, and touches nothing that may be half changed.
    pub(crate) fn abandon(&self) {
        self.abandoned.set(true);
        if let Ok(painter) = self.painter.try_borrow() {
            painter.leave();
        }
        self.cursor.clear();
        self.rest_due.try_borrow_mut().iter_mut().for_each(|due| drop(due.take()));
        self.view.get().iter().for_each(|view| view.host.element().remove());
        self.ways_in.try_borrow_mut().iter_mut().for_each(|ways_in| drop(ways_in.take()));
        self.nearness.try_borrow_mut().iter_mut().for_each(|nearness| drop(nearness.take()));
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.close();
    }
}
