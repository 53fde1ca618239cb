//! Identifiers that lead to nothing.
//!
//! Takes the records and the packs beside them; gives complaints. Example: `seatOf` is `Q159`, which no line has: an error, unless
//! a pack beside has it.
//!
//! Invariant: what a pack that nobody named may have is no error; a seat, which is expected in the same pack, always is.

use super::{Complaint, Placed, Records};
use crate::Knowledge;
use std::collections::BTreeSet;

/// Errors, and warnings.
pub(super) fn dead(records: &Records, beside: Option<&Knowledge>) -> [Vec<Complaint>; 2] {
    let ids = records.entities.iter().map(|entity| entity.record.id.as_str()).collect();
    let mut dead = Dead { ids, beside, errors: Vec::new(), warnings: Vec::new() };
    for entity in &records.entities {
        dead.look_up(entity, "seatOf", entity.record.seat_of.iter());
        dead.look_up(entity, "country", entity.record.country.iter());
    }
    // A pack of lists alone is about the entities of others.
    for list in records.lists.iter().filter(|_| beside.is_some() || !records.entities.is_empty()) {
        dead.look_up(list, "subjects", list.record.subjects.iter());
        dead.look_up(list, "entity", list.record.items.iter().filter_map(|item| item.entity.as_ref()));
    }
    [dead.errors, dead.warnings]
}

struct Dead<'a> {
    ids: BTreeSet<&'a str>,
    beside: Option<&'a Knowledge>,
    errors: Vec<Complaint>,
    warnings: Vec<Complaint>,
}

impl<'a> Dead<'a> {
    fn look_up<T>(&mut self, at: &Placed<T>, key: &str, ids: impl Iterator<Item = &'a String>) {
        for id in ids.filter(|id| !self.is_known(id)).collect::<BTreeSet<_>>() {
            let complaint = at.complain(key, id, self.message(key, id));
            let is_error = self.beside.is_some() || key == "seatOf";
            if is_error { self.errors.push(complaint) } else { self.warnings.push(complaint) }
        }
    }

    fn is_known(&self, id: &str) -> bool {
        self.ids.contains(id) || self.beside.is_some_and(|beside| beside.find(id).is_some())
    }

    fn message(&self, key: &str, id: &str) -> String {
        match self.beside {
            Some(_) => format!(
                "`{key}` is “{id}”, but neither these files nor the packs beside them have that `id`; add it or mend it"
            ),
            None => format!(
                "`{key}` is “{id}”, but these files do not have that `id`; add it, mend it, or name the pack that has it by --with"
            ),
        }
    }
}
