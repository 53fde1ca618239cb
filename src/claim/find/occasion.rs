//! Ordinals that count occasions and things rather than those who did something.
//!
//! Takes a token that names a rank; gives the claim. Example: “for the first time in six years”, “its third win in a row”, “her
//! second novel”, “the recognition by a third country”.
//!
//! Invariant: an occasion needs a span of time, an owner or a deed; none of them is ever answered by a list.

use super::{Reading, noun, ordinal, set, superlative, when};
use crate::claim::{
    Claim, ClaimKind, Stated,
    read::{calendar, number, verb, word},
};
use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, is_among};
use std::ops::Range;

/// What an ordinal counts.
struct Occasion {
    tokens: Range<usize>,
    set: Range<usize>,
    predicate: Option<usize>,
    time: Option<Range<usize>>,
}

/// The claim whose rank begins at a token.
pub(super) fn at(reading: &Reading, token: usize) -> Option<Claim> {
    let text = reading.text;
    let last = || (text.is(token, "final") && owned(text, token)).then_some((0, token + 1));
    let (rank, next) = hyphened(text, token).or_else(|| ordinal::number(text, token)).or_else(last)?;
    // “his first and only film”
    let next = next + if text.is(next, "and") && text.is(next + 1, "only final last") { 2 } else { 0 };
    let end = crate::claim::near(text, token).end;
    let found = time(text, token, (rank, next), end).or_else(|| thing(text, token, (rank, next), end))?;
    // “his 70th Premier League goal”, not “the 101st Airborne”
    let small = found.set.clone().next_back().is_some_and(|head| text.word(head).starts_with(char::is_lowercase));
    if reading.in_name(token) && !(small && owned(text, token)) {
        return None;
    }
    let subject = ordinal::asserted(reading, &found.tokens)?.entity;
    let stated = Stated {
        subject,
        predicate: found.predicate.map(|verb| text.tokens[verb].span),
        set: Some(text.span(found.set)),
        rank: (rank > 0).then_some(rank),
        time: found.time.map(|time| text.span(time)),
        ..Stated::default()
    };
    Some(reading.claim(ClaimKind::Ordinal, found.tokens, stated))
}

/// “first-ever loss”, “a 12th-straight win”: the rank, and the token behind it.
fn hyphened(text: &Text, token: usize) -> Option<(u32, usize)> {
    let digits = usize::from(text.is_kind(token, TokenKind::Number));
    let (first, rest) = text.lower(token + digits).split_once('-')?;
    let written_on = digits == 0 || text.tokens[token].span.end == text.tokens[token + 1].span.start;
    let rank = if digits > 0 { number::ordinal_digits(text.word(token), first) } else { number::ordinal(first) };
    let counts = written_on && (rest == "ever" || STREAKS.contains(rest));
    rank.filter(|_| counts).map(|rank| (rank, token + digits + 1))
}

/// “first time in six years”, “second time since 1990”, “first time that a woman has led”.
fn time(text: &Text, token: usize, (rank, next): (u32, usize), end: usize) -> Option<Occasion> {
    // “for a 12th day”
    let day = || text.is(next, "day night week month year") && rank > 1 && word::before(text, token) == "a";
    let unit = word::lower(text, next, end) == "time" || day() && before_the(text, token) == "for";
    unit.then_some(())?;
    let ever = usize::from(word::lower(text, next + 1, end) == "ever");
    // “for the third time on the trip”, “for a third time”
    let again = before_the(text, token) == "for" && rank > 1;
    let place = set::place(text, next + 1, end);
    let placed = || place.filter(|_| again).or(again.then_some(next + 1));
    let until = when::time(text, next + 1 + ever, end).or((ever > 0).then_some(next + 2)).or_else(placed);
    let stated = until.is_none() && COPULAS.contains(before_the(text, token));
    let deed = if stated { set::relative(text, place.unwrap_or(next + 1), end) } else { None };
    // “her third time standing on the podium”
    let doing = owned(text, token) && word::lower(text, next + 1, end).ends_with("ing");
    let stop = until.or(deed.map(|verb| verb + 1)).or(doing.then_some(next + 2))?;
    let time = until.map(|until| next + 1..until);
    Some(Occasion { tokens: token..stop, set: next..next + 1, predicate: deed, time })
}

