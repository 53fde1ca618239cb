//! The source of a pack, as the command line is given it.
//!
//! Takes paths and options; gives files of text and what they are checked against. Example: `people.csv --licence CC0-1.0
//! --title "People of our city" --version 2026-11` is the sheet, and a line of JSON that says what pack it is.
//!
//! Invariant: what is not UTF-8 is decoded only where a spreadsheet may have written it, and never silently.

use clap::Args;
use encoding_rs::{Encoding, WINDOWS_1252};
use postil::{
    Knowledge,
    pack::build::{SourceFile, Surroundings},
};
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

#[derive(Args)]
pub(crate) struct Sources {
    /// Sheets (.csv, .tsv) and files of JSON lines; a folder means its *.jsonl, *.csv and *.tsv in the order of their names.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// A pack that will be loaded beside this one (may be repeated): identifiers may be its, and names that it has too are told.
    #[arg(long = "with", value_name = "PACK")]
    beside: Vec<PathBuf>,
    #[command(flatten)]
    about: About,
}

/// What pack it is, where no line of JSON says so.
#[derive(Args)]
pub(crate) struct About {
    /// The pack's name for readers, as cards show it.
    #[arg(long, requires_all = ["licence", "version"])]
    title: Option<String>,
    /// Under which licence the pack may be used: CC0-1.0, "All rights reserved", ...
    #[arg(long, requires = "title")]
    licence: Option<String>,
    /// The pack's version as you count, for instance 2026-11.
    #[arg(long, requires = "title")]
    version: Option<String>,
}

impl Sources {
    /// All files, and what the options say of the pack of this short name.
    pub(crate) fn read(&self, name: &str) -> Result<Vec<SourceFile>, String> {
        let mut paths = Vec::new();
        for path in &self.files {
            if path.is_dir() {
                paths.extend(folder(path)?);
            } else {
                paths.push(path.clone());
            }
        }
        let files: Result<Vec<_>, _> = paths.iter().map(|path| source_file(path)).collect();
        Ok(files?.into_iter().chain(self.about.line(name)).collect())
    }

    /// The packs of `--with`, and today.
    pub(crate) fn surroundings(&self) -> Result<Surroundings, String> {
        let mut beside = Knowledge::new();
        for path in &self.beside {
            let bytes = fs::read(path).map_err(|e| cannot("read", path, &e))?;
            beside.add(bytes).map_err(|e| format!("{}: {e}", path.display()))?;
        }
        Ok(Surroundings { beside: (!self.beside.is_empty()).then_some(beside), today: today() })
    }
}

impl About {
    fn line(&self, name: &str) -> Option<SourceFile> {
        let title = self.title.as_ref()?;
        let line = serde_json::json!({"pack": name, "title": title, "licence": self.licence, "version": self.version});
        Some(SourceFile { name: "the command line".to_owned(), text: line.to_string() })
    }
}

/// The day in UTC, as in 2026-01-31.
fn today() -> Option<String> {
    const EPOCH: i32 = 2_440_588; // 1 January 1970, as a Julian day
    let days = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs() / 86_400;
    let day = time::Date::from_julian_day(EPOCH + i32::try_from(days).ok()?).ok()?;
    Some(format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day()))
}

fn folder(path: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(path).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut files: Vec<PathBuf> = entries.map_err(|e| cannot("read", path, &e))?;
    files.retain(|file| {
        file.extension().is_some_and(|end| end == "jsonl") || SourceFile::is_sheet(&file.to_string_lossy())
    });
    files.sort();
    if files.is_empty() {
        let message = "no *.jsonl, *.csv or *.tsv in this folder; put the pack's source there";
        return Err(format!("{}: {message}", path.display()));
    }
    Ok(files)
}

fn source_file(path: &Path) -> Result<SourceFile, String> {
    let name = path.display().to_string();
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if ["xlsx", "xls", "ods", "numbers"].contains(&ending.as_str()) {
        return Err(format!("{name}: a spreadsheet's own file; save the sheet as “CSV UTF-8” and give that"));
    }
    let bytes = fs::read(path).map_err(|e| cannot("read", path, &e))?;
    let text = decode(&name, &bytes)?;
    Ok(SourceFile { name, text })
}

/// The text of a file. Spreadsheets also save UTF-16, with a byte order mark, and in the west Windows-1252, without any.
fn decode(name: &str, bytes: &[u8]) -> Result<String, String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return Ok(text.into_owned());
    }
    let Err(error) = std::str::from_utf8(bytes) else { return Ok(String::from_utf8_lossy(bytes).into_owned()) };
    let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    if !SourceFile::is_sheet(name) {
        return Err(format!("{name}:{line}: no UTF-8; save the file as UTF-8"));
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    eprintln!(
        "warning: {name}:{line}: no UTF-8, so it was read as Windows-1252, with “{}” here; if that is misspelt, save the sheet as \
         “CSV UTF-8”",
        word_at(&text, error.valid_up_to())
    );
    Ok(text.into_owned())
}

/// The word around a character of this number: in Windows-1252 a byte is a character.
fn word_at(text: &str, character: usize) -> &str {
    let at = text.char_indices().nth(character).map_or(0, |(at, _)| at);
    let parts = |c: char| c.is_whitespace() || ",;\t\"".contains(c);
    let start = text.get(..at).and_then(|head| head.rsplit(parts).next()).map_or(at, |head| at - head.len());
    text.get(start..).and_then(|rest| rest.split(parts).next()).unwrap_or_default()
}

pub(crate) fn cannot(verb: &str, path: &Path, error: &io::Error) -> String {
    format!("cannot {verb} {}: {error}", path.display())
}
