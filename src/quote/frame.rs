//! Sentences as the rules see them: each quotation folded into one item, each word with its class.
//!
//! Takes the text and its quotations; gives [`Frames`]. Example: “We will. We must,” he said. → `“…”` `he` `said` `.`, one
//! frame of four items, though the quotation holds two sentences.
//!
//! Invariant: items cover all tokens in order, and a quotation is never cut.

use super::{
    lexicon::{Class, class_of},
    marks::Quotation,
    verb,
};
use crate::{
    Span,
    claim::read::number,
    segment::{Text, TokenKind},
    word_list::{is_among, lower_case},
};
use std::ops::Range;

/// A word, a sign or a whole quotation.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// The tokens it covers.
    pub(super) tokens: Range<usize>,
    /// What it may be.
    pub(super) class: Class,
}

/// All sentences of a text, folded.
#[derive(Debug)]
pub(super) struct Frames<'a> {
    /// The text.
    pub(super) text: &'a Text<'a>,
    /// Its outermost quotations.
    pub(super) quotations: Vec<Quotation>,
    /// The items of all frames, in order.
    pub(super) items: Vec<Item>,
    /// The frames, in order, as ranges of items.
    pub(super) frames: Vec<Frame>,
}

/// A sentence: its items and the block it stands in.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// An index range into [`Frames::items`].
    pub(super) items: Range<usize>,
    /// An index into the article's blocks.
    pub(super) block: usize,
}

/// What rules ask of an item stands once in the widget: they ask from hundreds of places, and copies took two kilobytes of it.
impl<'a> Frames<'a> {
    /// Folds a text.
    pub(super) fn new(text: &'a Text<'a>, quotations: Vec<Quotation>) -> Self {
        let mut frames = Self { text, quotations, items: Vec::new(), frames: Vec::new() };
        let mut quotation = 0;
        let mut start = 0;
        for (index, sentence) in text.sentences.iter().enumerate() {
            frames.fold(sentence.tokens.clone(), &mut quotation);
            let cut_inside = frames.items.last().is_some_and(|item| item.tokens.end > sentence.tokens.end);
            if !cut_inside && !frames.asks_and_goes_on(start, index) {
                frames.push(start..frames.items.len(), sentence.block);
                start = frames.items.len();
            }
        }
        frames
    }

    /// The class of an item; a stop for an index out of range.
    #[inline(never)]
    pub(super) fn class(&self, item: usize) -> Class {
        self.items.get(item).map_or(Class::Stop, |item| item.class)
    }

    /// The words of an item; empty for a quotation of several tokens and for an index out of range.
    #[inline(never)]
    pub(super) fn word(&self, item: usize) -> &'a str {
        self.items.get(item).filter(|item| item.tokens.len() == 1).map_or("", |item| self.text.word(item.tokens.start))
    }

    /// Whether an item is this word, whatever its case.
    #[inline(never)]
    pub(super) fn is(&self, item: usize, word: &str) -> bool {
        self.word(item).eq_ignore_ascii_case(word)
    }

    /// Whether an item is a quotation.
    #[inline(never)]
    pub(super) fn is_quote(&self, item: usize) -> bool {
        matches!(self.class(item), Class::Quote(_))
    }

    /// Whether an item is a quotation whose last sign is a comma.
    #[inline(never)]
    pub(super) fn ends_in_comma(&self, item: usize) -> bool {
        let quoted = self.items.get(item).filter(|_| self.is_quote(item));
        quoted.and_then(|quoted| quoted.tokens.end.checked_sub(2)).is_some_and(|last| self.text.is(last, ","))
    }

    /// Whether there is a pause: a comma, also within a quotation's marks.
    pub(super) fn pauses_at(&self, item: usize) -> bool {
        self.class(item) == Class::Comma || self.ends_in_comma(item)
    }

    /// Whether an item is a quotation that goes on in the midst of a sentence: its first letter is small.
    pub(super) fn is_midway(&self, item: usize) -> bool {
        let Class::Quote(quotation) = self.class(item) else { return false };
        let first = self.quotations.get(quotation).map(|quotation| quotation.inside().start);
        first.is_some_and(|first| self.text.word(first).starts_with(char::is_lowercase))
    }

    /// The span of some items.
    #[inline(never)]
    pub(super) fn span(&self, items: Range<usize>) -> Span {
        match (self.items.get(items.start), items.end.checked_sub(1).and_then(|last| self.items.get(last))) {
            (Some(first), Some(last)) if items.start < items.end => self.text.span(first.tokens.start..last.tokens.end),
            _ => Span::new(0, 0),
        }
    }

    /// A sentence that no writer would write is cut, so that the rules may look along a whole frame.
    fn push(&mut self, items: Range<usize>, block: usize) {
        const LONGEST: usize = 250;
        for at in items.clone() {
            if let Class::Verb(form) = self.items[at].class {
                self.items[at].class = verb::settled(self, items.start, at, form);
            }
        }
        let starts = items.clone().step_by(LONGEST);
        self.frames.extend(starts.map(|start| Frame { items: start..items.end.min(start + LONGEST), block }));
    }

    fn fold(&mut self, sentence: Range<usize>, quotation: &mut usize) {
        let mut token = self.items.last().map_or(0, |item| item.tokens.end).max(sentence.start);
        let first = token;
        let titled = is_titled(self.text, sentence.clone());
        while token < sentence.end {
            let item = match self.quotations.get(*quotation) {
                Some(next) if next.tokens.start == token => {
                    *quotation += 1;
                    Item { tokens: next.tokens.clone(), class: Class::Quote(*quotation - 1) }
                }
                _ => Item { tokens: token..token + 1, class: class_at(self.text, token, titled || token == first) },
            };
            token = item.tokens.end.max(token + 1);
            self.items.push(item);
        }
    }

    /// `“Is it?” Smith asked.`: a question or cry inside marks ends no sentence when a reporting verb follows soon.
    fn asks_and_goes_on(&self, start: usize, sentence: usize) -> bool {
        let Some(Item { tokens, class: Class::Quote(_) }) = self.items[start..].last() else { return false };
        let asks = tokens.end.checked_sub(2).is_some_and(|last| self.text.is(last, "? ! … ,"));
        let Some(next) = self.text.sentences.get(sentence + 1) else { return false };
        let same_block = self.text.sentences[sentence].block == next.block;
        asks && same_block && self.reports_soon(next.tokens.clone())
    }

    fn reports_soon(&self, tokens: Range<usize>) -> bool {
        const SOON: usize = 8;
        let words = tokens.start..tokens.end.min(tokens.start + SOON);
        let mut classes = words.map(|token| class_at(self.text, token, false));
        classes
            .find(|class| {
                !matches!(class, Class::Name | Class::Noun | Class::Determiner | Class::Pronoun | Class::Possessive)
            })
            .is_some_and(|class| matches!(class, Class::Verb(_)))
    }
}

