//! The card of a sentence whose claim was checked by others: who found what, and when.
//!
//! Takes a match; gives the reviews side by side, the newest first. Example: “One in four homes in Leeds is without a car” shows the
//! verdict of each publisher in its own words, the claim as it was reviewed, and a link.
//!
//! Invariant: a verdict is its publisher's, word for word; nothing ranks one above another but its date.

use super::{ReviewCard, ReviewLine, Why, compose::Desk};
use crate::{order::sort_by, pack::ReviewRecord, review};
use time::{Date, Month};

pub(super) fn card(desk: &Desk, index: usize) -> Option<ReviewCard> {
    let found = desk.notes.reviews.get(index)?;
    let records = found.reviews.iter().filter_map(|&review| desk.knowledge.review(review));
    let mut reviews: Vec<ReviewLine> = records.map(|record| line(&record, desk)).collect();
    sort_by(&mut reviews, |line| (usize::MAX - line.date.as_deref().and_then(day_number).unwrap_or(0), 0));
    grey(&mut reviews, desk.article.published());
    let said = found.attribution.and_then(|index| desk.notes.attributions.get(index));
    Some(ReviewCard {
        words: desk.words(found.span),
        reported: said.is_some(),
        stated_by: said.map_or_else(Vec::new, |said| desk.said(said)),
        disagree: disagree(&reviews),
        reviews,
        why: Why::Review,
    })
}

fn line(record: &ReviewRecord, desk: &Desk) -> ReviewLine {
    ReviewLine {
        claim: record.claim.to_owned(),
        verdict: record.verdict.to_owned(),
        publisher: record.publisher.to_owned(),
        date: record.date.map(str::to_owned),
        claimant: record.claimant.map(str::to_owned),
        claimed: record.claimed.map(str::to_owned),
        url: record.url.to_owned(),
        language: record.language.map(str::to_owned),
        old: false,
        by_address: review::names(record, desk.article),
    }
}

/// What was true once may be so no longer: a review is old a year before another of the same claim, three before the article.
const SUPERSEDED: usize = 365;
const OUTDATED: usize = 3 * 365;

/// Tells which reviews are old. They stand newest first; one without a date is not old.
fn grey(reviews: &mut [ReviewLine], published: Option<Date>) {
    let newest = reviews.first().and_then(|line| day_number(line.date.as_deref()?));
    let published = published.map(number);
    for line in reviews {
        let Some(day) = line.date.as_deref().and_then(day_number) else { continue };
        let is_before = |later: Option<usize>, by: usize| later.is_some_and(|later| day + by < later);
        line.old = is_before(newest, SUPERSEDED) || is_before(published, OUTDATED);
    }
}

/// The number of the day with which a date of any precision begins; of a year alone its first.
fn day_number(iso: &str) -> Option<usize> {
    let mut parts = iso.get(..10).unwrap_or(iso).split('-');
    let year = parts.next()?.parse().ok()?;
    let mut part = || parts.next().map_or(Some(1), |part| part.parse::<u8>().ok());
    let (month, day) = (Month::try_from(part()?).ok()?, part()?);
    Date::from_calendar_date(year, month, day).ok().map(number)
}

fn number(day: Date) -> usize {
    usize::try_from(day.to_julian_day()).unwrap_or(0)
}

/// Whether two publishers word their verdicts differently. What the words mean is for a reader to judge.
fn disagree(reviews: &[ReviewLine]) -> bool {
    let differs = |one: &ReviewLine, other: &ReviewLine| {
        one.publisher != other.publisher && !one.verdict.eq_ignore_ascii_case(&other.verdict)
    };
    reviews.iter().any(|one| reviews.iter().any(|other| differs(one, other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(publisher: &str, verdict: &str, date: Option<&str>) -> ReviewLine {
        ReviewLine {
            claim: "The bridge is closed.".to_owned(),
            verdict: verdict.to_owned(),
            publisher: publisher.to_owned(),
            date: date.map(str::to_owned),
            claimant: None,
            claimed: None,
            url: "https://example.org/bridge".to_owned(),
            language: None,
            old: false,
            by_address: false,
        }
    }

    #[track_caller]
    fn check_old(dates: &[Option<&str>], published: Option<&str>, expected: &[bool]) {
        let mut lines: Vec<_> = dates.iter().map(|date| line("One", "False", *date)).collect();
        grey(&mut lines, published.and_then(crate::day));
        assert_eq!(lines.iter().map(|line| line.old).collect::<Vec<_>>(), expected, "{dates:?} {published:?}");
    }

    #[test]
    fn a_review_grows_old() {
        check_old(&[Some("2026-03-01"), Some("2025-04-01"), Some("2024-02-01")], None, &[false, false, true]);
        check_old(&[Some("2026"), Some("2024-12"), None], None, &[false, true, false]);
        check_old(&[Some("2022-07-01T08:00:00Z")], Some("2026-11-24"), &[true]);
        check_old(&[Some("2024-07-01"), Some("some day")], Some("2026-11-24"), &[false, false]);
    }

    #[test]
    fn two_publishers_differ_by_their_words_alone() {
        let differ = |lines: &[(&str, &str)]| {
            disagree(&lines.iter().map(|(publisher, verdict)| line(publisher, verdict, None)).collect::<Vec<_>>())
        };
        assert!(differ(&[("One", "False"), ("Two", "Mostly false")]));
        assert!(!differ(&[("One", "False"), ("Two", "false")]));
        assert!(!differ(&[("One", "False"), ("One", "Corrected: true")]));
        assert!(!differ(&[]));
    }
}
