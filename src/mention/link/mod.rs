//! Which entity a name means.
//!
//! Takes what the gazetteer found; gives the [`Cast`] with one entity a mention: candidates are filtered by what stands right
//! beside the name ([`apposition`]), those left are scored by what the article tells ([`evidence`]) and by the words around
//! ([`cue`]), and the best one is taken, or nobody. Example: “Georgia” beside “Tbilisi” is the country; where the text does not
//! decide, the runners-up are kept in [`Mention::or_else`].
//!
//! Invariant: a part of a longer name ([`part`]) is no mention, and an everyday word (“Nice”, “Turkey”) is one only where the
//! text supports it.

mod apposition;
mod cue;
mod dateline;
mod evidence;
mod part;

use super::{Cast, gazetteer::Found};
use crate::{
    Entity, EntityRef, Knowledge, Mention, MentionSense, NameType, Rule, Span,
    pack::{Name, NameKind},
    segment::Text,
    word_list::is_among,
};
use evidence::Evidence;
use rustc_hash::FxHashMap;

/// A candidate whose score is at least this part of the best one's, in hundredths, is named beside it.
///
/// Half of the shipped pack's namesakes are closer than this in salience alone, so that they need evidence; a city that is twice
/// as salient as its namesake (Manchester) needs none. One piece of evidence decides between equals.
const SECOND_BEST: u64 = 80;

/// The salience of what its pack gives none, in thousandths: little, so that evidence still counts.
const LEAST: u32 = 50;

/// A number for each of some entities: there is one such table in the widget, each further kind weighs half a kilobyte.
type ByEntity = FxHashMap<EntityRef, u32>;

/// One thing that a name may mean.
#[derive(Clone, Copy)]
struct Candidate<'k> {
    name: Name,
    id: &'k str,
    class: &'k str,
    name_type: NameType,
    country: Option<&'k str>,
    seat: bool,
    /// Its salience in thousandths.
    prior: u32,
}

impl Candidate<'_> {
    fn is_city(&self) -> bool {
        is_among(self.class, "city capital")
    }

    fn is_country(&self) -> bool {
        self.country.is_none() && self.name_type == NameType::Loc
    }

    /// The country that it is or lies in.
    fn whole(&self) -> &str {
        self.country.unwrap_or(self.id)
    }

    fn is_place(&self) -> bool {
        self.name_type == NameType::Loc && self.name.kind != NameKind::Demonym
    }
}

/// A name at its place with what it may mean, the most salient first.
struct Named<'k> {
    span: Span,
    rule: Rule,
    candidates: Vec<Candidate<'k>>,
}

impl<'k> Named<'k> {
    /// The one thing that it can mean.
    fn beyond_doubt(&self) -> Option<&Candidate<'k>> {
        let first = self.candidates.first()?;
        let sure = self.candidates.iter().all(|other| other.name.entity == first.name.entity && !other.name.everyday);
        sure.then_some(first)
    }
}

/// Chooses an entity for each name, or drops the name.
pub(super) fn choose(text: &Text, knowledge: &Knowledge, found: Vec<Found>) -> Cast {
    let mut named = candidates(knowledge, found);
    let parts = part::drop_parts(text, &mut named);
    for one in &mut named {
        apposition::keep_those_there(text, knowledge, one);
    }
    let evidence = Evidence::new(text, knowledge, &named, parts);
    let mut cast = Cast::default();
    for (index, one) in named.iter().enumerate() {
        decide(&mut cast, knowledge, &evidence, one, index);
    }
    cast
}

/// The candidates of each name; each record is read once.
fn candidates(knowledge: &Knowledge, found: Vec<Found>) -> Vec<Named<'_>> {
    let (mut places, mut read) = (ByEntity::default(), Vec::new());
    let mut candidate = |name: Name| {
        let place = *places.entry(name.entity).or_insert_with(|| {
            read.push(candidate(knowledge, name));
            read.len() as u32 - 1
        });
        read.get(place as usize).copied().flatten().map(|known| Candidate { name, ..known })
    };
    let named = |found: Found| {
        let candidates = found.names.into_iter().filter_map(&mut candidate).collect();
        Named { span: found.span, rule: found.rule, candidates }
    };
    found.into_iter().map(named).collect()
}

fn candidate(knowledge: &Knowledge, name: Name) -> Option<Candidate<'_>> {
    let record = knowledge.entity(name.entity)?;
    Some(Candidate {
        name,
        id: record.id,
        class: record.class,
        name_type: record.name_type,
        country: record.country,
        seat: record.seat_of.is_some(),
        prior: ((record.salience * 1000.0) as u32).max(LEAST),
    })
}

/// Takes the best candidate; nobody where the words are everyday ones without support, or another's.
fn decide(cast: &mut Cast, knowledge: &Knowledge, evidence: &Evidence, one: &Named, index: usize) {
    let everyday = one.candidates.iter().all(|candidate| candidate.name.everyday);
    if everyday && !evidence.supports(one, index) || evidence.speaks_against(one) {
        return;
    }
    let scores: Vec<u32> = (0..one.candidates.len()).map(|number| evidence.score(one, index, number)).collect();
    add(cast, knowledge, one, &scores);
}

/// Adds the best candidate, of equals the more salient, and those near it.
fn add(cast: &mut Cast, knowledge: &Knowledge, one: &Named, scores: &[u32]) {
    let best = scores.iter().copied().max().unwrap_or(0);
    let Some(place) = scores.iter().position(|score| *score == best) else { return };
    let Some(chosen) = one.candidates.get(place) else { return };
    let Some(entity) = entity_of(cast, knowledge, chosen.name.entity) else { return };
    let is_near = |score: u32| u64::from(score) * 100 >= u64::from(best) * SECOND_BEST;
    let others = one.candidates.iter().zip(scores).enumerate().filter(|(other, _)| *other != place);
    let or_else = others.filter(|(_, (_, score))| is_near(**score)).map(|(_, (other, _))| other.name.entity).collect();
    let sense = if chosen.name.kind == NameKind::Demonym { MentionSense::Demonym } else { MentionSense::Itself };
    cast.mentions.push(Mention { span: one.span, entity, sense, rule: one.rule, or_else });
}

fn entity_of(cast: &mut Cast, knowledge: &Knowledge, known: EntityRef) -> Option<usize> {
    if let Some(index) = cast.entities.iter().position(|entity| entity.known == Some(known)) {
        return Some(index);
    }
    let record = knowledge.entity(known)?;
    let (name, name_type) = (record.name.to_owned(), record.name_type);
    cast.entities.push(Entity { name, name_type, known: Some(known), role: None, country: None });
    Some(cast.entities.len() - 1)
}
