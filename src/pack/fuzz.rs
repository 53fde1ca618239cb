//! Fuzzing the reader of packs: bytes of every kind, most of them a real pack with damage under good checksums.
//!
//! Takes a seed and a number of inputs, from `POSTIL_FUZZ` or few; gives each to the reader and, if it is taken, asks for
//! everything in it. Example: `cargo xtask fuzz` has ten million inputs and each byte of the pack that ships.
//!
//! Invariant: no input panics; loading allocates no more than the input is long, and a little for an error's words.

use super::{
    damage::{load, sealed, sizes, small, use_all},
    format::{ELSEWHERE, HEAD, MAGIC, MORE_HEAD, SIZES, Tables, VERSION},
    knowledge::Knowledge,
    split,
};
use crate::{Article, Card, PackError, annotate};
use fastrand::Rng;

/// What an error may take beside the input's length.
const WORDS_OF_AN_ERROR: u64 = 1024;

/// The number of inputs, if the whole is wanted.
#[allow(clippy::disallowed_methods, reason = "a test is told how long it may take")]
fn wanted() -> Option<usize> {
    std::env::var("POSTIL_FUZZ").ok()?.parse().ok()
}

/// Loads under the eye of an allocator that counts. The input itself is not counted.
fn load_within_bounds(first: Vec<u8>, more: Option<Vec<u8>>) -> Result<Knowledge, PackError> {
    let bound = (first.len() + more.as_ref().map_or(0, Vec::len)) as u64 + WORDS_OF_AN_ERROR;
    let mut loaded = None;
    let counted = allocation_counter::measure(|| {
        let mut knowledge = Knowledge::new();
        let added = knowledge.add(first).and_then(|()| more.map_or(Ok(()), |more| knowledge.complete(more)));
        loaded = Some(added.map(|()| knowledge));
    });
    assert!(counted.bytes_max <= bound, "{} bytes were allocated, of at most {bound}", counted.bytes_max);
    loaded.expect("it was loaded or refused")
}

/// Everything that can be asked of a pack, and now and then a whole article's notes and cards.
fn exercise(knowledge: &Knowledge, random: &mut Rng) {
    use_all(knowledge);
    if random.u8(..64) == 0 {
        let article = Article::from_text(
            "North Korea said Reading and the US signed first. The third country to sign was N Korea.",
        );
        let article = article.in_language(Some("de".to_owned()));
        let notes = annotate(&article, knowledge);
        (0..notes.annotations.len()).for_each(|mark| drop(Card::of(mark, &article, &notes, knowledge)));
    }
}

/// Bytes that mean something in a pack, or nearly.
const TELLING: [u8; 12] = [0, 1, 0x1d, 0x1e, 0x1f, b' ', b'a', 0x7f, 0x80, 0xc3, 0xfe, 0xff];

fn some_byte(random: &mut Rng) -> u8 {
    if random.bool() { random.u8(..) } else { TELLING[random.usize(..TELLING.len())] }
}

/// One act of damage, anywhere behind `from`; most keep the length, and so come further.
fn damage(bytes: &mut Vec<u8>, from: usize, random: &mut Rng) {
    if bytes.len() <= from {
        return bytes.push(some_byte(random));
    }
    let at = random.usize(from..bytes.len());
    match random.u8(..40) {
        0 => drop(bytes.remove(at)),
        1 => bytes.insert(at, some_byte(random)),
        2 => bytes.truncate(at),
        3 => {
            let end = bytes.len().min(at + random.usize(1..40));
            bytes.extend_from_within(at..end);
        }
        4..10 => {
            let other = random.usize(from..bytes.len());
            bytes.swap(at, other);
        }
        10..20 => bytes[at] ^= 1 << random.u8(..8),
        _ => bytes[at] = some_byte(random),
    }
}

fn damaged(pack: &[u8], from: usize, random: &mut Rng) -> Vec<u8> {
    let mut bytes = pack.to_vec();
    (0..random.u8(1..5)).for_each(|_| damage(&mut bytes, from, random));
    bytes
}

/// A head of small sizes, and any bytes after it.
fn invented(random: &mut Rng) -> Vec<u8> {
    let mut bytes = [&MAGIC, &VERSION.to_le_bytes()[..]].concat();
    bytes.resize(ELSEWHERE, 0);
    bytes.extend(u32::from(random.u8(..3)).to_le_bytes());
    while bytes.len() < HEAD {
        bytes.extend(u32::from(random.u8(..6)).to_le_bytes());
    }
    bytes.extend((0..random.usize(..160)).map(|_| some_byte(random)));
    bytes
}

/// A good pack, whole and split.
struct Good {
    pack: Vec<u8>,
    first: Vec<u8>,
    more: Vec<u8>,
    /// Where its records begin, behind tables and keys.
    records: usize,
}

impl Good {
    fn new() -> Self {
        let pack = small();
        let (first, more) = split(&pack).expect("a good pack");
        let records = sizes(&pack).map(|sizes| Tables::of(sizes).briefs).expect("a good head");
        Self { pack, first, more, records }
    }
}

/// A first part and, of a split pack, a second.
fn input(good: &Good, random: &mut Rng) -> (Vec<u8>, Option<Vec<u8>>) {
    let Good { pack, first, more, records } = good;
    match random.u8(..16) {
        0 => ((0..random.usize(..120)).map(|_| some_byte(random)).collect(), None),
        1 => (damaged(pack, 0, random), None),
        2 => (damaged(first, 0, random), Some(more.clone())),
        3 => (first.clone(), Some(damaged(more, 0, random))),
        4..7 => (sealed(invented(random)), None),
        7..10 => {
            // Split after the damage, so that the parts are a pair.
            let whole = sealed(damaged(pack, HEAD, random));
            split(&whole).map_or((whole, None), |(first, more)| (first, Some(more)))
        }
        10 => (sealed(damaged(pack, SIZES, random)), None),
        11..13 => (sealed(damaged(pack, HEAD, random)), None),
        _ => (sealed(damaged(pack, *records, random)), None),
    }
}

#[test]
fn no_input_panics_or_allocates_more_than_it_is_long() {
    let (good, mut random) = (Good::new(), Rng::with_seed(4));
    let (inputs, mut taken) = (wanted().unwrap_or(100_000), 0);
    for _ in 0..inputs {
        let (first, more) = input(&good, &mut random);
        if let Ok(knowledge) = load_within_bounds(first, more) {
            exercise(&knowledge, &mut random);
            taken += 1;
        }
    }
    println!("{inputs} inputs, {taken} of them taken as packs");
    assert!(taken > inputs / 10, "only {taken} of {inputs} inputs came as far as a look-up");
}

#[test]
fn each_damaged_byte_of_the_pack_that_ships_is_noticed_and_under_good_checksums_harmless() {
    let pack = include_bytes!("../../packs/world.pack");
    let (stride, mut random, mut taken) = (if wanted().is_some() { 1 } else { 1009 }, Rng::with_seed(5), 0);
    for at in (0..pack.len()).step_by(stride) {
        for flip in [0x01, 0x80, 0xff] {
            let mut bytes = pack.to_vec();
            bytes[at] ^= flip;
            assert!(load(&bytes).is_err(), "byte {at} flipped by {flip:#x} went unnoticed");
            let resealed = load_within_bounds(sealed(bytes), None);
            taken += usize::from(resealed.inspect(|knowledge| exercise(knowledge, &mut random)).is_ok());
        }
    }
    println!(
        "{} bytes, each damaged three ways; {taken} packs so damaged were taken under good checksums",
        pack.len() / stride
    );
    assert!(taken > 0 && pack.len() > HEAD + MORE_HEAD);
}
