//! Who the names of an article are, as lists know them.
//!
//! Takes the cast and the packs; tells whether an entity may be the one of an identifier or of an entry. Example: “Pyongyang” may
//! be Q423, North Korea, whose seat it is.
//!
//! Invariant: a name alone makes no entry's entity, but for those that no pack has.

use super::order::joint;
use crate::{
    Knowledge,
    claim::find::holder::Holder,
    mention::Cast,
    pack::{ListEntry, ListRecord},
};

/// The pack's identifiers for the entities of a cast, and the day of publication.
pub(in crate::claim) struct Ids<'a> {
    pub(in crate::claim) knowledge: &'a Knowledge,
    pub(super) names: Vec<&'a str>,
    /// What each entity may be: the best guess, the country that a capital may stand for, the runners-up.
    candidates: Vec<Vec<&'a str>>,
    pub(in crate::claim) published: Option<String>,
}

impl<'a> Ids<'a> {
    pub(in crate::claim) fn new(cast: &'a Cast, knowledge: &'a Knowledge, published: Option<time::Date>) -> Self {
        let mut ids = Self {
            knowledge,
            names: cast.entities.iter().map(|entity| entity.name.as_str()).collect(),
            candidates: vec![Vec::new(); cast.entities.len()],
            published: published.map(|date| date.to_string()),
        };
        for (entity, ids) in cast.entities.iter().zip(&mut ids.candidates) {
            if let Some(record) = entity.known.and_then(|known| knowledge.entity(known)) {
                ids.push(record.id);
                ids.extend(record.seat_of);
            }
        }
        for mention in &cast.mentions {
            let others = mention.or_else.iter().filter_map(|other| knowledge.entity(*other)).map(|record| record.id);
            ids.candidates[mention.entity].extend(others);
        }
        ids
    }

    /// Whether an entity of the cast may be the one with this identifier; a capital may stand for its country.
    pub(in crate::claim) fn means(&self, entity: usize, id: &str) -> bool {
        self.candidates.get(entity).is_some_and(|ids| ids.contains(&id))
    }

    /// Whether a place's name begins the name of the one with this identifier: “recognise Donetsk” means the Donetsk
    /// People's Republic, not the city.
    pub(in crate::claim) fn shortens(&self, entity: usize, id: &str) -> bool {
        let full = self.knowledge.find(id).and_then(|found| self.knowledge.entity(found)).map(|record| record.name);
        let rest = self.names.get(entity).zip(full).and_then(|(name, full)| full.strip_prefix(name));
        rest.is_some_and(|rest| rest.starts_with(' '))
    }

    /// Whether some pack knows an entity.
    pub(super) fn knows(&self, entity: usize) -> bool {
        self.candidates.get(entity).is_some_and(|ids| !ids.is_empty())
    }

    /// Whether an entity is what a list is about, or its name begins that of it.
    #[inline(never)]
    pub(in crate::claim) fn is_subject(&self, entity: usize, list: &ListRecord) -> bool {
        list.subjects.iter().any(|id| self.means(entity, id) || self.shortens(entity, id))
    }

    /// Whether an entity is what a list is about, by its own name.
    #[inline(never)]
    pub(super) fn is_subject_itself(&self, entity: usize, list: &ListRecord) -> bool {
        list.subjects.iter().any(|id| self.means(entity, id))
    }

    /// Whether a list counts a deed as often as somebody did it: somebody stands there twice.
    pub(in crate::claim) fn counts_again(&self, list: usize) -> bool {
        let items = self.knowledge.entries(list).unwrap_or_default().items;
        items.iter().enumerate().any(|(at, item)| items.iter().take(at).any(|other| other.name == item.name))
    }

    /// Whether a list has the holder of a rank.
    pub(super) fn holds(&self, list: usize, holder: &Holder) -> bool {
        let entries = self.knowledge.entries(list).unwrap_or_default();
        holder.entity.is_some_and(|entity| self.places(&entries.items, entity).next().is_some())
    }

    /// Whether the holder has that place, from 1, or shares it.
    pub(super) fn has_place(&self, list: usize, holder: &Holder, rank: u32) -> bool {
        let found = self.knowledge.list(list).zip(self.knowledge.entries(list)).zip(holder.entity);
        found.is_some_and(|((list, entries), entity)| {
            let mut places = self.places(&entries.items, entity);
            places.any(|at| joint(&list, &entries.items, at).contains(&(rank as usize).saturating_sub(1)))
        })
    }

    /// Where an entity stands among entries: in more than one place, if it did it again.
    pub(super) fn places<'i>(&'i self, items: &'i [ListEntry], entity: usize) -> impl Iterator<Item = usize> + 'i {
        items
            .iter()
            .enumerate()
            .filter(move |(_, item)| self.is(entity, item.entity, item.name))
            .map(|(place, _)| place)
    }

    /// Whether an entry is of this entity: by its identifier, or, where no pack has one, by the first and the last of its names.
    pub(in crate::claim) fn is(&self, entity: usize, id: Option<&str>, name: &str) -> bool {
        match id {
            Some(id) => self.means(entity, id),
            None => self.names.get(entity).is_some_and(|known| ends_of(known) == ends_of(name)),
        }
    }
}

/// The first and the last word of a name: “Dwight D. Eisenhower” is Dwight Eisenhower.
fn ends_of(name: &str) -> (Option<&str>, Option<&str>) {
    let mut words = name.split_whitespace();
    (words.next(), words.next_back())
}
