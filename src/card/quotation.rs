//! The card of what somebody said, in quotation marks or not, or of a term kept at a distance.
//!
//! Takes an attribution; gives who said the words, by which verb, where, when and through whom, and what else they said. Example:
//! “fruitful cooperation” shows Denis Pushilin, DPR leader, “said”, “In a post on his Telegram channel”.
//!
//! Invariant: a scare quote never gets the card of a quotation; who only passes words on never stands as their speaker.

use super::{Card, Excerpt, QuotationCard, RelayedBy, TermCard, compose::Desk, why};
use crate::{Attribution, QuoteKind, Relay, Span, word_list::WordList};

static PRONOUNS: WordList = WordList::new("he she it they we");

pub(super) fn card(desk: &Desk, index: usize) -> Option<Card> {
    let attribution = desk.notes.attributions.get(index)?;
    Some(match attribution.kind {
        QuoteKind::Scare => Card::Term(term(desk, attribution)),
        _ => Card::Quotation(quotation(desk, index, attribution)),
    })
}

fn term(desk: &Desk, attribution: &Attribution) -> TermCard {
    let cue = attribution.cue.map(|span| desk.words(span));
    let why = why::words(attribution.kind, cue.as_deref());
    TermCard { words: desk.joined(&attribution.content), owner: desk.owner(attribution), cue, why }
}

fn quotation(desk: &Desk, index: usize, attribution: &Attribution) -> QuotationCard {
    let mut tellings = tellings(desk, attribution);
    let RelayedBy { speakers, cue, setting, when } = tellings.pop().unwrap_or_default();
    QuotationCard {
        words: desk.joined(&attribution.content),
        form: attribution.kind,
        speakers,
        unnamed: attribution.unnamed && tellings.is_empty(),
        setting,
        when,
        relays: tellings,
        also_said: also_said(desk, index, attribution),
        why: why::words(attribution.kind, cue.as_deref()),
        cue,
    }
}

/// Who tells the words: from whom the article has them to whoever said them. Where and when hold for the first.
fn tellings(desk: &Desk, attribution: &Attribution) -> Vec<RelayedBy> {
    let words = |span: Option<Span>| span.map(|span| desk.words(span));
    let mut all = vec![RelayedBy {
        speakers: desk.speakers(attribution.source, &attribution.speakers),
        cue: words(attribution.cue),
        setting: words(attribution.setting),
        when: words(attribution.when),
    }];
    let mut before = &attribution.speakers;
    for relay in &attribution.chain {
        if is_another(desk, relay, before) {
            let speakers = desk.speakers(Some(relay.source), &relay.speakers);
            all.push(RelayedBy { speakers, cue: words(Some(relay.cue)), ..RelayedBy::default() });
            before = &relay.speakers;
        }
    }
    all
}

/// Whether a link of a chain is not the voice before it: in “Keller said he believed …” nobody passes anything on.
fn is_another(desk: &Desk, relay: &Relay, before: &[usize]) -> bool {
    let pronoun = || PRONOUNS.contains_any_case(&desk.words(relay.source));
    if relay.speakers.is_empty() { !pronoun() } else { relay.speakers != before }
}

/// What else the speaker says, or the first of several.
fn also_said(desk: &Desk, index: usize, attribution: &Attribution) -> Vec<Excerpt> {
    let near = attribution.content.first().map_or(0, |words| words.start);
    attribution.said_by().first().map_or_else(Vec::new, |&entity| desk.said_by(entity, Some(index), near))
}
