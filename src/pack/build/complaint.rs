//! What is wrong with a pack's source, and where.
//!
//! Takes a record's place and a message; gives a line as compilers write them. Example:
//! `leaders.jsonl:12:48: no source “factbok” in these files; add a line {"source":"factbok",…} or mend the name`.
//!
//! Invariant: lines and columns count from 1, columns in characters.

use super::Placed;
use std::fmt;

/// Something wrong, or doubtful, in a pack's source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What it is, and what to do.
    pub message: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

impl<'a, T> Placed<'a, T> {
    /// The same place, with a record read from it.
    pub(super) fn with<U>(&self, record: U) -> Placed<'a, U> {
        Placed { file: self.file, line: self.line, text: self.text, record }
    }

    /// A complaint about a byte of the line, from 1.
    pub(super) fn complain_at_byte(&self, byte: usize, message: String) -> Complaint {
        let before = |end: usize| self.text.get(..end).map(|text| text.chars().count() + 1);
        let column = (0..byte).rev().find_map(before).unwrap_or(1);
        Complaint { file: self.file.name.clone(), line: self.line, column, message }
    }

    /// A complaint about a value: where its text first stands in the line, quoted as JSON.
    pub(super) fn complain(&self, value: &str, message: String) -> Complaint {
        let quoted = serde_json::to_string(value).unwrap_or_default();
        let byte = self.text.find(&quoted).map_or(1, |at| at + 1);
        self.complain_at_byte(byte, message)
    }
}
