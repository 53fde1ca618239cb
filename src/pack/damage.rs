//! Damaged packs: each is refused with its reason. What chance finds stands in [`super::fuzz`].
//!
//! Takes a small real pack; damages it in every way that is cheap to try. Example: each byte flipped, each length cut.
//!
//! Invariant: nothing here may panic, whatever the bytes.

use super::{
    build::{SourceFile, build},
    check::number_at,
    format::{ELSEWHERE, HEAD, MAGIC, MORE_CHECKSUM, MORE_HEAD, SEALED_FROM, SIZES, Sizes, Tables, checksum},
    knowledge::Knowledge,
    split,
};
use crate::PackError;

pub(super) fn small() -> Vec<u8> {
    let text = include_str!("../../tests/packs/small.jsonl").to_owned();
    build(&[SourceFile { name: "small.jsonl".to_owned(), text }]).expect("a good source").bytes
}

pub(super) fn load(bytes: &[u8]) -> Result<Knowledge, PackError> {
    let mut knowledge = Knowledge::new();
    knowledge.add(bytes.to_vec())?;
    Ok(knowledge)
}

fn refusal(bytes: &[u8]) -> String {
    load(bytes).expect_err("a refusal").to_string()
}

pub(super) fn sizes(bytes: &[u8]) -> Option<Sizes> {
    let mut sizes = [0; Sizes::COUNT];
    for (n, size) in sizes.iter_mut().enumerate() {
        *size = number_at(bytes, SIZES + 4 * n)?;
    }
    Some(Sizes::from_array(sizes))
}

/// Makes the checksums fit the bytes.
pub(super) fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let Some(first) = sizes(&bytes).map(|sizes| sizes.first() as usize) else { return bytes };
    if let Some(sum) = bytes.get(first + MORE_HEAD..).map(checksum) {
        bytes[first + MORE_HEAD - 8..first + MORE_HEAD].copy_from_slice(&sum.to_le_bytes());
        bytes[MORE_CHECKSUM..MORE_CHECKSUM + 8].copy_from_slice(&sum.to_le_bytes());
    }
    if let Some(sum) = bytes.get(SEALED_FROM..first).map(checksum) {
        bytes[SEALED_FROM - 8..SEALED_FROM].copy_from_slice(&sum.to_le_bytes());
    }
    bytes
}

/// Asks for everything that a pack can give.
pub(super) fn use_all(knowledge: &Knowledge) -> usize {
    let words = ["Democratic", "People", "’s", "Republic", "of", "Korea", "DPR", "US", "reading", "\u{1d}", "北京", ""];
    let hits = (0..words.len()).filter_map(|start| knowledge.longest(&words[start..], Some("en")));
    let named: usize = hits.flat_map(|hit| hit.names).filter_map(|name| knowledge.entity(name.entity)).count();
    let facts =
        ["Q423", "", "north"].iter().filter_map(|id| knowledge.find(id)).filter_map(|one| knowledge.entity(one));
    named + facts.map(|record| record.facts.len()).sum::<usize>() + knowledge.lists().len()
}

#[test]
fn the_undamaged_pack_gives_much() {
    assert_eq!(use_all(&load(&small()).expect("a good pack")), 9);
}

#[test]
fn every_flipped_byte_is_noticed() {
    let pack = small();
    for at in 0..pack.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut bytes = pack.clone();
            bytes[at] ^= flip;
            assert!(load(&bytes).is_err(), "byte {at} flipped by {flip:#x} went unnoticed");
        }
    }
}

#[test]
fn every_truncation_is_named_as_such() {
    let pack = small();
    assert_eq!(refusal(&[]), "not a Postil pack: it is empty; fetch or copy the file again");
    for length in 1..pack.len() {
        let expected = if length < HEAD { HEAD } else { pack.len() };
        assert_eq!(
            refusal(&pack[..length]),
            format!(
                "truncated Postil pack: {length} bytes of {expected} (the rest is missing); fetch or copy the file again"
            )
        );
    }
}

#[test]
fn two_bytes_damaged_alike_do_not_cancel_out() {
    let pack = small();
    for at in SEALED_FROM..pack.len() - 8 {
        let mut bytes = pack.clone();
        bytes[at] ^= 0x80;
        bytes[at + 8] ^= 0x80;
        assert!(load(&bytes).is_err(), "bytes {at} and {} went unnoticed", at + 8);
    }
}

#[test]
fn a_pack_in_two_files_gives_what_it_gives_in_one() {
    let (first, more) = split(&small()).expect("a good pack");
    let mut knowledge = load(&first).expect("a good first part");
    assert_eq!((use_all(&knowledge), knowledge.incomplete().count()), (7, 1), "names and lists, no facts");
    knowledge.complete(more).expect("its second part");
    assert_eq!((use_all(&knowledge), knowledge.incomplete().count()), (9, 0));
}

