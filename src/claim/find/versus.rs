//! What two things are measured against each other without a number: “higher than in 2019”, “the size of Jamaica”.
//!
//! Takes a word that compares (“than”, “same”, “size”, “behind”); gives the tokens of the comparison. Example: in “more boats
//! than in 2019” they begin at “more” and end behind the year.
//!
//! Invariant: the other side is a name, a time, a place or a definite thing: “bigger than expected” compares nothing.

use super::{Reading, comparison, holder, noun, set, superlative, when};
use crate::claim::read::{calendar, number};
use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, is_among};
use std::ops::Range;

/// The comparison that the word at a token makes.
pub(super) fn at(reading: &Reading, token: usize) -> Option<Range<usize>> {
    match reading.lower(token) {
        "than" => than(reading, token),
        "same" => same(reading, token),
        "as" => equally(reading, token),
        "behind" | "ahead" | "above" | "below" => gap(reading, token),
        word if word.starts_with("out") => outdone(reading, token),
        "size" | "width" | "weight" | "depth" | "height" | "length" => size(reading, token),
        _ => None,
    }
}

/// “larger than Wales”, “more boats than in 2019”, “more than any other state”.
fn than(reading: &Reading, than: usize) -> Option<Range<usize>> {
    let text = reading.text;
    // “warmer now than in 1990”
    let now = usize::from(is_among(reading.before(than), "now today there here"));
    let last = than.checked_sub(1 + now).filter(|at| text.sentence_of(*at) == text.sentence_of(than))?;
    let word = reading.lower(last);
    let size = comparison::is_size(word);
    let start = if size || is_more(word) { last } else { more_of(reading, last).or_else(|| sized(reading, last))? };
    let end = crate::claim::near(text, than).end;
    // “more boats”, “more expensive”
    let counts = start < last
        && (superlative::is_measured(word)
            || word == "likely"
            || comparison::is_size(reading.lower(start))
            || noun::counted(text, start + 1, end).is_some_and(|(_, end)| end == than));
    let paid = start == last && !size && SPENDING.contains(reading.before(start));
    let denied = is_among(reading.before(start), "no not any even") || text.is(start.saturating_sub(2), "stakes hopes");
    let any = |at: usize| {
        let noun = noun::phrase(text, at + usize::from(text.is(at, "other of")), end);
        noun.map(|stop| when::time(text, stop, end).unwrap_or(stop))
    };
    let dated = text.is(than + 1, "in at during last");
    let other = match (text.word(than + 1), text.word(than + 2)) {
        ("any", "other") => any(than + 2),
        ("any", _) if size || counts || paid => any(than + 2),
        ("in" | "at", "any") if size || counts => any(than + 3),
        _ if size || counts || dated && start == last => against(text, than + 1, end),
        ("a" | "an", _) if paid => definite(text, than + 1, end),
        _ if paid => name_end(text, than + 1),
        _ => None,
    };
    other.filter(|_| !denied).map(|end| start..end)
}

/// “the same as in 2019”, “the same number as last year”.
fn same(reading: &Reading, token: usize) -> Option<Range<usize>> {
    let text = reading.text;
    let measured = comparison::is_measure(reading.lower(token + 1));
    let other = token + 2 + usize::from(measured);
    let end = crate::claim::near(text, token).end;
    let plain = text.is(other, "in at during on before last") || when::behind(text, other..end).is_some();
    let compares = text.is(other - 1, "as") && reading.before(token) == "the" && (measured || plain);
    compares.then(|| against(text, other, end)).flatten().map(|end| token - 1..end)
}

