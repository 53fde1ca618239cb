//! Records out of their plain text: fields between separators, as the grammar of [`super::format`] has them.
//!
//! Takes a [`Pack`] and a number; gives a record that borrows from it. Example: the detail `…␟␞capital␟Pyongyang␟␟2026-01␟0`
//! is a description, no link, and one fact of the pack's first source.
//!
//! Invariant: a field that is missing is an empty one; nothing here can fail.

use super::{
    format::{ABOUT_FIELDS, GROUP, LIST_GROUPS, RECORD, SALIENCE_ONE, UNIT},
    read::Pack,
    record::{
        EntityRecord, Entries, ExcludedEntry, FactRecord, ListEntry, ListRecord, PackRecord, PictureRecord,
        ReviewRecord, SourceRecord,
    },
};
use std::str::Split;

/// What a pack says of itself.
pub(super) fn about(pack: &Pack) -> PackRecord<'_> {
    let mut about = Fields::of(pack.about());
    PackRecord { id: about.text(), title: about.text(), licence: about.text(), version: about.text() }
}

/// The languages of a pack's names, in the order of their numbers.
pub(super) fn languages(pack: &Pack) -> impl Iterator<Item = &str> {
    pack.about().split(UNIT).skip(ABOUT_FIELDS)
}

/// The entity of this number.
pub(super) fn entity(pack: &Pack, index: usize) -> EntityRecord<'_> {
    let mut brief = Fields::of(pack.brief(index));
    let mut detail = pack.detail(index).split(RECORD);
    let mut about = Fields::of(detail.next().unwrap_or(""));
    EntityRecord {
        id: brief.text(),
        name: brief.text(),
        name_type: pack.name_type(index),
        class: brief.text(),
        seat_of: brief.some(),
        country: brief.some(),
        salience: f32::from(pack.salience(index)) / f32::from(SALIENCE_ONE),
        description: about.some(),
        link: about.some().filter(|link| is_web_address(link)),
        wikipedia: about.some(),
        picture: picture(&mut about),
        facts: detail.map(|record| fact(pack, record)).collect(),
        complete: pack.is_complete(),
    }
}

/// What is left of a detail's first record, where it is a picture of some size.
fn picture<'a>(fields: &mut Fields<'a>) -> Option<PictureRecord<'a>> {
    let url = fields.some().filter(|url| is_web_address(url))?;
    let mut size = || fields.text().parse().ok().filter(|size| *size > 0);
    let (width, height) = (size()?, size()?);
    Some(PictureRecord { url, width, height, alt: fields.text(), credit: fields.text() })
}

/// The ordered list of this number, without its entries.
pub(super) fn list(pack: &Pack, index: usize) -> ListRecord<'_> {
    let mut groups = pack.list(index).split(GROUP);
    let mut group = || groups.next().unwrap_or("");
    let mut head = Fields::of(group());
    let (id, title, counts, as_of) = (head.text(), head.text(), head.text(), head.text());
    let sorted = !head.text().is_empty();
    ListRecord {
        id,
        title,
        counts,
        as_of,
        subjects: texts(group()),
        predicates: texts(group()),
        members: texts(group()),
        sorted,
        complete: pack.is_complete(),
    }
}

/// The entries of the list of this number.
pub(super) fn entries(pack: &Pack, index: usize) -> Entries<'_> {
    let mut groups = pack.list(index).split(GROUP).skip(LIST_GROUPS);
    let (items, excluded) = (groups.next().unwrap_or(""), groups.next().unwrap_or(""));
    Entries {
        items: records(items).map(|record| item(pack, record)).collect(),
        excluded: records(excluded).map(|record| exclusion(pack, record)).collect(),
    }
}

/// The published fact-check of this number.
pub(super) fn review(pack: &Pack, index: usize) -> ReviewRecord<'_> {
    let mut fields = Fields::of(pack.review(index));
    ReviewRecord {
        claim: fields.text(),
        verdict: fields.text(),
        publisher: fields.text(),
        url: fields.text(),
        date: fields.some(),
        claimant: fields.some(),
        claimed: fields.some(),
        rating: fields.some(),
        language: fields.some(),
        appearances: fields.0.filter(|address| is_web_address(address)).collect(),
    }
}

fn fact<'a>(pack: &'a Pack, record: &'a str) -> FactRecord<'a> {
    let mut fields = Fields::of(record);
    FactRecord {
        property: fields.text(),
        value: fields.text(),
        since: fields.some(),
        as_of: fields.some(),
        source: source(pack, fields.text()),
    }
}

fn item<'a>(pack: &'a Pack, record: &'a str) -> ListEntry<'a> {
    let mut fields = Fields::of(record);
    ListEntry {
        entity: fields.some(),
        name: fields.text(),
        date: fields.text(),
        until: fields.some(),
        sources: fields.sources(pack),
    }
}

fn exclusion<'a>(pack: &'a Pack, record: &'a str) -> ExcludedEntry<'a> {
    let mut fields = Fields::of(record);
    ExcludedEntry { name: fields.text(), date: fields.some(), reason: fields.text(), sources: fields.sources(pack) }
}

fn source<'a>(pack: &'a Pack, number: &str) -> Option<SourceRecord<'a>> {
    let mut fields = Fields::of(pack.source(number.parse().ok()?)?);
    Some(SourceRecord {
        title: fields.text(),
        publisher: fields.some(),
        url: fields.some().filter(|url| is_web_address(url)),
        date: fields.some(),
    })
}

/// Whether an address may become a link: a pack cannot make the page run `javascript:`.
pub(super) fn is_web_address(address: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme))
}

fn records(group: &str) -> impl Iterator<Item = &str> {
    group.split(RECORD).filter(|record| !record.is_empty())
}

fn texts(group: &str) -> Vec<&str> {
    group.split(UNIT).filter(|text| !text.is_empty()).collect()
}

/// The fields of a record, one after the other.
struct Fields<'a>(Split<'a, char>);

impl<'a> Fields<'a> {
    fn of(record: &'a str) -> Self {
        Self(record.split(UNIT))
    }

    fn text(&mut self) -> &'a str {
        self.0.next().unwrap_or("")
    }

    fn some(&mut self) -> Option<&'a str> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    fn sources(&mut self, pack: &'a Pack) -> Vec<SourceRecord<'a>> {
        self.0.by_ref().filter_map(|number| source(pack, number)).collect()
    }
}
