//! A number with all that belongs to it.
//!
//! Takes a token at which a number stands; gives its [`Measure`]: words of doubt before it, sign of a currency, scale, unit.
//! Example: “about £4.5m” is 4,500,000 GBP, known to the nearest 100,000.
//!
//! Invariant: a number that is a name or a label, or written into something longer (“Route 12”, “5G”, “3-1”, “10:30”), gives
//! nothing.

use super::{Reading, title};
use crate::NameType;
use crate::claim::{
    Figure,
    check::conversion,
    read::{
        number::{self, Number},
        scan::{self, is_space},
        unit,
    },
};
use crate::cut::{head, tail};
use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, is_among};
use std::ops::Range;

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Of {
    /// Nothing that its words tell.
    Bare,
    /// A whole: “two-thirds”.
    Part,
    /// A hundred: “8 per cent”.
    Percent,
    /// A hundred, as a difference: “2 percentage points”.
    Points,
    Money,
    Time,
    /// A unit of measurement.
    Unit,
}

/// A number as written.
#[derive(Debug)]
pub(in crate::claim) struct Measure {
    /// From “about”, or the currency's sign, to the unit.
    pub(in crate::claim) tokens: Range<usize>,
    /// Where the number itself stands.
    pub(in crate::claim) number: usize,
    /// None of a stretch: “10 to 15 people”.
    pub(in crate::claim) figure: Option<Figure>,
    /// The ends of a stretch.
    pub(super) stretch: Option<(Figure, Figure)>,
    pub(in crate::claim) of: Of,
}

/// The number that stands at this token.
pub(super) fn at(reading: &Reading, token: usize) -> Option<Measure> {
    let text = reading.text;
    let sign = sign_before(text, token);
    let start = sign.as_ref().map_or(token, |sign| sign.0);
    if !stands_alone(reading, start, token) {
        return None;
    }
    let token = token - usize::from(is_below(reading, token));
    let ahead = ahead(text, token);
    let mut read = read(&ahead, sign.map(|sign| sign.1))?;
    let negative = is_negative(text, start);
    if let Some(figure) = read.figure.as_mut().filter(|_| negative) {
        figure.value = -figure.value;
    }
    let signed = matches!(read.of, Of::Percent)
        || read.of == Of::Unit && read.figure.is_some_and(|figure| figure.unit.starts_with('°'));
    if negative && !signed {
        return None;
    }
    let end = end_token(text, token, read.len);
    let start = doubted(text, start.min(token) - usize::from(negative));
    // “some 5m (16 per cent)” may be metres or millions; “a 40m wall” and “40m high” are metres.
    let metres = read.of == Of::Unit
        && head(&ahead, read.len).ends_with('m')
        && head(&ahead, read.len - 1).ends_with(|c: char| c.is_ascii_digit());
    let told = reading.is_before(start, "a the") || conversion::shape_len(tail(&ahead, read.len)) > 0;
    if metres && !told || !matches!(read.of, Of::Bare | Of::Part) && title::is_unit_of_name(text, end - 1) {
        return None;
    }
    Some(Measure { tokens: start..end, number: token, figure: read.figure, stretch: read.stretch, of: read.of })
}

/// The number that begins at this token, with its currency's sign or a word of doubt.
pub(in crate::claim) fn begins_at(reading: &Reading, token: usize) -> Option<Measure> {
    (token..token + 4).find_map(|at| self::at(reading, at)).filter(|found| found.tokens.start == token)
}

/// Where the same in another unit, in brackets behind a measure, ends: “103 km (64 miles)”, “$5m (£4m)”.
pub(super) fn end_with_other(reading: &Reading, measure: &Measure) -> usize {
    let text = reading.text;
    let end = measure.tokens.end;
    if !text.is(end, "(") {
        return end;
    }
    let inside = (end + 1..end + 5).find_map(|token| at(reading, token));
    let other = inside.filter(|other| other.of == measure.of && other.tokens.start == end + 1);
    other.filter(|other| text.is(other.tokens.end, ")")).map_or(end, |other| other.tokens.end + 1)
}

/// “a third”: the rule is set off by the word below the line.
fn is_below(reading: &Reading, token: usize) -> bool {
    number::denominator(reading.text.word(token)).is_some_and(|below| below > 2) && reading.is_before(token, "a one")
}

/// The words from a token on, as far as the longest number with its unit may reach; in lower case (ASCII letters).
fn ahead(text: &Text, token: usize) -> String {
    const REACH: usize = 9;
    let end = crate::claim::near(text, token).end.min(token + REACH).max(token + 1);
    text.span(token..end).of(text.article.text()).to_ascii_lowercase()
}

