//! Days named without a year: weekdays and days of a month, resolved from the day of publication.
//!
//! Takes a token that names a weekday, a month or a day of one; gives the claim. Example: in an article of 14 July 2022,
//! “said on Wednesday” is 13 July 2022 and “its February 24 invasion” is 24 February 2022.
//!
//! Invariant: no publication date, no claim; nothing inside quotation marks, inside a name, or recurring.

use super::{
    Claim, ClaimKind,
    calendar::{self, Anchor},
    tense::{self, Tense},
};
use crate::{mention::Cast, segment::Text, segment::TokenKind};
use jiff::civil::{Date, Weekday};
use std::ops::Range;

/// The date that begins, or whose weekday or month stands, at this token.
pub(super) fn at(text: &Text, cast: &Cast, token: usize, published: Date) -> Option<Claim> {
    let word = text.word(token);
    let (tokens, date) = if let Some(day) = calendar::weekday(word) {
        let (tokens, date) = full_date(text, token, day, published).or_else(|| weekday(text, cast, token, day, published))?;
        (tokens, date)
    } else {
        let day = day_of_month(text, token)?;
        let date = resolve(text, &day, published)?;
        (day.tokens, date)
    };
    let named = cast.mentions.partition_point(|mention| mention.span.end <= text.tokens[token].span.start);
    let span = text.span(tokens);
    let in_name = cast.mentions.get(named).is_some_and(|mention| mention.span.overlaps(span));
    (!in_name).then_some(Claim { span, kind: ClaimKind::Date { date } })
}

/// “Wednesday, July 13”: the weekday settles the year.
fn full_date(text: &Text, token: usize, weekday: Weekday, published: Date) -> Option<(Range<usize>, Date)> {
    let next = token + 1 + usize::from(text.word(token + 1) == ",");
    let day = day_of_month(text, next).filter(|day| day.tokens.start == next)?;
    Some((token..day.tokens.end, calendar::resolve_full(weekday, day.month, day.day, published)?))
}

fn weekday(text: &Text, cast: &Cast, token: usize, day: Weekday, published: Date) -> Option<(Range<usize>, Date)> {
    let phrase = Phrase::new(text, token)?;
    if !follows_plainly(text, cast, &phrase) || !goes_on_plainly(text, &phrase) {
        return None;
    }
    let tense = match phrase.anchor {
        Anchor::Nearest => tense::governing(text, &phrase.tokens),
        _ => None,
    };
    let date = calendar::resolve_weekday(day, phrase.anchor, tense, published)?;
    Some((phrase.tokens, date))
}

/// A weekday with the words that belong to it: “on Wednesday”, “last Friday”, “Friday last week”.
struct Phrase {
    tokens: Range<usize>,
    /// The weekday itself.
    name: usize,
    anchor: Anchor,
    /// Whether “on” stands before it.
    on: bool,
}

impl Phrase {
    fn new(text: &Text, name: usize) -> Option<Self> {
        let before = previous(text, name);
        let (start, mut anchor) = match before.as_str() {
            "on" => (name - 1, Anchor::Nearest),
            "last" => (name - 1, Anchor::Last),
            "next" => (name - 1, Anchor::Next),
            _ => (name, Anchor::Nearest),
        };
        let mut end = name + 1;
        let of = usize::from(text.word(end) == "of");
        if text.word(end + of + 1) == "week" {
            anchor = match text.word(end + of) {
                "last" => Anchor::Week(-1),
                "this" => Anchor::Week(0),
                "next" => Anchor::Week(1),
                _ => return None,
            };
            end += of + 2;
        }
        (text.word(end) != "of").then_some(Phrase { tokens: start..end, name, anchor, on: before == "on" })
    }
}

/// The word before a token in its sentence, in lower case.
fn previous(text: &Text, token: usize) -> String {
    let same = token > 0 && text.sentence_of(token - 1) == text.sentence_of(token);
    if same { text.word(token - 1).to_lowercase() } else { String::new() }
}

/// Whether what stands before leaves it one day: neither recurring (“every Friday”), nor a name (“Ash Wednesday”), nor one
/// end of a stretch (“until Friday”).
fn follows_plainly(text: &Text, cast: &Cast, phrase: &Phrase) -> bool {
    let before = previous(text, phrase.tokens.start);
    if phrase.anchor != Anchor::Nearest || phrase.on || before.is_empty() {
        return !before.starts_with(|c: char| c.is_ascii_digit());
    }
    let token = phrase.tokens.start - 1;
    match text.tokens[token].kind {
        TokenKind::Word => {}
        TokenKind::Number | TokenKind::Dash | TokenKind::Possessive => return false,
        TokenKind::Mark | TokenKind::Quote => return before != "/" && before != "&",
    }
    let capital = text.word(token).starts_with(char::is_uppercase);
    let first = text.sentences[text.sentence_of(token)].tokens.start == token;
    if capital && !(first && CLAUSE_STARTS.contains(&before.as_str())) {
        let span = text.tokens[token].span;
        let known = cast.mentions.partition_point(|mention| mention.span.end < span.end);
        return cast.mentions.get(known).is_some_and(|mention| mention.span.end == span.end)
            && !NAME_STARTS.contains(&before.as_str());
    }
    !NOT_BEFORE.contains(&before.as_str())
}

