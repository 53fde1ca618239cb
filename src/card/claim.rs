//! The card of a claim: what was stated and what the check gives.
//!
//! Takes a claim; gives the ordered list, the day or the equation. Example: “third country to recognise” shows Russia, Syria,
//! North Korea with dates and sources; without a pack, the countries that the article itself names before it.
//!
//! Invariant: entries dated after the article do not stand in its list.

use super::{
    Agreement, Check, ClaimCard, Details, Excerpt, Exclusion, ListItem, Origin,
    compose::{Desk, Sources},
    single_fact, why,
};
use crate::{
    Body, Span,
    claim::{Answer, Claim, joint},
    pack::{Entries, ExcludedEntry, ListEntry, ListRecord},
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
        reported: said.is_some(),
        stated_by: said.map_or_else(Vec::new, |said| desk.said(said)),
        check,
        sources: sources.list,
        details: Details::of(is_complete(desk, claim, list.as_ref())),
        why: why::claim(claim.kind),
    })
}

/// Whether all that answers a claim is here.
fn is_complete(desk: &Desk, claim: &Claim, list: Option<&ListRecord>) -> bool {
    let record = match claim.answer {
        Some(Answer::Fact { entity, .. }) => desk.notes.entities.get(entity).and_then(|entity| entity.known),
        _ => None,
    };
    let record = record.and_then(|known| desk.knowledge.entity(known));
    list.is_none_or(|list| list.complete) && record.is_none_or(|record| record.complete)
}

/// The list that a rank is compared with.
fn list_of<'a>(desk: &Desk<'a>, claim: &Claim) -> Option<ListRecord<'a>> {
    match claim.answer {
        Some(Answer::Order { list, .. }) => desk.knowledge.list(list?),
        Some(Answer::Tally { list, .. }) => desk.knowledge.list(list),
        _ => None,
    }
}

fn check(desk: &Desk, claim: &Claim, list: Option<&ListRecord>, sources: &mut Sources) -> Option<Check> {
    let stated = &claim.stated;
    Some(match claim.answer.as_ref()? {
        Answer::Order { after, list: index, place, verdict } => match index.zip(list) {
            Some((index, list)) => {
                let stated = Stated::Place(stated.rank?, *place);
                from_list(desk, index, list, stated, *verdict, sources)?
            }
            None => from_article(desk, stated.rank?, stated.subject, after),
        },
        &Answer::Tally { list: index, ref places, verdict } => {
            from_list(desk, index, list?, Stated::Number(places), verdict, sources)?
        }
        Answer::Day(date) => {
            // Where the words tell the year, nothing was reckoned.
            let words = claim.span.of(desk.article.text()).as_bytes();
            let told = words.windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
            let published = desk.article.published().filter(|_| !told).map(|day| day.to_string());
            Check::Date { date: date.to_string(), published, weekday: None }
        }
        &Answer::Weekday { date, stated } => {
            Check::Date { date: date.to_string(), published: None, weekday: Some(desk.words(stated)) }
        }
        Answer::Arithmetic(arithmetic) => Check::Arithmetic(arithmetic.clone()),
        &Answer::Fact { entity, property } => single_fact::check(desk, claim, entity, property, sources)?,
        &Answer::Elsewhere { at, figure } => {
            let there = Excerpt { text: desk.words(at), annotation: annotation_at(desk, at) };
            Check::Elsewhere { figure: stated.value?, other: figure, there }
        }
        &Answer::Conversion { stated: beside, computed, verdict } => {
            Check::Conversion { value: stated.value?, stated: beside, computed, verdict }
        }
    })
}

/// What is compared with a list.
#[derive(Clone, Copy)]
enum Stated<'a> {
    /// A rank, and the place of whoever is said to hold it.
    Place(u32, Option<usize>),
    /// How many there are: the entries that count.
    Number(&'a [usize]),
}

fn from_list(
    desk: &Desk,
    index: usize,
    list: &ListRecord,
    stated: Stated,
    verdict: Agreement,
    sources: &mut Sources,
) -> Option<Check> {
    let mut entries = desk.knowledge.entries(index)?;
    let (rank, listed, claimed, here) = match stated {
        Stated::Place(rank, place) => {
            entries.keep_until(desk.article.published().map(|day| day.to_string()).as_deref());
            let claimed = (rank as usize).saturating_sub(1);
            (Some(rank), None, claimed, place.unwrap_or(claimed))
        }
        Stated::Number(places) => {
            entries.keep(places);
            (None, Some(places.len()), 0, usize::MAX)
        }
    };
    let Entries { items, excluded } = entries;
    let shown = (0..items.len()).filter(|at| is_shown(*at, &[claimed, here], items.len()));
    Some(Check::Ordinal {
        rank,
        listed,
        title: Some(list.title.to_owned()),
        counts: Some(list.counts.to_owned()),
        as_of: Some(list.as_of.to_owned()),
        items: shown.map(|at| item(list, &items, at, here, sources)).collect(),
        length: items.len(),
        excluded: excluded.iter().map(|entry| exclusion(entry, sources)).collect(),
        verdict,
        origin: Origin::Pack,
    })
}

/// A list of so many entries is shown whole; of a longer one what stands around the place claimed and the holder's own, and its ends.
const WHOLE: usize = 12;
const AROUND: usize = 2;
const ENDS: usize = 2;

fn is_shown(place: usize, places: &[usize], length: usize) -> bool {
    let near = places.iter().any(|one| one.abs_diff(place) <= AROUND);
    length <= WHOLE || near || place < ENDS || place + 1 == length
}

fn item(list: &ListRecord, items: &[ListEntry], place: usize, here: usize, sources: &mut Sources) -> ListItem {
    let (entry, joint) = (&items[place], joint(list, items, place));
    ListItem {
        place: place + 1,
        rank: u32::try_from(joint.start + 1).ok(),
        joint: joint.len() > 1,
        name: entry.name.to_owned(),
        date: Some(entry.date.to_owned()),
        until: entry.until.map(str::to_owned),
        here: place == here,
        sources: sources.numbers(&entry.sources),
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

/// The mark of the claim that stands at some words.
fn annotation_at(desk: &Desk, at: Span) -> Option<usize> {
    let claim = desk.notes.claims.iter().position(|claim| claim.span == at)?;
    desk.notes.annotations.iter().position(|annotation| annotation.body == Body::Claim(claim))
}

/// Those whom the article names as earlier ones, in no order, and the one that it speaks of.
fn from_article(desk: &Desk, rank: u32, holder: Option<usize>, after: &[usize]) -> Check {
    let name = |entity: &usize| desk.notes.entities.get(*entity).map(|entity| entity.name.clone());
    let entry = |name: String, rank: Option<u32>, here: bool| ListItem { rank, name, here, ..ListItem::default() };
    let mut items: Vec<ListItem> = after.iter().filter_map(name).map(|name| entry(name, None, false)).collect();
    items.extend(holder.as_ref().and_then(name).map(|name| entry(name, Some(rank), true)));
    for (place, item) in (1..).zip(&mut items) {
        item.place = place;
    }
    Check::Ordinal {
        rank: Some(rank),
        listed: None,
        title: None,
        counts: None,
        as_of: None,
        length: items.len(),
        items,
        excluded: Vec::new(),
        verdict: Agreement::Open,
        origin: Origin::Article,
    }
}
