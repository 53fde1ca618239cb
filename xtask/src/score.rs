//! Scores quotations on a set that lies beside the checkout: takes its folder; prints how well the program finds who said what.
//!
//! The folder holds `data/quotes-tune.jsonl`, whose marked texts may not be handed on, and the scorer `score_quotes.py`. Example:
//! `cargo xtask score quotes --eval ../eval` prints, for quoted and reported speech and for all attributions, a row for each half.
//!
//! Invariant: the odd half is only scored. Of the documents, counted from 0, those of an even number may be read, and rules be made for
//! them; nobody reads the others, so that their figures are those of texts never seen.

use crate::{process, target, widget};
use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

const SET: &str = "data/quotes-tune.jsonl";
const SCORER: &str = "score_quotes.py";
const VIEWS: [&str; 2] = ["speech", "all"];
const HEAD: &str = "\
F1 of contents / of contents with the right speaker
view    documents          by hand  found     total             direct            mixed             indirect";

/// Which documents of the set.
#[derive(Clone, Copy)]
enum Half {
    Even,
    Odd,
    Both,
}

impl Half {
    const ALL: [Half; 3] = [Half::Even, Half::Odd, Half::Both];

    fn title(self) -> &'static str {
        match self {
            Half::Even => "even, may be read",
            Half::Odd => "odd, only scored",
            Half::Both => "both halves",
        }
    }

    fn holds(self, document: usize) -> bool {
        match self {
            Half::Even => document.is_multiple_of(2),
            Half::Odd => !document.is_multiple_of(2),
            Half::Both => true,
        }
    }

    /// Those of the lines, one a document, that belong to it.
    fn of(self, lines: &str) -> String {
        let held = lines.lines().enumerate().filter(|(document, _)| self.holds(*document));
        held.map(|(_, line)| format!("{line}\n")).collect()
    }
}

/// Annotates the set of the folder and prints its scores.
///
/// # Errors
/// When the folder lacks the set or its scorer, the command line does not build, or Python is missing.
pub(crate) fn quotes(eval: &Path) -> Result<()> {
    let (set, scorer) = (eval.join(SET), eval.join(SCORER));
    if !set.is_file() || !scorer.is_file() {
        bail!(
            "{} lacks {SET} or {SCORER}: this set is not part of the checkout, for its texts may not be handed on; \
             name the folder that holds both with --eval, or measure with `cargo test --test corpus`",
            eval.display()
        );
    }
    let work = target().join("score-quotes");
    fs::create_dir_all(&work).with_context(|| format!("cannot make {}", work.display()))?;
    let notes = annotate(&set, &work)?;
    let set = fs::read_to_string(&set).with_context(|| format!("cannot read {}", set.display()))?;
    println!("{HEAD}");
    for view in VIEWS {
        for half in Half::ALL {
            let (by_hand, found) = (work.join("by-hand.jsonl"), work.join("found.jsonl"));
            write(&by_hand, &half.of(&set))?;
            write(&found, &half.of(&notes))?;
            println!("{view:7} {:18} {}", half.title(), row(&scores(&scorer, view, &by_hand, &found)?)?);
        }
    }
    Ok(())
}

/// The program's notes on the set, one line a document.
fn annotate(set: &Path, work: &Path) -> Result<String> {
    process::run(widget::cargo().args("build --quiet --release --package postil --features cli".split(' ')))?;
    let notes = work.join("notes.jsonl");
    let mut postil = Command::new(target().join("release/postil"));
    let input = File::open(set).with_context(|| format!("cannot read {}", set.display()))?;
    let output = File::create(&notes).with_context(|| format!("cannot write {}", notes.display()))?;
    postil.arg("annotate").stdin(input).stdout(output);
    process::run(&mut postil)?;
    fs::read_to_string(&notes).with_context(|| format!("cannot read {}", notes.display()))
}

fn write(file: &Path, lines: &str) -> Result<()> {
    fs::write(file, lines).with_context(|| format!("cannot write {}", file.display()))
}

/// What the scorer says, without its confidence intervals, which take long.
fn scores(scorer: &Path, view: &str, by_hand: &Path, found: &Path) -> Result<Value> {
    let mut python = Command::new("python3");
    python.arg(scorer).args([by_hand, found]).args(["--view", view, "--boot", "0", "--json"]).stderr(Stdio::inherit());
    let output = python.output().context("cannot start python3, which runs the scorer")?;
    if !output.status.success() {
        bail!("{} ended with {}; what it wrote above says why", scorer.display(), output.status);
    }
    serde_json::from_slice(&output.stdout).with_context(|| format!("{}: its output is no JSON", scorer.display()))
}

/// ` 1024   1100   .631 / .543   ...`: how many, then F1 without and with the speaker, of all and of each kind.
fn row(scores: &Value) -> Result<String> {
    let mut row = format!("{:6} {:6}", number(scores, "/gold")?, number(scores, "/pred")?);
    row += &cell(scores, "/relaxed/2", "/attributed/2")?;
    for kind in ["direct", "mixed", "indirect"] {
        row += &cell(scores, &format!("/kinds/{kind}/relaxed/2"), &format!("/kinds/{kind}/attr/2"))?;
    }
    Ok(row)
}

fn cell(scores: &Value, words: &str, speaker: &str) -> Result<String> {
    Ok(format!("     {:.3} / {:.3}", number(scores, words)?, number(scores, speaker)?))
}

fn number(scores: &Value, at: &str) -> Result<f64> {
    scores.pointer(at).and_then(Value::as_f64).with_context(|| format!("the scorer's output has no number at `{at}`"))
}

#[cfg(test)]
mod tests {
    use super::{Half, row};
    use serde_json::json;

    #[test]
    fn documents_are_counted_from_0() {
        assert_eq!(Half::Even.of("a\nb\nc\n"), "a\nc\n");
        assert_eq!(Half::Odd.of("a\nb\nc\n"), "b\n");
        assert_eq!(Half::Both.of("a\nb\nc\n"), "a\nb\nc\n");
    }

    #[test]
    fn a_row_has_f1_without_and_with_the_speaker() {
        let kind = json!({"relaxed": [0.0, 0.0, 0.5], "attr": [0.0, 0.0, 0.25]});
        let scores = json!({"gold": 10, "pred": 9, "relaxed": [1.0, 1.0, 0.75], "attributed": [1.0, 1.0, 0.625],
            "kinds": {"direct": kind, "mixed": kind, "indirect": kind}});
        let row = row(&scores).expect("nothing is left out");
        assert!(row.ends_with("     0.750 / 0.625     0.500 / 0.250     0.500 / 0.250     0.500 / 0.250"), "{row}");
    }

    #[test]
    fn a_score_that_is_missing_is_named() {
        let error = row(&json!({"gold": 10})).expect_err("`pred` is missing").to_string();
        assert_eq!(error, "the scorer's output has no number at `/pred`");
    }
}
