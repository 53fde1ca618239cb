//! The notes of an article as a list: the way to every mark without a pointer.
//!
//! Takes [`ListEntry`]s in the order of the text; shows a small control, and behind it a labelled region of buttons, grouped
//! by kind. Example: the control “Notes 42” opens “Claims 4, Quotations 4, Reported speech 6, Terms 3, Names 31”.
//!
//! Invariant: the closed list is out of the accessibility tree, and opening it says no more than its name.

mod filter;
mod frame;
mod settings;
mod state;

pub(crate) use self::state::{Outcome, State};

use self::{
    filter::Filter,
    frame::{control, kinds, region},
    settings::Settings,
};
use crate::{
    card_view,
    choices::Choices,
    dom::{self, button, child, label, text},
    error::PageError,
    events,
    host::Host,
    language::Language,
    listen::Listener,
    marks::MarkKind,
};
use postil::Card;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, HtmlElement, KeyboardEvent, ShadowRoot};

/// On an entry's button: its annotation.
const ANNOTATION: &str = "data-annotation";
/// On the button that closes the list.
const CLOSE: &str = "data-close";
/// The element that names the region.
const TITLE: &str = "postil-notes-title";
/// The region, for the control that opens it.
const REGION: &str = "postil-notes";

/// One note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ListEntry {
    /// Its number: that of its annotation, or of a claim without a mark.
    pub(crate) annotation: usize,
    pub(crate) kind: MarkKind,
    /// The words.
    pub(crate) text: String,
    /// Of a claim, what is known of it.
    pub(crate) state: Option<State>,
}

/// What a reader does in the list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ListAction {
    /// Asks for the note of an annotation. The list stays open.
    Choose(usize),
    /// Chooses what is shown, and how.
    Change(Choices),
    /// Chooses which claims are listed: what that leaves, in words.
    Filtered(String),
    /// Wants hidden notes back.
    Restore,
    /// Opened the list, by whatever way.
    Opened,
    /// Closed the list: by Escape, its button or the control.
    Closed,
}

/// The control and the list.
pub(crate) struct NotesList {
    shared: Rc<Shared>,
    _listeners: Vec<Listener>,
}

struct Shared {
    shadow: ShadowRoot,
    control: HtmlElement,
    region: HtmlElement,
    content: Element,
    settings: Settings,
    /// What the reader has chosen.
    choices: RefCell<Choices>,
    /// Notes that are not drawn yet: most readers never open the list, and all of them wait for the first marks.
    undrawn: Cell<Option<Vec<ListEntry>>>,
    language: Rc<Language>,
    act: Rc<dyn Fn(ListAction)>,
    /// What the card of a note says.
    card: Rc<dyn Fn(usize) -> Option<Card>>,
    filter: Filter,
    /// What had the focus before the list took it.
    before: RefCell<Option<HtmlElement>>,
}

impl NotesList {
    /// A closed list in `host`, without a control until it has notes; `card` is asked for what a card says when the list is drawn.
    pub(crate) fn new(
        host: &Host,
        act: Rc<dyn Fn(ListAction)>,
        card: Rc<dyn Fn(usize) -> Option<Card>>,
    ) -> Result<NotesList, PageError> {
        let shared = Rc::new(Shared::new(host, act, card)?);
        let listeners = shared.listen();
        Ok(NotesList { shared, _listeners: listeners })
    }

    /// Lists `notes`, which stand in the order of the text, in place of those before.
    pub(crate) fn set_notes(&self, notes: Vec<ListEntry>) -> Result<(), PageError> {
        self.shared.draw_control(notes.len())?;
        self.shared.undrawn.set(Some(notes));
        if self.is_open() { self.shared.draw_anew() } else { Ok(()) }
    }

    /// Gives the entry that has the focus its new number: a list that is drawn anew finds it by that.
    pub(crate) fn renumber(&self, renumbered: &[Option<usize>]) {
        self.shared.renumber_focused(renumbered);
    }

    /// Shows what the reader has chosen, and whether notes are hidden as wrong.
    pub(crate) fn set_choices(&self, choices: &Choices, some_hidden: bool) -> Result<(), PageError> {
        self.shared.choices.replace(choices.clone());
        self.shared.region.set_class_name(if choices.side { "notes side" } else { "notes" });
        self.shared.settings.show(choices, some_hidden, &self.shared.language.strings)
    }

    /// Opens the list and moves the focus into it.
    pub(crate) fn open(&self) {
        self.shared.open();
    }

    /// Opens the list and leaves the focus where it is.
    pub(crate) fn unfold(&self) {
        self.shared.unfold();
    }

