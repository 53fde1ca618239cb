//! A claim or a fact-checked sentence in a line or two, for the list.
//!
//! Takes a card and what the list knows of its claim; draws the line beneath the words. Example: “✓ Agrees · order · the article”; of fact-checks each verdict with its publisher and date.
//!
//! Invariant: a state has a sign and words besides its colour; a verdict is its publisher's, whole.

use super::{pen::Pen, review::published};
use crate::{
    dom::{child, document_of, label, text},
    error::PageError,
    language::Language,
    list::{Outcome, State},
};
use postil::{
    Card,
    card::{ClaimCard, ReviewLine},
};
use web_sys::Element;

/// Draws what there is to tell of a card in brief.
pub(crate) fn line(to: &Element, card: &Card, state: Option<State>, language: &Language) -> Result<(), PageError> {
    let document = document_of(to)?;
    let pen = Pen::new(&document, language);
    match (card, state) {
        (Card::Claim(card), Some(state)) => pen.claim_line(to, card, state),
        (Card::Review(card), _) => card.reviews.iter().try_for_each(|review| pen.review_line(to, review)),
        _ => Ok(()),
    }
}

impl Pen<'_> {
    fn claim_line(&self, to: &Element, card: &ClaimCard, state: State) -> Result<(), PageError> {
        let strings = self.strings;
        let (class, sign, words) = match state.outcome {
            Outcome::Agrees => ("agrees", "✓", &strings.state_agrees),
            Outcome::Differs => ("differs", "≠", &strings.state_differs),
            Outcome::Open => ("open", "–", &strings.open),
            Outcome::Date => ("open", "=", &strings.state_date),
            Outcome::Unchecked => ("", "○", &strings.state_unchecked),
        };
        signed(to, class, sign, words)?;
        self.dot(to)?;
        if state.reviewed {
            signed(to, "open", "¶", &strings.state_reviewed)?;
            self.dot(to)?;
        }
        label(to, "span", "", kind(strings.claim(card.claim.key())))?;
        self.dot(to)?;
        let names = self.names(&card.stated_by);
        match (card.reported, names.is_empty()) {
            (false, _) => label(to, "span", "", &strings.the_article).map(drop),
            (true, true) => label(to, "span", "", &strings.a_source).map(drop),
            (true, false) => text(to, "bdi", "", &names).map(drop),
        }
    }

    fn review_line(&self, to: &Element, review: &ReviewLine) -> Result<(), PageError> {
        let line = child(to, "p", "")?;
        published(&line, "span", "said", &review.verdict, review)?;
        self.dot(&line)?;
        text(&line, "bdi", "", &review.publisher)?;
        self.on_day(&line, review.date.as_deref())
    }
}

/// Words with their sign, which says nothing to a listener.
fn signed(to: &Element, class: &str, sign: &str, words: &str) -> Result<(), PageError> {
    let state = child(to, "span", class)?;
    label(&state, "span", "sign", sign)?.set_attribute("aria-hidden", "true")?;
    label(&state, "span", "", words).map(drop)
}

/// “order” of “Claim · order”: that it is a claim the list's heading says.
fn kind(words: &str) -> &str {
    words.rsplit(['·', '・']).next().unwrap_or(words).trim()
}
