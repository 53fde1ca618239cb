//! One pack, read: checked when it is loaded, then looked into where it lies.
//!
//! Takes the bytes of a pack file; gives names by their folded words and records by their number. Example: the key
//! `north korea` is found by binary search; the names that begin with `north ` are a range of neighbours.
//!
//! Invariant: whatever a look-up relies on (sizes, order, character boundaries, references) was checked by [`Pack::load`].

use super::{
    decode,
    fold::hash_of_first,
    format::{HEAD, MAGIC, NameFlags, SALIENCE_ONE, SEALED_FROM, Sizes, Tables, UNIT, VERSION, checksum, decode_type},
};
use crate::{
    NameType,
    error::{PackError, PackErrorKind},
};
use std::{cmp::Ordering, ops::Range};

/// More bytes than this are no pack: offsets are 32 bits wide in memory.
const MAX_BYTES: u64 = 1 << 30;

/// A pack in memory.
#[derive(Debug)]
pub(super) struct Pack {
    sizes: Sizes,
    at: Tables,
    /// The whole file.
    bytes: Vec<u8>,
    keys: Starts,
    about: Starts,
    briefs: Starts,
    details: Starts,
    sources: Starts,
    lists: Starts,
    first_words: FirstWords,
}

impl Pack {
    /// Takes a pack whole, or refuses it with the reason.
    pub(super) fn load(bytes: Vec<u8>) -> Result<Self, PackError> {
        let sizes = check_head(&bytes).map_err(PackError::new)?;
        Self::check(sizes, bytes).map_err(|(what, index)| PackError::new(PackErrorKind::Structure { what, index }))
    }

    fn check(sizes: Sizes, bytes: Vec<u8>) -> Result<Self, Flaw> {
        let at = Tables::of(sizes);
        let text = bytes.get(at.end..).unwrap_or(&[]);
        let text = std::str::from_utf8(text).map_err(|e| ("text that is not UTF-8", e.valid_up_to()))?;
        let table = |from: usize, to: usize| bytes.get(from..to).unwrap_or(&[]);
        let lengths = |from: usize, to: usize| numbers(table(from, to));
        let mut cut = Cutter { text, from: at.end, place: 0 };
        let keys = table(at.key_lengths, at.flags).iter().map(|length| u32::from(*length));
        let keys = cut.pieces(keys, sizes.key_bytes, "a key cut amiss")?;
        let about = cut.pieces([sizes.about_bytes].into_iter(), sizes.about_bytes, "a pack's own line cut amiss")?;
        let briefs = lengths(at.brief_lengths, at.detail_lengths);
        let briefs = cut.pieces(briefs, sizes.brief_bytes, "an entity cut amiss")?;
        let details = lengths(at.detail_lengths, at.source_lengths);
        let details = cut.pieces(details, sizes.detail_bytes, "an entity's detail cut amiss")?;
        let sources = lengths(at.source_lengths, at.list_lengths);
        let sources = cut.pieces(sources, sizes.source_bytes, "a source cut amiss")?;
        let lists = cut.pieces(lengths(at.list_lengths, at.end), sizes.list_bytes, "a list cut amiss")?;
        let first_words = FirstWords::with_room_for(sizes.names as usize);
        let mut pack = Self { sizes, at, bytes, keys, about, briefs, details, sources, lists, first_words };
        pack.check_entities()?;
        pack.first_words = pack.check_names()?;
        Ok(pack)
    }

    fn check_entities(&self) -> Result<(), Flaw> {
        let mut before = None;
        for entity in 0..self.entity_count() {
            let id = Some(self.id(entity));
            if id <= before {
                return Err(("entities out of order", entity));
            }
            if decode_type(self.byte(self.at.types + entity)).is_none() {
                return Err(("an unknown type of entity", entity));
            }
            if self.salience(entity) > SALIENCE_ONE {
                return Err(("a salience over one", entity));
            }
            before = id;
        }
        Ok(())
    }

    /// Checks the names, and notes the first word of each.
    fn check_names(&self) -> Result<FirstWords, Flaw> {
        let mut first_words = FirstWords::with_room_for(self.name_count());
        let languages = decode::languages(self).count();
        let mut before: &[u8] = &[];
        for name in 0..self.name_count() {
            let key = self.key(name);
            if key.is_empty() || key < before {
                return Err(("names out of order", name));
            }
            if usize::from(self.name_language(name)) > languages {
                return Err(("a name in an unknown language", name));
            }
            if self.name_entity(name) >= self.entity_count() || self.name_flags(name).is_none() {
                return Err(("a name of nothing", name));
            }
            first_words.insert(hash_of_first(key));
            before = key;
        }
        Ok(first_words)
    }

    /// What the pack says of itself.
    pub(super) fn about(&self) -> &str {
        self.text(&self.about, 0)
    }

    #[cfg(feature = "cli")]
    pub(super) fn sizes(&self) -> Sizes {
        self.sizes
    }

    pub(super) fn name_count(&self) -> usize {
        self.sizes.names as usize
    }

