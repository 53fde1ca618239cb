//! What is shown, as linked data in schema.org's words: for a publisher to put into the page, which we never do ourselves.
//!
//! Takes notes and the annotations that are shown; gives a graph: the article with those whom it mentions, and the fact-checks shown
//! on it. Example: “Kyiv” becomes `{"@type": "Place", "name": "Kyiv", "sameAs": ["https://www.wikidata.org/wiki/Q1899"]}`.
//!
//! Invariant: nothing stands here that no card says; of a rating the words alone.

use crate::{Article, Body, Entity, Knowledge, NameType, Notes, pack::ReviewRecord};
use serde::Serialize;

/// A graph of schema.org's types; as JSON it is a block of JSON-LD.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LinkedData {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node>,
}

/// A thing; what is not known of it is left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<Node>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    claim_reviewed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternate_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Box<Node>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item_reviewed: Option<Box<Node>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review_rating: Option<Box<Node>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    appearance: Option<Box<Node>>,
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
    let entities =
        once(entities).filter_map(|index| notes.entities.get(index)).map(|entity| mention(entity, knowledge));
    let mut graph = vec![Node {
        mentions: entities.collect(),
        date_published: article.published().map(|day| day.to_string()),
        ..page(article)
    }];
    graph.extend(once(reviews).filter_map(|index| knowledge.review(index)).map(|record| review(&record, article)));
    LinkedData { context: "https://schema.org", graph }
}

/// Each number once, where it first stands.
fn once(numbers: Vec<usize>) -> impl Iterator<Item = usize> {
    let mut seen = Vec::new();
    numbers.into_iter().filter(move |number| {
        let is_new = !seen.contains(number);
        seen.push(*number);
        is_new
    })
}

fn page(article: &Article) -> Node {
    Node { kind: "Article", url: article.address().map(str::to_owned), ..Node::default() }
}

fn mention(entity: &Entity, knowledge: &Knowledge) -> Node {
    let kind = match entity.name_type {
        NameType::Per => "Person",
        NameType::Loc => "Place",
        NameType::Org => "Organization",
        NameType::Misc => "Thing",
    };
    let record = entity.known.and_then(|known| knowledge.entity(known));
    let wikidata = record
        .as_ref()
        .filter(|record| is_qid(record.id))
        .map(|record| ["https://www.wikidata.org/wiki/", record.id].concat());
    let link = record.as_ref().and_then(|record| record.link).map(str::to_owned);
    Node {
        kind,
        name: Some(entity.name.clone()),
        same_as: wikidata.into_iter().chain(link).collect(),
        ..Node::default()
    }
}

/// Whether an identifier is Wikidata's: `Q1899`.
fn is_qid(id: &str) -> bool {
    id.strip_prefix('Q').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A fact-check as its publisher words it. Where it names this article, that is said too.
fn review(record: &ReviewRecord, article: &Article) -> Node {
    let named = |kind, name: Option<&str>| {
        name.map(|name| Box::new(Node { kind, name: Some(name.to_owned()), ..Node::default() }))
    };
    let own = |text: Option<&str>| text.map(str::to_owned);
    let claim = Node {
        kind: "Claim",
        author: named("Thing", record.claimant),
        date_published: own(record.claimed),
        appearance: crate::review::names(record, article).then(|| Box::new(page(article))),
        ..Node::default()
    };
    Node {
        kind: "ClaimReview",
        url: own(Some(record.url)),
        date_published: own(record.date),
        in_language: own(record.language),
        claim_reviewed: own(Some(record.claim)),
        author: named("Organization", Some(record.publisher)),
        item_reviewed: Some(Box::new(claim)),
        review_rating: Some(Box::new(Node {
            kind: "Rating",
            alternate_name: own(Some(record.verdict)),
            ..Node::default()
        })),
        ..Node::default()
    }
}
