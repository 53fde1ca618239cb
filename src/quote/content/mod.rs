//! What a reporting clause reports beyond quoted sentences: the clause, the thing or the deed, and where it ends.
//!
//! Takes a frame and its reports; gives for each that has one its [`Content`], as items. Example: in “Keller said the plan was
//! “a gift” and denied the charge” the first report's content is “the plan was “a gift””, the second's “the charge”.
//!
//! One rule lives in each file beside this one, and its cases in the file of the same name in `tests/cases/quotes`.
//!
//! Invariant: contents do not overlap, and hold neither the cue nor the source of their own report.

mod about;
mod around;
mod clause;
mod colon;
mod deed;
mod end;
mod named;
mod quoted;
mod thing;

use super::{
    frame::Frames,
    inventory::Takes,
    lexicon::{Class, is_negation},
    report::Report,
};
use crate::word_list::{WordList, is_among};
use std::{iter::once, ops::Range};

/// What a report reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Content {
    /// The report: its place among those of the frame.
    pub(super) report: usize,
    /// Its words, in order: two parts where the report stands in their midst.
    pub(super) parts: Vec<Range<usize>>,
    /// The reports that it consists of, the outer first: in “said that the embassy confirmed it”, that of “confirmed”.
    pub(super) chain: Vec<usize>,
}

/// A report, and what stands around it.
#[derive(Clone)]
struct View<'a> {
    frames: &'a Frames<'a>,
    frame: Range<usize>,
    reports: &'a [Report],
    at: usize,
    /// Which reports stand amid or after what they report.
    asides: &'a [bool],
}

/// A rule: where the content that follows a report begins and ends.
type Rule = fn(&View) -> Option<Range<usize>>;

/// In the order in which they are asked.
const RULES: [Rule; 7] =
    [colon::content, quoted::content, deed::content, about::content, clause::content, named::content, thing::content];

/// The contents of a frame's reports.
pub(super) fn contents(frames: &Frames, frame: Range<usize>, reports: &[Report]) -> Vec<Content> {
    let asides: Vec<bool> = reports.iter().map(|report| around::is_aside(frames, frame.clone(), report)).collect();
    let mut found: Vec<Content> = Vec::new();
    let mut reached = frame.start;
    for at in 0..reports.len() {
        let view = View { frames, frame: frame.clone(), reports, at, asides: &asides };
        if view.report().cue.items.start < reached || view.is_swallowed(reached) {
            continue;
        }
        let parts = if asides[at] { around::content(&view, reached) } else { view.following() };
        let parts = match clause::relative(&view) {
            Some(relative) if !asides[at] && !parts.is_empty() => once(relative..relative + 1).chain(parts).collect(),
            _ => parts,
        };
        let nobody = view.report().source.is_none() && !view.report().is_passive();
        let silent = view.is_thought() || nobody || view.is_aim() || view.is_unsaid();
        if silent && !parts.iter().any(|part| view.has_quote(part.clone())) {
            continue;
        }
        if let Some(last) = parts.last() {
            reached = last.end.max(view.report().reach.end);
            let chain = chain(&view, &parts);
            found.push(Content { report: at, parts, chain });
        }
    }
    found
}

/// The reports that begin where a content, and then their own, begins, and reach to its end.
fn chain(view: &View, parts: &[Range<usize>]) -> Vec<usize> {
    let [part] = parts else { return Vec::new() };
    let mut chain = Vec::new();
    let mut start = part.start;
    let within = |at: &usize| *at != view.at && part.contains(&view.reports[*at].cue.items.start);
    for at in (0..view.reports.len()).filter(within) {
        let inner = View { at, ..view.clone() };
        let opens = view.frames.is(start, "that") || view.class(start) == Class::Adverb;
        let begins = start + usize::from(opens) == inner.report().reach.start && inner.relays();
        let Some(words) = inner.following().pop().filter(|words| begins && words.end == part.end) else { break };
        start = words.start;
        chain.push(at);
    }
    chain
}

/// Words before a verb that leave it unsaid.
static UNSAID: WordList = WordList::new("would could may might should must can");

