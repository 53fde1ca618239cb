//! Builds a pack from its source form.
//!
//! Takes the text of JSON-lines files, of sheets (CSV, TSV) and of feeds of fact-checks (JSON, HTML); gives the bytes of a pack, or everything that is wrong with
//! them, each with file, line and column. Example:
//!
//! ```
//! use postil::{Knowledge, pack::build::{SourceFile, build}};
//!
//! let sheet = "Name;Type;Former\nKyiv;place;Kiev";
//! let pack = build(&[SourceFile { name: "cities.csv".into(), text: sheet.into() }]).expect("a good source");
//! let mut knowledge = Knowledge::new();
//! knowledge.add(pack.bytes).expect("a good pack");
//! assert_eq!(knowledge.longest(&["Kiev", "said"], Some("en-GB")).expect("a name").words, 1);
//! ```
//!
//! Invariant: the same source gives the same bytes, in whatever order its lines stand.

mod clash;
mod column;
mod complaint;
mod doubt;
mod everyday;
mod feed;
mod identifier;
mod reference;
mod row;
mod sheet;
mod source_form;
mod stat;
mod table;
mod verify;
mod words;
mod write;

pub use complaint::Complaint;
pub use source_form::schema;
pub use stat::{Groups, Stat, stat};

use crate::Knowledge;
use complaint::{Form, Place, Placed};
use source_form::{About, Entity, Line, List, Review, Source};
use std::collections::BTreeSet;

/// A file of a pack's source: a sheet if its name ends in `.csv` or `.tsv`, a feed of fact-checks if in `.json` or `.html`, else JSON
/// lines.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its name, for complaints.
    pub name: String,
    /// What it holds.
    pub text: String,
}

impl SourceFile {
    /// Whether a file of this name is a sheet.
    pub fn is_sheet(name: &str) -> bool {
        let name = name.to_ascii_lowercase();
        name.ends_with(".csv") || name.ends_with(".tsv")
    }

    /// Whether a file of this name is a page, perhaps with fact-checks in it.
    fn is_page(&self) -> bool {
        let name = self.name.to_ascii_lowercase();
        name.ends_with(".html") || name.ends_with(".htm")
    }

    /// Whether a file of this name is a feed of fact-checks.
    fn is_feed(&self) -> bool {
        self.is_page() || self.name.to_ascii_lowercase().ends_with(".json")
    }

    /// The text without a byte order mark.
    fn text(&self) -> &str {
        self.text.strip_prefix('\u{feff}').unwrap_or(&self.text)
    }
}

/// What a source is checked against, beside itself.
#[derive(Debug, Default)]
pub struct Surroundings {
    /// The packs that will be loaded beside it, if they are known.
    pub beside: Option<Knowledge>,
    /// The day of the check, as in 2026-01-31, if it is known.
    pub today: Option<String>,
}

/// What is to be said of a source, in the order of files and lines.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What forbids a build.
    pub errors: Vec<Complaint>,
    /// What an editor should look at.
    pub warnings: Vec<Complaint>,
}

/// A pack, built.
#[derive(Clone, Debug)]
pub struct Built {
    /// The bytes of the pack file.
    pub bytes: Vec<u8>,
    /// What should be looked at, although it is no error.
    pub warnings: Vec<Complaint>,
}

/// Checks a source without building.
pub fn check(files: &[SourceFile], surroundings: &Surroundings) -> Report {
    let (records, complaints) = read(files);
    report(&records, complaints, surroundings)
}

/// Builds a pack, knowing of nothing beside it.
///
/// # Errors
/// All that is wrong with the source, in the order of files and lines.
pub fn build(files: &[SourceFile]) -> Result<Built, Vec<Complaint>> {
    build_beside(files, &Surroundings::default()).map_err(|report| report.errors)
}

/// Builds a pack.
///
/// # Errors
/// The whole report, if anything in it is an error.
pub fn build_beside(files: &[SourceFile], surroundings: &Surroundings) -> Result<Built, Report> {
    let (records, complaints) = read(files);
    let report = report(&records, complaints, surroundings);
    if report.errors.is_empty() {
        return Ok(Built { bytes: write::pack(&records), warnings: report.warnings });
    }
    Err(report)
}

fn report(records: &Records, read: Vec<Complaint>, surroundings: &Surroundings) -> Report {
    let Surroundings { beside, today } = surroundings;
    let [dead, perhaps_dead] = reference::dead(records, beside.as_ref());
    let mut errors = [read, verify::errors(records), dead].concat();
    let doubts = doubt::warnings(records, today.as_deref());
    let refused = records.refused.clone();
    let mut warnings = [refused, doubts, clash::warnings(records, beside.as_ref()), perhaps_dead].concat();
    for complaints in [&mut errors, &mut warnings] {
        complaints.sort();
        complaints.dedup();
    }
    Report { errors, warnings }
}

/// All records of a pack's source.
#[derive(Debug, Default)]
struct Records<'a> {
    abouts: Vec<Placed<'a, About>>,
    sources: Vec<Placed<'a, Source>>,
    entities: Vec<Placed<'a, Entity>>,
    lists: Vec<Placed<'a, List>>,
    reviews: Vec<Placed<'a, Review>>,
    /// The sources that rows of entities have described.
    described: BTreeSet<String>,
    /// Entries of feeds that were passed over.
    refused: Vec<Complaint>,
}

fn read(files: &[SourceFile]) -> (Records<'_>, Vec<Complaint>) {
    let (mut records, mut complaints) = (Records::default(), Vec::new());
    for file in files {
        complaints.extend(match file {
            _ if SourceFile::is_sheet(&file.name) => sheet::read(file, &mut records),
            _ if file.is_feed() => feed::read(file, &mut records),
            _ => read_lines(file, &mut records),
        });
    }
    (records, complaints)
}

fn read_lines<'a>(file: &'a SourceFile, records: &mut Records<'a>) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let lines = file.text().lines().enumerate().filter(|(_, text)| !text.trim().is_empty());
    for (number, text) in lines {
        let place = Place { file, form: Form::Line(number + 1, text) };
        match source_form::read(text) {
            Ok(Line::About(about)) => records.abouts.push(place.with(about)),
            Ok(Line::Source(source)) => records.sources.push(place.with(source)),
            Ok(Line::Entity(entity)) => records.entities.push(place.with(entity)),
            Ok(Line::List(list)) => records.lists.push(place.with(list)),
            Ok(Line::Review(review)) => records.reviews.push(place.with(review)),
            Err((message, byte)) => complaints.push(place.complain_at_byte(byte, message)),
        }
    }
    complaints
}
