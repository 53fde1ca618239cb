//! Conversions: one quantity in two units, recomputed.
//!
//! Takes the text before and inside a bracket; gives a claim where both hold a quantity of one dimension. Example:
//! “6,500km (4,000 miles)” agrees: 6,500 km are 4,039 miles, which round to 4,000.
//!
//! Invariant: what is judged is the precision stated. A small difference is passed over in silence, never called one.

use crate::{
    Span,
    card::Agreement,
    claim::{
        Answer, Claim, ClaimKind, Figure, Stated,
        read::{
            number::{self, Number},
            scan::{self, Written, is_space},
            unit::{self, Dimension, Unit},
        },
    },
    cut::{head, tail},
    segment::Text,
    segment::TokenKind,
};

/// The conversion whose bracket is this token.
pub(in crate::claim) fn at_bracket(text: &Text, bracket: usize) -> Option<Claim> {
    let close = match text.word(bracket) {
        "(" => ')',
        "[" => ']',
        _ => return None,
    };
    let inside = bracket + 1..bracket + 6;
    inside.clone().find(|token| text.is_kind(*token, TokenKind::Number))?;
    let (before, after) = around(text, bracket)?;
    let original = quantity_at_end(&before.words)?;
    if is_range(head(&before.words, original.span.start)) {
        return None;
    }
    let stated = quantity_at_start(&after.words)?;
    let end = tail(&after.words, stated.span.end).find(close)? + stated.span.end + close.len_utf8();
    let span = Span::new(before.start + original.span.start, after.start + end);
    let (value, answer) = judge(&original, &stated)?;
    let stated = Stated { value: Some(value), ..Stated::default() };
    Some(Claim { stated, answer: Some(answer), ..Claim::new(ClaimKind::Quantity, span) })
}

/// A quantity that ends where the bracket opens.
fn quantity_at_end(words: &str) -> Option<Quantity> {
    let mut all = scan::numbers(words).filter_map(|number| quantity(words, &number));
    all.find(|quantity| without_shape(tail(words, quantity.span.end)).trim_start_matches(is_space).is_empty())
}

/// A quantity that begins in the bracket and is all that its first part holds.
fn quantity_at_start(words: &str) -> Option<Quantity> {
    let inside = scan::after_about(words);
    let start = words.len() - inside.len();
    let mut quantity = quantity(inside, &scan::number_first(inside)?)?;
    quantity.span = Span::new(quantity.span.start + start, quantity.span.end + start);
    let rest = without_shape(tail(words, quantity.span.end)).trim_start_matches(is_space);
    rest.starts_with([')', ']', ';', ',', '/']).then_some(quantity)
}

/// A piece of text in lower case (ASCII only, so that its offsets hold), and where it starts.
struct Piece {
    words: String,
    start: usize,
}

/// The words before a bracket and those inside it, within its block. Twelve tokens hold the longest quantity.
fn around(text: &Text, bracket: usize) -> Option<(Piece, Piece)> {
    let block = text.article.blocks().get(text.sentences.get(text.sentence_of(bracket))?.block)?.span;
    let open = text.tokens.get(bracket)?.span;
    let reach = |token: usize| text.tokens.get(token).map(|token| token.span).filter(|span| block.contains(*span));
    let first = (bracket.saturating_sub(12)..bracket).find_map(reach)?;
    let last = (bracket + 1..bracket + 14).rev().find_map(reach)?;
    let piece = |span: Span| Piece { words: span.of(text.article.text()).to_ascii_lowercase(), start: span.start };
    Some((piece(Span::new(first.start, open.start)), piece(Span::new(open.end, last.end))))
}

