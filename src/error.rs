//! What can fail: a pack's bytes. Text never does.
//!
//! Takes what went wrong; gives one line that says what, where and what to do. Example: “not a Postil pack: it begins with
//! “PK”; build one with `postil pack build`”.
//!
//! Invariant: an error's text is complete in itself.

use std::fmt;

/// Why a pack was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError {
    kind: PackErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum PackErrorKind {}

impl fmt::Display for PackError {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {}
    }
}

impl std::error::Error for PackError {}
