//! Claims: statements that can be checked, by an ordered list, by the calendar or by arithmetic.
//!
//! Takes the segmented text, its mentions, its attributions and the packs; gives [`Claim`]s. Example: “the third country to
//! recognise” becomes a [`ClaimKind::Ordinal`] whose rank is 3.
//!
//! `find` has a rule for each kind, `check` what can be recomputed or looked up, `read` how numbers, units, days and tenses are read.
//!
//! Invariant: a claim never says “false”; it holds what was stated and what the check gives.

mod answer;
mod check;
mod find;
pub(crate) mod read;

use crate::{Attribution, Knowledge, Span, mention::Cast, segment::Text};
pub use answer::{Answer, Arithmetic, Operation, Property};
pub(crate) use check::{fact, founding, height, order::joint};
use read::number::Number;
use serde::Serialize;
use std::ops::Range;

/// A statement that can be checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The words that state it.
    pub span: Span,
    /// What kind of statement it is.
    pub kind: ClaimKind,
    /// What it states.
    pub stated: Stated,
    /// Whose statement it is: an index into `Notes::attributions`. None where the article itself states it.
    pub attribution: Option<usize>,
    /// What its check gives; none where there was nothing to check it against.
    pub answer: Option<Answer>,
}

/// What kind of statement a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ClaimKind {
    /// A place in an order: “third country to recognise”, “first time in six years”.
    Ordinal,
    /// The most of a set: “Britain’s fifth-largest supermarket group”.
    Superlative,
    /// The one of its kind: “the only bridge over the river”.
    Only,
    /// The most within a time: “highest since 1991”, “a record low”.
    Record,
    /// How many: “200 boats”.
    Count,
    /// A part of a whole: “40% of voters”, “12 of the 30 seats”.
    Share,
    /// More or less than before: “fell 8 per cent”, “up from £40m to £52m”.
    Change,
    /// More or less than something else: “twice as many as in 2020”.
    Comparison,
    /// A measure: “6,500km (4,000 miles)”.
    Quantity,
    /// A sum of money: “$38m”.
    Money,
    /// A day, a month or a year: “on Wednesday”, “February 24”.
    Date,
    /// How long: “six years”.
    Duration,
    /// How old: “aged 44”.
    Age,
}

/// What a claim states, as far as its words show it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stated {
    /// Of whom or what: an index into `Notes::entities`.
    pub subject: Option<usize>,
    /// What it did or is: “recognise”, “fell”.
    pub predicate: Option<Span>,
    /// Among which: “country”, “bridge over the river”.
    pub set: Option<Span>,
    /// The place, from 1.
    pub rank: Option<u32>,
    /// The number.
    pub value: Option<Figure>,
    /// The number that it is compared with: in “from £40m to £52m” the first, of “12 of the 30 seats” the whole.
    pub base: Option<Figure>,
    /// The time that it holds for: “since 1991”, “in the year to March”.
    pub time: Option<Span>,
}

/// A number as stated.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Its value, scales such as “million” counted in.
    pub value: f64,
    /// The place of its last digit that counts: 100 for “6,500”.
    pub step: f64,
    /// What it counts: the symbol of a unit (`km`, `%`, `pp` for percentage points, `year`, `×` for a factor), the ISO 4217 code
    /// of a currency (`$` or `¥` where the text leaves open whose), or nothing.
    pub unit: &'static str,
}

impl ClaimKind {
    /// All of them.
    pub const ALL: [ClaimKind; 13] = [
        ClaimKind::Ordinal,
        ClaimKind::Superlative,
        ClaimKind::Only,
        ClaimKind::Record,
        ClaimKind::Count,
        ClaimKind::Share,
        ClaimKind::Change,
        ClaimKind::Comparison,
        ClaimKind::Quantity,
        ClaimKind::Money,
        ClaimKind::Date,
        ClaimKind::Duration,
        ClaimKind::Age,
    ];

    /// Its word in data: `ordinal`.
    pub fn key(self) -> &'static str {
        match self {
            ClaimKind::Ordinal => "ordinal",
            ClaimKind::Superlative => "superlative",
            ClaimKind::Only => "only",
            ClaimKind::Record => "record",
            ClaimKind::Count => "count",
            ClaimKind::Share => "share",
            ClaimKind::Change => "change",
            ClaimKind::Comparison => "comparison",
            ClaimKind::Quantity => "quantity",
            ClaimKind::Money => "money",
            ClaimKind::Date => "date",
            ClaimKind::Duration => "duration",
            ClaimKind::Age => "age",
        }
    }
}

impl Claim {
    fn new(kind: ClaimKind, span: Span) -> Self {
        Claim { span, kind, stated: Stated::default(), attribution: None, answer: None }
    }
}

impl Figure {
    fn of(number: Number, unit: &'static str) -> Self {
        Figure { value: number.value, step: number.step, unit }
    }
}

/// Finds what can be checked: in the order of the text, none overlapping another.
pub fn claims(text: &Text, cast: &Cast, attributions: &[Attribution], knowledge: &Knowledge) -> Vec<Claim> {
    let mut claims = in_order(find::all(text, cast, knowledge));
    check::beside_each_other(text, cast, knowledge, &mut claims);
    attribute(&mut claims, attributions);
    claims
}

