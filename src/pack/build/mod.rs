//! Builds a pack from its source form.
//!
//! Takes the text of JSON-lines files; gives the bytes of a pack, or everything that is wrong with them, each with file,
//! line and column. Example:
//!
//! ```
//! use postil::{Knowledge, pack::build::{SourceFile, build}};
//!
//! let line = r#"{"id":"Q1899","type":"LOC","class":"city","name":"Kyiv","names":[{"name":"Kiev","kind":"former"}]}"#;
//! let pack = build(&[SourceFile { name: "cities.jsonl".into(), text: line.into() }]).expect("a good source");
//! let mut knowledge = Knowledge::new();
//! knowledge.add(pack.bytes).expect("a good pack");
//! assert_eq!(knowledge.longest(&["Kiev", "said"], Some("en-GB")).expect("a name").words, 1);
//! ```
//!
//! Invariant: the same source gives the same bytes, in whatever order its lines stand.

mod complaint;
mod everyday;
mod identifier;
mod source_form;
mod verify;
mod words;
mod write;

pub use complaint::Complaint;

use crate::{
    PackError,
    pack::{decode, read::Pack},
};
use source_form::{About, Entity, Line, List, Source};

/// A file of JSON lines.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its name, for complaints.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// A pack, built.
#[derive(Clone, Debug)]
pub struct Built {
    /// The bytes of the pack file.
    pub bytes: Vec<u8>,
    /// What should be looked at, although it is no error.
    pub warnings: Vec<Complaint>,
}

/// Builds a pack.
///
/// # Errors
/// All that is wrong with the source, in the order of files and lines.
pub fn build(files: &[SourceFile]) -> Result<Built, Vec<Complaint>> {
    let (source, mut complaints) = read(files);
    complaints.extend(verify::errors(&source));
    if complaints.is_empty() {
        let warnings = verify::warnings(&source);
        return Ok(Built { bytes: write::pack(&source), warnings });
    }
    complaints.sort();
    complaints.dedup();
    Err(complaints)
}

/// A record, and where it stands.
#[derive(Debug)]
struct Placed<'a, T> {
    file: &'a SourceFile,
    /// From 1.
    line: usize,
    text: &'a str,
    record: T,
}

/// All records of a pack's source.
#[derive(Debug, Default)]
struct Records<'a> {
    abouts: Vec<Placed<'a, About>>,
    sources: Vec<Placed<'a, Source>>,
    entities: Vec<Placed<'a, Entity>>,
    lists: Vec<Placed<'a, List>>,
}

fn read(files: &[SourceFile]) -> (Records<'_>, Vec<Complaint>) {
    let (mut records, mut complaints) = (Records::default(), Vec::new());
    for file in files {
        let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
        let lines = text.lines().enumerate().filter(|(_, text)| !text.trim().is_empty());
        for (number, text) in lines {
            let placed = Placed { file, line: number + 1, text, record: () };
            match source_form::read(text) {
                Ok(Line::About(about)) => records.abouts.push(placed.with(about)),
                Ok(Line::Source(source)) => records.sources.push(placed.with(source)),
                Ok(Line::Entity(entity)) => records.entities.push(placed.with(entity)),
                Ok(Line::List(list)) => records.lists.push(placed.with(list)),
                Err((message, byte)) => complaints.push(placed.complain_at_byte(byte, message)),
            }
        }
    }
    (records, complaints)
}

/// What a pack holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stat {
    /// Its name, title, licence and version.
    pub about: [String; 4],
    /// Counts: names, entities, sources, lists.
    pub counts: [u32; 4],
    /// Bytes: what marks need, what cards need besides; the second is elsewhere where a pack was split.
    pub bytes: [u64; 2],
    /// Whether these bytes hold both.
    pub is_whole: bool,
}

/// Counts and sizes of a pack.
///
/// # Errors
/// As [`Knowledge::add`](crate::Knowledge::add).
pub fn stat(bytes: Vec<u8>) -> Result<Stat, PackError> {
    let pack = Pack::load(bytes)?;
    let (sizes, about) = (pack.sizes(), decode::about(&pack));
    Ok(Stat {
        about: [about.id, about.title, about.licence, about.version].map(str::to_owned),
        counts: [sizes.names, sizes.entities, sizes.sources, sizes.lists],
        bytes: [sizes.first(), sizes.more()],
        is_whole: pack.is_complete(),
    })
}
