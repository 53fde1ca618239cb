//! Numbers as claims state them, in whatever words: the same value is the same number.
//!
//! Takes the tokens of a sentence; gives the [`Stated`] numbers. Example: “one in four”, “a quarter”, “25 per cent” and “every fourth”
//! are all the share .25; “£4m” and “four million” are 4,000,000.
//!
//! Invariant: a bare “one” states no number, for it is an article as often.

use crate::{
    claim::read::number::{SCALES, ordinal, parse},
    cut::has,
    segment::Text,
    word_list::{WordList, is_among},
};
use std::ops::Range;

/// A number, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stated {
    pub(super) value: f64,
    /// The place of its last digit that counts: 1,000 of 12,000; 0 where it is exact.
    pub(super) step: f64,
    /// Whether it is a part of a whole, from 0 to 1, or a percentage.
    pub(super) share: bool,
    /// Whether it is a year of the calendar, by its look.
    pub(super) year: bool,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// The token of the whole, where words may stand between: of “one marriage in two” the last.
    pub(super) whole: Option<usize>,
}

impl Stated {
    /// Whether both state the same, whatever the words; of two that are not as precise, one may be rounded: 11,964 is 12,000.
    pub(super) fn same(&self, other: &Stated) -> bool {
        const ROUNDED: f64 = 0.1;
        let least = self.value.abs().min(other.value.abs());
        let (fine, rough) = (self.step.min(other.step), self.step.max(other.step));
        let rounded = fine < rough && rough <= ROUNDED * least && !self.year && !other.year;
        let off = if rounded { rough / 2.0 } else { 0.0 };
        self.share == other.share && (self.value - other.value).abs() <= off + 1e-9 * least
    }
}

impl Stated {
    /// Whether a token belongs to it.
    pub(super) fn covers(&self, at: usize) -> bool {
        self.tokens.contains(&at) || self.whole == Some(at)
    }

    /// Its last token.
    pub(super) fn last(&self) -> usize {
        self.whole.unwrap_or(self.tokens.end.saturating_sub(1))
    }
}

/// Reads all numbers of some tokens.
pub(super) fn numbers(text: &Text, tokens: Range<usize>) -> Vec<Stated> {
    let words = Words { text, end: tokens.end };
    let (mut found, mut at) = (Vec::new(), tokens.start);
    while at < tokens.end {
        let number = words.number(at);
        at = number.as_ref().map_or(at + 1, |number| number.last() + 1);
        found.extend(number);
    }
    found
}

struct Words<'a> {
    text: &'a Text<'a>,
    end: usize,
}

/// Parts of a whole, from the second on.
static PARTS: WordList = WordList::new("half third quarter fifth sixth seventh eighth ninth tenth");

/// Words that are a number and “times”, from two on.
static TIMES: [&str; 3] = [
    "twice double doubled doubles doubling twofold",
    "thrice triple tripled trebled threefold",
    "quadruple quadrupled fourfold",
];

/// Words that may begin a number: a look-up for each word of an article, so that the others cost no more.
static OPENERS: WordList = WordList::new(
    "a an half halved halves every each one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
     seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety twice double doubled doubles doubling twofold \
     thrice triple tripled trebled threefold quadruple quadrupled fourfold",
);

fn may_begin(word: &str) -> bool {
    word.starts_with(|c: char| !c.is_alphabetic()) || OPENERS.contains_any_case(word.split('-').next().unwrap_or(word))
}

/// What scales a number besides, and what does where it is written to it: “4m”.
const SPANS: [(&str, f64); 3] = [("dozen", 12.0), ("decade decades", 10.0), ("century centuries", 100.0)];
const SHORT_SCALES: [(&str, f64); 4] = [("k", 1e3), ("m mn", 1e6), ("bn b", 1e9), ("tn", 1e12)];

fn is_article(word: &str) -> bool {
    is_among(word, "a an")
}

static TEENS: WordList = WordList::new("thirteen fourteen fifteen sixteen seventeen eighteen nineteen");

