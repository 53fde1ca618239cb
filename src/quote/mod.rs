//! Quotations: who said what, and whose term it is.
//!
//! Takes the segmented text and its cast; gives [`Attribution`]s: content, source, cue and setting. Example: “We were not
//! asked,” the mayor said. Content: the words in marks; source: “the mayor”; cue: “said”.
//!
//! Invariant: the contents of two attributions never cross, and no cue or source stands inside the marks of its own content.

use crate::{Attribution, mention::Cast, segment::Text};

/// Finds who said what.
pub fn attributions(_text: &Text, _cast: &Cast) -> Vec<Attribution> {
    Vec::new()
}
