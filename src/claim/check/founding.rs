//! When a body was founded.
//!
//! Takes a date and the words around it; gives whose founding it states, and tells whether it agrees with a fact. Example: “NATO, which
//! was founded in April 1949” is answered by NATO's founding, 4 April 1949.
//!
//! Invariant: the name is the subject of the deed or its owner, with nothing between that could be founded in its place; bodies that a
//! sentence calls “it” are nobody's.

use super::fact::{before, is_whole, name_at, name_before};
use crate::claim::{Claim, ClaimKind, near, read::calendar};
use crate::segment::Text;
use crate::word_list::{WordList, is_among};
use crate::{Mention, NameType, card::Agreement, mention::Cast};

/// No deed stands further before its date than this, in tokens.
const REACH: usize = 12;

/// The body whose founding a date states.
pub(super) fn whose<'c>(text: &Text, cast: &'c Cast, claim: &Claim) -> Option<&'c Mention> {
    let dated = claim.kind == ClaimKind::Date && When::read(claim.span.of(text.article.text())).is_some();
    let date = text.tokens_in(claim.span);
    let at = date.start.checked_sub(1).filter(|at| dated && text.is(*at, "in on"))?;
    let found = match owner(text, cast, at) {
        Some(owner) => owner,
        None => {
            let deed = deed(text, cast, at)?;
            let first = near(text, date.start).start;
            if deed == first { fronted(text, cast, date.end)? } else { subject(text, cast, deed)? }
        }
    };
    (cast.entities.get(found.entity)?.name_type == NameType::Org).then_some(found)
}

/// “NATO’s founding in …”, “the founding of NATO in …”, “Since its founding in …, NATO”
fn owner<'c>(text: &Text, cast: &'c Cast, at: usize) -> Option<&'c Mention> {
    let noun = at.checked_sub(1)?;
    if !NOUNS.contains(text.lower(noun)) {
        let name = name_before(text, cast, at).filter(|name| before(text, name) == "of")?;
        let first = text.tokens_in(name.span).start;
        return (first.saturating_sub(3)..first).any(|noun| NOUNS.contains(text.lower(noun))).then_some(name);
    }
    let whose = noun.checked_sub(1)?;
    if text.is(whose, "’s 's ’ '") {
        return name_before(text, cast, whose).filter(|name| is_whole(text, name));
    }
    let since = text.is(whose, "its") && whose.checked_sub(1) == Some(near(text, at).start);
    (since && text.is(whose - 1, "Since After From Following")).then(|| fronted(text, cast, at + 1)).flatten()
}

/// Where the deed begins that was done at a date: “founded in Baghdad in 1960”, “set up by six states in …”.
fn deed(text: &Text, cast: &Cast, at: usize) -> Option<usize> {
    let first = near(text, at).start.max(at.saturating_sub(REACH));
    for token in (first..at).rev() {
        let word = text.lower(token);
        if DEEDS.contains(word) {
            return Some(token);
        } else if word == "up" && token > first && text.is_lower(token - 1, "set") {
            return Some(token - 1);
        }
        let capital = text.is_capital(token);
        let body = cast.at(text.tokens.get(token)?.span.start).and_then(|name| cast.entities.get(name.entity));
        let other = body.is_some_and(|body| body.name_type == NameType::Org);
        if other || !(capital || is_among(word, "by in at and of the his her their")) {
            return None;
        }
    }
    None
}

/// “Founded in 1949 by twelve states, NATO has …”: the name behind the comma.
fn fronted<'c>(text: &Text, cast: &'c Cast, behind: usize) -> Option<&'c Mention> {
    let sentence = near(text, behind);
    let comma = (behind..sentence.end.min(behind + REACH)).find(|token| text.is(*token, ","))?;
    let the = usize::from(text.is(comma + 1, "the"));
    let name = name_at(text, cast, comma + 1 + the).or_else(|| name_at(text, cast, comma + 1))?;
    text.is(text.tokens_in(name.span).end, ", is was has had now will says said").then_some(name)
}

/// “NATO was founded”, “NATO, which was founded”, “NATO, an alliance founded”: the name before the deed.
fn subject<'c>(text: &Text, cast: &'c Cast, deed: usize) -> Option<&'c Mention> {
    let skip = |at: usize, few: &str| at - usize::from(at > 0 && text.is(at - 1, few));
    let adverb = skip(deed, "first originally formally officially");
    let passive = skip(adverb, "was were");
    let relative = skip(passive, "which that");
    let appositive = described(text, relative);
    let comma = skip(appositive, ",");
    let told = passive < adverb && appositive == passive || comma < appositive;
    name_before(text, cast, comma).filter(|name| told && stands_alone(text, name))
}

/// Where “, a company” or “, the military alliance” begins that ends before a token; the token where none does.
fn described(text: &Text, end: usize) -> usize {
    const LONGEST: usize = 5;
    let words = (end.saturating_sub(LONGEST)..end).rev();
    let plain = |token: &usize| {
        let word = text.word(*token);
        word.starts_with(|c: char| c.is_ascii_lowercase()) && !BEFORE.contains(word)
    };
    let article = words.take_while(plain).find(|token| text.is(*token, "a an the"));
    article.filter(|article| *article > 0 && text.is(article - 1, ",")).unwrap_or(end)
}

/// Whether a name is what a deed was done to: not “a branch of Amnesty was founded”, “Apple and Google were founded”.
fn stands_alone(text: &Text, name: &Mention) -> bool {
    is_whole(text, name) && !BEFORE.contains(before(text, name))
}

static DEEDS: WordList = WordList::new("founded co-founded established created formed");
static NOUNS: WordList = WordList::new("founding foundation establishment creation formation");
static BEFORE: WordList =
    WordList::new("of in at by for from with to against into on between and or than like as whose");

/// A date as far as its words tell it; zero is no year, month or day.
#[derive(Default)]
struct When {
    year: u16,
    month: u8,
    day: u16,
}

impl When {
    /// The first year of some words, with the month and the day before or behind it: “4 April 1949”, “1949 as a pact”.
    #[inline(never)]
    fn read(words: &str) -> Option<When> {
        let mut when = When::default();
        for word in words.split(|c: char| !c.is_alphanumeric()) {
            match word.parse::<u16>() {
                Ok(year) if (1000..2200).contains(&year) && when.year == 0 => when.year = year,
                Ok(day) if day < 32 => when.day = day,
                _ => when.month = when.month.max(calendar::month(word).map_or(0, u8::from)),
            }
        }
        (when.year > 0).then_some(when)
    }
}

/// Whether the words of a date agree with those of a fact, as precise as both are. A year more or less may be counted otherwise.
pub(crate) fn agrees(stated: &str, known: &str) -> Option<Agreement> {
    let (stated, known) = (When::read(stated)?, When::read(known)?);
    let as_told = |one: u16, other: u16| one == other || one == 0 || other == 0;
    let same = as_told(stated.month.into(), known.month.into()) && as_told(stated.day, known.day);
    Some(match stated.year.abs_diff(known.year) {
        0 if same => Agreement::Agrees,
        0 | 1 => Agreement::Open,
        _ => Agreement::Differs,
    })
}
