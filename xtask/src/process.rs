//! Takes a command, runs it, gives its outcome; counts the tests that it reports.
//!
//! `run(Command::new("cargo").arg("fmt"))` fails with the command and its exit status in the message.
//!
//! Invariant: ends only what it started, by id.

use anyhow::{Context as _, Result, bail};
use std::io::{BufRead as _, BufReader};
use std::ops::AddAssign;
use std::process::{Child, Command, Stdio};

/// How many tests a runner reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    /// Whether a browser crashed under them.
    pub(crate) crashed: bool,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.crashed |= other.crashed;
    }
}

impl Tally {
    /// Adds what one line of a runner's output reports: cargo's and wasm-bindgen's
    /// `test result: ok. 3 passed; 0 failed; …`, node's `ℹ pass 3` and `ℹ fail 0`, our `the browser crashed: …`.
    fn read(&mut self, line: &str) {
        let line = line.trim_start_matches(['ℹ', '#', ' ']);
        if let Some((_, counts)) = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". ")) {
            self.passed += counted(counts, "passed");
            self.failed += counted(counts, "failed");
        } else if let Some(count) = line.strip_prefix("pass ") {
            self.passed += count.trim().parse().unwrap_or(0);
        } else if let Some(count) = line.strip_prefix("fail ") {
            self.failed += count.trim().parse().unwrap_or(0);
        } else {
            self.crashed |= line.starts_with("the browser crashed");
        }
    }
}

fn counted(counts: &str, what: &str) -> usize {
    let part = counts.split(';').find_map(|part| part.trim().strip_suffix(what));
    part.and_then(|count| count.trim().parse().ok()).unwrap_or(0)
}

/// Runs a command to its end, its output passed through.
///
/// # Errors
/// When it cannot be started or does not succeed; the message holds the command.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", shown(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs a test command, its output passed through, and counts the tests it reports.
///
/// Gives the tally even when the command failed, with the failure beside it.
pub(crate) fn run_tests(command: &mut Command) -> (Tally, Result<()>) {
    let mut tally = Tally::default();
    let outcome = follow(command, &mut tally);
    (tally, outcome)
}

fn follow(command: &mut Command, tally: &mut Tally) -> Result<()> {
    let child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {}", shown(command)))?;
    let mut child = Owned(child);
    let output = child.0.stdout.take().context("a test command has no output to read")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        tally.read(&line);
    }
    let status = child.0.wait()?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// A child process that ends with its owner.
pub(crate) struct Owned(pub(crate) Child);

impl Drop for Owned {
    fn drop(&mut self) {
        // Fails only when the child has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Whether a program stands on the PATH.
pub(crate) fn on_path(program: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn read(output: &str) -> Tally {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.read(line));
        tally
    }

    fn check(output: &str, passed: usize, failed: usize) {
        assert_eq!(read(output), Tally { passed, failed, crashed: false }, "{output}");
    }

    #[test]
    fn counts_what_each_runner_reports() {
        check("test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; finished in 0.00s", 3, 0);
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored", 3, 2);
        check("ℹ tests 5\nℹ pass 4\nℹ fail 1\n", 4, 1);
        check("# pass 4\n# fail 1\n", 4, 1);
    }

    #[test]
    fn hears_of_a_browser_that_crashed() {
        let output = "the browser crashed: NoSuchSessionError \nℹ pass 4\nℹ fail 1\n";
        assert_eq!(read(output), Tally { passed: 4, failed: 1, crashed: true });
    }

    #[test]
    fn other_lines_count_nothing() {
        check("test annotate::finds_names ... ok\nrunning 3 tests\npassing by\n", 0, 0);
    }
}
