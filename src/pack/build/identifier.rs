//! Identifiers: those that were meant to be Wikidata's, and those made of a name.
//!
//! Takes an `id`; gives the QID that it was meant to be. Takes a name; gives the identifier of a row that has none. Examples:
//! `Ada von Example` makes `ada-von-example`; `q423`, `Q 423`, `wd:Q423` and
//! `https://www.wikidata.org/wiki/Q423` were all meant to be `Q423`, under which other packs know the same thing.
//!
//! Invariant: a QID as it should be, and an identifier of a pack's own, give nothing.

use regex::Regex;
use std::sync::LazyLock;

static MEANT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*(?:(?:https?://)?(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/|wd:)?Q\s*0*([1-9][0-9]*)\s*$")
        .ok()
});

/// The QID that an identifier was meant to be, unless it is one.
pub(super) fn meant_qid(id: &str) -> Option<String> {
    let number = MEANT.as_ref()?.captures(id)?.get(1)?.as_str();
    Some(format!("Q{number}")).filter(|qid| qid != id)
}

/// The identifier of whoever has this name and no other identifier: its letters and digits, in small letters.
pub(super) fn made_of(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::{made_of, meant_qid};

    #[test]
    fn what_was_meant_is_told() {
        for id in [
            "q423",
            "Q 423",
            " Q423",
            "wd:Q423",
            "https://www.wikidata.org/wiki/Q423",
            "wikidata.org/entity/Q423",
            "Q0423",
        ] {
            assert_eq!(meant_qid(id).as_deref(), Some("Q423"), "{id}");
        }
        for id in ["Q423", "mayor", "x:q", "Q", "Q0", "quest 423", "Q423-b", ""] {
            assert_eq!(meant_qid(id), None, "{id}");
        }
    }

    #[test]
    fn a_name_makes_the_same_identifier_however_it_is_set() {
        for name in ["Jörg Müller-Weiß", "jörg  müller‑weiß "] {
            assert_eq!(made_of(name), "jörg-müller-weiß", "{name}");
        }
        assert_eq!(made_of("The “Inkwell” (Port 2)"), "the-inkwell-port-2");
        assert_eq!(made_of("—"), "");
    }
}
