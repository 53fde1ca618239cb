//! Changes: more or less than before, by how much.
//!
//! Takes a number, or a verb that is a factor itself; gives the claim from the verb to the time. Example: “rose from £40m to
//! £52m in 2021” has value 52,000,000, base 40,000,000, predicate “rose”; “doubled” has value 2 ×.
//!
//! Invariant: a change without an amount is none, and “cut 200 jobs” is a count.

use super::{
    Reading,
    figure::{self, Measure, Of},
    noun, set, when,
};
use crate::claim::{Claim, ClaimKind, Figure, Stated, read::number};
use crate::lemma;
use crate::word_list::{WordList, is_among};

/// The change whose amount this is.
pub(super) fn of(reading: &Reading, measure: &Measure) -> Option<Claim> {
    if measure.of == Of::Bare && when::year(reading.text, measure.number).is_some() || measure.of == Of::Time {
        return None;
    }
    // A quantity with its conversion stands for itself.
    if measure.of == Of::Unit && reading.text.is(measure.tokens.end, "(") {
        return None;
    }
    by_verb(reading, measure)
        .or_else(|| of_object(reading, measure))
        .or_else(|| by_noun(reading, measure))
        .or_else(|| by_way(reading, measure))
        .or_else(|| joined(reading, measure))
        // “a one-off gain”
        .filter(|_| !reading.text.word(measure.number).ends_with("-off"))
}

/// The second number of “are rising by 3 per cent in Spain and by 4 per cent in Italy”.
fn joined(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let by = measure.tokens.start.checked_sub(1)?;
    let joins = reading.text.is(by, "by") && reading.is_before(by, "and");
    let moved = |at: usize| reading.text.is(at + 1, "by") && is_move(reading.lower(at));
    let first = crate::claim::near(reading.text, by).start;
    (joins && (first..by).any(moved)).then(|| finish(reading, by + 1, measure.tokens.end, Stated::default()))
}

/// “was 0.7% higher”, “closed 3% lower”: than what is not told, so its value is compared with nothing.
fn by_way(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let text = reading.text;
    let end = measure.tokens.end;
    if !matches!(measure.of, Of::Percent | Of::Points) || !text.is(end, "higher lower up down") {
        return None;
    }
    // “were 2% higher month-on-month”, not “2% higher taxes”
    let start = auxiliaries(reading, measure.tokens.start);
    let size = || text.is(end, "higher lower") && set::run(text, end + 1, end + 2) == end + 1;
    let other = (end + 1..end + 7).any(|at| text.is(at, "than"));
    (!other && (start < measure.tokens.start || size())).then(|| finish(reading, start, end + 1, Stated::default()))
}

/// “doubled”, “has more than tripled since 2010”
pub(super) fn factor(reading: &Reading, token: usize) -> Option<Claim> {
    let text = reading.text;
    let word = reading.lower(token);
    let (_, value) = FACTORS.iter().find(|(name, _)| *name == word)?;
    // “doubled in the third”, “doubled over.”
    let hit = text.is(token + 1, "in") && number::ordinal(text.lower(token + 3)).is_some();
    let bent = text.is(token + 1, "over") && text.is(token + 2, ". , in");
    if hit || bent || text.is(token + 1, "down up back as for with off") || reading.is_before(token, "to not with") {
        return None;
    }
    let mut start = token;
    if DEGREES.contains(reading.before(start)) {
        start -= 1 + usize::from(reading.is_before(start, "than"));
    }
    let start = auxiliaries(reading, start.min(token));
    let stated = Stated {
        predicate: text.tokens.get(token).map(|token| token.span),
        value: Some(Figure { value: *value, step: *value / 2.0, unit: "×" }),
        ..Stated::default()
    };
    Some(finish(reading, start, token + 1, stated))
}

const FACTORS: &[(&str, f64)] =
    &[("doubled", 2.0), ("tripled", 3.0), ("trebled", 3.0), ("quadrupled", 4.0), ("quintupled", 5.0), ("halved", 0.5)];

static DEGREES: WordList = WordList::new("than nearly almost roughly about");

