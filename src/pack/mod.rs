//! Knowledge: packs of entities and facts, and the look-up of names in them.
//!
//! Takes the bytes of pack files; gives records and the longest name that starts at a word. Example:
//! `knowledge.longest(&["North", "Korea", "said"], Some("en"))` covers two words and names one entity.
//!
//! Invariant: no bytes, however damaged, make a look-up panic; a pack is taken whole or refused with its reason.

#[cfg(feature = "cli")]
pub mod build;
mod check;
#[cfg(all(test, feature = "cli"))]
mod damage;
mod decode;
mod fold;
mod format;
#[cfg(all(test, feature = "cli"))]
mod fuzz;
mod knowledge;
mod more;
mod pieces;
mod read;
mod record;
mod split;
pub(crate) use format::checksum;
pub use knowledge::Knowledge;
pub use record::{
    EntityRecord, EntityRef, Entries, ExcludedEntry, FactRecord, Hit, ListEntry, ListRecord, Name, NameKind,
    PackRecord, PictureRecord, ReviewRecord, SourceRecord,
};
pub use split::split;