/// The token behind so many bytes from the start of one.
fn end_token(text: &Text, token: usize, len: usize) -> usize {
    let Some(first) = text.tokens.get(token) else { return token };
    let end = first.span.start + len;
    let within = text.tokens.iter().skip(token).take_while(|token| token.span.start < end).count();
    token + within.max(1)
}

/// The sign or code of a currency before a number: where it begins, and the currency.
fn sign_before(text: &Text, token: usize) -> Option<(usize, &'static str)> {
    let sign = token.checked_sub(1)?;
    let currency = |word: &str| CURRENCIES.iter().find(|(name, _)| *name == word).map(|(_, currency)| *currency);
    let adjacent = |at: usize| text.tokens.get(at + 1).is_some_and(|next| next.span.start == text.end(at));
    let word = text.word(sign);
    let letters = sign.checked_sub(1).filter(|letters| word == "$" && adjacent(*letters));
    let dollars = letters.and_then(|letters| currency(text.word(letters)).filter(|_| text.word(letters).len() < 3));
    let found = currency(word).filter(|_| word.len() >= 3 || adjacent(sign) && !word.starts_with(char::is_alphabetic));
    match dollars {
        Some(currency) => Some((sign - 1, currency)),
        None => found.map(|currency| (sign, currency)),
    }
}

