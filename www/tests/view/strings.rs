//! The catalogues of all languages, and how sentences come apart.
#![allow(clippy::disallowed_methods, reason = "tests read the sources that they check")]

use super::*;
use std::{collections::BTreeSet, fs};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/strings");

fn pairs(language: &str) -> Vec<(String, String)> {
    let path = format!("{FOLDER}/{language}.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let all: serde_json::Map<_, _> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    all.into_iter().map(|(key, words)| (key, words.as_str().unwrap_or_default().to_owned())).collect()
}

fn strings(language: &str) -> Strings {
    Strings::new(pairs(language).into_iter())
}

fn languages() -> Vec<String> {
    let files = fs::read_dir(FOLDER).expect("the folder of catalogues").flatten();
    files.filter_map(|file| file.file_name().to_str()?.strip_suffix(".json").map(str::to_owned)).collect()
}

/// The forms that the plural rules of CLDR know for whole numbers.
fn forms(language: &str) -> &'static [&'static str] {
    match language {
        "ar" => &["zero", "one", "two", "few", "many", "other"],
        "uk" | "ru" => &["one", "few", "many", "other"],
        "es" | "fr" | "pt" => &["one", "many", "other"],
        "ja" | "zh" => &["other"],
        _ => &["one", "other"],
    }
}

fn slots_of(words: &str) -> BTreeSet<&str> {
    pieces(words).filter_map(|piece| if let Piece::Slot(slot) = piece { Some(slot) } else { None }).collect()
}

#[test]
fn english_says_every_word() {
    let mut english = strings("en");
    let silent: Vec<_> = english.slots().iter().filter(|(_, words)| words.is_empty()).map(|(key, _)| *key).collect();
    assert_eq!(silent, Vec::<&str>::new());
    let keys: BTreeSet<_> = english.slots().iter().map(|(key, _)| *key).collect();
    let unread: Vec<_> = pairs("en")
        .into_iter()
        .map(|(key, _)| key)
        .filter(|key| !key.contains('.') && !keys.contains(&**key))
        .collect();
    assert_eq!(unread, Vec::<String>::new(), "no code shows these");
}

#[test]
fn every_language_says_every_word_with_the_slots_of_the_english() {
    let english = pairs("en");
    for language in languages() {
        let words = pairs(&language);
        for (key, said) in english.iter().filter(|(key, _)| !is_count(key)) {
            let found = words.iter().find(|(other, _)| other == key).map_or("", |(_, words)| words);
            assert!(!found.is_empty(), "{language}.json has no {key}");
            assert_eq!(slots_of(found), slots_of(said), "{language}.json, {key}");
        }
        let unknown = words.iter().filter(|(key, _)| !is_count(key) && !english.iter().any(|(other, _)| other == key));
        assert_eq!(unknown.count(), 0, "{language}.json has keys that English lacks");
    }
}

fn is_count(key: &str) -> bool {
    COUNTS.iter().any(|sentence| key.split('.').next() == Some(sentence))
}

/// Sentences that have a form for each count.
const COUNTS: [&str; 3] = ["notes_count", "shown", "entries"];

#[test]
fn every_language_counts_in_all_of_its_forms() {
    for language in languages() {
        let words = pairs(&language);
        for sentence in COUNTS {
            let known = words.iter().filter_map(|(key, _)| key.strip_prefix(sentence)?.strip_prefix('.'));
            let known: BTreeSet<&str> = known.collect();
            assert_eq!(known, forms(&language).iter().copied().collect(), "{language}.json, {sentence}");
        }
    }
}

#[test]
fn a_sentence_comes_apart_at_its_slots() {
    let parts: Vec<_> = pieces("{who}’s term, {year}").collect();
    assert_eq!(parts, [Piece::Slot("who"), Piece::Text("’s term, "), Piece::Slot("year")]);
    assert_eq!(fill("{n} of {m}", &[("n", "2"), ("m", "{n}")]), "2 of {n}", "a value is never read as a template");
}

#[test]
fn a_page_from_the_united_states_has_its_own_dates() {
    let english = strings("en");
    assert_eq!(english.locale("en-US"), "en-US");
    assert_eq!(english.locale("en-Latn-NZ-x-newsroom"), "en-NZ");
    assert_eq!(english.locale("en-<script>"), "en-GB", "Intl throws at a malformed tag");
    assert_eq!(english.locale("tlh-KX"), "en-GB", "the country of a language that nobody has words for");
    assert_eq!(english.locale(""), "en-GB");
}

#[test]
fn an_unknown_class_has_no_label_and_an_unknown_property_keeps_its_own() {
    let english = strings("en");
    assert_eq!(english.class("newsAgency"), Some("News agency"));
    assert_eq!(english.class("unheardOf"), None);
    assert_eq!(english.property("headOfState"), "Head of state");
    assert_eq!(english.property("Circulation"), "Circulation");
}

#[test]
fn later_words_lie_over_earlier_ones() {
    let german = [("close", "Schließen"), ("class.city", "Stadt")].map(|(key, word)| (key.to_owned(), word.to_owned()));
    let strings = Strings::new(pairs("en").into_iter().chain(german));
    assert_eq!((&*strings.close, strings.class("city")), ("Schließen", Some("Stadt")));
    assert_eq!(strings.class("river"), Some("River"));
}

#[test]
fn every_class_of_the_packs_that_ship_has_a_label() {
    for name in ["companies", "generated/countries", "media", "organisations", "people", "places"] {
        let path = format!("{}/../packs/world/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
        let pack = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let classes = pack.lines().filter_map(|line| line.split_once(r#""class":""#)?.1.split('"').next());
        classes.for_each(|class| assert!(strings("en").class(class).is_some(), "{class} of {name}.jsonl"));
    }
}

#[test]
fn a_plural_falls_back_on_its_general_form() {
    let english = strings("en");
    assert_eq!((english.plural("notes_count", "one"), english.plural("notes_count", "few")), ("{n} note", "{n} notes"));
}
