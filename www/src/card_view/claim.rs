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
use postil::{
    card::{Agreement, Check, ClaimCard, Details, Origin},
    claim::ClaimKind,
};
use web_sys::Element;

impl Pen<'_> {
    pub(super) fn claim(&self, to: &Element, card: &ClaimCard) -> Result<(), PageError> {
        let kind = match card.claim {
            ClaimKind::Ordinal => &self.strings.kind_order,
            ClaimKind::Date => &self.strings.kind_date,
            _ => &self.strings.kind_conversion,
        };
        let head = self.head(to, Some(kind), &card.words)?;
        if card.details != Details::Here {
            return self.details(to, card.details);
        }
        match &card.check {
            Some(check @ Check::Ordinal { .. }) => self.ordinal(to, &head, check),
            Some(Check::Date { date, published }) => self.date(to, date, published),
            Some(check @ Check::Conversion { .. }) => self.conversion(to, check),
            None => Ok(()),
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