impl View<'_> {
    fn report(&self) -> &Report {
        &self.reports[self.at]
    }

    fn takes(&self) -> Takes {
        self.report().takes()
    }

    /// The first item after the report.
    fn after(&self) -> usize {
        self.report().reach.end
    }

    #[inline(never)]
    fn class(&self, item: usize) -> Class {
        if item < self.frame.end { self.frames.class(item) } else { Class::Stop }
    }

    /// Whether it reports what somebody thinks, which is no speech unless words are quoted.
    fn is_thought(&self) -> bool {
        self.takes().has(Takes::THOUGHT)
    }

    /// Whether it passes on what another said: somebody speaks, and not in a relative clause.
    fn relays(&self) -> bool {
        let named = |source: &Range<usize>| !source.is_empty() && self.class(source.end - 1) != Class::Relative;
        !self.is_thought() && self.report().source.as_ref().is_some_and(named)
    }

    /// `ways to express it`, `too soon to say`: an aim, and nothing is said yet.
    fn is_aim(&self) -> bool {
        let to = self.report().cue.items.start.checked_sub(1).filter(|&to| self.frames.is(to, "to"));
        to.is_some_and(|to| {
            to > self.frame.start
                && !matches!(self.class(to - 1), Class::Verb(_) | Class::Action | Class::Adverb | Class::Auxiliary)
        })
    }

    /// `did not say that it was late`, `would say so`: nobody has said it. `I would say` is said, `did not mention it` telling.
    fn is_unsaid(&self) -> bool {
        let cue = self.report().cue.items.start;
        let left = (self.frame.start..cue).rev();
        let mut before = left.take_while(|&item| matches!(self.class(item), Class::Adverb | Class::Auxiliary));
        let speaker = self.report().source.as_ref().map_or("", |source| self.frames.word(source.start));
        let clause = (self.takes().has(Takes::NO_THING) || self.report().is_passive()) && !is_among(speaker, "I We we");
        clause
            && before.any(|item| {
                let word = self.frames.word(item);
                is_negation(word) || UNSAID.contains_any_case(word)
            })
    }

    fn has_quote(&self, mut items: Range<usize>) -> bool {
        items.any(|item| self.frames.is_quote(item))
    }

    /// Whether the report stands in a clause that leads to the main one: When he said so, …
    fn is_fronted(&self) -> bool {
        let source = self.report().source.as_ref().map_or(self.frame.start, |source| source.start);
        let leads = |item: usize| ["when", "after", "as", "once"].iter().any(|word| self.frames.is(item, word));
        let cue = self.report().cue.items.start;
        let participle = self.report().is_participle() && cue > self.frame.start && leads(cue - 1);
        let asked = self.report().is_passive() && (cue == self.frame.start || leads(cue - 1));
        if participle || asked || source > self.frame.start && leads(source - 1) {
            return true;
        }
        let opening = (self.frame.start..self.report().reach.start)
            .find(|&item| !matches!(self.class(item), Class::Conjunction | Class::Adverb | Class::Dash));
        opening.is_some_and(|item| {
            matches!(self.class(item), Class::Subordinator | Class::Preposition)
                && !self.report().follows_pause(self.frames, item)
        })
    }

    /// What follows the report, by the first rule that knows; nothing where it comes after a quotation.
    fn following(&self) -> Vec<Range<usize>> {
        let first = self.report().reach.start;
        let comma = first > self.frame.start && self.class(first - 1) == Class::Comma;
        let left = first - usize::from(comma);
        let after_quote = left > self.frame.start && self.frames.is_quote(left - 1);
        if after_quote && !self.report().is_participle() && !self.frames.is(self.after(), "that") {
            return Vec::new();
        }
        RULES.iter().find_map(|rule| rule(self)).filter(|found| !found.is_empty()).into_iter().collect()
    }

    /// Whether a later report of this sentence stands after, or amid, the words of this one: all of them are its content.
    fn is_swallowed(&self, reached: usize) -> bool {
        let later = (self.at + 1..self.reports.len()).find(|&at| self.asides[at]);
        !self.asides[self.at]
            && later.is_some_and(|at| {
                around::left(self.frames, reached, &self.reports[at]).contains(&self.report().cue.items.start)
            })
    }
}
