//! Capitalised words and the runs that they form.
//!
//! Takes tokens; gives what their letters look like, and the longest run that may be a person's name. Example: in “envoy
//! Olga de la Cruz said” the run from “Olga” is “Olga de la Cruz”.
//!
//! Invariant: a run begins and ends with a capitalised word and crosses no sign but the stop of an initial.

use crate::word_list::WordList;
use crate::{
    BlockKind,
    segment::{Text, TokenKind},
};
use std::ops::Range;

/// Whether a word begins with a capital.
pub(super) fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a word is written in capitals only, two of them at least.
pub(super) fn is_all_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase)
}

/// Whether a token is a word that begins with a capital.
pub(super) fn is_capitalised_word(text: &Text, token: usize) -> bool {
    text.is_kind(token, TokenKind::Word) && is_capitalised(text.word(token))
}

/// The run of capitalised words from `start`, as long as a person's name can be: particles inside, five words at most.
pub(super) fn name_run(text: &Text, start: usize) -> Range<usize> {
    let limit = text.sentences.get(text.sentence_of(start)).map_or(start, |s| s.tokens.end).min(start + 6);
    let mut end = start;
    let mut at = start;
    while at < limit {
        if is_name_word(text, at) {
            end = at + 1;
        } else if at == start || !PARTICLES.contains(text.word(at)) {
            break;
        }
        at += 1;
    }
    start..end
}

fn is_name_word(text: &Text, token: usize) -> bool {
    let word = text.word(token);
    is_capitalised_word(text, token) && !CALENDAR.contains(word) && !is_function_word(word) && !is_honour(word)
}

/// Whether a capitalised word is capitalised only because it stands first: “The”, “In”.
pub(super) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains_any_case(word)
}

/// Whether a word stands behind a person's name and is no part of it: “MP”.
pub(crate) fn is_honour(word: &str) -> bool {
    HONOURS.contains(word)
}

/// Whether a word is a day or a month.
pub(super) fn is_calendar(word: &str) -> bool {
    CALENDAR.contains(word)
}

/// Whether a token stands in a heading that writes most of its words with capitals, so that capitals tell nothing.
pub(super) fn in_title_case(text: &Text, token: usize) -> bool {
    let sentence = text.sentence_of(token);
    is_of_heading(text, sentence) && is_in_title_case(text, sentence)
}

/// Whether a sentence is a heading's.
pub(crate) fn is_of_heading(text: &Text, sentence: usize) -> bool {
    let block = text.sentences.get(sentence).and_then(|sentence| text.article.blocks().get(sentence.block));
    block.is_some_and(|block| block.kind == BlockKind::Heading)
}

/// Whether a sentence writes its longer words with capitals, as American headlines do.
pub(crate) fn is_in_title_case(text: &Text, sentence: usize) -> bool {
    let Some(sentence) = text.sentences.get(sentence) else { return false };
    let words = sentence.tokens.clone().filter(|&t| text.is_kind(t, TokenKind::Word) && text.word(t).len() > 3);
    let (capitals, all) = words.fold((0, 0), |(c, n), t| (c + usize::from(is_capitalised(text.word(t))), n + 1));
    capitals * 4 >= all * 3
}

/// Small words inside a person's name.
static PARTICLES: WordList =
    WordList::new("de da do dos das del della di du la le van von der den ter ten bin ibn bint al el ben zu y e");

/// Days and months: capitalised, never part of a person's name.
static CALENDAR: WordList = WordList::new(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March July September October November \
     December",
);

/// Behind a person's name, and no part of it.
static HONOURS: WordList =
    WordList::new("KC QC SC MP MPs MEP MSP MLA MPP MBE OBE CBE KCB PhD MD Esq TD I’m I'm I’ve I've");

static FUNCTION_WORDS: WordList = WordList::new(
    "the a an in on at of to by for from with as but and or nor so yet he she it they we you i his her its their our \
     my your this that these those there here when while if who what which how why where after before since until \
     because although though however not no yes some many most all both one two such also then now meanwhile \
     according last next is are was were has have had will would did do does under over into about amid despite \
     during",
);
