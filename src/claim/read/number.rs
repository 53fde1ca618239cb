//! Numbers as news write them, with the precision that they state.
//!
//! Takes words such as `6,500`, `2.5` with `million`, `half a`, `third`; gives values. Example: `6,500` is 6,500 known to
//! the nearest 100.
//!
//! Invariant: a form that is not certain (`6,50`, `1.2.3`) gives nothing.

use crate::{
    cut::{has, head, tail},
    word_list::WordList,
};

/// A number and the place of its last digit that counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub(crate) value: f64,
    /// 100 in `6,500`, 0.1 in `215.5`.
    pub(crate) step: f64,
}

impl Number {
    /// Whether a value, rounded as this number is rounded, gives this number.
    pub(in crate::claim) fn is_rounded(self, value: f64) -> bool {
        (value - self.value).abs() <= self.step / 2.0 * (1.0 + 1e-9)
    }

    /// The number times a factor such as a million.
    pub(in crate::claim) fn times(self, factor: f64) -> Self {
        Self { value: self.value * factor, step: self.step * factor }
    }
}

/// Reads digits, a fraction or a number word in lower case, with a scale word behind it where there is one.
pub(crate) fn parse(word: &str, scale: Option<&str>) -> Option<Number> {
    let number = digits(word).or_else(|| fraction(word)).or_else(|| cardinal(word))?;
    match scale {
        None => Some(number),
        Some(scale) => SCALES.iter().find(|(name, _)| *name == scale).map(|(_, factor)| number.times(*factor)),
    }
}

/// Words that multiply the number before them.
pub(crate) const SCALES: &[(&str, f64)] = &[
    ("hundred thousand", 1e5),
    ("hundred million", 1e8),
    ("hundred", 1e2),
    ("dozen", 12.0),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
];

fn digits(word: &str) -> Option<Number> {
    let (whole, decimals) = word.split_once('.').unwrap_or((word, ""));
    let well_formed = is_grouped(whole) && decimals.bytes().all(|b| b.is_ascii_digit()) && !word.ends_with('.');
    if !well_formed {
        return None;
    }
    Some(Number { value: integer(whole, decimals)? as f64 / power(decimals.len()), step: step(whole, decimals) })
}

/// The digits read as one whole number; none past what 64 bits hold. The standard library's way from text to floating point
/// brings a table of 10 kB.
fn integer(whole: &str, decimals: &str) -> Option<u64> {
    let digits = whole.bytes().chain(decimals.bytes()).filter(u8::is_ascii_digit);
    digits.map(|digit| u64::from(digit - b'0')).try_fold(0u64, |sum, digit| sum.checked_mul(10)?.checked_add(digit))
}

/// Digits alone, or in groups of three.
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let all_digits = |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let first = groups.next().unwrap_or("");
    all_digits(first)
        && (!has(whole, b',') || first.len() <= 3)
        && groups.all(|group| group.len() == 3 && all_digits(group))
}

fn step(whole: &str, decimals: &str) -> f64 {
    if !decimals.is_empty() {
        return 1.0 / power(decimals.len());
    }
    let kept = whole.trim_end_matches(['0', ',']);
    let zeros = tail(whole, kept.len()).bytes().filter(|b| *b == b'0').count();
    if kept.is_empty() { 1.0 } else { power(zeros) }
}

fn power(count: usize) -> f64 {
    10f64.powi(i32::try_from(count).unwrap_or(i32::MAX))
}

/// `½`, `2½`, `half a`: as exact as a tenth.
fn fraction(word: &str) -> Option<Number> {
    let words = [("half a", 0.5), ("half an", 0.5), ("a half", 0.5), ("a quarter of a", 0.25)];
    let signs = [('¼', 0.25), ('½', 0.5), ('¾', 0.75)];
    let value = words.iter().find(|(name, _)| *name == word).map(|(_, value)| *value).or_else(|| {
        let sign = word.chars().next_back()?;
        let part = signs.iter().find(|(c, _)| *c == sign)?.1;
        let whole = head(word, word.len() - sign.len_utf8());
        Some(part + if whole.is_empty() { 0.0 } else { digits(whole)?.value })
    })?;
    Some(Number { value, step: 0.1 })
}

/// `two`, `twenty-two`
fn cardinal(word: &str) -> Option<Number> {
    let value = |word| cardinals().find(|(name, _)| *name == word).map(|(_, value)| value);
    let (tens, units) = word.split_once('-').unwrap_or((word, ""));
    let sum = value(word).or_else(|| Some(value(tens)? + value(units)?))?;
    Some(Number { value: f64::from(sum), step: 1.0 })
}

/// What a word behind a number makes of it: `thirds`, `quarter`.
pub(in crate::claim) fn denominator(word: &str) -> Option<u32> {
    match word {
        "half" | "halves" => Some(2),
        "quarter" | "quarters" => Some(4),
        _ => ordinal(word.strip_suffix('s').unwrap_or(word)).filter(|part| (3..=10).contains(part)),
    }
}

/// Number words that stand before a unit: those below twenty in their order.
pub(in crate::claim) fn cardinals() -> impl Iterator<Item = (&'static str, u32)> {
    let tens = TENS.iter().take(8).map(|(name, _, value)| (*name, *value));
    [("a", 1), ("an", 1)].into_iter().chain(ONES.iter().zip(1..)).chain(tens)
}

