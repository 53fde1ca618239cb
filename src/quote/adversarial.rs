//! What must hold on any text: no panic, nothing crosses, every offset fits, time grows with the text and no faster.
//!
//! Texts are drawn from marks, verbs and odd characters by a small generator with a fixed seed.
//!
//! Invariant: a failing text can be built again from its number.

use super::attributions;
use crate::{Article, Attribution, Knowledge, QuoteKind, Span, mention, segment::Text};

const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "‚",
    "「",
    "」",
    "‹",
    "›",
    "''",
    " ",
    " ",
    " ",
    ",",
    ".",
    "?",
    ":",
    "—",
    "-",
    "(",
    ")",
    "\n",
    "said",
    "says",
    "saying",
    "told",
    "reporters",
    "calls",
    "it",
    "she",
    "according",
    "to",
    "the",
    "mayor",
    "Keller",
    "Anna",
    "who",
    "and",
    "that",
    "in",
    "a",
    "statement",
    "was",
    "quoted",
    "as",
    "so-called",
    "s",
    "6",
    "’s",
    "👍🏽",
    "e\u{301}",
    "\u{200b}",
    "ß",
    "İ",
    "語",
    "\u{feff}",
    "dijo",
    "el",
    "alcalde",
    "dit-il",
    "a-t-elle",
    "déclaré",
    "так,",
    "сказал",
    "он",
    "so",
    "sagte",
    "On",
    "Monday",
    "adding",
];

/// English twice as often as it would be by turns: it has most rules.
const LANGUAGES: [&str; 8] = ["en", "es", "fr", "en", "de", "pt", "uk", "ru"];

/// The text of a number: up to sixty pieces.
fn text_of(number: u64) -> String {
    let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut text = String::new();
    for _ in 0..number % 60 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let piece = usize::try_from(state >> 33).map_or("", |at| PIECES[at % PIECES.len()]);
        text.push_str(piece);
        if state & 1 == 0 {
            text.push(' ');
        }
    }
    text
}

fn found(text: &str, language: &str) -> Vec<Attribution> {
    let article = Article::from_text(text).in_language(Some(language.to_owned()));
    let text = Text::new(&article);
    attributions(&text, &mention::cast(&text, &Knowledge::new()))
}

#[track_caller]
fn check(text: &str, language: &str) {
    let found = found(text, language);
    let contents: Vec<Span> = found.iter().flat_map(|attribution| attribution.content.clone()).collect();
    for attribution in &found {
        assert!(!attribution.content.is_empty(), "no content in {text:?}");
        let parts = [attribution.source, attribution.cue, attribution.setting];
        for span in parts.into_iter().flatten().chain(attribution.content.iter().copied()) {
            assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{span:?} of {text:?}");
            assert!(contents.iter().all(|content| !content.crosses(span)), "{span:?} crosses in {text:?}");
        }
    }
    // A term may stand within what somebody says; what people say stands apart.
    let said = found.iter().filter(|attribution| attribution.kind != QuoteKind::Scare);
    let said: Vec<Span> = said.flat_map(|attribution| attribution.content.clone()).collect();
    let apart = |(i, a): (usize, &Span)| said[i + 1..].iter().all(|b| !a.overlaps(*b));
    assert!(said.iter().enumerate().all(apart), "contents overlap in {text:?}");
}

#[test]
fn random_texts() {
    for number in 0..20_000 {
        check(&text_of(number), LANGUAGES[number as usize % LANGUAGES.len()]);
    }
}

#[test]
fn texts_that_no_writer_would_write() {
    for text in
        ["“", "”", "\"\"", "''''", "’s", "said", "“”“”", "said “", "“, said", "according to", "“a” according to"]
    {
        LANGUAGES.iter().for_each(|language| check(text, language));
    }
}

#[test]
fn long_rows_of_one_thing() {
    for piece in
        ["“", "“a” ", "\"a ", "‘ ", "' s ", "said ", "“a,” he said, ", "“a”, and ", "“a\n", "(", "who ", "the "]
    {
        LANGUAGES.iter().for_each(|language| drop(found(&piece.repeat(5_000), language)));
    }
}
