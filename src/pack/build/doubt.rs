//! What a build allows, but an editor should look at: in a record alone.
//!
//! Takes the records, and the day; gives complaints. Example: a name such as “Nice” that is not said to be
//! an everyday word; a fact that was known to hold tomorrow.
//!
//! Invariant: each warning says what to do, and a source that has done it all gives none.

use super::{
    Complaint, Placed, Records,
    everyday::is_everyday,
    identifier::meant_qid,
    source_form::{Entity, Fact, List},
};
use regex::Regex;
use std::sync::LazyLock;

/// The characters of a description that a card shows in three lines.
const DESCRIPTION: usize = 140;

/// What was copied from a page or a wiki, and no card can set.
static MARKUP: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"</?[A-Za-z][^>]*>?|&[A-Za-z]+;|&#\d+;|\[\[|\]\]|\{\{|\}\}|''|\*\*|\[\d+\]|…$|\.\.\.$").ok()
});

/// Everything doubtful.
pub(super) fn warnings(records: &Records, today: Option<&str>) -> Vec<Complaint> {
    let mut doubts = Doubts { today, complaints: Vec::new() };
    records.entities.iter().for_each(|entity| doubts.entity(entity));
    for source in &records.sources {
        doubts.future(source, "date", source.record.date.as_deref());
    }
    records.lists.iter().for_each(|list| doubts.list(list));
    doubts.complaints.extend(nameless(records));
    doubts.complaints
}

/// A pack that does not say what it is.
fn nameless(records: &Records) -> Option<Complaint> {
    let first = records.entities.first().filter(|_| records.abouts.is_empty())?;
    let in_json = "add {\"pack\":…,\"title\":…,\"licence\":…,\"version\":…}";
    let in_table = "give --title, --licence and --version";
    let message =
        format!("nothing says what pack this is and under which licence; {}", first.advice(in_json, in_table));
    Some(Complaint { file: first.place.file.name.clone(), line: 1, column: 1, message })
}

struct Doubts<'a> {
    today: Option<&'a str>,
    complaints: Vec<Complaint>,
}

impl Doubts<'_> {
    fn entity(&mut self, entity: &Placed<Entity>) {
        let record = &entity.record;
        self.everyday_names(entity);
        if let Some(qid) = meant_qid(&record.id) {
            let message = format!("`id` is “{}”; written {qid}, it is the same thing as in other packs", record.id);
            self.say(entity, "id", &record.id, message);
        }
        if let Some(description) = &record.description {
            self.description(entity, description);
        }
        record.facts.iter().for_each(|fact| self.fact(entity, fact));
    }

    fn everyday_names(&mut self, entity: &Placed<Entity>) {
        let others = &entity.record.names;
        let marked = |name: &String| others.iter().any(|other| other.everyday && other.name == *name);
        let names = std::iter::once(&entity.record.name).chain(others.iter().map(|other| &other.name));
        for name in names.filter(|name| is_everyday(&name.to_lowercase()) && !marked(name)) {
            let in_json = format!("say so with {{\"name\":\"{name}\",…,\"everyday\":true}} in `names`");
            let in_table = format!("say so by “{name}” in the column “everyday”");
            let advice = entity.advice(&in_json, &in_table);
            let message =
                format!("“{name}” is an everyday word too; {advice}, so that it counts only with support in the text");
            self.say(entity, "name", name, message);
        }
    }

    fn description(&mut self, entity: &Placed<Entity>, description: &str) {
        let length = description.chars().count();
        if length > DESCRIPTION {
            let message = format!(
                "`description` has {length} characters; a card shows one line on it, at most {DESCRIPTION}: shorten it"
            );
            self.say(entity, "description", description, message);
        }
        if let Some(found) = MARKUP.as_ref().and_then(|markup| markup.find(description)) {
            let message = format!(
                "`description` has “{}”, which a card shows as it stands; write plain text to its end",
                found.as_str()
            );
            self.say(entity, "description", description, message);
        }
    }

    fn fact(&mut self, entity: &Placed<Entity>, fact: &Fact) {
        let Fact { property, since, as_of, .. } = fact;
        let is_future = self.future(entity, "since", since.as_deref()) | self.future(entity, "asOf", as_of.as_deref());
        match (since, as_of) {
            (_, None) => {
                let advice = entity.advice("add `asOf`", "fill in “as of”, for the row or for the fact");
                let message = format!("the fact `{property}` does not say when it was known to hold; {advice}");
                self.say(entity, "property", property, message);
            }
            (Some(since), Some(as_of)) if !is_future && is_later(since, as_of) => {
                let message =
                    format!("the fact `{property}` holds since {since}, but was known to hold as of {as_of}; mend one");
                self.say(entity, "since", since, message);
            }
            _ => {}
        }
    }

    fn list(&mut self, list: &Placed<List>) {
        let List { as_of, items, .. } = &list.record;
        self.future(list, "asOf", Some(as_of));
        if let Some(item) = items.iter().find(|item| is_later(&item.date, as_of)) {
            let message = format!(
                "“{}” ({}) is later than `asOf`, {as_of}, to which the list is complete; mend one",
                item.name, item.date
            );
            self.say(list, "date", &item.date, message);
        }
    }

    /// Whether a date lies in the future, which is told.
    fn future<T>(&mut self, at: &Placed<T>, key: &str, date: Option<&str>) -> bool {
        let future = date.zip(self.today).filter(|(date, today)| is_later(date, today));
        if let Some((date, today)) = future {
            self.say(at, key, date, format!("`{key}` is {date}, and today is {today}; mend it, or wait"));
        }
        future.is_some()
    }

    fn say<T>(&mut self, at: &Placed<T>, key: &str, value: &str, message: String) {
        self.complaints.push(at.complain(key, value, message));
    }
}

/// Whether the whole of a date, a month or a year lies after another.
fn is_later(one: &str, other: &str) -> bool {
    let length = one.len().min(other.len());
    one.get(..length) > other.get(..length)
}