/// Whether a word, in small letters or not, is a number or half of one, or begins so: “six”, “Six-month”.
#[inline(never)]
pub(in crate::claim) fn begins(word: &str) -> bool {
    let first = first_part(word);
    let tens = || TENS.iter().take(8).any(|(name, ..)| first.eq_ignore_ascii_case(name));
    ONES.contains_any_case(first) || first.eq_ignore_ascii_case("half") || tens()
}

/// The word up to its first hyphen.
pub(in crate::claim) fn first_part(word: &str) -> &str {
    word.split_once('-').map_or(word, |(first, _)| first)
}

static ONES: WordList = WordList::new(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
);

/// The rank that an ordinal word in lower case names: `third`, `twenty-first`.
pub(crate) fn ordinal(word: &str) -> Option<u32> {
    // Nearly every word of an article is asked, most of them more than once.
    if !matches!(word.as_bytes(), [.., b's', b't'] | [.., b'n', b'd'] | [.., b'r', b'd'] | [.., b't', b'h']) {
        return None;
    }
    if let Some(rank) = ORDINALS.iter().position(|name| name == word) {
        return u32::try_from(rank + 1).ok();
    }
    let (tens, units) = word.split_once('-').unwrap_or((word, ""));
    let round = TENS.iter().find(|(_, ordinal, _)| *ordinal == word).map(|(_, _, value)| *value);
    let compound = || {
        let tens = TENS.iter().find(|(name, _, _)| *name == tens)?.2;
        let units = ORDINALS.iter().take(9).position(|name| name == units)?;
        Some(tens + u32::try_from(units + 1).ok()?)
    };
    round.or_else(compound)
}

/// The rank of digits with their ending: `3` and `rd`.
pub(in crate::claim) fn ordinal_digits(digits: &str, ending: &str) -> Option<u32> {
    let rank: u32 = digits.replace(',', "").parse().ok()?;
    let expected = match (rank % 10, rank % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    (rank > 0 && ending.eq_ignore_ascii_case(expected)).then_some(rank)
}

static ORDINALS: WordList = WordList::new(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
     fifteenth sixteenth seventeenth eighteenth nineteenth",
);

const TENS: [(&str, &str, u32); 9] = [
    ("twenty", "twentieth", 20),
    ("thirty", "thirtieth", 30),
    ("forty", "fortieth", 40),
    ("fifty", "fiftieth", 50),
    ("sixty", "sixtieth", 60),
    ("seventy", "seventieth", 70),
    ("eighty", "eightieth", 80),
    ("ninety", "ninetieth", 90),
    ("hundred", "hundredth", 100),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, scale: Option<&str>, expected: Option<(f64, f64)>) {
        assert_eq!(parse(word, scale).map(|n| (n.value, n.step)), expected, "{word} {scale:?}");
    }

    #[test]
    fn digits_carry_their_precision() {
        check("6,500", None, Some((6500.0, 100.0)));
        check("4,000", None, Some((4000.0, 1000.0)));
        check("215.5", None, Some((215.5, 0.1)));
        check("1.80", None, Some((1.8, 0.01)));
        check("0", None, Some((0.0, 1.0)));
        check("2.5", Some("million"), Some((2_500_000.0, 100_000.0)));
    }

    #[test]
    fn words_and_fractions() {
        check("a", None, Some((1.0, 1.0)));
        check("two", Some("hundred"), Some((200.0, 100.0)));
        check("half a", None, Some((0.5, 0.1)));
        check("2½", None, Some((2.5, 0.1)));
        check("twenty-two", Some("hundred thousand"), Some((2_200_000.0, 100_000.0)));
    }

    #[test]
    fn denominators() {
        let parts = ["half", "third", "thirds", "quarters", "tenths", "seconds", "eleventh", "times"].map(denominator);
        assert_eq!(parts, [Some(2), Some(3), Some(3), Some(4), Some(10), None, None, None]);
    }

    #[test]
    fn doubtful_forms_give_nothing() {
        for word in ["6,50", "1.2.3", "1,2345", "5.", "", ",", "½½", "1234,567"] {
            check(word, None, None);
        }
    }

    #[test]
    fn rounding_is_to_the_stated_place() {
        let stated = |word| parse(word, None).expect("a number");
        assert!(stated("4,000").is_rounded(4038.9));
        assert!(stated("118").is_rounded(118.06));
        assert!(!stated("118").is_rounded(118.6));
    }

    #[test]
    fn ordinals() {
        let words = ["first", "third", "twelfth", "twentieth", "twenty-first", "thirty-second", "hundredth"];
        let ranks: Vec<_> = words.into_iter().map(ordinal).collect();
        assert_eq!(ranks, [1, 3, 12, 20, 21, 32, 100].map(Some));
        assert!(["last", "twenty", "twenty-", "-first", "twenty-tenth", ""].into_iter().all(|w| ordinal(w).is_none()));
        assert_eq!(ordinal_digits("32", "nd"), Some(32));
        assert_eq!(ordinal_digits("112", "th"), Some(112));
        assert_eq!(ordinal_digits("3", "th"), None);
        assert_eq!(ordinal_digits("0", "th"), None);
        assert_eq!(ordinal_digits("99999999999", "th"), None);
    }
}
