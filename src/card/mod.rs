//! What a card says, as plain data: no markup, no sentence of the user interface (those come from the view's catalogue).
//!
//! Takes [`Notes`](crate::Notes), an annotation and the knowledge behind it; gives a [`Card`]. Example: the card of
//! “third country to recognise” holds the list *Russia, Syria, North Korea*, each with date and sources.
//!
//! Invariant: whatever a card states as a fact names its source; a statement that rests on the article alone says so
//! ([`Origin::Article`]).

mod check;
mod claim;
mod compose;
mod entity;
mod quotation;
mod review;
mod single_fact;
mod why;

pub use self::{
    check::{Agreement, Check, Exclusion, ListItem},
    why::Why,
};
use crate::{Article, Body, Knowledge, Notes, claim::ClaimKind};
use serde::Serialize;

/// One card.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Card {
    /// Who or what a name means.
    Entity(EntityCard),
    /// Who said the marked words.
    Quotation(QuotationCard),
    /// Whose term the marked words are.
    Term(TermCard),
    /// What can be checked here, and how it came out.
    Claim(ClaimCard),
    /// What others have found of what is stated here.
    Review(ReviewCard),
}

/// Where a card's content comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Origin {
    /// A pack, whose sources the card names.
    Pack,
    /// Nothing but this article.
    Article,
}

/// A published source of facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// The work's title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it can be read: http or https.
    pub url: Option<String>,
    /// Its own date, ISO 8601, as precisely as known.
    pub date: Option<String>,
}

/// A picture, with what is owed to its maker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// Its address: http or https.
    pub url: String,
    /// Its width, in pixels.
    pub width: u32,
    /// Its height, in pixels.
    pub height: u32,
    /// What it shows.
    pub alt: String,
    /// Who made it, and under which licence it is shown.
    pub credit: String,
}

/// One fact of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FactLine {
    /// What is stated, as a key that the view translates: `capital`, `population`, `headOfState`, ...
    pub property: String,
    /// The value as text.
    pub value: String,
    /// Since when it holds, ISO 8601.
    pub since: Option<String>,
    /// The day on which it was known to hold, ISO 8601.
    pub as_of: Option<String>,
    /// Its source: an index into the card's `sources`.
    pub source: Option<usize>,
}

/// Whether the second part of a pack is here, which holds descriptions, facts and sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Details {
    /// It is, or the card needs none.
    Here,
    /// Not yet.
    Awaited,
    /// It could not be had: only a host knows.
    Missing,
}

impl Details {
    fn of(complete: bool) -> Self {
        if complete { Details::Here } else { Details::Awaited }
    }
}

/// In which sense a name is used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "sense", rename_all = "camelCase")]
pub enum Sense {
    /// The thing itself.
    Itself,
    /// Its people or what belongs to it: “Ukrainian”.
    Demonym,
    /// A place that stands for the government seated there: “Moscow said”.
    #[serde(rename_all = "camelCase")]
    Government {
        /// The country (or body) whose government is meant.
        of: String,
    },
}

/// Who or what a name means.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EntityCard {
    /// The name in full.
    pub name: String,
    /// What it is, as a key that the view translates: `country`, `city`, `person`, `newsAgency`, ...
    pub class: String,
    /// One line on it, from the pack, or the role that the article itself gives (“DPR envoy”).
    pub description: Option<String>,
    /// Where that line comes from, if not from the article: an index into the card's `sources`.
    pub description_source: Option<usize>,
    /// In which sense it stands here.
    pub sense: Sense,
    /// Where the description comes from.
    pub origin: Origin,
    /// What it looks like.
    pub picture: Option<Picture>,
    /// What is known of it.
    pub facts: Vec<FactLine>,
    /// What it said in this article, around here: the words, with where they stand.
    pub said: Vec<Excerpt>,
    /// Where it stands in this article.
    pub mentions: Mentions,
    /// Other entities that the name may mean, when the text does not decide: their names.
    pub or_else: Vec<String>,
    /// A page about it: http or https.
    pub link: Option<String>,
    /// The sources that facts refer to.
    pub sources: Vec<Source>,
    /// Whether all of its pack is here.
    pub details: Details,
    /// Why the words are marked.
    pub why: Why,
}

/// How often and where an entity stands in the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mentions {
    /// Which one of them this is, from 0.
    pub here: usize,
    /// Their annotations, in the order of the text.
    pub annotations: Vec<usize>,
}

/// A piece of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Excerpt {
    /// The words.
    pub text: String,
    /// Their annotation, where they are marked.
    pub annotation: Option<usize>,
}

/// Who speaks, or whose term it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Speaker {
    /// The name in full, or the words that the article uses.
    pub name: String,
    /// The role in which they speak, in the article's words.
    pub role: Option<String>,
    /// An annotation of the speaker's name, where it is marked.
    pub annotation: Option<usize>,
}

