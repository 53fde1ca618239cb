//! How high a mountain or a building is.
//!
//! Takes a length and the words around it; gives whose height it states, and tells whether it agrees with a fact. Example: “Everest, at
//! 8,849 metres, …” and “the 29,032-foot Everest” are answered by Everest's height.
//!
//! Invariant: nothing stands between name and number but words that say how something stands; a place on or near the mountain, a part
//! of the building and what is measured from elsewhere have no such words.

use super::fact::{name_at, name_before};
use crate::claim::{Claim, ClaimKind, Figure, near, read::unit};
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
    let told = start.checked_sub(1).is_some_and(|before| text.is(before, "the The a A this ’s 's"));
    let shape = (end..end + 3).take_while(|token| text.is(*token, "- tall high -tall -high")).count();
    told.then(|| name_at(text, cast, end + shape)).flatten()
}

/// “Everest, at 8,849 metres, …”, “Kilimanjaro, 5,895 m high”, “the Burj Khalifa in Dubai stands 828 metres tall”
fn before<'c>(text: &Text, cast: &'c Cast, start: usize, end: usize) -> Option<&'c Mention> {
    let shaped = shape(text, end)?;
    let first = near(text, start).start.max(start.saturating_sub(REACH));
    let (mut at, mut told) = (start, shaped);
    while at > first {
        if let Some(name) = name_before(text, cast, at) {
            let begins = text.tokens_in(name.span).start;
            let place = begins > first && text.is(begins - 1, "in");
            if !place {
                let bare = text.span(at..start).of(text.article.text());
                return (told || is_among(bare, ", (") || bare == ", at")
                    .then_some(name)
                    .filter(|_| is_free(text, begins));
            }
            at = begins - 1;
        } else {
            let word = text.lower(at - 1);
            told |= STANDING.contains(word);
            if !(STANDING.contains(word) || BETWEEN.contains(word)) {
                return None;
            }
            at -= 1;
        }
    }
    None
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

/// Whether a name that begins here is what is told of: not “on Everest, at 8,000 metres”, “taller than the Shard”, “K2 and Everest”.
fn is_free(text: &Text, begins: usize) -> bool {
    let the = begins.saturating_sub(usize::from(begins > 0 && text.is(begins - 1, "the")));
    let before = the.checked_sub(1).filter(|before| near(text, *before) == near(text, begins));
    before.is_none_or(|before| !PLACING.contains(text.lower(before)))
}

/// Words that say that what stands before them is as high as what comes behind.
static STANDING: WordList = WordList::new(
    "stands stood standing rises rising reaches reaching towers towering soars soaring measures measuring height elevation altitude",
);
static BETWEEN: WordList = WordList::new(", ( is was at to a an of the which that has with its summit peak ’s 's");
static PLACING: WordList = WordList::new(
    "on up down near below above of from at in inside over around along across to towards toward under underneath beneath behind \
     between beside outside off and or than as like by within",
);

/// Whether a height, hedged or not, agrees with a fact: to a hundredth, or rounded as it stands. What an aerial or a new survey may explain is
/// left open, and so is what “more than” leaves room for.
pub(crate) fn agrees(stated: Figure, hedged: bool, known: &str) -> Option<Agreement> {
    let (_, units) = unit::named_at(stated.unit)?;
    let (_, metre) = unit::named_at("m")?;
    let metres = |value: f64| Some(units.first()?.convert(value, metre.first()?));
    let in_metres = Figure { value: metres(stated.value)?, step: metres(stated.step)?, unit: "m" };
    let verdict = super::fact::within(in_metres, super::fact::figure_of(known, "m")?, (0.01, 0.1));
    Some(if hedged && verdict == Agreement::Differs { Agreement::Open } else { verdict })
}