/// A quantity as written, in each unit that its name may mean.
struct Quantity {
    span: Span,
    readings: Vec<(&'static Unit, Number)>,
}

/// The quantity that begins with a number: sign, number, scale, unit, and the smaller unit that completes it.
fn quantity(words: &str, written: &Written) -> Option<Quantity> {
    let mut number = number::parse(written.number, written.scale)?;
    if written.negative {
        number.value = -number.value;
    }
    let mut end = written.end;
    let spelt = head(words, end).ends_with(char::is_alphabetic);
    let (len, units) =
        unit::after(tail(words, end)).filter(|_| !spelt || tail(words, end).starts_with(unit::is_blank))?;
    end += len;
    let units = units.into_iter().filter(|unit| !written.negative || unit.dimension == Dimension::Temperature);
    let mut readings: Vec<_> = units.map(|unit| (unit, number)).collect();
    let completed = readings.iter().find_map(|(unit, number)| compound(unit, *number, tail(words, end)));
    if let Some((part, number, len)) = completed {
        readings = vec![(part, number)];
        end += len;
    }
    (!readings.is_empty()).then_some(Quantity { span: Span::new(written.start, end), readings })
}

/// “5 feet 11 inches” is 71 inches: the number in the smaller unit, and how much of `words` completes it.
fn compound(whole: &'static Unit, number: Number, words: &str) -> Option<(&'static Unit, Number, usize)> {
    let part = unit::part_of(whole)?;
    let (rest, mut end) = scan::second_number(words)?;
    let rest = number::parse(rest, None)?;
    match unit::after(tail(words, end)) {
        Some((len, units)) if units.iter().any(|unit| unit.symbol == part.symbol) => end += len,
        None if whole.symbol == "ft" => {}
        _ => return None,
    }
    let value = whole.convert(number.value, part) + rest.value;
    Some((part, Number { value, step: rest.step.min(1.0) }, end))
}

/// “10 to 15 km” has two numbers: one bracket cannot answer for both.
fn is_range(before: &str) -> bool {
    let before = before.trim_end();
    let joined = [" to", " and", " or", " by", "-", "–", "—", " x", "×"];
    joined.iter().any(|word| {
        let earlier = before.strip_suffix(word).map(str::trim_end);
        earlier.is_some_and(|earlier| earlier.ends_with(|c: char| c.is_ascii_digit()))
    })
}

/// The first pair of readings that agrees; else the first pair, where every pair differs.
fn judge(original: &Quantity, stated: &Quantity) -> Option<(Figure, Answer)> {
    let mut differing = None;
    for (unit, value) in &original.readings {
        for (stated_unit, stated) in &stated.readings {
            if unit.dimension != stated_unit.dimension || unit.symbol == stated_unit.symbol {
                continue;
            }
            let (verdict, computed) = compare(unit, *value, stated_unit, *stated);
            let from = Figure::of(*value, unit.symbol);
            let stated = Figure::of(*stated, stated_unit.symbol);
            let pair = (from, Answer::Conversion { stated, computed, verdict });
            match verdict {
                Agreement::Agrees => return Some(pair),
                Agreement::Differs => differing = differing.or(Some(pair)),
                Agreement::Open => return None,
            }
        }
    }
    differing
}

fn compare(from: &Unit, value: Number, to: &Unit, stated: Number) -> (Agreement, f64) {
    let computed = from.convert(value.value, to);
    let rounded = stated.is_rounded(computed) || value.is_rounded(to.convert(stated.value, from));
    if from.dimension == Dimension::Temperature {
        return compare_degrees((from, value), (to, stated), rounded, computed);
    }
    let error = (computed - stated.value).abs() / computed.abs();
    let verdict = match error {
        error if error <= CLOSE || rounded && error <= COARSE => Agreement::Agrees,
        error if error > FAR && !rounded => Agreement::Differs,
        _ => Agreement::Open,
    };
    (verdict, computed)
}

/// Relative errors, of the value computed: nobody rounds nearer than this in running text;
const CLOSE: f64 = 0.025;
/// no rounding explains more than this;
const FAR: f64 = 0.10;
/// and a figure rounded so coarsely (“1,000 km (900 miles)”) states too little to be judged.
const COARSE: f64 = 0.26;

/// A temperature, or a difference of two (“a rise of 1.5C (2.7F)”): the words rarely tell, the numbers do.
fn compare_degrees(from: (&Unit, Number), to: (&Unit, Number), rounded: bool, computed: f64) -> (Agreement, f64) {
    let difference = from.0.convert_difference(from.1.value, to.0);
    let off = (computed - to.1.value).abs();
    if off <= 1.0 || rounded && off <= 5.0 {
        (Agreement::Agrees, computed)
    } else if to.1.is_rounded(difference) || (difference - to.1.value).abs() <= CLOSE * difference.abs() {
        (Agreement::Agrees, difference)
    } else if off > 5.0 && off > FAR * computed.abs() && (difference - to.1.value).abs() > FAR * difference.abs() {
        (Agreement::Differs, computed)
    } else {
        (Agreement::Open, computed)
    }
}

/// What follows a shape word: “10-mile-long”, “3 metres in diameter”.
fn without_shape(words: &str) -> &str {
    tail(words, shape_len(words))
}

/// How much of `words` a shape word takes, with the blank or hyphen before it.
pub(in crate::claim) fn shape_len(words: &str) -> usize {
    let Some(shape) = words.strip_prefix([' ', '-']) else { return 0 };
    SHAPES.iter().find(|name| shape.starts_with(**name)).map_or(0, |name| 1 + name.len())
}

const SHAPES: [&str; 13] = [
    "long",
    "wide",
    "tall",
    "high",
    "deep",
    "thick",
    "away",
    "apart",
    "across",
    "square",
    "in length",
    "in diameter",
    "in height",
];
