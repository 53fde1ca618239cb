//! Names: where they stand and whom they mean.
//!
//! Takes the segmented text and the knowledge; gives the [`Cast`] of the article: its entities and where each is named.
//! Example: “DPR leader Denis Pushilin said” has one mention that no pack knows, with the role “DPR leader”.
//!
//! Invariant: mentions stand in the order of the text and do not overlap.

use crate::{Entity, Knowledge, Mention, Span, segment::Text};

/// Whom and what an article names.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// Everybody and everything named, in the order of first mention.
    pub entities: Vec<Entity>,
    /// Each place where one is named, in the order of the text.
    pub mentions: Vec<Mention>,
}

impl Cast {
    /// The mentions that lie within a span.
    pub fn within(&self, span: Span) -> &[Mention] {
        let start = self.mentions.partition_point(|mention| mention.span.start < span.start);
        let end = self.mentions.partition_point(|mention| mention.span.end <= span.end);
        &self.mentions[start..end.max(start)]
    }
}

/// Finds the names of an article and whom they mean.
pub fn cast(_text: &Text, _knowledge: &Knowledge) -> Cast {
    Cast::default()
}
