//! Which entity a name means.
//!
//! Takes what the gazetteer found; gives the [`Cast`] with one entity a mention. Example: “Georgia” beside “Tbilisi” is the
//! country; where the text does not decide, the runners-up are kept in [`Mention::or_else`].
//!
//! Invariant: an everyday word (“Nice”, “Reading”) is a name only where the text supports it.

use super::{
    Cast,
    capitals::{in_title_case, is_capitalised_word, is_function_word},
    gazetteer::Found,
    role_words, short_form,
};
use crate::word_list::WordList;
use crate::{
    Entity, EntityRef, Knowledge, Mention, MentionSense, NameType, Rule,
    order::sort_by,
    pack::{EntityRecord, Name, NameKind},
    segment::Text,
};
use std::collections::BTreeSet;

/// A candidate this close to the best one is named beside it.
const SECOND_BEST: f32 = 0.8;

/// What the rest of the article adds to a candidate that it names beyond doubt elsewhere.
const SUPPORT: f32 = 0.5;

/// Chooses an entity for each name, or drops the name.
pub(super) fn choose(text: &Text, knowledge: &Knowledge, found: Vec<Found>) -> Cast {
    let mut certain = BTreeSet::new();
    certain.extend(found.iter().filter_map(beyond_doubt));
    let starts: Vec<usize> = found.iter().map(|found| found.span.start).collect();
    let mut cast = Cast::default();
    for mut found in found {
        keep_those_there(text, knowledge, &mut found);
        let found = &found;
        if is_supported(text, knowledge, found, &certain, &starts) {
            let ranked = rank(knowledge, &found.names, &certain);
            add(&mut cast, knowledge, found, &ranked);
        }
    }
    cast
}

/// The one entity that a name can mean.
fn beyond_doubt(found: &Found) -> Option<EntityRef> {
    let first = found.names.first()?;
    let sure = found.names.iter().all(|name| name.entity == first.entity && !name.everyday);
    sure.then_some(first.entity)
}

/// The candidates with their scores, best first; of equals the one that the pack puts first.
fn rank(knowledge: &Knowledge, names: &[Name], certain: &BTreeSet<EntityRef>) -> Vec<(f32, Name)> {
    let score = |name: &Name| {
        let salience = knowledge.entity(name.entity).map_or(0.0, |record| record.salience);
        salience + if certain.contains(&name.entity) { SUPPORT } else { 0.0 }
    };
    let mut ranked: Vec<(f32, Name)> = names.iter().map(|name| (score(name), *name)).collect();
    // Scores lie between 0 and 2; thousandths tell them apart.
    sort_by(&mut ranked, |(score, _)| (usize::MAX - (score * 1000.0) as usize, 0));
    ranked
}

fn add(cast: &mut Cast, knowledge: &Knowledge, found: &Found, ranked: &[(f32, Name)]) {
    let Some((best, name)) = ranked.first() else { return };
    let Some(entity) = entity_of(cast, knowledge, name.entity) else { return };
    let near = ranked.iter().filter(|(score, other)| *score >= best * SECOND_BEST && other.entity != name.entity);
    let or_else = near.map(|(_, other)| other.entity).collect();
    let sense = if name.kind == NameKind::Demonym { MentionSense::Demonym } else { MentionSense::Itself };
    cast.mentions.push(Mention { span: found.span, entity, sense, rule: found.rule, or_else });
}

fn entity_of(cast: &mut Cast, knowledge: &Knowledge, known: EntityRef) -> Option<usize> {
    if let Some(index) = cast.entities.iter().position(|entity| entity.known == Some(known)) {
        return Some(index);
    }
    let record = knowledge.entity(known)?;
    cast.entities.push(Entity {
        name: record.name.to_owned(),
        name_type: record.name_type,
        known: Some(known),
        role: None,
    });
    Some(cast.entities.len() - 1)
}

fn is_supported(
    text: &Text,
    knowledge: &Knowledge,
    found: &Found,
    certain: &BTreeSet<EntityRef>,
    starts: &[usize],
) -> bool {
    let tokens = text.tokens_in(found.span);
    if is_place(knowledge, found) && is_part_of_longer_name(text, tokens.clone(), starts) {
        return false;
    }
    // “Donald Trump Jr” is not Donald Trump.
    if short_form::is_suffix(text.word(tokens.end)) && is_person(knowledge, found) {
        return false;
    }
    let everyday = found.names.iter().all(|name| name.everyday);
    !everyday || found.names.iter().any(|name| certain.contains(&name.entity)) || has_place_words(text, tokens.start)
}

