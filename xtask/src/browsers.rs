//! Takes an engine's name, gives where its browser and driver stand and how a test runner calls them.
//!
//! `Engine::Webkit` is WebKitGTK: `WebKitWebDriver` + `MiniBrowser`, which wants a display.
//!
//! Invariant: the three engines are named here and nowhere else in the tasks.

use crate::process::on_path;
use anyhow::{Result, bail};
use std::fs;
use std::path::PathBuf;

/// The engines that Postil is tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// # Errors
    /// When there is no engine of this name.
    pub(crate) fn named(name: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|engine| engine.name() == name) {
            Some(engine) => Ok(engine),
            None => bail!("no engine {name:?}: choose chromium, firefox or webkit"),
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// What has to be installed for this engine.
    pub(crate) fn needs(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox-esr or firefox",
            Self::Webkit => "WebKitWebDriver, MiniBrowser and Xvfb",
        }
    }

    pub(crate) fn is_installed(&self) -> bool {
        self.browser().is_some()
            && (*self != Self::Webkit || on_path("Xvfb").is_some() && on_path("WebKitWebDriver").is_some())
    }

    /// The browser's program.
    pub(crate) fn browser(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path),
            Self::Firefox => ["firefox-esr", "firefox"].into_iter().find_map(on_path),
            Self::Webkit => on_path("MiniBrowser").or_else(mini_browser),
        }
    }

    /// The driver's program that wasm-bindgen's runner starts, and the variable that names it to the runner.
    pub(crate) fn driver(self) -> Option<(&'static str, PathBuf)> {
        let (variable, program) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::Webkit => ("SAFARIDRIVER", "WebKitWebDriver"),
        };
        Some((variable, on_path(program)?))
    }

    /// The capabilities that the runner asks its driver for.
    pub(crate) fn capabilities(self) -> Option<String> {
        let browser = self.browser()?.display().to_string().replace('\\', r"\\").replace('"', r#"\""#);
        Some(match self {
            Self::Chromium => format!(r#"{{"goog:chromeOptions":{{"binary":"{browser}","args":{CHROMIUM_FLAGS}}}}}"#),
            Self::Firefox => format!(r#"{{"moz:firefoxOptions":{{"binary":"{browser}","args":["-headless"]}}}}"#),
            Self::Webkit => format!(
                r#"{{"browserName":"MiniBrowser","webkitgtk:browserOptions":{{"binary":"{browser}","args":["--automation"]}}}}"#
            ),
        })
    }
}

/// A JSON array, also the end-to-end tests' (`tests/browser/puppeteer.mjs`) and the benches'.
const CHROMIUM_FLAGS: &str = include_str!("../../tests/browser/chromium-flags.json");

/// Debian keeps MiniBrowser off the PATH: `/usr/lib/<triple>/webkit2gtk-4.1/MiniBrowser`.
fn mini_browser() -> Option<PathBuf> {
    let triples = fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    let versions = ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"];
    let mut places = triples.flat_map(|triple| versions.map(|version| triple.join(version).join("MiniBrowser")));
    places.find(|place| place.is_file())
}
