//! Who speaks: the noun phrase that is a cue's subject, before it, after it, or at the start of its clause.
//!
//! Takes frames and a cue; gives the items of the source with role and apposition. Example: “Sin Hong-chol, the
//! ambassador, said” has the source “Sin Hong-chol, the ambassador”.
//!
//! Invariant: a source does not reach into a quotation.

use super::{
    cue::{Cue, Voice},
    frame::Frames,
    inventory::Takes,
    lexicon::{Class, Form, Tense},
    phrase, setting,
    verb::is_be,
};
use crate::word_list::lower_case;
use std::ops::Range;

/// A source, and whether it follows its verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// The noun phrase.
    pub(super) items: Range<usize>,
    /// `said the mayor`
    pub(super) inverted: bool,
}

/// The source of a cue within its frame.
pub(super) fn of(frames: &Frames, frame: Range<usize>, cue: &Cue) -> Option<Source> {
    let form = match cue.voice {
        Voice::Subject(form) => form,
        Voice::After => return some(after_turn(frames, frame, cue.items.clone()), true),
        Voice::Passive(_) => return some(agent(frames, frame, cue.items.end), true),
        Voice::Owner => return some(owner(frames, frame.start, cue.items.start), false),
    };
    let verb = start_of_verb(frames, frame.start, cue.items.start);
    let clause = clause_start(frames, frame.start, verb);
    let verb = start_of_time(frames, clause, verb);
    let participle = form.tense == Tense::Ing && start_of_verb(frames, frame.start, cue.items.start) == cue.items.start;
    let purpose = verb > clause && frames.is(verb, "to") && phrase::is_nominal(frames.class(verb - 1));
    if purpose && let Some(told) = prompted(frames, clause, verb) {
        return some(told, false);
    }
    if purpose || (participle && verb > clause) {
        return None; // its subject is that of the clause before: the reports of the sentence know it
    }
    if let Some(follows) = closing(frames, frame.end, cue, form) {
        return some(follows, true);
    }
    let beside = beside(frames, clause, verb);
    if !beside.is_empty() {
        return some(beside, false);
    }
    let leads = verb > clause && matches!(frames.class(verb - 1), Class::Comma) || verb == clause;
    if leads && form.tense != Tense::Ing && frames.class(cue.items.end) != Class::Comma {
        let inverted = after(frames, cue.items.end, frame.end);
        if !inverted.is_empty() && !goes_on(frames, &inverted) && verb == cue.items.start && clause > frame.start {
            return some(inverted, true);
        }
    }
    some(subject_of_sentence(frames, clause, verb), false)
}

/// `was asked by a reporter to`, `was accused by the board of lying`
fn agent(frames: &Frames, frame: Range<usize>, by: usize) -> Range<usize> {
    let lying = |item: usize| frames.is(item, "of") && frames.word(item + 1).ends_with("ing");
    let said = |item: &usize| lying(*item) || ["to", "about", "for", "over"].iter().any(|word| frames.is(*item, word));
    let end = (by..frame.end).find(said).unwrap_or(frame.end);
    if frames.is(by, "by") { phrase::from(frames, by + 1, end) } else { by..by }
}

/// `the mayor’s claim`, `his claim`
fn owner(frames: &Frames, start: usize, noun: usize) -> Range<usize> {
    let left = noun - 1;
    match frames.class(left) {
        Class::Possessive => phrase::before(frames, clause_start(frames, start, left), left),
        _ => left..noun,
    }
}

/// `According to the mayor, the plan failed`: what ends the sentence is no apposition, for something must be said.
fn after_turn(frames: &Frames, frame: Range<usize>, cue: Range<usize>) -> Range<usize> {
    let whole = after(frames, cue.end, frame.end);
    let ends = whole.end >= frame.end || frames.class(whole.end) == Class::Stop;
    if cue.start == frame.start && ends { phrase::from(frames, cue.end, frame.end) } else { whole }
}

/// `led the chairman, Jane Doe, to declare`: a person who is brought to speak.
fn prompted(frames: &Frames, clause: usize, to: usize) -> Option<Range<usize>> {
    let whom = phrase::before(frames, clause, to);
    let verb = whom.start > clause && matches!(frames.class(whom.start - 1), Class::Verb(_) | Class::Action);
    (verb && frames.class(to - 1) == Class::Name).then_some(whom)
}

/// `…, said the mayor, Jane Doe.`: who speaks ends the sentence, for “said” takes no thing.
fn closing(frames: &Frames, end: usize, cue: &Cue, form: Form) -> Option<Range<usize>> {
    let verb = cue.items.start;
    let pauses = verb > 0 && frames.class(verb - 1) == Class::Comma;
    let finite = matches!(form.tense, Tense::Past | Tense::Third | Tense::Base);
    let follows = (pauses && finite && form.takes.has(Takes::NO_THING)).then(|| after(frames, cue.items.end, end))?;
    let ends = follows.end >= end || matches!(frames.class(follows.end), Class::Stop | Class::Comma);
    (ends && !follows.is_empty()).then_some(follows)
}

