//! One pack, read: checked when it is loaded, then looked into where it lies.
//!
//! Takes the bytes of a pack file; gives names by their folded words and records by their number. Example: the key
//! `north korea` is found by binary search; the names that begin with `north ` are a range of neighbours.
//!
//! Invariant: whatever a look-up relies on (sizes, order, references) was checked by [`Pack::load`].

use super::{
    check::{self, Flaw},
    decode,
    fold::{SPACE, hash_of_first},
    format::{NameFlags, SALIENCE_ONE, Sizes, Tables, UNIT, decode_type},
    more::More,
    pieces::{Lengths, Pieces},
};
use crate::{
    NameType,
    error::{PackError, PackErrorKind},
};
use std::{cmp::Ordering, ops::Range};

/// A pack in memory.
#[derive(Debug)]
pub(super) struct Pack {
    sizes: Sizes,
    at: Tables,
    /// The whole file.
    bytes: Vec<u8>,
    keys: Pieces,
    briefs: Pieces,
    lists: Pieces,
    reviews: Pieces,
    first_words: FirstWords,
    more: Option<More>,
}

impl Pack {
    /// Takes a pack, or its first part, or refuses it with the reason.
    pub(super) fn load(bytes: Vec<u8>) -> Result<Self, PackError> {
        let sizes = check::head(&bytes).map_err(PackError::new)?;
        Self::check(sizes, bytes).map_err(|(what, index)| PackError::new(PackErrorKind::Structure { what, index }))
    }

    fn check(sizes: Sizes, bytes: Vec<u8>) -> Result<Self, Flaw> {
        let at = Tables::of(sizes);
        check::text(&bytes, at.keys..at.end)?;
        let pieces =
            |what, at, count, width, text| Pieces::new(&bytes, Lengths { at, count, width }, text).ok_or((what, count));
        let keys = pieces("a key cut amiss", at.key_lengths, sizes.names as usize, 1, at.keys..at.about)?;
        let briefs = pieces("an entity cut amiss", at.brief_lengths, sizes.entities as usize, 4, at.briefs..at.lists)?;
        let lists = pieces("a list cut amiss", at.list_lengths, sizes.lists as usize, 4, at.lists..at.reviews)?;
        let reviews = pieces("a review cut amiss", at.review_lengths, sizes.reviews as usize, 4, at.reviews..at.end)?;
        let more = check::is_whole(&bytes).then(|| More::check(&bytes, at.end, sizes)).transpose()?;
        let first_words = FirstWords::with_room_for(0); // until the names have been checked
        let mut pack = Self { sizes, at, bytes, keys, briefs, lists, reviews, first_words, more };
        pack.check_entities()?;
        pack.first_words = pack.check_names()?;
        Ok(pack)
    }

    /// Whether these bytes are the second part that this pack speaks of and lacks.
    pub(super) fn awaits(&self, more: &[u8]) -> bool {
        !self.is_complete() && check::belongs(&self.bytes, more)
    }

    /// Takes its second part.
    pub(super) fn complete(&mut self, more: Vec<u8>) -> Result<(), PackError> {
        check::more(&self.bytes, &more, self.sizes).map_err(PackError::new)?;
        let checked = More::check(&more, 0, self.sizes);
        let checked = checked.map_err(|(what, index)| PackError::new(PackErrorKind::Structure { what, index }))?;
        self.more = Some(checked.with(more));
        Ok(())
    }

    /// Whether the second part is here.
    pub(super) fn is_complete(&self) -> bool {
        self.more.is_some()
    }

    fn check_entities(&self) -> Result<(), Flaw> {
        let types = self.bytes.get(self.at.types..self.at.saliences).unwrap_or(&[]);
        if let Some(entity) = types.iter().position(|byte| decode_type(*byte).is_none()) {
            return Err(("an unknown type of entity", entity));
        }
        if let Some(entity) = (0..self.entity_count()).find(|entity| self.salience(*entity) > SALIENCE_ONE) {
            return Err(("a salience over one", entity));
        }
        // A brief begins with its id, and what ends the id is less than any character in one.
        let briefs = self.briefs.iter(&self.bytes);
        briefs.is_sorted_by(|one, other| one < other).then_some(()).ok_or(("entities out of order", 0))
    }

    /// Checks the names, and notes the first word of each.
    fn check_names(&self) -> Result<FirstWords, Flaw> {
        let languages = decode::languages(self).count();
        let spoken = self.bytes.get(self.at.languages..self.at.initials).unwrap_or(&[]);
        if let Some(name) = spoken.iter().position(|language| usize::from(*language) > languages) {
            return Err(("a name in an unknown language", name));
        }
        let of_nothing =
            |name: &usize| self.name_entity(*name) >= self.entity_count() || self.name_flags(*name).is_none();
        if let Some(name) = (0..self.name_count()).find(of_nothing) {
            return Err(("a name of nothing", name));
        }
        self.check_keys()
    }

    fn check_keys(&self) -> Result<FirstWords, Flaw> {
        let mut first_words = FirstWords::with_room_for(self.name_count());
        let (mut before, mut word): (&[u8], &[u8]) = (&[], &[]);
        for (name, key) in self.keys.iter(&self.bytes).enumerate() {
            if key.is_empty() || key < before {
                return Err(("names out of order", name));
            }
            let same = key.starts_with(word) && matches!(key.get(word.len()), None | Some(&SPACE_BYTE));
            if name == 0 || !same {
                word = key.split(|byte| *byte == SPACE_BYTE).next().unwrap_or(key);
                first_words.insert(hash_of_first(word));
            }
            before = key;
        }
        Ok(first_words)
    }

