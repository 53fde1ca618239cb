//! Where claims stand: a rule for each kind, set off by a word.
//!
//! Takes the segmented text with what is known of it; gives [`Claim`]s, which may overlap. Example: “third” sets off the rule of
//! ordinals, which reads on to “country to recognise”.
//!
//! Invariant: a rule reads no further than its sentence.

mod again;
mod age;
mod asserted;
mod change;
mod comparison;
mod count;
mod date;
mod deed;
mod duration;
pub(super) mod figure;
pub(super) mod holder;
mod money;
mod nominal;
mod noun;
mod occasion;
mod office;
mod only;
pub(super) mod ordinal;
mod period;
mod quantity;
mod record;
mod set;
mod share;
mod standing;
mod superlative;
mod tally;
mod title;
mod versus;
mod weekday;
pub(super) mod when;

use super::{
    Claim, ClaimKind, Stated,
    check::{conversion, ids::Ids, ratio},
    read::{calendar, number, speech::Quoted, word},
};
use crate::word_list::{WordList, is_among};
use crate::{Knowledge, mention::Cast, pack::ListRecord, segment::Text, segment::TokenKind};
use std::{cell::LazyCell, ops::Range};

/// What the article knows, for one pass.
pub(super) struct Reading<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) cast: &'a Cast,
    pub(super) quoted: &'a Quoted,
}

impl Reading<'_> {
    /// A token's word in lower case.
    #[inline(never)]
    fn lower(&self, token: usize) -> &str {
        self.text.lower(token)
    }

    /// The claim that some tokens make.
    #[inline(never)]
    fn claim(&self, kind: ClaimKind, tokens: Range<usize>, stated: Stated) -> Claim {
        Claim { stated, ..Claim::new(kind, self.text.span(tokens)) }
    }

    /// The word before a token in its sentence, in lower case.
    #[inline(never)]
    fn before(&self, token: usize) -> &str {
        word::before(self.text, token)
    }

    /// Whether the word before a token is one of a few.
    #[inline(never)]
    fn is_before(&self, token: usize, few: &str) -> bool {
        is_among(self.before(token), few)
    }

    /// Whether a token stands in a name or a title: “the Second Amendment”.
    fn in_name(&self, token: usize) -> bool {
        let first = super::near(self.text, token).start == token;
        let named = self.text.tokens.get(token).is_some_and(|token| self.cast.at(token.span.start).is_some());
        named || !first && self.text.is_capital(token) && self.text.is_capital(token + 1)
    }
}

pub(super) fn all(text: &Text, cast: &Cast, knowledge: &Knowledge) -> Vec<Claim> {
    let reading = Reading { text, cast, quoted: &Quoted::new(text) };
    let lists = LazyCell::new(|| knowledge.lists());
    let ids = LazyCell::new(|| Ids::new(cast, knowledge, text.article.published()));
    let mut claims = Vec::new();
    for (index, token) in text.tokens.iter().enumerate() {
        claims.extend(match trigger(text.word(index), token.kind) {
            Some(Trigger::Bracket) => {
                conversion::at_bracket(text, index).or_else(|| ratio::at_bracket(&reading, index))
            }
            Some(Trigger::Capital | Trigger::Number) => dated(&reading, index)
                .or_else(|| ranked(&reading, index, &lists, &ids))
                .or_else(|| figured(&reading, index)),
            Some(Trigger::Rank) => ranked(&reading, index, &lists, &ids).or_else(|| figured(&reading, index)),
            Some(Trigger::Figure) => figured(&reading, index),
            Some(Trigger::Compares) => comparison::at(&reading, index).filter(|_| asserted::at(&reading, index)),
            None => None,
        });
    }
    for claim in claims.iter_mut().filter(|claim| claim.kind == ClaimKind::Count) {
        claim.answer = tally::answer(&reading, claim, &lists, &ids);
    }
    claims
}

/// What makes a token worth a look: nearly all are passed over by one glance at their first and last bytes.
enum Trigger {
    Bracket,
    Number,
    Rank,
    Capital,
    /// A word that is a number, or may state one: “two”, “twice”, “year”.
    Figure,
    /// “as tall as”, “the size of”
    Compares,
}

