//! How many people live somewhere, and how large it is.
//!
//! Takes a count of people or an area and the words around it; gives the place of which it is told. Example: “Ghana, a country of 35
//! million people” and “Kenya has an area of 224,000 square miles” are answered by what the packs know of Ghana and Kenya.
//!
//! Invariant: the place is the subject, the owner, or what an apposition describes; in “the town in Poland has 12,000 inhabitants”,
//! “India has a Muslim population of …” and “Lagos, the largest city in Nigeria, is home to …” something else is.

use super::fact::{before, is_whole, name_before, opens_clause};
use crate::claim::{Claim, ClaimKind, Property, near};
use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, is_among};
use crate::{Knowledge, Mention, NameType, mention::Cast};

/// The place whose people or area a number states, and which of them.
pub(super) fn whose<'c>(
    text: &Text,
    cast: &'c Cast,
    known: &Knowledge,
    claim: &Claim,
) -> Option<(&'c Mention, Property)> {
    let property = property(text, claim)?;
    let first = text.tokens_in(claim.span).start;
    let told = match property {
        Property::Population => is_home_to(text, claim, first).or_else(|| has(text, first, "population")),
        _ => covers(text, first).or_else(|| has(text, first, "area")),
    };
    let place = match told {
        Some(told) => subject(text, cast, told)?,
        None => described(text, cast, known, first).filter(|_| property == Property::Population)?,
    };
    let is_place = cast.entities.get(place.entity)?.name_type == NameType::Loc;
    // So many there were then.
    let dated = (near(text, first).start..first).any(|token| is_year(text.word(token)));
    (is_place && !dated).then_some((place, property))
}

fn property(text: &Text, claim: &Claim) -> Option<Property> {
    let counted = claim.stated.set.map_or("", |set| set.of(text.article.text()));
    let unit = claim.stated.value.map_or("", |figure| figure.unit);
    match claim.kind {
        ClaimKind::Count if is_among(counted, "people inhabitants residents") => Some(Property::Population),
        ClaimKind::Quantity if matches!(unit, "km²" | "sq mi") => Some(Property::Area),
        _ => None,
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u16| (1000..2200).contains(&year))
}

/// Where “is home to”, or “has” before its inhabitants, begins.
fn is_home_to(text: &Text, claim: &Claim, first: usize) -> Option<usize> {
    let has = first.checked_sub(1)?;
    let people = claim.stated.set.is_some_and(|set| set.of(text.article.text()) == "people");
    if text.is(has, "has had") && !people {
        return Some(has);
    }
    let home = has.checked_sub(1).filter(|home| text.is(*home, "home") && text.is(has, "to"))?;
    Some(back(text, home, "is was"))
}

/// Where “covers” begins.
fn covers(text: &Text, first: usize) -> Option<usize> {
    first.checked_sub(1).filter(|verb| text.is(*verb, "covers covered covering spans occupies"))
}

/// Where “has a population of”, or an owner’s ending before “population of”, begins.
fn has(text: &Text, first: usize, noun: &str) -> Option<usize> {
    let named = first.checked_sub(2).filter(|at| text.is(*at, noun) && text.is(at + 1, "of"))?;
    let start = back(text, named, "total estimated surface land");
    let article = start.checked_sub(1)?;
    if text.tokens[article].kind == TokenKind::Possessive {
        return Some(article);
    }
    let verb = article.checked_sub(1).filter(|_| text.is(article, "a an"))?;
    text.is(verb, "has had with covers covering").then_some(verb)
}

/// One token back over one of a few words.
fn back(text: &Text, at: usize, few: &str) -> usize {
    at - usize::from(at > 0 && text.is(at - 1, few))
}

/// The name that is the subject of what begins at a token: “Kenya has”, “Kenya, which has”.
fn subject<'c>(text: &Text, cast: &'c Cast, at: usize) -> Option<&'c Mention> {
    let name = name_before(text, cast, back(text, back(text, at, "which that"), ","))?;
    let start = text.tokens_in(name.span).start;
    // “Warsaw, Poland, has”
    let nested = start > 1 && text.is(start - 1, ",") && text.word(start - 2).starts_with(char::is_uppercase);
    (opens_clause(text, name) && !nested).then_some(name)
}

/// “Ghana, a country of”, “Ghana is a mostly green country of”: the name that such a noun fits.
fn described<'c>(text: &Text, cast: &'c Cast, known: &Knowledge, first: usize) -> Option<&'c Mention> {
    const LONGEST: usize = 5;
    let noun = first.checked_sub(2).filter(|noun| text.is(noun + 1, "of") && KINDS.contains(text.lower(*noun)))?;
    let mut words = (noun.saturating_sub(LONGEST)..noun).rev();
    let article = words.find(|token| text.is(*token, "a an the") || text.tokens[*token].kind != TokenKind::Word)?;
    let comma = article.checked_sub(1).filter(|_| text.is(article, "a an the"))?;
    let name = match text.lower(comma) {
        "," => name_before(text, cast, comma)
            .filter(|name| is_whole(text, name) && !before(text, name).ends_with("ern"))?,
        "is" | "was" => subject(text, cast, comma)?,
        _ => return None,
    };
    let entity = cast.entities.get(name.entity).and_then(|entity| known.entity(entity.known?))?;
    let town = |word: &str| is_among(word, "city town capital");
    (town(text.lower(noun)) == town(entity.class)).then_some(name)
}

static KINDS: WordList = WordList::new("country nation city state republic kingdom territory town");
