//! A claim beside the one fact that answers it.
//!
//! Takes a claim, whose fact and which; gives the check. Example: “a country of 35 million people” beside Ghana's population, 35.3
//! million as of 2025.
//!
//! Invariant: no fact, no check. Where there are several, or one says how else it is counted (“443 m with its antenna; 381 m to its
//! roof”), the one that agrees is meant, and none differs while another leaves it open.

use super::{Agreement, Check, FactLine, compose::Desk, compose::Sources};
use crate::{
    claim::{Claim, Property, fact, founding, height},
    pack::FactRecord,
    word_list::is_among,
};

pub(super) fn check(
    desk: &Desk,
    claim: &Claim,
    entity: usize,
    property: Property,
    sources: &mut Sources,
) -> Option<Check> {
    let record = desk.knowledge.entity(desk.notes.entities.get(entity)?.known?)?;
    let mut judged: Option<(Agreement, &FactRecord)> = None;
    for fact in record.facts.iter().filter(|fact| fact.property == property.key()) {
        for value in fact.value.split(';') {
            let Some(verdict) = compare(desk, claim, property, fact, value.trim_start()) else { continue };
            if judged.is_none_or(|(worse, _)| verdict.doubt() < worse.doubt()) {
                judged = Some((verdict, fact));
            }
        }
    }
    let (verdict, fact) = judged?;
    // Other countries have a Guardian and a Labour Party, too: one founded at another time may be theirs.
    let is_shared = property == Property::Founded && is_among(record.class, "newspaper politicalParty");
    let verdict = if is_shared && verdict == Agreement::Differs { Agreement::Open } else { verdict };
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

/// None where the fact, counted in one way, cannot be compared with the claim.
fn compare(desk: &Desk, claim: &Claim, property: Property, known: &FactRecord, value: &str) -> Option<Agreement> {
    let words = claim.span.of(desk.article.text());
    match property {
        // Somebody may have held another office before: another year is no contradiction.
        Property::Office if known.since?.get(..4)? == words => Some(Agreement::Agrees),
        Property::Office => Some(Agreement::Open),
        Property::Founded => founding::agrees(words, value),
        Property::Height => {
            let hedged = !words.starts_with(|c: char| c.is_ascii_digit());
            height::agrees(claim.stated.value?, hedged, value)
        }
        Property::Population | Property::Area => {
            let verdict = number(claim, property, value)?;
            // An old article tells of fewer people.
            let grown = property == Property::Population && verdict == Agreement::Differs && is_old(desk, known);
            Some(if grown { Agreement::Open } else { verdict })
        }
    }
}

/// Whether the article came out years before the day on which a fact was known to hold.
fn is_old(desk: &Desk, known: &FactRecord) -> bool {
    const YEARS: i32 = 3;
    let held = known.as_of.and_then(|day| day.get(..4)?.parse::<i32>().ok());
    held.zip(desk.article.published()).is_some_and(|(held, published)| published.year() + YEARS < held)
}

fn number(claim: &Claim, property: Property, value: &str) -> Option<Agreement> {
    let stated = claim.stated.value?;
    let unit = if property == Property::Area { "km²" } else { "" };
    let known = fact::figure_of(value, unit)?;
    let square_mile = 2.589_988_110_336;
    let value = if stated.unit == "sq mi" { stated.value * square_mile } else { stated.value };
    Some(fact::agrees(crate::claim::Figure { value, ..stated }, known))
}
