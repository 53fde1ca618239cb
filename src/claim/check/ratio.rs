//! Shares recomputed: one number out of another beside the percentage that the article makes of it.
//!
//! Takes a bracket; gives the claim around it. Example: in “12 of the 30 councillors (45%)” the two numbers give 40%.
//!
//! Invariant: what is compared is the precision stated; three numbers in a row are never guessed at, and “more than 200” never differ.

use super::{compare, rounding};
use crate::card::Agreement;
use crate::claim::{
    Answer, Arithmetic, Claim, ClaimKind, Operation, Stated,
    find::{
        Reading,
        figure::{self, Measure, Of},
    },
};
use std::ops::Range;

/// How far before a bracket its numbers may stand: “12 of the 30 members of the council (40%)”.
const REACH: usize = 12;

/// The share whose bracket this is: “12 of 30 (40%)”, “40% (12 of 30)”.
pub(in crate::claim) fn at_bracket(reading: &Reading, bracket: usize) -> Option<Claim> {
    let inside = figure::begins_at(reading, bracket + 1)?;
    let sentence = crate::claim::near(reading.text, bracket);
    let mut before = (sentence.start.max(bracket.saturating_sub(REACH))..bracket).rev();
    // “(52%, 61% and 58%)” has one for each.
    let row = figure::begins_at(reading, inside.tokens.end + 1).is_some();
    if inside.of == Of::Percent && closes(reading, inside.tokens.end) && !row {
        let part = before.find_map(|token| out_of(reading, token))?;
        return share(reading, part.0.tokens.start..inside.tokens.end + 1, &part, &inside);
    }
    let part = out_of(reading, bracket + 1)?;
    let end = (part.1.tokens.end..part.1.tokens.end + 4).find(|token| closes(reading, *token))?;
    let stated = before.find_map(|token| figure::begins_at(reading, token)).filter(|one| one.of == Of::Percent)?;
    share(reading, stated.tokens.start..end + 1, &part, &stated)
}

/// “12 of the 30”, “34,200 votes out of 60,000”: both numbers, the first at this token.
fn out_of(reading: &Reading, token: usize) -> Option<(Measure, Measure)> {
    let text = reading.text;
    let part = figure::begins_at(reading, token).filter(|part| part.of == Of::Bare)?;
    let next = part.tokens.end + usize::from(!text.is(part.tokens.end, "of out"));
    let of = match (text.word(next), text.word(next + 1)) {
        ("of", "the" | "its" | "their" | "all") => 2,
        ("of", _) => 1,
        ("out", "of") => 2 + usize::from(text.is(next + 2, "the")),
        _ => return None,
    };
    let whole = figure::begins_at(reading, next + of).filter(|whole| whole.of == Of::Bare)?;
    Some((part, whole))
}

fn share(
    reading: &Reading,
    tokens: Range<usize>,
    (part, whole): &(Measure, Measure),
    stated: &Measure,
) -> Option<Claim> {
    // “more than 200 of the 300 shops”
    let rough = [part, whole].iter().any(|number| number.tokens.start < number.number);
    let (part, whole, stated) = (part.figure?, whole.figure?, stated.figure?);
    if part.value <= 0.0 || whole.value < part.value {
        return None;
    }
    let computed = part.value / whole.value * 100.0;
    let slack = (rounding(part) + rounding(whole)) * computed;
    let verdict = match compare(stated, computed, slack) {
        Agreement::Differs if rough => Agreement::Open,
        verdict => verdict,
    };
    let arithmetic = Arithmetic { operation: Operation::Share, terms: vec![part, whole], stated, computed, verdict };
    let known = Stated { value: Some(stated), base: Some(whole), ..Stated::default() };
    Some(Claim {
        stated: known,
        answer: Some(Answer::Arithmetic(arithmetic)),
        ..Claim::new(ClaimKind::Share, reading.text.span(tokens))
    })
}

fn closes(reading: &Reading, token: usize) -> bool {
    reading.text.is(token, ") ] ; ,")
}
