//! Direct speech in languages other than English: Spanish, French, German, Portuguese, Ukrainian and Russian.
//!
//! Takes the text, its cast and the [`Words`] of its language; gives its attributions. Example: in „Wir gehen nicht“, sagte der
//! Bürgermeister. the content is „Wir gehen nicht“, the cue “sagte”, the source “der Bürgermeister”.
//!
//! The way through: [`language`] tells which language it is, [`words`] has its words, [`saying`] finds who says something near a
//! place, [`quoted`] ties quotations to it, [`aside`] a narrator who
//! cuts into them, [`dash`] the turns of a dialogue that begin with a dash.
//!
//! Invariant: contents are quoted words, or the words behind a dash; reported speech stays with English.

mod aside;
mod dash;
mod language;
mod quoted;
mod saying;
mod words;

pub(super) use language::of as language_of;

use super::{
    block::{self, BlockQuote},
    marks::{self, Quotation},
};
use crate::{Attribution, MentionSense, NameType, QuoteKind, Span, mention::Cast, order::sort_by, segment::Text};
use saying::Saying;
use std::ops::Range;
use words::Words;

/// Finds who said what.
pub(super) fn attributions(text: &Text, cast: &Cast, words: &'static Words) -> Vec<Attribution> {
    let mut work = Work { text, cast, words, found: Vec::new(), last: None };
    let quotations = marks::quotations(text);
    for block in marks::blocks(text) {
        if let Some(quoted) = whole(text, block.clone()) {
            work.add(QuoteKind::Direct, vec![text.span(quoted.content)], None);
        } else if dash::opens(&work, block.clone()) {
            dash::turns(&mut work, block);
        } else {
            quoted::quotations(&mut work, block, &quotations);
        }
    }
    sort_by(&mut work.found, |attribution| (attribution.content.first().map_or(0, |span| span.start), 0));
    work.found
}

/// The block quotation that a block is, where it does not say itself who is quoted.
fn whole(text: &Text, tokens: Range<usize>) -> Option<BlockQuote> {
    let block = text.sentences.get(text.sentence_of(tokens.start))?.block;
    block::quotation(text, block, tokens).filter(|quoted| quoted.source.is_none())
}

struct Work<'a> {
    text: &'a Text<'a>,
    cast: &'a Cast,
    words: &'static Words,
    found: Vec<Attribution>,
    /// Who spoke last: the words and whom they mean.
    last: Option<(Span, Option<usize>)>,
}

impl Work<'_> {
    /// A new attribution with these words; without a saying it goes on with who spoke last, if it is direct.
    fn add(&mut self, kind: QuoteKind, content: Vec<Span>, saying: Option<&Saying>) -> usize {
        let voice = match saying {
            Some(saying) => saying.source.map(|source| (source, self.speaker(saying, source))),
            None => self.last.filter(|_| kind == QuoteKind::Direct),
        };
        if kind != QuoteKind::Scare {
            self.last = voice.or(self.last);
        }
        self.found.push(Attribution {
            source: voice.map(|(source, _)| source),
            speakers: voice.and_then(|(_, speaker)| speaker).into_iter().collect(),
            cue: saying.map(|saying| saying.cue),
            ..Attribution::new(kind, content)
        });
        self.found.len() - 1
    }

    /// Whom a source means: for a pronoun who spoke last, else the person, or the only other, that it names.
    fn speaker(&self, saying: &Saying, source: Span) -> Option<usize> {
        if saying.pronoun {
            return self.last.and_then(|(_, speaker)| speaker);
        }
        let mentions = self.cast.within(source);
        let is_person = |entity: usize| self.cast.entities.get(entity).is_some_and(|e| e.name_type == NameType::Per);
        let person = mentions.iter().find(|mention| is_person(mention.entity));
        let whole = || mentions.iter().find(|m| m.sense != MentionSense::Demonym && m.span.end == source.end);
        person.or_else(whole).map(|mention| mention.entity)
    }
}

/// Whether words between marks are a sentence, and not a term.
fn is_sentence(text: &Text, quotation: &Quotation) -> bool {
    const LONG: usize = 4;
    let inside = quotation.inside();
    let words = inside.clone().filter(|&token| text.word(token).starts_with(char::is_alphanumeric)).count();
    let stop = |token: usize| text.is(token, ". ! ? … ,");
    let ended = inside.clone().next_back().is_some_and(stop) || stop(quotation.tokens.end);
    let capital = text.is_capital(inside.start);
    words >= LONG && capital || ended && capital && words > 0
}
