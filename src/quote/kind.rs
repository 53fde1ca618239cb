//! Speech, term or title: what the words in marks are by themselves.
//!
//! Takes frames and a quotation; gives its [`Shape`]. Example: “We will not go” is a sentence, “fruitful cooperation” words,
//! “genocide” a term, the film “The Long Road” a title.
//!
//! Invariant: the answer depends on the quotation and the few words before it.

use super::{frame::Frames, lexicon::Class};
use crate::word_list::{WordList, is_among, lower_case};

/// What words in marks are by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A sentence or clause of its own.
    Sentence,
    /// Several words out of a clause.
    Words,
    /// One word.
    Term,
    /// Words that a hint such as “so-called” keeps at a distance.
    Distanced,
    /// The title of a work.
    Title,
    /// No words at all.
    Empty,
}

/// The shape of the quotation at an item.
pub(super) fn shape(frames: &Frames, item: usize, quotation: usize) -> Shape {
    let Some(quoted) = frames.quotations.get(quotation) else { return Shape::Empty };
    let inside = quoted.inside();
    let words: Vec<&str> = inside.clone().map(|token| frames.text.word(token)).filter(|word| is_word(word)).collect();
    let last = inside.clone().next_back().map_or("", |token| frames.text.word(token));
    let opens_big = words.first().is_some_and(|word| word.starts_with(|c: char| !c.is_lowercase()));
    let ended = is_among(last, ". ! ? … , — –") || !quoted.closed;
    match words.len() {
        0 => Shape::Empty,
        _ if is_title(frames, item, &words, last) => Shape::Title,
        _ if is_distanced(frames, item) => Shape::Distanced,
        1 if ended && opens_big => Shape::Sentence,
        1 => Shape::Term,
        2 | 3 if !(ended && opens_big) => Shape::Words,
        _ if opens_big => Shape::Sentence,
        _ => Shape::Words,
    }
}

fn is_word(word: &str) -> bool {
    word.starts_with(char::is_alphanumeric)
}

/// `so-called “partners”`, `known as “the Cellar”`
fn is_distanced(frames: &Frames, item: usize) -> bool {
    let Some(left) = item.checked_sub(1) else { return false };
    let hints = ["so-called", "supposed", "self-styled", "self-proclaimed", "self-described", "purported"];
    let known_as = frames.is(left, "as") && left > 0 && (frames.is(left - 1, "known") || frames.is(left - 1, "styled"));
    known_as || hints.iter().any(|hint| frames.is(left, hint))
}

/// Capitals on every long word, and no sentence's end unless the sentence ends there, or a work named before.
fn is_title(frames: &Frames, item: usize, words: &[&str], last: &str) -> bool {
    const SHORT: usize = 4;
    let big = |word: &&str| word.len() < SHORT || word.starts_with(|c: char| !c.is_lowercase());
    let small = words.iter().any(|word| word.starts_with(char::is_lowercase) && word.len() < SHORT);
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    let titled = words.iter().all(big) && capitals * 2 > words.len() && !is_among(last, "! ? …");
    let work = names_work(frames, item) || names_author(frames, item);
    titled
        && words.len() <= 12
        && (work || (words.len() > 1 && (!small || capitals > 1) && !follows_pause(frames, item)))
}

/// Whether the quotation stands where speech does: at the start of its sentence, or after a comma or colon.
fn follows_pause(frames: &Frames, item: usize) -> bool {
    item == 0 || matches!(frames.class(item - 1), Class::Comma | Class::Colon | Class::Stop)
}

/// `the film “…”`, `a song called “…”`
fn names_work(frames: &Frames, item: usize) -> bool {
    const NEAR: usize = 2;
    (item.saturating_sub(NEAR)..item).any(|near| WORKS.contains(&lower_case(frames.word(near))))
}

/// `director of “…”`, `the author of “…”`
fn names_author(frames: &Frames, item: usize) -> bool {
    let Some(of) = item.checked_sub(2).filter(|_| item > 0 && frames.is(item - 1, "of")) else { return false };
    AUTHORS.contains(&lower_case(frames.word(of)))
}

static AUTHORS: WordList = WordList::new(
    "author authors writer director directors star stars creator creators producer producers host hosts co-host \
     composer performance performances screening premiere copy copies editor",
);

static WORKS: WordList = WordList::new(
    "film movie book novel song album single series show play musical opera poem story essay article documentary \
     painting magazine podcast game titled entitled headlined memoir drama sitcom track hit bestseller comedy ballad \
     anthem sculpture exhibition chapter episode op-ed report",
);
