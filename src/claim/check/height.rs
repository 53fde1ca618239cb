//! How high a mountain or a building is.
//!
//! Takes a length and the words around it; gives whose height it states, and tells whether it agrees with a fact. Example: “Everest, at
//! 8,849 metres, …” and “the 29,032-foot Everest” are answered by Everest's height.
//!
//! Invariant: nothing stands between name and number but words that say how something stands; a place on or near the mountain, a part
//! of the building and what is measured from elsewhere have no such words.

use super::fact::{self, name_at, name_before, opens_clause};
use crate::claim::{Claim, ClaimKind, Figure, near};
use crate::segment::Text;
use crate::word_list::{WordList, is_among};
use crate::{Knowledge, Mention, card::Agreement, mention::Cast};

/// No name stands further before its height than this, in tokens.
const REACH: usize = 12;

/// Whose height a length states.
pub(super) fn whose<'c>(text: &Text, cast: &'c Cast, known: &Knowledge, claim: &Claim) -> Option<&'c Mention> {
    let figure = claim.stated.value.filter(|figure| claim.kind == ClaimKind::Quantity && figure.value > 0.0)?;
    is_among(figure.unit, "m ft km").then_some(())?;
    let number = text.tokens_in(claim.span);
    let found =
        behind(text, cast, number.start, number.end).or_else(|| before(text, cast, number.start, number.end))?;
    is_landmark(cast, known, found).then_some(found)
}

fn is_landmark(cast: &Cast, known: &Knowledge, name: &Mention) -> bool {
    let entity = cast.entities.get(name.entity).and_then(|entity| entity.known);
    entity.and_then(|entity| known.entity(entity)).is_some_and(|record| is_among(record.class, "mountain building"))
}

/// “the 324-metre Eiffel Tower”, “the 828-metre-high Burj Khalifa”
fn behind<'c>(text: &Text, cast: &'c Cast, start: usize, end: usize) -> Option<&'c Mention> {
    let told = start.checked_sub(1).is_some_and(|before| text.is(before, "the The this ’s 's"));
    let shape = (end..end + 3).take_while(|token| text.is(*token, "- tall high -tall -high")).count();
    let name = name_at(text, cast, end + shape).filter(|_| told)?;
    // “the 100-metre Eiffel Tower replica”
    let behind = text.tokens_in(name.span).end;
    (behind >= near(text, start).end || FOLLOWING.contains(text.word(behind))).then_some(name)
}

/// “Everest, at 8,849 metres, …”, “Kilimanjaro, 5,895 m high”, “the Burj Khalifa in Dubai stands 828 metres tall”
fn before<'c>(text: &Text, cast: &'c Cast, start: usize, end: usize) -> Option<&'c Mention> {
    let shaped = shape(text, end)?;
    let (name, at) = name_behind(text, cast, start)?;
    let between = text.span(at..start).of(text.article.text());
    let told = shaped || is_among(between, ", (") || between == ", at" || (at..start).any(|at| stands(text, at));
    (told && (text.is(at, "’s 's") || opens_clause(text, name))).then_some(name)
}

/// The name that a number tells of, and the token behind it: nothing else is between but where it is, “in Dubai”.
fn name_behind<'c>(text: &Text, cast: &'c Cast, start: usize) -> Option<(&'c Mention, usize)> {
    let first = near(text, start).start.max(start.saturating_sub(REACH));
    let mut at = start;
    while at > first {
        if let Some(name) = name_before(text, cast, at) {
            let begins = text.tokens_in(name.span).start;
            if begins <= first || !text.is(begins - 1, "in") {
                return Some((name, at));
            }
            at = begins;
        } else if !stands(text, at - 1) && !BETWEEN.contains(text.lower(at - 1)) {
            return None;
        }
        at -= 1;
    }
    None
}

fn stands(text: &Text, token: usize) -> bool {
    STANDING.contains(text.lower(token))
}

/// Whether the words behind a number say that it is a height; None where they say that it is something else.
fn shape(text: &Text, end: usize) -> Option<bool> {
    let tall =
        usize::from(text.is(end, "tall high")) + 2 * usize::from(text.is(end, "in") && text.is(end + 1, "height"));
    let sea = 3 * usize::from(text.is(end + tall, "above") && text.is(end + tall + 1, "sea"));
    let next = end + tall + sea;
    let ends = next >= near(text, end.saturating_sub(1)).end || text.is(next, ", . ; : ) / – — and is was");
    ends.then_some(tall + sea > 0)
}

/// Words that say that what stands before them is as high as what comes behind.
static STANDING: WordList =
    WordList::new("stands standing rises rising reaches towers measures height elevation altitude");
static BETWEEN: WordList = WordList::new(", ( is was at to a an of the which that has with its summit peak ’s 's");
static FOLLOWING: WordList =
    WordList::new(", . ; : ) – — ” is was were has had will and or but in on at by for from to with as that which");

/// Whether a height, hedged or not, agrees with a fact: to a hundredth, or rounded as it stands. What an aerial or a new survey may
/// explain is left open, and so is what “more than” leaves room for.
pub(crate) fn agrees(stated: Figure, hedged: bool, known: &str) -> Option<Agreement> {
    let metres = match stated.unit {
        "ft" => 0.3048,
        "km" => 1000.0,
        _ => 1.0,
    };
    let stated = Figure { value: stated.value * metres, step: stated.step * metres, unit: "m" };
    let verdict = fact::within(stated, fact::figure_of(known, "m")?, (0.01, 0.1));
    Some(if hedged && verdict == Agreement::Differs { Agreement::Open } else { verdict })
}
