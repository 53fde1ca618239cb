//! The card of a name.
//!
//! Takes a mention; gives who or what it means, from the pack or from the article alone. Example: “Pushilin” shows “Denis
//! Pushilin, DPR leader”, where he stands in the text, and what he said.
//!
//! Invariant: without a pack's record the card holds nothing but the article's own words, and what a pack tells of the country
//! whose body it is.

use super::{
    Details, EntityCard, FactLine, Mentions, Origin, Picture, Sense,
    compose::{Desk, Sources},
    why,
};
use crate::{
    Entity, EntityRef, Mention, MentionSense, NameType,
    pack::{EntityRecord, PictureRecord},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub(super) fn card(desk: &Desk, annotation: usize, mention: usize) -> Option<EntityCard> {
    let mention = desk.notes.mentions.get(mention)?;
    let entity = desk.notes.entities.get(mention.entity)?;
    let record = entity.known.and_then(|known| desk.knowledge.entity(known));
    let mut sources = Sources::default();
    let (description, told_by) = description(desk, entity, record.as_ref());
    let pack = told_by.and_then(|known| desk.knowledge.pack_of(known));
    let description_source = pack.filter(|pack| !pack.title.is_empty()).map(|pack| sources.pack(&pack));
    let facts = record.as_ref().map_or_else(Vec::new, |record| facts(record, &mut sources));
    let annotations = desk.annotations_of(mention.entity);
    Some(EntityCard {
        name: entity.name.clone(),
        class: record.as_ref().map_or_else(|| class_of(entity.name_type), |record| record.class).to_owned(),
        description,
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
        link: record.as_ref().and_then(link),
        sources: sources.list,
        details: Details::of(record.as_ref().is_none_or(|record| record.complete)),
        why: why::name(desk, mention),
    })
}

fn picture(picture: PictureRecord) -> Picture {
    let PictureRecord { url, width, height, alt, credit } = picture;
    Picture { url: url.to_owned(), width, height, alt: alt.to_owned(), credit: credit.to_owned() }
}

/// The page that a pack names; else the article on it in the English Wikipedia.
fn link(record: &EntityRecord) -> Option<String> {
    let article = || record.wikipedia.map(|title| format!("{WIKIPEDIA}{}", path_of(title)));
    record.link.map(str::to_owned).or_else(article)
}

const WIKIPEDIA: &str = "https://en.wikipedia.org/wiki/";

/// A title as a path: spaces are underscores there, and all else that a path cannot hold is percent-encoded.
fn path_of(title: &str) -> String {
    const ENCODED: &AsciiSet =
        &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'(').remove(b')').remove(b',');
    utf8_percent_encode(&title.replace(' ', "_"), ENCODED).to_string()
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

/// A pack's line, or a line on the country whose body it is, with the record that tells it; else the role that the article gives.
fn description(desk: &Desk, entity: &Entity, record: Option<&EntityRecord>) -> (Option<String>, Option<EntityRef>) {
    let country = entity.country.and_then(|country| desk.knowledge.entity(country));
    if let Some(line) = record.and_then(|record| record.description) {
        (Some(line.to_owned()), entity.known)
    } else if let Some(country) = country {
        let line = [Some(country.name), country.description].into_iter().flatten().collect::<Vec<_>>().join(" – ");
        (Some(line), entity.country)
    } else {
        (entity.role.map(|role| desk.words(role)), None)
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

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn a_title_is_encoded_as_a_path() {
        for (title, path) in [
            ("North Korea", "North_Korea"),
            ("Reading, Berkshire", "Reading,_Berkshire"),
            ("Georgia (country)", "Georgia_(country)"),
            ("Côte d'Ivoire", "C%C3%B4te_d%27Ivoire"),
            ("AC/DC?", "AC%2FDC%3F"),
            ("100% #1", "100%25_%231"),
        ] {
            assert_eq!(path_of(title), path);
        }
    }
}
