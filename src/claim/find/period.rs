//! Days with their year, months, years and decades, and those reckoned from today in plain words.
//!
//! Takes a token that names one; gives the claim. Example: “on 3 March 2021”, “in March 2021”, “since 2019”, “the 1980s”, “last
//! month”, “two years ago”.
//!
//! Invariant: a year is one by the words before it; a single day has its answer where the day of publication is known.

use super::{
    Reading, date,
    figure::{Measure, Of},
    weekday,
    when::year,
};
use crate::claim::{Answer, Claim, ClaimKind, Stated, read::calendar};
use crate::word_list::{WordList, is_among};
use std::ops::Range;
use time::{Date, Duration};

/// The date that begins at this token, or whose last word it is.
pub(super) fn at(reading: &Reading, token: usize) -> Option<Claim> {
    let (tokens, day) = day_and_year(reading, token)
        .or_else(|| from_today(reading, token))
        .or_else(|| {
            Some((weekday::named(reading.text, reading.cast, token).filter(|_| is_weekday(reading, token))?, None))
        })
        .or_else(|| Some((month(reading, token).or_else(|| year_alone(reading, token))?, None)))?;
    let span = reading.text.span(tokens);
    let in_name = reading.cast.mentions.partition_point(|mention| mention.span.end <= span.start);
    let in_name = reading.cast.mentions.get(in_name).is_some_and(|mention| mention.span.overlaps(span));
    let answer = day.filter(|_| reading.text.article.published().is_some()).map(Answer::Day);
    (!in_name).then(|| Claim { answer, ..Claim::new(ClaimKind::Date, span) })
}

/// Whether a word is a feast, or begins the name of one.
pub(super) fn is_feast(word: &str) -> bool {
    FEASTS.contains(word) || FEAST_DAYS.contains(word)
}

fn is_weekday(reading: &Reading, token: usize) -> bool {
    calendar::weekday(reading.text.word(token)).is_some()
}

/// “since Christmas”, “on Boxing Day”
pub(super) fn feast(reading: &Reading, token: usize) -> Option<Claim> {
    let text = reading.text;
    let day = usize::from(text.is(token + 1, "Day Eve"));
    let feast = if day > 0 { FEAST_DAYS.contains(text.word(token)) } else { FEASTS.contains(text.word(token)) };
    let told = reading.is_before(token, "since until before after at over by on last next this least");
    let plain = !text.is_capital(token + day + 1);
    (feast && told && plain).then(|| reading.claim(ClaimKind::Date, token..token + day + 1, Stated::default()))
}

/// “two years ago”
pub(super) fn ago(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let Range { start, end } = measure.tokens.clone();
    (measure.of == Of::Time && reading.text.is(end, "ago"))
        .then(|| reading.claim(ClaimKind::Date, start..end + 1, Stated { value: measure.figure, ..Stated::default() }))
}

/// “3 March 2021”, “March 3, 2021”, and, where nothing tells the year, “March 3”.
fn day_and_year(reading: &Reading, token: usize) -> Option<(Range<usize>, Option<Date>)> {
    let text = reading.text;
    let day = date::day_and_month(text, token)?;
    let comma = day.tokens.end + usize::from(text.is(day.tokens.end, ", of"));
    match year(text, comma) {
        Some(year) => {
            let date = Date::from_calendar_date(year, day.month, day.day).ok()?;
            Some((day.tokens.start..comma + 1, Some(date)))
        }
        None => {
            let next = text.word(day.tokens.end);
            let title = date::TITLE_ENDS.contains(next) || date::EVENTS.contains(next);
            (!title && !date::is_known(&day) && !date::is_stretch(text, &day.tokens)).then_some((day.tokens, None))
        }
    }
}