/// Whether what stands behind leaves it a day: “Friday prayers”, “Sunday Times” and “Monday to Friday” do not.
fn goes_on_plainly(text: &Text, phrase: &Phrase) -> bool {
    let next = phrase.tokens.end;
    let same = text.tokens.get(next).is_some() && text.sentence_of(next) == text.sentence_of(phrase.name);
    if !same {
        return true;
    }
    let word = text.word(next);
    let other_day = |token: usize| calendar::weekday(text.word(token)).is_some();
    match text.tokens[next].kind {
        TokenKind::Possessive => possessive(text, phrase),
        TokenKind::Dash | TokenKind::Mark if matches!(word, "/" | "&") || other_day(next + 1) => false,
        TokenKind::Dash => text.tokens[next].span.start > text.tokens[next - 1].span.end,
        TokenKind::Word if matches!(word, "to" | "through" | "or" | "until") && other_day(next + 1) => false,
        TokenKind::Word if word.starts_with(char::is_uppercase) => phrase.on && !TITLE_ENDS.contains(&word),
        TokenKind::Word => AFTER.contains(&word) || word.ends_with("ly") || super::verb::is_past(word),
        _ => true,
    }
}

/// “after Tuesday’s attack” is a day behind; “ahead of Friday’s vote” is none that the tense of the sentence could tell.
fn possessive(text: &Text, phrase: &Phrase) -> bool {
    let before = previous(text, phrase.name);
    matches!(before.as_str(), "after" | "following" | "since" | "during" | "in" | "at")
}

/// A day of a month, as written.
struct DayOfMonth {
    tokens: Range<usize>,
    month: i8,
    day: i8,
}

/// “February 24”, “Feb. 24th”, “24 February”, “24th of February”, unless a year or a second day follows.
fn day_of_month(text: &Text, token: usize) -> Option<DayOfMonth> {
    let day = if let Some(month) = calendar::month(text.word(token)) {
        let day = day_number(text, token + 1)?;
        let end = token + 2 + usize::from(is_ending(text, token + 2));
        DayOfMonth { tokens: token..end, month, day }
    } else {
        let day = day_number(text, token)?;
        let mut at = token + 1 + usize::from(is_ending(text, token + 1));
        at += usize::from(text.word(at) == "of");
        DayOfMonth { tokens: token..at + 1, month: calendar::month(text.word(at))?, day }
    };
    let within = text.sentence_of(day.tokens.start) == text.sentence_of(day.tokens.end - 1);
    (within && !has_year(text, day.tokens.end) && !is_stretch(text, &day.tokens)).then_some(day)
}

fn day_number(text: &Text, token: usize) -> Option<i8> {
    let number = text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Number && token.span.len() <= 2);
    text.word(token).parse().ok().filter(|day| number && (1..=31).contains(day))
}

fn is_ending(text: &Text, token: usize) -> bool {
    matches!(text.word(token), "st" | "nd" | "rd" | "th")
}

/// The year that a token writes.
fn year(text: &Text, token: usize) -> Option<i16> {
    let digits = text.tokens.get(token).filter(|token| token.kind == TokenKind::Number && token.span.len() == 4);
    digits.and_then(|_| text.word(token).parse().ok()).filter(|year| (1000..2200).contains(year))
}

fn has_year(text: &Text, next: usize) -> bool {
    let skipped = usize::from(matches!(text.word(next), "," | "of" | "in"));
    year(text, next).or_else(|| year(text, next + skipped)).is_some()
}

/// “March 1–8”, “July 14 to 16”, “10:30”, “March 10 000”: more than a day, or none.
fn is_stretch(text: &Text, tokens: &Range<usize>) -> bool {
    let is_number = |token: usize| text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Number);
    let after = text.word(tokens.end);
    let joined = matches!(after, "-" | "–" | "—" | "to" | "through" | ":" | "/") && is_number(tokens.end + 1);
    let before = tokens.start.checked_sub(1).map_or("", |token| text.word(token));
    joined
        || is_number(tokens.end)
        || matches!(after, "%" | "per" | "percent" | "million" | "people")
        || matches!(before, "-" | "–" | "/" | "in" | "In" | "$" | "£" | "€")
}

