//! Records to bytes, as the grammar of [`crate::pack::format`] has them.
//!
//! Takes records that [`super::verify`] found fit; gives the bytes of a pack. Example: an entity with three names becomes
//! three keys among the sorted keys of all names, one brief and one detail.
//!
//! Invariant: the bytes depend on what the records say, not on their order or files.

use super::{
    Records,
    source_form::{Entity, Excluded, Fact, Item, List, Review},
    words,
};
use crate::pack::{
    NameKind,
    fold::Capitals,
    format::{
        ABOUT_FIELDS, GROUP, MORE_HEAD, MORE_MAGIC, NameFlags, RECORD, SALIENCE_ONE, Sizes, UNIT, checksum,
        encode_type, seal,
    },
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// The bytes of the pack.
pub(super) fn pack(records: &Records) -> Vec<u8> {
    let mut sources: Vec<_> = records.sources.iter().map(|source| &source.record).collect();
    let mut entities: Vec<_> = records.entities.iter().map(|entity| &entity.record).collect();
    let mut lists: Vec<_> = records.lists.iter().map(|list| &list.record).collect();
    sources.sort_by(|one, other| one.id.cmp(&other.id));
    entities.sort_by_key(|entity| brief(entity));
    lists.sort_by(|one, other| one.id.cmp(&other.id));
    let mut reviews: Vec<_> = records.reviews.iter().map(|placed| review(&placed.record)).collect();
    reviews.sort();
    let numbers: Numbers = sources.iter().enumerate().map(|(n, source)| (source.id.as_str(), n)).collect();

    let languages = languages(&entities);
    let names = sorted_names(&entities, &languages);
    let about = records.abouts.first().map_or([""; ABOUT_FIELDS], |about| {
        let about = &about.record;
        [&about.pack, &about.title, &about.licence, &about.version]
    });
    let source = |source: &&super::Source| {
        join(UNIT, [&source.title, text(&source.publisher), text(&source.url), text(&source.date)])
    };
    let parts = Parts {
        keys: names.iter().map(|name| name.key.clone()).collect(),
        about: join(UNIT, about.iter().chain(&languages)),
        briefs: entities.iter().map(|entity| brief(entity)).collect(),
        details: entities.iter().map(|entity| detail(entity, &numbers)).collect(),
        sources: sources.iter().map(source).collect(),
        lists: lists.iter().map(|one| list(one, &numbers)).collect(),
        reviews,
    };
    whole(tables(&names, &entities, &parts), &parts)
}

/// The number of each source.
type Numbers<'a> = BTreeMap<&'a str, usize>;

/// The texts of a pack.
struct Parts {
    keys: Vec<String>,
    about: String,
    briefs: Vec<String>,
    details: Vec<String>,
    sources: Vec<String>,
    lists: Vec<String>,
    reviews: Vec<String>,
}

impl Parts {
    fn sizes(&self) -> Sizes {
        let bytes = |texts: &[String]| texts.iter().map(|text| text.len() as u32).sum();
        Sizes {
            names: self.keys.len() as u32,
            entities: self.briefs.len() as u32,
            sources: self.sources.len() as u32,
            lists: self.lists.len() as u32,
            key_bytes: bytes(&self.keys),
            about_bytes: self.about.len() as u32,
            brief_bytes: bytes(&self.briefs),
            detail_bytes: bytes(&self.details),
            source_bytes: bytes(&self.sources),
            list_bytes: bytes(&self.lists),
            reviews: self.reviews.len() as u32,
            review_bytes: bytes(&self.reviews),
        }
    }
}

/// A name as the pack holds it.
#[derive(PartialEq)]
struct Entry {
    key: String,
    flags: NameFlags,
    /// From 1; 0 for every language.
    language: u8,
    entity: usize,
}

/// The languages of names, sorted.
fn languages<'a>(entities: &[&'a Entity]) -> Vec<&'a str> {
    let names = entities.iter().flat_map(|entity| &entity.names);
    names.filter_map(|name| name.language.as_deref()).collect::<BTreeSet<_>>().into_iter().collect()
}

fn sorted_names(entities: &[&Entity], languages: &[&str]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (number, entity) in entities.iter().enumerate() {
        let listed = entity.names.iter().any(|other| other.name == entity.name);
        let usual = (!listed).then(|| entry(&entity.name, NameKind::Common, false, number));
        let others = entity.names.iter().map(|other| Entry {
            language: number_in(languages, other.language.as_deref()),
            ..entry(&other.name, other.kind.into(), other.everyday, number)
        });
        entries.extend(usual.into_iter().chain(others));
    }
    let order = |entry: &Entry| {
        let salience = Reverse(thousandths(entities[entry.entity].salience));
        (entry.key.clone(), salience, entry.entity, entry.flags.encode(), entry.flags.capitals, entry.language)
    };
    entries.sort_by_cached_key(order);
    entries.dedup();
    entries
}

/// The number of a language, from 1; 0 for none.
fn number_in(languages: &[&str], language: Option<&str>) -> u8 {
    let index = language.and_then(|language| languages.binary_search(&language).ok());
    index.map_or(0, |index| index as u8 + 1)
}

fn entry(name: &str, kind: NameKind, everyday: bool, entity: usize) -> Entry {
    let cut = words::cut(name);
    let cut: Vec<&str> = cut.iter().map(String::as_str).collect();
    let capitals = Capitals::of(&cut, kind == NameKind::Acronym);
    Entry { key: words::key(&cut), flags: NameFlags { kind, everyday, capitals }, language: 0, entity }
}

