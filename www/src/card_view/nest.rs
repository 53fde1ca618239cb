//! The ways to the other cards at the same words.
//!
//! Takes the cards of a nest, draws a button for each but the one shown. Example: on “Donbas” within a quotation, “Also here:
//! quotation by Ukraine’s foreign ministry”.
//!
//! Invariant: from any card of a nest every other is one step away.

use super::{frame::STEP, pen::Pen};
use crate::{
    dom::{button, child},
    error::PageError,
};
use postil::{Card, QuoteKind};
use std::borrow::Cow;
use web_sys::Element;

impl Pen<'_> {
    pub(super) fn nest(&self, to: &Element, cards: &[(usize, Card)], shown: usize) -> Result<(), PageError> {
        if cards.len() < 2 {
            return Ok(());
        }
        self.heading(to, &self.strings.also_here)?;
        let list = child(to, "ul", "nest")?;
        for (index, (_, card)) in cards.iter().enumerate().filter(|(index, _)| *index != shown) {
            let step = button(&child(&list, "li", "")?, "step", "")?;
            step.set_attribute(STEP, &index.to_string())?;
            let (template, name) = self.nested(card);
            self.sentence(&step, "span", "", template, &[("name", &name)])?;
        }
        Ok(())
    }

    fn nested<'a>(&'a self, card: &'a Card) -> (&'a str, Cow<'a, str>) {
        match card {
            Card::Entity(card) => (&self.strings.nested_name, Cow::from(&card.name)),
            Card::Term(card) => (&self.strings.nested_term, Cow::from(&card.words)),
            Card::Claim(card) => (&self.strings.nested_claim, Cow::from(&card.words)),
            Card::Review(card) => {
                let publishers = card.reviews.iter().map(|review| &*review.publisher);
                (&self.strings.nested_review, Cow::from(self.format.list(publishers)))
            }
            Card::Quotation(card) => {
                let template = match (card.form, card.speakers.is_empty()) {
                    (QuoteKind::Indirect, false) => &self.strings.nested_indirect,
                    (QuoteKind::Indirect, true) => &self.strings.kind_indirect,
                    (_, false) => &self.strings.nested_quotation,
                    (_, true) => &self.strings.nested_quotation_unknown,
                };
                (template, Cow::from(self.names(&card.speakers)))
            }
        }
    }
}
