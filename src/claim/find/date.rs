//! Days named without a year: weekdays and days of a month, resolved from the day of publication.
//!
//! Takes a token that names a weekday, a month or a day of one; gives the claim. Example: in an article of 14 July 2022,
//! “said on Wednesday” is 13 July 2022 and “its February 24 invasion” is 24 February 2022.
//!
//! Invariant: no publication date, no claim; nothing inside quotation marks, inside a name, or recurring.

use super::{weekday, when::year};
use crate::claim::{
    Answer, Claim, ClaimKind,
    read::{
        calendar,
        tense::{self, Tense},
        word,
    },
};
use crate::word_list::{WordList, is_among};
use crate::{mention::Cast, segment::Text, segment::TokenKind};
use std::ops::Range;
use time::{Date, Month, Weekday};

/// The date that begins, or whose weekday or month stands, at this token.
pub(super) fn at(text: &Text, cast: &Cast, token: usize, published: Date) -> Option<Claim> {
    let word = text.word(token);
    let (tokens, date) = if let Some(day) = calendar::weekday(word) {
        let (tokens, date) =
            full_date(text, token, day, published).or_else(|| weekday::resolve(text, cast, token, day, published))?;
        (tokens, date)
    } else {
        let day = day_of_month(text, token)?;
        let date = resolve(text, &day, published)?;
        (day.tokens, date)
    };
    let named = cast.mentions.partition_point(|mention| mention.span.end <= text.tokens[token].span.start);
    let span = text.span(tokens);
    let in_name = cast.mentions.get(named).is_some_and(|mention| mention.span.overlaps(span));
    (!in_name).then(|| Claim { answer: Some(Answer::Day(date)), ..Claim::new(ClaimKind::Date, span) })
}

/// “Wednesday, July 13”: the weekday settles the year.
fn full_date(text: &Text, token: usize, weekday: Weekday, published: Date) -> Option<(Range<usize>, Date)> {
    let next = token + 1 + usize::from(text.is(token + 1, ","));
    let day = day_of_month(text, next).filter(|day| day.tokens.start == next)?;
    Some((token..day.tokens.end, calendar::resolve_full(weekday, day.month, day.day, published)?))
}

/// A day of a month, as written.
pub(super) struct DayOfMonth {
    pub(super) tokens: Range<usize>,
    pub(super) month: Month,
    pub(super) day: u8,
}

/// “February 24”, unless a year or a second day follows.
fn day_of_month(text: &Text, token: usize) -> Option<DayOfMonth> {
    day_and_month(text, token).filter(|day| !has_year(text, day.tokens.end) && !is_stretch(text, &day.tokens))
}

/// “February 24”, “Feb. 24th”, “24 February”, “24th of February”
pub(super) fn day_and_month(text: &Text, token: usize) -> Option<DayOfMonth> {
    let day = if let Some(month) = calendar::month(text.word(token)) {
        let day = day_number(text, token + 1)?;
        let end = token + 2 + usize::from(is_ending(text, token + 2));
        DayOfMonth { tokens: token..end, month, day }
    } else {
        let day = day_number(text, token)?;
        let mut at = token + 1 + usize::from(is_ending(text, token + 1));
        at += usize::from(text.is(at, "of"));
        DayOfMonth { tokens: token..at + 1, month: calendar::month(text.word(at))?, day }
    };
    let within = text.sentence_of(day.tokens.start) == text.sentence_of(day.tokens.end - 1);
    within.then_some(day)
}

fn day_number(text: &Text, token: usize) -> Option<u8> {
    let number = text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Number && token.span.len() <= 2);
    text.word(token).parse().ok().filter(|day| number && (1..=31).contains(day))
}

fn is_ending(text: &Text, token: usize) -> bool {
    text.is(token, "st nd rd th")
}

fn has_year(text: &Text, next: usize) -> bool {
    let skipped = usize::from(text.is(next, ", of in"));
    year(text, next).or_else(|| year(text, next + skipped)).is_some()
}

