//! How many people live somewhere, and how large it is.
//!
//! Takes a count of people or an area and the words around it; gives the place of which it is told. Example: “Ghana, a country of 35
//! million people” and “Kenya has an area of 224,000 square miles” are answered by what the packs know of Ghana and Kenya.
//!
//! Invariant: the place is the subject, the owner, or what an apposition describes; in “the town in Poland has 12,000 inhabitants”,
//! “India has a Muslim population of …” and “Lagos, the largest city in Nigeria, is home to …” something else is.

use super::fact::{before, is_whole, name_before, opens_clause};
use crate::claim::{Claim, ClaimKind, Property, near, read::calendar};
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
    let counted = claim.stated.set.map_or("", |set| set.of(text.article.text()));
    let (property, noun, verbs) = match (claim.kind, counted) {
        (ClaimKind::Count, "people") => (Property::Population, "population", ""),
        (ClaimKind::Count, "inhabitants" | "residents") => (Property::Population, "population", "has had"),
        (ClaimKind::Quantity, _) if matches!(claim.stated.value?.unit, "km²" | "sq mi") => {
            (Property::Area, "area", "covers covered covering spans occupies")
        }
        _ => return None,
    };
    let first = text.tokens_in(claim.span).start;
    let place = match told(text, first, noun, verbs) {
        Some(told) => subject(text, cast, told)?,
        None => described(text, cast, known, first)?,
    };
    let is_place = cast.entities.get(place.entity)?.name_type == NameType::Loc;
    // So many there were then.
    let dated = (near(text, first).start..first).any(|token| calendar::is_year(text.word(token)));
    (is_place && !dated).then_some((place, property))
}

/// Where “has a population of”, “is home to”, “covers” or the ending of “Kenya’s population of” begins.
fn told(text: &Text, first: usize, noun: &str, verbs: &str) -> Option<usize> {
    let last = first.checked_sub(1)?;
    if text.is(last, verbs) {
        return Some(last);
    }
    let named = last.checked_sub(1)?;
    if text.is(named, "home") && text.is(last, "to") {
        return Some(back(text, named, "is was"));
    }
    let article = back(text, named, "total estimated surface land").checked_sub(1)?;
    if !text.is(named, noun) || !text.is(last, "of") {
        return None;
    }
    if text.is_kind(article, TokenKind::Possessive) {
        return Some(article);
    }
    let verb = article.checked_sub(1).filter(|_| text.is(article, "a an"))?;
    text.is(verb, "has had with covers covering").then_some(verb)
}

/// One token back over one of a few words.
#[inline(never)]
fn back(text: &Text, at: usize, few: &str) -> usize {
    at - usize::from(at > 0 && text.is(at - 1, few))
}

/// The name that is the subject of what begins at a token: “Kenya has”, “Kenya, which has”.
#[inline(never)]
fn subject<'c>(text: &Text, cast: &'c Cast, at: usize) -> Option<&'c Mention> {
    let name = name_before(text, cast, back(text, back(text, at, "which that"), ","))?;
    let start = text.tokens_in(name.span).start;
    // “Warsaw, Poland, has”
    let nested = start > 1 && text.is(start - 1, ",") && text.is_capital(start - 2);
    (opens_clause(text, name) && !nested).then_some(name)
}

/// “Ghana, a mostly young country of”: the name that such a noun fits.
fn described<'c>(text: &Text, cast: &'c Cast, known: &Knowledge, first: usize) -> Option<&'c Mention> {
    const LONGEST: usize = 5;
    let noun = first.checked_sub(2).filter(|noun| text.is(noun + 1, "of") && KINDS.contains(text.lower(*noun)))?;
    let mut words = (noun.saturating_sub(LONGEST)..noun).rev();
    let comma = words.find(|token| !text.is_kind(*token, TokenKind::Word))?;
    let name = name_before(text, cast, comma).filter(|_| text.is(comma, ",") && text.is(comma + 1, "a an the"))?;
    let entity = known.entity(cast.entities.get(name.entity)?.known?)?;
    let town = |word: &str| is_among(word, "city town capital");
    let fits = town(text.lower(noun)) == town(entity.class);
    (fits && is_whole(text, name) && !before(text, name).ends_with("ern")).then_some(name)
}

static KINDS: WordList = WordList::new("country nation city state republic kingdom territory town");