/// “March 2021”, “in March”, “last March”
fn month(reading: &Reading, token: usize) -> Option<Range<usize>> {
    let text = reading.text;
    calendar::month(text.word(token))?;
    let of = token + 1 + usize::from(text.is(token + 1, "of ,"));
    let mut start = token;
    let before = reading.before(token);
    if is_among(before, "last next early late mid") {
        start -= 1;
    }
    if year(text, of).is_some() {
        return Some(start..of + 1);
    }
    let word = text.is(token, "May March");
    let told = start < token || is_among(before, "in since until") || !word && MONTH_BEFORE.contains(before);
    // “the Fourth of July”
    let told = told && !(before == "of" && reading.is_before(token - 1, "fourth"));
    // “in the year to March”
    let told = told || before == "to" && reading.is_before(token - 1, "year quarter months");
    let plain = !text.word(token + 1).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    (told && plain).then_some(start..token + 1)
}

/// “since 2019”, “late 2023”, “the 1980s”
fn year_alone(reading: &Reading, token: usize) -> Option<Range<usize>> {
    let text = reading.text;
    let value = year(text, token)?;
    let end = text.end(token);
    let next = text.tokens.get(token + 1).filter(|next| next.span.start == end).map_or("", |_| text.word(token + 1));
    let mut start = token;
    if EARLY.contains(reading.before(start)) {
        start -= 1 + usize::from(reading.is_before(start - 1, "the") && next == "s");
    }
    if next == "s" {
        let the = usize::from(start == token && reading.is_before(start, "the"));
        return (value % 10 == 0 && !text.is(token + 2, "-")).then_some(start - the..token + 2);
    }
    let before = reading.before(token);
    let joined = is_among(before, "and or ,") && token > 1 && year(text, token - 2).is_some();
    // “The Drowned Parish (1968)”
    let title = token.checked_sub(2).is_some_and(|title| text.is_capital(title));
    let bracketed = before == "(" && next == ")" && title;
    let told = start < token || joined || bracketed || YEAR_BEFORE.contains(before);
    // “from 1900 to 2030 GMT”, “the class of 1998”
    if text.is(token + 3, "GMT UTC") && text.is(token + 1, "to")
        || before == "of" && reading.is_before(token - 1, "class")
    {
        return None;
    }
    let recent = (1900..2100).contains(&value);
    let counted = !recent && super::noun::is_plural(text.word(token + 1));
    let alone = next.is_empty() || is_among(next, ", . ; ) ’s 's ” \" : ? !");
    (told && alone && !counted && !text.is(token + 1, "% per percent metres miles people x × GMT UTC"))
        .then_some(start..token + 1)
}

/// “yesterday”, “last month”, “a year ago”
fn from_today(reading: &Reading, token: usize) -> Option<(Range<usize>, Option<Date>)> {
    let text = reading.text;
    let quoted = reading.quoted.holds(text.tokens.get(token)?.span);
    let days = match text.word(token) {
        "yesterday" | "Yesterday" => -1,
        "tomorrow" | "Tomorrow" if !quoted => 1,
        word if is_among(
            word,
            "week month year weekend decade century spring summer autumn winter night morning afternoon evening",
        ) =>
        {
            let which = match text.word(token) {
                "night" => "last",
                word if is_among(word, "morning afternoon evening") => "this",
                _ => "last this next",
            };
            let told = reading.is_before(token, which);
            let stretch = reading.is_before(token.checked_sub(1)?, "a the its their his her my our by");
            return (told && !stretch && !text.is(token + 1, "-")).then(|| (token - 1..token + 1, None));
        }
        "ago" => {
            let one = token >= 2 && reading.is_before(token - 1, "a an");
            let time = reading.is_before(token, "week month year decade century day");
            return (one && time).then(|| (token - 2..token + 1, None));
        }
        _ => return None,
    };
    let date = text.article.published().filter(|_| !quoted).and_then(|day| day.checked_add(Duration::days(days)));
    Some((token..token + 1, date))
}

static FEASTS: WordList = WordList::new("Christmas Easter Thanksgiving Ramadan Eid Diwali Hanukkah Passover Halloween");
static FEAST_DAYS: WordList =
    WordList::new("Boxing Christmas Labor Labour Independence Memorial Veterans Thanksgiving Bastille Canada");
static EARLY: WordList = WordList::new("early late mid mid-");
static MONTH_BEFORE: WordList = WordList::new("by from during through this between before after of to and");
static YEAR_BEFORE: WordList = WordList::new(
    "in since of by from until till during before after to through between than around summer spring autumn fall winter \
     year least late early christmas",
);
