//! Postil in a page.

mod card_view;
mod dom;
mod error;
mod format;
mod host;
mod list;
mod place;
mod strings;
