//! What makes a source unfit to be built, and what should be looked at.
//!
//! Takes the records; gives complaints. Example: a fact whose source no line describes is an error; a name such as “Nice”
//! without `"everyday": true` is a warning.
//!
//! Invariant: everything is said at once; no check hides another.

use super::{
    Complaint, Placed, Records,
    everyday::is_everyday,
    identifier::meant_qid,
    source_form::{About, Entity, List, Picture, Source},
    words,
};
use crate::pack::{decode::is_web_address, format::MAX_WORDS};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that forbids a build.
pub(super) fn errors(records: &Records) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let mut check = Check { known: Known::of(records), complaints: &mut complaints };
    check.abouts(&records.abouts);
    records.sources.iter().for_each(|source| check.source(source));
    records.entities.iter().for_each(|entity| check.entity(entity));
    records.lists.iter().for_each(|list| check.list(list));
    check.duplicates("source", &records.sources, |source| &source.id);
    check.duplicates("entity", &records.entities, |entity| &entity.id);
    check.duplicates("list", &records.lists, |list| &list.id);
    complaints
}

/// The identifiers that records may refer to.
struct Known<'a> {
    sources: BTreeSet<&'a str>,
    entities: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(records: &'a Records) -> Self {
        Self {
            sources: records.sources.iter().map(|source| source.record.id.as_str()).collect(),
            entities: records.entities.iter().map(|entity| entity.record.id.as_str()).collect(),
        }
    }
}

struct Check<'a> {
    known: Known<'a>,
    complaints: &'a mut Vec<Complaint>,
}

