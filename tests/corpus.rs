//! The measurement: what the program marks in whole articles, held against what a person marked in them.
//!
//! `tests/corpus/*.md` are articles of our own, with every name marked by the rules of `tests/corpus/README.md`. The marks are
//! taken out, the bare text is annotated with the packs that ship, and the two sets of marks are compared.
//! `tests/corpus/scores.md` holds the outcome, so that every change of behaviour shows in a diff:
//!
//! ```text
//! UPDATE=1 cargo test --test corpus                 writes the scores anew
//! FAULTS=1 cargo test --test corpus -- --nocapture  lists what is wrong, the costliest kinds first
//! ```

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test reads its packs and articles")]

#[path = "corpus/gold.rs"]
mod gold;
mod markup;
#[path = "corpus/report.rs"]
mod report;
#[path = "corpus/score.rs"]
mod score;
mod shipped;

use gold::Marked;
use score::Score;
use std::{fs, path::Path};

#[test]
fn the_scores_are_those_committed() {
    let measured = report::scores(&corpus());
    if std::env::var_os("UPDATE").is_some() {
        fs::write("tests/corpus/scores.md", &measured).expect("tests/corpus can be written");
    }
    if std::env::var_os("FAULTS").is_some() {
        println!("{}", report::faults(&corpus()));
    }
    let committed = fs::read_to_string("tests/corpus/scores.md").unwrap_or_default();
    let advice = "run with UPDATE=1, and read the diff of tests/corpus/scores.md";
    assert!(measured == committed, "the scores have changed; {advice}\n{measured}");
}

/// The bounds. The first is the product's promise: a wrong card is its worst fault. Raise the others as the scores rise.
#[test]
fn no_score_falls_under_its_bound() {
    let total = Score::sum(&corpus());
    let bounds = [
        ("precision of links", total.all_links().precision(), 0.90),
        ("precision of links to the packs", total.packs.precision(), 0.93),
        ("recall of links to the packs", total.packs.recall(), 0.87),
        ("F1 of typed names", total.all_names().f1(), 0.62),
        ("senses", total.senses.precision(), 0.95),
    ];
    for (what, score, bound) in bounds {
        assert!(score >= bound, "{what}: {score:.3}, the bound is {bound:.2}");
    }
}

/// The marks made by hand keep to the form that their README asks for.
#[test]
fn the_marks_by_hand_are_sound() {
    let knowledge = shipped::knowledge();
    for article in corpus() {
        assert!(!article.by_hand.is_empty(), "{}: no marks", article.file);
        for mark in &article.by_hand {
            let (file, words, entity) = (&article.file, mark.span.of(&article.text), &mark.entity);
            assert!(!mark.in_a_pack() || knowledge.find(entity).is_some(), "{file}: {words}: no pack has {entity}");
            let written = article.text.to_lowercase().contains(&entity.to_lowercase());
            assert!(mark.in_a_pack() || written, "{file}: {words}: the article does not write {entity}");
        }
    }
}

fn corpus() -> Vec<Marked> {
    let knowledge = shipped::knowledge();
    let folder = fs::read_dir(Path::new("tests/corpus")).expect("tests/corpus is a folder");
    let paths = folder.map(|entry| entry.expect("tests/corpus can be listed").path());
    let is_article = |name: &str| name.ends_with(".md") && !["README.md", "scores.md"].contains(&name);
    let mut paths: Vec<_> =
        paths.filter(|path| path.file_name().and_then(|n| n.to_str()).is_some_and(is_article)).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no articles in tests/corpus");
    paths.iter().map(|path| Marked::open(path, &knowledge)).collect()
}
