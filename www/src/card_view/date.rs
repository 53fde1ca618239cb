//! A date that a weekday or a date without a year means.
//!
//! Takes the day and the day of publication, draws a line of the calendar. Example: “on Wednesday” is Wednesday 13 July
//! 2022, reckoned from Thursday 14 July 2022.
//!
//! Invariant: a month or a year is not drawn as a day.

use super::pen::Pen;
use crate::{
    dom::{child, label},
    error::PageError,
    format::IsoDate,
};
use postil::card::{Agreement, Check};
use web_sys::Element;

/// How many days are drawn before and after the day meant.
const AROUND: i32 = 3;

impl Pen<'_> {
    pub(super) fn date(&self, to: &Element, check: &Check) -> Result<(), PageError> {
        let Check::Date { date, published, weekday } = check else { return Ok(()) };
        label(to, "p", "result", &self.format.long_date(date))?;
        if let Some(day) = IsoDate::parse(date).filter(IsoDate::is_day) {
            let published = published.as_deref().and_then(IsoDate::parse).filter(IsoDate::is_day);
            self.calendar(to, &day, published)?;
        }
        if let Some(weekday) = weekday {
            self.sentence(to, "p", "line", &self.strings.article_says, &[("quantity", weekday)])?;
            self.verdict(to, Agreement::Differs, self.at_precision(Agreement::Differs))?;
        }
        if let Some(published) = published {
            let reckoned = [("date", &*self.format.long_date(published))];
            self.sentence(to, "p", "aside", &self.strings.reckoned_from, &reckoned)?;
        }
        Ok(())
    }

    /// A week around the day; the sentences around it say the same, so that nobody needs to hear seven numbers.
    fn calendar(&self, to: &Element, day: &IsoDate, published: Option<IsoDate>) -> Result<(), PageError> {
        let week = child(to, "div", "calendar")?;
        week.set_attribute("aria-hidden", "true")?;
        let publication = published.map(|published| published.days_since(day));
        for offset in -AROUND..=AROUND {
            let class = match offset {
                0 => "day here",
                _ if Some(offset) == publication => "day publication",
                _ => "day",
            };
            let (weekday, number) = self.format.calendar_day(day, offset);
            let cell = child(&week, "div", class)?;
            label(&cell, "span", "weekday", &weekday)?;
            label(&cell, "span", "number", &number)?;
        }
        Ok(())
    }
}
