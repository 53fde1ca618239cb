//! The card of quoted words: speech, or a term kept at a distance.
//!
//! Takes an attribution; gives who said the words, by which verb, where, and what else they said. Example: “fruitful
//! cooperation” shows Denis Pushilin, DPR leader, “said”, “In a post on his Telegram channel”.
//!
//! Invariant: a scare quote never gets the card of a quotation.

use super::{Card, QuotationCard, TermCard, compose::Desk, why};
use crate::QuoteKind;

pub(super) fn card(desk: &Desk, index: usize) -> Option<Card> {
    let attribution = desk.notes.attributions.get(index)?;
    let words = desk.joined(&attribution.content);
    let speaker = desk.speaker(attribution);
    let cue = attribution.cue.map(|span| desk.words(span));
    let why = why::words(attribution.kind, cue.as_deref());
    if attribution.kind == QuoteKind::Scare {
        return Some(Card::Term(TermCard { words, owner: speaker, cue, why }));
    }
    let also_said = attribution.speaker.map_or_else(Vec::new, |entity| {
        let near = attribution.content.first().map_or(0, |words| words.start);
        desk.said_by(entity, Some(index), near)
    });
    let setting = attribution.setting.map(|span| desk.words(span));
    Some(Card::Quotation(QuotationCard { words, form: attribution.kind, speaker, cue, setting, also_said, why }))
}
