//! Names that share their last words: “Donetsk and Luhansk People’s Republics”, “North and South Korea”.
//!
//! Takes what the gazetteer found; adds the two names of such a pair. Example: “Donetsk” then means the republic, not the city.
//!
//! Invariant: both full names stand in a pack; nothing is guessed.

use super::gazetteer::Found;
use crate::{Knowledge, Rule, Span, pack::Hit, segment::Text};

/// The most words that two names are taken to share.
const SHARED: usize = 4;

/// Finds the pairs and puts them in place of what was found inside them.
pub(super) fn find(text: &Text, knowledge: &Knowledge, found: &mut Vec<Found>) {
    let pairs: Vec<[Found; 2]> = (1..text.tokens.len())
        .filter(|&and| text.is(and, "and or"))
        .filter_map(|and| pair_at(text, knowledge, and))
        .collect();
    for pair in pairs {
        let whole = pair[0].span.cover(pair[1].span);
        found.retain(|old| !old.span.overlaps(whole));
        found.extend(pair);
    }
    crate::order::sort_by(found, |found| (found.span.start, 0));
}

fn pair_at(text: &Text, knowledge: &Knowledge, and: usize) -> Option<[Found; 2]> {
    let (first, second) = (and - 1, and + 1);
    let end = text.sentences.get(text.sentence_of(and))?.tokens.end;
    (2..=SHARED + 1).rev().find_map(|len| {
        let tokens = second..second + len;
        if tokens.end > end {
            return None;
        }
        let mut words: Vec<String> = tokens.clone().map(|token| text.word(token).to_owned()).collect();
        let second_name = whole_name(text, knowledge, &mut words)?;
        words[0] = text.word(first).to_owned();
        let first_name = whole_name(text, knowledge, &mut words)?;
        let mention = |span: Span, hit: Hit| Found { span, names: hit.names, rule: Rule::Coordination };
        Some([mention(text.span(first..and), first_name), mention(text.span(tokens), second_name)])
    })
}

/// The name that all the words make, the last one in the singular if need be.
fn whole_name(text: &Text, knowledge: &Knowledge, words: &mut [String]) -> Option<Hit> {
    let look_up = |words: &[String]| {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        knowledge.longest(&words, text.article.language()).filter(|hit| hit.words == words.len())
    };
    look_up(words).or_else(|| {
        let singular = words.last()?.strip_suffix('s')?.to_owned();
        *words.last_mut()? = singular;
        look_up(words)
    })
}
