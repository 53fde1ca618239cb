//! The source form of a pack: JSON lines, one record each, as packs/README.md describes them.
//!
//! Takes a line; gives a [`Line`], or what is wrong and at which byte. Example: `{"source":"factbook","title":"…"}` is a
//! [`Source`] with the identifier `factbook`.
//!
//! Invariant: a key that is not described is an error, for it is most often a slip of the pen.

use crate::{NameType, pack::NameKind};
use serde::{Deserialize, de::IgnoredAny};

/// One record.
#[derive(Debug)]
pub(super) enum Line {
    About(About),
    Source(Source),
    Entity(Entity),
    List(List),
}

/// What the pack says of itself.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct About {
    pub(super) pack: String,
    pub(super) title: String,
    pub(super) licence: String,
    pub(super) version: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Source {
    #[serde(rename = "source")]
    pub(super) id: String,
    pub(super) title: String,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) date: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Entity {
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) name_type: Type,
    pub(super) class: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) names: Vec<OtherName>,
    pub(super) description: Option<String>,
    pub(super) seat_of: Option<String>,
    pub(super) country: Option<String>,
    #[serde(default)]
    pub(super) salience: f64,
    pub(super) link: Option<String>,
    pub(super) wikipedia: Option<String>,
    pub(super) picture: Option<Picture>,
    #[serde(default)]
    pub(super) facts: Vec<Fact>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Picture {
    pub(super) url: String,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) alt: String,
    pub(super) credit: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct OtherName {
    pub(super) name: String,
    pub(super) kind: Kind,
    #[serde(default)]
    pub(super) everyday: bool,
    pub(super) language: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Fact {
    pub(super) property: String,
    pub(super) value: String,
    pub(super) since: Option<String>,
    pub(super) as_of: Option<String>,
    pub(super) source: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct List {
    #[serde(rename = "list")]
    pub(super) id: String,
    pub(super) title: String,
    pub(super) subjects: Vec<String>,
    pub(super) predicates: Vec<String>,
    pub(super) members: Vec<String>,
    pub(super) counts: String,
    pub(super) as_of: String,
    pub(super) items: Vec<Item>,
    #[serde(default)]
    pub(super) excluded: Vec<Excluded>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Item {
    pub(super) entity: String,
    pub(super) name: String,
    pub(super) date: String,
    pub(super) sources: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Excluded {
    pub(super) name: String,
    pub(super) date: Option<String>,
    pub(super) reason: String,
    pub(super) sources: Vec<String>,
}

/// [`NameType`] as it is written.
#[derive(Clone, Copy, Debug, Deserialize)]
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

/// [`NameKind`] as it is written.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
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
}

/// Reads one line; an error is a message and a byte's number in the line, from 1.
pub(super) fn read(line: &str) -> Result<Line, (String, usize)> {
    let key: Key = serde_json::from_str(line).map_err(complaint)?;
    let line = match key {
        Key { pack: Some(_), .. } => serde_json::from_str(line).map(Line::About),
        Key { source: Some(_), .. } => serde_json::from_str(line).map(Line::Source),
        Key { list: Some(_), .. } => serde_json::from_str(line).map(Line::List),
        Key { id: Some(_), .. } => serde_json::from_str(line).map(Line::Entity),
        _ => return Err(("a record without `id`, `source`, `list` or `pack`: give it one of them".to_owned(), 1)),
    };
    line.map_err(complaint)
}

fn complaint(error: serde_json::Error) -> (String, usize) {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&place).unwrap_or(&message);
    (format!("{message}; see packs/README.md for the form of a line"), error.column().max(1))
}