/// The word before “the”, “only the”.
fn before_the<'a>(text: &'a Text, token: usize) -> &'a str {
    let start = crate::claim::near(text, token).start;
    let back = (start..token).rev().map(|token| text.lower(token));
    back.into_iter().find(|word| !is_among(word, "the a only just")).unwrap_or_default()
}

static COPULAS: WordList = WordList::new("is was marks marked be been became becomes - – — ,");

/// “third win in a row”, “his second novel”, “recognition by a third country”.
fn thing(text: &Text, token: usize, (rank, next): (u32, usize), end: usize) -> Option<Occasion> {
    let ever = word::lower(text, next, end) == "ever" || text.lower(token).ends_with("-ever");
    let next = next + usize::from(is_among(word::lower(text, next, end), "ever such"));
    let stop = set::run(text, next, end);
    let Some(head) = stop.checked_sub(1).filter(|head| *head >= next) else { return alone(text, token, next, end) };
    if let Some(start) = by(text, token) {
        let agent = ordinal::is_member(text.lower(head));
        let occasion = Occasion { tokens: start..stop, set: next..stop, predicate: Some(start), time: None };
        return agent.then_some(occasion);
    }
    let nouns = next..stop;
    let time = span(text, stop, end);
    let streak = STREAKS.contains(text.lower(next)) || text.lower(token).split('-').any(|part| STREAKS.contains(part));
    let streak = streak || text.is(stop, "running") || text.is(stop, "in") && text.is(stop + 2, "row");
    let last = rank == 0;
    let owned = owned(text, token) && (!last || WORKS.contains(text.lower(head)) || text.is(stop, "for as"));
    let lasts = text.is(token.saturating_sub(2), "in into entered enters");
    let weeks = lasts && text.is(head, "day week month");
    let spent = owned && (weeks || text.is(head, "day week month season year") && text.is(stop, "as on at with"));
    let known =
        !last && word::before(text, token) == "the" && noun::PARTICIPLES.contains(text.lower(next)) && stop > next + 1;
    let placed = || ordinal::begins_clause(text, token) || set::place(text, stop, end).is_some();
    let many = rank > 9
        && placed()
        && word::before(text, token) == "the"
        && text.word(head).starts_with(char::is_lowercase)
        && !verb::is_past(text.lower(head));
    let unique = kind(text, stop, end).or_else(|| said(text, token, stop, end).filter(|_| !owned));
    let unique = unique.or_else(|| few(text, token, stop, end));
    let related = time.is_some() && !last || unique.is_some() || owned || ever;
    let related = related || known || many || won(text, token, head);
    // “his fifth Test century”
    let scored = owned && text.is(head, "century");
    let counts = streak || spent || (scored || is_thing(text, nouns.clone())) && related;
    // “his first films”, not “his first steps”
    let plural = || noun::is_plural(text.word(head));
    let singular = || text.lower(head).strip_suffix('s').is_some_and(|noun| !NO_THING.contains(noun));
    let several = ever || owned && !last && singular() && !number::begins(text.word(next));
    (counts && (several || !plural())).then(|| {
        let end = unique.unwrap_or(time.as_ref().map_or(stop, |time| time.end));
        Occasion { tokens: token..end, set: nouns, predicate: None, time }
    })
}