impl Words<'_> {
    /// In lower case; empty behind the end.
    #[inline(never)]
    fn word(&self, at: usize) -> &str {
        if at < self.end { self.text.lower(at) } else { "" }
    }

    /// Whether a word is one of a few.
    #[inline(never)]
    fn is(&self, at: usize, few: &str) -> bool {
        is_among(self.word(at), few)
    }

    /// What the scale at a token multiplies by: “million”.
    #[inline(never)]
    fn named_scale(&self, at: usize) -> Option<f64> {
        SCALES.iter().find(|(name, _)| *name == self.word(at)).map(|(_, scale)| *scale)
    }

    fn number(&self, at: usize) -> Option<Stated> {
        if !may_begin(self.text.word(at)) {
            return None;
        }
        let word = self.word(at);
        self.part(at, word).or_else(|| self.times(at, word)).or_else(|| self.counted(at, word))
    }

    /// `half`, `a quarter of`, `two thirds`, `every second`.
    fn part(&self, at: usize, word: &str) -> Option<Stated> {
        let next = self.word(at + 1);
        if is_among(word, "half halved halves") {
            let scale = self.named_scale(at + 2).filter(|_| word == "half" && is_article(next));
            return scale.map_or_else(|| share(0.5, at..at + 1), |scale| plain(scale / 2.0, at..at + 3));
        }
        if is_among(word, "every each") {
            let whole = if next == "other" { 2 } else { ordinal(next)? };
            return share(1.0 / f64::from(whole), at..at + 2);
        }
        if let Some((count, part)) = word.split_once('-') {
            return share(value(count)? / part_of(value(count)?, part)?, at..at + 1);
        }
        let count = if is_article(word) { 1.0 } else { value(word)? };
        let whole = part_of(count, next)?;
        if let Some(scale) = self.of_a_scale(at + 2) {
            return plain(count / whole * scale, at..at + 5);
        }
        let goes_on = self.word(at.wrapping_sub(1)) == "by" || self.is(at + 2, "of less more fewer lower higher . ,");
        (goes_on || count > 1.0).then(|| share(count / whole, at..at + 2))?
    }

    /// `of a million`: the scale.
    fn of_a_scale(&self, at: usize) -> Option<f64> {
        self.named_scale(at + 2).filter(|_| self.word(at) == "of" && self.word(at + 1) == "a")
    }

    /// `twice`, `threefold`.
    fn times(&self, at: usize, word: &str) -> Option<Stated> {
        let index = TIMES.iter().position(|words| is_among(word, words))?;
        plain(index as f64 + 2.0, at..at + 1)
    }

    /// Digits or words, with whatever multiplies or divides them.
    fn counted(&self, at: usize, word: &str) -> Option<Stated> {
        let (value, next) = self.scaled(at, word)?;
        let percent = match () {
            () if self.is(next, "% percent pc") => 1,
            () if self.is(next, "per") && self.is(next + 1, "cent 100") => 2,
            () => 0,
        };
        let step = parse(word, None).map_or(0.0, |number| number.step / number.value * value);
        if percent > 0 {
            return share(value / 100.0, at..next + percent).map(|share| Stated { step: step / 100.0, ..share });
        }
        if let Some((whole, end)) = self.out_of(next, value) {
            return share(value / whole, at..next).map(|share| Stated { whole: Some(end), ..share });
        }
        let is_year = next == at + 1 && word.len() == 4 && (1000.0..2100.0).contains(&value) && value.fract() == 0.0;
        let year = is_year && !has(word, b',');
        let stated = Stated { value, step, share: false, year, tokens: at..next, whole: None };
        (value != 1.0).then_some(stated)
    }

    /// A number with its scale: `four million`, `£4m`, `two decades`, `a hundred`.
    fn scaled(&self, at: usize, word: &str) -> Option<(f64, usize)> {
        let (mut number, mut next) = (if is_article(word) { 1.0 } else { value(word)? }, at + 1);
        while let Some(scale) = self.scale(next) {
            (number, next) = (number * scale, next + 1);
        }
        (next > at + 1 || !is_article(word)).then_some((number, next))
    }

    fn scale(&self, at: usize) -> Option<f64> {
        let written_to_it =
            at > 0 && at < self.end && self.text.span(at - 1..at).end == self.text.span(at..at + 1).start;
        self.named_scale(at).or_else(|| {
            let long = SPANS.iter().find(|(names, _)| self.is(at, names));
            let short = || SHORT_SCALES.iter().find(|(names, _)| written_to_it && self.is(at, names));
            long.or_else(short).map(|(_, scale)| *scale)
        })
    }

    /// `in four`, `out of ten`, `people in ten`, `of every three`: the whole, and where it ends.
    fn out_of(&self, from: usize, part: f64) -> Option<(f64, usize)> {
        const BETWEEN: usize = 3;
        let joins = |at: &usize| self.is(*at, "in of") && self.text.tokens.get(at + 1).is_some();
        let at = (from..(from + BETWEEN).min(self.end)).find(joins)?;
        let end = at + 1 + usize::from(self.is(at + 1, "of every each"));
        let whole = value(self.word(end))
            .filter(|_| self.word(at) == "in" || self.word(at.wrapping_sub(1)) == "out" || end > at + 1)?;
        let is_whole =
            whole > part && (2.0..=100.0).contains(&whole) && part.fract() == 0.0 && self.scale(end + 1).is_none();
        is_whole.then_some((whole, end))
    }
}

