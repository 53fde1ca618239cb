//! What screen readers hear when something changes that they cannot see: “12 marks shown.”
//!
//! Takes words, says them politely. Example: a reader switches names off; the marks go, and the number of those left is said.
//!
//! Invariant: it speaks after an act of the reader's only, and never of cards: those take the focus, or are not asked for.

use crate::{dom::child, error::PageError, host::Host};
use web_sys::Element;

/// A place whose changes are read out.
pub(crate) struct Announcer {
    place: Element,
}

impl Announcer {
    pub(crate) fn new(host: &Host) -> Result<Announcer, PageError> {
        let document = crate::dom::document_of(host.element())?;
        let place = document.create_element("div")?;
        place.set_class_name("unseen");
        place.set_attribute("role", "status")?;
        host.shadow().append_child(&place)?;
        Ok(Announcer { place })
    }

    /// Has words read out when the reader's device has nothing else to say.
    pub(crate) fn say(&self, words: &str) {
        self.place.replace_children_with_node_0();
        // A node of its own each time: the same words twice are said twice. A failure leaves a reader in peace.
        let _ = child(&self.place, "span", "").map(|said| said.set_text_content(Some(words)));
    }
}
