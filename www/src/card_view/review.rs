//! The card of published fact-checks on what a sentence states: side by side, each in its publisher's words.
//!
//! Takes a [`ReviewCard`], draws it. Example: on “twice as much nitrogen dioxide as the law allows” two publishers' verdicts, each over
//! its name, its date, the claim as it was reviewed and the way to the fact-check; the older one greyed, and said to be old.
//!
//! Invariant: a publisher's words stand whole, in their own language and direction; no rating colours, orders or translates them.

use super::pen::Pen;
use crate::{
    dom::{child, label, link, text},
    error::PageError,
};
use postil::card::{ReviewCard, ReviewLine};
use web_sys::Element;

impl Pen<'_> {
    pub(super) fn review(&self, to: &Element, card: &ReviewCard) -> Result<(), PageError> {
        let strings = self.strings;
        let kind = if card.reviews.len() == 1 { &strings.kind_review } else { &strings.kind_reviews };
        let head = self.head(to, Some(kind), &card.words)?;
        head.set_class_name("head sentence");
        self.stated_by(&head, card.reported, &card.stated_by)?;
        if card.disagree {
            label(to, "p", "note", &strings.verdicts_differ)?;
        }
        let list = child(to, "ul", "reviews")?;
        list.set_attribute("role", "list")?;
        card.reviews.iter().try_for_each(|review| self.reviewed(&list, review))
    }

    /// One fact-check, under its verdict.
    fn reviewed(&self, list: &Element, review: &ReviewLine) -> Result<(), PageError> {
        let item = child(list, "li", if review.old { "review old" } else { "review" })?;
        item.set_attribute("part", "review")?;
        published(&item, "h3", "headline", &review.verdict, review)?;
        self.dated(&item, &review.publisher, review.date.as_deref())?;
        let said = [(review.old, &self.strings.review_old), (review.by_address, &self.strings.names_article)];
        for (_, words) in said.iter().filter(|(holds, _)| *holds) {
            label(&item, "p", "aside", words)?;
        }
        label(&item, "p", "heading", &self.strings.claim_reviewed)?;
        published(&item, "blockquote", "words", &review.claim, review)?;
        if let Some(claimant) = &review.claimant {
            let line = self.sentence(&item, "p", "aside", &self.strings.claim_made_by, &[("who", claimant)])?;
            self.on_day(&line, review.claimed.as_deref())?;
        }
        self.to_review(&item, review)
    }

    /// Who published it, and when.
    fn dated(&self, to: &Element, publisher: &str, date: Option<&str>) -> Result<(), PageError> {
        let line = child(to, "p", "publisher")?;
        text(&line, "bdi", "", publisher)?;
        self.on_day(&line, date)
    }

    pub(super) fn on_day(&self, line: &Element, date: Option<&str>) -> Result<(), PageError> {
        let Some(date) = date else { return Ok(()) };
        self.dot(line)?;
        label(line, "span", "fragment", &self.format.date(date)).map(drop)
    }

    fn to_review(&self, to: &Element, review: &ReviewLine) -> Result<(), PageError> {
        let way = link(to, "more", &self.strings.read_review, Some(&review.url))?;
        if !way.has_attribute("href") {
            way.remove();
            return Ok(());
        }
        let (publisher, window) = (&review.publisher, &self.strings.new_window);
        label(&way, "span", "unseen", &format!(" ({publisher}; {window})")).map(drop)
    }
}

/// Words of a publisher, in the language that they are in.
pub(super) fn published(
    to: &Element,
    tag: &str,
    class: &str,
    words: &str,
    review: &ReviewLine,
) -> Result<(), PageError> {
    let element = text(to, tag, class, words)?;
    if let Some(language) = &review.language {
        element.set_attribute("lang", language)?;
    }
    Ok(())
}
