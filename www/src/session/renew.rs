//! Notes that follow the page: read, read again when it changes, given up when the article is gone.
//!
//! Takes what was read; puts it in the place of the last reading. Example: a paragraph is added to a live report, and the
//! marks in it appear.
//!
//! Invariant: between two readings no mark stands on words that have gone.

use super::Session;
use crate::{
    dom,
    error::PageError,
    events::{self, emit},
    host,
    metadata::metadata,
    nearness::Nearness,
    reading::{Reading, Text},
};
use web_sys::Node;

/// A framework throws what it does not know out once, when it starts.
const MOST_RETURNS: u8 = 3;

/// More ranges than this are painted near the viewport only: WebKit takes seconds for 10,000.
const MANY_RANGES: usize = 1000;

impl Session {
    /// Puts a new reading in the place of the last one.
    pub(super) fn take(&self, text: Text) -> Result<(), PageError> {
        self.warn_once(&text.warnings);
        self.close();
        self.cursor.clear();
        self.at.set(None);
        let notes = text.notes(&self.knowledge.borrow(), self.engine, self.options.annotate);
        let reading = Reading::new(text, notes);
        if let Some((_, _, observer, _)) = &*self.ways_in.borrow() {
            observer.watch(&reading.text.walked)?;
        }
        self.reading.replace(Some(reading));
        self.apply_choices()?;
        self.activate(None)
    }

    /// Paints what is shown: all of it, or, where there are many marks, what is near the viewport.
    pub(super) fn paint_afresh(&self) -> Result<(), PageError> {
        let Some(this) = self.this.upgrade() else { return self.paint(None) };
        let many = |reading: &Reading| (reading.marks.ranges() > MANY_RANGES).then(|| Nearness::new(&this, reading));
        self.nearness.replace(self.with_reading(many).flatten());
        if self.nearness.borrow().is_none() { self.paint(None) } else { Ok(()) }
    }

    /// Takes dead marks off the page at once.
    pub(crate) fn prune(&self) {
        self.painter.borrow().prune();
    }

    /// Reads the page again; if its article changed, the notes follow. Without an article there are no notes.
    pub(crate) fn read_again(&self) {
        let (data, warnings) = metadata(&self.document);
        self.warn_once(&warnings);
        let read = Text::read(&self.document, self.options.root.as_ref(), &self.tools, &data);
        match read {
            Ok(text) if self.is_stale(&text) => {
                self.report(self.take(text));
                self.want_reviews();
                self.want_model();
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
            self.report(self.view.get().map_or(Ok(()), |view| view.list.set_notes(Vec::new())));
            events::warn(&self.document, error);
        }
    }

    /// Whether a change of this node may concern the article, or brings more of it.
    pub(crate) fn concerns(&self, node: &Node) -> bool {
        let inside = |reading: &Reading| {
            let whole = self.options.root.as_ref().or(reading.text.root.as_ref());
            whole.is_none_or(|whole| {
                !whole.is_connected() || dom::holds(whole, node) || whole.parent_node().as_ref() == Some(node)
            })
        };
        self.painter.borrow().is_cleared() || self.with_reading(inside).unwrap_or(true)
    }

    /// Puts card and list back into a page that has thrown them out; not for ever, for it may mean it.
    pub(crate) fn stay(&self) {
        let view =
            self.view.get().filter(|view| !view.host.element().is_connected() && self.returns.get() < MOST_RETURNS);
        if let Some(view) = view {
            self.returns.set(self.returns.get() + 1);
            self.report(host::attach(view.host.element()));
        }
    }
}
