//! Words of the calendar, and the day that they mean.
//!
//! Takes weekdays and days of a month without a year, the day of publication and the tense; gives a day. Example: “on
//! Wednesday” in the past, published on Thursday 14 July 2022, is 13 July 2022.
//!
//! Invariant: pure arithmetic on civil dates; no clock, no time zone.

use super::tense::Tense;
use time::{Date, Duration, Month, Weekday};

/// Weekdays, written out in title case.
pub(in crate::claim) fn weekday(word: &str) -> Option<Weekday> {
    let stem = word.strip_suffix("day")?;
    let days = "Mon Tues Wednes Thurs Fri Satur Sun".split(' ').position(|day| day == stem)?;
    Some(Weekday::Monday.nth_next(u8::try_from(days).ok()?))
}

/// Months, written out or as news styles shorten them, with or without the stop.
pub(in crate::claim) fn month(word: &str) -> Option<Month> {
    const MONTHS: [(&str, &str); 12] = [
        ("January", "Jan"),
        ("February", "Feb"),
        ("March", "Mar"),
        ("April", "Apr"),
        ("May", "May"),
        ("June", "Jun"),
        ("July", "Jul"),
        ("August", "Aug"),
        ("September", "Sept"),
        ("October", "Oct"),
        ("November", "Nov"),
        ("December", "Dec"),
    ];
    let bare = word.strip_suffix('.').unwrap_or(word);
    let bare = if bare == "Sep" { "Sept" } else { bare };
    let month = MONTHS.iter().position(|(name, short)| *name == word || *short == bare)?;
    u8::try_from(month + 1).ok()?.try_into().ok()
}

/// Whether a word is the number of a year: “1991”.
#[inline(never)]
pub(in crate::claim) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u16| (1000..2200).contains(&year))
}

/// How the words bind a weekday to the publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Anchor {
    /// “on Wednesday”: by the tense.
    Nearest,
    /// “last Friday”
    Last,
    /// “next Monday”
    Next,
    /// “Friday last week”, “Friday next week”: so many weeks on.
    Week(i8),
}

/// The day that a weekday means; none where readers would differ.
pub(in crate::claim) fn resolve_weekday(
    day: Weekday,
    anchor: Anchor,
    tense: Option<Tense>,
    published: Date,
) -> Option<Date> {
    let today = published.weekday();
    let monday = i64::from(today.number_days_from_monday());
    let weekday = i64::from(day.number_days_from_monday());
    let ahead = (weekday - monday).rem_euclid(7);
    let back = (monday - weekday).rem_euclid(7);
    let days = match (anchor, tense) {
        (Anchor::Nearest, Some(Tense::Past)) => -back,
        // On a Friday, “will meet on Friday” may be today or in a week.
        (Anchor::Nearest, Some(Tense::Future)) if ahead > 0 => ahead,
        // On a Saturday, “last Friday” may be yesterday or eight days ago; on a Monday it cannot.
        (Anchor::Last, _) if weekday >= monday => weekday - monday - 7,
        (Anchor::Next, _) if weekday <= monday => weekday - monday + 7,
        (Anchor::Week(weeks), _) => weekday - monday + 7 * i64::from(weeks),
        _ => return None,
    };
    published.checked_add(Duration::days(days))
}

/// A day of a month without a year: the nearest one, unless the tense forbids it.
pub(in crate::claim) fn resolve_day(month: Month, day: u8, tense: Option<Tense>, published: Date) -> Option<Date> {
    let year = published.year();
    let candidates = (year - 1..=year + 1).filter_map(|year| Date::from_calendar_date(year, month, day).ok());
    let distance = |date: &Date| (*date - published).whole_days();
    let allowed = candidates.filter(|date| match tense {
        Some(Tense::Past) => *date <= published,
        Some(Tense::Future) => *date >= published,
        None => true,
    });
    let nearest = allowed.min_by_key(|date| distance(date).abs())?;
    let limit = if nearest.year() == year && tense.is_some() { 366 } else { 183 };
    (distance(&nearest).abs() <= limit).then_some(nearest)
}

