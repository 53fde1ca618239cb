//! The interchange form: articles and their notes as JSON, one line each.
//!
//! Takes a line such as `{"id":"1","text":"Kyiv said so.","published":"2026-11-24"}`; gives an article, and its notes as
//! `{"id":"1","published":"2026-11-24","entities":[…],"quotes":[…],"claims":[…]}`. Keys that mean nothing here pass through.
//!
//! Invariant: all offsets of a line, in and out, count the same unit.

mod input;
mod names;
mod output;

pub(crate) use input::Input;
pub(crate) use output::{Output, output};
