//! The same thing with two numbers.
//!
//! Takes the claims of an article; answers a count that the article gives again with another number. Example: “killed 12 people” in
//! the headline and “killed 14 people” below.
//!
//! Invariant: the same verb right before the number, the same words right behind it, and nothing that tells the two apart: another doer
//! (“Swedish police”), another time (“the day before”), a toll that is called an earlier one. About, at least and the like leave room for both.

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
    doer: [&'a str; 2],
    verb: &'a str,
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
        let sentence = crate::claim::near(text, first);
        // “In Arn the flood killed …”
        let placed = ELSEWHERE.contains(text.lower(sentence.start));
        let apart = placed || (sentence.start..sentence.end).any(|token| APART.contains(text.lower(token)));
        let deed = lemma::is_form_of(verb, &DEEDS) && same_clause && exact && !elsewhere && !apart;
        let doer = doer(text, sentence.start..first - 1);
        deed.then_some(Deed { doer, verb, counted, value: figure.value })
    }

    fn is_same(&self, other: &Deed<'a>) -> bool {
        let stem = |verb: &'a str| verb.get(..4).unwrap_or(verb);
        let named_again = is_among(other.doer[1], "it they which that who") || self.doer == other.doer;
        named_again && self.counted == other.counted && stem(self.verb) == stem(other.verb)
    }
}

/// The two words before a verb, without its auxiliaries and articles: “Swedish police”.
fn doer<'a>(text: &'a Text, before: Range<usize>) -> [&'a str; 2] {
    let mut words = before.rev().map(|token| text.lower(token)).skip_while(|word| is_among(word, "had has have also"));
    let head = words.next().unwrap_or_default();
    [words.next().filter(|word| !is_among(word, "a an the")).unwrap_or_default(), head]
}

/// What happens once to so many: a second number is of the same event.
static DEEDS: WordList = WordList::new("kill injure wound arrest evacuate rescue displace destroy");

/// They set a number apart from another one of the same deed.
static APART: WordList =
    WordList::new("first initially earlier before previously now another other last second day alone");

/// Behind a count they begin a place or a time: another one has a number of its own.
static ELSEWHERE: WordList = WordList::new("in at on near since during from between across");