#[test]
fn a_second_part_is_taken_by_its_own_first_alone() {
    let (first, more) = split(&small()).expect("a good pack");
    let other = r#"{"id":"a","type":"LOC","class":"city","name":"Inkwell","description":"A city"}"#;
    let other = build(&[SourceFile { name: "other.jsonl".to_owned(), text: other.to_owned() }]).expect("a good source");
    let (_, others) = split(&other.bytes).expect("a good pack");
    let completed = |more: Vec<u8>| {
        let mut knowledge = load(&first).expect("a good first part");
        knowledge.complete(more).map(|()| knowledge).map_err(|error| error.to_string())
    };
    let truncated = format!("truncated Postil pack: {} bytes of {}", more.len() - 1, more.len());
    for (bytes, expected) in [
        (others, "it belongs to another pack, or to another build of this one"),
        (first.clone(), "it belongs to another pack, or to another build of this one"),
        (Vec::new(), "not a Postil pack: it is empty"),
        (b"<!doctype html>".to_vec(), "as a web page does"),
        (b"\x89PSTM\n\x1a".to_vec(), "its line ends were changed"),
        (more[..MORE_HEAD - 1].to_vec(), "truncated Postil pack: 15 bytes of 16"),
        (more[..more.len() - 1].to_vec(), &truncated),
        ([more.as_slice(), b"\n"].concat(), "bytes where its head says"),
    ] {
        let message = completed(bytes).expect_err("a refusal");
        assert!(message.contains(expected), "{message:?} lacks {expected:?}");
    }
    for at in 0..more.len() {
        let mut bytes = more.clone();
        bytes[at] ^= 0x01;
        assert!(completed(bytes).is_err(), "byte {at} flipped went unnoticed");
    }
    let mut whole = completed(more.clone()).expect("its second part");
    assert!(whole.complete(more.clone()).is_err(), "a second time");
    assert!(refusal(&more).contains("the second part of a split Postil pack, where its first is wanted"));
    assert!(split(&first).expect_err("a refusal").to_string().contains("the first part of a split Postil pack"));
}

#[test]
fn each_reason_has_its_message() {
    let pack = small();
    let sizes = sizes(&pack).expect("a good head");
    let (at, more) = (Tables::of(sizes), sizes.first() as usize + MORE_HEAD);
    let changed = |at: usize, to: &[u8]| {
        let mut bytes = pack.clone();
        bytes[at..at + to.len()].copy_from_slice(to);
        bytes
    };
    let checks: &[(Vec<u8>, &str)] = &[
        (b"PK\x03\x04 and so on".to_vec(), "it begins with `PK\\x03\\x04`, as a zip archive does"),
        (b"\x1f\x8b\x08\0".to_vec(), "as a gzip file does; unpack it first"),
        (b"\x28\xb5\x2f\xfd".to_vec(), "as a zstd file does; unpack it first"),
        (b"<!doctype html>".to_vec(), "it begins with `<!do`, as a web page does, perhaps the server's answer"),
        (
            br#"{"pack":"world"}"#.to_vec(),
            "as JSON does: perhaps the source of a pack; build a pack with `postil pack build`",
        ),
        (b"version https://git".to_vec(), "`git lfs pull`"),
        (b"GIF89a".to_vec(), "not a Postil pack: it begins with `GIF8`; build a pack with `postil pack build`"),
        (b"\x89PSTL\n\x1a\x01\0\0\0".to_vec(), "its line ends were changed"),
        (changed(MAGIC.len(), &[4, 0, 0, 0]), "format version 4, but this Postil reads version 3; update Postil"),
        (
            changed(MAGIC.len(), &[0, 0, 0, 0]),
            "format version 0, but this Postil reads version 3; build the pack again",
        ),
        (changed(SIZES, &[0xff; 16]), "more than a pack can hold"),
        (changed(pack.len() - 1, b"?"), "its checksum does not fit its content"),
        ([pack.as_slice(), b"\n"].concat(), "bytes where its head says"),
        (sealed(changed(pack.len() - 1, &[0xff])), "malformed Postil pack: text that is not UTF-8"),
        (sealed(changed(at.key_lengths, &[0xff])), "malformed Postil pack: a key cut amiss"),
        (sealed(changed(at.flags, &[7])), "malformed Postil pack: a name of nothing (number 0)"),
        (sealed(changed(at.languages, &[3])), "malformed Postil pack: a name in an unknown language (number 0)"),
        (sealed(changed(at.name_entities, &[0xff])), "malformed Postil pack: a name of nothing (number 0)"),
        (sealed(changed(at.types + 1, &[4])), "malformed Postil pack: an unknown type of entity (number 1)"),
        (sealed(changed(at.saliences, &[0xe9, 3])), "malformed Postil pack: a salience over one (number 0)"),
        (sealed(changed(ELSEWHERE, &[2])), "bytes where its head says"),
        (sealed(changed(more, &[0xff])), "malformed Postil pack: an entity's detail cut amiss"),
        (sealed(changed(more + 4 * sizes.entities as usize, &[0])), "malformed Postil pack: a source cut amiss"),
        (sealed(changed(at.list_lengths, &[0])), "malformed Postil pack: a list cut amiss"),
        (sealed(changed(at.keys, b"~")), "malformed Postil pack: names out of order (number 1)"),
    ];
    for (bytes, expected) in checks {
        let message = refusal(bytes);
        assert!(message.contains(expected), "{message:?} lacks {expected:?}");
    }
}
