//! How fast published fact-checks find their sentences: `cargo bench --bench reviews`.
//!
//! Takes 100, 1,000 and 10,000 reviews and articles of 800 and 8,000 words; gives the time to index the reviews, once, and what they add
//! to the notes of the article, with the ratio to those without any. Example line:
//! ` 10,000 reviews   indexed in 35.1 ms     8,000 words: 1.9 ms more, 1.04 times`.
//!
//! Invariant: the figures are minima of many turns; nothing here fails when the machine is slow.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a bench has a clock")]

#[path = "../tests/shipped/mod.rs"]
mod shipped;

use postil::{Article, Review, annotate};
use std::{fs, hint::black_box, time::Duration, time::Instant};

const TURNS: usize = 15;

fn main() {
    for reviews in [100, 1_000, 10_000] {
        for sentences in [1, 10] {
            measure(reviews, &article(sentences));
        }
    }
}

/// The columns of one file of the set of tests/matching.
fn column(name: &str) -> Vec<String> {
    let text = fs::read_to_string(format!("tests/matching/{name}.tsv")).expect("the set");
    text.lines().skip(1).filter_map(|line| line.split('\t').nth(1).map(str::to_owned)).collect()
}

/// Some 800 words a time: sentences of the set, of which many state what was reviewed.
fn article(times: usize) -> Article {
    let sentences = column("sentences");
    let paragraphs = sentences.iter().take(40).map(|sentence| format!("{sentence}\n")).collect::<String>();
    Article::from_text(&paragraphs.repeat(times)).in_language(Some("en".to_owned()))
}

/// The claims of the set, over and over, with other numbers and other words in them.
fn reviews(count: usize) -> Vec<Review> {
    let claims = column("claims");
    let claim = |at: usize| match at / claims.len() {
        0 => claims[at].clone(),
        turn => format!("{} {}", claims[at % claims.len()].trim_end_matches('.'), 17 * turn),
    };
    (0..count).map(|at| Review { claim: claim(at), ..Review::default() }).collect()
}

fn measure(count: usize, article: &Article) {
    let words = article.text().split_whitespace().count();
    let (plain, mut reviewed) = (shipped::knowledge(), shipped::knowledge());
    reviewed.add_reviews(reviews(count));
    let indexing = time(|| annotate(&Article::from_text("One."), &reviewed).reviews.len());
    let (mut without, mut with) = (Duration::MAX, Duration::MAX);
    for _ in 0..TURNS {
        without = without.min(time(|| annotate(article, &plain).reviews.len()));
        with = with.min(time(|| annotate(article, &reviewed).reviews.len()));
    }
    let (more, ratio) = (with.saturating_sub(without), with.as_secs_f64() / without.as_secs_f64());
    let [indexing, more] = [indexing, more].map(|time| time.as_secs_f64() * 1e3);
    println!(
        "{count:>7} reviews   indexed in {indexing:>6.1} ms   {words:>6} words: {more:>5.2} ms more, {ratio:.2} times"
    );
}

fn time<T>(act: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(act());
    start.elapsed()
}