/// “March 1–8”, “July 14 to 16”, “10:30”, “March 10 000”: more than a day, or none.
pub(super) fn is_stretch(text: &Text, tokens: &Range<usize>) -> bool {
    let is_number = |token: usize| text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Number);
    let after = text.word(tokens.end);
    let joined = is_among(after, "- – — to through : /") && is_number(tokens.end + 1);
    let before = tokens.start.checked_sub(1).map_or("", |token| text.word(token));
    joined
        || is_number(tokens.end)
        || is_among(after, "% per percent million people")
        || is_among(before, "- – / in In $ £ €")
}

fn resolve(text: &Text, day: &DayOfMonth, published: Date) -> Option<Date> {
    if is_known(day)
        || TITLE_ENDS.contains(text.word(day.tokens.end))
        || EVENTS.contains(text.word(day.tokens.end))
        || is_yearly(text, crate::claim::near(text, day.tokens.start))
    {
        return None;
    }
    let tense = tense::governing(text, &day.tokens);
    let nearest = calendar::resolve_day(day.month, day.day, None, published);
    let date = match nearest {
        Some(nearest) if (nearest - published).whole_days().abs() <= 120 => nearest,
        _ => calendar::resolve_day(day.month, day.day, tense, published)?,
    };
    let contradicted = tense == Some(Tense::Past) && date > published;
    (!contradicted && !in_another_year(text, &day.tokens) && !told_of_another_year(text, day.tokens.start, date))
        .then_some(date)
}

/// “born on May 5”, “every December 25”: a day of each year.
fn is_yearly(text: &Text, mut tokens: Range<usize>) -> bool {
    tokens.any(|token| YEARLY.contains(text.lower(token)))
}

/// “Last year, on August 8”, “three years ago on July 4”, “on July 4 the year before”: words that set another year, anywhere
/// before the day in its sentence, or right behind it.
fn in_another_year(text: &Text, day: &Range<usize>) -> bool {
    const BEHIND: usize = 6;
    let sentence = crate::claim::near(text, day.start);
    let end = (day.end + BEHIND).min(sentence.end);
    (sentence.start..end).any(|token| !day.contains(&token) && counts_years(text, token))
}

/// Whether a word for a year is reckoned from another time: “last year”, “a decade earlier”.
pub(super) fn counts_years(text: &Text, token: usize) -> bool {
    let is_year = text.is(token, "year years decade decades century centuries");
    let after = text.is(token + 1, "ago earlier before later previously on");
    // “for six years on Wednesday”
    let dated = text.is(token + 1, "on") && calendar::weekday(text.word(token + 2)).is_some();
    is_year && (after && !dated || is_among(word::before(text, token), "last previous following next that"))
}

/// Whether a year named shortly before sets another time: “In 1941 ... on December 7”. “Since 2014” does not.
fn told_of_another_year(text: &Text, token: usize, date: Date) -> bool {
    const REACH: usize = 80;
    let is_since = |token| is_among(word::before(text, token), "since until than from");
    let earlier = (token.saturating_sub(REACH)..token).rev();
    let mut years = earlier.filter_map(|token| Some((token, year(text, token)?)));
    years.next().is_some_and(|(token, year)| !is_since(token) && year != date.year())
}

/// Whether an event goes by this date.
pub(super) fn is_known(day: &DayOfMonth) -> bool {
    KNOWN_BY_DATE.contains(&(day.month, day.day))
}

/// Events go by these dates: (month, day).
const KNOWN_BY_DATE: &[(Month, u8)] =
    &[(Month::September, 11), (Month::January, 6), (Month::October, 7), (Month::December, 7), (Month::June, 6)];

/// They go by their day, of whichever year: “the July 7 bombings”.
pub(super) static EVENTS: WordList = WordList::new("bombings attacks hearings uprising massacre riots");

static YEARLY: WordList = WordList::new(
    "born founded established birthday anniversary annually annual yearly every each traditionally holiday feast",
);

/// Titles and names that a day begins.
pub(super) static TITLE_ENDS: WordList = WordList::new(
    "Times Telegraph Mail Mirror Express Night Nights Morning Herald Post World Star Independent Sport People \
     Football Addams School League Club Review Mass Brunch Movement Street Avenue Square Revolution Brigade Agreement \
     Alliance Committee Day Road",
);
