//! The card of a name.
//!
//! Takes a mention; gives who or what it means, from the pack or from the article alone. Example: “Pushilin” shows “Denis
//! Pushilin, DPR leader”, where he stands in the text, and what he said.
//!
//! Invariant: without a pack's record the card holds nothing but the article's own words.

use super::{
    EntityCard, FactLine, Mentions, Origin, Picture, Sense,
    compose::{Desk, Sources},
    why,
};
use crate::{
    Entity, Mention, MentionSense, NameType,
    pack::{EntityRecord, PictureRecord},
};

pub(super) fn card(desk: &Desk, annotation: usize, mention: usize) -> Option<EntityCard> {
    let mention = desk.notes.mentions.get(mention)?;
    let entity = desk.notes.entities.get(mention.entity)?;
    let record = entity.known.and_then(|known| desk.knowledge.entity(known));
    let mut sources = Sources::default();
    let described = record.as_ref().is_some_and(|record| record.description.is_some());
    let pack = entity.known.filter(|_| described).and_then(|known| desk.knowledge.pack_of(known));
    let description_source = pack.filter(|pack| !pack.title.is_empty()).map(|pack| sources.pack(&pack));
    let facts = record.as_ref().map_or_else(Vec::new, |record| facts(record, &mut sources));
    let annotations = desk.annotations_of(mention.entity);
    Some(EntityCard {
        name: entity.name.clone(),
        class: record.as_ref().map_or_else(|| class_of(entity.name_type), |record| record.class).to_owned(),
        description: description(desk, entity, record.as_ref()),
        description_source,
        sense: sense(desk, mention, record.as_ref()),
        origin: if record.is_some() { Origin::Pack } else { Origin::Article },
        picture: record.as_ref().and_then(|record| record.picture).map(picture),
        facts,
        said: desk.said_by(mention.entity, None, mention.span.start),
        mentions: Mentions {
            here: annotations.iter().position(|&other| other == annotation).unwrap_or(0),
            annotations,
        },
        or_else: mention
            .or_else
            .iter()
            .filter_map(|other| desk.knowledge.entity(*other))
            .map(|r| r.name.to_owned())
            .collect(),
        link: record.as_ref().and_then(|record| record.link).map(str::to_owned),
        sources: sources.list,
        why: why::name(desk, mention),
    })
}

fn picture(picture: PictureRecord) -> Picture {
    let PictureRecord { url, width, height, alt, credit } = picture;
    Picture { url: url.to_owned(), width, height, alt: alt.to_owned(), credit: credit.to_owned() }
}

/// The class of a name that only the article knows.
fn class_of(name_type: NameType) -> &'static str {
    match name_type {
        NameType::Per => "person",
        NameType::Loc => "place",
        NameType::Org => "organisation",
        NameType::Misc => "name",
    }
}

/// A pack's line; else the role that the article gives.
fn description(desk: &Desk, entity: &Entity, record: Option<&EntityRecord>) -> Option<String> {
    match record.and_then(|record| record.description) {
        Some(line) => Some(line.to_owned()),
        None => entity.role.map(|role| desk.words(role)),
    }
}

fn sense(desk: &Desk, mention: &Mention, record: Option<&EntityRecord>) -> Sense {
    match mention.sense {
        MentionSense::Itself => Sense::Itself,
        MentionSense::Demonym => Sense::Demonym,
        MentionSense::Government => {
            let seat = record.and_then(|record| record.seat_of).and_then(|id| desk.knowledge.find(id));
            let country = seat.and_then(|seat| desk.knowledge.entity(seat));
            country.map_or(Sense::Itself, |country| Sense::Government { of: country.name.to_owned() })
        }
    }
}

fn facts(record: &EntityRecord, sources: &mut Sources) -> Vec<FactLine> {
    let line = |fact: &crate::pack::FactRecord, sources: &mut Sources| FactLine {
        property: fact.property.to_owned(),
        value: fact.value.to_owned(),
        since: fact.since.map(str::to_owned),
        as_of: fact.as_of.map(str::to_owned),
        source: fact.source.map(|source| sources.number(&source)),
    };
    // A fact without a source is no fact: our builder refuses it, another's may not.
    record.facts.iter().filter(|fact| fact.source.is_some()).map(|fact| line(fact, sources)).collect()
}
