//! The card of a claim: what was stated and what the check gives.
//!
//! Takes a claim; gives the ordered list, the day or the equation. Example: “third country to recognise” shows Russia, Syria,
//! North Korea with dates and sources; without a pack, the countries that the article itself names before it.
//!
//! Invariant: entries dated after the article do not stand in its list.

use super::{
    Agreement, Check, ClaimCard, Details, Exclusion, ListItem, Origin,
    compose::{Desk, Sources},
    why,
};
use crate::{
    claim::{Answer, Claim},
    pack::{ExcludedEntry, ListEntry, ListRecord},
};

pub(super) fn card(desk: &Desk, index: usize) -> Option<ClaimCard> {
    let claim = desk.notes.claims.get(index)?;
    let mut sources = Sources::default();
    let list = list_of(desk, claim);
    let check = check(desk, claim, list.as_ref(), &mut sources);
    let said = claim.attribution.and_then(|index| desk.notes.attributions.get(index));
    Some(ClaimCard {
        words: desk.words(claim.span),
        claim: claim.kind,
        stated_by: said.map_or_else(Vec::new, |said| desk.said(said)),
        check,
        sources: sources.list,
        details: Details::of(list.is_none_or(|list| list.complete)),
        why: why::claim(claim.kind),
    })
}

/// The list that a rank is compared with.
fn list_of<'a>(desk: &Desk<'a>, claim: &Claim) -> Option<ListRecord<'a>> {
    match claim.answer {
        Some(Answer::Order { list, .. }) => desk.knowledge.list(list?),
        _ => None,
    }
}

fn check(desk: &Desk, claim: &Claim, list: Option<&ListRecord>, sources: &mut Sources) -> Option<Check> {
    let stated = &claim.stated;
    Some(match claim.answer.as_ref()? {
        Answer::Order { after, verdict, .. } => match list {
            Some(list) => from_list(desk, list, stated.rank?, *verdict, sources),
            None => from_article(desk, stated.rank?, stated.subject, after),
        },
        Answer::Day(date) => Check::Date { date: date.to_string(), published: desk.article.published()?.to_string() },
        &Answer::Conversion { stated: beside, computed, verdict } => {
            Check::Conversion { value: stated.value?, stated: beside, computed, verdict }
        }
    })
}

fn from_list(desk: &Desk, list: &ListRecord, rank: u32, verdict: Agreement, sources: &mut Sources) -> Check {
    let published = desk.article.published().map(|day| day.to_string());
    let known_then = |entry: &&ListEntry| published.as_deref().is_none_or(|day| entry.date <= day);
    let mut items = Vec::new();
    for (entry, place) in list.items.iter().filter(known_then).zip(1..) {
        items.push(ListItem {
            rank: Some(place),
            name: entry.name.to_owned(),
            date: Some(entry.date.to_owned()),
            here: place == rank,
            sources: sources.numbers(&entry.sources),
        });
    }
    Check::Ordinal {
        rank,
        title: Some(list.title.to_owned()),
        counts: Some(list.counts.to_owned()),
        as_of: Some(list.as_of.to_owned()),
        items,
        excluded: list.excluded.iter().map(|entry| exclusion(entry, sources)).collect(),
        verdict,
        origin: Origin::Pack,
    }
}

fn exclusion(entry: &ExcludedEntry, sources: &mut Sources) -> Exclusion {
    Exclusion {
        name: entry.name.to_owned(),
        date: entry.date.map(str::to_owned),
        reason: entry.reason.to_owned(),
        sources: sources.numbers(&entry.sources),
    }
}

/// Those whom the article names as earlier ones, in no order, and the one that it speaks of.
fn from_article(desk: &Desk, rank: u32, holder: Option<usize>, after: &[usize]) -> Check {
    let name = |entity: &usize| desk.notes.entities.get(*entity).map(|entity| entity.name.clone());
    let entry =
        |name: String, rank: Option<u32>, here: bool| ListItem { rank, name, date: None, here, sources: Vec::new() };
    let mut items: Vec<ListItem> = after.iter().filter_map(name).map(|name| entry(name, None, false)).collect();
    items.extend(holder.as_ref().and_then(name).map(|name| entry(name, Some(rank), true)));
    Check::Ordinal {
        rank,
        title: None,
        counts: None,
        as_of: None,
        items,
        excluded: Vec::new(),
        verdict: Agreement::Open,
        origin: Origin::Article,
    }
}
