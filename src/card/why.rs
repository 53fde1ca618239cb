//! Why words are marked: the rule, and what in the article or in a pack it rests on.
//!
//! Takes a mention, an attribution or a claim; gives its [`Why`]. Example: “Pushilin” is marked as part of the name “Denis
//! Pushilin”, which stands in full elsewhere.
//!
//! Invariant: the reason names what a reader can look up: words of the article, or a pack by its title.

use super::compose::Desk;
use crate::{Entity, Mention, QuoteKind, Rule, claim::ClaimKind};
use serde::Serialize;

/// Why words are marked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "rule", rename_all = "camelCase")]
pub enum Why {
    /// The name stands in a pack.
    Pack {
        /// The pack's title, where it has one.
        title: Option<String>,
    },
    /// The article gives a role beside the name.
    Role {
        /// The role's words.
        words: Option<String>,
    },
    /// The article defines the short form.
    Acronym {
        /// The name in full.
        name: String,
    },
    /// Part of a name that stands in full elsewhere.
    ShortForm {
        /// The name in full.
        name: String,
    },
    /// The words share their ending with the name beside them.
    Coordination {
        /// The name in full.
        name: String,
    },
    /// The words tell whose body it is, and what.
    Chain {
        /// The owner's name in full.
        name: String,
    },
    /// The words are written and used as names are.
    Wording,
    /// Words in quotation marks.
    Speech {
        /// The verb beside them, where there is one.
        cue: Option<String>,
    },
    /// What somebody said, in the article's words.
    Report {
        /// The verb that reports it, where there is one.
        cue: Option<String>,
    },
    /// Quotation marks that keep a term at a distance.
    Distance,
    /// A rank that can be compared with a list.
    Rank,
    /// A day named without its full date.
    Day,
    /// One quantity in two units.
    Conversion,
    /// A number or a comparison that can be checked.
    Statement,
    /// A published fact-check's claim says the same.
    Review,
}

pub(super) fn name(desk: &Desk, mention: &Mention) -> Why {
    let entity = desk.notes.entities.get(mention.entity);
    let name = entity.map_or_else(String::new, |entity| entity.name.clone());
    match mention.rule {
        Rule::Pack => {
            let pack = entity.and_then(|entity| desk.knowledge.pack_of(entity.known?));
            Why::Pack { title: pack.map(|pack| pack.title.to_owned()).filter(|title| !title.is_empty()) }
        }
        Rule::Role => Why::Role { words: entity.and_then(|entity| entity.role).map(|role| desk.words(role)) },
        Rule::Acronym => Why::Acronym { name },
        Rule::ShortForm => Why::ShortForm { name },
        Rule::Coordination => Why::Coordination { name },
        Rule::Chain => Why::Chain { name: entity.and_then(|entity| owner(desk, entity)).unwrap_or(name) },
        Rule::Wording => Why::Wording,
    }
}

fn owner(desk: &Desk, entity: &Entity) -> Option<String> {
    desk.knowledge.entity(entity.country?).map(|country| country.name.to_owned())
}

pub(super) fn words(kind: QuoteKind, cue: Option<&str>) -> Why {
    match kind {
        QuoteKind::Scare => Why::Distance,
        QuoteKind::Indirect => Why::Report { cue: cue.map(str::to_owned) },
        _ => Why::Speech { cue: cue.map(str::to_owned) },
    }
}

pub(super) fn claim(kind: ClaimKind) -> Why {
    match kind {
        ClaimKind::Ordinal => Why::Rank,
        ClaimKind::Date => Why::Day,
        ClaimKind::Quantity => Why::Conversion,
        _ => Why::Statement,
    }
}
