//! What a card says, as plain data: no markup, no sentence of the user interface (those come from the view's catalogue).
//!
//! Takes [`Notes`](crate::Notes), an annotation and the knowledge behind it; gives a [`Card`]. Example: the card of
//! “third country to recognise” holds the list *Russia, Syria, North Korea*, each with date and sources.
//!
//! Invariant: whatever a card states as a fact names its source; a statement that rests on the article alone says so
//! ([`Origin::Article`]).

mod claim;
mod compose;
mod entity;
mod quotation;
mod single_fact;
mod why;

pub use self::why::Why;
use crate::{
    Article, Body, Knowledge, Notes,
    claim::{ClaimKind, Figure, Operation},
};
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

/// A check, by its kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "check", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Check {
    /// “third country to recognise”: a place in an ordered list.
    Ordinal {
        /// The place claimed, from 1.
        rank: u32,
        /// What the list is, from the pack.
        title: Option<String>,
        /// What is counted: “UN member states”.
        counts: Option<String>,
        /// The day to which the list is complete, ISO 8601.
        as_of: Option<String>,
        /// The list; from the article alone where no pack knows it. Of a long one its ends, and what stands around the place claimed.
        items: Vec<ListItem>,
        /// How many entries it has.
        length: usize,
        /// What is not counted, with the reason.
        excluded: Vec<Exclusion>,
        /// Whether list and article agree.
        verdict: Agreement,
        /// Where the list comes from.
        origin: Origin,
    },
    /// “on Wednesday”: a day of the calendar.
    Date {
        /// The first day meant, ISO 8601.
        date: String,
        /// The day from which it was reckoned, ISO 8601; none where the article gives the year.
        published: Option<String>,
        /// The weekday that the article gives it, where it has another.
        weekday: Option<String>,
    },
    /// “12 of the 30 (45%)”: numbers of the article, put together.
    Arithmetic {
        /// How.
        operation: Operation,
        /// The numbers put together.
        terms: Vec<Figure>,
        /// What the article states that they give.
        stated: Figure,
        /// What they give.
        computed: f64,
        /// Whether the two agree at the precision stated.
        verdict: Agreement,
    },
    /// A fact that a pack knows of whom or what the sentence names.
    Fact {
        /// Of whom or what.
        name: String,
        /// The fact.
        fact: FactLine,
        /// Whether it agrees with what the article states.
        verdict: Agreement,
    },
    /// The same thing with another number, elsewhere in the article.
    Elsewhere {
        /// The number here.
        figure: Figure,
        /// The number there.
        other: Figure,
        /// The words there.
        there: Excerpt,
    },
    /// “6,500km (4,000 miles)”: one quantity in two units.
    Conversion {
        /// The number first stated, with its unit's symbol: `km`.
        value: Figure,
        /// The number stated beside it, with its own: `mi`.
        stated: Figure,
        /// What the first number gives in the second unit.
        computed: f64,
        /// Whether the two agree at the precision stated.
        verdict: Agreement,
    },
}

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Agreement {
    /// They agree.
    Agrees,
    /// They differ.
    Differs,
    /// It cannot be told.
    Open,
}

/// An entry of an ordered list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListItem {
    /// Its number in the list, from 1: where numbers are missing, entries are left out.
    pub place: usize,
    /// Its rank, from 1; none where the article gives no order.
    pub rank: Option<u32>,
    /// Whether others share it: those of one day.
    pub joint: bool,
    /// Who or what.
    pub name: String,
    /// When, ISO 8601.
    pub date: Option<String>,
    /// Until when it held, ISO 8601; none where it holds, as far as known.
    pub until: Option<String>,
    /// Whether the claim is about this entry.
    pub here: bool,
    /// Indices into the card's `sources`.
    pub sources: Vec<usize>,
}

/// What a list leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Exclusion {
    /// Who or what.
    pub name: String,
    /// When, ISO 8601.
    pub date: Option<String>,
    /// Why it is not counted.
    pub reason: String,
    /// Indices into the card's `sources`.
    pub sources: Vec<usize>,
}

impl Card {
    /// Why the words are marked.
    pub fn why(&self) -> &Why {
        match self {
            Card::Entity(card) => &card.why,
            Card::Quotation(card) => &card.why,
            Card::Term(card) => &card.why,
            Card::Claim(card) => &card.why,
        }
    }

    /// Whether all that its packs know is here.
    pub fn details(&mut self) -> Option<&mut Details> {
        match self {
            Card::Entity(card) => Some(&mut card.details),
            Card::Claim(card) => Some(&mut card.details),
            Card::Quotation(_) | Card::Term(_) => None,
        }
    }

    /// The card of one annotation of `notes`; none for an index out of range.
    pub fn of(annotation: usize, article: &Article, notes: &Notes, knowledge: &Knowledge) -> Option<Card> {
        let desk = compose::Desk { article, notes, knowledge };
        match notes.annotations.get(annotation)?.body {
            Body::Mention(index) => entity::card(&desk, annotation, index).map(Card::Entity),
            Body::Attribution(index) => quotation::card(&desk, index),
            Body::Claim(index) => claim::card(&desk, index).map(Card::Claim),
        }
    }
}