impl Check<'_> {
    fn abouts(&mut self, abouts: &[Placed<About>]) {
        for about in abouts {
            let About { pack, title, licence, version } = &about.record;
            for (key, value) in [("pack", pack), ("title", title), ("licence", licence), ("version", version)] {
                self.text(about, key, value);
            }
        }
        for again in abouts.iter().skip(1) {
            self.complain(again, &again.record.pack, "a second line of the pack itself; leave one".to_owned());
        }
    }

    fn source(&mut self, source: &Placed<Source>) {
        let Source { id, title, publisher, url, date } = &source.record;
        self.text(source, "source", id);
        self.text(source, "title", title);
        self.optional(source, "publisher", publisher);
        self.date(source, "date", date);
        self.link(source, "url", url);
    }

    fn entity(&mut self, entity: &Placed<Entity>) {
        let record = &entity.record;
        let Entity { id, class, name, names, description, seat_of, salience, link, picture, facts, .. } = record;
        self.text(entity, "id", id);
        self.text(entity, "class", class);
        self.name(entity, name);
        for other in names {
            self.name(entity, &other.name);
            self.language(entity, other.language.as_deref());
        }
        self.names_given_twice(entity);
        self.optional(entity, "description", description);
        self.link(entity, "link", link);
        self.optional(entity, "country", &record.country);
        self.wikipedia(entity, &record.wikipedia);
        if let Some(seat) = seat_of.as_deref().filter(|seat| !self.known.entities.contains(seat)) {
            let message = format!("`seatOf` is “{seat}”, but no line of these files has that `id`; add it or mend it");
            self.complain(entity, seat, message);
        }
        if !(0.0..=1.0).contains(salience) {
            self.complain(entity, "salience", format!("`salience` is {salience}; write a number from 0 to 1"));
        }
        self.picture(entity, picture);
        for fact in facts {
            self.text(entity, "property", &fact.property);
            self.text(entity, "value", &fact.value);
            self.date(entity, "since", &fact.since);
            self.date(entity, "asOf", &fact.as_of);
            self.sources(entity, fact.source.as_slice());
            if fact.source.is_none() {
                let message = format!("the fact `{}` has no source, and no card may show it; add one", fact.property);
                self.complain(entity, &fact.property, message);
            }
        }
    }

    fn language(&mut self, entity: &Placed<Entity>, language: Option<&str>) {
        let is_subtag = |tag: &&str| matches!(tag.len(), 2 | 3) && tag.bytes().all(|byte| byte.is_ascii_lowercase());
        if let Some(tag) = language.filter(|tag| !is_subtag(tag)) {
            let message = format!("`language` is “{tag}”; write the language alone, as in `uk` or `de`");
            self.complain(entity, tag, message);
        }
    }

    fn wikipedia(&mut self, entity: &Placed<Entity>, title: &Option<String>) {
        self.optional(entity, "wikipedia", title);
        if let Some(address) = title.as_deref().filter(|title| is_web_address(title)) {
            let message = "`wikipedia` is an address; write the title of the English article, as in `North Korea`";
            self.complain(entity, address, message.to_owned());
        }
    }

    fn picture(&mut self, entity: &Placed<Entity>, picture: &Option<Picture>) {
        let Some(picture) = picture else { return };
        self.link(entity, "url", &Some(picture.url.clone()));
        self.text(entity, "alt", &picture.alt);
        self.text(entity, "credit", &picture.credit);
        if picture.width == 0 || picture.height == 0 {
            let message = "the picture has no size; give `width` and `height` in pixels, so that its space is kept";
            self.complain(entity, "width", message.to_owned());
        }
    }

    fn names_given_twice(&mut self, entity: &Placed<Entity>) {
        let mut seen = BTreeSet::new();
        for other in &entity.record.names {
            if !seen.insert((&other.name, &other.language)) {
                self.complain(entity, &other.name, format!("the name “{}” is given twice; leave one", other.name));
            }
        }
    }

    fn list(&mut self, list: &Placed<List>) {
        let record = &list.record;
        let texts = [("list", &record.id), ("title", &record.title), ("counts", &record.counts)];
        texts.into_iter().for_each(|(key, value)| self.text(list, key, value));
        self.date(list, "asOf", &Some(record.as_of.clone()));
        let groups = [("subjects", &record.subjects), ("predicates", &record.predicates), ("members", &record.members)];
        for (key, values) in groups {
            values.iter().for_each(|value| self.text(list, key, value));
            if values.is_empty() {
                self.complain(list, key, format!("`{key}` is empty; give at least one"));
            }
        }
        for item in &record.items {
            self.text(list, "entity", &item.entity);
            self.text(list, "name", &item.name);
            self.date(list, "date", &Some(item.date.clone()));
            self.entry_sources(list, &item.name, &item.sources);
        }
        for excluded in &record.excluded {
            self.text(list, "name", &excluded.name);
            self.text(list, "reason", &excluded.reason);
            self.date(list, "date", &excluded.date);
            self.entry_sources(list, &excluded.name, &excluded.sources);
        }
        self.order_of_items(list);
    }

    fn entry_sources(&mut self, list: &Placed<List>, name: &str, sources: &[String]) {
        if sources.is_empty() {
            self.complain(list, name, format!("“{name}” has no source, and no card may show it; add one to `sources`"));
        }
        self.sources(list, sources);
    }

    fn order_of_items(&mut self, list: &Placed<List>) {
        for pair in list.record.items.windows(2) {
            let [earlier, later] = pair else { continue };
            if earlier.date > later.date {
                let message = format!(
                    "“{}” ({}) stands after “{}” ({}); put `items` in the order of their dates",
                    later.name, later.date, earlier.name, earlier.date
                );
                self.complain(list, &later.date, message);
            }
        }
    }

    fn duplicates<T>(&mut self, what: &str, records: &[Placed<T>], id: impl Fn(&T) -> &String) {
        let mut first: BTreeMap<&String, &Placed<T>> = BTreeMap::new();
        for placed in records {
            let id = id(&placed.record);
            if let Some(before) = first.get(id) {
                let place = format!("{}:{}", before.file.name, before.line);
                self.complain(placed, id, format!("a second {what} “{id}” (the first is at {place}); join the two"));
            } else {
                first.insert(id, placed);
            }
        }
    }

    fn name<T>(&mut self, at: &Placed<T>, name: &str) {
        self.text(at, "name", name);
        let cut = words::cut(name);
        if cut.len() > MAX_WORDS {
            let message = format!("the name “{name}” has {} words and signs; {MAX_WORDS} are the most", cut.len());
            self.complain(at, name, message);
        }
        let length = words::key(&cut.iter().map(String::as_str).collect::<Vec<_>>()).len();
        if length > usize::from(u8::MAX) {
            self.complain(at, name, format!("a name of {length} bytes; {} are the most", u8::MAX));
        }
        if cut.is_empty() && !name.trim().is_empty() {
            self.complain(at, name, "a name of invisible characters only; leave it out".to_owned());
        }
    }

    fn text<T>(&mut self, at: &Placed<T>, key: &str, value: &str) {
        if value.trim().is_empty() {
            self.complain(at, value, format!("`{key}` is empty; fill it in or leave the record out"));
        } else if value.chars().any(char::is_control) {
            self.complain(
                at,
                value,
                format!("`{key}` holds a control character or a line end; write one line of text"),
            );
        }
    }

    fn optional<T>(&mut self, at: &Placed<T>, key: &str, value: &Option<String>) {
        if let Some(value) = value {
            self.text(at, key, value);
        }
    }

    fn date<T>(&mut self, at: &Placed<T>, key: &str, value: &Option<String>) {
        if let Some(value) = value.as_ref().filter(|value| !is_date(value)) {
            let message = format!("`{key}` is “{value}”; write a date as 2026, 2026-01 or 2026-01-31");
            self.complain(at, value, message);
        }
    }

    fn link<T>(&mut self, at: &Placed<T>, key: &str, value: &Option<String>) {
        self.optional(at, key, value);
        if let Some(value) = value.as_ref().filter(|value| !is_web_address(value)) {
            self.complain(
                at,
                value,
                format!("`{key}` is “{value}”; write an address that begins with https:// or http://"),
            );
        }
    }

    fn sources<T>(&mut self, at: &Placed<T>, ids: &[String]) {
        for id in ids.iter().filter(|id| !self.known.sources.contains(id.as_str())).cloned().collect::<Vec<_>>() {
            let message =
                format!("no line of these files describes the source “{id}”; add {{\"source\":\"{id}\",…}} or mend it");
            self.complain(at, &id, message);
        }
    }

    fn complain<T>(&mut self, at: &Placed<T>, value: &str, message: String) {
        self.complaints.push(at.complain(value, message));
    }
}

