//! The card of what somebody said: who, in what role, by which verb, where, when, through whom, and what else they said.
//!
//! Takes a [`QuotationCard`], draws it. Example: “Ukraine’s foreign ministry”, verb “said”, “in a statement on its website”; where
//! an agency passed it on, “Passed on by TASS · reported · on Wednesday”.
//!
//! Invariant: where the article names no speaker, the card names none.

use super::pen::Pen;
use crate::{
    dom::{child, label, text},
    error::PageError,
};
use postil::{
    QuoteKind,
    card::{QuotationCard, RelayedBy, Speaker},
};
use web_sys::Element;

impl Pen<'_> {
    pub(super) fn quotation(&self, to: &Element, card: &QuotationCard) -> Result<(), PageError> {
        self.speech_head(to, card)?;
        text(to, "blockquote", "words", &card.words)?;
        let rows = child(to, "dl", "facts")?;
        let strings = self.strings;
        self.plain_row(&rows, &strings.form, self.form(card.form))?;
        for (name, value) in
            [(&strings.verb, &card.cue), (&strings.setting, &card.setting), (&strings.when, &card.when)]
        {
            if let Some(value) = value {
                self.row(&rows, name, value)?;
            }
        }
        card.relays.iter().try_for_each(|relay| self.relay(&rows, relay))?;
        self.excerpts(to, &strings.also_said, &card.also_said)?;
        match &card.speakers[..] {
            [one] => self.to_speaker(to, Some(one)),
            _ => Ok(()),
        }
    }

    /// Who speaks, in what role; of several each with the way to it.
    fn speech_head(&self, to: &Element, card: &QuotationCard) -> Result<(), PageError> {
        let names = self.names(&card.speakers);
        let title = if names.is_empty() { &self.strings.speaker_unknown } else { &names };
        let head = self.head(to, Some(self.kind_of_speech(card.form)), title)?;
        match &card.speakers[..] {
            [one] => one.role.as_ref().map_or(Ok(()), |role| text(&head, "p", "description", role).map(drop))?,
            several => self.several(&head, several)?,
        }
        match card.unnamed {
            true => label(&head, "p", "aside", &self.strings.unnamed).map(drop),
            false => Ok(()),
        }
    }

    fn several(&self, head: &Element, speakers: &[Speaker]) -> Result<(), PageError> {
        if speakers.is_empty() {
            return Ok(());
        }
        let list = child(head, "ul", "speakers")?;
        for speaker in speakers {
            let item = child(&list, "li", "")?;
            self.who(&item, speaker)?;
            if let Some(role) = &speaker.role {
                self.dot(&item)?;
                text(&item, "span", "", role)?;
            }
        }
        Ok(())
    }

    /// A row on somebody who passed the words on.
    fn relay(&self, rows: &Element, relay: &RelayedBy) -> Result<(), PageError> {
        let value = self.row(rows, &self.strings.relayed_by, "")?;
        for (at, speaker) in relay.speakers.iter().enumerate() {
            if at > 0 {
                self.dot(&value)?;
            }
            self.who(&value, speaker)?;
        }
        for words in [&relay.cue, &relay.setting, &relay.when].into_iter().flatten() {
            self.dot(&value)?;
            text(&value, "span", "", words)?;
        }
        Ok(())
    }

    /// A name, with the way to where the article has it.
    fn who(&self, to: &Element, speaker: &Speaker) -> Result<(), PageError> {
        match speaker.annotation {
            Some(annotation) => self.go_to(to, "who", &speaker.name, annotation).map(drop),
            None => text(to, "span", "", &speaker.name).map(drop),
        }
    }

    /// The names of all who speak, as a list in a sentence; empty where nobody is named.
    pub(super) fn names(&self, speakers: &[Speaker]) -> String {
        match speakers {
            [] => String::new(),
            [one] => one.name.clone(),
            several => self.format.list(several.iter().map(|speaker| &*speaker.name)),
        }
    }

    /// Which kind of note it is: what is in quotation marks and what is not are two.
    pub(super) fn kind_of_speech(&self, form: QuoteKind) -> &str {
        match form {
            QuoteKind::Indirect => &self.strings.kind_indirect,
            _ => &self.strings.kind_quotation,
        }
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