/// “is only the second advance to a final”: so few that there is a row.
fn few(text: &Text, token: usize, stop: usize, end: usize) -> Option<usize> {
    let only = token.checked_sub(2).filter(|only| text.is(*only, "only just") && text.is(only + 1, "the"))?;
    let said = COPULAS.contains(word::before(text, only)) && !text.is(token, "first last");
    Some(set::behind(text, stop, end, true).end).filter(|end| said && *end > stop)
}

/// “won a second term”: one more of what he had.
fn won(text: &Text, token: usize, head: usize) -> bool {
    let verb = token.checked_sub(2).filter(|_| word::before(text, token) == "a");
    let prize = text.is(
        head,
        "term title victory win medal gold silver bronze cup championship crown trophy hat-trick century goal try",
    );
    prize && verb.is_some_and(|verb| WINS.contains(text.lower(verb)))
}

static WINS: WordList = WordList::new(
    "won win wins winning secured securing claimed claims took takes earned served serving scored added celebrated serves began",
);

/// The span of time behind a noun and at most two places: “rise in rates since 2018”, “visit by a pope since the war”.
fn span(text: &Text, stop: usize, end: usize) -> Option<Range<usize>> {
    let mut at = stop;
    for _ in 0..3 {
        if let Some(end) = when::time(text, at, end) {
            return Some(at..end);
        }
        let agent = || set::run(text, at + 1 + set::determiners(text, at + 1, end), end);
        at = if text.is(at, "by") { agent() } else { set::place(text, at, end).filter(|_| !text.is(at, "to"))? };
    }
    None
}

/// “a third straight win”, “a second-straight win”
static STREAKS: WordList = WordList::new("straight consecutive successive");

/// Where “was the sixth album of the band”, “the last engine built for the line, ...” ends: a place that is said of somebody.
fn said(text: &Text, token: usize, stop: usize, end: usize) -> Option<usize> {
    let behind = set::behind(text, stop, end, !ordinal::begins_clause(text, token));
    let by = text.is(stop, "by") && text.is_capital(stop + 1);
    let year = text.is(stop, "in") && when::year(text, stop + 1).is_some();
    let named = stop > token + 2 && ordinal::is_member(text.lower(stop - 1));
    // “the first of her campaign”, not “the first of many”
    let whole = stop > token + 1 || !text.is(stop, "of") || text.is(stop + 1, "her his its their");
    let placed = behind.placed && whole && !text.is(stop, "to for with against");
    let set = placed || by || year || named;
    let closed = behind.end >= end || text.is(behind.end, ", . ; – — )");
    let works = WORKS.contains(text.lower(stop - 1)) && verb::is_past(text.lower(behind.end));
    let follows = works || text.is(behind.end, "was is");
    let subject = ordinal::begins_clause(text, token) && follows && text.is(token, "last");
    let said = match before_the(text, token) {
        "," | "–" | "—" | "-" => closed,
        word => COPULAS.contains(word) || word == "were",
    };
    let last = text.is(token, "last");
    let behind_it =
        COPULAS.contains(before_the(text, token)) && closed && stop > token + 1 && !text.is(stop - 1, "one");
    let the = word::before(text, token) == "the" || ordinal::begins_clause(text, token);
    (the && (set && (said || subject || year && last) || last && behind_it)).then_some(behind.end)
}

/// Works and deeds of a life: “her last book” ends a row, “the team’s last game” is the latest.
static WORKS: WordList = WordList::new(
    "book novel album film movie play poem song work painting opera symphony concert collection role series voyage fight flight \
     expedition journey king queen emperor speaker survivor survivors",
);

/// Whether some adjectives and nouns are no part of time, no idiom and no superlative.
fn is_thing(text: &Text, nouns: Range<usize>) -> bool {
    let head = text.word(nouns.end - 1);
    let dated = calendar::weekday(head).is_some() || calendar::month(head).is_some();
    let superlative = superlative::begins(text.lower(nouns.start));
    // “Test century”, “Six Nations game”
    let name = |token: usize| token + 1 < nouns.end && text.is_capital(token);
    !dated && !superlative && !nouns.clone().any(|token| NO_THING.contains(text.lower(token)) && !name(token))
}