/// `the author of “Rust”, said he was`: a pronoun behind the verb that has a verb of its own is no inverted source.
fn goes_on(frames: &Frames, inverted: &Range<usize>) -> bool {
    let pronoun = inverted.len() == 1 && frames.class(inverted.start) == Class::Pronoun;
    pronoun && matches!(frames.class(inverted.end), Class::Auxiliary | Class::Verb(_) | Class::Action)
}

fn some(items: Range<usize>, inverted: bool) -> Option<Source> {
    (!items.is_empty()).then_some(Source { items, inverted })
}

/// Back over adverbs, auxiliaries, “to” and who counts the subject: `has since repeatedly said`, `Keller and Brask both said`.
fn start_of_verb(frames: &Frames, start: usize, verb: usize) -> usize {
    let mut at = verb;
    let all = |at: usize| at > start + 1 && phrase::counts(frames, at - 1) && phrase::is_nominal(frames.class(at - 2));
    while at > start
        && (matches!(frames.class(at - 1), Class::Adverb | Class::Auxiliary) || frames.is(at - 1, "to") || all(at))
    {
        at -= 1;
        if frames.is(at, "to") && at > start + 1 && governs(frames, at - 1) {
            at -= 1;
        }
    }
    at
}

/// `continues to say`, `have chosen not to say`
fn governs(frames: &Frames, item: usize) -> bool {
    let before = frames.class(item - 1);
    match frames.class(item) {
        Class::Verb(_) | Class::Action => before != Class::Determiner,
        Class::Noun => matches!(before, Class::Adverb | Class::Auxiliary | Class::Pronoun),
        _ => false,
    }
}

/// `X on Thursday evening said`, `X this week said`: where the time before a verb begins.
fn start_of_time(frames: &Frames, clause: usize, verb: usize) -> usize {
    const LONG: usize = 4;
    let timed = |item: usize| {
        frames.class(item) == Class::Time || phrase::is_time_noun(frames.word(item)) || frames.is(item, "later")
    };
    if verb <= clause + 1 || !timed(verb - 1) {
        return verb;
    }
    let opens = |item: usize| {
        frames.is(item, "on")
            || frames.class(item) == Class::Time
            || matches!(
                lower_case(frames.word(item)).as_str(),
                "last" | "this" | "that" | "earlier" | "next" | "a" | "not"
            )
    };
    let mut at = verb - 1;
    while at > clause + 1 && verb - at < LONG && opens(at - 1) {
        at -= 1;
    }
    if at == verb - 1 && frames.class(at) != Class::Time { verb } else { at }
}

/// Where the words that may hold the subject begin: after the last quotation or semicolon.
fn clause_start(frames: &Frames, start: usize, verb: usize) -> usize {
    let cut = |item: &usize| matches!(frames.class(*item), Class::Quote(_) | Class::Semicolon | Class::Colon);
    (start..verb).rev().find(cut).map_or(start, |item| item + 1)
}

/// The phrase that stands beside the verb, on its left.
fn beside(frames: &Frames, clause: usize, verb: usize) -> Range<usize> {
    let Some(last) = verb.checked_sub(1).filter(|&last| last >= clause) else { return verb..verb };
    // `a report that said`: a verb right behind it has no other subject.
    let relates = frames.is(last, "that") && last > clause && phrase::is_nominal(frames.class(last - 1));
    match frames.class(last) {
        class if relates || class == Class::Relative => before_relative(frames, clause, last),
        Class::Comma => over_insertion(frames, clause, last),
        Class::Dash => over_dashes(frames, clause, last),
        Class::Conjunction => verb..verb,
        _ => {
            let found = with_appositions(frames, clause, phrase::before(frames, clause, verb), verb);
            relative_left_of(frames, clause, found.start)
                .map_or(found, |relative| phrase::before(frames, clause, relative))
        }
    }
}

/// `an official who spoke to the board said`: the relative pronoun whose clause holds the words before the verb.
fn relative_left_of(frames: &Frames, clause: usize, found: usize) -> Option<usize> {
    const FAR: usize = 15;
    let pauses = |class| {
        matches!(class, Class::Comma | Class::Conjunction | Class::Subordinator | Class::Dash | Class::Relative)
    };
    let pause = (clause.max(found.saturating_sub(FAR))..found).rev().find(|&item| pauses(frames.class(item)))?;
    let subject = pause > clause && phrase::is_nominal(frames.class(pause - 1));
    (subject && pause + 1 < found && (frames.is(pause, "who") || frames.is(pause, "which"))).then_some(pause)
}

/// `a man who said`: with the pronoun, which is the verb's subject.
pub(super) fn before_relative(frames: &Frames, clause: usize, relative: usize) -> Range<usize> {
    let comma = relative > clause && frames.class(relative - 1) == Class::Comma;
    let named = phrase::before(frames, clause, if comma { relative - 1 } else { relative });
    if named.is_empty() { named } else { named.start..relative + 1 }
}

