//! The card of a quotation: who said it, in what role, by which verb, where, and what else they said.
//!
//! Takes a [`QuotationCard`], draws it. Example: “Ukraine’s foreign ministry”, verb “said”, “in a statement on its website”.
//!
//! Invariant: where the article names no speaker, the card names none.

use super::pen::Pen;
use crate::{
    dom::{child, text},
    error::PageError,
};
use postil::{
    QuoteKind,
    card::{QuotationCard, Speaker},
};
use web_sys::Element;

impl Pen<'_> {
    pub(super) fn quotation(&self, to: &Element, card: &QuotationCard) -> Result<(), PageError> {
        let speaker = card.speaker.as_ref();
        let name = speaker.map_or(&self.strings.speaker_unknown, |speaker| &speaker.name);
        let head = self.head(to, Some(&self.strings.kind_quotation), name)?;
        if let Some(role) = speaker.and_then(|speaker| speaker.role.as_deref()) {
            text(&head, "p", "description", role)?;
        }
        text(to, "blockquote", "words", &card.words)?;
        let rows = child(to, "dl", "facts")?;
        self.plain_row(&rows, &self.strings.form, self.form(card.form))?;
        for (name, value) in [(&self.strings.verb, &card.cue), (&self.strings.setting, &card.setting)] {
            if let Some(value) = value {
                self.row(&rows, name, value)?;
            }
        }
        self.excerpts(to, &self.strings.also_said, &card.also_said)?;
        self.to_speaker(to, speaker)
    }

    fn form(&self, form: QuoteKind) -> &str {
        match form {
            QuoteKind::Direct => &self.strings.direct,
            QuoteKind::Mixed => &self.strings.mixed,
            QuoteKind::Indirect => &self.strings.indirect,
            QuoteKind::Scare => &self.strings.distanced,
        }
    }

    /// The way to where the speaker is named.
    pub(super) fn to_speaker(&self, to: &Element, speaker: Option<&Speaker>) -> Result<(), PageError> {
        match speaker.and_then(|speaker| speaker.annotation) {
            Some(annotation) => self.go_to(to, "step", &self.strings.go_to_speaker, annotation).map(drop),
            None => Ok(()),
        }
    }
}