/// Of how many parts this is one, or where there are several, these are some: `third` and `thirds` of three.
fn part_of(count: f64, noun: &str) -> Option<f64> {
    let noun = noun.strip_suffix('s').filter(|_| count > 1.0).unwrap_or(noun);
    let part = PARTS.iter().position(|part| part == noun)? + 2;
    Some(if part > 3 { part } else { [2, 3][part - 2] } as f64)
}

/// What a number is written to: of `three-minute` the minute.
pub(super) fn unit(word: &str) -> Option<&str> {
    let (count, unit) = word.split_once('-')?;
    (value(unit).is_none() && part_of(2.0, unit).is_none() && !count.is_empty()).then_some(unit)
}

/// The value of one word: digits, a cardinal, `forty-one`, `three-minute`.
fn value(word: &str) -> Option<f64> {
    if is_article(word) {
        return None;
    }
    let one = |word: &str| parse(word, None).map(|number| number.value);
    let teen = || Some(TEENS.iter().position(|teen| teen == word)? as f64 + 13.0);
    let compound = || {
        let (tens, units) = word.split_once('-')?;
        let (tens, units) = (one(tens)?, one(units).or_else(|| ordinal(units).is_none().then_some(0.0))?);
        ((20.0..100.0).contains(&tens) && units < 10.0 || units == 0.0).then_some(tens + units)
    };
    one(word).or_else(teen).or_else(compound)
}

fn share(value: f64, tokens: Range<usize>) -> Option<Stated> {
    Some(Stated { value, step: 0.0, share: true, year: false, tokens, whole: None })
}

fn plain(value: f64, tokens: Range<usize>) -> Option<Stated> {
    Some(Stated { value, step: 0.0, share: false, year: false, tokens, whole: None })
}

/// Whether a word in lower case is a numeral that counts things in their order: `third`.
pub(super) fn is_ordinal(word: &str) -> bool {
    word.ends_with(['d', 'h']) && ordinal(word).is_some_and(|rank| rank > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let article = Article::from_text(text);
        let text = Text::new(&article);
        let written = |number: &Stated| {
            let mark = if number.share {
                "share "
            } else if number.year {
                "year "
            } else {
                ""
            };
            format!("{mark}{}", (number.value * 1e6).round() / 1e6)
        };
        let found: Vec<_> = numbers(&text, 0..text.tokens.len()).iter().map(written).collect();
        assert_eq!(found.join(", "), expected, "{}", article.text());
    }

    #[test]
    fn a_share_in_whatever_words() {
        for words in ["a quarter of homes", "one in four homes", "25 per cent", "25% of them", "every fourth home"] {
            check(words, "share 0.25");
        }
        check("six out of ten nurses", "share 0.6");
        check("two thirds of them, two-thirds of them", "share 0.666667, share 0.666667");
        check("half the town, and one marriage in two", "share 0.5, share 0.5");
        check("a fifth less, cut by a third", "share 0.2, share 0.333333");
    }

    #[test]
    fn a_number_in_whatever_words() {
        check("£4m", "4000000");
        check("four million pounds", "4000000");
        check("half a million people, a quarter of a million", "500000, 250000");
        check("sixty thousand, a hundred, a dozen", "60000, 100, 12");
        check("forty-one days, fourteen nights", "41, 14");
        check("two decades, three times, threefold", "20, 3, 3");
        check("12,400 in 2023", "12400, year 2023");
        check("a three-minute film of a two-year-old, a 30-minute walk", "3, 2, 30");
    }

    #[test]
    fn a_rounded_number_is_the_same() {
        let same = |a: &str, b: &str| {
            let [one, other] = [a, b].map(|words| {
                let article = Article::from_text(words);
                let text = Text::new(&article);
                numbers(&text, 0..text.tokens.len()).pop()
            });
            one.zip(other).is_some_and(|(one, other)| one.same(&other) && other.same(&one))
        };
        for (a, b) in
            [("12,000", "11,964"), ("£1.2m", "£1.23m"), ("12 per cent", "12.4%"), ("33 per cent", "a third of it")]
        {
            assert!(same(a, b), "{a}, {b}");
        }
        for (a, b) in
            [("12,000", "11,300"), ("40 per cent", "38 per cent"), ("6", "5.8"), ("2020", "2019"), ("310", "301")]
        {
            assert!(!same(a, b), "{a}, {b}");
        }
    }

    #[test]
    fn what_states_none() {
        check("one man, a man, a third time, the second quarter", "");
        check("5G", "5");
        check("the twenty-first century", "");
    }

    #[test]
    fn any_text_is_read() {
        for text in ["", "in", "1 in", "1 out of", "every", "a", "half a", "9 of every", "1 in 2 in 3 in 4", "1 per"] {
            let article = Article::from_text(text);
            let text = Text::new(&article);
            numbers(&text, 0..text.tokens.len());
        }
    }
}