/// Signs and codes before a number, and the letters before a dollar's sign; a bare sign leaves open whose dollars or yen.
const CURRENCIES: &[(&str, &str)] = &[
    ("$", "$"),
    ("£", "GBP"),
    ("€", "EUR"),
    ("¥", "¥"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₩", "KRW"),
    ("₴", "UAH"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₦", "NGN"),
    ("₱", "PHP"),
    ("US", "USD"),
    ("A", "AUD"),
    ("AU", "AUD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("HK", "HKD"),
    ("NZ", "NZD"),
    ("S", "SGD"),
    ("NT", "TWD"),
    ("R", "BRL"),
    ("EUR", "EUR"),
    ("USD", "USD"),
    ("GBP", "GBP"),
    ("CHF", "CHF"),
];

/// Whether a number at `token`, with its sign from `start` on, is one: not a part of a longer sign, a name or a label.
fn stands_alone(reading: &Reading, start: usize, token: usize) -> bool {
    let text = reading.text;
    let Some(last) = text.tokens.get(token) else { return false };
    let named = reading.cast.within(crate::Span::new(last.span.start, last.span.end));
    let in_name = reading.cast.at(last.span.start).is_some() || !named.is_empty();
    let Some(before) = start.checked_sub(1).filter(|before| text.sentence_of(*before) == text.sentence_of(start))
    else {
        return !in_name;
    };
    let word = text.word(before);
    let adjacent = text.end(before) == text.start(start);
    let glued = adjacent && !is_among(word, "( [ ~ ≈ — “ ‘ \" '") && !is_minus(text, before);
    let amount = start < token;
    let digits = last.kind == TokenKind::Number;
    !(in_name || glued || digits && !amount && is_label(reading, before))
}

/// Whether a number is the second of two: “10 to 15”, “two or three”.
pub(super) fn is_second(reading: &Reading, measure: &Measure) -> bool {
    let before = measure.tokens.start.checked_sub(2).filter(|before| is_number(reading, *before));
    before.is_some() && reading.is_before(measure.tokens.start, "or to - – x ×")
}

/// Whether a minus stands before a token, written to it.
fn is_negative(text: &Text, token: usize) -> bool {
    token.checked_sub(1).is_some_and(|before| is_minus(text, before))
}

fn is_minus(text: &Text, token: usize) -> bool {
    let Some(next) = text.tokens.get(token + 1) else { return false };
    let sign = &text.tokens[token];
    let spaced = token == 0 || text.end(token - 1) < sign.span.start;
    text.is(token, "- – −") && spaced && sign.span.end == next.span.start
}

fn is_number(reading: &Reading, token: usize) -> bool {
    let number = reading.text.is_kind(token, TokenKind::Number);
    number || number::begins(reading.text.word(token))
}

/// “Route 12”, “Boeing 737”, “page 5”: what the number behind it names.
fn is_label(reading: &Reading, before: usize) -> bool {
    let word = reading.text.word(before);
    let first = before == 0 || reading.text.sentence_of(before - 1) != reading.text.sentence_of(before);
    let letters = word.starts_with(char::is_uppercase);
    let span = reading.text.tokens[before].span;
    let entity = reading.cast.at(span.start).and_then(|mention| reading.cast.entities.get(mention.entity));
    let of_someone = entity.is_some_and(|entity| matches!(entity.name_type, NameType::Per | NameType::Loc));
    let name = letters && !first && !of_someone && !scan::before_about(reading.lower(before)).is_empty();
    let all_capitals = word.len() > 1 && word.chars().all(char::is_uppercase);
    name || all_capitals || word == "#" || LABELS.contains_any_case(word)
}

static LABELS: WordList = WordList::new(
    "route flight bus no no. nos number numbers page pages pp pp. p. chapter section article paragraph clause verse figure fig \
     fig. table item question step phase stage level grade class tier type version model size channel line lane gate room \
     floor unit platform studio apartment flat block terminal pier lot exit junction highway interstate hwy road km \
     episode season series volume vol part act scene issue league category group round week day game match race year \
     lap hole pick seed seeds seeded ranked division bedroom zone district ward precinct form schedule appendix annex \
     resolution title proposition proposal measure amendment rule regulation law § top under over- seat row",
);

/// What stands at the start of some words.
struct Read {
    len: usize,
    figure: Option<Figure>,
    stretch: Option<(Figure, Figure)>,
    of: Of,
}

fn read(words: &str, currency: Option<&'static str>) -> Option<Read> {
    let half_of_one = words.starts_with("half a ") || words.starts_with("half an ");
    if let Some((part, len)) = scan::part_first(words).filter(|_| currency.is_none() && !half_of_one) {
        return Some(Read { len, figure: Some(Figure::of(part, "")), stretch: None, of: Of::Part });
    }
    let (number, mut len) = numeral(words, currency.is_some())?;
    let mut upper = None;
    if let Some(gap) = joint(tail(words, len)) {
        let (second, more) = numeral(tail(words, len + gap), currency.is_some())?;
        let rises = second.value > number.value;
        // “3-1” is a score, “2010-15” a span of years; “from 30 to 12” has two numbers.
        if !rises && !tail(words, len).starts_with(" to ") {
            return None;
        }
        if rises {
            upper = Some(second);
            len += gap + more;
        }
    }
    let rest = tail(words, len);
    if currency.is_none() && rest.starts_with(" or ") && numeral(tail(rest, 4), false).is_some() {
        return None;
    }
    let spelt = head(words, len).ends_with(char::is_alphabetic);
    let (of, symbol, more) = match currency {
        Some(currency) => (Of::Money, currency, 0),
        None => unit_after(rest, spelt).unwrap_or((Of::Bare, "", 0)),
    };
    let rest = tail(rest, more);
    let written_on = rest.starts_with(char::is_alphanumeric);
    let goes_on = rest.starts_with([':', '/', '.', ',', '-', '–', '×'])
        && rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let first = Figure::of(number, symbol);
    let stretch = upper.map(|upper| (first, Figure::of(upper, symbol)));
    let figure = Some(first).filter(|_| stretch.is_none());
    (!written_on && !goes_on).then_some(Read { len: len + more, figure, stretch, of })
}

/// The number at the start of `words` with its scale: “4.5m” is a scale only in money, or where people or things follow.
fn numeral(words: &str, money: bool) -> Option<(Number, usize)> {
    let skip = if money { words.len() - words.trim_start_matches(['$', '£', '€']).len() } else { 0 };
    let written = scan::number_first(tail(words, skip)).filter(|written| written.start == 0 && !written.negative)?;
    let number = number::parse(written.number, written.scale)?;
    let end = skip + written.end;
    let rest = tail(words, end);
    let digits = written.number.ends_with(|c: char| c.is_ascii_digit()) && written.scale.is_none();
    let short = SHORT_SCALES.iter().find(|(name, _)| {
        let behind = rest
            .strip_prefix(name)
            .or_else(|| rest.strip_prefix([' ', '\u{a0}'])?.strip_prefix(name).filter(|_| money));
        let counted = |rest: &str| rest.starts_with([' ', '-']) && names_many(rest);
        behind
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric) && (money || name.len() > 1 || counted(rest)))
    });
    match short.filter(|_| digits) {
        Some((name, factor)) => {
            let gap = usize::from(!rest.starts_with(name)) * rest.chars().next().map_or(0, char::len_utf8);
            Some((number.times(*factor), end + gap + name.len()))
        }
        None => Some((number, end)),
    }
}

const SHORT_SCALES: &[(&str, f64)] =
    &[("bn", 1e9), ("tn", 1e12), ("mn", 1e6), ("mln", 1e6), ("m", 1e6), ("b", 1e9), ("k", 1e3)];

/// Whether the next word is a plural: in “4.2m passengers” they are counted, in “a 40m wall” it is measured.
fn names_many(rest: &str) -> bool {
    let word = rest.trim_start_matches([' ', '-']);
    super::noun::is_plural(head(word, word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len())))
}

