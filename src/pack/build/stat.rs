//! What a pack holds, counted.
//!
//! Takes the bytes of a pack; gives counts by type, class, kind of name and language, what is known of how many, and the sizes
//! of its parts. Example: a pack of one city with two names has one `LOC`, one `city`, and the kinds `common` and `former`.
//!
//! Invariant: groups stand in the order of their counts, the largest first, equal ones by their names.

use crate::{
    NameType, PackError,
    pack::{NameKind, decode, read::Pack, record::EntityRecord},
};
use std::collections::BTreeMap;

/// What a pack holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stat {
    /// Its name, title, licence and version.
    pub about: [String; 4],
    /// Counts: names, entities, sources, lists, reviews.
    pub counts: [u32; 5],
    /// Bytes: what marks need, what cards need besides; the second is elsewhere where a pack was split.
    pub bytes: [u64; 2],
    /// Whether these bytes hold both.
    pub is_whole: bool,
    /// Entities by type.
    pub types: Groups,
    /// Entities by class.
    pub classes: Groups,
    /// Names by kind.
    pub kinds: Groups,
    /// Names by language; those for every language are left out.
    pub languages: Groups,
    /// The names that are words of every day too.
    pub everyday: usize,
    /// Of how many entities something is known.
    pub known: Groups,
    /// Facts, and of how many no as-of date is given.
    pub facts: [usize; 2],
    /// The earliest as-of date of a fact, and the entity that has it.
    pub oldest: Option<[String; 2]>,
}

/// Names of groups, each with its count.
pub type Groups = Vec<(String, usize)>;

/// Counts and sizes of a pack.
///
/// # Errors
/// As [`Knowledge::add`](crate::Knowledge::add).
pub fn stat(bytes: Vec<u8>) -> Result<Stat, PackError> {
    let pack = Pack::load(bytes)?;
    let (sizes, about) = (pack.sizes(), decode::about(&pack));
    let entities: Vec<_> = (0..pack.entity_count()).map(|index| decode::entity(&pack, index)).collect();
    let flags: Vec<_> = (0..pack.name_count()).filter_map(|name| pack.name_flags(name)).collect();
    let facts = || entities.iter().flat_map(|entity| entity.facts.iter().map(move |fact| (fact.as_of, entity.name)));
    Ok(Stat {
        about: [about.id, about.title, about.licence, about.version].map(str::to_owned),
        counts: [sizes.names, sizes.entities, sizes.sources, sizes.lists, sizes.reviews],
        bytes: [sizes.first(), sizes.more()],
        is_whole: pack.is_complete(),
        types: groups(entities.iter().map(|entity| type_name(entity.name_type))),
        classes: groups(entities.iter().map(|entity| entity.class)),
        kinds: groups(flags.iter().map(|flags| kind_name(flags.kind))),
        languages: languages(&pack),
        everyday: flags.iter().filter(|flags| flags.everyday).count(),
        known: known(&entities),
        facts: [facts().count(), facts().filter(|(as_of, _)| as_of.is_none()).count()],
        oldest: facts()
            .filter_map(|(as_of, name)| Some((as_of?, name)))
            .min()
            .map(|(as_of, name)| [as_of, name].map(str::to_owned)),
    })
}

fn known(entities: &[EntityRecord]) -> Groups {
    let count = |is_known: fn(&EntityRecord) -> bool| entities.iter().filter(|entity| is_known(entity)).count();
    let is_qid = |id: &str| id.strip_prefix('Q').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    let qids = entities.iter().filter(|entity| is_qid(entity.id)).count();
    let known = [
        ("a Wikidata identifier", qids),
        ("a description", count(|entity| entity.description.is_some())),
        ("facts", count(|entity| !entity.facts.is_empty())),
        ("a link", count(|entity| entity.link.is_some())),
        ("a Wikipedia article", count(|entity| entity.wikipedia.is_some())),
        ("a picture", count(|entity| entity.picture.is_some())),
        ("a country", count(|entity| entity.country.is_some())),
    ];
    known.into_iter().map(|(what, count)| (what.to_owned(), count)).collect()
}

fn languages(pack: &Pack) -> Groups {
    let languages: Vec<&str> = decode::languages(pack).collect();
    let numbers = (0..pack.name_count()).map(|name| usize::from(pack.name_language(name)));
    groups(numbers.filter_map(|number| languages.get(number.checked_sub(1)?).copied()))
}

fn groups<'a>(of: impl Iterator<Item = &'a str>) -> Groups {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    of.for_each(|name| *counts.entry(name).or_default() += 1);
    let mut groups: Groups = counts.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
    groups.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    groups
}

/// A type as the source form writes it.
pub(super) fn type_name(name_type: NameType) -> &'static str {
    match name_type {
        NameType::Per => "PER",
        NameType::Loc => "LOC",
        NameType::Org => "ORG",
        NameType::Misc => "MISC",
    }
}

/// A kind of name as the source form writes it.
pub(super) fn kind_name(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Common => "common",
        NameKind::Official => "official",
        NameKind::Short => "short",
        NameKind::Acronym => "acronym",
        NameKind::Demonym => "demonym",
        NameKind::Former => "former",
        NameKind::Metonym => "metonym",
    }
}
