//! A claim beside the one fact that answers it.
//!
//! Takes a claim, whose fact and which; gives the check. Example: “a country of 35 million people” beside Ghana's population, 35.3
//! million as of 2025.
//!
//! Invariant: no fact, no check; where there are several, the one that agrees is meant.

use super::{Agreement, Check, FactLine, compose::Desk, compose::Sources};
use crate::{
    claim::{Claim, Property, fact},
    pack::FactRecord,
};

pub(super) fn check(
    desk: &Desk,
    claim: &Claim,
    entity: usize,
    property: Property,
    sources: &mut Sources,
) -> Option<Check> {
    let record = desk.knowledge.entity(desk.notes.entities.get(entity)?.known?)?;
    let facts = record.facts.iter().filter(|fact| fact.property == property.key());
    let judged = facts.filter_map(|fact| Some((verdict(desk, claim, property, fact)?, fact)));
    let (verdict, fact) = judged.min_by_key(|(verdict, _)| *verdict != Agreement::Agrees)?;
    let source = fact.source.as_ref().map(|source| sources.number(source));
    let line = FactLine {
        property: fact.property.to_owned(),
        value: fact.value.to_owned(),
        since: fact.since.map(str::to_owned),
        as_of: fact.as_of.map(str::to_owned),
        source,
    };
    Some(Check::Fact { name: record.name.to_owned(), fact: line, verdict })
}

/// None where the fact cannot be compared with the claim.
fn verdict(desk: &Desk, claim: &Claim, property: Property, known: &FactRecord) -> Option<Agreement> {
    if property == Property::Office {
        let year = claim.span.of(desk.article.text());
        // Somebody may have held another office before: another year is no contradiction.
        return Some(if known.since?.get(..4)? == year { Agreement::Agrees } else { Agreement::Open });
    }
    let stated = claim.stated.value?;
    let unit = if property == Property::Area { "km²" } else { "" };
    let known = fact::figure_of(known.value, unit)?;
    let square_mile = 2.589_988_110_336;
    let value = if stated.unit == "sq mi" { stated.value * square_mile } else { stated.value };
    Some(fact::agrees(crate::claim::Figure { value, ..stated }, known))
}