/// Who said the marked words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuotationCard {
    /// The quoted words.
    pub words: String,
    /// Direct, mixed or indirect.
    pub form: crate::QuoteKind,
    /// Who said them: several where several speak, none where the article does not tell. Of a chain of reporting it is the last.
    pub speakers: Vec<Speaker>,
    /// Whether whoever spoke gives no name: the one speaker's `name` is then the article's words, “a senior official”.
    pub unnamed: bool,
    /// The verb of speech, as it stands: “said”.
    pub cue: Option<String>,
    /// Where it was said, in the article's words: “in a statement on its website”.
    pub setting: Option<String>,
    /// When it was said, in the article's words: “on Wednesday”.
    pub when: Option<String>,
    /// Who passed the words on, the nearest to the article first.
    pub relays: Vec<RelayedBy>,
    /// The speakers' other words in this article, around here.
    pub also_said: Vec<Excerpt>,
    /// Why the words are marked.
    pub why: Why,
}

/// Somebody who passed words on: “TASS reported on Wednesday that the embassy confirmed …”.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RelayedBy {
    /// Who.
    pub speakers: Vec<Speaker>,
    /// The verb, as it stands: “reported”.
    pub cue: Option<String>,
    /// Where, in the article's words.
    pub setting: Option<String>,
    /// When, in the article's words.
    pub when: Option<String>,
}

/// Whose term the marked words are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TermCard {
    /// The words.
    pub words: String,
    /// Whose they are, where the article tells.
    pub owner: Option<Speaker>,
    /// The verb by which the article ascribes them: “calls”.
    pub cue: Option<String>,
    /// Why the words are marked.
    pub why: Why,
}

/// What can be checked here.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClaimCard {
    /// The claim as it stands.
    pub words: String,
    /// What kind of statement it is.
    pub claim: ClaimKind,
    /// Whether it stands in somebody's words; else the article itself states it.
    pub reported: bool,
    /// Whose words they are, where the article tells.
    pub stated_by: Vec<Speaker>,
    /// How the check came out; none where there was nothing to check it against.
    pub check: Option<Check>,
    /// The sources that the check refers to.
    pub sources: Vec<Source>,
    /// Whether all of the list's pack is here: without it, the list has no sources.
    pub details: Details,
    /// Why the words are marked.
    pub why: Why,
}

/// Fact-checks that were published on what is stated here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReviewCard {
    /// The sentence as it stands.
    pub words: String,
    /// Whether a source states it: then the article only reports it, and where it names nobody `stated_by` is empty.
    pub reported: bool,
    /// Whose statement it is; none where the article itself states it.
    pub stated_by: Vec<Speaker>,
    /// The fact-checks, the newest first.
    pub reviews: Vec<ReviewLine>,
    /// Whether the verdicts' words differ from publisher to publisher.
    pub disagree: bool,
    /// Why the words are marked.
    pub why: Why,
}

/// One published fact-check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReviewLine {
    /// The claim, as the publisher words it.
    pub claim: String,
    /// The verdict, as the publisher words it.
    pub verdict: String,
    /// Who published it.
    pub publisher: String,
    /// When, ISO 8601, as precisely as known.
    pub date: Option<String>,
    /// Who made the claim, by the publisher's account.
    pub claimant: Option<String>,
    /// When the claim was made, ISO 8601.
    pub claimed: Option<String>,
    /// Where it can be read: http or https.
    pub url: String,
    /// The language of its words, as a BCP 47 tag.
    pub language: Option<String>,
    /// Whether it may be out of date: more than a year before the newest one here, or three before the article.
    pub old: bool,
    /// Whether it names this article as a page on which the claim was made.
    pub by_address: bool,
}

impl Card {
    /// Why the words are marked.
    pub fn why(&self) -> &Why {
        match self {
            Card::Entity(card) => &card.why,
            Card::Quotation(card) => &card.why,
            Card::Term(card) => &card.why,
            Card::Claim(card) => &card.why,
            Card::Review(card) => &card.why,
        }
    }

    /// Whether all that its packs know is here.
    pub fn details(&mut self) -> Option<&mut Details> {
        match self {
            Card::Entity(card) => Some(&mut card.details),
            Card::Claim(card) => Some(&mut card.details),
            Card::Quotation(_) | Card::Term(_) | Card::Review(_) => None,
        }
    }

    /// The card of one annotation of `notes`; none for an index out of range.
    pub fn of(annotation: usize, article: &Article, notes: &Notes, knowledge: &Knowledge) -> Option<Card> {
        let desk = compose::Desk { article, notes, knowledge };
        match notes.annotations.get(annotation)?.body {
            Body::Mention(index) => entity::card(&desk, annotation, index).map(Card::Entity),
            Body::Attribution(index) => quotation::card(&desk, index),
            Body::Claim(index) => claim::card(&desk, index).map(Card::Claim),
            Body::Review(index) => review::card(&desk, index).map(Card::Review),
        }
    }

    /// The card of a claim, marked or not: an index into [`Notes::claims`].
    pub fn of_claim(index: usize, article: &Article, notes: &Notes, knowledge: &Knowledge) -> Option<Card> {
        claim::card(&compose::Desk { article, notes, knowledge }, index).map(Card::Claim)
    }
}
