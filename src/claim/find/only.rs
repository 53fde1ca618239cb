//! Onlys: the one of its kind.
//!
//! Takes a token that is “only”; gives the claim. Example: in “the only bridge over the river” the set is “bridge over the
//! river”, in “the only member to vote against” the predicate is “vote”.
//!
//! Invariant: “only” as an adverb (“only two”, “not only”, “only the second”) is no claim, nor is one without a set.

use super::{Reading, occasion, ordinal, set, superlative};
use crate::claim::{Claim, ClaimKind, Stated, read::word};
use crate::word_list::WordList;

/// The claim whose “only” stands at a token.
pub(super) fn at(reading: &Reading, token: usize) -> Option<Claim> {
    let text = reading.text;
    let end = crate::claim::near(text, token).end;
    let before = word::before(text, token);
    let owned = occasion::owned(text, token);
    if !owned && before != "the" || reading.in_name(token) {
        return None;
    }
    let noun_end = set::run(text, token + 1, end);
    let last = noun_end.checked_sub(1).filter(|last| *last > token)?;
    let behind = set::behind(text, noun_end, end, !ordinal::begins_clause(text, token));
    let head = text.lower(last);
    // “the only one of the four”: what it is one of must be told.
    let one = head == "one" && word::lower(text, noun_end, end) != "of";
    // “the only time a team has won”
    let time = head == "time" && behind.deed.is_some();
    if !(owned || behind.narrowed) || one || !time && VAGUE.contains(head.strip_suffix('s').unwrap_or(head)) {
        return None;
    }
    let tokens = token..behind.end;
    if superlative::is_one_of_several(text, token) {
        return None;
    }
    let stated = Stated {
        subject: ordinal::asserted(reading, &tokens)?.entity,
        predicate: behind.deed.map(|verb| text.tokens[verb].span),
        set: Some(text.span(token + 1..behind.deed.map_or(behind.end, |_| noun_end))),
        time: behind.time.map(|time| text.span(time)),
        ..Stated::default()
    };
    Some(reading.claim(ClaimKind::Only, tokens, stated))
}

/// Nouns of which the only one is a matter of opinion.
static VAGUE: WordList = WordList::new(
    "thing way reason question problem option choice difference hope chance exception issue solution answer concern \
     regret alternative explanation consolation nit goal aim purpose point hint sign wish fear time mean means downside \
     trouble sensible realistic viable possible bright thought guarantee certainty real logical course path excuse drawback fault flaw crime",
);
