//! Whether a sentence states what was reviewed.
//!
//! Takes the statements of a reviewed claim and of a sentence; gives how much of the claim the sentence repeats, from 0 to 1, or nothing
//! where one thing forbids a match. Example: “Sixty thousand officials work for the European Union” repeats “The European Union has 60,000
//! civil servants”; with 32,000 it does not.
//!
//! Invariant: what a claim names and counts stands in the sentence; a sentence that denies a claim, or says the contrary, or swaps who did
//! it to whom, or has another word in the same place, is no match, however alike the words.

use super::{
    name::Name,
    number::Stated,
    statement::{Sign, Statement},
    term::Term,
    words,
};
use crate::{
    claim::read::verb::is_past,
    mention::{given_name::is_given_name, is_role},
};
use std::ops::Range;

/// How well a sentence repeats a claim.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fit {
    /// How much of the claim's words the sentence has, from 0 to 1.
    pub(super) score: f32,
    /// The tokens of the sentence from the first such word to the last.
    pub(super) tokens: Range<usize>,
}

/// A sentence repeats at least so much of a claim that it is taken to state it: tests/matching/scores.md has what comes of it.
pub const LEAST: f32 = 0.45;

/// So much less a sentence is worth that has not the claim's verb.
const OTHER_VERB: f32 = 0.2;

/// How well a sentence repeats a claim; none where something forbids it.
pub(super) fn fit(claim: &Statement, sentence: &Statement) -> Option<Fit> {
    let fit = overlap(claim, sentence)?;
    let holds = says_enough(claim, sentence)
        && has_numbers(claim, sentence, &fit.tokens)
        && has_names(claim, sentence)
        && has_subject(claim, sentence)
        && counts_the_same(claim, sentence)
        && !is_of_another(claim, sentence)
        && !is_by_another(claim, sentence)
        && !is_intended(claim, sentence)
        && (claim.asked || !sentence.asked)
        && !is_contrary(claim, sentence)
        && !is_turned_round(claim, sentence, &fit.tokens)
        && !is_ranked_otherwise(claim, sentence, &fit.tokens)
        && !is_swapped(claim, sentence)
        && !is_replaced(claim, sentence)
        && !is_of_another_name(claim, sentence)
        && !is_of_another_kind(claim, sentence)
        && !is_compared_with_some(claim, sentence, &fit.tokens);
    holds.then_some(fit)
}

/// Whether the sentence has half of the words that are no names, two thirds if the verb is not there, lacks no two in a row, and has all of
/// a claim of few words: who and where alone do not say what.
fn says_enough(claim: &Statement, sentence: &Statement) -> bool {
    let stated = claim.stated();
    let has = |term: &Term| place(claim, term.at, sentence).is_some() || sentence.contradicts(term); // a denied one: is_contrary
    let has_verb = claim.verbs().all(has);
    let few = if has_verb { 3 } else { 4 };
    let plain = || stated.iter().filter(|term| !term.capital);
    let found = plain().filter(|term| has(term)).count();
    let (part, whole) = if has_verb { (1, 2) } else { (2, 3) };
    let lacks = |pair: &[Term]| !pair.iter().any(|term| term.is_light() || has(term));
    let apart = !stated.windows(2).any(lacks);
    found * whole >= plain().count() * part && apart && (stated.len() > few || stated.iter().all(has))
}

/// How much of a claim's words a sentence has, whatever it says with them.
pub(super) fn overlap(claim: &Statement, sentence: &Statement) -> Option<Fit> {
    let found = claim.stated().iter().filter_map(|term| place(claim, term.at, sentence));
    let numbers = claim.numbers.iter().filter_map(|number| sentence.same(number));
    let words: Vec<usize> = found.collect();
    let at = || words.iter().copied().chain(numbers.clone().map(Stated::last));
    let (first, last) = (at().min()?, at().max()?);
    let verb = if claim.verbs().all(|verb| place(claim, verb.at, sentence).is_some()) { 0.0 } else { OTHER_VERB };
    let score = words.len() as f32 / claim.stated().len().max(1) as f32 - verb;
    Some(Fit { score, tokens: first..last + 1 })
}

