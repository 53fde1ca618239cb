//! The pack file: its grammar, its checksum and the sizes in its head. Written by [`super::build`], read by [`super::read`].
//!
//! A pack has two parts: what marks need, and what cards need besides. They stand in one file, or in two: then the first says
//! that the second is elsewhere, and by its checksum which one it is. All numbers are little-endian. `×` repeats; sizes are
//! those of the head.
//!
//! ```text
//! pack     = first [more]
//! first    = head tables text
//! head     = magic (8 bytes)  version (u32)  checksum (u64)  checksum of more (u64)  elsewhere (u32: 0, or 1 if more is a
//!            file of its own)  sizes (u32 × 12, see Sizes)
//! tables   = length of each key (u8 × names)                 kind and flags of each name (u8 × names)
//!            language of each name (u8 × names)              initials of each name (u16 × names)
//!            entity of each name (u32 × names)
//!            type of each entity (u8 × entities)             salience of each, in thousandths (u16 × entities)
//!            length of each brief (u32 × entities)           length of each list (u32 × lists)
//!            length of each review (u32 × reviews)
//! text     = key × names  about  brief × entities  list × lists  review × reviews    UTF-8
//!
//! more     = magic of more (8 bytes)  checksum (u64)
//!            length of each detail (u32 × entities)          length of each source (u32 × sources)
//!            detail × entities  source × sources             UTF-8
//!
//! key      = folded word (" " folded word)*                  sorted by bytes; equal keys by salience, then entity
//! about    = name US title US licence US version (US language)*    BCP 47 primary subtags, sorted
//! brief    = id US name US class US seatOf US country        sorted by bytes, and so by id
//! detail   = description US link US wikipedia [US picture] (RS fact)*
//! picture  = url US width US height US alt US credit
//! fact     = property US value US since US asOf US source number
//! source   = title US publisher US url US date
//! list     = id US title US counts US asOf US sorted GS subjects GS predicates GS members GS items GS excluded
//! sorted   = ("1")
//! subjects, predicates, members = text (US text)*
//! items    = item (RS item)*                                 item = entity US name US date US until (US source number)*
//! excluded = exclusion (RS exclusion)*                       exclusion = name US date US reason (US source number)*
//! review   = claim US verdict US publisher US url US date US claimant US claimed US rating US language (US appearance)*
//! ```
//!
//! A name's language counts the languages of about from 1; 0 is every language. GS, RS and US are ASCII's own separators (1D,
//! 1E, 1F); no value holds a control character. An empty field is an absent one. Lists and reviews are among what marks need,
//! because claims are checked against them when an article is annotated. Records are plain text so that there is nothing inside them to
//! trust, and because plain sorted text compresses best: there is no stored hash table or automaton.
//!
//! A checksum covers all of its part that comes after it. It takes eight bytes a step by one multiplication, which WebAssembly
//! has natively: a pack of 100,000 names costs well under a millisecond, where a byte-wise CRC would cost ten. A step is a
//! bijection of the state, so damage within any one step is always found. It guards against accidents, not forgery.
//!
//! Invariant: the writer and the reader have no knowledge of the layout but this file's.

use super::{NameKind, fold::Capitals};
use crate::NameType;

/// How every pack begins. The first byte is no text; the line ends betray a transfer that changed them.
pub(super) const MAGIC: [u8; 8] = *b"\x89PSTL\r\n\x1a";
/// How the second part of every pack begins.
pub(super) const MORE_MAGIC: [u8; 8] = *b"\x89PSTM\r\n\x1a";
/// The version of the format that is written and read here.
pub(super) const VERSION: u32 = 3;
/// The bytes up to the end of the checksum.
pub(super) const SEALED_FROM: usize = 20;
/// Where the second part's checksum stands.
pub(super) const MORE_CHECKSUM: usize = SEALED_FROM;
/// Where it stands whether the second part is elsewhere.
pub(super) const ELSEWHERE: usize = MORE_CHECKSUM + 8;
/// Where the sizes stand.
pub(super) const SIZES: usize = ELSEWHERE + 4;
/// The bytes of the head.
pub(super) const HEAD: usize = SIZES + 4 * Sizes::COUNT;
/// The bytes of the second part's head.
pub(super) const MORE_HEAD: usize = 16;
/// What a pack says of itself, before its languages.
pub(super) const ABOUT_FIELDS: usize = 4;
/// The groups of a list before its items.
pub(super) const LIST_GROUPS: usize = 4;
/// The greatest number of words in a name.
pub(super) const MAX_WORDS: usize = 12;

