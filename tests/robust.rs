//! Any text gives notes: no panic, no crossing marks, spans that fit the text, and the same answer twice.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test reads its packs and cases")]

mod shipped;

use postil::{Article, Card, Knowledge, Notes, Span, annotate};
use std::fs;

#[test]
fn every_cut_of_a_real_text() {
    let knowledge = shipped::with_model();
    let text = sample();
    let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    for cut in boundaries.iter().step_by(7) {
        check(&text[..*cut], &knowledge);
        check(&text[*cut..], &knowledge);
    }
}

#[test]
fn arbitrary_text() {
    let knowledge = shipped::with_model();
    let mut random = Xorshift(0x9e37_79b9_7f4a_7c15);
    for _ in 0..2_000 {
        let pieces = (0..random.below(60)).map(|_| PIECES[random.below(PIECES.len())]);
        check(&pieces.collect::<String>(), &knowledge);
    }
}

#[test]
fn a_hundred_thousand_of_one_character() {
    let knowledge = shipped::with_model();
    for c in ["“", "\"", "'", "(", "A", "the ", "Kyiv ", ".", "\u{ad}", "5 ", "国"] {
        check(&c.repeat(100_000), &knowledge);
    }
}

#[track_caller]
fn check(text: &str, knowledge: &Knowledge) {
    let article = Article::from_text(text).published_on(postil::day("2022-07-14"));
    let notes = annotate(&article, knowledge);
    let fits = |span: Span| text.get(span.start..span.end).is_some_and(|words| !words.is_empty());
    let spans: Vec<Span> = notes.annotations.iter().flat_map(|annotation| annotation.spans.clone()).collect();
    assert!(spans.iter().all(|span| fits(*span)), "a mark that does not fit {text:?}");
    let near = spans.windows(8).all(|near| near[1..].iter().all(|other| !near[0].crosses(*other)));
    assert!(near, "crossing marks in {text:?}");
    if text.len() < 10_000 {
        assert_eq!(outline(&notes), outline(&annotate(&article, knowledge)));
        for annotation in 0..notes.annotations.len() {
            assert!(
                Card::of(annotation, &article, &notes, knowledge).is_some(),
                "no card for mark {annotation} of {text:?}"
            );
        }
    }
}

fn outline(notes: &Notes) -> String {
    format!("{notes:?}")
}

/// Every kind of mark in one text: the stripped cases.
fn sample() -> String {
    let cases = ["tests/cases/names/gazetteer.md", "tests/cases/names/role.md", "tests/cases/names/sense.md"];
    cases.iter().map(|case| fs::read_to_string(case).expect("a case file")).collect()
}

const PIECES: &[&str] = &[
    " ",
    "\n",
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "’s",
    "«",
    "»",
    "„",
    "(",
    ")",
    ".",
    ",",
    "–",
    "-",
    "…",
    "Kyiv",
    "Moscow",
    "said",
    "Russia",
    "the",
    "The",
    "and",
    "third",
    "country",
    "to",
    "recognise",
    "6,500",
    "km",
    "(4,000 miles)",
    "February",
    "24",
    "Wednesday",
    "on",
    "envoy",
    "Olga",
    "Makeyeva",
    "DPR",
    "(DPR)",
    "People",
    "Republic",
    "Mr.",
    "he",
    "it",
    "calls",
    "😀",
    "é",
    "e\u{301}",
    "\u{ad}",
    "\u{200b}",
    "\u{feff}",
    "国",
    "ﬁ",
    "İ",
    "ß",
    "1",
    "%",
    "$",
    "U.S.",
    "a.m.",
    "\u{0}",
    "\t",
];

/// A small generator of the same numbers every time.
struct Xorshift(u64);

impl Xorshift {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
