//! The packs in use, as one: the longest name at a word, and the record that counts; and what feeds bring besides.
//!
//! Takes packs in the order of their weight; gives hits and records. Example: a newsroom's pack, added after the world's,
//! describes Q423 anew; names of Q423 that only the world's pack holds lead to the newsroom's record.
//!
//! Invariant: what is given depends on the packs and their order alone.

use super::{
    check, decode,
    fold::{SPACE, fold, hash},
    format::MAX_WORDS,
    read::Pack,
    record::{EntityRecord, EntityRef, Entries, Hit, ListRecord, Name, PackRecord, ReviewRecord},
};
use crate::error::{PackError, PackErrorKind};
use crate::order::sort_by;
use crate::review::{Index, Review};
use crate::tagger::Tagger;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// The packs in use, later ones first.
#[derive(Debug, Default)]
pub struct Knowledge {
    packs: Vec<Loaded>,
    /// Fact-checks that came without a pack.
    reviews: Vec<Review>,
    /// By what all fact-checks are looked up; made when an article first asks.
    review_index: OnceLock<Index>,
    tagger: Option<Tagger>,
}

/// A pack, and which of its records count no longer.
#[derive(Debug)]
struct Loaded {
    pack: Pack,
    /// The records that later packs replace, by number.
    replaced: FxHashMap<u32, EntityRef>,
}

impl Knowledge {
    /// Knows nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a pack, or its first part; what it says of a name or an identifier goes before what earlier packs say.
    ///
    /// # Errors
    /// When the bytes are no pack, are damaged, or are of another version.
    pub fn add(&mut self, bytes: Vec<u8>) -> Result<(), PackError> {
        let number = u32::try_from(self.packs.len()).map_err(|_| PackError::new(PackErrorKind::TooMany))?;
        let pack = Pack::load(bytes)?;
        for earlier in &mut self.packs {
            earlier.replace_by(&pack, number);
        }
        self.packs.push(Loaded { pack, replaced: FxHashMap::default() });
        self.review_index.take();
        Ok(())
    }

    /// Adds published fact-checks that no pack holds, as [`crate::review`] reads them from a feed.
    pub fn add_reviews(&mut self, reviews: Vec<Review>) {
        self.reviews.extend(reviews);
        self.review_index.take();
    }

    /// Adds the tagger's model, with which names are found that no pack holds; a later one takes its place.
    ///
    /// # Errors
    /// When the bytes are no model, are damaged, or are of another version.
    pub fn add_model(&mut self, bytes: &[u8]) -> Result<(), PackError> {
        self.tagger = Some(Tagger::read(bytes)?);
        Ok(())
    }

    /// The tagger, if its model is here.
    pub(crate) fn tagger(&self) -> Option<&Tagger> {
        self.tagger.as_ref()
    }

    /// Adds the second part of a pack that was split.
    ///
    /// # Errors
    /// When the bytes are no second part, are damaged, or are of a pack that is not here, or is whole.
    pub fn complete(&mut self, more: Vec<u8>) -> Result<(), PackError> {
        check::begins_as_more(&more).map_err(PackError::new)?;
        let waiting = self.packs.iter_mut().find(|loaded| loaded.pack.awaits(&more));
        waiting.ok_or(PackError::new(PackErrorKind::Unpaired))?.pack.complete(more)
    }

    /// The packs whose second part is not here, by their number in the order in which they were added.
    pub fn incomplete(&self) -> impl Iterator<Item = usize> {
        self.packs.iter().enumerate().filter(|(_, loaded)| !loaded.pack.is_complete()).map(|(number, _)| number)
    }

