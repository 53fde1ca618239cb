//! The packs that ship: what the rules know before the tagger looks.
//!
//! Takes nothing; gives their knowledge. Example: with them “Kyiv” is a place in training as it is in a page.
//!
//! Invariant: a model learns and is scored beside the same packs.

use postil::Knowledge;

/// Their knowledge.
pub(crate) fn that_ship() -> Knowledge {
    let packs = [&include_bytes!("../../../packs/world.pack")[..], include_bytes!("../../../packs/facts.pack")];
    let mut knowledge = Knowledge::new();
    packs.into_iter().for_each(|pack| knowledge.add(pack.to_vec()).expect("a pack that ships"));
    knowledge
}