/// A weekday with a day of a month: the nearest year in which they fall together.
pub(in crate::claim) fn resolve_full(weekday: Weekday, month: Month, day: u8, published: Date) -> Option<Date> {
    let year = published.year();
    let fits = |date: &Date| date.weekday() == weekday && (date.year() - year).abs() <= 1;
    let dates = (year - 1..=year + 1).filter_map(|year| Date::from_calendar_date(year, month, day).ok()).filter(fits);
    dates.min_by_key(|date| (*date - published).abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Anchor::{Last, Nearest, Next, Week};
    use Month::{December, February, January, May, September};

    /// A Thursday.
    const PUBLISHED: Date = date(2022, 7, 14);

    const fn date(year: i32, month: u8, day: u8) -> Date {
        let month = match month {
            2 => February,
            7 => Month::July,
            _ => December,
        };
        match Date::from_calendar_date(year, month, day) {
            Ok(date) => date,
            Err(_) => panic!("no such day"),
        }
    }

    #[track_caller]
    fn check(day: &str, anchor: Anchor, tense: Option<Tense>, expected: Option<Date>) {
        let day = weekday(day).expect("a weekday");
        assert_eq!(resolve_weekday(day, anchor, tense, PUBLISHED), expected);
    }

    #[test]
    fn weekdays_by_tense() {
        check("Wednesday", Nearest, Some(Tense::Past), Some(date(2022, 7, 13)));
        check("Thursday", Nearest, Some(Tense::Past), Some(PUBLISHED));
        check("Friday", Nearest, Some(Tense::Past), Some(date(2022, 7, 8)));
        check("Friday", Nearest, Some(Tense::Future), Some(date(2022, 7, 15)));
        check("Wednesday", Nearest, Some(Tense::Future), Some(date(2022, 7, 20)));
        check("Thursday", Nearest, Some(Tense::Future), None);
        check("Wednesday", Nearest, None, None);
    }

    #[test]
    fn last_and_next_only_where_readers_agree() {
        check("Friday", Last, None, Some(date(2022, 7, 8)));
        check("Thursday", Last, None, Some(date(2022, 7, 7)));
        check("Monday", Last, None, None);
        check("Monday", Next, None, Some(date(2022, 7, 18)));
        check("Friday", Next, None, None);
        check("Sunday", Week(-1), None, Some(date(2022, 7, 10)));
        check("Tuesday", Week(1), None, Some(date(2022, 7, 19)));
    }

    #[test]
    fn days_of_a_month() {
        let resolve = |month, day, tense| resolve_day(month, day, tense, PUBLISHED);
        assert_eq!(resolve(February, 24, None), Some(date(2022, 2, 24)));
        assert_eq!(resolve(February, 24, Some(Tense::Past)), Some(date(2022, 2, 24)));
        assert_eq!(resolve(December, 20, Some(Tense::Past)), None, "seven months back in another year");
        assert_eq!(resolve(December, 20, Some(Tense::Future)), Some(date(2022, 12, 20)));
        assert_eq!(resolve(February, 29, None), None, "no such day near");
        assert_eq!(resolve(February, 0, None), None);
    }

    #[test]
    fn a_weekday_settles_the_year() {
        assert_eq!(resolve_full(Weekday::Thursday, February, 24, PUBLISHED), Some(date(2022, 2, 24)));
        assert_eq!(resolve_full(Weekday::Wednesday, February, 24, PUBLISHED), Some(date(2021, 2, 24)));
        assert_eq!(resolve_full(Weekday::Monday, February, 24, PUBLISHED), None);
    }

    #[test]
    fn months() {
        let months = ["February", "Feb.", "Feb", "Sept.", "Sep", "May"].map(month);
        assert_eq!(months, [February, February, February, September, September, May].map(Some));
        assert!(["may", "Decem", "", "."].into_iter().all(|word| month(word).is_none()));
    }

    #[test]
    fn the_ends_of_time_are_no_panic() {
        for published in [Date::MIN, Date::MAX] {
            for day in 1..=31 {
                let _ = resolve_day(December, day, None, published);
                let _ = resolve_full(Weekday::Friday, January, day, published);
            }
            assert!(resolve_weekday(Weekday::Friday, Week(1), None, published).is_none_or(|date| date > published));
        }
    }
}
