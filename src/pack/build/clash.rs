//! Names that stand in each other's way: within a pack, and beside other packs.
//!
//! Takes the records and the packs beside them; gives complaints. Example: “Schmidt”, a short name of Anna Schmidt, would also
//! be found where Bernd Schmidt of the same pack is meant.
//!
//! Invariant: names clash if the same words of a text are both; what shares a name is said once, with all that share it.

use super::{
    Complaint, Placed, Records,
    everyday::is_everyday,
    source_form::{Entity, Kind, Type},
    words,
};
use crate::{Knowledge, pack::NameKind};
use std::collections::BTreeMap;

/// Of so many others' names a name must be the beginning to be too common a word.
const BEGINS_MANY: usize = 5;

/// Everything doubtful about names.
pub(super) fn warnings(records: &Records, beside: Option<&Knowledge>) -> Vec<Complaint> {
    let names: Vec<Named> = records.entities.iter().flat_map(names_of).collect();
    let mut complaints = shared(&names);
    let (last_words, first_words) = (last_words(&names), first_words(&names));
    for named in &names {
        complaints.extend(beside.and_then(|beside| named.elsewhere(beside)));
        complaints.extend(named.too_short().or_else(|| named.the_everyday()));
        complaints.extend(named.family_name(&last_words).or_else(|| named.beginning(&first_words)));
    }
    complaints
}

/// A name of an entity.
struct Named<'a> {
    entity: &'a Placed<'a, Entity>,
    name: &'a str,
    kind: Kind,
    everyday: bool,
    language: Option<&'a str>,
    is_usual: bool,
    words: Vec<String>,
    key: String,
}

/// The names of an entity, each once.
fn names_of<'a>(entity: &'a Placed<'a, Entity>) -> Vec<Named<'a>> {
    let record = &entity.record;
    let usual = Some((record.name.as_str(), Kind::Common, false, None));
    let usual = usual.filter(|(name, ..)| record.names.iter().all(|other| other.name != *name));
    let others = record.names.iter();
    let others = others.map(|other| (other.name.as_str(), other.kind, other.everyday, other.language.as_deref()));
    let named = |(name, kind, everyday, language): (&'a str, Kind, bool, Option<&'a str>)| {
        let words = words::cut(name);
        let key = words::key(&words.iter().map(String::as_str).collect::<Vec<_>>());
        Named { entity, name, kind, everyday, language, is_usual: name == record.name, words, key }
    };
    let mut names: Vec<Named> = usual.into_iter().chain(others).map(named).collect();
    names.retain(|named| !named.key.is_empty());
    names.sort_by(|one, other| one.key.cmp(&other.key));
    names.dedup_by(|one, other| one.key == other.key);
    names
}

/// A name that several entities of the pack share, said at the last of them.
fn shared(names: &[Named]) -> Vec<Complaint> {
    let mut by_key: BTreeMap<(&str, bool), Vec<&Named>> = BTreeMap::new();
    names.iter().for_each(|named| by_key.entry((&named.key, named.is_capital())).or_default().push(named));
    by_key.into_values().filter_map(|sharing| share(&sharing)).collect()
}

fn share(sharing: &[&Named]) -> Option<Complaint> {
    let (last, before) = sharing.split_last()?;
    let before = before.iter().filter(|named| named.meets(last));
    let before = before.map(|named| format!("{}, at {}", named.owner(), named.entity.place)).collect::<Vec<_>>();
    let message = format!(
        "“{}” is {} and also {}; the one of higher `salience` is meant where the text does not tell",
        last.name,
        last.owner(),
        before.join(", and ")
    );
    (!before.is_empty()).then(|| last.complain(message))
}

/// For a word, the usual names of entities.
type Owners<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// The persons whose last word it is.
fn last_words<'a>(names: &'a [Named]) -> Owners<'a> {
    let mut words: Owners = BTreeMap::new();
    for named in names.iter().filter(|named| named.is_usual && matches!(named.entity.record.name_type, Type::Per)) {
        if let Some((_, last)) = named.key.rsplit_once(' ') {
            words.entry(last).or_default().push(&named.entity.record.name);
        }
    }
    words
}

/// The entities of which it begins a longer name.
fn first_words<'a>(names: &'a [Named]) -> Owners<'a> {
    let mut words: Owners = BTreeMap::new();
    for named in names {
        if let Some((first, _)) = named.key.split_once(' ') {
            words.entry(first).or_default().push(&named.entity.record.name);
        }
    }
    words.values_mut().for_each(|owners| owners.dedup());
    words
}