/// Whether the sentence has every number of the claim, and is of no other year; when something happened may be left out of a claim, but not
/// when something was so.
fn has_numbers(claim: &Statement, sentence: &Statement, tokens: &Range<usize>) -> bool {
    let has = |statement: &Statement, number: &Stated| statement.same(number).is_some();
    let mut years = sentence.numbers.iter().filter(|number| number.year);
    claim.numbers.iter().all(|number| has(sentence, number))
        && years.all(|year| has(claim, year) || claim.is_past() || sentence.is_apart(year, tokens))
}

/// Whether the sentence names all whom the claim names.
fn has_names(claim: &Statement, sentence: &Statement) -> bool {
    claim.names().iter().all(|name| has_name(name, sentence))
}

/// A name is there with all its words, a person's with the family name, if no other name goes before that; before one of one word a given
/// name may.
fn has_name(name: &Name, sentence: &Statement) -> bool {
    let Some(last) = name.words.last() else { return true };
    let is_short = name.words.len() == 1;
    let is_its = |term: &Term| {
        name.words.iter().chain(name.role).any(|own| own.like(term)) || is_short && is_given_name(&term.word)
    };
    let stands = move |term: &Term, at: usize| term.at + usize::from(!term.meant) == at && !(is_short && term.meant);
    let before = |at: usize| sentence.terms.iter().filter(move |term| stands(term, at) && term.capital);
    let mut places = sentence.terms.iter().filter(|term| term.like(last));
    let whole = name.words.iter().all(|word| sentence.has(word));
    let is_title = |other: &Term| sentence.terms.iter().any(|part| part.at == other.at && is_role(&part.word));
    let alone = |term: &Term| before(term.at).all(|other| is_its(other) || is_title(other));
    (whole || name.person) && places.any(alone)
}

/// Whether the sentence has what the claim is about.
fn has_subject(claim: &Statement, sentence: &Statement) -> bool {
    let mut subjects = claim.subjects().peekable();
    subjects.peek().is_none() || subjects.any(|subject| sentence.has(subject))
}

/// Whether what the sentence counts by a number of the claim is a thing of which the claim speaks: neither `50 clinics` nor `twice as many
/// farmers` are elephants.
fn counts_the_same(claim: &Statement, sentence: &Statement) -> bool {
    let end = |number: &Stated| number.last() + if sentence.is(Sign::As, number.last() + 1) { 3 } else { 1 };
    let counted = |number: &Stated| sentence.phrase(end(number), claim.phrase_length(number));
    let unit = |number: &Stated| sentence.term(number.last() + 1).filter(|term| words::is_time_unit(&term.stem));
    let other = |number: &&Stated| unit(number).or(counted(number)).is_some_and(|noun| !claim.has(noun));
    let plain = |number: &&Stated| !number.share && !number.year && is_of_things(claim, number);
    claim
        .numbers
        .iter()
        .filter(plain)
        .all(|number| sentence.numbers.iter().filter(|other| other.same(number)).any(|same| !other(&same)))
}

/// Whether a number counts what a word of the claim names: `3,000 people` and `three times` may be deaths and occasions as well.
fn is_of_things(claim: &Statement, number: &Stated) -> bool {
    let last = number.last();
    claim.term(last + 1).or_else(|| claim.term(last + 3)).is_some() || claim.predicate == Some(last)
}

/// `Imre Kadosz’s sister`, `a lake next to the reservoir is filled`, where the claim is of Imre Kadosz, of the reservoir.
fn is_of_another(claim: &Statement, sentence: &Statement) -> bool {
    let names = claim.names();
    let persons = names.iter().filter(|name| name.person).filter_map(|name| name.words.last());
    let is_other = |term: &&Term| !term.meant && !claim.has(term);
    let is_person = |term: &&Term| is_other(term) && (is_role(&term.word) || words::is_kin(&term.stem));
    let mut places = persons.chain(claim.subjects()).filter_map(|own| sentence.like(own)).map(|term| term.at);
    let introduction = claim.introduction();
    let introduces = |term: &Term| introduction.iter().any(|own| own.like(term));
    places.any(|own| {
        let next = sentence.terms.iter().find(|term| term.at > own).filter(is_person);
        let before = sentence.terms.iter().rfind(|term| term.at < own && !term.meant && !introduces(term));
        let other = before.filter(|other| is_other(other) || is_role(&other.word));
        sentence.is(Sign::Owner, own) && next.is_some()
            || other.is_some_and(|other| is_beside(claim, sentence, other.at..own))
    })
}