/// “the third this month”, “the first of its kind in Europe”: the thing was named before.
fn alone(text: &Text, token: usize, next: usize, end: usize) -> Option<Occasion> {
    let before = word::before(text, token);
    let owned = owned(text, token);
    // “the first of the month” is a day.
    let time =
        when::time(text, next, end).filter(|stop| !(text.is(stop - 2, "the") && text.is(stop - 1, "month week")));
    let place = || set::place(text, next, end).filter(|_| owned && text.is(next, "for in at"));
    let act = || owned && text.is(next, "to");
    let deed = || act().then(|| set::behind(text, next, end, false).deed).flatten();
    let place = || place().or_else(|| deed().map(|verb| verb + 1));
    let stop = of_several(text, next, end)
        .or(kind(text, next, end))
        .or(time)
        .or_else(place)
        .filter(|_| before == "the" || owned)
        // “his 20th goal of the season and first since May”
        .or(time.filter(|_| before == "and"))
        .or_else(|| said(text, token, next, end))?;
    Some(Occasion { tokens: token..stop, set: token..next, predicate: None, time: Some(next..stop) })
}

/// “the second of three daughters”
fn of_several(text: &Text, at: usize, end: usize) -> Option<usize> {
    let several = text.is(at, "of") && number::begins(text.word(at + 1));
    several.then(|| noun::counted(text, at + 2, end)).flatten().map(|(_, end)| end)
}

/// “of its kind in Europe”
fn kind(text: &Text, at: usize, end: usize) -> Option<usize> {
    (word::lower(text, at, end) == "of" && word::lower(text, at + 2, end) == "kind").then_some(())?;
    Some(set::place(text, at + 3, end).unwrap_or(at + 3))
}

/// The noun of deed in “recognition by a third country”.
fn by(text: &Text, token: usize) -> Option<usize> {
    const REACH: usize = 8;
    let by = token.checked_sub(2).filter(|by| text.is(*by, "by") && text.is(by + 1, "a the"))?;
    let start = crate::claim::near(text, token).start.max(by.saturating_sub(REACH));
    let is_deed = |noun: &str| noun.ends_with("tion") || noun.ends_with("sion") || DEEDS.contains(noun);
    // “recognition of the republics by”
    let mut nouns = (start..by).rev().filter(|at| *at + 1 == by || text.is(at + 1, "of"));
    nouns.find(|at| is_deed(text.lower(*at)))
}

static DEEDS: WordList = WordList::new("approval withdrawal signature endorsement visit denial win victory takeover");

/// “his second”, “the club’s only second”, “his career-high 29th”: an owner makes a thing one of an order.
pub(super) fn owned(text: &Text, token: usize) -> bool {
    let start = crate::claim::near(text, token).start;
    let mut before = (start..token).rev().skip_while(|at| text.word(*at).contains('-') || text.is(*at, "very only"));
    let Some(before) = before.next() else { return false };
    let possessive = text.is_kind(before, TokenKind::Possessive);
    let plural = || text.is(before, "’ '") && before > start && text.word(before - 1).ends_with('s');
    possessive || set::is_owner(text.lower(before)) || text.is(before, "record") || plural()
}

/// What is counted without being an occasion.
static NO_THING: WordList = WordList::new(
    "time half prize quarter day week month year step thing thought instinct reaction name choice language love hand look \
     chance place word aid lady amendment person century floor street avenue grade division class birthday anniversary \
     hour minute second part leg stage sight impression priority responders responder degree generation edition party \
     third inning thirds cousin mate home wave draft reading weekend night morning minister secretary \
     nation nations order rate base baseman period test wind course question sign phase chapter glimpse rule section verse act page paragraph \
     row line layer lap hole round district precinct ward circuit taste straw resort gasp side story item principle",
);
