//! Takes an engine and a saved page, or none for all three and the demo; gives pictures of the page and of its cards.
//!
//! `cargo xtask screenshots webkit saved/story.html` writes `target/screenshots/webkit/story/page.png` and its neighbours.
//!
//! Invariant: judges nothing; the pictures are for eyes.

use crate::browsers::Engine;
use crate::own_packs::OwnPacks;
use crate::pages::Pages;
use crate::serve::{Server, Site};
use crate::suite::shown;
use crate::{process, root, setup, target, widget};
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Takes the pictures.
///
/// # Errors
/// When the page cannot be read, something does not build, or a browser is missing.
pub(crate) fn run(engine: Option<Engine>, page: Option<&Path>) -> Result<()> {
    let pages = page.map(Pages::open).transpose()?;
    let addresses = pages.as_ref().map_or_else(|| vec!["/".to_owned()], Pages::addresses);
    widget::build()?;
    setup::npm_packages("tests/browser")?;
    let engines = setup::browsers(engine.as_ref().map_or(&Engine::ALL, std::slice::from_ref))?;
    let server = Server::bind(Site { pages, packs: OwnPacks::default(), fixtures: None }, 0)?;
    let base = server.address();
    std::thread::spawn(|| server.run());
    for engine in engines {
        for address in &addresses {
            let folder = target().join("screenshots").join(engine.name()).join(name_of(address));
            // A page without an article is no reason to look at no other.
            if let Err(error) = take(engine, &base, address, &folder) {
                println!("{}: {error:#}", folder.display());
            }
        }
    }
    Ok(())
}

fn take(engine: Engine, base: &str, address: &str, folder: &PathBuf) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut node = Command::new("node");
    node.arg(root().join("tests/browser/screenshots.mjs"));
    node.env("POSTIL_BASE_URL", base).env("POSTIL_PAGE", address).env("POSTIL_PICTURES", folder);
    let display = shown(&mut node, engine)?;
    process::run(&mut node)?;
    drop(display);
    println!("{}", folder.display());
    Ok(())
}

/// `/pages/cnn/story.html` is `story`, `/` is `demo`.
fn name_of(address: &str) -> String {
    let file = address.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    if stem.is_empty() { "demo".to_owned() } else { stem.to_owned() }
}
