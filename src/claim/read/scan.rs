//! Where a number is written, and what may stand around it.
//!
//! Takes words in lower case (ASCII letters); gives the numbers in them, or what is left after a beginning. Example: in “some
//! -40 million” there is one number: `40` with the scale `million`, and a sign before it.
//!
//! Patterns by hand: `regex` weighs as much as half of the core, and compiling one such pattern takes a fifth of the time to a
//! page's first notes.
//!
//! Invariant: what is found lies between characters, never inside one.

use super::number::{self, Number, SCALES};
use crate::cut::{head, tail};

/// A number as written: in `words`, from `start` to `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) struct Written<'t> {
    pub(in crate::claim) start: usize,
    pub(in crate::claim) end: usize,
    pub(in crate::claim) negative: bool,
    /// Digits, a fraction, a number word.
    pub(in crate::claim) number: &'t str,
    /// `million`
    pub(in crate::claim) scale: Option<&'t str>,
}

/// All numbers that stand where a quantity may begin, from left to right.
pub(in crate::claim) fn numbers(words: &str) -> impl Iterator<Item = Written<'_>> {
    let mut reached = 0;
    let after_each = words.char_indices().map(|(at, c)| (at + c.len_utf8(), c));
    let starts = std::iter::once((0, ' ')).chain(after_each).filter(|(_, before)| may_precede(*before));
    starts.filter_map(move |(start, _)| {
        let found = number_at(words, start).filter(|_| start >= reached)?;
        reached = found.end;
        Some(found)
    })
}

/// The number at the start of `words`, where it stands after what may precede one.
pub(in crate::claim) fn number_first(words: &str) -> Option<Written<'_>> {
    let start = words.chars().next().filter(|c| may_precede(*c)).map_or(0, char::len_utf8);
    number_at(words, 0).or_else(|| number_at(words, start))
}

fn number_at(words: &str, start: usize) -> Option<Written<'_>> {
    let whole = tail(words, start);
    let unsigned = ["-", "−", "–", "minus "].iter().find_map(|sign| whole.strip_prefix(sign));
    let from = words.len() - unsigned.unwrap_or(whole).len();
    let number = head(tail(words, from), number_len(tail(words, from))?);
    let scale = scale_after(tail(words, from + number.len()));
    let end = from + number.len() + scale.map_or(0, |(gap, scale)| gap + scale.len());
    Some(Written { start, end, negative: unsigned.is_some(), number, scale: scale.map(|(_, scale)| scale) })
}

fn number_len(words: &str) -> Option<usize> {
    let spelt = ["half an", "half a", "a half", "a quarter of a"].into_iter();
    let mut spelt = spelt.chain(number::cardinals().map(|(name, _)| name));
    let spelt_len = || {
        let tens = spelt.find(|word| is_whole_word(words, word))?;
        let units = tail(words, tens.len()).strip_prefix('-').filter(|_| tens.ends_with("ty"));
        let units = units.and_then(|rest| number::cardinals().find(|(name, _)| is_whole_word(rest, name)));
        Some(tens.len() + units.map_or(0, |(name, _)| 1 + name.len()))
    };
    digits_len(words).or_else(spelt_len)
}

fn is_whole_word(words: &str, word: &str) -> bool {
    words.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

/// A part of a whole at the start of `words`, and its length: “two-thirds”, “a quarter”, “half”.
pub(in crate::claim) fn part_first(words: &str) -> Option<(Number, usize)> {
    let whole = if is_whole_word(words, "half") { (1.0, 0) } else { above(words)? };
    let rest = tail(words, whole.1);
    let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let below = f64::from(number::denominator(head(rest, len))?);
    let joined = tail(rest, len).starts_with('-');
    (!joined).then_some((Number { value: whole.0 / below, step: 1.0 / below }, whole.1 + len))
}

/// The number above the line, and its length with the blank or hyphen behind it.
fn above(words: &str) -> Option<(f64, usize)> {
    let written = number_at(words, 0).filter(|written| written.scale.is_none())?;
    let number = number::parse(written.number, None)?;
    let gap = tail(words, written.end).chars().next().filter(|c| matches!(c, ' ' | '-'))?;
    Some((number.value, written.end + gap.len_utf8()))
}

/// `6,500`, `2.5`, `2½`, `½`
fn digits_len(words: &str) -> Option<usize> {
    let after = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
    let grouped = head(words, words.len() - after.len()).trim_end_matches(',').len();
    let grouped = if words.starts_with(|c: char| c.is_ascii_digit()) { grouped } else { 0 };
    let decimals = if grouped == 0 { 0 } else { decimals_len(tail(words, grouped)) };
    let end = grouped + decimals;
    let fraction = tail(words, end).chars().next().filter(|c| matches!(c, '¼' | '½' | '¾')).map_or(0, char::len_utf8);
    Some(end + fraction).filter(|len| *len > 0)
}

fn decimals_len(words: &str) -> usize {
    let Some(digits) = words.strip_prefix('.') else { return 0 };
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < digits.len() { words.len() - rest.len() } else { 0 }
}

/// The gap before a word of scale, and that word.
fn scale_after(words: &str) -> Option<(usize, &str)> {
    let gap = words.chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '-'))?.len_utf8();
    let scale = SCALES.iter().find(|(name, _)| is_whole_word(tail(words, gap), name))?.0;
    Some((gap, head(tail(words, gap), scale.len())))
}

