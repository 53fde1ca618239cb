//! Dates, numbers and counts as the reader's language writes them.
//!
//! Takes ISO 8601 dates and numbers, gives words. Example: in British English `2022-02-21` is “21 February 2022”,
//! `2022-02` is “February 2022” and `2014` is “2014”: never more precise than the data.
//!
//! Invariant: a day never shifts with the reader's time zone; everything is reckoned in UTC.

use js_sys::{Array, Date, Function, Intl, Number, Object, Reflect};
use std::cell::OnceCell;
use wasm_bindgen::JsValue;

/// A date as precise as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct IsoDate {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

/// The formats of one locale, made when first needed: each costs more than drawing the line that it writes.
pub(crate) struct Format {
    locale: String,
    year: OnceCell<Function>,
    month: OnceCell<Function>,
    day: OnceCell<Function>,
    weekday: OnceCell<Function>,
    short_weekday: OnceCell<Function>,
    whole: OnceCell<Function>,
}

impl IsoDate {
    /// Reads `2014`, `2022-02`, `2022-02-21`; none for anything else.
    pub(crate) fn parse(text: &str) -> Option<IsoDate> {
        let mut parts = text.split('T').next()?.split('-');
        let year = digits(parts.next()?, 4).and_then(|year| i32::try_from(year).ok()).filter(|year| *year >= 1000)?;
        let month =
            parts.next().map(|month| digits(month, 2).filter(|m| (1..=12).contains(m)).ok_or(())).transpose().ok()?;
        let day = parts.next().map(|day| digits(day, 2).filter(|d| (1..=31).contains(d)).ok_or(())).transpose().ok()?;
        parts.next().is_none().then_some(IsoDate { year, month, day })
    }

    /// Whether it names a day.
    pub(crate) fn is_day(&self) -> bool {
        self.day.is_some()
    }

    /// Its first moment, `days` later, in UTC.
    fn moment(&self, days: i32) -> f64 {
        let month = self.month.map_or(0, |month| month as i32 - 1);
        let day = self.day.map_or(1, |day| day as i32) + days;
        Date::utc(f64::from(self.year), f64::from(month)) + f64::from(day - 1) * 86_400_000.0
    }

    /// How many days from `other` to this.
    pub(crate) fn days_since(&self, other: &IsoDate) -> i32 {
        ((self.moment(0) - other.moment(0)) / 86_400_000.0) as i32
    }
}

fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

impl Format {
    /// The formats of `locale`, which is a well-formed tag.
    pub(crate) fn new(locale: String) -> Format {
        Format {
            locale,
            year: OnceCell::new(),
            month: OnceCell::new(),
            day: OnceCell::new(),
            weekday: OnceCell::new(),
            short_weekday: OnceCell::new(),
            whole: OnceCell::new(),
        }
    }

    /// A date, as precise as `iso`; `iso` itself where it is no date.
    pub(crate) fn date(&self, iso: &str) -> String {
        IsoDate::parse(iso).map_or_else(|| iso.to_owned(), |date| self.plain(&date))
    }

    /// The same with the weekday, where `iso` names a day.
    pub(crate) fn long_date(&self, iso: &str) -> String {
        let Some(date) = IsoDate::parse(iso) else { return iso.to_owned() };
        if !date.is_day() {
            return self.plain(&date);
        }
        let pattern = [("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")];
        self.day_written(self.weekday.get_or_init(|| self.pattern(&pattern)), &date)
    }

    fn plain(&self, date: &IsoDate) -> String {
        let (year, month, day) = (("year", "numeric"), ("month", "long"), ("day", "numeric"));
        let format = match date {
            IsoDate { day: Some(_), .. } => self.day.get_or_init(|| self.pattern(&[day, month, year])),
            IsoDate { month: Some(_), .. } => self.month.get_or_init(|| self.pattern(&[month, year])),
            _ => self.year.get_or_init(|| self.pattern(&[year])),
        };
        self.day_written(format, date)
    }

    /// `Intl` has French begin a month on “1 mars”; the French say “1er mars”.
    fn day_written(&self, format: &Function, date: &IsoDate) -> String {
        let words = write(format, date.moment(0));
        let first = date.day == Some(1) && self.locale.starts_with("fr");
        match words.split_once('1') {
            Some((before, after)) if first => [before, "1er", after].concat(),
            _ => words,
        }
    }

    /// The short name of the weekday and the day of the month, `days` after `date`.
    pub(crate) fn calendar_day(&self, date: &IsoDate, days: i32) -> (String, String) {
        let moment = date.moment(days);
        let weekday = self.short_weekday.get_or_init(|| self.pattern(&[("weekday", "short")]));
        (write(weekday, moment), self.whole(Date::new(&moment.into()).get_utc_date() as usize))
    }

