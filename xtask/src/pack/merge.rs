//! Takes what the packages give and what we wrote over it; gives whole records.
//!
//! For the Factbook's “Rangoon” an amendment with its own `capital` fact, and the reason in `why`, puts Naypyidaw in its place.
//!
//! - A key that the amendment has wins over the same key of the package.
//! - Names are added up, ours first; a name that both have is ours, with its kind and its `everyday`.
//! - Facts are added up by property; of a property that both have, ours stands.
//! - `drop` takes out names and properties that the package gives; to drop what it does not give is an error.
//!
//! Invariant: every amendment changes something, and every record says what kind of thing it is.

use super::record::Record;
use anyhow::{Result, bail};
use std::collections::BTreeMap;

/// Lays amendments over generated records.
///
/// # Errors
/// When an amendment has no record to amend, or a record is incomplete afterwards.
pub(super) fn merge(generated: Vec<Record>, amendments: Vec<Record>) -> Result<Vec<Record>> {
    let mut records: BTreeMap<String, Record> =
        generated.into_iter().map(|record| (record.id.clone(), record)).collect();
    for amendment in amendments {
        let Some(record) = records.remove(&amendment.id) else {
            bail!("no package gives {}: write the whole record into packs/world/*.jsonl", amendment.id);
        };
        records.insert(record.id.clone(), amend(record, amendment)?);
    }
    records.into_values().map(whole).collect()
}

fn amend(given: Record, ours: Record) -> Result<Record> {
    for dropped in &ours.drop {
        let named = given.names.iter().any(|name| name.name == *dropped);
        if !named && !given.facts.iter().any(|fact| fact.property == *dropped) {
            bail!("{}: `drop` names “{dropped}”, which no package gives: take it out", ours.id);
        }
    }
    let name = ours.name.or(given.name);
    let is_dropped = |what: &String| ours.drop.contains(what);
    let mut names = ours.names;
    for other in given.names {
        let is_there = names.iter().any(|name| name.name == other.name) || name.as_ref() == Some(&other.name);
        if !is_there && !is_dropped(&other.name) {
            names.push(other);
        }
    }
    let mut facts = given.facts;
    facts.retain(|fact| !is_dropped(&fact.property) && ours.facts.iter().all(|own| own.property != fact.property));
    facts.extend(ours.facts);
    Ok(Record {
        id: given.id,
        name_type: ours.name_type.or(given.name_type),
        class: ours.class.or(given.class),
        name,
        names,
        description: ours.description.or(given.description),
        country: ours.country.or(given.country),
        seat_of: ours.seat_of.or(given.seat_of),
        salience: ours.salience.or(given.salience),
        wikipedia: ours.wikipedia.or(given.wikipedia),
        facts,
        drop: Vec::new(),
        why: None,
    })
}

fn whole(record: Record) -> Result<Record> {
    for (key, value) in [("type", &record.name_type), ("class", &record.class), ("name", &record.name)] {
        if value.is_none() {
            bail!("{} has no `{key}`: add it to packs/world/amend", record.id);
        }
    }
    Ok(record)
}
