//! STAND-IN for helper v's module of this name: keeps the notes, shows nothing.

use crate::{error::PageError, host::Host};
use std::{cell::RefCell, rc::Rc};

/// What a note is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoteKind {
    Name,
    Quotation,
    Term,
    Claim,
}

/// A line of the list.
#[derive(Clone, Debug)]
pub(crate) struct ListEntry {
    pub(crate) annotation: usize,
    pub(crate) kind: NoteKind,
    pub(crate) text: String,
}

/// What the list asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ListAction {
    Choose(usize),
    Closed,
}

/// The list of notes.
pub(crate) struct NotesList {
    entries: RefCell<Vec<ListEntry>>,
    _act: Rc<dyn Fn(ListAction)>,
}

impl NotesList {
    pub(crate) fn new(_host: &Host, act: Rc<dyn Fn(ListAction)>) -> Result<NotesList, PageError> {
        Ok(NotesList { entries: RefCell::default(), _act: act })
    }

    pub(crate) fn set_notes(&self, entries: &[ListEntry]) -> Result<(), PageError> {
        self.entries.replace(entries.to_vec());
        Ok(())
    }
}
