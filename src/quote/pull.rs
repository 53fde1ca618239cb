//! Pull quotes: words that a page repeats from the article to catch the eye.
//!
//! Takes the attributions found and the places of those of them that are block quotations without a speaker, in order; gives these the speaker of the words that
//! they repeat. Example: the pull quote “We were never asked” is Lund's, because the article has “We were never asked,” Lund said.
//!
//! Invariant: words that stand nowhere else stay without a speaker.

use crate::{
    Attribution, Span,
    segment::{Text, TokenKind},
    word_list::lower_case,
};
use rustc_hash::FxHashMap;

/// So many words tell a sentence from others.
const TELLING: usize = 4;

/// Gives pull quotes their speakers.
pub(super) fn give_speakers(text: &Text, found: &mut [Attribution], pulled: &[usize]) {
    if pulled.is_empty() {
        return;
    }
    let said: FxHashMap<String, usize> = (0..found.len())
        .filter(|index| pulled.binary_search(index).is_err() && found[*index].source.is_some())
        .flat_map(|index| found[index].content.clone().into_iter().map(move |span| (index, span)))
        .flat_map(|(index, span)| openings(text, span).into_iter().map(move |words| (words, index)))
        .collect();
    for &pull in pulled {
        let words = found[pull].content.first().and_then(|span| openings(text, *span).into_iter().next());
        if let Some(&same) = words.and_then(|words| said.get(&words)) {
            found[pull].source = found[same].source;
            found[pull].speakers = found[same].speakers.clone();
            found[pull].unnamed = found[same].unnamed;
        }
    }
}

/// The first words of each sentence in a span, in small letters.
fn openings(text: &Text, span: Span) -> Vec<String> {
    let tokens = text.tokens_in(span);
    let starts = tokens.clone().filter(|&token| token == tokens.start || !text.is_kind(token - 1, TokenKind::Word));
    let words = |start: usize| {
        let is_word = |token: &usize| text.is_kind(*token, TokenKind::Word);
        let words: Vec<String> =
            (start..tokens.end).filter(is_word).take(TELLING).map(|token| lower_case(text.word(token))).collect();
        (words.len() == TELLING).then(|| words.join(" "))
    };
    starts.filter_map(words).collect()
}
