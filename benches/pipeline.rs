//! How fast the core reads: `cargo bench`.
//!
//! Takes the demo article once, 20 and 200 times over; gives words a second for the whole pipeline, packs, tagger and cards of
//! the marks included, and how often longer that takes than only cutting the same text into words by Unicode's rules
//! (`unicode-segmentation`), measured in turns in the same run; then the same of texts that name 500 and 5,000 people, to show that
//! speed depends on words, not on how many are named. Example line:
//! `    425 words   0.51 ms     833,000 words/s     11.2 times the peer`.
//!
//! Invariant: the figures are minima of many turns; nothing here fails when the machine is slow.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a bench has a clock")]

#[path = "../tests/shipped/mod.rs"]
mod shipped;

use postil::{Article, Card, Knowledge, annotate};
use std::{fs, hint::black_box, time::Duration, time::Instant};
use unicode_segmentation::UnicodeSegmentation as _;

const TURNS: usize = 15;

fn main() {
    let knowledge = shipped::with_model();
    let text = demo_article();
    for times in [1, 20, 200] {
        measure(&text.repeat(times), &knowledge);
    }
    for people in [500, 5_000] {
        measure(&who_is_who(people), &knowledge);
    }
}

/// A text in which ever new people are named, and again by their family names: whatever looks through all of them shows.
fn who_is_who(people: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ba", "do", "fe", "gu", "ki", "la", "mo", "ne", "pu", "ri", "sa", "to", "ve", "wu", "zi", "bra", "dro", "fle",
        "gru", "sti",
    ];
    let family = |number: usize| {
        ["Ke", SYLLABLES[number % 20], SYLLABLES[number / 20 % 20], SYLLABLES[number / 400 % 20], "n"].concat()
    };
    let line = |number| {
        let name = family(number);
        format!("Marta {name} opened the hall, and the town thanked {name} for it.\n")
    };
    (0..people).map(line).collect()
}

fn measure(text: &str, knowledge: &Knowledge) {
    let words = text.split_whitespace().count();
    let (mut ours, mut theirs) = (Duration::MAX, Duration::MAX);
    for _ in 0..TURNS {
        ours = ours.min(time(|| notes_and_cards(text, knowledge)));
        theirs = theirs.min(time(|| text.unicode_words().count()));
    }
    let (seconds, ratio) = (ours.as_secs_f64(), ours.as_secs_f64() / theirs.as_secs_f64());
    let speed = words as f64 / seconds;
    println!("{words:>7} words {:>8.2} ms {speed:>10.0} words/s {ratio:>6.1} times the peer", seconds * 1e3);
}

fn notes_and_cards(text: &str, knowledge: &Knowledge) -> usize {
    let article = Article::from_text(text).published_on(postil::day("2022-07-14"));
    let notes = annotate(&article, knowledge);
    // A reader opens few: five cards stand for a visit.
    (0..notes.annotations.len().min(5)).filter_map(|mark| Card::of(mark, &article, &notes, knowledge)).count()
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

/// The text of the demo page's article, a paragraph a line.
fn demo_article() -> String {
    let page = fs::read_to_string("www/demo/index.html").expect("the demo page");
    let (start, end) = page.find("<article").zip(page.find("</article>")).expect("the demo page has an article");
    let lines = page[start..end].split("</p>").map(|part| {
        let text: String = part.split('<').map(|tag| tag.split_once('>').map_or("", |(_, text)| text)).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    lines.filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
}
