//! Comparisons: two things measured against each other.
//!
//! Takes a number or a word that compares; gives the claim with what it is compared with. Example: “twice as many as in 2020”,
//! “three times the national average”, “larger than Wales”.
//!
//! Invariant: what is compared with is named; “bigger than expected” and “three times a week” compare nothing.

use super::{
    Reading,
    figure::{Measure, Of},
    noun, versus, when,
};
use crate::claim::{Claim, ClaimKind, Figure, Stated};
use crate::segment::Text;
use crate::word_list::{WordList, is_among};

/// The comparison whose number this is: “three times the”, “12% more than”, “half as many as”.
pub(super) fn of(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let text = reading.text;
    let mut at = measure.tokens.end;
    if let Some(end) = lead(reading, measure) {
        let value = measure.figure.map(|figure| Figure { unit: "point", ..figure });
        return Some(claim(reading, measure.tokens.start, end, value));
    }
    // “three points clear of Lyon”, “ten more than last year”, “£2m less than Lund”
    if !matches!(measure.of, Of::Percent | Of::Points | Of::Part) {
        let gap = text.is(at + 1, "clear adrift short").then(|| versus::gap(reading, at + 1)).flatten();
        let more = is_comparative(reading.lower(at)) && text.is(at + 1, "than");
        let end = crate::claim::near(text, at).end;
        let end = gap.map(|gap| gap.end).or_else(|| more.then(|| versus::against(text, at + 2, end)).flatten());
        if let Some(end) = end {
            return Some(claim(reading, measure.tokens.start, end, measure.figure));
        }
    }
    let times = measure.of == Of::Bare && text.is(at, "times time");
    at += usize::from(times);
    let half = measure.of == Of::Part && text.is(at, "as");
    let by = matches!(measure.of, Of::Percent | Of::Points) || measure.of == Of::Part;
    if !(times || half || by) {
        return None;
    }
    // “12% below its peak”, “40 per cent over capacity”
    if !times && text.is(at, "above below over") {
        let plain = text.is(at + 1, "capacity average target").then_some(at + 2);
        let end = versus::level(text, at).or(plain)?;
        return Some(claim(reading, measure.tokens.start, end, measure.figure));
    }
    let end = other(reading, at, times || measure.of == Of::Part)?;
    let value = measure.figure.map(|figure| Figure { unit: if times { "×" } else { figure.unit }, ..figure });
    Some(claim(reading, measure.tokens.start, end, value))
}

/// “a 16-point lead”
fn lead(reading: &Reading, measure: &Measure) -> Option<usize> {
    let point = measure.tokens.end + usize::from(reading.text.is(measure.tokens.end, "-"));
    let leads = reading.text.is(point + 1, "lead margin advantage gap deficit swing edge cushion");
    (measure.of == Of::Bare && leads && reading.text.is(point, "point")).then_some(point + 2)
}

/// The comparison that this word makes: “twice”, “than”.
pub(super) fn at(reading: &Reading, token: usize) -> Option<Claim> {
    match reading.text.word(token) {
        "twice" | "Twice" => twice(reading, token, 2.0),
        "double" if direct(reading, token) => twice(reading, token, 2.0),
        "triple" if direct(reading, token) => twice(reading, token, 3.0),
        _ => versus::at(reading, token).map(|tokens| claim(reading, tokens.start, tokens.end, None)),
    }
}

/// “double the size”
fn direct(reading: &Reading, token: usize) -> bool {
    reading.text.is(token + 1, "the that those") && !reading.is_before(token, "to")
}

/// “twice as many as in 2020”, “twice the national average”
fn twice(reading: &Reading, token: usize, value: f64) -> Option<Claim> {
    let end = other(reading, token + 1, true)?;
    let more = reading.before(token);
    let modified = is_among(more, "about nearly almost roughly around over");
    let value = Some(Figure { value, step: 1.0, unit: "×" });
    Some(claim(reading, token - usize::from(modified), end, value))
}

fn claim(reading: &Reading, start: usize, end: usize, value: Option<Figure>) -> Claim {
    let stated = Stated { value, ..Stated::default() };
    reading.claim(ClaimKind::Comparison, start..end, stated)
}

/// What something is compared with, behind its measure: “as many as in 2020”, “more than the others”, “the national average”.
fn other(reading: &Reading, at: usize, direct: bool) -> Option<usize> {
    let text = reading.text;
    let end = crate::claim::near(text, at).end;
    match reading.lower(at) {
        "as" => {
            let second = (at + 2..end.min(at + 7)).find(|token| text.is(*token, "as"));
            second.and_then(|second| compared(text, second + 1, end)).or_else(|| noun_end(text, at + 2, end))
        }
        "the" if direct => {
            let noun = (at + 1..end.min(at + 4)).find(|token| MEASURES.contains(text.word(*token)))?;
            let of = text.is(noun + 1, "of");
            of.then(|| compared(text, noun + 2, end)).flatten().or(Some(noun + 1))
        }
        "that" | "those" if direct && text.is(at + 1, "of") => compared(text, at + 2, end),
        word => {
            // “higher in August than they were a year earlier”
            let reach = if is_comparative(word) { 7 } else { 4 };
            let than = (at + 1..end.min(at + reach)).find(|token| text.is(*token, "than"))?;
            let comparative = (at..than).any(|token| is_comparative(reading.lower(token)));
            comparative.then(|| compared(text, than + 1, end))?
        }
    }
}

/// “three times as many people”: where nothing else is named.
fn noun_end(text: &Text, at: usize, end: usize) -> Option<usize> {
    noun::counted(text, at, end).map(|(_, end)| end)
}

fn compared(text: &Text, at: usize, end: usize) -> Option<usize> {
    let at = versus::self_end(text, at);
    let past = usize::from(text.is(at, "in for at of"));
    when::behind(text, at..end).or_else(|| noun::phrase(text, at + past, end))
}

fn is_comparative(word: &str) -> bool {
    SIZES.contains(word) || is_among(word, "more less fewer better")
}

/// Whether a word in lower case compares what can be measured: “larger”.
pub(super) fn is_size(word: &str) -> bool {
    SIZES.contains(word)
}

/// Whether a noun is one of measure: “number”.
pub(super) fn is_measure(noun: &str) -> bool {
    MEASURES.contains(noun)
}

/// Comparatives of what can be measured or counted.
static SIZES: WordList = WordList::new(
    "larger bigger smaller taller longer shorter higher lower older younger heavier lighter deeper faster slower greater \
     richer poorer wider narrower cheaper dearer warmer colder hotter farther further closer earlier later denser",
);
static MEASURES: WordList = WordList::new(
    "size average number amount share total figure value turnover rate length height weight width area population price cost speed distance volume level \
     capacity power limit median norm",
);
