//! The packs that ship, as the command line takes them where it is given none.

use postil::Knowledge;
use std::fs;

/// The packs that ship.
pub(crate) fn knowledge() -> Knowledge {
    let mut knowledge = Knowledge::new();
    for pack in ["packs/world.pack", "packs/facts.pack"] {
        let bytes = fs::read(pack).unwrap_or_else(|error| panic!("{pack}: {error}"));
        knowledge.add(bytes).unwrap_or_else(|error| panic!("{pack}: {error}"));
    }
    knowledge
}
