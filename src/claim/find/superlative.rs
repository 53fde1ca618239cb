//! Superlatives: the most of a set, by a measure.
//!
//! Takes a token that holds a superlative; gives the claim. Example: in “Britain’s fifth-largest supermarket group” the rank is
//! 5, and the set “supermarket group”.
//!
//! Invariant: what is no matter of measure (“best”), of one among several (“one of the largest”) or without a set is no claim.

use super::{Reading, noun, ordinal, record};
use crate::claim::{Claim, ClaimKind, Stated, read::number};
use crate::word_list::{WordList, lower_case};
use crate::{segment::Text, segment::TokenKind};

/// The superlative that stands at a token.
struct Superlative {
    /// From 1: “largest”, “second-largest”.
    rank: u32,
    /// Where it begins: at its rank.
    start: usize,
    /// The token behind it.
    end: usize,
    /// What may be measured so.
    nouns: Nouns,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Nouns {
    /// “largest bridge”
    Any,
    /// “worst drought”
    Damage,
    /// “strongest earthquake”
    Force,
    /// “fewest council seats”
    Plural,
    /// “most medals”; “most useful tools” is a matter of taste
    OnePlural,
}

/// The claim whose superlative stands at a token.
pub(super) fn at(reading: &Reading, token: usize) -> Option<Claim> {
    let text = reading.text;
    let end = crate::claim::near(text, token).end;
    let mut found = superlative(text, token, end)?;
    // “highest ever temperature”, “largest such deal”
    let next = noun::lower(text, found.end, end);
    let ever = next == "ever" && noun::run(text, found.end + 1, end) > found.end + 1;
    found.end += usize::from(ever || next == "such");
    let noun_end = noun::run(text, found.end, end);
    let head = (noun_end > found.end).then(|| lower_case(text.word(noun_end - 1)));
    let owned = owner(text, found.start);
    let behind = noun::behind(text, noun_end, end, !ordinal::begins_clause(text, found.start));
    let counted = matches!(found.nouns, Nouns::Plural | Nouns::OnePlural) && head.is_some();
    let value = !counted && record::is_against_time(head.as_deref(), &behind);
    let within = text.span(found.end..noun_end);
    let named = noun_end > found.end && reading.cast.within(within).iter().any(|mention| within.contains(mention.span));
    let set = ever || behind.narrowed || named || owned == Owner::Named;
    let possible = (found.end..noun_end).any(|token| matches!(text.word(token), "possible" | "conceivable"));
    let one_word = noun_end == found.end + 1;
    // “the poorest in society” are many.
    let many =
        head.is_none() && noun::lower(text, noun_end, end) == "in" && !value && !ordinal::is_said_of(text, found.start);
    let fits = fits(&found, head.as_deref(), one_word, &behind) && !possible && !many;
    let determined = owned != Owner::None || value && behind.time.is_some();
    if !(set && fits && determined) || is_one_of_several(text, found.start) || reading.in_name(token) {
        return None;
    }
    let tokens = found.start..behind.end;
    let subject = ordinal::asserted(reading, &tokens)?;
    let stated = Stated {
        subject: subject.entity,
        predicate: Some(text.span(token..found.end)),
        set: (behind.end > found.end).then(|| text.span(found.end..behind.end)),
        // “highest since 1991” has no place but the first.
        rank: (!value || found.rank > 1).then_some(found.rank),
        time: behind.time.map(|time| text.span(time)),
        ..Stated::default()
    };
    let kind = if value { ClaimKind::Record } else { ClaimKind::Superlative };
    Some(Claim { stated, ..Claim::new(kind, text.span(tokens)) })
}

fn superlative(text: &Text, token: usize, end: usize) -> Option<Superlative> {
    let word = lower_case(text.word(token));
    let (before, adjective) = match word.split_once('-') {
        Some((first, rest)) if number::ordinal(first).is_some() || is_ending(first) => (Some(first), rest),
        _ => (None, word.as_str()),
    };
    let adjective = adjective.split('-').next().unwrap_or(adjective);
    let (measured, nouns) = measured(text, token, end, adjective)?;
    let (rank, start) = match before {
        Some(ending) if is_ending(ending) => digits(text, token, ending)?,
        Some(rank) => (number::ordinal(rank)?, token),
        None => rank_before(text, token).unwrap_or((1, token)),
    };
    Some(Superlative { rank, start, end: measured, nouns })
}

/// Behind the superlative and others joined to it (“largest and oldest”), and which nouns it measures.
fn measured(text: &Text, token: usize, end: usize, adjective: &str) -> Option<(usize, Nouns)> {
    let next = noun::lower(text, token + 1, end);
    match adjective {
        "most" | "least" => most(text, token + 1, end),
        "fewest" => Some((token + 1, Nouns::Plural)),
        "worst" => Some((token + 1, Nouns::Damage)),
        "strongest" | "weakest" => Some((token + 1, Nouns::Force)),
        _ if !MEASURES.contains(adjective) => None,
        _ if matches!(next.as_str(), "and" | "or") => {
            let second = noun::lower(text, token + 2, end);
            let joined = MEASURES.contains(second.split('-').next().unwrap_or(""));
            Some((token + if joined { 3 } else { 1 }, Nouns::Any))
        }
        _ => Some((token + 1, Nouns::Any)),
    }
}

/// Whether a word is a superlative, or begins one.
pub(super) fn begins(word: &str) -> bool {
    let first = word.split('-').next().unwrap_or(word);
    MEASURES.contains(first) || matches!(first, "most" | "least" | "worst" | "best" | "fewest")
}

/// “most populous”, “most densely populated”, “most medals”.
fn most(text: &Text, at: usize, end: usize) -> Option<(usize, Nouns)> {
    let next = noun::lower(text, at, end);
    if COUNTED.contains(&next) {
        return Some((at + 1, Nouns::Any));
    }
    if matches!(next.as_str(), "densely" | "sparsely" | "widely" | "heavily" | "frequently") {
        return Some((at + 2, Nouns::Any)).filter(|(next, _)| *next < end);
    }
    (noun::before(text, at - 1) == "the").then_some((at, Nouns::OnePlural))
}

fn is_ending(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th")
}

/// “5th-largest”: the number and its ending are two tokens.
fn digits(text: &Text, token: usize, ending: &str) -> Option<(u32, usize)> {
    let before = token.checked_sub(1)?;
    let written_on = text.tokens[before].span.end == text.tokens[token].span.start;
    let rank = number::ordinal_digits(text.word(before), ending).filter(|_| written_on)?;
    Some((rank, before))
}

/// “second biggest”, “2nd biggest”.
fn rank_before(text: &Text, token: usize) -> Option<(u32, usize)> {
    let before = token.checked_sub(1)?;
    let word = lower_case(text.word(before));
    if is_ending(&word) {
        return digits(text, before, &word);
    }
    Some((number::ordinal(&word)?, before))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// “largest” alone
    None,
    /// “the largest”, or a headline's first word
    Definite,
    /// “Britain’s largest”, “its largest”
    Named,
}

fn owner(text: &Text, start: usize) -> Owner {
    let first = crate::claim::near(text, start).start == start;
    let kind = start.checked_sub(1).map(|before| text.tokens[before].kind);
    match noun::before(text, start).as_str() {
        _ if first => Owner::Definite,
        "the" => Owner::Definite,
        word if noun::is_owner(word) => Owner::Named,
        _ if kind == Some(TokenKind::Possessive) => Owner::Named,
        word if word.len() > 2 && word.ends_with(['’', '\'']) => Owner::Named,
        // “the workers’ largest union”
        "’" | "'" => Owner::Named,
        _ => Owner::None,
    }
}

fn fits(found: &Superlative, head: Option<&str>, one_word: bool, behind: &noun::Behind) -> bool {
    let plural = head.is_some_and(noun::is_plural);
    let damage = |head: &str| DAMAGE.contains(head.strip_suffix('s').unwrap_or(head));
    match found.nouns {
        Nouns::OnePlural if head.is_none() => behind.time.is_some() && !behind.placed,
        Nouns::Plural | Nouns::OnePlural => {
            (plural || head == Some("people")) && behind.narrowed && (one_word || found.nouns == Nouns::Plural)
        }
        Nouns::Force => head.map_or(behind.time.is_some() || behind.deed.is_some(), |head| {
            FORCES.contains(head) || record::is_value(head)
        }),
        Nouns::Damage => head.map_or(behind.time.is_some() || behind.deed.is_some(), damage),
        // “the largest banks” are a set, not its first.
        Nouns::Any => match head {
            Some(head) if plural => damage(head) && behind.time.is_some(),
            Some(head) => !UNMEASURED.contains(head),
            None => behind.narrowed,
        },
    }
}

/// “one of the largest”, “among Europe’s largest”.
pub(super) fn is_one_of_several(text: &Text, start: usize) -> bool {
    const REACH: usize = 8;
    let sentence = crate::claim::near(text, start).start;
    for token in (sentence.max(start.saturating_sub(REACH))..start).rev() {
        let word = lower_case(text.word(token));
        match word.as_str() {
            "among" | "amongst" | "including" => return true,
            "of" => return SEVERAL.contains(&noun::before(text, token)),
            "," | ";" | ":" | "is" | "was" | "are" | "were" | "in" | "by" | "with" | "for" | "to" => return false,
            _ => {}
        }
    }
    false
}

static SEVERAL: WordList = WordList::new(
    "one some any many most few several two three four five six seven eight nine ten each all none both either half",
);

/// Adjectives with a measure.
static MEASURES: WordList = WordList::new(
    "largest biggest longest shortest tallest highest lowest smallest oldest youngest fastest slowest richest poorest \
     wealthiest deadliest bloodiest busiest hottest coldest warmest coolest wettest driest deepest heaviest lightest widest \
     narrowest steepest sharpest earliest costliest cheapest priciest quickest northernmost \
     southernmost easternmost westernmost thickest thinnest farthest furthest shallowest sunniest",
);

/// What “most” makes measurable.
static COUNTED: WordList = WordList::new(
    "populous expensive successful decorated capped watched viewed visited downloaded streamed followed valuable prolific \
     profitable indebted polluted northerly southerly northern southern eastern western costly common abundant \
     frequent cited spoken distant lethal biodiverse",
);

/// What the worst of can be told.
static DAMAGE: WordList = WordList::new(
    "drought flood flooding recession crisis fire wildfire storm earthquake hurricane cyclone disaster accident crash \
     outbreak epidemic pandemic famine massacre attack violence unrest slump downturn defeat loss shooting pollution \
     winter summer season fighting bombing heatwave blizzard avalanche collapse shortage inflation outage spill \
     tragedy riot war tornado typhoon eruption explosion quarter month week day year start",
);

/// What has a strength that is measured.
static FORCES: WordList = WordList::new(
    "earthquake quake tremor wind gust storm hurricane cyclone typhoon tornado eruption current tide currency economy quarter \
     month week day year performance showing result beer signal magnet",
);

/// What “biggest” and its like do not measure.
static UNMEASURED: WordList = WordList::new(
    "challenge problem threat mistake fear concern surprise strength weakness regret issue risk question fan obstacle \
     hurdle worry difficulty lesson impact influence enemy mystery moment thing part reason benefit advantage \
     achievement success failure star hit name point way possible stage ever time son daughter child brother sister \
     difference reward dream hope disappointment asset priority headache flaw appeal test shock secret change \
     end degree ebb stakes critic champion supporter rival favourite favorite one ones standard standards sense bidder \
     quality care best friend game news story talking expectations fight battle name cheer laugh applause",
);
