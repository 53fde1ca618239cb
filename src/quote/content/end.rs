//! Where reported words end.
//!
//! Takes a report's view and the place where its content begins; gives the item after its last. Example: in “said the plan was
//! late, adding that nobody knew why” the content of “said” ends before “, adding”.
//!
//! Invariant: the end lies within the sentence, and not before the beginning.

use super::{View, around};
use crate::{
    quote::{inventory::Takes, lexicon::Class, phrase, setting},
    word_list::{WordList, lower_case},
};

/// The end of a clause that begins at an item.
pub(super) fn of_clause(view: &View, start: usize) -> usize {
    let fronted = view.is_fronted() && !view.asides[view.at];
    let ends = |item: &usize| {
        let next = *item + 1;
        let pause = || is_inserted(view, *item) || fronted && begins_main(view, next) || begins_other(view, next);
        ends_any(view, *item)
            || view.frames.pauses_at(*item) && pause()
            || view.class(*item) == Class::Dash
                && (begins_other(view, next) || is_single(view, start, *item) && has_subject(view, next))
            || is_explained(view, start, *item)
    };
    trimmed(view, start, (start..view.frame.end).find(ends))
}

/// The end of a thing that begins at an item: sooner, for what is added to it is not said of it.
pub(super) fn of_thing(view: &View, start: usize) -> usize {
    let ends = |item: &usize| {
        let added = view.frames.pauses_at(*item) && !goes_on(view, *item);
        ends_any(view, *item)
            || added
            || *item > start
                && (view.class(*item) == Class::Dash
                    || setting::at(view.frames, *item, view.frame.end).is_some()
                    || joins_verb(view, *item)
                    || CLAUSES.contains(&lower_case(view.frames.word(*item))))
    };
    trimmed(view, start, (start..view.frame.end).find(ends))
}

/// Whether a thing goes on behind a comma.
fn goes_on(view: &View, comma: usize) -> bool {
    joins_names(view, comma) || is_within(view, comma) || describes(view, comma)
}

/// `praised Keller and left the room`
fn joins_verb(view: &View, item: usize) -> bool {
    let next = view.frames.word(item + 1);
    let past = view.class(item + 1) == Class::Noun
        && next.len() > 4
        && next.ends_with("ed")
        && !phrase::is_nominal(view.class(item + 2)); // and faded magnetism
    let verb = matches!(view.class(item + 1), Class::Verb(_) | Class::Action | Class::Auxiliary | Class::Pronoun);
    view.class(item) == Class::Conjunction && (past || verb)
}

/// `reported two arrests, which …`: what is reported is reported with its properties; what is praised is praised alone.
fn describes(view: &View, comma: usize) -> bool {
    let opens =
        view.frames.is(comma + 1, "to") || view.frames.is(comma + 1, "one") || view.class(comma + 1) == Class::Relative;
    view.takes().has(Takes::CLAUSE) && opens && comma > 0 && !view.frames.is_quote(comma - 1)
}

/// What begins a clause beside a thing rather than in it.
static CLAUSES: WordList = WordList::new("while when because although though since until whereas after before if");

/// `Jupiter, Fla.`, `taxes, debts and fees`
fn joins_names(view: &View, comma: usize) -> bool {
    let both = view.class(comma - 1) == Class::Name && view.class(comma + 1) == Class::Name;
    both || view.class(comma + 2) == Class::Comma || matches!(view.class(comma + 2), Class::Conjunction)
}

/// `Keller, a farmer, and his wife`, `concern over the case, and of his rights`: the thing goes on behind the comma.
fn is_within(view: &View, comma: usize) -> bool {
    const FAR: usize = 10;
    let joins = |item: usize| {
        view.class(item) == Class::Conjunction
            && !view.frames.is(item, "but")
            && matches!(view.class(item + 1), Class::Preposition | Class::Determiner | Class::Name | Class::Noun)
            && !joins_verb(view, item)
            && !has_subject(view, item + 1)
    };
    let later = (comma + 1..view.frame.end.min(comma + FAR))
        .find(|&item| matches!(view.class(item), Class::Comma | Class::Stop) || around::is_finite(view.frames, item));
    joins(comma + 1) || later.is_some_and(|later| view.class(later) == Class::Comma && joins(later + 1))
}

fn trimmed(view: &View, start: usize, stop: Option<usize>) -> usize {
    let sign = |item: usize| {
        matches!(
            view.class(item),
            Class::Comma | Class::Stop | Class::Dash | Class::Semicolon | Class::Colon | Class::Conjunction
        )
    };
    let stop = stop.map_or(view.frame.end, |stop| stop + usize::from(view.frames.is_quote(stop)));
    (start..stop).rev().find(|&item| !sign(item)).map_or(start, |last| last + 1)
}

fn ends_any(view: &View, item: usize) -> bool {
    match view.class(item) {
        Class::Semicolon => true,
        Class::Verb(_) if is_main_verb(view, item) => true,
        Class::Stop => !(item + 1..view.frame.end).any(|later| matches!(view.class(later), Class::Noun | Class::Name)),
        Class::Comma | Class::Dash => leads_on(view, item + 1),
        Class::Conjunction => leads_on(view, item),
        _ => view.frames.ends_in_comma(item.saturating_sub(1)) && leads_on(view, item),
    }
}

