//! Places in an office or a membership, which need no verb: “the 47th president of the United States”.
//!
//! Takes an ordinal; gives its rank where the noun behind it is one that a pack's list counts. Example: in “America’s 47th
//! president” the noun is “president”, counted by the list of those who held the office.
//!
//! Invariant: what the members did tells another order: “the first president to resign”, “the first president who was a general”.

use super::{Reading, ordinal::Rank};
use crate::{claim::check::order, pack::ListRecord, segment::Text, segment::TokenKind, word_list::WordList};
use std::ops::Range;

/// The rank whose number is at `token` and whose noun lies at most four words behind `next`.
pub(super) fn rank(reading: &Reading, token: usize, next: usize, rank: u32, lists: &[ListRecord]) -> Option<Rank> {
    let text = reading.text;
    let sentence = crate::claim::near(text, token);
    let counts = |noun: &usize| lists.iter().any(|list| order::office_noun(text, *noun, list).is_some());
    let member = (next..sentence.end.min(next + 4)).find(counts)?;
    // “member state” is one noun: what goes on from it stands behind “state”.
    let behind = member + 1 + usize::from(text.is(member, "member") && text.is(member + 1, "state country nation"));
    let goes_on = GOES_ON.contains(text.lower(behind)) && behind < sentence.end;
    let told_otherwise = goes_on || is_narrowed(text, behind..sentence.end);
    if told_otherwise || text.tokens[token..=member].iter().any(|token| token.kind == TokenKind::Quote) {
        return None;
    }
    Some(Rank {
        rank,
        tokens: token..behind,
        end: behind,
        set: None,
        member: Some(member),
        narrowed: false,
        verb: None,
        passive: false,
        after: vec![],
    })
}

/// “member of NATO to send doctors”, “chancellor of Germany from the East”: fewer are counted than those of the office.
fn is_narrowed(text: &Text, mut behind: Range<usize>) -> bool {
    let names = |token: &usize| text.is(*token, "of the") || text.is_capital(*token);
    let next = behind.find(|token| !names(token));
    next.is_some_and(|next| text.is(next, "to who whose since") || text.is(next, "from") && text.is(next + 1, "the a"))
}

/// What goes on to say what a member did or was, so that others are counted.
static GOES_ON: WordList = WordList::new(
    "to who that which whose in on at with without since ever born elected by under outside not for after from \
     candidate elect election term visit",
);