fn thousandths(salience: f64) -> u16 {
    (salience * f64::from(SALIENCE_ONE)).round() as u16
}

fn brief(entity: &Entity) -> String {
    join(UNIT, [&entity.id, &entity.name, &entity.class, text(&entity.seat_of), text(&entity.country)])
}

fn detail(entity: &Entity, numbers: &Numbers) -> String {
    let about = [&entity.description, &entity.link, &entity.wikipedia];
    let mut about: Vec<String> = about.into_iter().map(|value| text(value).to_owned()).collect();
    if let Some(picture) = &entity.picture {
        let (width, height) = (picture.width.to_string(), picture.height.to_string());
        about.extend([picture.url.clone(), width, height, picture.alt.clone(), picture.credit.clone()]);
    }
    let about = join(UNIT, about);
    let facts = entity.facts.iter().map(|one| fact(one, numbers));
    join(RECORD, std::iter::once(about).chain(facts))
}

fn fact(fact: &Fact, numbers: &Numbers) -> String {
    let source = fact.source.as_deref().map_or(String::new(), |id| number(id, numbers));
    join(UNIT, [&fact.property, &fact.value, text(&fact.since), text(&fact.as_of), &source])
}

fn list(list: &List, numbers: &Numbers) -> String {
    let groups = [
        join(UNIT, [&*list.id, &list.title, &list.counts, &list.as_of, if list.sorted { "1" } else { "" }]),
        join(UNIT, &list.subjects),
        join(UNIT, &list.predicates),
        join(UNIT, &list.members),
        join(RECORD, list.items.iter().map(|one| item(one, numbers))),
        join(RECORD, list.excluded.iter().map(|one| exclusion(one, numbers))),
    ];
    join(GROUP, groups)
}

fn item(item: &Item, numbers: &Numbers) -> String {
    let fields = [text(&item.entity), &item.name, &item.date, text(&item.until)].map(str::to_owned).into_iter();
    join(UNIT, fields.chain(item.sources.iter().map(|id| number(id, numbers))))
}

fn exclusion(excluded: &Excluded, numbers: &Numbers) -> String {
    let fields = [excluded.name.clone(), text(&excluded.date).to_owned(), excluded.reason.clone()].into_iter();
    join(UNIT, fields.chain(excluded.sources.iter().map(|id| number(id, numbers))))
}

fn review(review: &Review) -> String {
    let Review { claim, verdict, publisher, url, date, claimant, claimed, rating, language, appearances } = review;
    let known = [claim, verdict, publisher, url].map(String::as_str).into_iter();
    let fields = known.chain([date, claimant, claimed, rating, language].map(text));
    join(UNIT, fields.chain(appearances.iter().map(String::as_str)))
}

fn number(id: &str, numbers: &Numbers) -> String {
    numbers.get(id).map_or(String::new(), ToString::to_string)
}

fn text(value: &Option<String>) -> &str {
    value.as_deref().unwrap_or("")
}

fn join<T: AsRef<str>>(separator: char, fields: impl IntoIterator<Item = T>) -> String {
    let mut joined = String::new();
    for (n, field) in fields.into_iter().enumerate() {
        if n > 0 {
            joined.push(separator);
        }
        joined.push_str(field.as_ref());
    }
    joined
}

fn tables(names: &[Entry], entities: &[&Entity], parts: &Parts) -> Vec<u8> {
    let mut bytes: Vec<u8> = parts.keys.iter().map(|key| key.len() as u8).collect();
    bytes.extend(names.iter().map(|name| name.flags.encode()));
    bytes.extend(names.iter().map(|name| name.language));
    bytes.extend(names.iter().flat_map(|name| name.flags.capitals.initials.to_le_bytes()));
    bytes.extend(names.iter().flat_map(|name| (name.entity as u32).to_le_bytes()));
    bytes.extend(entities.iter().map(|entity| encode_type(entity.name_type.into())));
    bytes.extend(entities.iter().flat_map(|entity| thousandths(entity.salience).to_le_bytes()));
    bytes.extend(lengths(&parts.briefs).chain(lengths(&parts.lists)).chain(lengths(&parts.reviews)));
    bytes
}

fn lengths(texts: &[String]) -> impl Iterator<Item = u8> {
    texts.iter().flat_map(|text| (text.len() as u32).to_le_bytes())
}

/// The second part.
fn more(parts: &Parts) -> Vec<u8> {
    let mut sealed: Vec<u8> = lengths(&parts.details).chain(lengths(&parts.sources)).collect();
    [&parts.details, &parts.sources].into_iter().flatten().for_each(|text| sealed.extend(text.as_bytes()));
    [&MORE_MAGIC[..], &checksum(&sealed).to_le_bytes(), &sealed].concat()
}

fn whole(tables: Vec<u8>, parts: &Parts) -> Vec<u8> {
    let more = more(parts);
    let mut sealed = more.get(MORE_MAGIC.len()..MORE_HEAD).unwrap_or(&[]).to_vec();
    sealed.extend(0_u32.to_le_bytes());
    sealed.extend(parts.sizes().to_array().into_iter().flat_map(u32::to_le_bytes));
    sealed.extend(tables);
    let texts = [&parts.keys, &vec![parts.about.clone()], &parts.briefs, &parts.lists, &parts.reviews];
    texts.into_iter().flatten().for_each(|text| sealed.extend(text.as_bytes()));
    [seal(&sealed), more].concat()
}