/// `A nurse who asked not to be named said it`: the verb of the noun in whose relative clause the report stands.
fn is_main_verb(view: &View, item: usize) -> bool {
    let source = view.report().source.as_ref().filter(|_| view.report().is_relative(view.frames));
    let later = view.reports.iter().skip(view.at + 1).find(|later| later.cue.items.start == item);
    let start = later.filter(|later| !later.is_relative(view.frames)).and_then(|later| later.source.as_ref());
    source.zip(start).is_some_and(|(source, main)| source.start == main.start)
}

/// Whether another report begins here: adding, saying; and denied; and the mayor said; the mayor said.
fn leads_on(view: &View, item: usize) -> bool {
    let joined = view.class(item) == Class::Conjunction;
    let by = view.frames.is(item, "by") || view.frames.is(item, "while");
    let next = if joined || by { item + 1 } else { item };
    let later = view.reports.iter().zip(view.asides).skip(view.at + 1);
    let speech = |takes: Takes| takes.is_speech() || takes.has(Takes::THING) || takes.has(Takes::NAME);
    later.filter(|(report, _)| speech(report.takes())).any(|(report, aside)| {
        let begins = report.reach.start == next || report.cue.items.start == next;
        begins && (joined || report.is_participle() || *aside)
    })
}

/// `Smith, who said he was ill, left`: what is reported within an insertion ends with it.
fn is_inserted(view: &View, comma: usize) -> bool {
    const NEAR: usize = 5;
    let cue = view.report().cue.items.start;
    let relative =
        (cue.saturating_sub(NEAR).max(view.frame.start + 1)..cue).find(|&item| view.class(item) == Class::Relative);
    let inserted = relative.is_some_and(|relative| view.class(relative - 1) == Class::Comma);
    let next = comma + 1;
    inserted
        && (matches!(view.class(next), Class::Verb(_) | Class::Auxiliary | Class::Action | Class::Adverb)
            || view.class(next + 1) == Class::Relative)
}

/// `…, while others left`, `…, but others left`: a clause beside the one that reports.
fn begins_other(view: &View, item: usize) -> bool {
    let frames = view.frames;
    let next = item + usize::from(view.class(item) == Class::Conjunction && frames.is(item + 1, "even"));
    if frames.word(item).ends_with("ing") && view.class(item) != Class::Name && frames.word(item).len() > 4 {
        return true;
    }
    let beside = ["while", "although", "though", "whereas", "despite"].iter().any(|word| frames.is(item, word));
    let joins = view.class(item) == Class::Conjunction || frames.is(item, "as");
    let likewise = frames.is(item, "as") && view.class(item + 1) == Class::Auxiliary; // as has the mayor
    let even = frames.is(item, "even") && (frames.is(item + 1, "as") || frames.is(item + 1, "though"));
    beside || even || likewise || joins && has_subject(view, next + 1)
}

/// `… to the Acme group, the firm that built the pier.`: to the sentence's end, the writer tells what something is.
fn is_explained(view: &View, start: usize, pause: usize) -> bool {
    let dash = view.class(pause) == Class::Dash && is_single(view, start, pause);
    let opens = ["the", "a", "an", "one"].iter().any(|word| view.frames.is(pause + 1, word));
    if !opens || !(dash || view.frames.pauses_at(pause)) {
        return false;
    }
    let named = phrase::from(view.frames, pause + 1, view.frame.end);
    let ends = !matches!(
        view.class(named.end),
        Class::Comma | Class::Conjunction | Class::Auxiliary | Class::Action | Class::Verb(_)
    );
    let said = (start..pause).any(|item| around::is_finite(view.frames, item));
    ends && said && !(named.end..view.frame.end).any(|item| view.frames.pauses_at(item))
}

/// Whether a dash stands alone in what follows an item: with another it would set words apart.
fn is_single(view: &View, start: usize, dash: usize) -> bool {
    !(start..view.frame.end).any(|item| item != dash && view.class(item) == Class::Dash)
}

/// `but the Democrats have left`
pub(super) fn has_subject(view: &View, item: usize) -> bool {
    let subject = phrase::from(view.frames, item, view.frame.end);
    let beside = |item: &usize| view.class(*item) == Class::Adverb;
    let verb = (subject.end..view.frame.end).find(|item| !beside(item)).unwrap_or(subject.end);
    let contracted = view.class(verb) == Class::Possessive && view.class(verb - 1) == Class::Pronoun; // he’s
    !subject.is_empty() && (contracted || around::is_finite(view.frames, verb))
}

/// `When he said so, the others left`: after the comma the main clause begins.
fn begins_main(view: &View, item: usize) -> bool {
    !matches!(
        view.class(item),
        Class::Conjunction | Class::Relative | Class::Preposition | Class::Subordinator | Class::Comma | Class::Stop
    )
}