/// Whether a preposition joins what stands at both ends, and the verb of the claim follows.
fn is_beside(claim: &Statement, sentence: &Statement, between: Range<usize>) -> bool {
    let verb = claim.verbs().find_map(|own| sentence.like(own));
    let ends = sentence.is_within(Sign::Break, &between)
        || sentence.numbers.iter().any(|number| between.contains(&number.last()));
    sentence.is_within(Sign::Preposition, &between) && verb.is_some_and(|verb| verb.at > between.end) && !ends
}

/// Whether somebody else does it: a name or a role right before the verb of the claim, or whatever stands before `which` and the verb.
fn is_by_another(claim: &Statement, sentence: &Statement) -> bool {
    const NEAR: usize = 3;
    let Some(verb) = claim.verbs().last() else { return false };
    let Some(there) = sentence.terms.iter().position(|term| term.stem == verb.stem) else { return false };
    let (before, after) = sentence.terms.split_at(there);
    let Some((actor, at)) = before.iter().rfind(|term| !term.meant).zip(after.first().map(|term| term.at)) else {
        return false;
    };
    let between = actor.at + 1..at;
    let relative = sentence.is_within(Sign::Who, &between);
    let parted = sentence.is_within(Sign::Break, &between) && !relative;
    let subject = claim.subjects().filter_map(|own| sentence.standing(own)).map(|term| term.at).min();
    let is_last = subject.is_some_and(|subject| subject > at);
    let acts = relative || is_last || actor.capital || is_role(&actor.word) || actor.is_plural();
    !parted && acts && at - actor.at <= NEAR && !claim.has(actor)
}

/// Whether what the claim says has happened is only meant to, may happen, or was proposed.
fn is_intended(claim: &Statement, sentence: &Statement) -> bool {
    let is_verb = |own: &&Term| match claim.predicate {
        Some(verb) => own.at == verb,
        None => own.at > 0 && !own.capital && own.is_plural(), // “charges”, or a noun
    };
    let only_meant = |own: &Term| {
        let mut places = sentence.terms.iter().filter(|term| term.like(own)).map(|term| term.at).peekable();
        places.peek().is_some() && places.all(|at| sentence.is(Sign::Intended, at))
    };
    let proposed = |own: &Term| sentence.like(own).is_some_and(|term| sentence.is(Sign::Proposed, term.at));
    !claim.has_sign(Sign::Intended)
        && (claim.terms.iter().filter(is_verb).any(only_meant) || claim.terms.iter().any(proposed))
}

/// Whether a word of the sentence says the contrary of one of the claim, which it has not as well, and does not deny that.
fn is_contrary(claim: &Statement, sentence: &Statement) -> bool {
    let against = |term: &Term| {
        sentence.terms.iter().any(|other| other.contrary(term) && !is_complement(sentence, other))
            && !sentence.has(term)
            && !is_complement(claim, term)
    };
    claim.terms.iter().any(against)
}

/// `no longer allows`, where the claim is that it is banned: of two states there is no third, so that to deny one states the other.
fn is_complement(statement: &Statement, term: &Term) -> bool {
    const NEAR: usize = 3;
    let denied = term.at.saturating_sub(NEAR)..term.at;
    words::is_one_of_two(&term.word) && statement.is_within(Sign::Negation, &denied)
}

/// Whether one denies what the other states: the negations before what both say, and within, are not as many.
fn is_turned_round(claim: &Statement, sentence: &Statement, tokens: &Range<usize>) -> bool {
    let apart = |at: usize| sentence.is_within(Sign::And, &(tokens.end..at));
    let negations = sentence.at(Sign::Negation).filter(|at| *at < tokens.end || !apart(*at)).count();
    // “no nation is as old as Italy”: it is the oldest.
    let ranks = sentence.than.is_some() && claim.terms.iter().any(Term::is_superlative);
    let negations = negations.saturating_sub(complements(sentence, claim));
    let own = claim.at(Sign::Negation).count().saturating_sub(complements(claim, sentence));
    let own = own + usize::from(ranks && negations > 0);
    claim.denied != sentence.denied || own != negations
}

