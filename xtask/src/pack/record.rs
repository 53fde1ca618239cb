//! Takes JSON lines in the form of `packs/README.md`; gives records, and writes them one a line in the order of their identifiers.
//!
//! `{"id":"Q117","name":"Ghana","drop":["Congolese"],"why":"shared by two countries"}` is an amendment: a record of which all but
//! the identifier may be missing.
//!
//! Invariant: what is written is read back the same, and a key that is not known is an error.

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::Path;

/// A line of a pack's source on an entity, whole or in part.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Record {
    pub(super) id: String,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) name_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) class: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) names: Vec<Name>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) seat_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) salience: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) wikipedia: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) facts: Vec<Fact>,
    /// Of an amendment: names, and properties of facts, that the sources give and that we leave out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) drop: Vec<String>,
    /// Of an amendment: the reason for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) why: Option<String>,
}

/// One more name of an entity.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Name {
    pub(super) name: String,
    pub(super) kind: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) everyday: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
}

impl Name {
    pub(super) fn new(name: &str, kind: &str) -> Self {
        Self { name: name.to_owned(), kind: kind.to_owned(), everyday: false, language: None }
    }
}

/// What a source says of an entity.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Fact {
    pub(super) property: String,
    pub(super) value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) as_of: Option<String>,
    pub(super) source: String,
}

/// Reads a file of records.
///
/// # Errors
/// With the line, when one is no record.
pub(super) fn read(path: &Path) -> Result<Vec<Record>> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let record = |(number, line): (usize, &str)| {
        serde_json::from_str(line).with_context(|| format!("{}:{}: no record", path.display(), number + 1))
    };
    text.lines().enumerate().map(record).collect()
}

/// The lines of records, in the order of their identifiers.
///
/// # Errors
/// When a number is none that JSON can hold.
pub(super) fn write(records: &[Record]) -> Result<String> {
    let mut lines =
        records.iter().map(|record| Ok((&record.id, serde_json::to_string(record)?))).collect::<Result<Vec<_>>>()?;
    lines.sort();
    Ok(lines.into_iter().map(|(_, line)| line + "\n").collect())
}

/// The columns of a table of ours: lines of tab-separated values below a line of headings, `#` before a remark.
///
/// # Errors
/// When a line has not as many columns as are asked for; the message names it.
pub(super) fn table<const N: usize>(path: &Path) -> Result<Vec<[String; N]>> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')).skip(1);
    let row = |(number, line): (usize, &str)| {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        cells.try_into().ok().with_context(|| format!("{}:{}: {N} columns are wanted", path.display(), number + 1))
    };
    lines.map(row).collect()
}
