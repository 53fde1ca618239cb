//! What is wrong with a pack's source, and where.
//!
//! Takes a record's place, a key, its value and a message; gives a line as compilers write them. Examples:
//! `leaders.jsonl:12:48: no line of these files describes the source “factbok”; …` and
//! `people.csv:9:5: row 7, “Salience”: `salience` is 4; …`.
//!
//! Invariant: lines and columns count from 1; in JSON lines a column is a character, in a table a column of the table, and a row
//! is numbered as the spreadsheet shows it. Of a feed entries are counted, from 0.

use super::{SourceFile, column::Column, table::Row};
use std::{fmt, rc::Rc};

/// Something wrong, or doubtful, in a pack's source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    /// The file's name.
    pub file: String,
    /// The line of the file, from 1; 0 where `column` counts a feed's entries.
    pub line: usize,
    /// The character in the line, or the column of the table, from 1; of a feed the entry, from 0.
    pub column: usize,
    /// What it is, and what to do.
    pub message: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Complaint { file, line, column, message } = self;
        match line {
            0 => write!(f, "{file}: entry {column}: {message}"),
            _ => write!(f, "{file}:{line}:{column}: {message}"),
        }
    }
}

/// A record, and where it stands.
#[derive(Debug)]
pub(super) struct Placed<'a, T> {
    pub(super) place: Place<'a>,
    pub(super) record: T,
}

/// Where a record stands.
#[derive(Clone, Debug)]
pub(super) struct Place<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) form: Form<'a>,
}

/// How a record is written.
#[derive(Clone, Debug)]
pub(super) enum Form<'a> {
    /// As a line of JSON: its number from 1, and its text.
    Line(usize, &'a str),
    /// As a row under these headers.
    Row(Rc<Row>, Rc<[Header]>),
    /// As an entry of a feed, from 0.
    Entry(usize),
}

/// The head of a column.
#[derive(Debug)]
pub(super) struct Header {
    /// As the file has it.
    pub(super) written: String,
    pub(super) means: Column,
}

/// As in “the first is at people.csv:7”.
impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file.name, self.line())
    }
}

impl<T> Placed<'_, T> {
    /// A complaint about the value of a key.
    pub(super) fn complain(&self, key: &str, value: &str, message: String) -> Complaint {
        self.place.complain(key, value, message)
    }

    /// What to do, in the words of the form in which the record is written.
    pub(super) fn advice<'b>(&self, in_json: &'b str, in_table: &'b str) -> &'b str {
        if self.place.is_row() { in_table } else { in_json }
    }
}

impl<'a> Place<'a> {
    pub(super) fn with<T>(&self, record: T) -> Placed<'a, T> {
        Placed { place: self.clone(), record }
    }

    pub(super) fn is_row(&self) -> bool {
        matches!(self.form, Form::Row(..))
    }

    /// The line of the file in which the record begins.
    pub(super) fn line(&self) -> usize {
        match &self.form {
            Form::Line(number, _) => *number,
            Form::Row(row, _) => row.line,
            Form::Entry(_) => 0,
        }
    }

    /// A complaint about the value of a key, wherever the record has it; a value that is empty is none.
    pub(super) fn complain(&self, key: &str, value: &str, message: String) -> Complaint {
        match &self.form {
            Form::Line(_, text) => self.complain_at_byte(byte_of(text, key, value), message),
            Form::Row(row, headers) => self.complain_at_column(column_of(row, headers, key, value), message),
            Form::Entry(entry) => self.complaint(0, *entry, message),
        }
    }

    /// A complaint about a byte of the line, from 1.
    pub(super) fn complain_at_byte(&self, byte: usize, message: String) -> Complaint {
        let Form::Line(_, text) = self.form else { return self.complaint(self.line(), 1, message) };
        let before = |end: usize| text.get(..end).map(|text| text.chars().count() + 1);
        self.complaint(self.line(), (0..byte).rev().find_map(before).unwrap_or(1), message)
    }

    /// A complaint about a cell of the row, from 0.
    pub(super) fn complain_at_column(&self, column: usize, message: String) -> Complaint {
        let Form::Row(row, headers) = &self.form else { return self.complaint(self.line(), 1, message) };
        let cell = match headers.get(column).map(|header| header.written.trim()) {
            Some(written) if !written.is_empty() => format!("row {}, “{written}”", row.number),
            _ => format!("row {}, column {}", row.number, column + 1),
        };
        self.complaint(row.line_of(column), column + 1, format!("{cell}: {message}"))
    }

    fn complaint(&self, line: usize, column: usize, message: String) -> Complaint {
        Complaint { file: self.file.name.clone(), line, column, message }
    }
}

/// Where a line has the value of a key, else the value, else the key: the number of a byte, from 1.
fn byte_of(text: &str, key: &str, value: &str) -> usize {
    let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let (key, value_text) = (quoted(key), quoted(value));
    let key_at = text.find(&key);
    let found = if value.is_empty() {
        text.find(&format!("{key}:{value_text}")).map(|at| at + key.len() + 1)
    } else {
        let from = key_at.map_or(0, |at| at + key.len());
        let after = text.get(from..).and_then(|rest| rest.find(&value_text)).map(|at| from + at);
        after.or_else(|| text.find(&value_text))
    };
    found.or(key_at).map_or(1, |at| at + 1)
}

/// Which cell has the value of a key, else the value, else anything for the key: the number of a column, from 0.
fn column_of(row: &Row, headers: &[Header], key: &str, value: &str) -> usize {
    let holds = |column: &usize| !value.is_empty() && row.cell(*column).is_some_and(|cell| cell.contains(value));
    let is_for = |column: &usize| headers.get(*column).is_some_and(|header| header.means.is_for(key, value));
    let columns = || 0..headers.len();
    let found = columns().filter(is_for).find(holds);
    found.or_else(|| columns().find(holds)).or_else(|| columns().find(is_for)).unwrap_or(0)
}