/// Between the groups of a list.
pub(super) const GROUP: char = '\u{1d}';
/// Between the records of a group.
pub(super) const RECORD: char = '\u{1e}';
/// Between the fields of a record.
pub(super) const UNIT: char = '\u{1f}';

/// What the head says of the rest: counts of records, and bytes of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sizes {
    pub(super) names: u32,
    pub(super) entities: u32,
    pub(super) sources: u32,
    pub(super) lists: u32,
    pub(super) key_bytes: u32,
    pub(super) about_bytes: u32,
    pub(super) brief_bytes: u32,
    pub(super) detail_bytes: u32,
    pub(super) source_bytes: u32,
    pub(super) list_bytes: u32,
    pub(super) reviews: u32,
    pub(super) review_bytes: u32,
}

impl Sizes {
    pub(super) const COUNT: usize = 12;

    #[cfg(feature = "cli")]
    pub(super) fn to_array(self) -> [u32; Self::COUNT] {
        [
            self.names,
            self.entities,
            self.sources,
            self.lists,
            self.key_bytes,
            self.about_bytes,
            self.brief_bytes,
            self.detail_bytes,
            self.source_bytes,
            self.list_bytes,
            self.reviews,
            self.review_bytes,
        ]
    }

    pub(super) fn from_array(sizes: [u32; Self::COUNT]) -> Self {
        let [
            names,
            entities,
            sources,
            lists,
            key_bytes,
            about_bytes,
            brief_bytes,
            detail_bytes,
            source_bytes,
            list_bytes,
            reviews,
            review_bytes,
        ] = sizes;
        Self {
            names,
            entities,
            sources,
            lists,
            key_bytes,
            about_bytes,
            brief_bytes,
            detail_bytes,
            source_bytes,
            list_bytes,
            reviews,
            review_bytes,
        }
    }

    /// The bytes of the first part's tables.
    pub(super) fn tables(self) -> u64 {
        9 * u64::from(self.names) + 7 * u64::from(self.entities) + 4 * (u64::from(self.lists) + u64::from(self.reviews))
    }

    /// The bytes of the first part's text.
    pub(super) fn text(self) -> u64 {
        [self.key_bytes, self.about_bytes, self.brief_bytes, self.list_bytes, self.review_bytes]
            .map(u64::from)
            .iter()
            .sum()
    }

    /// The bytes of the first part.
    pub(super) fn first(self) -> u64 {
        HEAD as u64 + self.tables() + self.text()
    }

    /// The bytes of the second part.
    pub(super) fn more(self) -> u64 {
        let tables = 4 * (u64::from(self.entities) + u64::from(self.sources));
        MORE_HEAD as u64 + tables + u64::from(self.detail_bytes) + u64::from(self.source_bytes)
    }
}

/// Where the tables and texts of the first part begin in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tables {
    pub(super) key_lengths: usize,
    pub(super) flags: usize,
    pub(super) languages: usize,
    pub(super) initials: usize,
    pub(super) name_entities: usize,
    pub(super) types: usize,
    pub(super) saliences: usize,
    pub(super) brief_lengths: usize,
    pub(super) list_lengths: usize,
    pub(super) review_lengths: usize,
    pub(super) keys: usize,
    pub(super) about: usize,
    pub(super) briefs: usize,
    pub(super) lists: usize,
    pub(super) reviews: usize,
    /// Where the first part ends.
    pub(super) end: usize,
}

