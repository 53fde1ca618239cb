//! What readers see besides the marks: the card and the list, in the host element.
//!
//! Takes a session; gives its [`View`], whose actions go back to it. Example: an entry of the list that is chosen opens the
//! card of its annotation.
//!
//! Invariant: the view holds the session weakly.

use super::Session;
use crate::{
    announcer::Announcer,
    card_view::{CardAction, CardView},
    error::PageError,
    events,
    host::Host,
    language::Language,
    list::{ListAction, ListEntry, NotesList, State},
    reading::Reading,
};
use postil::Body;
use std::rc::{Rc, Weak};
use web_sys::{Document, Node};

/// Card and list. Fields are dropped in order: the host last.
pub(super) struct View {
    pub(super) card: CardView,
    pub(super) list: NotesList,
    pub(super) announcer: Announcer,
    pub(super) host: Host,
}

impl View {
    pub(super) fn new(
        document: &Document,
        language: &Rc<Language>,
        session: &Weak<Session>,
    ) -> Result<View, PageError> {
        let host = Host::new(document, language.clone())?;
        let weak = session.clone();
        let card = CardView::new(&host, Rc::new(move |action| on_card(&weak, action)))?;
        let weak = session.clone();
        let act = Rc::new(move |action| on_list(&weak, action));
        let weak = session.clone();
        let list = NotesList::new(&host, act, Rc::new(move |note| weak.upgrade()?.card(note)))?;
        let announcer = Announcer::new(&host)?;
        Ok(View { card, list, announcer, host })
    }

    /// Lists the notes of a reading that are to be listed.
    pub(super) fn list_notes(&self, reading: &Reading) -> Result<(), PageError> {
        let listed = |at: &usize| reading.listed.get(*at).copied().unwrap_or(false);
        let order = reading.in_order().into_iter();
        self.list.set_notes(order.filter(listed).filter_map(|at| entry(reading, at)).collect())
    }

    /// Whether a node lies in it.
    pub(super) fn holds(&self, node: &Node) -> bool {
        let (shadow, element): (&Node, &Node) = (self.host.shadow(), self.host.element());
        shadow.contains(Some(node)) || element.contains(Some(node))
    }
}

impl Session {
    /// Opens the list of notes, at the note whose card is open; closes it if it is open.
    pub(crate) fn toggle_list(&self) {
        let open = self.opened().map(|open| open.annotations[0]);
        self.close();
        let view = self.view().inspect_err(|error| events::warn(&self.document, error));
        if let Ok(view) = view {
            match open {
                _ if view.list.is_open() => view.list.close(),
                Some(annotation) => view.list.focus_entry(annotation),
                None => view.list.open(),
            }
        }
    }

    /// Opens the list for a script: the focus stays with the reader.
    pub(crate) fn open_list(&self) -> Result<(), PageError> {
        self.view().map(|view| view.list.unfold())
    }
}

fn entry(reading: &Reading, annotation: usize) -> Option<ListEntry> {
    let note = reading.all.get(annotation)?;
    let words: Vec<&str> = note.spans.iter().map(|span| span.of(reading.text.snapshot.article.text())).collect();
    let state = match note.body {
        Body::Claim(index) => reading.notes.claims.get(index).map(|claim| State::of(claim, &reading.notes.reviews)),
        _ => None,
    };
    Some(ListEntry { annotation, kind: reading.marks.get(annotation)?.kind, text: words.join(" … "), state })
}

fn on_card(session: &Weak<Session>, action: CardAction) {
    let Some(session) = session.upgrade() else { return };
    match action {
        CardAction::Close => drop(session.close()),
        CardAction::GoTo(annotation) => session.report(session.go_to(annotation).map(drop)),
        CardAction::TurnPin => session.turn_pin(),
        CardAction::Reject(annotation) => session.report(session.reject(annotation)),
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
        ListAction::Change(choices) => session.report(session.choose(choices)),
        ListAction::Filtered(words) => session.announce(&words),
        ListAction::Restore => session.report(session.restore()),
        // Facts answer some of the claims that it lists.
        ListAction::Opened => session.want_more(),
        ListAction::Closed => drop(session.close()),
    }
}
