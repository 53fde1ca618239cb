//! A place in an ordered list, “third country to recognise”, or the number of its entries, “32 members”.
//!
//! Takes an ordinal [`Check`], draws the list with dates, its entry of this claim, and what is not counted. Example: 1 Russia,
//! 2 Syria, 3 North Korea.
//!
//! Invariant: an entry without a rank gets none from its place in the list.

use super::pen::Pen;
use crate::{
    dom::{child, label, text},
    error::PageError,
    strings::fill,
};
use postil::card::{Agreement, Check, Exclusion, ListItem};
use web_sys::Element;

impl Pen<'_> {
    pub(super) fn ordinal(&self, to: &Element, head: &Element, check: &Check) -> Result<(), PageError> {
        let Check::Ordinal { listed, title, counts, as_of, items, length, excluded, verdict, origin, .. } = check
        else {
            return Ok(());
        };
        self.verdict(head, *verdict, self.agreement(*verdict))?;
        if let Some(title) = title {
            text(to, "p", "line", title)?;
        }
        if let Some(listed) = listed {
            let words = fill(&self.strings.listed, &[("n", &self.format.whole(*listed))]);
            label(to, "p", "line", &words)?;
        }
        self.items(to, items, *length)?;
        self.counted(to, counts.as_deref(), as_of.as_deref())?;
        self.excluded(to, excluded)?;
        self.origin(to, *origin)
    }

    fn agreement(&self, verdict: Agreement) -> &str {
        match verdict {
            Agreement::Agrees => &self.strings.agrees,
            Agreement::Differs => &self.strings.differs,
            Agreement::Open => &self.strings.open,
        }
    }

    /// The entries; of a long list with a line for what is left out between two of them.
    fn items(&self, to: &Element, items: &[ListItem], length: usize) -> Result<(), PageError> {
        if items.is_empty() {
            return label(to, "p", "aside", &self.strings.no_list).map(drop);
        }
        // Room for the ranks that a list of this length has, jointly held ones too.
        let class = match length {
            ..10 => "order",
            10..100 => "order tens",
            _ => "order hundreds",
        };
        let list = child(to, "ol", class)?;
        list.set_attribute("part", "list")?;
        list.set_attribute("role", "list")?;
        let last = ListItem { place: length + 1, ..ListItem::default() };
        for (item, next) in items.iter().zip(items.iter().skip(1).chain([&last])) {
            self.item(&list, item)?;
            self.gap(&list, (next.place).saturating_sub(item.place + 1))?;
        }
        Ok(())
    }

    fn gap(&self, list: &Element, count: usize) -> Result<(), PageError> {
        if count == 0 {
            return Ok(());
        }
        let sentence = self.strings.plural("entries", &self.format.plural(count));
        let words = fill(sentence, &[("n", &self.format.whole(count))]);
        label(&child(list, "li", "gap")?, "span", "name", &words).map(drop)
    }

    fn item(&self, list: &Element, item: &ListItem) -> Result<(), PageError> {
        let line = child(list, "li", if item.here { "here" } else { "" })?;
        let rank = item.rank.map(|rank| self.format.whole(rank as usize)).unwrap_or_default();
        let rank = label(&line, "span", "rank", &rank)?;
        if item.joint {
            label(&rank, "span", "joint", "=")?.set_attribute("title", &self.strings.joint)?;
        }
        let name = text(&line, "span", "name", &item.name)?;
        if item.here {
            line.set_attribute("aria-current", "true")?;
            label(&name, "span", "unseen", &format!(" ({})", &self.strings.this_claim))?;
        }
        self.when(&line, item.date.as_deref(), item.until.as_deref(), &item.sources)
    }

    /// The date and its sources, at the end of a line.
    fn when(
        &self,
        line: &Element,
        date: Option<&str>,
        until: Option<&str>,
        sources: &[usize],
    ) -> Result<(), PageError> {
        let when = child(line, "span", "date")?;
        if let Some(date) = date {
            label(&when, "time", "", &self.format.date(date))?.set_attribute("datetime", date)?;
        }
        self.reference(&when, sources)?;
        if let Some(until) = until {
            let words = fill(&self.strings.until, &[("date", &self.format.date(until))]);
            label(&when, "span", "until", &words)?;
        }
        Ok(())
    }

    /// “Counted: UN member states, complete to 30 September 2022”
    fn counted(&self, to: &Element, counts: Option<&str>, as_of: Option<&str>) -> Result<(), PageError> {
        let line = child(to, "p", "aside")?;
        if let Some(counts) = counts {
            self.sentence(&line, "span", "fragment", &self.strings.counted, &[("what", counts)])?;
        }
        if let Some(as_of) = as_of {
            if counts.is_some() {
                self.dot(&line)?;
            }
            let date = self.format.date(as_of);
            label(&line, "span", "fragment", &fill(&self.strings.complete_to, &[("date", &date)]))?;
        }
        if line.child_element_count() == 0 {
            line.remove();
        }
        Ok(())
    }

    fn excluded(&self, to: &Element, excluded: &[Exclusion]) -> Result<(), PageError> {
        if excluded.is_empty() {
            return Ok(());
        }
        self.heading(to, &self.strings.not_counted)?;
        let list = child(to, "ul", "order excluded")?;
        for (index, exclusion) in excluded.iter().enumerate() {
            let line = child(&list, "li", "")?;
            text(&line, "span", "name", &exclusion.name)?;
            self.when(&line, exclusion.date.as_deref(), None, &exclusion.sources)?;
            // A reason that several share is said once, under the last of them.
            if excluded.get(index + 1).is_none_or(|next| next.reason != exclusion.reason) {
                text(&line, "span", "reason", &exclusion.reason)?;
            }
        }
        Ok(())
    }
}
