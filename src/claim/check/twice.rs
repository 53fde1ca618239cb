//! The same thing with two numbers.
//!
//! Takes the claims of an article; answers a count that the article gives again with another number. Example: “killed 12 people” in
//! the headline and “killed 14 people” below.
//!
//! Invariant: the same doer and verb right before the number, the same words right behind it, neither placed nor dated; about, at least and
//! the like leave room for both.

use crate::claim::{Answer, Claim, ClaimKind, read::number};
use crate::lemma;
use crate::segment::Text;
use crate::word_list::{WordList, is_among, lower_case};
use std::ops::Range;

/// No more counts of an article are compared with each other than this: each with each takes their square.
const MOST: usize = 200;

pub(super) fn answer(text: &Text, claims: &mut [Claim]) {
    let counts: Vec<(usize, Deed)> = claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| claim.kind == ClaimKind::Count && claim.answer.is_none() && claim.stated.time.is_none())
        .filter_map(|(index, claim)| Some((index, Deed::of(text, claim)?)))
        .take(MOST)
        .collect();
    for (at, (index, deed)) in counts.iter().enumerate() {
        let other = counts[..at].iter().find(|(_, other)| other.is_same(deed) && other.value != deed.value);
        if let Some((first, _)) = other {
            let (span, figure) = (claims[*first].span, claims[*first].stated.value);
            claims[*index].answer = figure.map(|figure| Answer::Elsewhere { at: span, figure });
        }
    }
}

/// What was done to how many of what.
struct Deed<'a> {
    verb: &'a str,
    doer: &'a str,
    counted: String,
    value: f64,
}

impl<'a> Deed<'a> {
    /// None where the number is a rough one, or no verb stands right before it.
    fn of(text: &'a Text, claim: &Claim) -> Option<Self> {
        let figure = claim.stated.value?;
        let first = text.tokens_in(claim.span).start;
        let verb = text.lower(first.checked_sub(1)?);
        let exact = number::parse(text.lower(first), None).is_some();
        let elsewhere = ELSEWHERE.contains(text.word(text.tokens_in(claim.span).end));
        let counted = lower_case(claim.stated.set?.of(text.article.text()));
        let same_clause = text.sentence_of(first) == text.sentence_of(first - 1);
        let deed = lemma::is_form_of(verb, &DEEDS) && same_clause && exact && !elsewhere;
        let sentence = crate::claim::near(text, first);
        // “in Arn, …”, “on Tuesday …”, “the second blast …”: one of several.
        let one_of = ELSEWHERE.contains(text.lower(sentence.start))
            || (sentence.start..first).any(|token| OTHERS.contains(text.lower(token)));
        let doer = doer(text, sentence.start..first - 1);
        (deed && !one_of).then_some(Deed { verb, doer, counted, value: figure.value })
    }

    fn is_same(&self, other: &Deed<'a>) -> bool {
        let stem = |verb: &'a str| verb.get(..4).unwrap_or(verb);
        let same = self.doer == other.doer || [self.doer, other.doer].iter().any(|doer| PRONOUNS.contains(doer));
        self.counted == other.counted && stem(self.verb) == stem(other.verb) && same
    }
}

/// Who or what did it, by the last word before the verb and its auxiliaries.
fn doer<'a>(text: &'a Text, before: Range<usize>) -> &'a str {
    let auxiliary = |token: &usize| is_among(text.lower(*token), "has have had also already now");
    before.rev().find(|token| !auxiliary(token)).map_or("", |token| text.lower(token))
}

/// They may stand for whoever did it.
static PRONOUNS: WordList = WordList::new("it they he she that which who and");

/// With them, an event is one of several.
static OTHERS: WordList = WordList::new("first second third another other");

/// What happens once to so many: a second number is of the same event.
static DEEDS: WordList = WordList::new("kill injure wound arrest evacuate rescue displace destroy");

/// Behind a count they begin a place or a time: another one has a number of its own.
static ELSEWHERE: WordList = WordList::new("in at on near since during from between across");