    /// What the pack says of itself.
    pub(super) fn about(&self) -> &str {
        utf8(self.bytes.get(self.at.about..self.at.briefs).unwrap_or(&[]))
    }

    #[cfg(feature = "cli")]
    pub(super) fn sizes(&self) -> Sizes {
        self.sizes
    }

    pub(super) fn name_count(&self) -> usize {
        self.keys.count()
    }

    pub(super) fn entity_count(&self) -> usize {
        self.briefs.count()
    }

    pub(super) fn list_count(&self) -> usize {
        self.lists.count()
    }

    pub(super) fn review_count(&self) -> usize {
        self.reviews.count()
    }

    /// Whether a name may begin with a word of this hash.
    pub(super) fn may_begin(&self, hash: u64) -> bool {
        self.first_words.may_hold(hash)
    }

    /// The names within `range` whose key is `key`.
    pub(super) fn equal(&self, key: &[u8], range: Range<usize>) -> Range<usize> {
        let start = self.partition(range.clone(), |one| one < key);
        let end = self.partition_near(start..range.end, |one| one == key);
        start..end
    }

    /// The names whose key begins with `prefix`, within a range that holds no lesser key.
    pub(super) fn prefixed(&self, prefix: &[u8], range: Range<usize>) -> Range<usize> {
        let start = self.partition_near(range.clone(), |one| one < prefix);
        let end = self.partition_near(start..range.end, |one| one.starts_with(prefix));
        start..end
    }

    /// [`Pack::partition`] for a place that is likely to be near the start: strides double until it is passed.
    fn partition_near(&self, range: Range<usize>, before: impl Fn(&[u8]) -> bool) -> usize {
        let (mut low, mut stride) = (range.start, 1);
        while low + stride <= range.end && before(self.key(low + stride - 1)) {
            low += stride;
            stride *= 2;
        }
        self.partition(low..range.end.min(low + stride), before)
    }

    fn partition(&self, range: Range<usize>, before: impl Fn(&[u8]) -> bool) -> usize {
        let mut range = range;
        while !range.is_empty() {
            let middle = Pieces::near_middle(&range);
            if before(self.key(middle)) { range.start = middle + 1 } else { range.end = middle }
        }
        range.start
    }

    pub(super) fn name_flags(&self, name: usize) -> Option<NameFlags> {
        NameFlags::decode(self.byte(self.at.flags + name), self.short(self.at.initials + 2 * name))
    }

    /// The number of the name's language, from 1; 0 for every language.
    pub(super) fn name_language(&self, name: usize) -> u8 {
        self.byte(self.at.languages + name)
    }

    pub(super) fn name_entity(&self, name: usize) -> usize {
        self.long(self.at.name_entities + 4 * name) as usize
    }

    /// The entity with this identifier.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        let mut range = 0..self.entity_count();
        while !range.is_empty() {
            let middle = Pieces::near_middle(&range);
            match self.id(middle).cmp(id) {
                Ordering::Less => range.start = middle + 1,
                Ordering::Equal => return Some(middle),
                Ordering::Greater => range.end = middle,
            }
        }
        None
    }

    pub(super) fn id(&self, entity: usize) -> &str {
        self.brief(entity).split(UNIT).next().unwrap_or("")
    }

    /// From 0 to 1000.
    pub(super) fn salience(&self, entity: usize) -> u16 {
        self.short(self.at.saliences + 2 * entity)
    }

    pub(super) fn name_type(&self, entity: usize) -> NameType {
        decode_type(self.byte(self.at.types + entity)).unwrap_or(NameType::Misc)
    }

    pub(super) fn brief(&self, entity: usize) -> &str {
        utf8(self.briefs.get(&self.bytes, entity))
    }

    pub(super) fn list(&self, list: usize) -> &str {
        utf8(self.lists.get(&self.bytes, list))
    }

    pub(super) fn review(&self, review: usize) -> &str {
        utf8(self.reviews.get(&self.bytes, review))
    }

    /// Nothing while the second part is not here.
    pub(super) fn detail(&self, entity: usize) -> &str {
        self.more.as_ref().map_or("", |more| utf8(more.detail(&self.bytes, entity)))
    }

    /// None while the second part is not here.
    pub(super) fn source(&self, source: usize) -> Option<&str> {
        self.more.as_ref()?.source(&self.bytes, source).map(utf8)
    }

    fn key(&self, name: usize) -> &[u8] {
        self.keys.get(&self.bytes, name)
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn short(&self, at: usize) -> u16 {
        u16::from_le_bytes([self.byte(at), self.byte(at + 1)])
    }

    fn long(&self, at: usize) -> u32 {
        check::number_at(&self.bytes, at).unwrap_or(0)
    }
}

const SPACE_BYTE: u8 = SPACE as u8;

/// A piece as text; nothing, if it was cut within a character.
fn utf8(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or("")
}

/// A filter of the words that names begin with: most words of a text begin none, and are told by one look.
#[derive(Debug)]
struct FirstWords {
    bits: Vec<u64>,
}

impl FirstWords {
    /// Sixteen bits a name: at most one word in sixteen that begins no name passes.
    fn with_room_for(names: usize) -> Self {
        Self { bits: vec![0; (names / 4 + 1).next_power_of_two()] }
    }

    fn insert(&mut self, hash: u64) {
        let (word, bit) = self.place(hash);
        self.bits[word] |= bit;
    }

    fn may_hold(&self, hash: u64) -> bool {
        let (word, bit) = self.place(hash);
        self.bits[word] & bit != 0
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        ((hash >> 6) as usize & (self.bits.len() - 1), 1 << (hash & 63))
    }
}