impl Named<'_> {
    fn is_capital(&self) -> bool {
        !self.name.chars().any(char::is_lowercase)
    }

    /// Whether an article may be in the language of both names.
    fn meets(&self, other: &Named) -> bool {
        self.language.is_none() || other.language.is_none() || self.language == other.language
    }

    /// As in: the demonym of “switzerland”.
    fn owner(&self) -> String {
        let what = if self.is_usual { "name" } else { kind_words(self.kind.into()) };
        format!("the {what} of “{}”", self.entity.record.id)
    }

    fn complain(&self, message: String) -> Complaint {
        let key = if self.is_usual { "name" } else { "names" };
        self.entity.complain(key, self.name, message)
    }

    /// The same words name something else in a pack beside this one.
    fn elsewhere(&self, beside: &Knowledge) -> Option<Complaint> {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let hit = beside.longest(&words, None).filter(|hit| hit.words == words.len())?;
        let others =
            hit.names.iter().filter_map(|name| Some((beside.entity(name.entity)?, beside.pack_of(name.entity)?, name)));
        let (other, pack, name) = others.into_iter().find(|(other, ..)| other.id != self.entity.record.id)?;
        let message = format!(
            "“{}” is also the {} of “{}” ({}, {}) in the pack “{}”; if it is the same, write that `id`, else the one of higher \
             `salience` is meant where the text does not tell",
            self.name,
            kind_words(name.kind),
            other.id,
            other.name,
            other.class,
            pack.id
        );
        Some(self.complain(message))
    }

    /// A word of a letter or two, not all in capitals.
    fn too_short(&self) -> Option<Complaint> {
        let is_short = self.name.chars().count() < 3 && self.name.chars().any(char::is_lowercase) && !self.everyday;
        let advice = self
            .entity
            .advice("leave it out, or mark it `\"everyday\":true`", "leave it out, or repeat it in “everyday”");
        is_short.then(|| {
            self.complain(format!("“{}” is so short that it will be found where it means nothing; {advice}", self.name))
        })
    }

    /// “The” and a word of every day.
    fn the_everyday(&self) -> Option<Complaint> {
        let is_doubtful = self.key.strip_prefix("the ").is_some_and(is_everyday) && !self.everyday;
        let advice = self.entity.advice("mark it `\"everyday\":true` in `names`", "repeat it in “everyday”");
        is_doubtful.then(|| {
            let message = format!(
                "“{}” begins many a sentence; {advice}, so that it counts only with support in the text",
                self.name
            );
            self.complain(message)
        })
    }

    /// A family name alone, which others in the pack bear.
    fn family_name(&self, last_words: &Owners) -> Option<Complaint> {
        let own = &self.entity.record;
        if self.is_usual || !matches!(own.name_type, Type::Per) || self.everyday {
            return None;
        }
        let others: Vec<_> =
            last_words.get(self.key.as_str())?.iter().filter(|name| **name != own.name).copied().collect();
        let message = format!(
            "“{}” alone would also be found where {} is meant; leave it out: after a full name Postil knows whose family name it is",
            self.name,
            listed(&others)
        );
        (!others.is_empty()).then(|| self.complain(message))
    }

    /// A single word, and not the usual one, with which many others' names begin.
    fn beginning(&self, first_words: &Owners) -> Option<Complaint> {
        let is_free =
            matches!(self.kind, Kind::Common | Kind::Short | Kind::Former) && !self.is_usual && !self.everyday;
        let owners = first_words.get(self.key.as_str()).filter(|_| is_free)?;
        let others: Vec<_> = owners.iter().filter(|name| **name != self.entity.record.name).copied().collect();
        let message = format!(
            "“{}” alone begins the names of {} others ({}), and will be found where one that no pack has is meant; leave it out",
            self.name,
            others.len(),
            listed(&others)
        );
        (others.len() >= BEGINS_MANY).then(|| self.complain(message))
    }
}

/// The first three of some names.
fn listed(names: &[&str]) -> String {
    let more = if names.len() > 3 { ", …" } else { "" };
    format!("{}{more}", names.iter().take(3).map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", "))
}

/// What a name of a kind is called.
fn kind_words(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Common => "name",
        NameKind::Official => "official name",
        NameKind::Short => "short name",
        NameKind::Acronym => "acronym",
        NameKind::Demonym => "demonym",
        NameKind::Former => "former name",
        NameKind::Metonym => "metonym",
    }
}
