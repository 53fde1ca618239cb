//! The card of a claim: the words, the check drawn as what it is, and how it came out.
//!
//! Takes a [`ClaimCard`], draws it. Example: “third country to recognise”, agrees with the article.
//!
//! Invariant: a list without its sources is not drawn; a verdict has a sign and words besides its colour, and is never “false”.

use super::pen::Pen;
use crate::{
    dom::{child, label},
    error::PageError,
};
use postil::card::{Agreement, Check, ClaimCard, Details, Origin, Speaker};
use web_sys::Element;

impl Pen<'_> {
    pub(super) fn claim(&self, to: &Element, card: &ClaimCard) -> Result<(), PageError> {
        let head = self.head(to, Some(self.strings.claim(card.claim.key())), &card.words)?;
        self.stated_by(&head, card.reported, &card.stated_by)?;
        if card.details != Details::Here {
            return self.details(to, card.details);
        }
        match &card.check {
            Some(check @ Check::Ordinal { .. }) => self.ordinal(to, &head, check),
            Some(check @ Check::Date { .. }) => self.date(to, check),
            Some(Check::Arithmetic(arithmetic)) => self.arithmetic(to, arithmetic),
            Some(Check::Fact { name, fact, verdict }) => self.single_fact(to, name, fact, *verdict),
            Some(Check::Elsewhere { figure, other, there }) => self.elsewhere(to, figure, other, there),
            Some(check @ Check::Conversion { .. }) => self.conversion(to, check),
            None => label(to, "p", "note", &self.strings.unchecked).map(drop),
        }
    }

    /// Whose statement it is: what a source says the article only reports.
    pub(super) fn stated_by(&self, head: &Element, reported: bool, by: &[Speaker]) -> Result<(), PageError> {
        let strings = self.strings;
        let names = self.names(by);
        match (reported, names.is_empty()) {
            (false, _) => label(head, "p", "aside", &strings.stated_by_article).map(drop),
            (true, true) => label(head, "p", "aside", &strings.stated_by_source).map(drop),
            (true, false) => self.sentence(head, "p", "aside", &strings.stated_by, &[("who", &names)]).map(drop),
        }
    }

    pub(super) fn verdict(&self, to: &Element, verdict: Agreement, words: &str) -> Result<(), PageError> {
        let (class, sign) = match verdict {
            Agreement::Agrees => ("verdict agrees", "✓"),
            Agreement::Differs => ("verdict differs", "≠"),
            Agreement::Open => ("verdict open", "–"),
        };
        let line = child(to, "p", class)?;
        line.set_attribute("part", "verdict")?;
        label(&line, "span", "sign", sign)?.set_attribute("aria-hidden", "true")?;
        label(&line, "span", "", words).map(drop)
    }

    pub(super) fn origin(&self, to: &Element, origin: Origin) -> Result<(), PageError> {
        match origin {
            Origin::Pack => Ok(()),
            Origin::Article => label(to, "p", "note", &self.strings.article_alone).map(drop),
        }
    }
}