/// “fell 8 per cent”, “has risen by £4m to £52m”, “up from £40m to £52m”
fn by_verb(reading: &Reading, measure: &Measure) -> Option<Claim> {
    let text = reading.text;
    let mut at = measure.tokens.start;
    let mut link = "";
    for _ in 0..3 {
        let word = reading.before(at);
        match word {
            "by" | "to" | "from" => link = word,
            word if is_among(word, "a further another back sharply slightly around only just") => {}
            _ => break,
        }
        at -= 1;
    }
    let verb = at.checked_sub(1)?;
    let word = reading.before(at);
    let makes = reading.is_before(verb, "make makes made making");
    let way = WAYS.contains(word) && !makes;
    let moves = is_move(word);
    let moved = lemma::is_form_of(word, &CHANGES) || word == "cut";
    let linked = !link.is_empty();
    let fits = match measure.of {
        Of::Percent | Of::Points | Of::Part => way || moves || moved,
        Of::Money => {
            way && (linked || is_stock(reading, verb))
                || moves && (linked || !is_among(word, "lost lose loses losing gained"))
                || moved && linked
        }
        Of::Bare | Of::Unit => linked && (way || moves || moved) && (link != "to" || measure.of == Of::Bare),
        Of::Time => false,
    };
    let start = if way { went(reading, verb) } else { auxiliaries(reading, verb) };
    let stated = Stated { predicate: Some(text.tokens.get(verb)?.span), value: measure.figure, ..Stated::default() };
    let bare = measure.of == Of::Bare
        && (link == "to" || way && link == "by")
        && super::noun::counted(text, measure.tokens.end, crate::claim::near(text, verb).end).is_none();
    (fits && !(bare && is_label_like(measure))).then(|| ends(reading, start, measure, stated, link))
}

/// “cut his price target to $64 from $91”, “raised the toll to 143”: the verb stands before what it changes.
fn of_object(reading: &Reading, measure: &Measure) -> Option<Claim> {
    const REACH: usize = 6;
    let text = reading.text;
    let link = measure.tokens.start.checked_sub(1).filter(|_| measure.of != Of::Time)?;
    let way = text.word(link);
    let sentence = crate::claim::near(text, link);
    let verb = (sentence.start.max(link.saturating_sub(REACH))..link).rev().find(|&token| {
        let word = text.lower(token);
        lemma::is_form_of(word, &CHANGES) || is_among(word, "cut cuts")
    })?;
    let object = verb + 1..link;
    let whole = noun::phrase(text, object.start, object.end).filter(|end| *end == link || text.is(*end, "of"));
    let fits = is_among(way, "to by from") && !object.is_empty() && whole.is_some() && !reading.is_before(verb, "to");
    let part = matches!(measure.of, Of::Bare | Of::Unit) && way != "to";
    let stated = Stated { predicate: Some(text.tokens.get(verb)?.span), value: measure.figure, ..Stated::default() };
    (fits && !part).then(|| ends(reading, auxiliaries(reading, verb), measure, stated, way))
}

/// “a quarter-point cut”
pub(super) fn points(reading: &Reading, token: usize) -> Option<Claim> {
    let word = reading.lower(token);
    let cut = word.ends_with("-point") && NOUNS.contains(reading.text.word(token + 1));
    cut.then(|| finish(reading, token, token + 2, Stated::default()))
}

/// Whether a word is a form of a verb such as “rise”.
fn is_move(word: &str) -> bool {
    lemma::is_form_of(word, &MOVES) || MOVED.contains(word)
}

/// “rose to 3”: too short a figure to be sure that it is an amount.
fn is_label_like(measure: &Measure) -> bool {
    measure.figure.is_none_or(|figure| figure.value < 10.0)
}

/// “shares were up 12 cents”
fn is_stock(reading: &Reading, verb: usize) -> bool {
    reading.is_before(verb, "was were is are finished closed ended")
}

/// “went up by 8%” begins with its verb, “is up 8%” with “up”.
fn went(reading: &Reading, way: usize) -> usize {
    let verb = reading.is_before(way, "went gone goes going");
    if verb { auxiliaries(reading, way - 1) } else { way - usize::from(lemma::is_form_of(reading.before(way), &MOVES)) }
}

