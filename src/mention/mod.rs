//! Names: where they stand and whom they mean.
//!
//! Takes the segmented text and the knowledge; gives the [`Cast`] of the article: its entities and where each is named.
//! Example: “DPR leader Denis Pushilin said” has one mention that no pack knows, with the role “DPR leader”.
//!
//! Invariant: mentions stand in the order of the text and do not overlap.

mod acronym;
mod apposition;
pub(crate) mod capitals;
mod chain;
mod coordination;
mod gazetteer;
pub(crate) mod given_name;
mod link;
mod role;
mod role_phrase;
mod role_words;
mod sense;
mod short_form;
mod tagged;

pub(crate) use role_words::is_role;

use crate::{Entity, Knowledge, Mention, NameType, Span, segment::Text};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Whom and what an article names.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// Everybody and everything named, in the order of first mention.
    pub entities: Vec<Entity>,
    /// Each place where one is named, in the order of the text.
    pub mentions: Vec<Mention>,
}

/// Numbers by words of the text.
type ByWords<'t> = FxHashMap<&'t str, Vec<usize>>;

/// Notes a number by its words, once, if they have fewer than `most`: of two bearers of a family name neither is meant. Never inlined,
/// for the widget needs one copy of it.
#[inline(never)]
fn note<'t>(numbers: &mut ByWords<'t>, words: &'t str, number: usize, most: usize) {
    let noted = numbers.entry(words).or_default();
    if noted.len() < most && !noted.contains(&number) {
        noted.push(number);
    }
}

/// Finds the names of an article and whom they mean.
pub fn cast(text: &Text, knowledge: &Knowledge) -> Cast {
    let mut cast = by_rules(text, knowledge);
    if tagged::find(text, knowledge, &mut cast) {
        acronym::find(text, &mut cast);
    }
    short_form::find(text, knowledge, &mut cast);
    apposition::tell(text, &mut cast);
    sense::tell(text, knowledge, &mut cast);
    cast.renumber();
    cast
}

/// The names that packs and rules find, before the article's own short forms of them: what the tagger starts from. Roles are told later,
/// when all names are there.
pub fn by_rules(text: &Text, knowledge: &Knowledge) -> Cast {
    let mut found = gazetteer::find(text, knowledge);
    coordination::find(text, knowledge, &mut found);
    let mut cast = link::choose(text, knowledge, found);
    chain::find(text, knowledge, &mut cast);
    acronym::find(text, &mut cast);
    role::find(text, &mut cast);
    cast
}

impl Cast {
    /// The mentions to mark, each with its number: with those of which nothing is known but the name, if asked.
    pub(crate) fn marked(&self, unlinked: bool) -> Vec<(usize, &Mention)> {
        let told = tagged::told(self);
        let is_marked = |mention: &Mention| unlinked || told.get(mention.entity).copied().unwrap_or(true);
        self.mentions.iter().enumerate().filter(|(_, mention)| is_marked(mention)).collect()
    }

    /// The mentions that lie within a span.
    pub fn within(&self, span: Span) -> &[Mention] {
        let start = self.mentions.partition_point(|mention| mention.span.start < span.start);
        let end = self.mentions.partition_point(|mention| mention.span.end <= span.end);
        &self.mentions[start..end.max(start)]
    }

    /// The mention that covers a place, if one does.
    pub fn at(&self, byte: usize) -> Option<&Mention> {
        let after = self.mentions.partition_point(|mention| mention.span.start <= byte);
        self.mentions[..after].last().filter(|mention| byte < mention.span.end)
    }

    /// Adds mentions; one that covers older ones replaces them, one that otherwise overlaps an older one is dropped.
    fn add_all(&mut self, mut new: Vec<Mention>) {
        new.retain(|mention| !self.clashes(mention.span));
        self.mentions.append(&mut new);
        crate::order::sort_by(&mut self.mentions, |mention| (mention.span.start, usize::MAX - mention.span.end));
        self.mentions.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    }

    /// Adds one mention, by the same rule, without sorting all of them anew.
    fn add(&mut self, new: Mention) {
        if !self.clashes(new.span) {
            let covered = self.overlapping(new.span);
            self.mentions.splice(covered, [new]);
        }
    }

    /// Puts a mention in the place of another of the same words, or adds it.
    fn put(&mut self, new: Mention) {
        let covered = self.overlapping(new.span);
        match &mut self.mentions[covered] {
            [other] if other.span == new.span => *other = new,
            _ => self.add(new),
        }
    }

    /// Which mentions overlap a span.
    fn overlapping(&self, span: Span) -> Range<usize> {
        let start = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        let end = self.mentions.partition_point(|mention| mention.span.start < span.end);
        start..end.max(start)
    }

    /// Whether an older mention overlaps the span without lying wholly, and smaller, within it.
    fn clashes(&self, span: Span) -> bool {
        let mut near = self.mentions[self.overlapping(span)].iter();
        near.any(|old| !span.contains(old.span) || old.span == span)
    }

    /// The entity of this name that no pack knows, made if it is new.
    fn entity_named(&mut self, name: &str, name_type: NameType) -> usize {
        let is_it = |entity: &Entity| entity.name_type == name_type && entity.name == name;
        self.entities.iter().position(is_it).unwrap_or_else(|| self.unknown_named(name, name_type))
    }

    /// The same, but none that a pack knows: what the linker did not take for it is not it.
    fn unknown_named(&mut self, name: &str, name_type: NameType) -> usize {
        let is_it = |entity: &Entity| {
            entity.known.is_none() && entity.name_type == name_type && entity.name.eq_ignore_ascii_case(name)
        };
        self.entities.iter().position(is_it).unwrap_or_else(|| self.add_unknown(name, name_type))
    }

    /// A new entity that no pack knows.
    fn add_unknown(&mut self, name: &str, name_type: NameType) -> usize {
        self.entities.push(Entity { name: name.to_owned(), name_type, known: None, role: None, country: None });
        self.entities.len() - 1
    }

    /// Puts entities in the order of their first mention; those that are never mentioned go.
    fn renumber(&mut self) {
        let mut place = vec![None; self.entities.len()];
        let mut ordered = Vec::new();
        for mention in &mut self.mentions {
            let new = *place[mention.entity].get_or_insert_with(|| {
                ordered.push(self.entities[mention.entity].clone());
                ordered.len() - 1
            });
            mention.entity = new;
        }
        self.entities = ordered;
    }
}
