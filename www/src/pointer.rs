//! Cards by pointer: a rest opens, leaving closes after a grace, a tap opens a sheet.
//!
//! Takes pointer events; opens and closes the session's card. Example: half a second of rest on “Kyiv” opens its card;
//! moving on to the next mark while it is open changes the card at once, unless the mark lies on the way to the card.
//!
//! Invariant: one hit test a frame at most; links, selections and long presses stay the browser's.

use crate::{
    dom,
    listen::{Later, Listener},
    safe_path::{Pace, SafePath},
    session::{Open, Session, Way, renumber},
};
use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, Node, PointerEvent};

/// Listens to pointers as long as it lives.
pub(crate) struct Pointer {
    watch: Rc<Watch>,
    _listeners: Vec<Listener>,
}

#[derive(Default)]
struct Watch {
    session: Weak<Session>,
    /// Where the pointer was last.
    last: RefCell<Option<(Node, f64, f64)>>,
    /// Where it came to rest.
    rest: Cell<(f64, f64)>,
    /// What it was last over.
    over: RefCell<Vec<usize>>,
    /// The way to the card, from where the pointer last was on its mark.
    path: Cell<Option<SafePath>>,
    touch: Cell<bool>,
    /// Whether it holds a button, as who selects text does.
    held: Cell<bool>,
    frame: RefCell<Option<Later>>,
    dwell: RefCell<Option<Later>>,
    grace: RefCell<Option<Later>>,
}

/// A pointer that stays within so many pixels rests.
const STILL: f64 = 6.0;

/// A pointer that comes no nearer to the card for so many milliseconds has stopped. A hand that aims goes in strokes with
/// dips of a tenth of a second between them; and whoever means the mark under the pointer should not feel a wait.
const STOPPED: i32 = 150;

impl Pointer {
    pub(crate) fn new(session: &Rc<Session>) -> Pointer {
        let watch = Rc::new(Watch { session: Rc::downgrade(session), ..Watch::default() });
        let on = |kind, act: fn(&Rc<Watch>, &Event)| {
            let watch = watch.clone();
            Listener::passive(&session.document, kind, move |event| act(&watch, &event))
        };
        let mut listeners = vec![
            on("pointermove", |watch, event| watch.moved(event)),
            on("pointerdown", |watch, event| watch.pressed(event)),
            on("pointerout", |watch, event| watch.left(event)),
            on("click", |watch, event| watch.clicked(event)),
            on("scroll", |watch, event| watch.scrolled(event.target(), false)),
        ];
        let resized = watch.clone();
        listeners.push(Listener::passive(&session.window, "resize", move |_| resized.scrolled(None, true)));
        Pointer { watch, _listeners: listeners }
    }

    /// Annotations have other numbers.
    pub(crate) fn renumber(&self, renumbered: &[Option<usize>]) {
        self.watch.over.replace_with(|over| renumber(over, renumbered));
    }

    /// The card says whether the pointer is over it.
    pub(crate) fn over_card(&self, inside: bool) {
        match inside {
            true => drop(self.watch.grace.take()),
            false => self.watch.start_grace(false, Some(&[])),
        }
    }
}

