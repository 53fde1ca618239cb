//! What every part of a card draws with.
//!
//! Takes a place to draw in, gives nodes: a card's head, rows of label and value, excerpts, sentences with names set
//! into them. Example: `pen.sentence(to, "p", "", "Whose term: {who}", &[("who", "the Kremlin")])`.
//!
//! Invariant: a name in a sentence stands in a `bdi`, so that its direction cannot turn the sentence around.

use super::frame::{GO_TO, TITLE};
use crate::{
    dom::{button, child, label, text},
    error::PageError,
    format::Format,
    language::Language,
    strings::{Piece, Strings, pieces},
};
use postil::{Card, card::Excerpt};
use web_sys::{Document, Element};

pub(super) struct Pen<'a> {
    pub(super) document: &'a Document,
    pub(super) strings: &'a Strings,
    pub(super) format: &'a Format,
}

impl<'a> Pen<'a> {
    pub(super) fn new(document: &'a Document, language: &'a Language) -> Pen<'a> {
        Pen { document, strings: &language.strings, format: &language.format }
    }

    /// Draws the card at `index` of a nest.
    pub(super) fn card(&self, to: &Element, cards: &[(usize, Card)], index: usize) -> Result<(), PageError> {
        let Some((annotation, card)) = cards.get(index) else { return Ok(()) };
        let sources = match card {
            Card::Entity(card) => {
                self.entity(to, card)?;
                &card.sources[..]
            }
            Card::Quotation(card) => {
                self.quotation(to, card)?;
                &[]
            }
            Card::Term(card) => {
                self.term(to, card)?;
                &[]
            }
            Card::Review(card) => {
                self.review(to, card)?;
                &[]
            }
            Card::Claim(card) => {
                self.claim(to, card)?;
                &card.sources[..]
            }
        };
        self.nest(to, cards, index)?;
        self.sources(to, sources)?;
        self.why(to, card.why(), *annotation)
    }

    /// The kind, where there is a word for it, and the title.
    pub(super) fn head(&self, to: &Element, kind: Option<&str>, title: &str) -> Result<Element, PageError> {
        let head = child(to, "div", "head")?;
        if let Some(kind) = kind {
            label(&head, "p", "kind", kind)?.set_attribute("part", "kind")?;
        }
        let title = text(&head, "h2", "title", title)?;
        title.set_id(TITLE);
        title.set_attribute("part", "title")?;
        Ok(head)
    }

    /// A title over the rows that follow.
    pub(super) fn heading(&self, to: &Element, words: &str) -> Result<(), PageError> {
        label(to, "h3", "heading", words).map(drop)
    }

    /// A row of label and value; the value is the article's or the pack's.
    pub(super) fn row(&self, list: &Element, name: &str, value: &str) -> Result<Element, PageError> {
        text(list, "dt", "", name)?;
        text(list, "dd", "", value)
    }

    /// The same with a value in the words of the catalogue.
    pub(super) fn plain_row(&self, list: &Element, name: &str, value: &str) -> Result<(), PageError> {
        label(list, "dt", "", name)?;
        label(list, "dd", "", value).map(drop)
    }

    /// A sentence of the catalogue with names set into it.
    pub(super) fn sentence(
        &self,
        to: &Element,
        tag: &str,
        class: &str,
        template: &str,
        names: &[(&str, &str)],
    ) -> Result<Element, PageError> {
        let sentence = child(to, tag, class)?;
        for piece in pieces(template) {
            match piece {
                Piece::Text(words) => {
                    sentence.append_child(&self.document.create_text_node(words))?;
                }
                Piece::Slot(slot) => {
                    let value = names.iter().find(|(name, _)| *name == slot).map_or("", |(_, value)| value);
                    label(&sentence, "bdi", "", value)?;
                }
            }
        }
        Ok(sentence)
    }

    /// What stands between the parts of a line. In no part, for each has a direction of its own.
    pub(super) fn dot(&self, to: &Element) -> Result<(), PageError> {
        Ok(to.append_child(&self.document.create_text_node(" · ")).map(drop)?)
    }

    /// Pieces of the article, each a way to where it stands.
    pub(super) fn excerpts(&self, to: &Element, heading: &str, excerpts: &[Excerpt]) -> Result<(), PageError> {
        if excerpts.is_empty() {
            return Ok(());
        }
        self.heading(to, heading)?;
        let list = child(to, "ul", "excerpts")?;
        for excerpt in excerpts {
            let item = child(&list, "li", "")?;
            match excerpt.annotation {
                Some(annotation) => self.go_to(&item, "excerpt", &excerpt.text, annotation)?,
                None => text(&item, "span", "excerpt", &excerpt.text)?,
            };
        }
        Ok(())
    }

    /// A button that leads to an annotation.
    pub(super) fn go_to(
        &self,
        to: &Element,
        class: &str,
        words: &str,
        annotation: usize,
    ) -> Result<Element, PageError> {
        let button = button(to, class, words)?;
        button.set_attribute("dir", "auto")?;
        button.set_attribute(GO_TO, &annotation.to_string())?;
        Ok(button)
    }
}
