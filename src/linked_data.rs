//! What is shown, as linked data in schema.org's words: for a publisher to put into the page, which we never do ourselves.
//!
//! Takes notes and the annotations that are shown; gives a graph: the article with those whom it mentions, and the fact-checks shown
//! on it. Example: “Kyiv” becomes `{"@type": "Place", "name": "Kyiv", "sameAs": ["https://www.wikidata.org/wiki/Q1899"]}`.
//!
//! Invariant: nothing stands here that no card says; of a rating the words alone.

use crate::{Article, Body, Entity, Knowledge, NameType, Notes, pack::ReviewRecord};
use serde::{Serialize, Serializer};

/// A graph of schema.org's types; as JSON it is a block of JSON-LD.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkedData(Thing);

/// Properties and their values, in order.
type Thing = Vec<(&'static str, Value)>;

/// What a property may be.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Text(String),
    Thing(Thing),
    List(Vec<Value>),
}

impl Serialize for LinkedData {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(property, value)| (property, value)))
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Text(text) => to.serialize_str(text),
            Value::Thing(thing) => to.collect_map(thing.iter().map(|(property, value)| (property, value))),
            Value::List(values) => to.collect_seq(values),
        }
    }
}

/// The linked data of some annotations, by their numbers.
pub fn linked_data(article: &Article, notes: &Notes, knowledge: &Knowledge, shown: &[usize]) -> LinkedData {
    let (mut entities, mut reviews) = (Vec::new(), Vec::new());
    for annotation in shown.iter().filter_map(|index| notes.annotations.get(*index)) {
        match annotation.body {
            Body::Mention(index) => entities.extend(notes.mentions.get(index).map(|mention| mention.entity)),
            Body::Review(index) => {
                reviews.extend(notes.reviews.get(index).into_iter().flat_map(|found| &found.reviews))
            }
            Body::Attribution(_) | Body::Claim(_) => {}
        }
    }
    let entities = once(entities).into_iter().filter_map(|index| notes.entities.get(index));
    let mentions: Vec<Value> = entities.map(|entity| mention(entity, knowledge)).collect();
    let mut page = page(article);
    page.extend(texts(&[("datePublished", article.published().map(|day| day.to_string()).as_deref())]));
    page.push(("mentions", Value::List(mentions)));
    let reviews = once(reviews).into_iter().filter_map(|index| knowledge.review(index));
    let mut graph = vec![Value::Thing(page)];
    graph.extend(reviews.map(|record| review(&record, article)));
    LinkedData(vec![("@context", text("https://schema.org")), ("@graph", Value::List(graph))])
}

/// Each number once, where it first stands.
fn once(mut numbers: Vec<usize>) -> Vec<usize> {
    let mut seen = Vec::new();
    numbers.retain(|number| {
        let is_new = !seen.contains(number);
        seen.push(*number);
        is_new
    });
    numbers
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// The properties that have a value.
fn texts(properties: &[(&'static str, Option<&str>)]) -> Thing {
    properties.iter().filter_map(|(property, value)| Some((*property, text((*value)?)))).collect()
}

fn page(article: &Article) -> Thing {
    texts(&[("@type", Some("Article")), ("url", article.address())])
}

fn named(kind: &'static str, name: &str) -> Value {
    Value::Thing(texts(&[("@type", Some(kind)), ("name", Some(name))]))
}

fn mention(entity: &Entity, knowledge: &Knowledge) -> Value {
    let kind = match entity.name_type {
        NameType::Per => "Person",
        NameType::Loc => "Place",
        NameType::Org => "Organization",
        NameType::Misc => "Thing",
    };
    let mut thing = texts(&[("@type", Some(kind)), ("name", Some(&entity.name))]);
    let record = entity.known.and_then(|known| knowledge.entity(known));
    let wikidata = record
        .iter()
        .filter(|record| is_qid(record.id))
        .map(|record| ["https://www.wikidata.org/wiki/", record.id].concat());
    let links = record.iter().filter_map(|record| record.link).map(str::to_owned);
    let pages: Vec<Value> = wikidata.chain(links).map(Value::Text).collect();
    if !pages.is_empty() {
        thing.push(("sameAs", Value::List(pages)));
    }
    Value::Thing(thing)
}

/// Whether an identifier is Wikidata's: `Q1899`.
fn is_qid(id: &str) -> bool {
    id.strip_prefix('Q').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A fact-check as its publisher words it. Where it names this article, that is said too.
fn review(record: &ReviewRecord, article: &Article) -> Value {
    let mut claim = texts(&[("@type", Some("Claim")), ("datePublished", record.claimed)]);
    claim.extend(record.claimant.map(|name| ("author", named("Thing", name))));
    if crate::review::names(record, article) {
        claim.push(("appearance", Value::Thing(page(article))));
    }
    let mut review = texts(&[
        ("@type", Some("ClaimReview")),
        ("url", Some(record.url)),
        ("datePublished", record.date),
        ("inLanguage", record.language),
        ("claimReviewed", Some(record.claim)),
    ]);
    review.push(("author", named("Organization", record.publisher)));
    review.push(("itemReviewed", Value::Thing(claim)));
    let rating = texts(&[("@type", Some("Rating")), ("alternateName", Some(record.verdict))]);
    review.push(("reviewRating", Value::Thing(rating)));
    Value::Thing(review)
}