fn resolve(text: &Text, day: &DayOfMonth, published: Date) -> Option<Date> {
    let known = KNOWN_BY_DATE.contains(&(day.month, day.day));
    if known || TITLE_ENDS.contains(&text.word(day.tokens.end)) || is_yearly(text, super::near(text, day.tokens.start)) {
        return None;
    }
    let tense = tense::governing(text, &day.tokens);
    let nearest = calendar::resolve_day(day.month, day.day, None, published);
    let date = match nearest {
        Some(nearest) if (nearest.duration_since(published).as_hours() / 24).abs() <= 120 => nearest,
        _ => calendar::resolve_day(day.month, day.day, tense, published)?,
    };
    let contradicted = tense == Some(Tense::Past) && date > published && nearest != Some(date);
    (!contradicted && !told_of_another_year(text, day.tokens.start, date)).then_some(date)
}

/// “born on May 5”, “every December 25”: a day of each year.
fn is_yearly(text: &Text, mut tokens: Range<usize>) -> bool {
    tokens.any(|token| YEARLY.contains(&text.word(token).to_lowercase().as_str()))
}

/// Whether a year named before, in the same paragraph, sets another time: “In 1941 ... on December 7”. “Since 2014” does not.
fn told_of_another_year(text: &Text, token: usize, date: Date) -> bool {
    let block = text.sentences[text.sentence_of(token)].block;
    let earlier = (token.saturating_sub(200)..token).rev().take_while(|token| text.sentences[text.sentence_of(*token)].block == block);
    for token in earlier {
        if let Some(year) = year(text, token) {
            let since = matches!(previous(text, token).as_str(), "since" | "until" | "than" | "from");
            return !since && year != date.year();
        }
    }
    false
}

/// Events go by these dates: (month, day).
const KNOWN_BY_DATE: &[(i8, i8)] = &[(9, 11), (1, 6), (10, 7), (12, 7), (6, 6)];

const YEARLY: &[&str] =
    &["born", "birthday", "anniversary", "annually", "annual", "yearly", "every", "each", "traditionally", "holiday", "feast"];

/// With a capital, at the start of a sentence, these are no part of a name.
const CLAUSE_STARTS: &[&str] = &["late", "early", "but", "and", "by", "since", "until", "after", "before", "when", "while"];

/// Names that end in a weekday, though a mention may end before it.
const NAME_STARTS: &[&str] = &[
    "black", "good", "ash", "holy", "cyber", "super", "giving", "fat", "shrove", "easter", "palm", "bloody", "sheffield",
    "whit", "maundy", "ruby", "freaky", "blue", "manic", "girl", "man", "joe", "billy", "red", "dark", "boxing", "mad",
];

/// Before a weekday they make it recurring, indefinite, attributive, or the end of a stretch.
const NOT_BEFORE: &[&str] = &[
    "a", "an", "the", "every", "each", "any", "one", "most", "some", "no", "first", "second", "third", "fourth", "another",
    "following", "previous", "preceding", "that", "these", "those", "all", "many", "several", "alternate", "other", "her",
    "his", "their", "its", "my", "our", "your", "until", "till", "by", "for", "before", "from", "through", "to", "or", "in",
    "of", "than", "than", "between", "coming", "upcoming", "past", "this", "like", "holy", "fat",
];

/// Titles and names that a day begins.
const TITLE_ENDS: &[&str] = &[
    "Times", "Telegraph", "Mail", "Mirror", "Express", "Night", "Nights", "Morning", "Herald", "Post", "World", "Star",
    "Independent", "Sport", "People", "Football", "Addams", "School", "League", "Club", "Review", "Mass", "Brunch",
    "Movement", "Street", "Avenue", "Square", "Revolution", "Brigade", "Agreement", "Alliance", "Committee", "Day", "Road",
];

/// After a weekday the sentence goes on with one of these; a noun would make it an attribute (“Friday prayers”).
const AFTER: &[&str] = &[
    "morning", "afternoon", "evening", "night", "at", "in", "that", "to", "by", "after", "as", "from", "with", "on", "and",
    "during", "over", "for", "when", "about", "but", "while", "against", "before", "following", "because", "amid", "it",
    "he", "she", "they", "we", "the", "his", "her", "their", "its", "a", "an", "will", "if", "into", "near", "outside",
    "there", "where", "who", "which", "not", "though", "just", "under", "without", "between", "despite", "local", "again", "also", "along", "alongside", "around", "across", "since", "until", "toward", "towards", "off",
    "out", "up", "down", "via", "per", "upon", "within", "ahead", "evening’s", "aboard", "inside", "behind", "above", "below",
    "once", "so", "whether", "how", "what", "is", "has", "would", "no", "more", "alone", "or", "through", "ago", "told", "said",
];
