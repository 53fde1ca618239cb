//! What must hold of the committed source of the world pack, and how layers are merged. No network, no packages.

use super::merge::merge;
use super::record::{Fact, Name, Record, read};
use crate::root;
use std::collections::{BTreeMap, BTreeSet};

const LAYERS: [&str; 8] = [
    "companies.jsonl",
    "generated/cities.jsonl",
    "generated/countries.jsonl",
    "generated/people.jsonl",
    "media.jsonl",
    "organisations.jsonl",
    "people.jsonl",
    "places.jsonl",
];

fn file(name: &str) -> Vec<Record> {
    read(&root().join("packs/world").join(name)).unwrap_or_else(|error| panic!("{error:#}"))
}

fn world() -> Vec<Record> {
    LAYERS.iter().flat_map(|name| file(name)).collect()
}

/// What is wrong with records, one line each; a test wants none.
fn all(records: &[Record], complaint: impl Fn(&Record) -> Option<String>) {
    let complaints: Vec<String> =
        records.iter().filter_map(|record| Some(format!("{}: {}", record.id, complaint(record)?))).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_fact_says_as_of_when() {
    let missing = |fact: &&Fact| fact.as_of.is_none() || fact.source.is_empty();
    all(&world(), |record| {
        record.facts.iter().find(missing).map(|fact| format!("{} without date or source", fact.property))
    });
}

#[test]
fn no_identifier_stands_for_two() {
    let mut seen = BTreeMap::new();
    for record in world() {
        let name = record.name.unwrap_or_default();
        if let Some(before) = seen.insert(record.id.clone(), name.clone()) {
            panic!("{} is both {before} and {name}", record.id);
        }
    }
}

#[test]
fn no_article_is_of_two() {
    let mut seen = BTreeMap::new();
    for record in world().into_iter().filter(|record| record.wikipedia.is_some()) {
        if let Some(before) = seen.insert(record.wikipedia.clone(), record.id.clone()) {
            panic!("{:?} is the article of both {before} and {}", record.wikipedia, record.id);
        }
    }
}

/// Where a bare name is another's article, the title says which is meant.
#[test]
fn a_title_of_several_is_told_apart() {
    const OTHERS: &str =
        "Amazon Apple Cartagena Córdoba Georgia Ireland Kingston Mérida Micronesia Salvador Shell Target Tripoli Visa";
    all(&world(), |record| {
        let title = record.wikipedia.as_ref()?;
        OTHERS.split(' ').any(|name| name == title).then(|| format!("“{title}” leads elsewhere"))
    });
}

#[test]
fn what_records_point_to_exists() {
    let world = world();
    let ids: BTreeSet<&str> = world.iter().map(|record| record.id.as_str()).collect();
    let lost = |id: &&String| !ids.contains(id.as_str());
    all(&world, |record| {
        record.country.iter().chain(&record.seat_of).find(lost).map(|id| format!("points to {id}, which is not there"))
    });
}

#[test]
fn every_city_lies_in_a_country() {
    let cities = file("generated/cities.jsonl");
    assert!(cities.len() > 500, "{} cities", cities.len());
    all(&cities, |city| city.country.is_none().then(|| "no country".to_owned()));
}

#[test]
fn a_description_is_one_short_line() {
    let is_long = |text: &String| text.chars().count() > 110 || text.contains(". ");
    all(&world(), |record| match &record.description {
        None => Some("no description".to_owned()),
        Some(text) => is_long(text).then(|| format!("mend “{text}”")),
    });
}

/// Surnames alone are no names: they are found in the article. These are whole names of one word, and initials.
#[test]
fn nobody_goes_by_a_surname_alone() {
    const WHOLE: &str = "Naruhito Suharto Vajiralongkorn Willem-Alexander MBS JFK Tedros Lula Jokowi";
    let people = world().into_iter().filter(|record| record.name_type.as_deref() == Some("PER"));
    all(&people.collect::<Vec<_>>(), |person| {
        let others = person.names.iter().filter(|name| !name.everyday).map(|name| &name.name);
        let mut names = person.name.iter().chain(others);
        names.find(|name| !name.contains(' ') && !WHOLE.split(' ').any(|whole| whole == *name)).cloned()
    });
}

#[test]
fn whoever_mends_a_source_says_why() {
    let amendments = ["amend/cities.jsonl", "amend/countries.jsonl", "amend/people.jsonl"];
    let amendments = amendments.into_iter().flat_map(file).collect::<Vec<_>>();
    all(&amendments, |record| {
        let mends = !record.drop.is_empty() || !record.facts.is_empty();
        (mends && record.why.is_none()).then(|| "no `why`".to_owned())
    });
}

fn ghana() -> Record {
    let fact = |property: &str, value: &str| Fact {
        property: property.to_owned(),
        value: value.to_owned(),
        since: None,
        as_of: Some("2026-01".to_owned()),
        source: "factbook".to_owned(),
    };
    Record {
        id: "Q117".to_owned(),
        name_type: Some("LOC".to_owned()),
        class: Some("country".to_owned()),
        name: Some("Ghana".to_owned()),
        names: vec![Name::new("Ghanaian", "demonym"), Name::new("Gold Coaster", "demonym")],
        facts: vec![fact("capital", "Acra"), fact("population", "35 million")],
        ..Record::default()
    }
}

fn amendment(line: &str) -> Record {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"))
}

#[test]
fn ours_wins_key_by_key_and_fact_by_fact() {
    let ours = amendment(
        r#"{"id":"Q117","names":[{"name":"Republic of Ghana","kind":"official"}],"salience":0.5,"facts":[{"property":"capital","value":"Accra","source":"factbook"}],"drop":["Gold Coaster"],"why":"a slip"}"#,
    );
    let merged = merge(vec![ghana()], vec![ours]).unwrap_or_else(|error| panic!("{error:#}"));
    let [record] = merged.as_slice() else { panic!("{} records", merged.len()) };
    assert_eq!((record.name.as_deref(), record.salience), (Some("Ghana"), Some(0.5)));
    let names: Vec<&str> = record.names.iter().map(|name| name.name.as_str()).collect();
    assert_eq!(names, ["Republic of Ghana", "Ghanaian"]);
    let facts: Vec<&str> = record.facts.iter().map(|fact| fact.value.as_str()).collect();
    assert_eq!(facts, ["35 million", "Accra"]);
    assert_eq!((record.drop.len(), &record.why), (0, &None));
}

#[test]
fn an_amendment_of_nothing_is_an_error() {
    let message =
        |line: &str| merge(vec![ghana()], vec![amendment(line)]).map(|_| ()).map_err(|error| error.to_string());
    assert!(message(r#"{"id":"Q1"}"#).is_err_and(|text| text.contains("no package gives Q1")));
    assert!(message(r#"{"id":"Q117","drop":["Ashanti"]}"#).is_err_and(|text| text.contains("“Ashanti”")));
}
