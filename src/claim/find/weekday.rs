//! Weekdays: which of them name one day, and which day that is.
//!
//! Takes a token that is a weekday; gives the words that belong to it and the day. Example: “on Wednesday”, “last Friday”,
//! “Tuesday last week”; not “every Friday”, “Ash Wednesday”, “Friday prayers” or “until Friday”.
//!
//! Invariant: a weekday that recurs, belongs to a name or ends a stretch gives nothing.

use super::date::{TITLE_ENDS, counts_years};
use crate::claim::read::{
    calendar::{self, Anchor},
    tense, word,
};
use crate::word_list::{WordList, is_among};
use crate::{mention::Cast, quote, segment::Text, segment::TokenKind};
use std::ops::Range;
use time::{Date, Weekday};

/// The words of the weekday at `token`, and its day.
pub(super) fn resolve(
    text: &Text,
    cast: &Cast,
    token: usize,
    day: Weekday,
    published: Date,
) -> Option<(Range<usize>, Date)> {
    let phrase = Phrase::new(text, token)?;
    if !follows_plainly(text, cast, &phrase) || !goes_on_plainly(text, &phrase) {
        return None;
    }
    if counts_years_beside(text, &phrase) {
        return None;
    }
    let tense = match phrase.anchor {
        Anchor::Nearest => tense::governing(text, &phrase.tokens),
        _ => None,
    };
    let date = calendar::resolve_weekday(day, phrase.anchor, tense, published)?;
    Some((phrase.tokens, date))
}

/// The words of a weekday that names one day, whichever it is: “until Friday”, “Friday’s game”.
pub(super) fn named(text: &Text, cast: &Cast, token: usize) -> Option<Range<usize>> {
    let phrase = Phrase::new(text, token)?;
    let owns = text.is_kind(phrase.tokens.end, TokenKind::Possessive);
    // “Tuesday’s Donkey” is a title.
    if owns && text.is_capital(phrase.tokens.end + 1) {
        return None;
    }
    let open = owns && word::before(text, phrase.tokens.start) == "that"
        || STRETCHES.contains(word::before(text, phrase.tokens.start));
    // “Monday to Friday”
    let week = open && token >= 2 && calendar::weekday(text.word(token - 2)).is_some();
    let one = !week && (open || follows_plainly(text, cast, &phrase)) && (owns || goes_on_plainly(text, &phrase));
    one.then_some(phrase.tokens.start + usize::from(phrase.on)..phrase.tokens.end)
}

/// “a year ago on Sunday”, “on Sunday a year ago”, “on Sunday, three years after the flood”: no day near the publication.
fn counts_years_beside(text: &Text, phrase: &Phrase) -> bool {
    const BESIDE: usize = 4;
    let sentence = crate::claim::near(text, phrase.name);
    let behind = phrase.tokens.end..sentence.end.min(phrase.tokens.end + BESIDE);
    let before = sentence.start.max(phrase.tokens.start.saturating_sub(BESIDE))..phrase.tokens.start;
    before.chain(behind).any(|token| counts_years(text, token))
}

/// A weekday with the words that belong to it: “on Wednesday”, “last Friday”, “Friday last week”.
struct Phrase {
    tokens: Range<usize>,
    /// The weekday itself.
    name: usize,
    anchor: Anchor,
    /// Whether “on” stands before it.
    on: bool,
}

impl Phrase {
    fn new(text: &Text, name: usize) -> Option<Self> {
        let before = word::before(text, name);
        let (start, mut anchor) = match before {
            "on" => (name - 1, Anchor::Nearest),
            "last" => (name - 1, Anchor::Last),
            "next" => (name - 1, Anchor::Next),
            _ => (name, Anchor::Nearest),
        };
        let mut end = name + 1;
        let of = usize::from(text.is(end, "of"));
        if text.is(end + of + 1, "week") {
            anchor = match text.word(end + of) {
                "last" => Anchor::Week(-1),
                "this" => Anchor::Week(0),
                "next" => Anchor::Week(1),
                _ => return None,
            };
            end += of + 2;
        }
        (!text.is(end, "of")).then_some(Phrase { tokens: start..end, name, anchor, on: before == "on" })
    }
}

