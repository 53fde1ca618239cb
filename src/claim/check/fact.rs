//! Single facts of the packs: how many people live somewhere, how large it is, since when somebody holds an office; how high it is
//! (`height.rs`) and when it was founded (`founding.rs`).
//!
//! Takes a claim and the names around it; gives whose fact answers it. Example: “Ghana, a country of 35 million people” is answered by
//! the population of Ghana; the card then compares the numbers, for facts come with the first card.
//!
//! Invariant: the name stands in the claim's sentence, before the number, with nobody else's between; a height's or a founding's as its own
//! rule says.

use super::{founding, height};
use crate::claim::{Answer, Claim, ClaimKind, Figure, Property, read::number};
use crate::word_list::{WordList, is_among};
use crate::{Knowledge, Mention, MentionSense, NameType, card::Agreement, mention::Cast, segment::Text};

/// How far before a number its name may stand, in tokens.
const REACH: usize = 14;

/// Whose fact answers a claim.
pub(super) fn of_entity(text: &Text, cast: &Cast, known: &Knowledge, claim: &Claim) -> Option<Answer> {
    let height = || Some((height::whose(text, cast, known, claim)?, Property::Height));
    let founding = || Some((founding::whose(text, cast, claim)?, Property::Founded));
    let (owner, property) = height().or_else(founding).or_else(|| nearest(text, cast, claim))?;
    Some(Answer::Fact { entity: owner.entity, property })
}

/// The nearest name before a number that may have such a fact.
fn nearest<'c>(text: &Text, cast: &'c Cast, claim: &Claim) -> Option<(&'c Mention, Property)> {
    let first = text.tokens_in(claim.span).start;
    let sentence = crate::claim::near(text, first);
    let before = sentence.start.max(first.saturating_sub(REACH))..first;
    let property = match claim.kind {
        ClaimKind::Count if counts_people(text, claim, first) => Property::Population,
        ClaimKind::Quantity if is_area(claim) && says(text, before.clone(), &AREA) => Property::Area,
        ClaimKind::Date if is_since(text, claim, first) && says(text, sentence.start..first, &OFFICE) => {
            Property::Office
        }
        _ => return None,
    };
    let named = cast.within(text.span(before));
    let owner = named.iter().rev().find(|mention| has(cast, mention, property))?;
    Some((owner, property))
}

/// Whether a name may have such a fact: a place has people and a size, a person an office.
fn has(cast: &Cast, mention: &Mention, property: Property) -> bool {
    let wanted = if property == Property::Office { NameType::Per } else { NameType::Loc };
    is_known(cast, mention) && cast.entities.get(mention.entity).is_some_and(|entity| entity.name_type == wanted)
}

/// Whether a pack knows what a name means, and it means that itself.
fn is_known(cast: &Cast, mention: &Mention) -> bool {
    let known = cast.entities.get(mention.entity).is_some_and(|entity| entity.known.is_some());
    known && mention.sense == MentionSense::Itself
}

/// The known name that ends right before a token.
#[inline(never)]
pub(super) fn name_before<'c>(text: &Text, cast: &'c Cast, token: usize) -> Option<&'c Mention> {
    let last = text.tokens.get(token.checked_sub(1)?)?.span;
    cast.at(last.start).filter(|name| name.span.end == last.end && is_known(cast, name))
}

/// The known name that begins at a token.
#[inline(never)]
pub(super) fn name_at<'c>(text: &Text, cast: &'c Cast, token: usize) -> Option<&'c Mention> {
    let first = text.tokens.get(token)?.span;
    cast.at(first.start).filter(|name| name.span.start == first.start && is_known(cast, name))
}

/// The word before a name and its article; empty where the sentence begins with it.
#[inline(never)]
pub(super) fn before<'t>(text: &Text<'t>, name: &Mention) -> &'t str {
    let first = text.tokens_in(name.span).start;
    let sentence = crate::claim::near(text, first).start;
    let before = (sentence..first).rev().find(|token| !text.is(*token, "the The"));
    before.map_or("", |before| text.word(before))
}

/// “a country of 35 million people”, “has 35 million inhabitants”, “home to 35 million people”, “population of 35 million people”.
fn counts_people(text: &Text, claim: &Claim, first: usize) -> bool {
    let set = claim.stated.set.map_or("", |set| set.of(text.article.text()));
    let before = |back: usize| first.checked_sub(back).map_or("", |token| text.word(token));
    let of =
        is_among(before(1), "of") && PLACES.contains(before(2)) || matches!((before(2), before(1)), ("home", "to"));
    match set {
        "people" => of,
        "inhabitants" | "residents" => of || is_among(before(1), "has had"),
        _ => false,
    }
}

static PLACES: WordList = WordList::new("country nation city state population kingdom republic territory town island");

fn is_area(claim: &Claim) -> bool {
    claim.stated.value.is_some_and(|figure| matches!(figure.unit, "km²" | "sq mi"))
}

static AREA: WordList = WordList::new("area covers covering size territory spans");
static OFFICE: WordList = WordList::new(
    "president premier minister chancellor king queen leader power office ruled governed led prime emperor pope ruler",
);

fn is_since(text: &Text, claim: &Claim, first: usize) -> bool {
    let year = claim.span.len() == 4 && claim.span.of(text.article.text()).parse::<u16>().is_ok();
    year && first.checked_sub(1).is_some_and(|before| text.is(before, "since"))
}

fn says(text: &Text, mut tokens: std::ops::Range<usize>, words: &WordList) -> bool {
    tokens.any(|token| words.contains(text.lower(token)))
}

/// The number that a fact's value begins with: “35.3 million”, “603,550 km²”.
pub(crate) fn figure_of(value: &str, unit: &'static str) -> Option<Figure> {
    let mut words = value.split([' ', '\u{a0}']);
    let number = words.next()?;
    let scale = words.next().filter(|word| number::SCALES.iter().any(|(name, _)| name == word));
    number::parse(number, scale).map(|number| Figure::of(number, unit))
}

/// Whether a number agrees with a fact: within a twentieth, or rounded as it stands; what growth in some years may explain is left open.
pub(crate) fn agrees(stated: Figure, known: Figure) -> Agreement {
    within(stated, known, (0.05, 0.2))
}

/// Whether a number is near a fact, or rounded so; up to which relative error it agrees, and up to which it is left open.
#[inline(never)]
pub(super) fn within(stated: Figure, known: Figure, (close, far): (f64, f64)) -> Agreement {
    let off = (stated.value - known.value).abs();
    match off / known.value.abs().max(f64::MIN_POSITIVE) {
        error if error <= close || off <= super::rounding(stated) * stated.value => Agreement::Agrees,
        error if error <= far => Agreement::Open,
        _ => Agreement::Differs,
    }
}
