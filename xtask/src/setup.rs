//! Takes nothing, gives a machine that can build and test: the wasm target, npm packages, browsers.
//!
//! As root on Debian `cargo xtask test` installs what is missing; elsewhere it prints the command to type.
//!
//! Invariant: installs only what is missing, and says so.

use crate::browsers::Engine;
use crate::{process, root};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::process::Command;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN_PACKAGES: &str = "chromium chromium-driver firefox-esr webkit2gtk-driver xvfb fonts-dejavu-core";

/// Adds the wasm target to the toolchain when it has none.
///
/// # Errors
/// When the target is missing and there is no rustup to add it.
pub(crate) fn wasm_target() -> Result<()> {
    if has_wasm_target()? {
        return Ok(());
    }
    if process::on_path("rustup").is_none() {
        bail!(
            "this Rust has no standard library for {WASM_TARGET}, and there is no rustup to add it: install rustup, or the package of your system that holds this target"
        );
    }
    println!("Adding the Rust target {WASM_TARGET}");
    process::run(Command::new("rustup").current_dir(root()).args(["target", "add", WASM_TARGET]))
}

fn has_wasm_target() -> Result<bool> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(rustc);
    command.current_dir(root()).args(["--print", "target-libdir", "--target", WASM_TARGET]);
    let output = command.output().context("cannot start rustc")?;
    let folder = String::from_utf8_lossy(&output.stdout);
    Ok(output.status.success() && fs::read_dir(folder.trim()).is_ok_and(|mut files| files.next().is_some()))
}

/// Installs the npm packages of the browser tests, exactly as locked, when they are absent or older than the lock.
///
/// # Errors
/// When there is no Node, or npm fails.
pub(crate) fn npm_packages(of: &str) -> Result<()> {
    let folder = root().join(of);
    let modified = |file: &str| fs::metadata(folder.join(file)).and_then(|about| about.modified()).ok();
    if modified("node_modules/.package-lock.json") >= modified("package-lock.json") {
        return Ok(());
    }
    if process::on_path("npm").is_none() {
        bail!("{of} needs Node 20 or newer with npm, and there is no npm on the PATH: install Node");
    }
    println!("Installing the npm packages of {of}");
    process::run(Command::new("npm").current_dir(folder).args(["ci", "--no-audit", "--no-fund"]))
}

/// Installs missing browsers when it may, else says how; gives the browsers that stand there afterwards.
///
/// # Errors
/// When no browser is found, or, with `CI=true`, when one of the three is missing.
pub(crate) fn browsers(wanted: &[Engine]) -> Result<Vec<Engine>> {
    let missing = |engine: &&Engine| !engine.is_installed();
    if wanted.iter().any(|engine| missing(&engine)) {
        install_browsers()?;
    }
    for engine in wanted.iter().filter(missing) {
        println!("{} is missing: {}", engine.name(), engine.needs());
    }
    let found = wanted.iter().copied().filter(Engine::is_installed).collect::<Vec<_>>();
    let all_required = std::env::var("CI").is_ok_and(|value| value == "true");
    if found.is_empty() || (all_required && found.len() < wanted.len()) {
        bail!("browsers are missing; install them by: {}", apt_commands("sudo "));
    }
    Ok(found)
}

fn install_browsers() -> Result<()> {
    if process::on_path("apt-get").is_none() || !is_root() {
        println!("Browsers are missing. On Debian: {}", apt_commands("sudo "));
        return Ok(());
    }
    println!("Installing browsers: {}", apt_commands(""));
    process::run(apt().arg("update"))?;
    process::run(apt().args(["install", "--yes", "--no-install-recommends"]).args(DEBIAN_PACKAGES.split(' ')))
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
    apt
}

fn apt_commands(sudo: &str) -> String {
    format!("{sudo}apt-get update && {sudo}apt-get install --yes --no-install-recommends {DEBIAN_PACKAGES}")
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
