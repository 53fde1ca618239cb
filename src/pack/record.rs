//! What a pack says: names, entities, facts, sources and ordered lists, as borrowed plain data.
//!
//! Given by [`Knowledge`](super::Knowledge). Example: the record of `Q423` has the name “North Korea”, the class `country`
//! and the fact `capital` = “Pyongyang”, as of 2026-01, with its source.
//!
//! Invariant: every string is the pack's own, unchanged.

use crate::NameType;

/// A record of one of the packs of a [`Knowledge`](super::Knowledge).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityRef {
    pub(crate) pack: u32,
    pub(crate) index: u32,
}

/// What a pack says of itself; what it does not say is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackRecord<'a> {
    /// Its short name: `world`.
    pub id: &'a str,
    /// Its name for readers.
    pub title: &'a str,
    /// Under which licence it may be used.
    pub licence: &'a str,
    /// As its editors count.
    pub version: &'a str,
}

/// How a name names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// The usual one.
    Common,
    /// In full: “Democratic People's Republic of Korea”.
    Official,
    /// Shorter than usual: “N Korea”.
    Short,
    /// Of initials: “TASS”. Matched in capitals only.
    Acronym,
    /// People or what belongs to it: “Ukrainian”.
    Demonym,
    /// No longer in use: “Burma”.
    Former,
    /// A place or a house by whose name a body is meant: “Downing Street”.
    Metonym,
}

/// A name that a pack holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// What it names.
    pub entity: EntityRef,
    /// How.
    pub kind: NameKind,
    /// Also an everyday word (“Nice”, “Reading”): it counts only with support in the text.
    pub everyday: bool,
}

/// The longest name at a place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// How many tokens it covers.
    pub words: usize,
    /// What it may mean, the most salient first.
    pub names: Vec<Name>,
}

/// An entity, as its pack describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct EntityRecord<'a> {
    /// The pack's identifier: a Wikidata QID where there is one.
    pub id: &'a str,
    /// The usual name.
    pub name: &'a str,
    /// The type of its names.
    pub name_type: NameType,
    /// What it is, as a key: `country`, `city`, `newsAgency`, ...
    pub class: &'a str,
    /// One line on it.
    pub description: Option<&'a str>,
    /// Whose government sits here: an identifier.
    pub seat_of: Option<&'a str>,
    /// The country, or other whole, in which it lies: an identifier, of this pack or another.
    pub country: Option<&'a str>,
    /// How often news mean it, from 0 to 1.
    pub salience: f32,
    /// A page about it.
    pub link: Option<&'a str>,
    /// The title of the article about it in the English Wikipedia.
    pub wikipedia: Option<&'a str>,
    /// What it looks like.
    pub picture: Option<PictureRecord<'a>>,
    /// What is known of it.
    pub facts: Vec<FactRecord<'a>>,
    /// Whether its pack is here whole. Else there is no description, link, picture or fact, whatever its second part says.
    pub complete: bool,
}

/// A picture, with what is owed to its maker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureRecord<'a> {
    /// Its address.
    pub url: &'a str,
    /// Its width, in pixels.
    pub width: u32,
    /// Its height, in pixels.
    pub height: u32,
    /// What it shows, for those who do not see it.
    pub alt: &'a str,
    /// Who made it, and under which licence it is shown.
    pub credit: &'a str,
}

/// A fact with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactRecord<'a> {
    /// What is stated, as a key: `capital`, `population`, ...
    pub property: &'a str,
    /// The value as text.
    pub value: &'a str,
    /// Since when it holds, ISO 8601.
    pub since: Option<&'a str>,
    /// When it was known to hold, ISO 8601.
    pub as_of: Option<&'a str>,
    /// Where it was read.
    pub source: Option<SourceRecord<'a>>,
}

/// A published source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceRecord<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its publisher.
    pub publisher: Option<&'a str>,
    /// Its address.
    pub url: Option<&'a str>,
    /// Its own date, ISO 8601.
    pub date: Option<&'a str>,
}

/// An ordered list of who did something, in the order of time, without its entries: those are read one list at a time
/// ([`Knowledge::entries`](super::Knowledge::entries)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRecord<'a> {
    /// Its identifier.
    pub id: &'a str,
    /// What it lists, in a line.
    pub title: &'a str,
    /// What it is about: identifiers of entities, each of which a claim may name.
    pub subjects: Vec<&'a str>,
    /// What the members did, as lemmas of verbs and nouns: `recognise`, `recognition`. Words behind the lemma must stand in its object:
    /// `adopt euro`, `become prime minister`. `be` is for an office: “the 47th president”.
    pub predicates: Vec<&'a str>,
    /// Nouns for a member: `country`, `state`, `nation`.
    pub members: Vec<&'a str>,
    /// What is counted: “UN member states”.
    pub counts: &'a str,
    /// The day to which it is complete, ISO 8601.
    pub as_of: &'a str,
    /// Whether entries of one date stand in the order in which it happened; else they are joint.
    pub sorted: bool,
    /// Whether its pack is here whole. Else the entries have no sources, whatever its second part says.
    pub complete: bool,
}

/// The entries of an ordered list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries<'a> {
    /// Those that count, in order.
    pub items: Vec<ListEntry<'a>>,
    /// What is not counted.
    pub excluded: Vec<ExcludedEntry<'a>>,
}

impl Entries<'_> {
    /// Leaves those that count by some day, ISO 8601; all, where none is given.
    pub(crate) fn keep_until(&mut self, day: Option<&str>) {
        let count = self.items.iter().take_while(|entry| day.is_none_or(|day| entry.date <= day)).count();
        self.items.truncate(count);
    }

    /// Leaves those that stand at some places, from 0, in order.
    pub(crate) fn keep(&mut self, places: &[usize]) {
        let mut at = 0..;
        self.items.retain(|_| at.next().is_some_and(|at| places.contains(&at)));
    }
}

/// An entry of an ordered list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListEntry<'a> {
    /// The identifier of its entity, where a pack has it.
    pub entity: Option<&'a str>,
    /// Its name.
    pub name: &'a str,
    /// When, ISO 8601.
    pub date: &'a str,
    /// Until when it held: an office left, a membership given up.
    pub until: Option<&'a str>,
    /// Where it was read.
    pub sources: Vec<SourceRecord<'a>>,
}

/// What a list does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcludedEntry<'a> {
    /// Its name.
    pub name: &'a str,
    /// When, ISO 8601.
    pub date: Option<&'a str>,
    /// Why it is not counted.
    pub reason: &'a str,
    /// Where it was read.
    pub sources: Vec<SourceRecord<'a>>,
}

/// A published fact-check, in its publisher's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRecord<'a> {
    /// The claim, as the publisher words it.
    pub claim: &'a str,
    /// The verdict, as the publisher words it.
    pub verdict: &'a str,
    /// Who published it.
    pub publisher: &'a str,
    /// Where it can be read: http or https.
    pub url: &'a str,
    /// When it was published, ISO 8601.
    pub date: Option<&'a str>,
    /// Who made the claim.
    pub claimant: Option<&'a str>,
    /// When the claim was made, ISO 8601.
    pub claimed: Option<&'a str>,
    /// The rating on the publisher's own scale, in numbers: never a verdict by itself, for scales run either way.
    pub rating: Option<&'a str>,
    /// The language of its words, as a BCP 47 tag.
    pub language: Option<&'a str>,
    /// Pages on which the claim was made: http or https.
    pub appearances: Vec<&'a str>,
}