/// A year, a month of it, or a day.
fn is_date(text: &str) -> bool {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    whole.len() == 10 && crate::day(&whole).is_some()
}

/// What a build allows, but an editor should look at.
pub(super) fn warnings(records: &Records) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for entity in &records.entities {
        everyday_names(entity, &mut complaints);
        if let Some(qid) = meant_qid(&entity.record.id) {
            let message =
                format!("`id` is “{}”; written {qid}, it is the same thing as in other packs", entity.record.id);
            complaints.push(entity.complain(&entity.record.id, message));
        }
    }
    for list in records.lists.iter().filter(|_| !records.entities.is_empty()) {
        unknown_entities(list, records, &mut complaints);
    }
    if records.abouts.is_empty()
        && let Some(first) = records.entities.first()
    {
        let message =
            "no line says what pack this is; add {\"pack\":…,\"title\":…,\"licence\":…,\"version\":…}".to_owned();
        complaints.push(first.complain_at_byte(1, message));
    }
    complaints.sort();
    complaints
}

fn everyday_names(entity: &Placed<Entity>, complaints: &mut Vec<Complaint>) {
    let others = &entity.record.names;
    let marked = |name: &String| others.iter().any(|other| other.everyday && other.name == *name);
    let names = std::iter::once(&entity.record.name).chain(others.iter().map(|other| &other.name));
    for name in names.filter(|name| is_everyday(&name.to_lowercase()) && !marked(name)) {
        let message = format!(
            "“{name}” is an everyday word too; say so with {{\"name\":\"{name}\",…,\"everyday\":true}} in `names`, \
             so that it counts only with support in the text"
        );
        complaints.push(entity.complain(name, message));
    }
}

fn unknown_entities(list: &Placed<List>, records: &Records, complaints: &mut Vec<Complaint>) {
    let known = Known::of(records).entities;
    let items = list.record.items.iter().map(|item| &item.entity);
    for id in list.record.subjects.iter().chain(items).filter(|id| !known.contains(id.as_str())) {
        let message = format!("no line of these files has the `id` “{id}”; check it against the pack that has it");
        complaints.push(list.complain(id, message));
    }
}