fn trigger(word: &str, kind: TokenKind) -> Option<Trigger> {
    let bytes = word.as_bytes();
    match (kind, bytes) {
        (TokenKind::Mark, b"(" | b"[") => Some(Trigger::Bracket),
        (TokenKind::Number, _) => Some(Trigger::Number),
        (TokenKind::Word, [b'A'..=b'Z', ..]) => Some(Trigger::Capital),
        (TokenKind::Word, b"and") => None,
        (
            TokenKind::Word,
            b"as" | b"same" | b"behind" | b"ahead" | b"above" | b"below" | b"size" | b"width" | b"weight" | b"depth"
            | b"height" | b"length" | b"outnumber" | b"outnumbers" | b"outnumbered" | b"outsold" | b"outspent"
            | b"outscored" | b"outpaced",
        ) => Some(Trigger::Compares),
        (
            TokenKind::Word,
            [.., b's', b't'] | [.., b'n', b'd'] | [.., b'r', b'd'] | [.., b't', b'h'] | b"only" | b"final" | b"number",
        ) => Some(Trigger::Rank),
        // “longest-serving”, “four-year high”
        (TokenKind::Word, [.., _, _, _, _, _, _, _]) if bytes.contains(&b'-') => Some(Trigger::Rank),
        (TokenKind::Word, [first, second, _, ..]) if may_figure(*first, *second) => Some(Trigger::Figure),
        _ => None,
    }
}

/// Whether a word of [`FIGURES`] or a number begins with these letters.
fn may_figure(first: u8, second: u8) -> bool {
    match first {
        b'a' => matches!(second, b'f' | b'g' | b'u'),
        b'c' | b'y' => matches!(second, b'e' | b'o'),
        b'd' => matches!(second, b'a' | b'e' | b'o'),
        b'e' => matches!(second, b'i' | b'l' | b'v'),
        b'f' => matches!(second, b'i' | b'o'),
        b'h' => matches!(second, b'a' | b'o'),
        b'm' => second == b'o',
        b'n' => second == b'i',
        b'o' => second == b'n',
        b'q' => second == b'u',
        b's' => matches!(second, b'e' | b'i' | b'p' | b'u'),
        b't' => matches!(second, b'e' | b'h' | b'o' | b'r' | b'w'),
        b'w' => matches!(second, b'e' | b'i'),
        _ => false,
    }
}

/// Words other than numbers that state a figure or a date.
static FIGURES: WordList = WordList::new(
    "afternoon ago autumn century day decade double doubled evening halved hour month morning night quadrupled quarter quintupled than third fourth fifth sixth seventh eighth ninth tenth \
     spring summer tomorrow trebled triple tripled twice week weekend winter year yesterday",
);

/// A rule for each kind of figure: the first that fits.
const MEASURED: &[fn(&Reading, &figure::Measure) -> Option<Claim>] =
    &[period::ago, age::of, change::of, comparison::of, money::of, quantity::of, duration::of, share::of, count::of];

/// A rule for each kind of word that states a figure.
const RULES: &[fn(&Reading, usize) -> Option<Claim>] = &[
    period::at,
    period::feast,
    change::factor,
    change::points,
    comparison::at,
    count::twice,
    count::compound,
    duration::of_one,
    measured,
];

/// What a number, or a word that may state one, asserts.
fn figured(reading: &Reading, token: usize) -> Option<Claim> {
    let word = reading.text.word(token);
    let digits = word.starts_with(|c: char| c.is_ascii_digit());
    let named = word.starts_with(char::is_uppercase)
        && (calendar::month(word).is_some() || calendar::weekday(word).is_some() || period::is_feast(word));
    let states = digits || states(word) || named;
    let claim = RULES.iter().filter(|_| states).find_map(|rule| rule(reading, token))?;
    asserted::at(reading, token).then_some(claim)
}

/// Whether a word is a number or states one, or begins so: “six”, “six-month”.
fn states(word: &str) -> bool {
    let [first, second, _, ..] = word.as_bytes() else { return false };
    may_figure(first | 0x20, *second) && (number::begins(word) || FIGURES.contains_any_case(number::first_part(word)))
}

fn measured(reading: &Reading, token: usize) -> Option<Claim> {
    let plain = |measure: &figure::Measure| !figure::is_second(reading, measure);
    let measure = figure::at(reading, token).filter(plain)?;
    MEASURED.iter().find_map(|rule| rule(reading, &measure))
}

/// The place of something: in an order, at its head, or alone.
fn ranked(reading: &Reading, token: usize, lists: &[ListRecord], ids: &Ids) -> Option<Claim> {
    let word = reading.text.lower(token);
    match word {
        "only" => only::at(reading, token),
        "record" | "career-high" | "career-low" | "season-high" | "team-high" | "club-record" => {
            record::at(reading, token)
        }
        "most" | "least" => superlative::at(reading, token),
        word if word.split('-').any(|part| part.ends_with("est") || part == "worst" || part == "most") => {
            superlative::at(reading, token)
        }
        _ => nominal::at(reading, token, lists, ids)
            .or_else(|| again::at(reading, token, lists, ids))
            .or_else(|| ordinal::at(reading, token, lists, ids))
            .or_else(|| standing::at(reading, token))
            .or_else(|| occasion::at(reading, token))
            .or_else(|| record::extreme(reading, token)),
    }
}

fn dated(reading: &Reading, token: usize) -> Option<Claim> {
    let published = reading.text.article.published()?;
    date::at(reading.text, reading.cast, token, published).filter(|claim| !reading.quoted.holds(claim.span))
}
