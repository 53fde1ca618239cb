//! Places on a list that goes by merit: a race, a table, a ranking.
//!
//! Takes a token that names a rank or a number on such a list; gives the claim. Example: “finished sixth in the caucuses”,
//! “in second place”, “the second-seeded Dane”, “No. 131 in the world”, “in the top 60”.
//!
//! Invariant: a place that is fought for, or a number that is a label (“No. 10 Downing Street”), is no standing.

use super::{Reading, ordinal, set};
use crate::claim::{
    Claim, ClaimKind, Stated,
    read::{number, word},
};
use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, is_among};
use std::ops::Range;

/// The claim whose rank, or whose “No.”, stands at a token.
pub(super) fn at(reading: &Reading, token: usize) -> Option<Claim> {
    let text = reading.text;
    let end = crate::claim::near(text, token).end;
    let (rank, tokens) = finish(text, token, end)
        .filter(|_| !reading.in_name(token))
        .or_else(|| seeded(text, token))
        .or_else(|| numbered(text, token, end))
        .or_else(|| top(text, token, end))?;
    let subject = ordinal::asserted(reading, &tokens)?.entity;
    let stated =
        Stated { subject, set: Some(text.span(tokens.clone())), rank: (rank > 0).then_some(rank), ..Stated::default() };
    Some(reading.claim(ClaimKind::Ordinal, tokens, stated))
}

type Standing = (u32, Range<usize>);

/// “finished sixth in the caucuses”, “ranked fourth”, “came in third”, “in second place”, “sits second in the table”.
fn finish(text: &Text, token: usize, end: usize) -> Option<Standing> {
    let (rank, next) = ordinal::number(text, token)?;
    let placed = word::lower(text, next, end) == "place";
    let next = next + usize::from(placed);
    // “now seventh in the table”
    let adverb = usize::from(text.is(token.saturating_sub(1), "now still currently already only just joint"));
    let before = word::before(text, token - adverb);
    let verb = if before == "in" { word::before(text, token - 1) } else { before };
    let came = is_among(verb, "came comes") && !text.is(token, "first last") && !text.is(next, "to");
    let won = is_among(before, "in into take takes took taken won wins claimed claims secured earned");
    let alone = || set::run(text, next, end) == next;
    let moved = before == "to" && placed && rank > 1;
    let tied = before == "for" && is_among(word::before(text, token - 1), "tied tie") || before.ends_with("-best");
    let overall = text.is(next, "overall all-time") && set::run(text, next + 1, end) == next + 1;
    let next = next + usize::from(overall);
    let ranked = FINISHES.contains(verb)
        || LIES.contains(before) && alone() && !text.is(next, "to")
        || placed && won
        || moved
        || tied
        || overall;
    let place = set::place(text, next, end).filter(|_| text.is(next, "in among of at on"));
    let raced = place.filter(|_| is_among(verb, "came comes"));
    let listed =
        place.filter(|stop| STANDS.contains(before) && (next..*stop).any(|token| LISTS.contains(text.word(token))));
    let stop = raced.or(listed).or((ranked || came).then(|| place.unwrap_or(next)))?;
    Some((rank, token..stop))
}

/// “second-seeded”, “the 3rd-ranked team”, “the fifth seed”.
fn seeded(text: &Text, token: usize) -> Option<Standing> {
    // “the fifth seed”
    if let Some((rank, next)) = ordinal::number(text, token)
        && text.is(next, "seed seeds")
    {
        let end = crate::claim::near(text, token).end;
        let place = set::place(text, next + 1, end).filter(|_| text.is(next + 1, "in"));
        return Some((rank, token..place.unwrap_or(next + 1)));
    }
    let (first, rest) = text.lower(token).split_once('-')?;
    is_among(rest, "seeded placed ranked rated").then_some(())?;
    let top = (first == "top" && is_among(rest, "seeded ranked")).then_some(1);
    if let Some(rank) = number::ordinal(first).or(top) {
        return Some((rank, token..token + 1));
    }
    let digits = token.checked_sub(1)?;
    let written_on = text.tokens[digits].span.end == text.tokens[token].span.start;
    let rank = number::ordinal_digits(text.word(digits), first).filter(|_| written_on)?;
    Some((rank, digits..token + 1))
}

/// “No. 131 in the world”, “the No. 3 seed”, “ranked No. 2”.
fn numbered(text: &Text, token: usize, end: usize) -> Option<Standing> {
    let world = text.is(token, "number") && is_among(word::before(text, token), "world reached");
    (world || text.is(token, "No No. Nos")).then_some(())?;
    let digits = token + 1 + usize::from(text.is(token + 1, "."));
    let spelt = || number::parse(word::lower(text, digits, end), None).map(|number| number.value as u32);
    let rank = rank(text, digits, end).or_else(|| spelt().filter(|_| world))?;
    if world {
        let named = usize::from(word::before(text, token) == "world");
        return Some((rank, token - named..digits + 1));
    }
    let place = set::place(text, digits + 1, end).filter(|_| text.is(digits + 1, "in on"));
    let seed = text.is(digits + 1, "seed seeds ranked pick player");
    let before = word::before(text, token);
    let ranked = is_among(before, "ranked seeded world world’s world's s ’s 's rated") || before.ends_with("-high");
    let stop = place.or(seed.then_some(digits + 2)).or(ranked.then_some(digits + 1))?;
    Some((rank, token..stop))
}

/// “the top 60 in Europe”, “finished in the top 10”.
fn top(text: &Text, token: usize, end: usize) -> Option<Standing> {
    let rank = rank(text, token, end).filter(|_| word::before(text, token) == "top")?;
    let place = set::place(text, token + 1, end).filter(|_| text.is(token + 1, "in of on"));
    let alone = set::run(text, token + 1, end) == token + 1
        && text.is(token.checked_sub(2)?, "the s ’s 's their its world’s world's");
    let stop = place.or(alone.then_some(token + 1))?;
    Some((rank, token - 1..stop))
}

fn rank(text: &Text, token: usize, end: usize) -> Option<u32> {
    let digits = text.tokens.get(token).filter(|found| token < end && found.kind == TokenKind::Number);
    digits.and_then(|_| text.word(token).parse().ok())
}

/// Verbs behind which an ordinal is a place.
static FINISHES: WordList =
    WordList::new("finish finishes finished finishing placed placing ranked ranks ranking seeded");

/// Verbs behind which it is one as well, but not behind “in”.
static LIES: WordList = WordList::new("lie lies lay sit sits sat stay stays stayed remain remains remained");

/// Verbs behind which it is one on a list that is named.
static STANDS: WordList = WordList::new("is are was were stand stands stood went to into");

static LISTS: WordList = WordList::new(
    "table list standings rankings ranking league world division conference list poll polls group championship pool charts chart race \
     final heat event championships marathon relay medley metres meters",
);
