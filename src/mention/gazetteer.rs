//! Names that packs hold.
//!
//! Takes the segmented text; gives, for each place where a name of a pack stands, what it may mean. Example: “North Korea’s
//! move” begins with one [`Found`] of two tokens.
//!
//! Invariant: found names do not overlap, and each covers whole words, or a whole part of a hyphenated word.

use super::capitals::is_capitalised;
use crate::{
    Knowledge, Rule, Span,
    cut::has,
    pack::Name,
    segment::{Text, TokenKind},
};

/// A name that a pack holds, at its place in the text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) span: Span,
    pub(super) names: Vec<Name>,
    pub(super) rule: Rule,
}

/// The longest name that a look-up may cover, in tokens.
const REACH: usize = 12;

/// Finds the longest name at each place, from left to right.
pub(super) fn find(text: &Text, knowledge: &Knowledge) -> Vec<Found> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            at = find_at(text, knowledge, at, sentence.tokens.end, &mut found);
        }
    }
    found
}

/// Looks at one token; gives the next one to look at. An article yields to the name after it that reaches further: in “the
/// West Virginia senator” nobody means the West.
fn find_at(text: &Text, knowledge: &Knowledge, at: usize, end: usize, found: &mut Vec<Found>) -> usize {
    if !may_begin(text, at, end) {
        return at + 1;
    }
    let words: Vec<&str> = (at..end.min(at + REACH)).map(|token| text.word(token)).collect();
    let language = text.article.language();
    if let Some(hit) = knowledge.longest(&words, language) {
        if is_article(words[0])
            && knowledge.longest(&words[1..], language).is_some_and(|later| later.words >= hit.words)
        {
            return at + 1;
        }
        found.push(Found { span: text.span(at..at + hit.words), names: hit.names, rule: Rule::Pack });
        return at + hit.words.max(1);
    }
    find_in_compound(text, knowledge, at, found);
    at + 1
}

/// Names begin with a capital, a digit or a letter without case; or with the article before one: “the West”.
fn may_begin(text: &Text, at: usize, end: usize) -> bool {
    let word = text.word(at);
    match text.tokens[at].kind {
        TokenKind::Word if is_article(word) => at + 1 < end && is_capitalised(text.word(at + 1)),
        TokenKind::Word => has_capital_or_no_case(word),
        TokenKind::Number => true,
        _ => false,
    }
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "The")
}

/// `Kyiv`, `al-Shabaab` and `平壌`, not `kyiv`.
fn has_capital_or_no_case(word: &str) -> bool {
    word.chars().any(char::is_uppercase) || !word.chars().any(char::is_lowercase)
}

/// “Russian-backed”, “pro-Russian”, “US-Russia”: the parts of a compound that are names, when the others are not capitalised.
fn find_in_compound(text: &Text, knowledge: &Knowledge, at: usize, found: &mut Vec<Found>) {
    let word = text.word(at);
    if !has(word, b'-') {
        return;
    }
    let start = text.start(at);
    let mut names = Vec::new();
    let mut offset = 0;
    for part in word.split('-') {
        let span = Span::new(start + offset, start + offset + part.len());
        offset += part.len() + 1;
        match knowledge.longest(&[part], text.article.language()) {
            Some(hit) if is_capitalised(part) => names.push(Found { span, names: hit.names, rule: Rule::Pack }),
            _ if is_capitalised(part) => return,
            _ => {}
        }
    }
    found.append(&mut names);
}
