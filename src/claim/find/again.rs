//! How often somebody did what a list counts: “for the fourth time”, “its fourth World Cup”.
//!
//! Takes an ordinal; gives the claim, if the list of such deeds has whoever did it. Example: “Germany won the World Cup for the
//! fourth time” is the fourth of Germany's own entries among the winners.
//!
//! Invariant: an earlier time that the words do not date cannot be told, and a title that is hoped for is no claim.

use super::{Reading, asserted, deed, holder, nominal, ordinal};
use crate::card::Agreement;
use crate::claim::{
    Answer, Claim, ClaimKind, Stated,
    check::{ids::Ids, tally::Tally},
    read::{calendar, verb},
};
use crate::pack::{Entries, ListRecord};
use crate::segment::{Text, TokenKind};
use std::ops::Range;

/// A deed done again.
struct Again {
    /// From the ordinal to “time”, or to the title.
    tokens: Range<usize>,
    /// The verb, or the noun of the deed.
    word: usize,
    /// Of what it was, and who did it: indices of entities.
    object: usize,
    doer: usize,
    /// Whether a verb tells that it was done.
    done: bool,
}

/// The claim whose rank is at this token.
pub(super) fn at(reading: &Reading, token: usize, lists: &[ListRecord], ids: &Ids) -> Option<Claim> {
    let text = reading.text;
    let (rank, next) = ordinal::ordinal(text, token)?;
    let sentence = crate::claim::near(text, token);
    let again = time(reading, token, next, &sentence)
        .or_else(|| won(reading, token, next, &sentence))
        .or_else(|| title(reading, token, next, &sentence))?;
    let counts = |index: &usize| {
        lists.get(*index).is_some_and(|list| {
            deed::of_list(text, again.word, list, sentence.end) == Some(false) && ids.is_subject(again.object, list)
        }) && ids.counts_again(*index)
    };
    let index = (0..lists.len()).find(counts)?;
    let quoted = again.tokens.clone().any(|token| text.is_kind(token, TokenKind::Quote));
    if quoted || !asserted::at(reading, token) || nominal::is_supposed(text, &sentence) || is_denied(text, &sentence) {
        return None;
    }
    let entries = ids.knowledge.entries(index)?;
    let own = |id: Option<&str>, name: &str| ids.is(again.doer, id, name);
    let tally = Tally::new(lists.get(index)?, &entries, ids.published.as_deref(), &own);
    if tally.places.is_empty() {
        return None;
    }
    let verdict = judge(&tally, &entries, rank as usize, &years(text, &sentence), again.done);
    let stated = Stated {
        subject: Some(again.doer),
        predicate: Some(text.tokens[again.word].span),
        set: Some(text.span(next..again.tokens.end)),
        rank: Some(rank),
        ..Stated::default()
    };
    let answer = Some(Answer::Tally { list: index, places: tally.places, verdict });
    Some(Claim { answer, ..reading.claim(ClaimKind::Ordinal, again.tokens, stated) })
}

/// Whether somebody's entry of a number is there, in a year that the sentence names.
fn judge(tally: &Tally, entries: &Entries, rank: usize, years: &[&str], done: bool) -> Agreement {
    let year = |place: &usize| entries.items.get(*place).and_then(|item| item.date.get(..4)).unwrap_or_default();
    let claimed = rank.checked_sub(1).and_then(|rank| tally.places.get(rank));
    let named = |place: &usize| years.contains(&year(place));
    match (claimed, years) {
        (Some(place), [_, ..]) if named(place) => Agreement::Agrees,
        (Some(_), []) if rank == tally.places.len() => Agreement::Agrees,
        // Another of the holder's own is of that year.
        (_, [_]) if done && tally.places.iter().any(named) => Agreement::Differs,
        (None, []) if done && rank > tally.most => Agreement::Differs,
        _ => Agreement::Open,
    }
}

/// The years that a sentence names.
fn years<'a>(text: &Text<'a>, sentence: &Range<usize>) -> Vec<&'a str> {
    sentence.clone().map(|token| text.word(token)).filter(|word| calendar::is_year(word)).collect()
}

fn is_denied(text: &Text, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|token| text.is_lower(token, "not never no n’t failed without lost after"))
}

/// “won the World Cup for the fourth time”
fn time(reading: &Reading, token: usize, next: usize, sentence: &Range<usize>) -> Option<Again> {
    let text = reading.text;
    let only = usize::from(token > sentence.start && text.is(token - 1, "only"));
    let before = token.checked_sub(2 + only).filter(|before| *before >= sentence.start)?;
    let for_the = text.is(before, "for") && text.is(before + 1, "a the");
    let end = next + 1;
    if !for_the || !text.is(next, "time") || !ends(text, end, sentence) {
        return None;
    }
    let object = holder::mention_ending(reading, before)?;
    let (word, doer) = doer(reading, text.tokens_in(object.span).start, sentence)?;
    Some(Again { tokens: token..end, word, object: object.entity, doer, done: true })
}

/// “won its fourth World Cup”, “won a fourth World Cup title”; “the fourth World Cup” is everybody’s, of 1950.
fn won(reading: &Reading, token: usize, next: usize, sentence: &Range<usize>) -> Option<Again> {
    let text = reading.text;
    let owner = token.checked_sub(1).filter(|owner| text.is(*owner, "its their a his her"))?;
    let object = holder::mention_starting(reading, next)?;
    let end = titled(text, text.tokens_in(object.span).end);
    let (word, doer) = doer(reading, owner, sentence).filter(|_| ends(text, end, sentence))?;
    Some(Again { tokens: token..end, word, object: object.entity, doer, done: true })
}

/// “Germany’s fourth World Cup title”, “Germany’s fourth win of the World Cup”
fn title(reading: &Reading, token: usize, next: usize, sentence: &Range<usize>) -> Option<Again> {
    let text = reading.text;
    let doer = deed::owner(reading, token)?;
    let named = holder::mention_starting(reading, next);
    let (word, object, end) = match named {
        Some(object) => {
            let word = text.tokens_in(object.span).end;
            (word, object, word + 1)
        }
        None if text.is(next + 1, "of") => {
            let start = next + 2 + usize::from(text.is(next + 2, "the"));
            let object = holder::mention_starting(reading, start)?;
            (next, object, text.tokens_in(object.span).end)
        }
        None => return None,
    };
    let plain = word < sentence.end && ends(text, end, sentence);
    plain.then_some(Again { tokens: token..end, word, object: object.entity, doer, done: false })
}

/// On over “title” or “trophy”.
fn titled(text: &Text, at: usize) -> usize {
    at + usize::from(text.is(at, "title trophy crown"))
}

/// The past verb before a token, and the name that is its subject: “Germany has won”.
fn doer(reading: &Reading, token: usize, sentence: &Range<usize>) -> Option<(usize, usize)> {
    let word = deed::last_but(reading.text, sentence.start..token, "the")?;
    let past = verb::is_past(reading.text.lower(word));
    Some((word, deed::subject(reading, word).filter(|_| past)?))
}

/// Whether nothing narrows what ends before a token.
fn ends(text: &Text, token: usize, sentence: &Range<usize>) -> bool {
    let sign = |token: &crate::segment::Token| matches!(token.kind, TokenKind::Mark | TokenKind::Dash);
    let year = || text.is(token, "in") && calendar::is_year(text.word(token + 1));
    token >= sentence.end
        || text.tokens.get(token).is_none_or(sign)
        || year()
        || text.is_lower(token, "and but came was when on as with by")
}
