//! Numbers that stand in a name.
//!
//! Takes the words of a number with what it is of; tells whether capitals or quotation marks make them a title. Example: “The Five-Year
//! Plan failed” states no duration.
//!
//! Invariant: a headline that sets capitals to all its words is no title.

use crate::segment::{Text, TokenKind};
use crate::word_list::is_among;
use std::ops::Range;

/// “The Five-Year Plan failed”: a unit with a capital is a piece of a name, but for scales' own names and headlines all in capitals.
pub(super) fn is_unit_of_name(text: &Text, unit: usize) -> bool {
    let word = text.word(unit).rsplit('-').next().unwrap_or_default();
    let capital =
        word.len() > 2 && word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
    let prose = || crate::claim::near(text, unit).any(|token| is_small(text.word(token)));
    capital && !is_among(word, "Celsius Fahrenheit Kelvin") && prose()
}

/// A word that title case would set a capital to.
fn is_small(word: &str) -> bool {
    word.len() > 3 && word.starts_with(char::is_lowercase) && !is_among(word, "with from over into than upon")
}

/// “Seven Wonders” in quotation marks of its own.
pub(super) fn is_quoted(text: &Text, tokens: Range<usize>) -> bool {
    let quote = |token: usize| text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Quote);
    let last = tokens.end.checked_sub(1).map(|last| text.word(last)).unwrap_or_default();
    last.starts_with(char::is_uppercase) && tokens.start.checked_sub(1).is_some_and(quote) && quote(tokens.end)
}
