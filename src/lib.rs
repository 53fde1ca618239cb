//! Postil: a note in the margin that explains the text.
//!
//! The core takes an [`Article`] and [`Knowledge`] and gives [`Notes`]: who is named, who said what, what can be checked,
//! and for each mark a [`Card`]. It knows no browser, no clock and no file: it is a function of text, packs and options.
//!
//! ```
//! use postil::{Article, Knowledge, annotate};
//!
//! let article = Article::from_text("“We were not asked,” the mayor said.");
//! let notes = annotate(&article, &Knowledge::new());
//! assert_eq!(notes.attributions.len(), 1);
//! ```

mod amount;
mod annotate;
mod annotation;
mod article;
pub mod card;
pub mod claim;
mod cut;
mod error;
mod lemma;
mod linked_data;
pub mod mention;
pub mod offsets;
mod order;
pub mod pack;
pub mod quote;
mod resolve;
pub mod review;
pub mod segment;
mod span;
pub mod tagger;
mod word_list;

pub use crate::{
    amount::Amount,
    annotate::{Options, annotate, annotate_with},
    annotation::{
        Annotation, Attribution, Body, Entity, Mention, MentionSense, NameType, Notes, QuoteKind, Relay, Rule,
    },
    article::{Article, Block, BlockKind, day},
    card::Card,
    error::PackError,
    linked_data::{LinkedData, linked_data},
    pack::{EntityRef, Knowledge},
    review::Review,
    span::Span,
};
pub use time::Date;