/// How many words of one, denied, state what the other does by their contraries.
fn complements(one: &Statement, other: &Statement) -> usize {
    let states = |term: &&Term| !other.has(term) && other.contradicts(term) && is_complement(one, term);
    one.terms.iter().filter(states).count()
}

/// `the third oldest` is not `the oldest`.
fn is_ranked_otherwise(claim: &Statement, sentence: &Statement, tokens: &Range<usize>) -> bool {
    let before = tokens.start.saturating_sub(1)..tokens.end.saturating_sub(1);
    !claim.has_sign(Sign::Ordinal) && sentence.is_within(Sign::Ordinal, &before)
}

/// Whether whoever did it and whomever it was done to have changed places, before and behind the verb or “than”.
fn is_swapped(claim: &Statement, sentence: &Statement) -> bool {
    is_done_otherwise(claim, sentence).unwrap_or(false)
        || is_compared_otherwise(claim, sentence).unwrap_or(false)
        || are_names_swapped(claim, sentence)
}

/// `A dam in Karvesia has dried up a river in Belmoria`, where the claim is of a dam in Belmoria and a river in Karvesia: each of two
/// names follows the word that the other has before it in the claim.
fn are_names_swapped(claim: &Statement, sentence: &Statement) -> bool {
    let names = claim.names();
    let pair =
        |name: &Name| name.words.first().and_then(|first| claim.before(first.at)).zip(name.words.last().cloned());
    let own: Vec<(&Term, Term)> = names.iter().filter_map(pair).collect();
    let follows = |before: &Term, name: &Term| {
        sentence.standing(name).and_then(|place| sentence.before(place.at)).is_some_and(|there| there.like(before))
    };
    let swapped = |one: &(&Term, Term), two: &(&Term, Term)| {
        !one.0.like(two.0) && follows(one.0, &two.1) && follows(two.0, &one.1)
    };
    own.iter().enumerate().any(|(at, one)| own.iter().skip(at + 1).any(|two| swapped(one, two)))
}

/// `Kestria sued Norvania`, where the claim is that Norvania sued Kestria.
fn is_done_otherwise(claim: &Statement, sentence: &Statement) -> Option<bool> {
    const NEAR: usize = 5;
    let place = |own: &Term| sentence.standing(own).map(|term| term.at);
    let verb = claim.verbs().last()?;
    let object = claim.terms.iter().find(|term| term.at > verb.at)?;
    let (s, v, o) = (place(claim.subjects().next()?)?, place(verb)?, place(object)?);
    let by = |statement: &Statement, verb: usize| {
        statement.is_within(Sign::Passive, &(verb.saturating_sub(2)..verb + 1))
            || statement.is_within(Sign::By, &(verb..verb + NEAR))
    };
    let passive = by(claim, verb.at) != by(sentence, v);
    let another = || {
        sentence.names().iter().any(|name| name.words.iter().all(|word| word.at < v && !word.meant && !claim.has(word)))
    };
    let behind = v < s && !passive && (o < v && s - v <= NEAR || another());
    let clause_end = |who: usize| sentence.at(Sign::Break).find(|end| *end > who);
    let mut clauses = sentence.at(Sign::Who).filter(|who| *who < s).filter_map(clause_end);
    let aside = clauses.any(|end| s < end && end < v);
    Some(behind || aside || is_speaker(sentence, s..v) || s < v && v < o && passive)
}

/// `His gardener, the mayor joked, paid`: whoever stands at the start of these tokens is said to have spoken, between two marks.
fn is_speaker(sentence: &Statement, tokens: Range<usize>) -> bool {
    const NEAR: usize = 4;
    let speaks = |term: &Term| tokens.contains(&term.at) && is_past(&term.word);
    let closed = |term: &Term| sentence.is_within(Sign::Break, &(term.at..tokens.end));
    sentence.is_within(Sign::Break, &(tokens.start.saturating_sub(NEAR)..tokens.start))
        && sentence.terms.iter().find(|term| speaks(term)).is_some_and(closed)
}

