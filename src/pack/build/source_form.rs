//! The source form of a pack: JSON lines, one record each, as packs/README.md describes them.
//!
//! Takes a line; gives a [`Line`], or what is wrong and at which byte. Example: `{"source":"factbook","title":"…"}` is a
//! [`Source`] with the identifier `factbook`.
//!
//! Invariant: a key that is not described is an error, for it is most often a slip of the pen. The texts on keys are those of
//! `packs/schema.json`, which is made of these types.

use crate::{NameType, pack::NameKind};
use schemars::{JsonSchema, Schema, generate::SchemaSettings, transform::RecursiveTransform};
use serde::{Deserialize, de::IgnoredAny};

/// A line of a pack's source: its first key tells what it describes.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub(super) enum Line {
    About(About),
    Source(Source),
    Entity(Entity),
    List(List),
    Review(Review),
}

/// What the pack says of itself, once.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct About {
    /// Its short name.
    pub(super) pack: String,
    /// Its name for readers.
    pub(super) title: String,
    /// Under which licence it may be used.
    pub(super) licence: String,
    /// As its editors count, for instance by month.
    pub(super) version: String,
}

/// Where something was read.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Source {
    /// Its identifier, for facts and lists of the same pack.
    #[serde(rename = "source")]
    pub(super) id: String,
    /// The work's title.
    pub(super) title: String,
    /// Who published it.
    pub(super) publisher: Option<String>,
    /// Where it can be read.
    #[schemars(regex(pattern = r"^https?://"))]
    pub(super) url: Option<String>,
    /// Its own date.
    #[schemars(regex(pattern = r"^[0-9]{4}(-[0-9]{2}){0,2}$"))]
    pub(super) date: Option<String>,
}

/// Who or what a text may name.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Entity {
    /// Its identifier: a Wikidata QID where there is one.
    pub(super) id: String,
    /// The type of its names.
    #[serde(rename = "type")]
    pub(super) name_type: Type,
    /// What it is, as a key: `country`, `city`, `person`, `newsAgency`, ...
    pub(super) class: String,
    /// The usual name.
    pub(super) name: String,
    /// Other names.
    #[serde(default)]
    pub(super) names: Vec<OtherName>,
    /// One line on it.
    pub(super) description: Option<String>,
    /// The `id` of what is governed from here: of Russia, for Moscow.
    pub(super) seat_of: Option<String>,
    /// The `id`, of any pack, of the country or other whole in which it lies.
    pub(super) country: Option<String>,
    /// How often news mean it: it orders those that share a name.
    #[serde(default)]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub(super) salience: f64,
    /// A page about it.
    #[schemars(regex(pattern = r"^https?://"))]
    pub(super) link: Option<String>,
    /// The title of its article in the English Wikipedia.
    pub(super) wikipedia: Option<String>,
    /// What it looks like; a card that opens loads it.
    pub(super) picture: Option<Picture>,
    /// What is known of it, each with its source.
    #[serde(default)]
    pub(super) facts: Vec<Fact>,
}

/// A picture, with what is owed to its maker.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Picture {
    /// Its address.
    #[schemars(regex(pattern = r"^https?://"))]
    pub(super) url: String,
    /// Its width, in pixels.
    #[schemars(range(min = 1))]
    pub(super) width: u32,
    /// Its height, in pixels.
    #[schemars(range(min = 1))]
    pub(super) height: u32,
    /// What it shows, for those who do not see it.
    pub(super) alt: String,
    /// Who made it, and under which licence it is shown.
    pub(super) credit: String,
}

/// A name, and how it names.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct OtherName {
    /// The name, of at most twelve words.
    pub(super) name: String,
    /// How it names.
    pub(super) kind: Kind,
    /// Whether it is a word of every day too: then it counts only with support in the text.
    #[serde(default)]
    pub(super) everyday: bool,
    /// The language of the articles in which it is found, as a BCP 47 primary subtag; without one, all.
    #[schemars(regex(pattern = r"^[a-z]{2,3}$"))]
    pub(super) language: Option<String>,
}

/// A fact; without a source it is an error.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Fact {
    /// What is stated, as a key: `office`, `population`, ...
    pub(super) property: String,
    /// The value, as text.
    pub(super) value: String,
    /// Since when it holds.
    #[schemars(regex(pattern = r"^[0-9]{4}(-[0-9]{2}){0,2}$"))]
    pub(super) since: Option<String>,
    /// When it was known to hold.
    #[schemars(regex(pattern = r"^[0-9]{4}(-[0-9]{2}){0,2}$"))]
    pub(super) as_of: Option<String>,
    /// The identifier of its source.
    #[schemars(required)]
    pub(super) source: Option<String>,
}

/// An ordered list of who did something.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct List {
    /// Its identifier.
    #[serde(rename = "list")]
    pub(super) id: String,
    /// What it lists, in a line.
    pub(super) title: String,
    /// The `id`s of what it is about, of any pack; none where the predicates name it.
    #[serde(default)]
    pub(super) subjects: Vec<String>,
    /// What the members did, as lemmas of verbs and nouns; words behind the lemma must stand in its object.
    #[schemars(length(min = 1))]
    pub(super) predicates: Vec<String>,
    /// Nouns for a member, of one or more words.
    #[schemars(length(min = 1))]
    pub(super) members: Vec<String>,
    /// Whether items of one date stand in the order in which it happened; else they are joint.
    #[serde(default)]
    pub(super) sorted: bool,
    /// What is counted.
    pub(super) counts: String,
    /// The day to which it is complete.
    #[schemars(regex(pattern = r"^[0-9]{4}(-[0-9]{2}){0,2}$"))]
    pub(super) as_of: String,
    /// Its entries, in the order of their dates.
    pub(super) items: Vec<Item>,
    /// What is not counted.
    #[serde(default)]
    pub(super) excluded: Vec<Excluded>,
}