    /// Closes the list and gives the focus back, if the list had it.
    pub(crate) fn close(&self) {
        self.shared.close();
    }

    pub(crate) fn is_open(&self) -> bool {
        self.shared.is_open()
    }

    /// Opens the list at the entry of an annotation.
    pub(crate) fn focus_entry(&self, annotation: usize) {
        self.shared.open();
        if let Some(entry) = self.shared.entry(annotation) {
            dom::focus(&entry);
        }
    }
}

impl Drop for NotesList {
    fn drop(&mut self) {
        self.shared.control.remove();
        self.shared.region.remove();
    }
}

impl Shared {
    fn new(
        host: &Host,
        act: Rc<dyn Fn(ListAction)>,
        card: Rc<dyn Fn(usize) -> Option<Card>>,
    ) -> Result<Shared, PageError> {
        let region = region(host, &host.language().strings)?;
        let frame = child(&region, "div", "content")?;
        label(&frame, "h2", "title", &host.language().strings.notes_region)?.set_id(TITLE);
        let settings = Settings::new(&frame, &host.language().strings)?;
        Ok(Shared {
            shadow: host.shadow().clone(),
            control: control(host)?,
            region,
            content: child(&frame, "div", "entries")?,
            settings,
            choices: RefCell::default(),
            undrawn: Cell::default(),
            language: host.language().clone(),
            act,
            card,
            filter: Filter::default(),
            before: RefCell::default(),
        })
    }

    fn listen(self: &Rc<Self>) -> Vec<Listener> {
        let on = |target: &EventTarget, event, run: fn(&Shared, &Event)| {
            let shared = Rc::downgrade(self);
            Listener::own(target, event, move |event| {
                if let Some(shared) = shared.upgrade() {
                    run(&shared, &event);
                }
            })
        };
        vec![
            on(&self.control, "click", |shared, _| shared.toggle()),
            on(&self.region, "click", Shared::click),
            on(&self.region, "keydown", Shared::key),
            on(&self.region, "change", Shared::changed),
        ]
    }

    /// A page without notes needs no control; one whose reader wants none does, to get them back.
    fn draw_control(&self, total: usize) -> Result<(), PageError> {
        self.control.set_hidden(total == 0 && self.choices.borrow().show_all());
        self.control.replace_children_with_node_0();
        if !self.choices.borrow().on {
            return label(&self.control, "span", "", &self.language.strings.notes_off).map(drop);
        }
        label(&self.control, "span", "", &format!("{} ", self.language.strings.notes))?;
        label(&self.control, "span", "total", &self.number(total)).map(drop)
    }

    /// Draws an open list anew; the focus stays at the entry where it was, or in the list.
    fn draw_anew(&self) -> Result<(), PageError> {
        let had_focus = dom::has_focus(&self.shadow, &self.region);
        let at = self.shadow.active_element().and_then(|entry| entry.get_attribute(ANNOTATION)?.parse().ok());
        self.draw_notes()?;
        if had_focus && !dom::has_focus(&self.shadow, &self.region) {
            dom::focus(&at.and_then(|annotation| self.entry(annotation)).unwrap_or_else(|| self.region.clone()));
        }
        Ok(())
    }

    /// Draws what was set since the list was last open.
    fn draw_notes(&self) -> Result<(), PageError> {
        self.undrawn.take().map_or(Ok(()), |notes| self.draw_groups(&notes))
    }

    fn draw_groups(&self, notes: &[ListEntry]) -> Result<(), PageError> {
        self.content.replace_children_with_node_0();
        if notes.is_empty() {
            let strings = &self.language.strings;
            let why = if self.choices.borrow().show_all() { &strings.no_notes } else { &strings.all_hidden };
            return label(&self.content, "p", "aside", why).map(drop);
        }
        label(&self.content, "p", "aside", &self.language.count("notes_count", notes.len()))?;
        kinds(&self.language.strings).into_iter().try_for_each(|(kind, heading)| {
            let entries: Vec<_> = notes.iter().filter(|note| note.kind == kind).collect();
            self.draw_group(kind, heading, &entries)
        })
    }

    fn draw_group(&self, kind: MarkKind, heading: &str, entries: &[&ListEntry]) -> Result<(), PageError> {
        if entries.is_empty() {
            return Ok(());
        }
        let heading = label(&self.content, "h3", "heading", heading)?;
        label(&heading, "span", "total", &self.number(entries.len()))?;
        if kind == MarkKind::Claim {
            self.filter.draw(&self.content, &self.language.strings)?;
        }
        let list = child(&self.content, "ol", if kind == MarkKind::Claim { "group claims" } else { "group" })?;
        list.set_attribute("role", "list")?;
        entries.iter().try_for_each(|entry| self.draw_entry(&list, entry))?;
        if kind == MarkKind::Claim {
            self.filter.apply(&self.content, &self.language)?;
        }
        Ok(())
    }

