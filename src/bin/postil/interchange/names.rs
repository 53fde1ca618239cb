//! What entities are called in the interchange form.
//!
//! Takes the number of an entity among an article's notes; gives a name for it. Example: Kyiv is `Q1899`; a person whom no pack knows is
//! named as in the text.
//!
//! Invariant: one entity has one name throughout a line.

use postil::{Entity, EntityRef, Knowledge, Notes};

/// What entities are called in this form.
pub(super) struct Names<'a> {
    pub(super) notes: &'a Notes,
    pub(super) knowledge: &'a Knowledge,
}

impl Names<'_> {
    pub(super) fn entity(&self, index: usize) -> Option<&Entity> {
        self.notes.entities.get(index)
    }

    pub(super) fn known(&self, entity: EntityRef) -> Option<String> {
        self.knowledge.entity(entity).map(|record| record.id.to_owned())
    }

    pub(super) fn all(&self, indices: &[usize]) -> Vec<String> {
        indices.iter().filter_map(|&index| self.of(index)).collect()
    }

    /// Whose words an attribution has.
    pub(super) fn said_by(&self, attribution: Option<usize>) -> Option<Vec<String>> {
        let said = self.notes.attributions.get(attribution?)?;
        Some(self.all(said.said_by()))
    }

    pub(super) fn of(&self, index: usize) -> Option<String> {
        let entity = self.entity(index)?;
        entity.known.and_then(|known| self.known(known)).or_else(|| Some(entity.name.clone()))
    }
}