/// `Mayor Says the Bridge Is Safe`: a headline in which capitals tell no name.
fn is_titled(text: &Text, sentence: Range<usize>) -> bool {
    const LONG: usize = 4;
    let words = || sentence.clone().filter(|&token| text.is_kind(token, TokenKind::Word));
    words().count() >= LONG && words().all(|token| text.word(token).len() < LONG || text.is_capital(token))
}

fn class_at(text: &Text, token: usize, first: bool) -> Class {
    let word = text.word(token);
    match text.tokens.get(token).map(|token| token.kind) {
        Some(TokenKind::Word) => word_class(word, first),
        Some(TokenKind::Number) => Class::Number,
        Some(TokenKind::Possessive) => Class::Possessive,
        Some(TokenKind::Dash) if joins(text, token) => Class::Mark,
        Some(TokenKind::Dash) => Class::Dash,
        _ if is_among(word, ": .") && touches(text, token) => Class::Mark, // 9:40
        _ => sign_class(word),
    }
}

/// `45-minute`: a hyphen after a number is a token, but no pause.
fn joins(text: &Text, token: usize) -> bool {
    text.is(token, "-") && touches(text, token)
}

/// Whether a sign is written together with what stands at its two sides.
fn touches(text: &Text, token: usize) -> bool {
    let ends = |left: usize| {
        let ends = text.tokens.get(left).zip(text.tokens.get(left + 1));
        ends.is_some_and(|(left, right)| left.span.end == right.span.start)
    };
    token > 0 && ends(token - 1) && ends(token)
}

fn word_class(word: &str, first: bool) -> Class {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let known = if capital { class_of(&lower_case(word)) } else { class_of(word) };
    match known {
        // Will, May and Grant are names inside a sentence.
        Some(Class::Verb(_) | Class::Auxiliary | Class::Adverb | Class::Action) if capital && !first => Class::Name,
        // “Air Force One”
        Some(Class::Determiner) if capital && !first && number::parse(&lower_case(word), None).is_some() => Class::Name,
        Some(class) => class,
        None if capital => Class::Name,
        None if word.ends_with("ly") && word.len() > 4 => Class::Adverb,
        None => Class::Noun,
    }
}

fn sign_class(word: &str) -> Class {
    match word {
        "," | "，" | "、" => Class::Comma,
        ":" | "：" => Class::Colon,
        ";" => Class::Semicolon,
        "(" | "[" => Class::Open,
        ")" | "]" => Class::Close,
        "." | "!" | "?" | "…" | "。" => Class::Stop,
        _ => Class::Mark,
    }
}
