//! What must be true of a file before it is read as a pack: its head, its length, its checksums.
//!
//! Takes the bytes of a file; gives its sizes, or why it is none. Example: a file that lacks its last byte is truncated, and
//! the error says by how much.
//!
//! Invariant: after these checks every table lies within the file.

use super::format::{
    ELSEWHERE, HEAD, MAGIC, MORE_CHECKSUM, MORE_HEAD, MORE_MAGIC, SEALED_FROM, SIZES, Sizes, VERSION, checksum,
};
use crate::error::PackErrorKind;
use std::ops::Range;

/// More bytes than this are no pack: offsets are 32 bits wide in memory.
const MAX_BYTES: u64 = 1 << 30;

/// Where the second part's own checksum stands in it.
const OWN_CHECKSUM: usize = MORE_MAGIC.len();

/// What is wrong inside a pack, and with which one of its kind.
pub(super) type Flaw = (&'static str, usize);

/// The sizes of a file that is a pack, or its first part, by its head, its length and its checksums.
pub(super) fn head(bytes: &[u8]) -> Result<Sizes, PackErrorKind> {
    begins(bytes)?;
    let sizes = sizes(bytes)?;
    let expected = sizes.first() + if elsewhere(bytes) == 0 { sizes.more() } else { 0 };
    length(bytes, expected, sizes)?;
    let end = sizes.first() as usize;
    sealed(bytes.get(..end).unwrap_or(&[]), SEALED_FROM)?;
    match bytes.get(end..) {
        Some(more) if is_whole(bytes) => self::more(bytes, more, sizes)?,
        _ if elsewhere(bytes) > 1 => return Err(PackErrorKind::Structure { what: "a second part nowhere", index: 0 }),
        _ => {}
    }
    Ok(sizes)
}

/// Whether the second part follows the first in one file.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    elsewhere(bytes) == 0
}

fn elsewhere(bytes: &[u8]) -> u32 {
    number_at(bytes, ELSEWHERE).unwrap_or(0)
}

/// Whether a file is the second part that a first part speaks of.
pub(super) fn belongs(first: &[u8], more: &[u8]) -> bool {
    more.starts_with(&MORE_MAGIC) && checksum_at(more, OWN_CHECKSUM) == checksum_at(first, MORE_CHECKSUM)
}

/// Whether a second part is whole, and the one that the first speaks of.
pub(super) fn more(first: &[u8], more: &[u8], sizes: Sizes) -> Result<(), PackErrorKind> {
    if !belongs(first, more) {
        return Err(PackErrorKind::Unpaired);
    }
    length(more, sizes.more(), sizes)?;
    sealed(more, OWN_CHECKSUM + 8)
}

/// Whether a file that should be a second part begins as one.
pub(super) fn begins_as_more(bytes: &[u8]) -> Result<(), PackErrorKind> {
    match bytes {
        [] => Err(PackErrorKind::Empty),
        _ if bytes.starts_with(&MORE_MAGIC) && bytes.len() < MORE_HEAD => Err(truncated(bytes, MORE_HEAD as u64)),
        _ if bytes.starts_with(&MORE_MAGIC) => Ok(()),
        _ if bytes.starts_with(&MAGIC) => Err(PackErrorKind::Unpaired),
        _ => Err(not_a_pack(bytes)),
    }
}

fn begins(bytes: &[u8]) -> Result<(), PackErrorKind> {
    if bytes.is_empty() {
        return Err(PackErrorKind::Empty);
    }
    if bytes.starts_with(&MORE_MAGIC) {
        return Err(PackErrorKind::SecondAlone);
    }
    if bytes.iter().zip(MAGIC).any(|(one, other)| *one != other) {
        return Err(not_a_pack(bytes));
    }
    let version = number_at(bytes, MAGIC.len()).ok_or(truncated(bytes, HEAD as u64))?;
    (version == VERSION).then_some(()).ok_or(PackErrorKind::Version { found: version, known: VERSION })
}

fn not_a_pack(bytes: &[u8]) -> PackErrorKind {
    let text_mode = [&b"\x89PSTL\n"[..], b"\x89PSTL\r\r\n", b"\x89PSTM\n", b"\x89PSTM\r\r\n"];
    if text_mode.iter().any(|beginning| bytes.starts_with(beginning)) {
        return PackErrorKind::LineEndsChanged;
    }
    PackErrorKind::NotAPack { begins: bytes.iter().take(4).copied().collect() }
}

fn sizes(bytes: &[u8]) -> Result<Sizes, PackErrorKind> {
    let mut sizes = [0; Sizes::COUNT];
    for (n, size) in sizes.iter_mut().enumerate() {
        *size = number_at(bytes, SIZES + 4 * n).ok_or(truncated(bytes, HEAD as u64))?;
    }
    Ok(Sizes::from_array(sizes))
}

fn truncated(bytes: &[u8], expected: u64) -> PackErrorKind {
    PackErrorKind::Truncated { found: bytes.len() as u64, expected }
}

fn length(bytes: &[u8], expected: u64, sizes: Sizes) -> Result<(), PackErrorKind> {
    let (found, claimed) = (bytes.len() as u64, sizes.first() + sizes.more());
    match found {
        _ if claimed > MAX_BYTES => Err(PackErrorKind::TooLarge { claimed }),
        _ if found < expected => Err(truncated(bytes, expected)),
        _ if found > expected => Err(PackErrorKind::TooLong { found, expected }),
        _ => Ok(()),
    }
}

/// Whether the checksum that ends at `from` fits what comes after it.
fn sealed(part: &[u8], from: usize) -> Result<(), PackErrorKind> {
    let sum = checksum(part.get(from..).unwrap_or(&[]));
    (checksum_at(part, from - 8) == Some(sum)).then_some(()).ok_or(PackErrorKind::Checksum)
}

fn checksum_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

pub(super) fn number_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Whether a part's text is UTF-8.
pub(super) fn text(bytes: &[u8], range: Range<usize>) -> Result<(), Flaw> {
    let text = bytes.get(range).unwrap_or(&[]);
    std::str::from_utf8(text).map(drop).map_err(|e| ("text that is not UTF-8", e.valid_up_to()))
}