/// “as tall as the Eiffel Tower”, “as many boats as Norway”.
fn equally(reading: &Reading, token: usize) -> Option<Range<usize>> {
    let text = reading.text;
    let end = crate::claim::near(text, token).end;
    let word = reading.lower(token + 1);
    let counted = || noun::counted(text, token + 2, end).map(|(_, end)| end);
    let second = if is_among(word, "many few") { counted()? } else { token + 2 };
    let sized = second > token + 2 || EQUALS.contains(word);
    let half = is_among(reading.before(token), "twice half times third quarter time not such");
    let idiom = text.is(second + 1, "the a an") && !text.is_capital(second + 2);
    let compares = sized && !half && !idiom && text.is(second, "as") && second < end;
    let found = compares.then(|| against(text, second + 1, end)).flatten()?;
    // “as long as the Nile”, not “as long as Lund stays”
    let closed = found >= end || text.is(found, ". , ; ) and");
    (word != "long" || closed).then_some(token..found)
}

/// “a point behind Rangers”, “two places above the Danes”.
pub(super) fn gap(reading: &Reading, token: usize) -> Option<Range<usize>> {
    let text = reading.text;
    if text.is(token, "above below")
        && let Some(end) = level(text, token)
    {
        return Some(token..end);
    }
    let unit = token.checked_sub(1).filter(|unit| GAPS.contains(reading.lower(*unit)))?;
    let percentage = usize::from(reading.before(unit) == "percentage");
    let start = unit.checked_sub(1 + percentage)?;
    let word = reading.lower(start);
    let amount = is_among(word, "a an") || number::begins(word) || text.is_kind(start, TokenKind::Number);
    let end = crate::claim::near(text, token).end;
    let other = token + 1 + usize::from(text.is(token + 1, "of"));
    // “behind 17th-placed Lyon”, “behind leaders Lyon”
    let role = |at: &usize| text.word(at - 1).ends_with("placed") || text.is(at - 1, "leaders rivals champions");
    let other = (other + 1..other + 4).find(|at| role(at) && name_end(text, *at).is_some()).unwrap_or(other);
    let inside = start >= crate::claim::near(text, token).start;
    (amount && inside).then(|| definite(text, other, end)).flatten().map(|end| start..end)
}

/// “above the national average”
pub(super) fn level(text: &Text, token: usize) -> Option<usize> {
    let end = crate::claim::near(text, token).end;
    let stop = noun::phrase(text, token + 1, end).filter(|_| text.is(token + 1, "the its"))?;
    let noun = text.is(stop - 1, "average median mean target limit peak norm price")
        || text.is(stop - 1, "level") && text.is(stop, "of");
    let whole = set::run(text, stop, end) == stop;
    (noun && whole).then(|| set::place(text, stop, end).filter(|_| text.is(stop, "of")).unwrap_or(stop))
}

/// “outnumber men”, “outsold Coke”.
fn outdone(reading: &Reading, token: usize) -> Option<Range<usize>> {
    let text = reading.text;
    let end = crate::claim::near(text, token).end;
    let by = usize::from(text.is(token + 1, "by"));
    noun::phrase(text, token + 1 + by, end).map(|end| token..end)
}

/// “an area the size of Wales”, “about the height of a house”.
fn size(reading: &Reading, token: usize) -> Option<Range<usize>> {
    let text = reading.text;
    let the = token.checked_sub(1).filter(|the| text.is(*the, "the") && text.is(token + 1, "of"))?;
    let owner = reading.before(the);
    let before = |back: usize| the.checked_sub(back).is_some_and(|at| text.is(at, "a an its this that one"));
    let verb = the.checked_sub(2).is_some_and(|at| text.is(at, "to"));
    let equal = holder::is_copula(owner)
        || is_among(owner, "about roughly nearly almost around")
        || (before(2) || before(3)) && !verb;
    let end = crate::claim::near(text, token).end;
    let named = name_end(text, token + 2 + usize::from(text.is(token + 2, "the")));
    let thing = || noun::phrase(text, token + 2, end).filter(|_| text.is(token + 2, "two three four five"));
    equal.then(|| named.or_else(thing)).flatten().map(|end| the..end)
}

/// On over “it was” in “than it was in 2019”: the same thing at another time.
pub(super) fn self_end(text: &Text, at: usize) -> usize {
    let was = text.is(at, "it they he she") && text.is(at + 1, "was were is are did do had");
    at + 2 * usize::from(was)
}