fn may_precede(c: char) -> bool {
    is_space(c) || matches!(c, '(' | '“' | '‘' | '"' | '\'' | '[' | '~' | '≈' | '—')
}

/// The smaller number of two, and what it takes with all before it: `11` in “ 11 inches”, `4` in “-4”.
pub(in crate::claim) fn second_number(words: &str) -> Option<(&str, usize)> {
    let rest = words.strip_prefix(',').unwrap_or(words).trim_start_matches(is_space);
    let rest = rest.strip_prefix("and").and_then(|rest| rest.strip_prefix(is_space)).unwrap_or(rest);
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    let digits = rest.bytes().take(2).take_while(u8::is_ascii_digit).count();
    let len = digits + if digits > 0 { decimals_len(tail(rest, digits)) } else { 0 };
    (digits > 0).then(|| (head(rest, len), words.len() - rest.len() + len))
}

/// What is left of `words` after “about”, “just over” and their like.
pub(in crate::claim) fn after_about(words: &str) -> &str {
    let mut rest = words.trim_start_matches(is_space);
    for _ in 0..2 {
        let len = about().find(|word| rest.as_bytes().starts_with(word)).map_or(0, <[u8]>::len);
        rest = tail(rest, len).trim_start_matches(is_space);
    }
    rest
}

/// What is left of `words`, which end before a number, without “more than”, “at least” and their like.
pub(in crate::claim) fn before_about(words: &str) -> &str {
    let mut rest = words.trim_end_matches(is_space);
    for _ in 0..2 {
        let word = about().find(|word| *word != b"or" && rest.as_bytes().ends_with(word));
        let without = word.map(|word| head(rest, rest.len() - word.len()));
        let whole = without.filter(|rest| !rest.ends_with(char::is_alphanumeric));
        rest = whole.unwrap_or(rest).trim_end_matches(is_space);
    }
    rest
}

/// What may stand before a number; the longer of two with the same beginning, or the same end, first.
const ABOUT: &str = "about|around|roughly|approximately|approx.|approx|nearly|almost|some|or|just over|just under|well over|over|under|\
    more than|less than|fewer than|at least|at most|as many as|as much as|up to|close to|an estimated|exactly|just|circa|c.|\
    ~|≈";

/// Each of them: bytes are compared sooner than characters.
fn about() -> impl Iterator<Item = &'static [u8]> {
    ABOUT.as_bytes().split(|byte| *byte == b'|')
}

pub(in crate::claim) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_where_a_quantity_may_begin() {
        let found = |words| {
            let written =
                numbers(words).map(|w| [if w.negative { "-" } else { "" }, w.number, w.scale.unwrap_or("")].concat());
            written.collect::<Vec<_>>().join(" ")
        };
        let table = [
            ("6,500 and 2.5 million", "6,500 2.5million"),
            ("minus 40, −3 and –7", "-40 -3 -7"),
            ("2½ to ¾, half an hour", "2½ ¾ half an"),
            ("(12) “3” x4 no.5", "12 3"),
            ("twenty-two thousand", "twenty-twothousand"),
            ("three hundred thousand, two millions", "threehundred thousand two"),
            ("a quarter of a mile", "a quarter of a"),
            ("5. then 1.2.3", "5 1.2"),
            ("a", "a"),
            ("", ""),
        ];
        for (words, expected) in table {
            assert_eq!(found(words), expected, "{words}");
        }
    }

    #[test]
    fn a_second_number_completes_the_first() {
        assert_eq!(second_number(" 11 inches"), Some(("11", 3)));
        assert_eq!(second_number("-4"), Some(("4", 2)));
        assert_eq!(second_number(", and 6.5 oz"), Some(("6.5", 9)));
        assert_eq!(second_number(" 123"), Some(("12", 3)));
        assert_eq!(second_number(" long"), None);
    }

    #[test]
    fn parts_of_a_whole() {
        let read = |words| part_first(words).map(|(number, len)| ((number.value * 100.0).round(), len));
        assert_eq!(read("two-thirds of"), Some((67.0, 10)));
        assert_eq!(read("a quarter"), Some((25.0, 9)));
        assert_eq!(read("half the"), Some((50.0, 4)));
        assert_eq!(read("one third-place finish"), None);
        assert_eq!(read("two seconds"), None);
    }

    #[test]
    fn words_of_doubt_are_passed_over() {
        let before = ["for at least ", "in just over", "some more than", "or", "took over "].map(before_about);
        assert_eq!(before, ["for", "in", "", "or", "took"]);
        let left = ["about 5", "just over  5", " c. 5", "or about 5", "5", "some or about 5"].map(after_about);
        assert_eq!(left, ["5", "5", "5", "5", "5", "about 5"]);
    }
}