    /// What each pack says of itself, in the order in which they were added.
    pub fn packs(&self) -> impl Iterator<Item = PackRecord<'_>> {
        self.packs.iter().map(|loaded| decode::about(&loaded.pack))
    }

    /// The longest name that begins with the first of `words` (tokens as [`crate::segment`] cuts them), as its pack's
    /// capitals ask: a name of capitals is found in capitals only, a capitalised one not in small letters.
    ///
    /// `language` is the text's (a BCP 47 tag): a name that a pack has in one language only is found in texts of that language.
    /// A name has at most twelve words; more are not looked at.
    pub fn longest(&self, words: &[&str], language: Option<&str>) -> Option<Hit> {
        let hash = hash(words.first()?);
        let mut hit = Hit { words: 0, names: Vec::new() };
        for (number, loaded) in self.packs.iter().enumerate().rev() {
            if loaded.pack.may_begin(hash) {
                self.search(number, &loaded.pack, words, language, &mut hit);
            }
        }
        if hit.words == 0 {
            return None;
        }
        sort_by(&mut hit.names, |name| (usize::MAX - usize::from(self.salience(name.entity)), 0));
        Some(hit)
    }

    /// Adds the longest names of one pack to what later packs gave, unless those are longer.
    fn search(&self, number: usize, pack: &Pack, words: &[&str], language: Option<&str>, hit: &mut Hit) {
        let mut key = String::with_capacity(64);
        let mut range = 0..pack.name_count();
        for (n, word) in words.iter().enumerate().take(MAX_WORDS) {
            fold(word, |c| key.push(c));
            let equal = pack.equal(key.as_bytes(), range.clone());
            for name in equal.clone().filter(|name| speaks(pack, *name, language)) {
                self.take(number, pack, name, &words[..=n], hit);
            }
            key.push(SPACE);
            range = pack.prefixed(key.as_bytes(), equal.end..range.end);
            if range.is_empty() {
                return;
            }
        }
    }

    fn take(&self, number: usize, pack: &Pack, name: usize, words: &[&str], hit: &mut Hit) {
        let Some(flags) = pack.name_flags(name) else { return };
        if words.len() < hit.words || !flags.capitals.fit(words) {
            return;
        }
        if words.len() > hit.words {
            *hit = Hit { words: words.len(), names: Vec::new() };
        }
        let entity = self.current(number, pack.name_entity(name));
        if !hit.names.iter().any(|other| other.entity == entity) {
            hit.names.push(Name { entity, kind: flags.kind, everyday: flags.everyday });
        }
    }

    /// The record behind a reference.
    pub fn entity(&self, entity: EntityRef) -> Option<EntityRecord<'_>> {
        let pack = &self.packs.get(entity.pack as usize)?.pack;
        ((entity.index as usize) < pack.entity_count()).then(|| decode::entity(pack, entity.index as usize))
    }

    /// What the pack behind a reference says of itself.
    pub fn pack_of(&self, entity: EntityRef) -> Option<PackRecord<'_>> {
        self.packs.get(entity.pack as usize).map(|loaded| decode::about(&loaded.pack))
    }

    /// The entity with this identifier.
    pub fn find(&self, id: &str) -> Option<EntityRef> {
        let found = |(number, loaded): (usize, &Loaded)| {
            loaded.pack.find(id).map(|index| EntityRef { pack: number as u32, index: index as u32 })
        };
        self.packs.iter().enumerate().rev().find_map(found)
    }

    /// All ordered lists, those of earlier packs first.
    pub fn lists(&self) -> Vec<ListRecord<'_>> {
        (0..).map_while(|index| self.list(index)).collect()
    }

    /// One of [`Knowledge::lists`].
    pub fn list(&self, index: usize) -> Option<ListRecord<'_>> {
        self.pack_of_list(index).map(|(pack, index)| decode::list(pack, index))
    }

    /// The entries of one of [`Knowledge::lists`].
    pub fn entries(&self, index: usize) -> Option<Entries<'_>> {
        self.pack_of_list(index).map(|(pack, index)| decode::entries(pack, index))
    }

    /// The pack that holds a list, and the list's number there.
    fn pack_of_list(&self, index: usize) -> Option<(&Pack, usize)> {
        let mut rest = index;
        for Loaded { pack, .. } in &self.packs {
            if rest < pack.list_count() {
                return Some((pack, rest));
            }
            rest -= pack.list_count();
        }
        None
    }

    /// All published fact-checks: those of earlier packs first, then those that were added without one.
    pub fn reviews(&self) -> impl Iterator<Item = ReviewRecord<'_>> {
        (0..).map_while(|index| self.review(index))
    }

    /// One of [`Knowledge::reviews`].
    pub fn review(&self, index: usize) -> Option<ReviewRecord<'_>> {
        let mut rest = index;
        for Loaded { pack, .. } in &self.packs {
            if rest < pack.review_count() {
                return Some(decode::review(pack, rest));
            }
            rest -= pack.review_count();
        }
        self.reviews.get(rest).map(Review::record)
    }

    /// By what a sentence finds the reviews of its claim.
    pub(crate) fn review_index(&self) -> &Index {
        self.review_index.get_or_init(|| Index::new(self.reviews(), self))
    }

    fn salience(&self, entity: EntityRef) -> u16 {
        self.packs.get(entity.pack as usize).map_or(0, |loaded| loaded.pack.salience(entity.index as usize))
    }

    /// The record that counts for an entity of one pack.
    fn current(&self, number: usize, index: usize) -> EntityRef {
        let own = EntityRef { pack: number as u32, index: index as u32 };
        self.packs.get(number).and_then(|loaded| loaded.replaced.get(&own.index)).copied().unwrap_or(own)
    }
}

/// Whether a name belongs to texts of a language.
fn speaks(pack: &Pack, name: usize, language: Option<&str>) -> bool {
    let Some(index) = usize::from(pack.name_language(name)).checked_sub(1) else { return true };
    let primary = language.and_then(|tag| tag.split(['-', '_']).next());
    primary.zip(decode::languages(pack).nth(index)).is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
}

impl Loaded {
    /// Notes which records a later pack replaces, searching the larger for the identifiers of the smaller.
    fn replace_by(&mut self, later: &Pack, number: u32) {
        let to = |index: usize| EntityRef { pack: number, index: index as u32 };
        let (own, others) = (self.pack.entity_count(), later.entity_count());
        if own < others {
            let found = |one| later.find(self.pack.id(one)).map(|index| (one as u32, to(index)));
            self.replaced.extend((0..own).filter_map(found));
        } else {
            let found = |index| self.pack.find(later.id(index)).map(|one| (one as u32, to(index)));
            self.replaced.extend((0..others).filter_map(found));
        }
    }
}
