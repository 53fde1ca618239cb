//! Takes a saved page, or none for the demo; prints how long the core and a browser's main thread work, beside peers.
//!
//! `cargo xtask bench saved/story.html` serves that page and has `benches/first-notes.mjs` time it in Chromium, and `tagging.mjs` what
//! the model adds; `cards.mjs` then opens cards on a long page made of the demo's. `cargo xtask bench packs` times packs of up to a
//! million names instead.
//!
//! Invariant: figures are for reading; no figure makes this fail.

use crate::browsers::Engine;
use crate::own_packs::OwnPacks;
use crate::pages::Pages;
use crate::serve::{Server, Site};
use crate::{process, root, setup, widget};
use anyhow::{Context as _, Result};
use std::path::Path;
use std::process::Command;

/// Runs the benches of packs, natively and in Chromium.
///
/// # Errors
/// When something does not build, or Chromium is missing.
pub(crate) fn packs() -> Result<()> {
    process::run(widget::cargo().args("bench --package postil --features cli --bench packs".split(' ')))?;
    widget::build()?;
    setup::npm_packages("benches")?;
    setup::browsers(&[Engine::Chromium])?;
    let server = Server::bind(Site { pages: None, packs: OwnPacks::default(), fixtures: None }, 0)?;
    let address = server.address() + "/";
    std::thread::spawn(|| server.run());
    in_browser("packs.mjs", &address)
}

/// Runs the benches.
///
/// # Errors
/// When the page cannot be read, something does not build, or Chromium is missing.
pub(crate) fn run(page: Option<&Path>) -> Result<()> {
    let pages = page.map(Pages::open).transpose()?;
    process::run(widget::cargo().args("bench --package postil --bench pipeline --bench quotes".split(' ')))?;
    widget::build()?;
    setup::npm_packages("benches")?;
    setup::browsers(&[Engine::Chromium])?;
    let address = pages.as_ref().map_or_else(|| "/".to_owned(), Pages::address);
    let server = Server::bind(Site { pages, packs: OwnPacks::default(), fixtures: None }, 0)?;
    let address = server.address() + &address;
    std::thread::spawn(|| server.run());
    in_browser("first-notes.mjs", &address)?;
    in_browser("tagging.mjs", &address)?;
    in_browser("cards.mjs", &address)
}

fn in_browser(script: &str, address: &str) -> Result<()> {
    let mut node = Command::new("node");
    node.arg(root().join("benches").join(script)).env("POSTIL_PAGE", address);
    node.env("POSTIL_BROWSER", Engine::Chromium.browser().context("Chromium is not installed")?);
    process::run(&mut node)
}