fn is_person(knowledge: &Knowledge, found: &Found) -> bool {
    let is_per = |name: &Name| knowledge.entity(name.entity).is_some_and(|record| record.name_type == NameType::Per);
    found.names.iter().all(is_per)
}

fn is_place(knowledge: &Knowledge, found: &Found) -> bool {
    let is_loc = |name: &Name| {
        name.kind != NameKind::Demonym && knowledge.entity(name.entity).is_some_and(|r| r.name_type == NameType::Loc)
    };
    found.rule == Rule::Pack && found.names.iter().all(is_loc)
}

/// “Paris, Texas”, “Moscow, Idaho”, “Manchester, England”: of the places of one name those that lie in the state behind it, as
/// far as their records tell; perhaps none. In “Paris, Texas and London” the state may be one of three.
fn keep_those_there(text: &Text, knowledge: &Knowledge, found: &mut Found) {
    let comma = text.tokens_in(found.span).end;
    let reach = text.sentences.get(text.sentence_of(comma)).map_or(comma, |sentence| sentence.tokens.end);
    let words: Vec<&str> = (comma + 1..reach.min(comma + 5)).map(|token| text.word(token)).collect();
    let is_city = |name: &Name| knowledge.entity(name.entity).is_some_and(|record| CITIES.contains(record.class));
    if text.word(comma) != "," || !found.names.iter().all(is_city) {
        return; // in “Denmark, England, France” nothing lies in the next
    }
    let Some(hit) = knowledge.longest(&words, text.article.language()) else { return };
    let listed = matches!(text.word(comma + 1 + hit.words), "and" | "or" | "&");
    let mut records =
        hit.names.iter().filter(|name| name.kind != NameKind::Demonym).filter_map(|n| knowledge.entity(n.entity));
    let Some(state) = records.find(is_state).filter(|_| !listed) else { return };
    let country = |name: &Name| knowledge.entity(name.entity).and_then(|record| record.country);
    found.names.retain(|name| country(name).is_none_or(|own| Some(own) == state.country || own == state.id));
}

/// Classes of places that a state may follow.
static CITIES: WordList = WordList::new("city capital");

/// A part of a country, by which news tell a city from a greater one of its name.
fn is_state(record: &EntityRecord) -> bool {
    record.country.is_some() && STATES.contains(record.class)
}

/// Classes of such parts.
static STATES: WordList = WordList::new("state region");

/// “Paris Hilton”, “London Bridge”, “Michael Jordan”: a capitalised neighbour that no pack and no role explains.
fn is_part_of_longer_name(text: &Text, tokens: std::ops::Range<usize>, starts: &[usize]) -> bool {
    if tokens.is_empty() || in_title_case(text, tokens.start) {
        return false;
    }
    let sentence = &text.sentences[text.sentence_of(tokens.start)].tokens;
    let explained = |token: usize| {
        let word = text.word(token);
        starts.binary_search(&text.tokens[token].span.start).is_ok()
            || role_words::is_role(word)
            || is_function_word(word)
    };
    let after = tokens.end;
    // “the West” before “Jersey” is half of a name, even though “Jersey” alone is one too.
    let is_half = REGION_WORDS.contains(text.word(after - 1));
    let longer_after = sentence.contains(&after) && is_capitalised_word(text, after) && (is_half || !explained(after));
    let longer_before = tokens.start > sentence.start + 1 && {
        let before = tokens.start - 1;
        is_capitalised_word(text, before) && !explained(before) && !REGION_WORDS.contains(text.word(before))
    };
    let club = tokens.start > sentence.start && CLUBS.contains(text.word(tokens.start - 1));
    longer_after || longer_before || club
}

/// “in Reading”, “from Nice”: words that only a place takes, and not at the beginning of a sentence.
fn has_place_words(text: &Text, token: usize) -> bool {
    let first = text.sentences.get(text.sentence_of(token)).is_none_or(|sentence| sentence.tokens.start == token);
    !first
        && matches!(text.word(token - 1), "in" | "In" | "near" | "from" | "outside" | "around" | "across" | "visiting")
}

/// Words before a city that make it a club, at the start of a sentence too.
static CLUBS: WordList = WordList::new(
    "Real Inter Bayern Dynamo Dinamo Lokomotiv Borussia Athletic Athletico Atletico Atlético Sporting Olympique Spartak \
     Shakhtar Hapoel Maccabi AC AS FC SC CSKA RB",
);

/// Words before a place that do not make it another one.
static REGION_WORDS: WordList = WordList::new(
    "North South East West Northern Southern Eastern Western Central Greater Inner Upper Lower Downtown Mainland \
     Metropolitan Occupied Wartime Postwar Modern",
);
