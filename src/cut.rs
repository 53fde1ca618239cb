//! Words cut in two, and looked for in others.
//!
//! Takes words and a number of bytes; gives what stands before or behind. Example: of “four-year” and 5 the tail is “year”.
//!
//! Invariant: nothing panics. Besides, a reader's page is spared what the standard library's `words[..len]` says of a wrong cut, and
//! its search for text in text, which `contains` of one character has too: 3.6 kB, both of them.

/// The first so many bytes of some words; nothing where these end inside a character.
#[inline(never)]
pub(crate) fn head(words: &str, len: usize) -> &str {
    words.get(..len).unwrap_or_default()
}

/// What stands behind so many bytes of some words; nothing where these end inside a character.
#[inline(never)]
pub(crate) fn tail(words: &str, len: usize) -> &str {
    words.get(len..).unwrap_or_default()
}

/// What stands before and behind a mark of one sign or more, where it first stands.
pub(crate) fn split_once<'a>(words: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let at = words.as_bytes().windows(mark.len()).position(|window| window == mark.as_bytes())?;
    Some((head(words, at), tail(words, at + mark.len())))
}

/// Whether some words have a sign of ASCII.
#[inline(never)]
pub(crate) fn has(words: &str, sign: u8) -> bool {
    words.as_bytes().contains(&sign)
}

#[cfg(test)]
mod tests {
    use super::{has, head, split_once, tail};

    #[test]
    fn two_parts_are_the_whole() {
        assert_eq!((head("four-year", 5), tail("four-year", 5)), ("four-", "year"));
        assert_eq!((head("é", 0), tail("é", 2)), ("", ""));
    }

    #[test]
    fn no_cut_inside_a_character_or_behind_the_end() {
        assert_eq!((head("é", 1), tail("é", 1)), ("", ""));
        assert_eq!((head("a", 2), tail("a", 2)), ("", ""));
    }

    #[test]
    fn parts_before_and_behind_a_mark() {
        assert_eq!(split_once("https://a.org//b", "//"), Some(("https:", "a.org//b")));
        assert_eq!(split_once("é/", "//"), None);
    }

    #[test]
    fn a_sign_is_found_anywhere() {
        assert!(has("p.m", b'.') && !has("pm", b'.') && !has("", b'.'));
    }
}
