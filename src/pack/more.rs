//! The second part of a pack: what cards need besides names and briefs.
//!
//! Takes a file and where the part begins in it; gives details and sources by their number. Example: the detail of North Korea
//! is its description, its link and its facts.
//!
//! Invariant: the part fits the sizes of the first part's head.

use super::{
    check::{self, Flaw},
    format::{MORE_HEAD, Sizes},
    pieces::{Lengths, Pieces},
};

/// Details and sources.
#[derive(Debug)]
pub(super) struct More {
    /// Its own file; none where it follows the first part.
    file: Option<Vec<u8>>,
    details: Pieces,
    sources: Pieces,
}

impl More {
    /// The part that begins at `from`.
    pub(super) fn check(bytes: &[u8], from: usize, sizes: Sizes) -> Result<Self, Flaw> {
        let detail_lengths = Lengths { at: from + MORE_HEAD, count: sizes.entities as usize, width: 4 };
        let at = detail_lengths.at + 4 * detail_lengths.count;
        let source_lengths = Lengths { at, count: sizes.sources as usize, width: 4 };
        let details = at + 4 * source_lengths.count;
        let sources = details + sizes.detail_bytes as usize;
        let end = sources + sizes.source_bytes as usize;
        check::text(bytes, details..end)?;
        let pieces = Pieces::new(bytes, detail_lengths, details..sources);
        let details = pieces.ok_or(("an entity's detail cut amiss", detail_lengths.count))?;
        let pieces = Pieces::new(bytes, source_lengths, sources..end);
        let sources = pieces.ok_or(("a source cut amiss", source_lengths.count))?;
        Ok(Self { file: None, details, sources })
    }

    /// The same, in a file of its own.
    pub(super) fn with(self, file: Vec<u8>) -> Self {
        Self { file: Some(file), ..self }
    }

    pub(super) fn detail<'a>(&'a self, first: &'a [u8], entity: usize) -> &'a [u8] {
        self.details.get(self.file.as_deref().unwrap_or(first), entity)
    }

    pub(super) fn source<'a>(&'a self, first: &'a [u8], source: usize) -> Option<&'a [u8]> {
        let file = self.file.as_deref().unwrap_or(first);
        (source < self.sources.count()).then(|| self.sources.get(file, source))
    }
}
