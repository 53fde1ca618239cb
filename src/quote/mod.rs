//! Quotations: who said what, and whose term it is.
//!
//! Takes the segmented text and its cast; gives [`Attribution`]s: content, source, cue and setting. Example: “We were not
//! asked,” the mayor said. Content: the words in marks; source: “the mayor”; cue: “said”.
//!
//! The way through: [`marks`] pairs the quotation marks; [`frame`] folds each quotation into one item of its sentence;
//! [`report`] finds the reporting clauses ([`verb`], [`cue`], [`passive`], [`source`], [`setting`]); [`link`] ties quotations to
//! them; [`kind`] tells speech from terms and titles; [`speaker`] finds the entity; [`attribute`] puts it together; [`carry`]
//! carries the speaker on.
//!
//! Invariant: the contents of two attributions never cross, and no cue or source stands inside the marks of its own content.

mod abroad;
#[cfg(test)]
mod adversarial;
mod attribute;
mod block;
mod carry;
mod content;
mod cue;
mod frame;
mod inventory;
mod kind;
mod lexicon;
mod link;
mod marks;
mod passive;
mod phrase;
mod pull;
mod report;
mod setting;
mod source;
mod speaker;
mod turn;
mod verb;
mod whole;

pub(crate) use lexicon::{is_closed, is_reported, is_third_person};

use crate::{Attribution, mention::Cast, segment::Text};

/// Finds who said what.
pub fn attributions(text: &Text, cast: &Cast) -> Vec<Attribution> {
    if let Some(words) = abroad::language_of(text) {
        return abroad::attributions(text, cast, words);
    }
    let frames = frame::Frames::new(text, marks::quotations(text));
    attribute::attribute(&frames, cast)
}