    fn draw_entry(&self, list: &Element, entry: &ListEntry) -> Result<(), PageError> {
        let item = child(list, "li", "")?;
        let button = button(&item, "entry", "")?;
        button.set_attribute(ANNOTATION, &entry.annotation.to_string())?;
        text(&button, "span", "", &entry.text)?;
        if matches!(entry.kind, MarkKind::Claim | MarkKind::Review) {
            let about = child(&item, "div", "about")?;
            // A listener hears of the claim first, then what is known of it.
            about.set_id(&format!("postil-about-{}", entry.annotation));
            button.set_attribute("aria-describedby", &about.id())?;
            let mut state = entry.state;
            if let Some(card) = (self.card)(entry.annotation) {
                state = state.map(|state| state.beside(&card));
                card_view::line(&about, &card, state, &self.language)?;
            }
            item.set_class_name(state.map_or("", State::filters));
        }
        Ok(())
    }

    fn number(&self, count: usize) -> String {
        self.language.format.whole(count)
    }

    fn renumber_focused(&self, renumbered: &[Option<usize>]) {
        let Some(entry) = self.shadow.active_element() else { return };
        let Some(before) = entry.get_attribute(ANNOTATION).and_then(|number| number.parse::<usize>().ok()) else {
            return;
        };
        let now = renumbered.get(before).copied().flatten().map_or_else(String::new, |number| number.to_string());
        // Setting this attribute of an entry of ours cannot fail.
        let _ = entry.set_attribute(ANNOTATION, &now);
    }

    fn entry(&self, annotation: usize) -> Option<HtmlElement> {
        let entry = self.content.query_selector(&format!("[{ANNOTATION}=\"{annotation}\"]")).ok()??;
        entry.dyn_into().ok()
    }

    fn click(&self, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|target| target.closest("button").ok().flatten()) else { return };
        if let Some(annotation) = button.get_attribute(ANNOTATION).and_then(|value| value.parse().ok()) {
            (self.act)(ListAction::Choose(annotation));
        } else if let Some(step) = button.get_attribute(settings::STEP).and_then(|value| value.parse().ok()) {
            self.change(step);
        } else if button.has_attribute(settings::RESTORE) {
            (self.act)(ListAction::Restore);
        } else if button.has_attribute(CLOSE) {
            self.dismiss();
        }
    }

    /// The reader ticks a box, or chooses which claims are listed.
    fn changed(&self, event: &Event) {
        if !self.filter.take(event) {
            return self.change(0);
        }
        match self.filter.apply(&self.content, &self.language) {
            Ok(words) => (self.act)(ListAction::Filtered(words)),
            Err(error) => events::warn_of(&self.region, Err(error)),
        }
    }

    /// Tells what the reader has chosen, with the amount of marks so many steps further.
    fn change(&self, step: isize) {
        let choices = self.settings.read(&self.choices.borrow(), step);
        (self.act)(ListAction::Change(choices));
    }

    fn key(&self, event: &Event) {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            event.stop_propagation();
            self.dismiss();
        }
    }

    fn toggle(&self) {
        match self.is_open() {
            true => self.dismiss(),
            false => self.open(),
        }
    }

    /// Closes at a reader's wish.
    fn dismiss(&self) {
        self.close();
        (self.act)(ListAction::Closed);
    }

    fn is_open(&self) -> bool {
        !self.region.hidden()
    }

    fn open(&self) {
        self.unfold();
        dom::focus(&self.region);
    }

    fn unfold(&self) {
        if !self.is_open() {
            self.before.replace(dom::focused(&self.shadow));
            events::warn_of(&self.region, self.draw_notes());
            self.expand(true);
            (self.act)(ListAction::Opened);
        }
    }

    fn close(&self) {
        if !self.is_open() {
            return;
        }
        let focused = dom::has_focus(&self.shadow, &self.region);
        self.expand(false);
        let before = self.before.take().filter(|before| before.is_connected() && before.tag_name() != "BODY");
        if focused {
            dom::focus(before.as_ref().unwrap_or(&self.control));
        }
    }

    fn expand(&self, open: bool) {
        self.region.set_hidden(!open);
        // Setting this attribute of a button of ours cannot fail.
        let _ = self.control.set_attribute("aria-expanded", if open { "true" } else { "false" });
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
#[path = "../../tests/view/list.rs"]
mod tests;