/// Whether what stands before leaves it one day: neither recurring (“every Friday”), nor a name (“Ash Wednesday”), nor one
/// end of a stretch (“until Friday”).
fn follows_plainly(text: &Text, cast: &Cast, phrase: &Phrase) -> bool {
    let before = word::before(text, phrase.tokens.start);
    if phrase.anchor != Anchor::Nearest || phrase.on || before.is_empty() {
        return !before.starts_with(|c: char| c.is_ascii_digit());
    }
    let token = phrase.tokens.start - 1;
    match text.tokens[token].kind {
        TokenKind::Word => {}
        TokenKind::Number | TokenKind::Dash | TokenKind::Possessive => return false,
        TokenKind::Mark | TokenKind::Quote => return before != "/" && before != "&",
    }
    let capital = text.is_capital(token);
    let first = text.sentences[text.sentence_of(token)].tokens.start == token;
    if capital && !(first && CLAUSE_STARTS.contains(before)) {
        let span = text.tokens[token].span;
        let known = cast.mentions.partition_point(|mention| mention.span.end < span.end);
        return cast.mentions.get(known).is_some_and(|mention| mention.span.end == span.end)
            && !NAME_STARTS.contains(before);
    }
    !NOT_BEFORE.contains(before) && !STRETCHES.contains(before)
}

/// Whether what stands behind leaves it a day: “Friday prayers”, “Sunday Times” and “Monday to Friday” do not.
fn goes_on_plainly(text: &Text, phrase: &Phrase) -> bool {
    let next = phrase.tokens.end;
    let same = text.tokens.get(next).is_some() && text.sentence_of(next) == text.sentence_of(phrase.name);
    if !same {
        return true;
    }
    let word = text.word(next);
    let other_day = |token: usize| calendar::weekday(text.word(token)).is_some();
    match text.tokens[next].kind {
        TokenKind::Possessive => possessive(text, phrase),
        TokenKind::Dash | TokenKind::Mark if is_among(word, "/ &") || other_day(next + 1) => false,
        TokenKind::Dash => text.start(next) > text.end(next - 1),
        TokenKind::Word if is_among(word, "to through or until") && other_day(next + 1) => false,
        TokenKind::Word if word.starts_with(char::is_uppercase) => phrase.on && !TITLE_ENDS.contains(word),
        TokenKind::Word => {
            AFTER.contains(word)
                || quote::is_closed(word)
                || word.ends_with("ly")
                || crate::claim::read::verb::is_past(word)
        }
        _ => true,
    }
}

/// “after Tuesday’s attack” is a day behind; “ahead of Friday’s vote” is none that the tense of the sentence could tell.
fn possessive(text: &Text, phrase: &Phrase) -> bool {
    let before = word::before(text, phrase.name);
    is_among(before, "after following since during in at")
}

/// With a capital, at the start of a sentence, these are no part of a name.
static CLAUSE_STARTS: WordList = WordList::new("late early but and by since until after before when while");

/// Names that end in a weekday, though a mention may end before it.
static NAME_STARTS: WordList = WordList::new(
    "black good ash holy cyber super giving fat shrove easter palm bloody sheffield whit maundy ruby freaky blue \
     manic girl man joe billy red dark boxing mad",
);

/// Before a weekday they make it recurring, indefinite, attributive, or the end of a stretch.
static NOT_BEFORE: WordList = WordList::new(
    "a an the every each any one most some no first second third fourth another following previous preceding that \
     these those all many several alternate other her his their its my our your or coming upcoming past this like holy fat",
);

/// Before a weekday they leave open which it is.
static STRETCHES: WordList = WordList::new("until till by for before from through to in of than between");

/// After a weekday the sentence goes on with one of these, a verb or a word of a closed class; a noun would make it an attribute
/// (“Friday prayers”).
static AFTER: WordList =
    WordList::new("morning afternoon evening night following local up down ahead evening’s aboard more alone ago");
