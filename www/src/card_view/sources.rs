//! The sources at a card's foot, and the small numbers that refer to them.
//!
//! Takes [`Source`]s, draws a numbered list. Example: “1 Title, Publisher, 13 July 2022”.
//!
//! Invariant: only http and https addresses become links.

use super::{frame::NUMBER, pen::Pen};
use crate::{
    dom::{child, label, link, text},
    error::PageError,
};
use postil::card::Source;
use web_sys::Element;

impl Pen<'_> {
    pub(super) fn sources(&self, to: &Element, sources: &[Source]) -> Result<(), PageError> {
        if sources.is_empty() {
            return Ok(());
        }
        let foot = child(to, "div", "sources")?;
        foot.set_attribute("part", "sources")?;
        self.heading(&foot, &self.strings.sources)?;
        let list = child(&foot, "ol", "")?;
        sources.iter().enumerate().try_for_each(|(index, source)| self.source(&list, index, source))
    }

    fn source(&self, list: &Element, index: usize, source: &Source) -> Result<(), PageError> {
        let item = child(list, "li", "")?;
        item.set_attribute(NUMBER, &self.format.whole(index + 1))?;
        let words = link(&item, "work", &source.title, source.url.as_deref())?;
        if words.has_attribute("href") {
            label(&words, "span", "unseen", &format!(" ({})", &self.strings.new_window))?;
        }
        if let Some(publisher) = &source.publisher {
            self.dot(&item)?;
            text(&item, "bdi", "fragment", publisher)?;
        }
        if let Some(date) = &source.date {
            self.dot(&item)?;
            label(&item, "span", "fragment", &self.format.date(date))?;
        }
        Ok(())
    }

    /// Small numbers for indices into the card's sources.
    pub(super) fn reference(&self, to: &Element, sources: &[usize]) -> Result<(), PageError> {
        for (at, source) in sources.iter().enumerate() {
            let number = self.format.whole(source.saturating_add(1));
            let mark = child(to, "sup", "reference")?;
            if at > 0 {
                label(&mark, "span", "", ",")?.set_attribute("aria-hidden", "true")?;
            }
            label(&mark, "span", "unseen", &format!(" {} ", self.strings.source))?;
            label(&mark, "span", "", &number)?;
        }
        Ok(())
    }
}