/// The length of what joins two numbers to a stretch: “10-15”, “10 to 15”, “$5-$10”.
fn joint(rest: &str) -> Option<usize> {
    let gap = ["-", "–", "—", " to ", " – "].into_iter().find(|joint| rest.starts_with(joint))?;
    let behind = tail(rest, gap.len());
    let digit = behind.trim_start_matches(['$', '£', '€']).starts_with(|c: char| c.is_ascii_digit());
    let spelt =
        gap == " to " && scan::number_first(behind).is_some_and(|second| second.start == 0 && second.number.len() > 2);
    (digit || spelt).then_some(gap.len())
}

/// What the number is of, by the words behind it, and their length with the blank.
fn unit_after(rest: &str, spelt: bool) -> Option<(Of, &'static str, usize)> {
    let name = rest.strip_prefix(unit::is_blank).unwrap_or(rest);
    let glued = name.len() == rest.len();
    let gap = rest.len() - name.len();
    let found = NAMES.iter().filter_map(|(of, symbol, names)| Some((*of, *symbol, unit::longest_at(name, names)?)));
    if let Some((of, symbol, len)) = found.max_by_key(|(_, _, len)| *len) {
        return (!spelt || !glued).then_some((of, symbol, gap + len));
    }
    let (len, units) = unit::named_at(name).filter(|_| !spelt || !glued)?;
    let unit = units.first()?;
    let word = head(name, len);
    let shaped = conversion::shape_len(tail(name, len)) > 0;
    let doubtful = !shaped && if glued { GLUED.contains(word) } else { APART.contains(word) } || QUOTES.contains(&word);
    let symbol = if word.starts_with("degree") && units.len() > 1 { "°" } else { unit.symbol };
    (!doubtful).then_some((Of::Unit, symbol, gap + len))
}

/// The span of time that a word names, in singular or plural.
pub(super) fn time_unit(word: &str) -> Option<&'static str> {
    let named = NAMES.iter().find(|(of, _, names)| *of == Of::Time && names.split('|').any(|name| name == word));
    named.map(|(_, symbol, _)| *symbol)
}

/// Names of units that are something else when they are written to the number (“21st”, “5G”), or apart from it (“5 in all”).
static GLUED: WordList = WordList::new("st g l in");
static APART: WordList = WordList::new("in in. m c f t l g st pt ps stones nm w");
const QUOTES: [&str; 6] = ["'", "’", "′", "\"", "”", "″"];

const NAMES: &[(Of, &str, &str)] = &[
    (Of::Percent, "%", "%|per cent|percent|pct"),
    (Of::Points, "pp", "percentage points|percentage point|% points|percent points|basis points"),
    (Of::Time, "second", "seconds|second"),
    (Of::Time, "minute", "minutes|minute|mins"),
    (Of::Time, "hour", "hours|hour|hrs"),
    (Of::Time, "day", "days|day"),
    (Of::Time, "week", "weeks|week"),
    (Of::Time, "month", "months|month"),
    (Of::Time, "year", "years|year"),
    (Of::Time, "night", "nights|night"),
    (Of::Time, "season", "seasons|season"),
    (Of::Time, "decade", "decades|decade"),
    (Of::Time, "century", "centuries"),
    (Of::Money, "$", "dollars|dollar"),
    (Of::Money, "USD", "us dollars|u.s. dollars"),
    (Of::Money, "EUR", "euros|euro"),
    (Of::Money, "GBP", "pounds sterling|british pounds"),
    (Of::Money, "JPY", "japanese yen"),
    (Of::Money, "¥", "yen"),
    (Of::Money, "CNY", "yuan|renminbi"),
    (Of::Money, "RUB", "roubles|rubles|rouble|ruble"),
    (Of::Money, "CHF", "swiss francs"),
    (Of::Money, "UAH", "hryvnias|hryvnia"),
    (Of::Money, "PLN", "zlotys|zloty"),
    (
        Of::Money,
        "",
        "rupees|pesos|francs|kronor|kroner|krona|crowns|dinars|dirhams|riyals|shillings|lira|shekels|naira|cents|cent|pence",
    ),
];

/// Where “about”, “more than” and their like begin before a token.
fn doubted(text: &Text, token: usize) -> usize {
    const REACH: usize = 5;
    let sentence = crate::claim::near(text, token);
    let first = token.saturating_sub(REACH).max(sentence.start);
    if first >= token {
        return token;
    }
    let words = text.span(first..token).of(text.article.text()).to_ascii_lowercase();
    let kept = scan::before_about(&words);
    let end = text.start(first) + kept.trim_end_matches(is_space).len();
    (first..token).find(|at| text.start(*at) >= end).unwrap_or(token)
}