/// `Smith, the mayor, said`, `Smith, speaking in Bern, said`: the phrase before the first comma of the insertion.
fn over_insertion(frames: &Frames, clause: usize, last: usize) -> Range<usize> {
    let opening = phrase::from(frames, opening_item(frames, clause, last), last);
    if !opening.is_empty() && frames.class(opening.end) == Class::Comma && opening.end < last {
        return opening.start..phrase::appositions(frames, opening.end, last).max(opening.end);
    }
    const FAR: usize = 30;
    let mut commas =
        (clause.max(last.saturating_sub(FAR))..last).rev().filter(|&item| frames.class(item) == Class::Comma);
    let Some(first) = commas.next() else { return last..last };
    let first = commas.take_while(|&comma| phrase::appositions(frames, comma, last) == last).last().unwrap_or(first);
    let name = phrase::before(frames, clause, first);
    let reached = phrase::appositions(frames, first, last);
    if name.is_empty() || reached == first { name } else { name.start..reached }
}

/// `The mayor – a farmer – said`: the phrase before the first dash.
fn over_dashes(frames: &Frames, clause: usize, last: usize) -> Range<usize> {
    let first = (clause..last).rev().find(|&item| frames.class(item) == Class::Dash);
    first.map_or(last..last, |first| phrase::before(frames, clause, first))
}

/// `the mayor, Jane Doe said` has no apposition; `Jane Doe, 44, of Bern said` has one that began before.
fn with_appositions(frames: &Frames, clause: usize, found: Range<usize>, verb: usize) -> Range<usize> {
    let follows_comma = found.start > clause && frames.class(found.start - 1) == Class::Comma;
    let from_quote = clause > 0 && matches!(frames.class(clause - 1), Class::Quote(_));
    if !follows_comma || !from_quote {
        return found;
    }
    let first = if frames.class(clause) == Class::Comma { clause + 1 } else { clause };
    let whole = phrase::from(frames, first, verb);
    if whole.end < verb && frames.class(whole.end) == Class::Comma && whole.end + 1 == found.start {
        return whole.start..found.end;
    }
    found
}

/// The noun phrase after the verb with its appositions.
fn after(frames: &Frames, start: usize, end: usize) -> Range<usize> {
    let phrase = phrase::from(frames, start, end);
    if phrase.is_empty() || frames.class(phrase.start) == Class::Pronoun {
        return phrase;
    }
    phrase.start..phrase::appositions(frames, phrase.end, end).max(phrase.end)
}

/// `She smiled and said`, `..., by saying`: the subject of the sentence's first verb.
fn subject_of_sentence(frames: &Frames, clause: usize, verb: usize) -> Range<usize> {
    let subject = phrase::from(frames, opening_item(frames, clause, verb), verb);
    let verb_follows = subject.end < verb || is_be(frames.word(subject.end));
    if verb_follows { subject } else { verb..verb }
}

/// Where the subject of a clause begins: past signs, conjunctions, a dateline and fronted phrases.
fn opening_item(frames: &Frames, clause: usize, verb: usize) -> usize {
    const MOST: usize = 4;
    let mut at = past_dateline(frames, clause, verb);
    for _ in 0..MOST {
        while at < verb && matches!(frames.class(at), Class::Comma | Class::Conjunction | Class::Adverb | Class::Dash) {
            at += 1;
        }
        let next = fronted(frames, at, verb);
        if next == at {
            break;
        }
        at = next;
    }
    at
}

/// `WASHINGTON (AFP) – The mayor said`
fn past_dateline(frames: &Frames, clause: usize, verb: usize) -> usize {
    const SOON: usize = 9;
    let place = |item: &usize| {
        let class = frames.class(*item);
        matches!(
            class,
            Class::Name | Class::Comma | Class::Open | Class::Close | Class::Number | Class::Time | Class::Stop
        )
    };
    match (clause..verb.min(clause + SOON)).find(|item| !place(item)) {
        Some(dash) if dash > clause && frames.class(dash) == Class::Dash => dash + 1,
        _ => clause,
    }
}

/// Past one fronted phrase: `In Bern, she smiled and said`, `Last month, he said`.
fn fronted(frames: &Frames, at: usize, verb: usize) -> usize {
    const LONGEST: usize = 30;
    if let Some(setting) = setting::at(frames, at, verb) {
        return setting.end;
    }
    let timed = phrase::past_time(frames, at, verb);
    if let Some(timed) = timed.filter(|&timed| frames.class(timed) == Class::Comma) {
        return timed;
    }
    let leads = match frames.class(at) {
        Class::Preposition | Class::Subordinator => true,
        Class::Verb(form) => form.tense == Tense::Ing,
        Class::Action | Class::Noun => frames.word(at).ends_with("ing"),
        _ => false,
    };
    let comma = (at..verb.min(at + LONGEST)).find(|&item| frames.class(item) == Class::Comma);
    comma.filter(|_| leads).unwrap_or(at)
}

/// The phrase that opens a sentence, as a rule its subject: for sentences without a cue and for “it”.
pub(super) fn opening(frames: &Frames, frame: Range<usize>) -> Range<usize> {
    subject_of_sentence(frames, frame.start, frame.end)
}