/// “has been cut”: the auxiliaries before a verb belong to it.
fn auxiliaries(reading: &Reading, mut verb: usize) -> usize {
    while reading.is_before(verb, "has have had been was were is are also already") {
        verb -= 1;
    }
    verb
}

/// “a 12% rise”, “a rise of 12%”
fn by_noun(reading: &Reading, measure: &Measure) -> Option<Claim> {
    if matches!(measure.of, Of::Bare | Of::Unit) {
        return None;
    }
    let text = reading.text;
    let stated = |noun: usize| Stated {
        predicate: text.tokens.get(noun).map(|token| token.span),
        value: measure.figure,
        ..Stated::default()
    };
    let end = measure.tokens.end;
    let behind = (end..end + 3).find(|&token| NOUNS.contains(text.word(token)));
    let between = |noun: usize| {
        (end..noun).all(|token| {
            text.word(token).starts_with(char::is_alphabetic) && !text.is(token, "of to and a the in on for")
        })
    };
    if let Some(noun) = behind.filter(|noun| between(*noun)) {
        let start = measure.tokens.start - usize::from(is_article(reading.before(measure.tokens.start)));
        return Some(finish(reading, start, noun + 1, stated(noun)));
    }
    let noun = measure.tokens.start.checked_sub(2).filter(|_| reading.is_before(measure.tokens.start, "of"))?;
    if !NOUNS.contains(reading.lower(noun)) {
        return None;
    }
    let adjective = usize::from(!is_article(reading.before(noun)) && noun > 0 && is_article(reading.before(noun - 1)));
    let start = noun - adjective - usize::from(is_article(reading.before(noun - adjective)));
    Some(ends(reading, start, measure, stated(noun), ""))
}

fn is_article(word: &str) -> bool {
    is_among(word, "a an the")
}

/// On to “from £40m”, “to £52m” and the time.
fn ends(reading: &Reading, start: usize, measure: &Measure, mut stated: Stated, link: &str) -> Claim {
    let text = reading.text;
    let mut end = measure.tokens.end;
    if link == "from" {
        stated.base = measure.stretch.map(|(from, _)| from).or(stated.value.take());
        stated.value = measure.stretch.map(|(_, to)| to);
    }
    for _ in 0..2 {
        let way = text.word(end);
        if !is_among(way, "from to") {
            break;
        }
        let Some(next) = number_behind(reading, end + 1) else { break };
        match way {
            "from" => stated.base = next.figure,
            _ if link == "from" => stated.value = next.figure,
            _ => {}
        }
        end = next.tokens.end;
    }
    finish(reading, start, end, stated)
}

/// The number that begins at this token, or behind a word of doubt or a currency's sign there.
fn number_behind(reading: &Reading, token: usize) -> Option<Measure> {
    let found = (token..token + 4).find_map(|at| figure::at(reading, at))?;
    let year = when::year(reading.text, found.number).is_some() && found.of == Of::Bare;
    (found.tokens.start == token && !year).then_some(found)
}

/// The claim with the time that follows at once.
fn finish(reading: &Reading, start: usize, end: usize, mut stated: Stated) -> Claim {
    let text = reading.text;
    let time = when::behind(text, end..crate::claim::near(text, start).end);
    stated.time = time.map(|last| text.span(end..last));
    reading.claim(ClaimKind::Change, start..time.unwrap_or(end), stated)
}

static WAYS: WordList = WordList::new("up down higher lower");
static MOVES: WordList = WordList::new(
    "rise fall climb drop decline increase decrease grow shrink jump soar surge plunge slump tumble slide slip sink ease dip \
     rebound spike swell plummet rocket dive gain lose tick edge inch creep slow accelerate",
);
static MOVED: WordList = WordList::new("lost rose risen fell fallen grew grown shrank shrunk slid sank sunk");
static CHANGES: WordList = WordList::new("raise reduce lower boost lift slash hike trim expand");
static NOUNS: WordList = WordList::new(
    "rise rises fall drop decline increase increases decrease growth jump surge plunge slump gain loss cut cuts reduction \
     hike dip slide rebound improvement raise",
);