/// An entry of a list.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Item {
    /// The `id`, of any pack; none where no pack has it.
    pub(super) entity: Option<String>,
    /// Its name.
    pub(super) name: String,
    /// When.
    #[schemars(regex(pattern = r"^[0-9]{4}(-[0-9]{2}){0,2}$"))]
    pub(super) date: String,
    /// Until when it held, where it has ended.
    #[schemars(regex(pattern = r"^[0-9]{4}(-[0-9]{2}){0,2}$"))]
    pub(super) until: Option<String>,
    /// The identifiers of its sources.
    #[schemars(length(min = 1))]
    pub(super) sources: Vec<String>,
}

/// What a list does not count.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Excluded {
    /// Its name.
    pub(super) name: String,
    /// When, where known.
    #[schemars(regex(pattern = r"^[0-9]{4}(-[0-9]{2}){0,2}$"))]
    pub(super) date: Option<String>,
    /// Why it is not counted.
    pub(super) reason: String,
    /// The identifiers of its sources.
    #[schemars(length(min = 1))]
    pub(super) sources: Vec<String>,
}

/// A published fact-check.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Review {
    /// The claim, in the publisher's words.
    #[serde(rename = "review")]
    pub(super) claim: String,
    /// The verdict, in the publisher's words.
    pub(super) verdict: String,
    /// Who published it.
    pub(super) publisher: String,
    /// Where it can be read.
    #[schemars(regex(pattern = r"^https?://"))]
    pub(super) url: String,
    /// When it was published.
    #[schemars(regex(pattern = r"^[0-9]{4}(-[0-9]{2}){0,2}$"))]
    pub(super) date: Option<String>,
    /// Who made the claim.
    pub(super) claimant: Option<String>,
    /// When the claim was made.
    #[schemars(regex(pattern = r"^[0-9]{4}(-[0-9]{2}){0,2}$"))]
    pub(super) claimed: Option<String>,
    /// The rating on the publisher's own scale, as in `2 of 1 to 5`.
    pub(super) rating: Option<String>,
    /// The language of its words, as a BCP 47 tag.
    #[schemars(regex(pattern = r"^[A-Za-z0-9-]+$"))]
    pub(super) language: Option<String>,
    /// Pages on which the claim was made.
    #[serde(default)]
    pub(super) appearances: Vec<String>,
}

/// The type of a name.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub(super) enum Type {
    Per,
    Loc,
    Org,
    Misc,
}

impl From<Type> for NameType {
    fn from(written: Type) -> Self {
        match written {
            Type::Per => NameType::Per,
            Type::Loc => NameType::Loc,
            Type::Org => NameType::Org,
            Type::Misc => NameType::Misc,
        }
    }
}

/// How a name names.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub(super) enum Kind {
    Common,
    Official,
    Short,
    Acronym,
    Demonym,
    Former,
    Metonym,
}

impl From<Kind> for NameKind {
    fn from(written: Kind) -> Self {
        match written {
            Kind::Common => NameKind::Common,
            Kind::Official => NameKind::Official,
            Kind::Short => NameKind::Short,
            Kind::Acronym => NameKind::Acronym,
            Kind::Demonym => NameKind::Demonym,
            Kind::Former => NameKind::Former,
            Kind::Metonym => NameKind::Metonym,
        }
    }
}

/// Which key tells a record's kind.
#[derive(Deserialize)]
struct Key {
    pack: Option<IgnoredAny>,
    source: Option<IgnoredAny>,
    id: Option<IgnoredAny>,
    list: Option<IgnoredAny>,
    review: Option<IgnoredAny>,
}

/// Reads one line; an error is a message and a byte's number in the line, from 1.
pub(super) fn read(line: &str) -> Result<Line, (String, usize)> {
    let key: Key = serde_json::from_str(line).map_err(complaint)?;
    let line = match key {
        Key { pack: Some(_), .. } => serde_json::from_str(line).map(Line::About),
        Key { source: Some(_), .. } => serde_json::from_str(line).map(Line::Source),
        Key { list: Some(_), .. } => serde_json::from_str(line).map(Line::List),
        Key { review: Some(_), .. } => serde_json::from_str(line).map(Line::Review),
        Key { id: Some(_), .. } => serde_json::from_str(line).map(Line::Entity),
        _ => {
            return Err((
                "a record without `id`, `source`, `list`, `review` or `pack`: give it one of them".to_owned(),
                1,
            ));
        }
    };
    line.map_err(complaint)
}

fn complaint(error: serde_json::Error) -> (String, usize) {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&place).unwrap_or(&message);
    (format!("{message}; see packs/README.md for the form of a line"), error.column().max(1))
}

/// The JSON Schema (draft 2020-12) of a line.
pub fn schema() -> serde_json::Value {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(no_empty_text));
    let mut schema = settings.into_generator().into_root_schema_for::<Line>();
    schema.insert("title".to_owned(), "A line of the source of a Postil pack".into());
    schema.to_value()
}

/// A text that says nothing is an error everywhere.
fn no_empty_text(schema: &mut Schema) {
    let is_text =
        schema.get("type").is_some_and(|types| types == "string" || *types == serde_json::json!(["string", "null"]));
    if is_text && schema.get("pattern").is_none() && schema.get("enum").is_none() && schema.get("const").is_none() {
        schema.insert("pattern".to_owned(), r"\S".into());
    }
}
