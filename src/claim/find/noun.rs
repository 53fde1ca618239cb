//! The nouns that numbers count, by their ends.
//!
//! Takes the token behind a number; gives how far its noun reaches. Example: in “200 small boats left” the noun that is counted
//! ends behind “boats”.
//!
//! Invariant: a word of a closed class, a verb's past and any sign end a noun phrase.

use crate::claim::read::{number, verb};
use crate::quote;
use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, is_among};

/// The plural that ends the noun phrase begun at `start`, and the token behind it.
#[inline(never)]
pub(super) fn counted(text: &Text, start: usize, end: usize) -> Option<(usize, usize)> {
    const REACH: usize = 5;
    for token in start..end.min(start + REACH) {
        let word = text.lower(token);
        // Right behind a number these are no verbs.
        let noun = token == start && is_among(word, "tries runs lives leads leaves works uses");
        if !text.is_kind(token, TokenKind::Word) || stops(word) && !noun {
            return None;
        }
        if is_plural(word) {
            let more = compounds(text, token + 1, end);
            let owner = text.is_kind(token + 1, TokenKind::Possessive);
            if owner {
                return None;
            }
            let last = token + usize::from(more);
            return Some((last, last + 1));
        }
    }
    None
}

/// The token behind the noun phrase that begins at `start`: “the 30 seats”, “Scotland’s population”.
#[inline(never)]
pub(super) fn phrase(text: &Text, start: usize, end: usize) -> Option<usize> {
    const REACH: usize = 8;
    let mut at = start;
    while at < end && DETERMINERS.contains_any_case(text.word(at)) {
        at += 1;
    }
    let first = at;
    while at < end.min(start + REACH) {
        let word = text.lower(at);
        let kind = text.tokens[at].kind;
        let inner = matches!(kind, TokenKind::Word | TokenKind::Number | TokenKind::Possessive);
        let number = number::begins(word);
        if !inner || kind == TokenKind::Word && !number && (stops(word) || at > first && verb::is_past(word)) {
            break;
        }
        at += 1;
        let owns = text.is_kind(at, TokenKind::Possessive);
        if is_plural(word) && !owns && !compounds(text, at, end) {
            break;
        }
    }
    (at > first).then_some(at)
}

/// Whether a second plural goes on from a first: “sports cars”, not “economists suggests”.
fn compounds(text: &Text, token: usize, end: usize) -> bool {
    let next = text.lower(token);
    token < end && is_plural(next) && !stops(next) && !quote::is_third_person(next)
}

static DETERMINERS: WordList = WordList::new("the a an this these those its their his her our my your all");

/// Whether a word in lower case cannot belong to a noun phrase, but for its determiner.
fn stops(word: &str) -> bool {
    let past = !word.ends_with("ed") && verb::is_past(word);
    !PARTICIPLES.contains(word) && (past || quote::is_closed(word) || word == "than")
}

/// Participles that news set before a noun: “200 confirmed cases”.
pub(super) static PARTICIPLES: WordList = WordList::new(
    "known contested disputed confirmed reported alleged accused suspected pledged registered recorded estimated paid declared",
);

/// Whether a word in lower case may be a plural.
pub(super) fn is_plural(word: &str) -> bool {
    let ending = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("sis");
    let irregular = PLURALS.contains(word)
        || word.len() > 5 && ["men", "people", "children"].iter().any(|ending| word.ends_with(ending));
    (ending || irregular) && !SINGULARS.contains(word)
}

static PLURALS: WordList = WordList::new(
    "people men women children troops police personnel staff sheep fish cattle aircraft spacecraft feet teeth mice geese media cops \
     deer seabirds species series crew gis mps mep",
);
static SINGULARS: WordList = WordList::new(
    "always perhaps less across towards besides sometimes nowadays whereas news politics economics physics \
     mathematics athletics odds thanks plus minus versus specimen omen abdomen regimen this debris tennis iris paris",
);
