//! The notes as a numbered list, for paper.
//!
//! Takes cards in the order of the text; gives an element with a heading and a note for each. Example: “3 Pyongyang, City.
//! Capital of North Korea”, with its facts and their sources.
//!
//! Invariant: what only a screen can do (buttons, a calendar to glance at) is left out by `paper.css`.

use super::{
    frame::{NUMBER, TITLE},
    pen::Pen,
};
use crate::{
    dom::{child, label},
    error::PageError,
    host,
    language::Language,
};
use postil::Card;
use web_sys::{Document, HtmlElement};

/// A name of our own, as the host's.
const TAG: &str = "postil-paper";
const STYLES: [&str; 3] = [
    include_str!(concat!(env!("OUT_DIR"), "/theme.css")),
    include_str!(concat!(env!("OUT_DIR"), "/card.css")),
    include_str!(concat!(env!("OUT_DIR"), "/paper.css")),
];

/// The notes that these cards make, not yet in the page.
pub(crate) fn paper(
    document: &Document,
    language: &Language,
    cards: Vec<(usize, Card)>,
) -> Result<HtmlElement, PageError> {
    let (element, shadow) = host::isolated(document, TAG, &STYLES.concat(), language)?;
    let pen = Pen::new(document, language);
    let region = document.create_element("section")?;
    shadow.append_child(&region)?;
    label(&region, "h2", "title", &language.strings.notes_region)?;
    let list = child(&region, "ol", "paper")?;
    for (index, card) in cards.into_iter().enumerate() {
        let note = child(&list, "li", "printed")?;
        note.set_attribute(NUMBER, &language.format.whole(index + 1))?;
        pen.card(&note, &[card], 0)?;
        // A card names its dialog by its title; here there are many.
        if let Some(title) = note.query_selector(&format!("#{TITLE}"))? {
            title.remove_attribute("id")?;
        }
    }
    Ok(element)
}
