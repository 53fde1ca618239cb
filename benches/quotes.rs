//! Whether quotations take time in proportion to the text, whatever the text: `cargo bench --bench quotes`.
//!
//! Takes texts that no editor would print, each at three sizes, the largest ten and a hundred times the smallest; gives for each the
//! time a byte and how that grew. Example line:
//! `opening marks            100000     42.1 ms    140 ns/byte    1.1 times the smallest`.
//!
//! Invariant: the figures are minima of several turns; nothing here fails when the machine is slow.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a bench has a clock")]

use postil::{Article, Knowledge, annotate};
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

const TURNS: usize = 5;
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    let nested = |size: usize| ["“‘".repeat(size / 2), "word ".to_owned(), "’”".repeat(size / 2)].concat();
    let row = |piece: &'static str| move |size: usize| piece.repeat(size);
    let texts: [(&str, &dyn Fn(usize) -> String); 8] = [
        ("opening marks", &row("“")),
        ("opening marks and words", &row("“so ")),
        ("nested marks", &nested),
        ("quotations only", &row("“We will go.” ")),
        ("quotations, a block each", &row("“We will go.”\n")),
        ("reports only", &row("she said ")),
        ("reports and quotations", &row("“We will,” she said, adding that “they” denied it. ")),
        ("clauses without an end", &row("that he said that ")),
    ];
    for (name, text) in texts {
        let mut smallest = None;
        for size in SIZES {
            let text = text(size);
            let time = least(&text);
            let a_byte = time.as_secs_f64() * 1e9 / text.len() as f64;
            let (milliseconds, growth) = (time.as_secs_f64() * 1e3, a_byte / *smallest.get_or_insert(a_byte));
            println!(
                "{name:<26} {size:>7} {milliseconds:>9.1} ms {a_byte:>6.0} ns/byte {growth:>6.1} times the smallest"
            );
        }
    }
}

fn least(text: &str) -> Duration {
    let knowledge = Knowledge::new();
    let turn = |_| {
        let start = Instant::now();
        black_box(annotate(&Article::from_text(text), &knowledge));
        start.elapsed()
    };
    (0..TURNS).map(turn).min().unwrap_or_default()
}