    pub(super) fn entity_count(&self) -> usize {
        self.sizes.entities as usize
    }

    pub(super) fn list_count(&self) -> usize {
        self.sizes.lists as usize
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
        let (mut low, mut high) = (range.start, range.end);
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.key(middle)) { low = middle + 1 } else { high = middle }
        }
        low
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
        let (mut low, mut high) = (0, self.entity_count());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.id(middle).cmp(id) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return Some(middle),
                Ordering::Greater => high = middle,
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
        self.text(&self.briefs, entity)
    }

    pub(super) fn detail(&self, entity: usize) -> &str {
        self.text(&self.details, entity)
    }

    pub(super) fn source(&self, source: usize) -> Option<&str> {
        (source < self.sizes.sources as usize).then(|| self.text(&self.sources, source))
    }

    pub(super) fn list(&self, list: usize) -> &str {
        self.text(&self.lists, list)
    }

    fn key(&self, name: usize) -> &[u8] {
        self.bytes.get(self.keys.range(name)).unwrap_or(&[])
    }

    fn text(&self, starts: &Starts, index: usize) -> &str {
        self.bytes.get(starts.range(index)).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn short(&self, at: usize) -> u16 {
        u16::from_le_bytes([self.byte(at), self.byte(at + 1)])
    }

    fn long(&self, at: usize) -> u32 {
        u32::from(self.short(at)) | u32::from(self.short(at + 2)) << 16
    }
}

/// What is wrong inside a pack, and with which one of its kind.
type Flaw = (&'static str, usize);

/// The sizes of a file that is a pack by its head, its length and its checksum.
pub(super) fn check_head(bytes: &[u8]) -> Result<Sizes, PackErrorKind> {
    let found = bytes.len() as u64;
    if bytes.is_empty() {
        return Err(PackErrorKind::Empty);
    }
    if bytes.iter().zip(MAGIC).any(|(one, other)| *one != other) {
        let text_mode = bytes.starts_with(b"\x89PSTL\n") || bytes.starts_with(b"\x89PSTL\r\r\n");
        let begins = bytes.iter().take(4).copied().collect();
        return Err(if text_mode { PackErrorKind::LineEndsChanged } else { PackErrorKind::NotAPack { begins } });
    }
    let truncated = |expected| PackErrorKind::Truncated { found, expected };
    let version = number_at(bytes, MAGIC.len()).ok_or(truncated(HEAD as u64))?;
    if version != VERSION {
        return Err(PackErrorKind::Version { found: version, known: VERSION });
    }
    let mut sizes = [0; Sizes::COUNT];
    for (n, size) in sizes.iter_mut().enumerate() {
        *size = number_at(bytes, SEALED_FROM + 4 * n).ok_or(truncated(HEAD as u64))?;
    }
    let sizes = Sizes::from_array(sizes);
    match (sizes.file(), found) {
        (claimed, _) if claimed > MAX_BYTES => Err(PackErrorKind::TooLarge { claimed }),
        (expected, found) if found < expected => Err(truncated(expected)),
        (expected, found) if found > expected => Err(PackErrorKind::TooLong { found, expected }),
        _ if stored_checksum(bytes) != checksum(bytes.get(SEALED_FROM..).unwrap_or(&[])) => {
            Err(PackErrorKind::Checksum)
        }
        _ => Ok(sizes),
    }
}

fn number_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

fn stored_checksum(bytes: &[u8]) -> u64 {
    let at = SEALED_FROM - 8;
    let half = |at| u64::from(number_at(bytes, at).unwrap_or(0));
    half(at) | half(at + 4) << 32
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

/// Cuts the text into pieces of given lengths, from its start to its end.
struct Cutter<'a> {
    text: &'a str,
    /// Where the text begins in the file.
    from: usize,
    place: u32,
}

impl Cutter<'_> {
    /// Pieces that follow each other and are `total` bytes long together.
    fn pieces(&mut self, lengths: impl Iterator<Item = u32>, total: u32, what: &'static str) -> Result<Starts, Flaw> {
        let end = self.place.saturating_add(total);
        let mut starts = Vec::with_capacity(lengths.size_hint().0 + 1);
        let from = self.from as u32; // a pack is shorter than MAX_BYTES
        starts.push(from + self.place);
        for (index, length) in lengths.enumerate() {
            self.place = self.place.saturating_add(length);
            if self.place > end || !self.text.is_char_boundary(self.place as usize) {
                return Err((what, index));
            }
            starts.push(from + self.place);
        }
        if self.place == end { Ok(Starts(starts)) } else { Err((what, starts.len() - 1)) }
    }
}

/// Where pieces of the text start in the file, and where the last one ends.
#[derive(Debug)]
struct Starts(Vec<u32>);

impl Starts {
    fn range(&self, index: usize) -> Range<usize> {
        match self.0.get(index..index + 2) {
            Some(&[start, end]) => start as usize..end as usize,
            _ => 0..0,
        }
    }
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
