//! Why the words are marked, and the way to say that they should not be.
//!
//! Takes a [`Why`], draws it folded up at the card's end. Example: “Why this mark?”, “Part of a name that stands in full
//! elsewhere in the article: Denis Pushilin.”, “Not right: hide this note”.
//!
//! Invariant: what it names (a name, a role, a pack) it quotes.

use super::{frame::REJECT, pen::Pen};
use crate::{
    dom::{button, child, label},
    error::PageError,
};
use postil::card::Why;
use web_sys::Element;

impl Pen<'_> {
    pub(super) fn why(&self, to: &Element, why: &Why, annotation: usize) -> Result<(), PageError> {
        let details = child(to, "details", "why")?;
        details.set_attribute("part", "why")?;
        label(&details, "summary", "", &self.strings.why)?;
        let (template, words) = self.reason(why);
        let slots = ["pack", "words", "name"].map(|slot| (slot, words));
        self.sentence(&details, "p", "aside", template, &slots)?;
        button(&details, "step", &self.strings.not_this)?.set_attribute(REJECT, &annotation.to_string())?;
        Ok(())
    }

    /// The sentence of a rule, and what stands in its slot.
    fn reason<'a>(&'a self, why: &'a Why) -> (&'a str, &'a str) {
        let strings = self.strings;
        match why {
            Why::Pack { title: Some(title) } => (&strings.why_pack, title),
            Why::Pack { title: None } => (&strings.why_own_pack, ""),
            Why::Role { words } => (&strings.why_role, words.as_deref().unwrap_or("…")),
            Why::Acronym { name } => (&strings.why_acronym, name),
            Why::ShortForm { name } => (&strings.why_short_form, name),
            Why::Coordination { name } => (&strings.why_coordination, name),
            Why::Chain { name } => (&strings.why_chain, name),
            Why::Wording => (&strings.why_wording, ""),
            Why::Speech { cue: Some(cue) } => (&strings.why_quotation, cue),
            Why::Speech { cue: None } => (&strings.why_quotation_plain, ""),
            Why::Report { cue: Some(cue) } => (&strings.why_report, cue),
            Why::Report { cue: None } => (&strings.why_report_plain, ""),
            Why::Distance => (&strings.why_term, ""),
            Why::Rank => (&strings.why_order, ""),
            Why::Day => (&strings.why_date, ""),
            Why::Conversion => (&strings.why_conversion, ""),
            Why::Statement => (&strings.why_statement, ""),
            Why::Review => (&strings.why_review, ""),
        }
    }
}