/// Whose statement each claim is: of those in whose words it stands, whoever speaks last begins last.
fn attribute(claims: &mut [Claim], attributions: &[Attribution]) {
    let contents = attributions.iter().enumerate();
    let mut contents: Vec<(Span, usize)> =
        contents.flat_map(|(index, said)| said.content.iter().map(move |span| (*span, index))).collect();
    crate::order::sort_by(&mut contents, |(span, _)| (span.start, usize::MAX - span.end));
    for claim in claims {
        let before = contents.partition_point(|(span, _)| span.start <= claim.span.start);
        let around = contents[..before].iter().rev().take(LOOK_BACK).find(|(span, _)| span.contains(claim.span));
        claim.attribution = around.map(|(_, index)| *index);
    }
}

/// No claim stands deeper in other people's words than this.
const LOOK_BACK: usize = 8;

/// The tokens of the sentence around one; of a sentence without end only those within reach, so that no text takes long.
fn near(text: &Text, token: usize) -> Range<usize> {
    const REACH: usize = 80;
    let sentence = text.sentences.get(text.sentence_of(token)).map_or(token..token, |sentence| sentence.tokens.clone());
    sentence.start.max(token.saturating_sub(REACH))..sentence.end.min(token + REACH)
}

/// Claims in the order of the text; of two that overlap, the answered one, then the longer one, then the one that begins first.
fn in_order(mut claims: Vec<Claim>) -> Vec<Claim> {
    crate::order::sort_by(&mut claims, |claim| (claim.span.start, usize::MAX - claim.span.end));
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims {
        match kept.last_mut() {
            Some(last) if last.span.end > claim.span.start => {
                let weight = |claim: &Claim| (claim.answer.is_some(), claim.span.len());
                if weight(&claim) > weight(last) {
                    *last = claim;
                }
            }
            _ => kept.push(claim),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, mention, quote};
    use time::Date;

    /// What sets a rule off, and what may stand around it.
    const PIECES: &[&str] = &[
        "Wednesday",
        "on Friday",
        "last ",
        "next ",
        "Monday to ",
        "February ",
        "24",
        "24 February",
        "Sept. ",
        "31",
        ", ",
        "2014",
        "third",
        "the 3",
        "rd ",
        " country",
        " to ",
        "recognise ",
        "after ",
        "Russia",
        " and Syria",
        "became ",
        "makes it ",
        "Europe’s ",
        "largest ",
        "fifth-",
        "most ",
        "fewest ",
        "record ",
        "4.2m",
        "£",
        "the ",
        "first time ",
        "in nine years",
        "since 1991",
        "in its history",
        "that it has ",
        "ever built",
        "woman of ",
        "one of ",
        "her ",
        "finished ",
        "?",
        "only ",
        "6,500km",
        " (",
        "4,000 miles",
        ")",
        "[",
        "]",
        "-",
        "–",
        "−5°C",
        "½",
        "half a mile",
        "999999999999999999999 km",
        "0.0000000000000000001 m",
        "0",
        "“",
        "”",
        "’s",
        ".",
        "\n",
        "\u{a0}",
        "\u{ad}",
        "é",
        "国",
        "😀",
        "will ",
        "said ",
        "5’11”",
        "K",
        "about ",
        "at least ",
        "£",
        "US$",
        "2.5m",
        "8 per cent",
        "% ",
        "twenty-two ",
        "thousand ",
        "boats ",
        "of the ",
        "30 seats",
        "two-thirds of",
        "a third ",
        "half ",
        "fell ",
        "rose by ",
        "from ",
        "a 12% rise ",
        "doubled ",
        "twice as many ",
        "as in 2020",
        "three times the ",
        "than any other ",
        "average ",
        "larger than ",
        "aged 44",
        ", 44, ",
        "44-year-old ",
        "six-month ",
        "years ago",
        "in March ",
        "since 2019 ",
        "the 1980s",
        "last month",
        "yesterday",
        "could ",
        "if ",
        "?",
        "magnitude ",
    ];

    #[track_caller]
    fn check(text: &str) {
        for published in [None, Some(Date::MIN), Some(Date::MAX), crate::day("2022-07-14")] {
            let article = Article::from_text(text).published_on(published);
            let segmented = Text::new(&article);
            let knowledge = Knowledge::new();
            let cast = mention::cast(&segmented, &knowledge);
            let found = claims(&segmented, &cast, &quote::attributions(&segmented, &cast), &knowledge);
            let mut reached = 0;
            for claim in found {
                assert!(claim.span.start >= reached && !claim.span.of(text).is_empty(), "{text:?}: {claim:?}");
                reached = claim.span.end;
            }
        }
    }

    #[test]
    fn any_text_gives_claims_in_order() {
        let mut state: u64 = 0x2545_f491_4f6c_dd1d;
        let mut below = |bound: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state % bound as u64) as usize
        };
        for _ in 0..3_000 {
            let count = below(40);
            let pieces: Vec<_> = (0..count).map(|_| PIECES[below(PIECES.len())]).collect();
            check(&pieces.concat());
        }
    }

    #[test]
    fn a_sentence_without_end_is_no_trouble() {
        for piece in [
            "May 5 ",
            "third country ",
            "on Friday ",
            "1 km (",
            "after Russia ",
            "( 1 km ",
            "the largest of ",
            "her second ",
            "the only man in ",
            "a record 4 ",
            "first time since the ",
            "2 to 3 ",
            "about £2m ",
            "fell from 8% ",
            "half of the ",
            "twice as ",
            "2 boats ",
            "in 2020 ",
            "than any other ",
        ] {
            check(&piece.repeat(200));
        }
    }
}
