//! In which language a text is written, as far as direct speech needs to know.
//!
//! Takes a text; gives the [`Words`] of its language, none for English and for languages that have no list. Example: `lang="es"`
//! gives those of Spanish; so does a text without a language in which “el”, “que” and “los” are frequent.
//!
//! Invariant: what the text itself plainly is goes before what the page says that it is.

use super::words::{ALL, Words};
use crate::{
    segment::{Text, TokenKind},
    word_list::{WordList, lower_case},
};

/// The words of a text's language.
pub(crate) fn of(text: &Text) -> Option<&'static Words> {
    let seen = seen(text);
    let tagged = text.article.language().and_then(|tag| tag.split(['-', '_']).next());
    match (seen, tagged) {
        (Some(Seen::English), _) => None,
        (Some(Seen::Other(words)), _) => Some(words),
        (None, tagged) => ALL.iter().find(|words| tagged.is_some_and(|tag| tag.eq_ignore_ascii_case(words.tag))),
    }
}

enum Seen {
    English,
    Other(&'static Words),
}

static ENGLISH: WordList = WordList::new("the of and to in is was that for with on it as he his by at from are");

/// The language whose small words are frequent, where it is plain.
fn seen(text: &Text) -> Option<Seen> {
    const SAMPLE: usize = 400;
    const PLAIN: usize = 6;
    let mut counts = [0; ALL.len()];
    let mut english = 0;
    for token in text.tokens.iter().filter(|token| token.kind == TokenKind::Word).take(SAMPLE) {
        let word = lower_case(token.span.of(text.article.text()));
        english += usize::from(ENGLISH.contains(&word));
        for (count, words) in counts.iter_mut().zip(&ALL) {
            *count += usize::from(words.small.contains(&word));
        }
    }
    let best = (0..ALL.len()).max_by_key(|&at| counts[at])?;
    let second = (0..ALL.len()).filter(|&at| at != best).map(|at| counts[at]).max().unwrap_or(0);
    if english >= PLAIN && english > 2 * counts[best] {
        return Some(Seen::English);
    }
    let plain = counts[best] >= PLAIN && counts[best] > 2 * english && counts[best] > second;
    plain.then(|| Seen::Other(&ALL[best]))
}
