//! Counts: how many there are of something.
//!
//! Takes a number; gives the claim where a plural noun behind it is counted. Example: “More than 200 small boats” is 200, of
//! “small boats”.
//!
//! Invariant: “one man” is an article in disguise, “the two men” are known already, the “2024 Games” are those of a year; none
//! is counted.

use super::{
    Reading,
    figure::{self, Measure, Of},
    noun, superlative, title,
    when::year,
};
use crate::claim::{Claim, ClaimKind, Figure, Stated, read::number};
use crate::segment::TokenKind;
use crate::word_list::{WordList, is_among};

/// The count whose number this is.
pub(super) fn of(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let text = reading.text;
    let single = measure.figure.is_some_and(|figure| figure.value < 2.0);
    let clock = is_clock(reading, measure.number);
    let named = clock || year(text, measure.number).is_some_and(|year| year > 1899) || text.is(measure.number, "911");
    if measure.of != Of::Bare || single || named {
        return None;
    }
    let end = crate::claim::near(text, measure.number).end;
    let Some((noun, end)) = noun::counted(text, measure.tokens.end, end) else {
        return of_whole(reading, measure).or_else(|| befallen(reading, measure));
    };
    let set = Some(text.span(measure.tokens.end..end));
    let span = figure::time_unit(text.word(noun)).is_some();
    let known = is_known(reading, measure) && !text.is(end, "of") || title::is_quoted(text, measure.tokens.start..end);
    if known || span || IDIOMS.contains_any_case(text.word(noun)) || text.is(noun, "times") && is_rate(reading, end) {
        return None;
    }
    let stated = Stated { value: measure.figure, set, ..Stated::default() };
    Some(reading.claim(ClaimKind::Count, measure.tokens.start..end, stated))
}

/// “84 were killed and roughly 200 wounded”: no noun, and people are meant.
fn befallen(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let text = reading.text;
    let next = measure.tokens.end;
    let be = usize::from(text.is(next, "were are others more"));
    let stated = Stated { value: measure.figure, ..Stated::default() };
    let start = measure.tokens.start;
    let toll = (start.saturating_sub(3)..start).any(|token| text.is_lower(token, "toll attendance"));
    let holds =
        reading.is_before(start, "for") && reading.is_before(start - 1, "built licensed designed room space seats");
    let ends = next >= crate::claim::near(text, measure.number).end;
    let bare = ends || text.tokens.get(next).is_none_or(|next| next.kind != TokenKind::Word) || text.is(next, "and in");
    let struck =
        bare && (toll || holds || reading.is_before(start, "killing kills killed injuring injures injured wounding"));
    (struck || FATES.contains(text.word(next + be)))
        .then(|| reading.claim(ClaimKind::Count, measure.tokens.clone(), stated))
}

/// “two of her wells”, “40 of them”
fn of_whole(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let text = reading.text;
    let of = measure.tokens.end;
    let whole = of + 2 + usize::from(number::ordinal(text.lower(of + 2)).is_some());
    let end = match text.word(of + 1) {
        _ if !text.is(of, "of") || measure.figure.is_none() => return None,
        "them" => whole,
        word if is_among(word, "the its his her their these those") => {
            let noun = noun::phrase(text, whole, crate::claim::near(text, of).end);
            noun.or(Some(whole).filter(|whole| *whole > of + 2))?
        }
        _ => return None,
    };
    let ranked = (whole..end).any(|token| superlative::begins(text.lower(token)));
    let span = end > whole && figure::time_unit(text.word(end - 1)).is_some();
    let stated = Stated { value: measure.figure, set: Some(text.span(of + 1..end)), ..Stated::default() };
    (!ranked && !span).then(|| reading.claim(ClaimKind::Count, measure.tokens.start..end, stated))
}

/// “was fined twice”
pub(super) fn twice(reading: &Reading, token: usize) -> Option<Claim> {
    let text = reading.text;
    let next = text.word(token + 1);
    let habit = is_among(next, "a an as the that or weekly daily yearly - –") || reading.is_before(token, "or think");
    let value = Some(Figure { value: 2.0, step: 1.0, unit: "" });
    let end = token + 1 + usize::from(next == "more");
    let here = text.is_lower(token, "twice") && !habit;
    here.then(|| reading.claim(ClaimKind::Count, token..end, Stated { value, ..Stated::default() }))
}

/// “a 118-page opinion”, “two-run”
pub(super) fn compound(reading: &Reading, token: usize) -> Option<Claim> {
    let text = reading.text;
    let (number, piece, end) = match text.lower(token).split_once('-') {
        Some((number, piece)) => (number, piece, token + 1),
        None if text.is(token + 1, "-") => (text.word(token), text.lower(token + 2), token + 3),
        None => return None,
    };
    let number = number::parse(number, None).filter(|number| number.value >= 2.0 && PIECES.contains(piece))?;
    let stated = Stated { value: Some(Figure::of(number, "")), ..Stated::default() };
    Some(reading.claim(ClaimKind::Count, token..end, stated))
}

/// What a thing has so many of: “six-game”.
static PIECES: WordList = WordList::new(
    "page game run match member seat storey story room bedroom bed lane judge person man woman goal try wicket shot episode part \
     song vehicle car ship vessel nation country team strong",
);

/// “13.30 Readers have asked”: a time of day that heads an entry.
fn is_clock(reading: &Reading, number: usize) -> bool {
    let time = reading.text.word(number).split_once('.');
    let first = crate::claim::near(reading.text, number).start == number;
    first && time.is_some_and(|(hour, minute)| hour.len() == 2 && minute.len() == 2)
}

static FATES: WordList =
    WordList::new("killed injured wounded hurt dead missing died drowned arrested detained displaced hospitalised");

/// “the two men”, “these three”: a small number in words behind a determiner names again what is known.
fn is_known(reading: &Reading, measure: &Measure) -> bool {
    let small = measure.figure.is_some_and(|figure| figure.value < 11.0);
    let mut before = reading.before(measure.tokens.start);
    if is_among(before, "other first last next past same final top") {
        before = reading.before(measure.tokens.start.saturating_sub(1));
    }
    small && KNOWN.contains(before)
}

/// “five times a week” is a habit, “nine times out of ten” a saying.
fn is_rate(reading: &Reading, end: usize) -> bool {
    let text = reading.text;
    text.is(end, "a an per") && text.is(end + 1, "day week night month year") || text.is(end, "out")
}

static KNOWN: WordList = WordList::new("the these those both first last next any every no");

/// Nouns that a number stands before without counting anything.
static IDIOMS: WordList = WordList::new(
    "hands minds ways sides parts words fours sixes steps thoughts cheers bits pieces others am pm reasons things kinds types sorts lives",
);
