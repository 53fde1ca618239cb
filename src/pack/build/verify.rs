//! What makes a source unfit to be built.
//!
//! Takes the records; gives complaints. Example: a fact whose source no line and no row describes.
//!
//! Invariant: everything is said at once; no check hides another.

use super::{
    Complaint, Placed, Records,
    source_form::{About, Entity, Item, List, Picture, Review, Source},
    words,
};
use crate::pack::{decode::is_web_address, format::MAX_WORDS};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that forbids a build.
pub(super) fn errors(records: &Records) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let sources = records.sources.iter().map(|source| source.record.id.as_str()).collect();
    let mut check = Check { sources, complaints: &mut complaints };
    check.abouts(&records.abouts);
    records.sources.iter().for_each(|source| check.source(source));
    records.entities.iter().for_each(|entity| check.entity(entity));
    records.lists.iter().for_each(|list| check.list(list));
    records.reviews.iter().for_each(|review| check.review(review));
    check.duplicates("source", "source", &records.sources, |source| &source.id);
    check.duplicates("entity", "id", &records.entities, |entity| &entity.id);
    check.duplicates("list", "list", &records.lists, |list| &list.id);
    complaints
}

struct Check<'a> {
    /// Those that facts and lists may name.
    sources: BTreeSet<&'a str>,
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
            self.complain(again, "pack", &again.record.pack, "a second line of the pack itself; leave one".to_owned());
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
        let Entity { id, class, name, names, description, salience, link, picture, facts, .. } = record;
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
        if !(0.0..=1.0).contains(salience) {
            self.complain(entity, "salience", "", format!("`salience` is {salience}; write a number from 0 to 1"));
        }
        self.picture(entity, picture);
        for fact in facts {
            self.text(entity, "property", &fact.property);
            self.text(entity, "value", &fact.value);
            self.date(entity, "since", &fact.since);
            self.date(entity, "asOf", &fact.as_of);
            self.sources(entity, "source", fact.source.as_slice());
            if fact.source.is_none() {
                let advice = entity.advice("add one", "fill in `source`, for the row or for the fact");
                let message = format!("the fact `{}` has no source, and no card may show it; {advice}", fact.property);
                self.complain(entity, "property", &fact.property, message);
            }
        }
    }

    fn language(&mut self, entity: &Placed<Entity>, language: Option<&str>) {
        let is_subtag = |tag: &&str| matches!(tag.len(), 2 | 3) && tag.bytes().all(|byte| byte.is_ascii_lowercase());
        if let Some(tag) = language.filter(|tag| !is_subtag(tag)) {
            let message = format!("`language` is “{tag}”; write the language alone, as in `uk` or `de`");
            self.complain(entity, "language", tag, message);
        }
    }

    fn wikipedia(&mut self, entity: &Placed<Entity>, title: &Option<String>) {
        self.optional(entity, "wikipedia", title);
        if let Some(address) = title.as_deref().filter(|title| is_web_address(title)) {
            let message = "`wikipedia` is an address; write the title of the English article, as in `North Korea`";
            self.complain(entity, "wikipedia", address, message.to_owned());
        }
    }

    fn picture(&mut self, entity: &Placed<Entity>, picture: &Option<Picture>) {
        let Some(picture) = picture else { return };
        self.link(entity, "url", &Some(picture.url.clone()));
        self.text(entity, "alt", &picture.alt);
        self.text(entity, "credit", &picture.credit);
        if picture.width == 0 || picture.height == 0 {
            let message = "the picture has no size; give `width` and `height` in pixels, so that its space is kept";
            self.complain(entity, "width", "", message.to_owned());
        }
    }

    fn names_given_twice(&mut self, entity: &Placed<Entity>) {
        let mut seen = BTreeSet::new();
        for other in &entity.record.names {
            if !seen.insert((&other.name, &other.language)) {
                self.complain(
                    entity,
                    "names",
                    &other.name,
                    format!("the name “{}” is given twice; leave one", other.name),
                );
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
            if values.is_empty() && (key != "subjects" || names_no_object(&record.predicates)) {
                self.complain(list, key, "", format!("`{key}` is empty; give at least one"));
            }
        }
        for item in &record.items {
            self.optional(list, "entity", &item.entity);
            self.text(list, "name", &item.name);
            self.date(list, "date", &Some(item.date.clone()));
            self.date(list, "until", &item.until);
            self.until(list, item);
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

    fn until(&mut self, list: &Placed<List>, item: &Item) {
        if let Some(until) = item.until.as_ref().filter(|until| **until < item.date) {
            let message = format!("“{}” ends ({until}) before it begins ({}); mend one", item.name, item.date);
            self.complain(list, "until", until, message);
        }
    }

    fn review(&mut self, review: &Placed<Review>) {
        let Review { claim, verdict, publisher, url, date, claimant, claimed, rating, language, appearances } =
            &review.record;
        for (key, value) in [("review", claim), ("verdict", verdict), ("publisher", publisher)] {
            self.text(review, key, value);
        }
        for (key, value) in [("claimant", claimant), ("rating", rating), ("language", language)] {
            self.optional(review, key, value);
        }
        self.date(review, "date", date);
        self.date(review, "claimed", claimed);
        for address in appearances.iter().chain([url]) {
            self.link(review, "url", &Some(address.clone()));
        }
    }

    fn entry_sources(&mut self, list: &Placed<List>, name: &str, sources: &[String]) {
        if sources.is_empty() {
            self.complain(
                list,
                "name",
                name,
                format!("“{name}” has no source, and no card may show it; add one to `sources`"),
            );
        }
        self.sources(list, "sources", sources);
    }

    fn order_of_items(&mut self, list: &Placed<List>) {
        for pair in list.record.items.windows(2) {
            let [earlier, later] = pair else { continue };
            if earlier.date > later.date {
                let message = format!(
                    "“{}” ({}) stands after “{}” ({}); put `items` in the order of their dates",
                    later.name, later.date, earlier.name, earlier.date
                );
                self.complain(list, "date", &later.date, message);
            }
        }
    }

    fn duplicates<T>(&mut self, what: &str, key: &str, records: &[Placed<T>], id: impl Fn(&T) -> &String) {
        let mut first: BTreeMap<&String, &Placed<T>> = BTreeMap::new();
        for placed in records {
            let id = id(&placed.record);
            if let Some(before) = first.get(id) {
                let place = &before.place;
                let advice = placed.advice("join the two", "join the two, or give one an `id` of its own");
                let message = format!("a second {what} “{id}” (the first is at {place}); {advice}");
                self.complain(placed, key, id, message);
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
            self.complain(at, "name", name, message);
        }
        let length = words::key(&cut.iter().map(String::as_str).collect::<Vec<_>>()).len();
        if length > usize::from(u8::MAX) {
            self.complain(at, "name", name, format!("a name of {length} bytes; {} are the most", u8::MAX));
        }
        if cut.is_empty() && !name.trim().is_empty() {
            self.complain(at, "name", name, "a name of invisible characters only; leave it out".to_owned());
        }
    }

    fn text<T>(&mut self, at: &Placed<T>, key: &str, value: &str) {
        if value.trim().is_empty() {
            self.complain(at, key, value, format!("`{key}` is empty; fill it in or leave the record out"));
        } else if value.chars().any(char::is_control) {
            self.complain(
                at,
                key,
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
            let how = at.advice("", ", and give the column that format in the spreadsheet");
            let message = format!("`{key}` is “{value}”; write a date as 2026, 2026-01 or 2026-01-31{how}");
            self.complain(at, key, value, message);
        }
    }

    fn link<T>(&mut self, at: &Placed<T>, key: &str, value: &Option<String>) {
        self.optional(at, key, value);
        if let Some(value) = value.as_ref().filter(|value| !is_web_address(value)) {
            self.complain(
                at,
                key,
                value,
                format!("`{key}` is “{value}”; write an address that begins with https:// or http://"),
            );
        }
    }

    fn sources<T>(&mut self, at: &Placed<T>, key: &str, ids: &[String]) {
        for id in ids.iter().filter(|id| !self.sources.contains(id.as_str())).cloned().collect::<Vec<_>>() {
            let in_json = format!("add {{\"source\":\"{id}\",…}} or mend it");
            let in_table =
                "give its “source url” or “source publisher” beside it, describe it in a sheet of sources, or mend it";
            let advice = at.advice(&in_json, in_table);
            let message = format!("no line of these files describes the source “{id}”; {advice}");
            self.complain(at, key, &id, message);
        }
    }

    fn complain<T>(&mut self, at: &Placed<T>, key: &str, value: &str, message: String) {
        self.complaints.push(at.complain(key, value, message));
    }
}

/// Whether predicates leave open what the members did it to: `recognise`, but not `adopt euro`.
fn names_no_object(predicates: &[String]) -> bool {
    predicates.iter().any(|predicate| !predicate.trim().contains(' '))
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
