//! The packs and the model that ship, as the command line takes them where it is given none.

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

/// The packs and the model that ship.
#[allow(dead_code, reason = "not every test that includes this file reads names that no pack knows")]
pub(crate) fn with_model() -> Knowledge {
    let mut knowledge = knowledge();
    let model = fs::read("packs/postil-en.model").expect("the model that ships");
    knowledge.add_model(&model).expect("the model that ships is sound");
    knowledge
}
