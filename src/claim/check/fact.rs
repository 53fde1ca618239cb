//! Single facts of the packs: since when somebody holds an office; how many people live somewhere and how large it is (`place.rs`), how
//! high it is (`height.rs`) and when it was founded (`founding.rs`).
//!
//! Takes a claim and the names around it; gives whose fact answers it. Example: “Ghana, a country of 35 million people” is answered by
//! the population of Ghana; the card then compares the numbers, for facts come with the first card.
//!
//! Invariant: whose the fact is is told by the words between name and number, never by nearness alone.

use super::{founding, height, place};
use crate::claim::{
    Answer, Claim, ClaimKind, Figure, Property, near,
    read::{calendar, number},
};
use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, is_among};
use crate::{Knowledge, Mention, MentionSense, NameType, card::Agreement, mention::Cast};

/// How far before “since” a name may stand, in tokens.
const REACH: usize = 14;

/// Whose fact answers a claim.
pub(super) fn of_entity(text: &Text, cast: &Cast, known: &Knowledge, claim: &Claim) -> Option<Answer> {
    let height = || Some((height::whose(text, cast, known, claim)?, Property::Height));
    let founding = || Some((founding::whose(text, cast, claim)?, Property::Founded));
    let (owner, property) = height()
        .or_else(founding)
        .or_else(|| place::whose(text, cast, known, claim))
        .or_else(|| tenure(text, cast, claim))?;
    Some(Answer::Fact { entity: owner.entity, property })
}

/// “Volodymyr Zelensky, president since 2019”: the person of whom nothing else is told before “since”.
fn tenure<'c>(text: &Text, cast: &'c Cast, claim: &Claim) -> Option<(&'c Mention, Property)> {
    let first = text.tokens_in(claim.span).start;
    let since = first.checked_sub(1).filter(|since| text.is(*since, "since") && claim.kind == ClaimKind::Date)?;
    let from = near(text, first).start.max(first.saturating_sub(REACH));
    let named = cast.within(text.span(from..first)).iter().rev();
    let owner = named.into_iter().find(|name| is_person(cast, name)).filter(|name| is_known(cast, name))?;
    let between = text.tokens_in(owner.span).end..since;
    let office = |token: usize| OFFICE.contains(text.lower(token));
    let told = |token: usize| {
        let word = text.word(token);
        word.starts_with(char::is_uppercase) || office(token) || BETWEEN.contains(word)
    };
    let owns = text.tokens.get(between.start)?.kind == TokenKind::Possessive;
    let year = calendar::is_year(claim.span.of(text.article.text()));
    (year && !owns && between.clone().any(office) && between.clone().all(told)).then_some((owner, Property::Office))
}

fn is_person(cast: &Cast, name: &Mention) -> bool {
    cast.entities.get(name.entity).is_some_and(|entity| entity.name_type == NameType::Per)
}

static OFFICE: WordList = WordList::new(
    "president premier minister chancellor king queen leader power office ruled governed led prime emperor pope ruler",
);
static BETWEEN: WordList =
    WordList::new(", ’s 's - who has have been is was a an the its his her in as of country nation");

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
    let sentence = near(text, first).start;
    let before = (sentence..first).rev().find(|token| !text.is(*token, "the The"));
    before.map_or("", |before| text.word(before))
}

/// Whether a name begins its clause: of “on Everest, at 8,000 metres” and “it dwarfs the Shard, at 600 metres” something else is as high.
#[inline(never)]
pub(super) fn opens_clause(text: &Text, name: &Mention) -> bool {
    let word = before(text, name);
    word.is_empty() || is_among(word, ", ; : – — “ ” ( that while but because although where ’s 's")
}

/// Whether no other name is joined to it: “the Israeli Labour Party”, “Kenya’s Labour Party”.
#[inline(never)]
pub(super) fn is_whole(text: &Text, name: &Mention) -> bool {
    let word = before(text, name);
    let capital = word.starts_with(char::is_uppercase) && !is_among(word, "When After Since While Although Before");
    !(capital || is_among(word, "- ’s 's"))
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
