//! Published fact-checks: read from feeds, and found again in the sentences of an article.
//!
//! Takes the reviews that packs and feeds hold, and an article; gives [`ReviewMatch`]es. Example: “A quarter of households in Leeds do
//! not own a car.” was reviewed; “One in four homes in Leeds is without a car” is its sentence.
//!
//! Invariant: a verdict stands in its publisher's words throughout, and is never made from a number.

mod address;
mod find;
pub mod import;
mod index;
#[cfg(feature = "cli")]
pub mod json;
mod matching;
mod name;
mod number;
mod statement;
mod term;
mod words;

pub(crate) use self::{find::names, index::Index};
pub use self::{
    find::{matches, scores},
    matching::LEAST,
};
use crate::{Span, pack::ReviewRecord};

/// A published fact-check, in its publisher's words: a [`ReviewRecord`] of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// The claim, as the publisher words it.
    pub claim: String,
    /// The verdict, as the publisher words it.
    pub verdict: String,
    /// Who published it.
    pub publisher: String,
    /// Where it can be read: http or https.
    pub url: String,
    /// When it was published, ISO 8601.
    pub date: Option<String>,
    /// Who made the claim.
    pub claimant: Option<String>,
    /// When the claim was made, ISO 8601.
    pub claimed: Option<String>,
    /// The rating on the publisher's own scale, in numbers: never a verdict by itself, for scales run either way.
    pub rating: Option<String>,
    /// The language of its words, as a BCP 47 tag.
    pub language: Option<String>,
    /// Pages on which the claim was made: http or https.
    pub appearances: Vec<String>,
}

impl Review {
    /// The same, as those of packs are given.
    pub fn record(&self) -> ReviewRecord<'_> {
        ReviewRecord {
            claim: &self.claim,
            verdict: &self.verdict,
            publisher: &self.publisher,
            url: &self.url,
            date: self.date.as_deref(),
            claimant: self.claimant.as_deref(),
            claimed: self.claimed.as_deref(),
            rating: self.rating.as_deref(),
            language: self.language.as_deref(),
            appearances: self.appearances.iter().map(String::as_str).collect(),
        }
    }
}

/// A sentence that states what was reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewMatch {
    /// The sentence.
    pub span: Span,
    /// The words of it to mark: the sentence, or, of a long one, the part that the reviewed claims share words with.
    pub clause: Span,
    /// What was published on it: indices into [`Knowledge::reviews`], the nearest to the sentence first.
    pub reviews: Vec<usize>,
    /// Whose statement it is: an index into `Notes::attributions`. None where the article itself states it.
    pub attribution: Option<usize>,
    /// Whether one of the reviews names this article's own address.
    pub by_address: bool,
}
