//! The card of a term that the article keeps at a distance: whose it is.
//!
//! Takes a [`TermCard`], draws it. Example: “special military operation”, “Whose term: the Kremlin”
//!
//! Invariant: a term whose owner the article does not name is ascribed to nobody.

use super::pen::Pen;
use crate::{
    dom::{label, text},
    error::PageError,
};
use postil::card::TermCard;
use web_sys::Element;

impl Pen<'_> {
    pub(super) fn term(&self, to: &Element, card: &TermCard) -> Result<(), PageError> {
        self.head(to, Some(&self.strings.kind_term), &card.words)?;
        let Some(owner) = &card.owner else {
            return label(to, "p", "note", &self.strings.term_of_nobody).map(drop);
        };
        self.sentence(to, "p", "note", &self.strings.term_of, &[("who", &owner.name)])?;
        if let Some(role) = &owner.role {
            text(to, "p", "line", role)?;
        }
        if let Some(cue) = &card.cue {
            self.sentence(to, "p", "aside", &self.strings.term_cue, &[("cue", cue)])?;
        }
        self.to_speaker(to, Some(owner))
    }
}