    /// A whole number.
    pub(crate) fn whole(&self, number: usize) -> String {
        // But for Arabic every language that there are words for writes these alike, and a first number format costs 15 ms.
        if number < 1000 && !self.locale.starts_with("ar") {
            return number.to_string();
        }
        write(self.whole.get_or_init(|| self.decimal(0)), number as f64)
    }

    /// A number with at most `decimals` places.
    pub(crate) fn number(&self, number: f64, decimals: u32) -> String {
        write(&self.decimal(decimals), number)
    }

    /// A number with what it counts: a percentage, the ISO 4217 code of a currency, a unit of time, another unit's symbol, or nothing.
    /// `step` is the place of its last digit that counts: a hundredth of a percentage is shown where it is told.
    pub(crate) fn figure(&self, value: f64, unit: &str, step: f64) -> String {
        let (places, style): (u32, &[(&str, &str)]) = match unit {
            "%" if step >= 0.1 => (1, &[]),
            "calendar year" => return (value as u32).to_string(),
            "year" | "month" | "week" | "day" | "hour" | "minute" => {
                (1, &[("style", "unit"), ("unit", unit), ("unitDisplay", "long")])
            }
            code if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => {
                (2, &[("style", "currency"), ("currency", code)])
            }
            _ => (2, &[]),
        };
        let options = options(&[("maximumFractionDigits", places.into()), ("minimumFractionDigits", 0.into())]);
        style.iter().for_each(|(key, value)| set(&options, key, &(*value).into()));
        let number = write(&Intl::NumberFormat::new(&self.locales(), &options).format(), value);
        match unit {
            "%" => format!("{number}%"),
            "$" | "¥" => format!("{unit}{number}"),
            _ if style.is_empty() && !unit.is_empty() => format!("{number}\u{a0}{unit}"),
            _ => number,
        }
    }

    /// The plural category of a count.
    pub(crate) fn plural(&self, count: usize) -> String {
        Intl::PluralRules::new(&self.locales(), &Object::new()).select(count as f64).into()
    }

    /// Names in a row, as a sentence has them: “Mira Lund and Tom Brask”.
    pub(crate) fn list<'a>(&self, names: impl Iterator<Item = &'a str>) -> String {
        let names: Array = names.map(JsValue::from_str).collect();
        Intl::ListFormat::new(&self.locales(), &Object::new()).format(&names).into()
    }

    fn pattern(&self, parts: &[(&str, &str)]) -> Function {
        let parts: Vec<_> = parts.iter().map(|(key, value)| (*key, JsValue::from_str(value))).collect();
        let options = options(&parts);
        set(&options, "timeZone", &"UTC".into());
        // A locale may have another calendar; ours are days of this one.
        set(&options, "calendar", &"gregory".into());
        Intl::DateTimeFormat::new(&self.locales(), &options).format()
    }

    fn decimal(&self, places: u32) -> Function {
        let options = options(&[("maximumFractionDigits", places.into())]);
        Intl::NumberFormat::new(&self.locales(), &options).format()
    }

    fn locales(&self) -> Array {
        Array::of1(&self.locale.as_str().into())
    }
}

/// What a format writes for a number or for a moment; the number itself should the browser refuse it.
fn write(format: &Function, value: f64) -> String {
    let written = format.call1(&JsValue::UNDEFINED, &value.into());
    written
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| Number::from(value).to_string_with_radix(10).map_or_else(|_| String::new(), String::from))
}

fn options(entries: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    for (key, value) in entries {
        set(&options, key, value);
    }
    options
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a key of an object just made cannot fail.
    let _ = Reflect::set(object, &key.into(), value);
}

#[cfg(test)]
mod tests {
    use super::IsoDate;

    #[test]
    fn a_date_is_as_precise_as_its_text() {
        let read = |text| IsoDate::parse(text).map(|date| (date.year, date.month, date.day));
        assert_eq!(read("2014"), Some((2014, None, None)));
        assert_eq!(read("2022-02"), Some((2022, Some(2), None)));
        assert_eq!(read("2022-02-21"), Some((2022, Some(2), Some(21))));
        assert_eq!(read("2022-07-14T23:30:00-11:00"), Some((2022, Some(7), Some(14))));
    }

    #[test]
    fn what_is_no_date_stays_text() {
        for text in ["", "last week", "22-02", "2022-13", "2022-02-40", "2022-2-1", "2022-02-21-3", "0099", "２０２２"]
        {
            assert_eq!(IsoDate::parse(text), None, "{text}");
        }
    }
}
