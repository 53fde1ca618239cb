//! Postil in a page: finds the article, marks it, and shows a card for each mark, without changing the document.
//!
//! `DOM -> walk -> outline -> find_article -> snapshot -> postil::annotate -> marks -> card`. A script holds a [`Page`];
//! everything that it started ends with it.
//!
//! Invariant: the document is read, never rewritten.

mod announcer;
mod api;
mod card_view;
mod choices;
mod cursor;
mod dom;
mod error;
mod events;
mod exclude;
mod find_article;
mod format;
mod hit;
mod host;
mod keyboard;
mod language;
mod last_words;
mod list;
mod listen;
mod marks;
mod metadata;
mod nearness;
mod observe;
mod options;
mod outline;
mod place;
mod pointer;
mod reading;
mod safe_path;
mod session;
mod snapshot;
mod strings;
mod walk;
mod weigh;
mod wording;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

pub use crate::{
    api::Page,
    error::PageError,
    metadata::{Metadata, metadata},
    reading::Engine,
    walk::Tools,
};