impl Tables {
    /// For sizes that were found to fit the file.
    pub(super) fn of(sizes: Sizes) -> Self {
        let (names, entities) = (sizes.names as usize, sizes.entities as usize);
        let flags = HEAD + names;
        let languages = flags + names;
        let initials = languages + names;
        let name_entities = initials + 2 * names;
        let types = name_entities + 4 * names;
        let saliences = types + entities;
        let brief_lengths = saliences + 2 * entities;
        let list_lengths = brief_lengths + 4 * entities;
        let review_lengths = list_lengths + 4 * sizes.lists as usize;
        let keys = review_lengths + 4 * sizes.reviews as usize;
        let about = keys + sizes.key_bytes as usize;
        let briefs = about + sizes.about_bytes as usize;
        let lists = briefs + sizes.brief_bytes as usize;
        let reviews = lists + sizes.list_bytes as usize;
        Self {
            key_lengths: HEAD,
            flags,
            languages,
            initials,
            name_entities,
            types,
            saliences,
            brief_lengths,
            list_lengths,
            review_lengths,
            keys,
            about,
            briefs,
            lists,
            reviews,
            end: reviews + sizes.review_bytes as usize,
        }
    }
}

/// The checksum of the bytes after it.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks();
    let state = words.iter().fold(bytes.len() as u64, |state, word| step(state, u64::from_le_bytes(*word)));
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    let state = step(state, u64::from_le_bytes(last));
    state ^ (state >> 29)
}

fn step(state: u64, word: u64) -> u64 {
    (state ^ word).wrapping_mul(0x9fb2_1c65_1e98_df25).rotate_left(31)
}

/// A first part, of what its checksum covers.
pub(super) fn seal(covered: &[u8]) -> Vec<u8> {
    [&MAGIC, &VERSION.to_le_bytes()[..], &checksum(covered).to_le_bytes(), covered].concat()
}

/// What a pack holds of a name beside its key and entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NameFlags {
    pub(super) kind: NameKind,
    pub(super) everyday: bool,
    pub(super) capitals: Capitals,
}

const KINDS: [NameKind; 7] = [
    NameKind::Common,
    NameKind::Official,
    NameKind::Short,
    NameKind::Acronym,
    NameKind::Demonym,
    NameKind::Former,
    NameKind::Metonym,
];
const KIND_BITS: u8 = 0b0000_0111;
const EVERYDAY: u8 = 0b0000_1000;
const THROUGHOUT: u8 = 0b0001_0000;
const SEVERAL: u8 = 0b0010_0000;

impl NameFlags {
    /// From the tables' byte and initials; none for a byte that no writer writes.
    pub(super) fn decode(byte: u8, initials: u16) -> Option<Self> {
        let kind = *KINDS.get(usize::from(byte & KIND_BITS))?;
        if byte & !(KIND_BITS | EVERYDAY | THROUGHOUT | SEVERAL) != 0 {
            return None;
        }
        let capitals = Capitals { initials, throughout: byte & THROUGHOUT != 0, several: byte & SEVERAL != 0 };
        Some(Self { kind, everyday: byte & EVERYDAY != 0, capitals })
    }

    /// The tables' byte.
    #[cfg(feature = "cli")]
    pub(super) fn encode(self) -> u8 {
        let kind = KINDS.iter().position(|kind| *kind == self.kind).unwrap_or(0) as u8;
        let flag = |set: bool, bit: u8| if set { bit } else { 0 };
        kind | flag(self.everyday, EVERYDAY)
            | flag(self.capitals.throughout, THROUGHOUT)
            | flag(self.capitals.several, SEVERAL)
    }
}

const TYPES: [NameType; 4] = [NameType::Per, NameType::Loc, NameType::Org, NameType::Misc];

/// The type behind a byte of the tables.
pub(super) fn decode_type(byte: u8) -> Option<NameType> {
    TYPES.get(usize::from(byte)).copied()
}

/// The byte of a type.
#[cfg(feature = "cli")]
pub(super) fn encode_type(name_type: NameType) -> u8 {
    TYPES.iter().position(|one| *one == name_type).unwrap_or(0) as u8
}

/// The greatest salience in the tables.
pub(super) const SALIENCE_ONE: u16 = 1000;