/// Where the other side ends: a name, a time, a place, a definite thing.
pub(super) fn against(text: &Text, at: usize, end: usize) -> Option<usize> {
    let at = self_end(text, at);
    // “than a year earlier”, not “than a year”
    if let Some(time) = when::behind(text, at..end).filter(|time| !text.is(at, "a") || *time > at + 2) {
        return Some(time);
    }
    match text.word(at) {
        "in" | "at" | "during" | "on" | "before" | "for" => {
            let ranked = usize::from(text.is(at + 2, "last previous first second third"));
            noun::phrase(text, at + 1 + 2 * ranked, end).filter(|_| !text.is(at + 2, "past"))
        }
        "that" | "those" if text.is(at + 1, "of") => definite(text, at + 2, end),
        _ => definite(text, at, end),
    }
}

/// A name, or “the town hall”, “a football pitch”.
fn definite(text: &Text, at: usize, end: usize) -> Option<usize> {
    let the = text.is(at, "the its his her their a an");
    let rest = |stop: &usize| text.is(stop - 1, "rest") && text.is(*stop, "of");
    let whole = |stop: usize| if rest(&stop) { noun::phrase(text, stop + 1, end) } else { Some(stop) };
    let named = |stop: &usize| the && (!UNNAMED.contains(text.word(stop - 1)) || rest(stop));
    let phrase = || noun::phrase(text, at, end).filter(named).and_then(whole);
    name_end(text, at + usize::from(the)).or_else(phrase)
}

/// Where a name ends, unless something of its own follows: “Wales”, not “Wales’s coast”.
fn name_end(text: &Text, start: usize) -> Option<usize> {
    let capital = |token: &usize| {
        let word = text.word(*token);
        word.starts_with(char::is_uppercase)
            && word != "I"
            && calendar::month(word).is_none()
            && calendar::weekday(word).is_none()
    };
    // “Nelson’s Column”
    let joins = |token: &usize| text.is(*token, "of") && capital(&(token + 1));
    let owns = |token: &usize| joins(token) || text.word(*token).starts_with(['’', '\'']) && capital(&(token + 1));
    let end = start + (start..start + 5).take_while(|token| capital(token) || *token > start && owns(token)).count();
    let owner = text.word(end).starts_with(['’', '\'', '$']);
    (end > start && !owner).then_some(end)
}

fn is_more(word: &str) -> bool {
    is_among(word, "more fewer less")
}

/// “more goals than”, “more expensive than”: where “more” stands.
fn more_of(reading: &Reading, last: usize) -> Option<usize> {
    let earlier = (last.saturating_sub(2)..last).rev();
    earlier.into_iter().find(|at| is_more(reading.lower(*at)))
}

/// “a higher turnout than”, “a larger share of the vote than”: where the comparative stands.
fn sized(reading: &Reading, last: usize) -> Option<usize> {
    let text = reading.text;
    let start = (last.saturating_sub(5)..last).rev().find(|at| comparison::is_size(text.lower(*at)))?;
    let noun = set::run(text, start + 1, last + 1);
    let whole = || text.is(noun, "of").then(|| set::place(text, noun, last + 1)).flatten();
    (noun > start + 1 && (noun == last + 1 || whole() == Some(last + 1))).then_some(start)
}

/// Verbs whose “more” is an amount.
static SPENDING: WordList = WordList::new(
    "spent spend spends paid pay pays earned earn earns scored won raised sold sells produced produces cost costs exports exported \
     imports imported grows grew",
);

/// What can be as great as something else.
static EQUALS: WordList =
    WordList::new("big large tall long high heavy deep wide old fast small short rich populous hot cold");

/// What is no other side.
static UNNAMED: WordList = WordList::new(
    "rest sum others one ones life past norm future alternative cure limit third half quarter fifth year decade century month week day hour minute moment \
     mile while time few lot bit kite problem",
);

/// What a gap is counted in.
static GAPS: WordList = WordList::new(
    "point points seat seats vote votes place places goal goals shot shots stroke strokes length lengths run runs game games \
     second seconds minute minutes",
);
