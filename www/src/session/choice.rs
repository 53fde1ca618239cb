//! What the reader wants to see of the notes: by the control, and by “not this” on a card.
//!
//! Takes [`Choices`], or the annotation that is wrong; has list and marks follow. Example: with names switched off their
//! marks and their entries go at once, and stay off on the site's next page.
//!
//! Invariant: what is chosen takes nothing from the notes themselves: they come back as they were.

use super::Session;
use crate::{
    choices::Choices,
    error::PageError,
    events::{self, emit},
    reading::Reading,
    session::view::View,
};
use wasm_bindgen::JsValue;

impl Session {
    /// Marks and lists what the reader wants.
    pub(super) fn apply_choices(&self) -> Result<(), PageError> {
        if let Some(reading) = self.reading.borrow_mut().as_mut() {
            reading.show(&self.choices.borrow(), &self.rejected.borrow());
        }
        self.view.get().map_or(Ok(()), |view| self.list_notes(view))?;
        self.paint_afresh()
    }

    /// Lists the notes that are shown.
    pub(super) fn list_notes(&self, view: &View) -> Result<(), PageError> {
        view.list.set_choices(&self.choices.borrow(), !self.rejected.borrow().is_empty())?;
        self.with_reading(|reading| view.list_notes(reading)).unwrap_or(Ok(()))
    }

    /// The reader chooses in the control.
    pub(super) fn choose(&self, choices: Choices) -> Result<(), PageError> {
        choices.remember(&self.window);
        self.choices.replace(choices);
        self.close();
        self.apply_choices()?;
        let shown = self.with_reading(|reading| reading.shown.iter().filter(|shown| **shown).count()).unwrap_or(0);
        self.announce(&self.language().count("shown", shown));
        self.want_reviews();
        self.want_model();
        Ok(())
    }

    /// The reader says that a note is wrong: it goes, and with it all that say the same. The host hears of it.
    pub(super) fn reject(&self, annotation: usize) -> Result<(), PageError> {
        let Some(note) = self.with_reading(|reading| reading.identity(annotation)).flatten() else { return Ok(()) };
        let detail = self.with_reading(|reading| self.rejected_note(reading, annotation)).flatten();
        self.rejected.borrow_mut().push(note);
        self.close();
        self.apply_choices()?;
        self.announce(&self.language().strings.hidden);
        emit(&self.document, "postil:reject", &detail.unwrap_or_default());
        Ok(())
    }

    fn rejected_note(&self, reading: &Reading, annotation: usize) -> Option<JsValue> {
        let kind = reading.marks.get(annotation)?.kind.name();
        let entity = reading.entity(annotation);
        let id = entity.and_then(|entity| self.id_of(entity.known?));
        Some(events::rejected(
            annotation,
            kind,
            reading.words(annotation)?,
            entity.map(|entity| &*entity.name),
            id.as_deref(),
        ))
    }

    /// Shows again what the reader had said is wrong.
    pub(super) fn restore(&self) -> Result<(), PageError> {
        self.rejected.take();
        self.apply_choices()
    }

    /// Tells screen readers of a change, unless their user wants none of it.
    pub(super) fn announce(&self, words: &str) {
        if let Some(view) = self.view.get().filter(|_| self.choices.borrow().announce) {
            view.announcer.say(words);
        }
    }

    /// The annotations that are listed.
    pub(super) fn is_shown(&self, annotation: usize) -> bool {
        self.with_reading(|reading: &Reading| reading.shown.get(annotation).copied()).flatten().unwrap_or(false)
    }
}