impl Watch {
    fn moved(self: &Rc<Self>, event: &Event) {
        let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_type() != "touch") else {
            return;
        };
        let Some(target) = innermost(event) else { return };
        self.held.set(event.buttons() != 0);
        self.last.replace(Some((target, f64::from(event.client_x()), f64::from(event.client_y()))));
        if self.frame.borrow().as_ref().is_some_and(Later::is_waiting) {
            return;
        }
        let Some(session) = self.session.upgrade() else { return };
        let watch = Rc::downgrade(self);
        let look = move || watch.upgrade().iter().for_each(Watch::look);
        self.frame.replace(Later::next_frame(&session.window, look));
    }

    fn look(self: &Rc<Self>) {
        let (Some(session), Some((target, x, y))) = (self.session.upgrade(), self.last.borrow().clone()) else {
            return;
        };
        if session.is_over_card(x, y) {
            return self.arrive(&session, (x, y));
        }
        let hits = session.hit(&target, x, y);
        point(&session, &target, &hits);
        match session.opened() {
            _ if self.held.get() => drop(self.dwell.take()),
            Some(Open { annotations, way: Way::Hover(..) }) => self.accompany(&session, &annotations, &hits, (x, y)),
            None if !hits.is_empty() => self.await_rest(&session, &hits, (x, y)),
            _ => drop(self.dwell.take()),
        }
        self.over.replace(hits);
    }

    /// The pointer is on the card, or on its mark: a way to the card begins here.
    fn arrive(&self, session: &Session, at: (f64, f64)) {
        self.dwell.take();
        self.grace.take();
        self.path.set(session.card_area().map(|card| SafePath::new(at, card)));
    }

    /// Between neighbours the card changes at once, but on the way to the card only where the pointer stops.
    fn accompany(self: &Rc<Self>, session: &Session, open: &[usize], hits: &[usize], at: (f64, f64)) {
        if open == hits {
            return self.arrive(session, at);
        }
        let pace = self.pace(session, at);
        match pace {
            Pace::Away if hits.is_empty() => self.start_grace(self.path.take().is_some(), None),
            Pace::Away => self.open(session, hits, at),
            _ => self.start_grace(pace == Pace::Nearer, Some(hits)),
        }
    }

    fn pace(&self, session: &Session, at: (f64, f64)) -> Pace {
        let (Some(mut path), Some(card)) = (self.path.get(), session.card_area()) else { return Pace::Away };
        let pace = path.go(at, card);
        self.path.set(Some(path));
        pace
    }

    fn open(&self, session: &Session, hits: &[usize], at: (f64, f64)) {
        session.report(session.show(hits, Way::Hover(at.0, at.1)).map(drop));
        self.arrive(session, at);
    }

    /// Begins to wait, unless the pointer rests already. On a mark that it has not left since its card was closed, or since it
    /// selected text, it waits for nothing.
    fn await_rest(self: &Rc<Self>, session: &Session, hits: &[usize], at: (f64, f64)) {
        let (dx, dy) = (at.0 - self.rest.get().0, at.1 - self.rest.get().1);
        let waits = self.dwell.borrow().as_ref().is_some_and(Later::is_waiting);
        if *self.over.borrow() == hits && (dx.hypot(dy) <= STILL || !waits) {
            return;
        }
        self.rest.set(at);
        session.want_more();
        self.dwell(session, session.options.open_delay / 2, Watch::half_rested);
    }

    fn dwell(self: &Rc<Self>, session: &Session, millis: i32, then: fn(&Rc<Watch>)) {
        let watch = Rc::downgrade(self);
        let then = move || watch.upgrade().iter().for_each(then);
        self.dwell.replace(Later::after(&session.window, millis, then));
    }

    /// Who has rested for half of the time will most often stay: the card is made now, and only shown at the end.
    fn half_rested(self: &Rc<Self>) {
        let Some(session) = self.session.upgrade() else { return };
        if let Some((hits, _)) = self.resting(&session) {
            session.report(session.prepare(&hits));
            self.dwell(&session, session.options.open_delay - session.options.open_delay / 2, Watch::rested);
        }
    }

    fn rested(self: &Rc<Self>) {
        let Some(session) = self.session.upgrade() else { return };
        if let Some((hits, at)) = self.resting(&session) {
            self.open(&session, &hits, at);
        }
    }

    /// What the pointer rests on, and where, while no card is open.
    fn resting(&self, session: &Session) -> Option<(Vec<usize>, (f64, f64))> {
        let (target, x, y) = self.last.borrow().clone().filter(|_| session.opened().is_none())?;
        Some((session.hit(&target, x, y), (x, y)))
    }

    /// The card stays a little longer; on the way to it until the pointer has stopped, be it over other marks or none.
    fn start_grace(self: &Rc<Self>, anew: bool, on_way_over: Option<&[usize]>) {
        if !anew && self.grace.borrow().as_ref().is_some_and(Later::is_waiting) {
            return;
        }
        let Some(session) = self.session.upgrade() else { return };
        let delay = match on_way_over {
            Some([]) => session.options.close_delay.max(STOPPED),
            Some(_) => STOPPED,
            None => session.options.close_delay,
        };
        let watch = Rc::downgrade(self);
        let close = move || watch.upgrade().iter().for_each(|watch| watch.forsaken());
        self.grace.replace(Later::after(&session.window, delay, close));
    }

    /// The grace is over: the mark under the pointer has its turn, or what a hovering pointer opened closes.
    fn forsaken(&self) {
        let Some(session) = self.session.upgrade() else { return };
        let Some(Open { annotations, way: Way::Hover(..) }) = session.opened() else { return };
        let Some((target, x, y)) = self.last.borrow().clone() else {
            session.close();
            return;
        };
        let hits = session.hit(&target, x, y);
        if self.held.get() || session.is_over_card(x, y) || hits == annotations {
            return;
        }
        if hits.is_empty() {
            session.close();
        } else {
            self.open(&session, &hits, (x, y));
        }
    }

    /// The pointer has left the window. A pen that is lifted leaves its card to be read.
    fn left(self: &Rc<Self>, event: &Event) {
        let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| event.related_target().is_none()) else {
            return;
        };
        let kind = event.pointer_type();
        if kind == "touch" {
            return;
        }
        self.dwell.take();
        self.over.take();
        if kind != "pen" {
            self.last.take();
            self.start_grace(false, None);
        }
    }

    fn pressed(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        self.touch.set(event.pointer_type() == "touch");
        self.dwell.take();
        let Some(session) = self.session.upgrade() else { return };
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let ours = |target: &Node| session.is_own(target) || !session.hit(target, x, y).is_empty();
        if !session.is_over_card(x, y) && !innermost(event).is_some_and(|target| ours(&target)) {
            session.leave();
        }
    }

    /// A tap or click on a mark opens its card, but for links and whatever else has a use of its own.
    fn clicked(&self, event: &Event) {
        let (Some(session), Some(event)) = (self.session.upgrade(), event.dyn_ref::<web_sys::MouseEvent>()) else {
            return;
        };
        let Some(target) = innermost(event) else { return };
        let plain = event.detail() == 1 && event.button() == 0 && !event.default_prevented();
        if !plain || has_own_use(&target) || is_selecting(&session) {
            return;
        }
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let way = if self.touch.get() { Way::Tap(x, y) } else { Way::Hover(x, y) };
        let hits = session.hit(&target, x, y);
        session.report(session.show(&hits, way).map(drop));
    }

    /// Something has scrolled, or the window has another size.
    fn scrolled(&self, what: Option<EventTarget>, resized: bool) {
        let Some(session) = self.session.upgrade() else { return };
        let what = what.and_then(|what| what.dyn_into::<Element>().ok());
        if what.is_some_and(|what| !self.is_moved_by(&session, &what)) {
            return;
        }
        self.dwell.take();
        self.over.take();
        session.cursor.clear();
        session.follow(resized);
    }

    /// Whether the pointer, or the mark whose card is open, is on what a scroller moves: a ticker elsewhere moves neither.
    fn is_moved_by(&self, session: &Session, scroller: &Element) -> bool {
        let under = self.last.borrow().as_ref().is_some_and(|(node, ..)| dom::holds(scroller, node));
        under || session.opened_element().is_some_and(|element| dom::holds(scroller, &element))
    }
}

/// Shows by the cursor whether there is something to open. Links have a cursor of their own.
fn point(session: &Session, target: &Node, hits: &[usize]) {
    let element = target.dyn_ref::<Element>().cloned().or_else(|| target.parent_element());
    match element.filter(|_| !hits.is_empty()) {
        Some(element) => session.cursor.show(&element),
        None => session.cursor.clear(),
    }
}

/// The event's target, also inside open shadow roots.
fn innermost(event: &Event) -> Option<Node> {
    event.composed_path().get(0).dyn_into().ok()
}

fn has_own_use(target: &Node) -> bool {
    let element = target.dyn_ref::<Element>().cloned().or_else(|| target.parent_element());
    let own = "a[href],button,input,select,textarea,label,summary,video,audio,[role=button],[role=link],[onclick]";
    element.is_some_and(|element| element.closest(own).is_ok_and(|found| found.is_some()))
}

fn is_selecting(session: &Session) -> bool {
    let selection = session.window.get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}