/// `more on roads than on schools`, where the claim is that it is more on schools than on roads.
fn is_compared_otherwise(claim: &Statement, sentence: &Statement) -> Option<bool> {
    let (own, than) = (claim.than?, sentence.than?);
    let place = |term: &Term| sentence.like(term).map(|other| other.at < than);
    let sides: Vec<(bool, bool)> = claim.terms.iter().filter_map(|term| Some((term.at < own, place(term)?))).collect();
    Some(sides.contains(&(true, false)) && sides.contains(&(false, true)) && !sides.contains(&(false, false)))
}

/// `Botswana trampled twice as many`, where the claim is that Botswana lost twice as many: another deed, or another thing to which it is
/// done, between the same two words. What is neither may be said in other words.
fn is_replaced(claim: &Statement, sentence: &Statement) -> bool {
    let own = claim.places();
    if claim.verbs().any(|verb| sentence.contradicts(verb)) {
        return false; // it is denied: is_contrary
    }
    let deed = claim.predicate.and_then(|verb| own.iter().position(|at| *at == verb));
    let met: Vec<(usize, usize)> =
        own.iter().enumerate().filter_map(|(index, at)| Some((index, place(claim, *at, sentence)?))).collect();
    let places = sentence.places();
    let only_others = |from: usize, to: usize| {
        let mut between = places.iter().filter(|at| (from + 1..to).contains(at)).peekable();
        between.peek().is_some() && between.all(|at| met.iter().all(|(_, own)| own != at))
    };
    let matters = |from: usize, to: usize| deed.is_none_or(|deed| (from..to).contains(&deed));
    met.windows(2).any(|pair| {
        let ((from, left), (to, right)) = (pair[0], pair[1]);
        to > from + 1 && matters(from, to) && only_others(left, right)
    })
}

/// `The tram line in Linz cost as much, so that Ostrevica …`, where the claim is of the tram line in Ostrevica: between the same two words
/// another name stands, and the claim's own elsewhere.
fn is_of_another_name(claim: &Statement, sentence: &Statement) -> bool {
    let own: Vec<(usize, Option<usize>)> =
        claim.places().into_iter().map(|at| (at, place(claim, at, sentence))).collect();
    let is_name = |at: usize| claim.term(at).is_some_and(|term| term.capital && at > 0);
    let other = |from: usize, to: usize| {
        sentence
            .terms
            .iter()
            .any(|term| (from + 1..to).contains(&term.at) && term.capital && !term.meant && !claim.has(term))
    };
    own.windows(3).any(|three| match three {
        [(_, Some(from)), (at, Some(there)), (_, Some(to))] => {
            is_name(*at) && from < to && !(from..to).contains(&there) && other(*from, *to)
        }
        _ => false,
    })
}

/// `The oral polio vaccine sheds virus`, where the claim is of the measles vaccine: another word before what the claim is about.
fn is_of_another_kind(claim: &Statement, sentence: &Statement) -> bool {
    let [kind, of, ..] = claim.stated() else { return false };
    let beside = of.at == kind.at + 1 && !of.capital && claim.predicate.is_none_or(|verb| of.at < verb);
    let Some(there) = sentence.standing(of).filter(|_| beside && !sentence.has(kind)) else { return false };
    there.at > 0
        && sentence
            .term(there.at - 1)
            .is_some_and(|other| !claim.has(other) && !other.is_light() && other.word != "single")
}

/// Where the sentence has what stands at a token of the claim.
#[inline(never)]
fn place(claim: &Statement, at: usize, sentence: &Statement) -> Option<usize> {
    let term = claim.terms.iter().filter(|term| term.at == at).find_map(|term| sentence.like(term));
    let number = || claim.numbers.iter().find(|number| number.last() == at).and_then(|number| sentence.same(number));
    term.map(|term| term.at).or_else(|| number().map(Stated::last))
}

/// `lower than in three of its neighbours`, where the claim compares with all of them.
fn is_compared_with_some(claim: &Statement, sentence: &Statement, tokens: &Range<usize>) -> bool {
    let Some(than) = sentence.than else { return false };
    let mut behind = sentence.numbers.iter().filter(|number| tokens.contains(&number.last()) && number.last() > than);
    behind.any(|number| claim.same(number).is_none())
}
