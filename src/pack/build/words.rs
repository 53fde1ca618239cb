//! A name's words: cut exactly as a text is cut, so that names are found in texts.
//!
//! Takes a name as written; gives its words, and the key under which they are looked up. Example: “Donetsk People’s Republic”
//! has the words `Donetsk` `People` `’s` `Republic` and the key `donetsk people 's republic`.
//!
//! Invariant: the words of a name in a text are the words here.

use crate::{
    Article,
    pack::fold::{SPACE, fold},
    segment::Text,
};

/// Cuts a name into words.
pub(super) fn cut(name: &str) -> Vec<String> {
    let article = Article::from_text(name);
    let text = Text::new(&article);
    (0..text.tokens.len()).map(|token| text.word(token).to_owned()).collect()
}

/// The key of a name's words.
pub(super) fn key(words: &[&str]) -> String {
    let mut key = String::new();
    for (n, word) in words.iter().enumerate() {
        if n > 0 {
            key.push(SPACE);
        }
        fold(word, |c| key.push(c));
    }
    key
}
