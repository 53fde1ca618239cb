//! Takes the names of a part, an engine and a spec, or none for all; runs the tests, gives one closing line.
//!
//! `cargo xtask test browser webkit` runs the end-to-end tests in WebKitGTK alone.
//!
//! Invariant: a part that fails does not hide the parts after it; any failure fails the whole.

use crate::browsers::Engine;
use crate::display::Display;
use crate::own_packs::OwnPacks;
use crate::pages::Pages;
use crate::process::{self, Tally};
use crate::serve::{Server, Site};
use crate::{root, setup, size, target, widget};
use anyhow::{Context as _, Result, anyhow, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What has run so far.
#[derive(Default)]
struct Record {
    tally: Tally,
    /// Name and outcome of each step, in order.
    steps: Vec<(String, Result<()>)>,
}

/// What to run, as the words after `cargo xtask test` say it.
struct Selection {
    part: Option<String>,
    engines: Vec<Engine>,
    /// A piece of the file names of the specs to run.
    spec: String,
}

impl Selection {
    fn read(words: Vec<String>) -> Result<Self> {
        let mut words = words.into_iter().peekable();
        let part = words.next();
        let engine = words.next_if(|word| part.as_deref() != Some("browser") || Engine::named(word).is_ok());
        let engines =
            engine.map_or_else(|| Ok(Engine::ALL.to_vec()), |name| Engine::named(&name).map(|one| vec![one]))?;
        let spec = words.next_if(|_| part.as_deref() == Some("browser")).unwrap_or_default();
        match words.next() {
            None => Ok(Self { part, engines, spec }),
            Some(word) => bail!("cannot make sense of {word:?} after `cargo xtask test`: see `cargo xtask --help`"),
        }
    }
}

/// Runs everything, or one part, or one part in one engine.
///
/// # Errors
/// When a name is unknown, or any step failed.
pub(crate) fn run(words: Vec<String>) -> Result<()> {
    let chosen = Selection::read(words)?;
    let mut record = Record::default();
    match chosen.part.as_deref() {
        None => {
            lint(&mut record);
            native(&mut record);
            wasm(&mut record, &chosen);
            browser(&mut record, &chosen);
        }
        Some("native") => native(&mut record),
        Some("wasm") => wasm(&mut record, &chosen),
        Some("browser") => browser(&mut record, &chosen),
        Some(other) => bail!("no part {other:?} of the tests: choose native, wasm or browser"),
    }
    record.close()
}

impl Record {
    fn step(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        self.tests(name, || (Tally::default(), work()))
    }

    fn tests(&mut self, name: &str, work: impl FnOnce() -> (Tally, Result<()>)) -> bool {
        println!("\n== {name}");
        let (tally, outcome) = work();
        if let Err(error) = &outcome {
            println!("failed: {error:#}");
        }
        self.tally += tally;
        self.steps.push((name.to_owned(), outcome));
        self.steps.last().is_some_and(|(_, outcome)| outcome.is_ok())
    }

    /// Prints the outcome of each step and of the whole.
    fn close(self) -> Result<()> {
        println!("\n== Summary");
        for (name, outcome) in &self.steps {
            println!("{}  {name}", if outcome.is_ok() { "ok    " } else { "FAILED" });
        }
        println!("{} passed, {} failed", self.tally.passed, self.tally.failed);
        let failed = self.steps.iter().filter(|(_, outcome)| outcome.is_err()).count();
        if failed > 0 || self.tally.failed > 0 {
            bail!("{failed} of {} steps failed", self.steps.len());
        }
        Ok(())
    }
}

fn lint(record: &mut Record) {
    record.step("Format", || cargo("fmt --all --check"));
    record.step("Lint, native", || cargo("clippy --workspace --all-targets --features postil/cli -- -D warnings"));
    record.step("Lint, wasm", || {
        setup::wasm_target()?;
        cargo("clippy --package postil-page --all-targets --target wasm32-unknown-unknown -- -D warnings")
    });
}

fn native(record: &mut Record) {
    record.tests("Native tests", || {
        process::run_tests(widget::cargo().args("test --workspace --features postil/cli --no-fail-fast".split(' ')))
    });
}

fn cargo(arguments: &str) -> Result<()> {
    process::run(widget::cargo().args(arguments.split(' ')))
}

fn wasm(record: &mut Record, chosen: &Selection) {
    let mut found = Vec::new();
    let ready = record.step("Test machine, wasm", || {
        setup::wasm_target()?;
        setup::npm_packages("tests/browser")?;
        found = setup::browsers(&chosen.engines)?;
        cargo("build --package browser-runner")
    });
    for engine in found.into_iter().filter(|_| ready) {
        record.tests(&format!("Wasm tests, {}", engine.name()), || split(wasm_tests(engine)));
    }
}

fn wasm_tests(engine: Engine) -> Result<(Tally, Result<()>)> {
    let folder = target().join("wasm-tests").join(engine.name());
    fs::create_dir_all(&folder)?;
    let runner = target().join("debug/browser-runner");
    let mut command = widget::cargo();
    command.args("test --package postil-page --tests --target wasm32-unknown-unknown --no-fail-fast".split(' '));
    match engine.driver() {
        Some((variable, driver)) => {
            let capabilities = folder.join("webdriver.json");
            fs::write(&capabilities, engine.capabilities().context("the browser is not installed")?)?;
            command.env(RUNNER, &runner).env(variable, driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
        }
        // Debian has no driver for Firefox: the harness of the end-to-end tests opens the runner's page instead.
        None => {
            let script = root().join("tests/browser/wasm-runner.mjs");
            command.env(RUNNER, format!("node {}", script.display())).env("POSTIL_WASM_RUNNER", runner);
        }
    }
    let display = shown(&mut command, engine)?;
    let outcome = process::run_tests(&mut command);
    drop(display);
    Ok(outcome)
}

const RUNNER: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER";

/// Names the engine's browser to a command, and gives it a display to be seen on where it needs one.
pub(crate) fn shown(command: &mut Command, engine: Engine) -> Result<Option<Display>> {
    let browser = engine.browser().context("the browser is not installed")?;
    command.env("POSTIL_ENGINE", engine.name()).env("POSTIL_BROWSER", browser);
    if engine != Engine::Webkit {
        return Ok(None);
    }
    let display = Display::open()?;
    command.env("DISPLAY", display.name());
    Ok(Some(display))
}

fn browser(record: &mut Record, chosen: &Selection) {
    let mut found = Vec::new();
    let ready = record.step("Widget and its size", || {
        widget::build()?;
        size::check()
    }) & record.step("Test machine, end to end", || {
        setup::npm_packages("tests/browser")?;
        found = setup::browsers(&chosen.engines)?;
        cargo("build --package postil --features cli --bin postil")
    });
    for engine in found.into_iter().filter(|_| ready) {
        record.tests(&format!("End to end, {}", engine.name()), || split(end_to_end(engine, &chosen.spec)));
    }
}

fn end_to_end(engine: Engine, spec: &str) -> Result<(Tally, Result<()>)> {
    let folder = root().join("tests/browser");
    let specs = specs(&folder, spec)?;
    let pages = Some(Pages::open(&root().join("packs/example"))?);
    let server = Server::bind(Site { pages, packs: OwnPacks::default(), fixtures: Some(folder.join("fixtures")) }, 0)?;
    let address = server.address();
    // Answers until this process ends: a server that nobody asks does no harm to the next engine's.
    std::thread::spawn(|| server.run());
    Ok(run_specs(&specs, |spec| split(run_spec(engine, &address, spec))))
}

/// Runs specs one after another. One whose browser crashed under it has shown nothing and is run once more: WebKitGTK's does so once
/// in some thousands of tests.
fn run_specs(specs: &[PathBuf], run: impl Fn(&Path) -> (Tally, Result<()>)) -> (Tally, Result<()>) {
    let mut tally = Tally::default();
    let mut failures = Vec::new();
    for spec in specs {
        let (mut counted, mut outcome) = run(spec);
        if counted.crashed {
            println!("{} is run once more: its browser crashed", spec.display());
            (counted, outcome) = run(spec);
        }
        tally += counted;
        failures.extend(outcome.err().map(|error| format!("{error:#}")));
    }
    let outcome = if failures.is_empty() { Ok(()) } else { Err(anyhow!(failures.join("; "))) };
    (tally, outcome)
}

fn run_spec(engine: Engine, address: &str, spec: &Path) -> Result<(Tally, Result<()>)> {
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec"]).arg(spec).current_dir(root().join("tests/browser"));
    node.env("POSTIL_BASE_URL", address).env("POSTIL_CLI", target().join("debug/postil"));
    let display = shown(&mut node, engine)?;
    let outcome = process::run_tests(&mut node);
    drop(display);
    Ok(outcome)
}

fn specs(folder: &Path, wanted: &str) -> Result<Vec<PathBuf>> {
    let is_spec = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.strip_suffix(".test.mjs").is_some_and(|stem| stem.contains(wanted))
    };
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let mut specs = files.into_iter().filter(is_spec).collect::<Vec<_>>();
    specs.sort();
    if specs.is_empty() {
        bail!("no spec {wanted:?} in {}: the specs are its files NAME.test.mjs", folder.display());
    }
    Ok(specs)
}

fn split(outcome: Result<(Tally, Result<()>)>) -> (Tally, Result<()>) {
    outcome.unwrap_or_else(|error| (Tally::default(), Err(error)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    /// Runs one spec whose runs come out so, and gives how often it ran, and the whole.
    fn check(runs: &[(Tally, bool)], times: usize, passed: usize, well: bool) {
        let count = Cell::new(0);
        let (tally, outcome) = run_specs(&["smoke.test.mjs".into()], |_| {
            let (tally, well) = runs[count.replace(count.get() + 1)];
            (tally, if well { Ok(()) } else { Err(anyhow!("smoke.test.mjs failed")) })
        });
        assert_eq!((count.get(), tally.passed, outcome.is_ok()), (times, passed, well));
    }

    const CRASHED: (Tally, bool) = (Tally { passed: 2, failed: 1, crashed: true }, false);
    const PASSED: (Tally, bool) = (Tally { passed: 3, failed: 0, crashed: false }, true);
    const FAILED: (Tally, bool) = (Tally { passed: 2, failed: 1, crashed: false }, false);

    #[test]
    fn a_spec_whose_browser_crashed_runs_once_more() {
        check(&[CRASHED, PASSED], 2, 3, true);
        check(&[CRASHED, CRASHED, PASSED], 2, 2, false);
    }

    #[test]
    fn a_spec_that_failed_has_failed() {
        check(&[FAILED, PASSED], 1, 2, false);
    }
}
