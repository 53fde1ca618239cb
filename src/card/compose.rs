//! What the composition of every card needs: words, speakers, numbered sources.
//!
//! Takes article, notes and knowledge together ([`Desk`]); gives pieces of cards. Example: a speaker who is named “Pushilin”
//! gets the full name and the role that the article gave him.
//!
//! Invariant: pieces quote the article or a pack, and add no words of their own.

use super::{Excerpt, Source, Speaker};
use crate::{
    Article, Attribution, Body, Knowledge, Notes, QuoteKind, Span,
    pack::{PackRecord, SourceRecord},
};

/// More of somebody's words than these no card repeats; the list of notes has them all.
const MOST_EXCERPTS: usize = 8;

/// What lies before whoever writes a card.
pub(super) struct Desk<'a> {
    pub(super) article: &'a Article,
    pub(super) notes: &'a Notes,
    pub(super) knowledge: &'a Knowledge,
}

impl Desk<'_> {
    /// The words of a span, white space made single and invisible characters left out.
    pub(super) fn words(&self, span: Span) -> String {
        let words: Vec<&str> = span.of(self.article.text()).split_whitespace().collect();
        words.join(" ").replace(['\u{ad}', '\u{200b}'], "")
    }

    /// The words of several spans, with an ellipsis for what stands between.
    pub(super) fn joined(&self, spans: &[Span]) -> String {
        let parts: Vec<String> = spans.iter().map(|span| self.words(*span)).collect();
        parts.join(" … ")
    }

    /// Who says the words of an attribution.
    pub(super) fn speaker(&self, attribution: &Attribution) -> Option<Speaker> {
        let entity = attribution.speaker.and_then(|index| Some((index, self.notes.entities.get(index)?)));
        let name = entity.map(|(_, entity)| entity.name.clone());
        let source = attribution.source.map(|span| self.words(span));
        let role = entity.and_then(|(_, entity)| entity.role).map(|role| self.words(role));
        let annotation = entity.and_then(|(index, _)| self.annotations_of(index).first().copied());
        Some(Speaker { name: name.or(source)?, role, annotation })
    }

    /// The annotations that name an entity, in the order of the text.
    pub(super) fn annotations_of(&self, entity: usize) -> Vec<usize> {
        let names = |body: &Body| matches!(body, Body::Mention(m) if self.notes.mentions.get(*m).is_some_and(|m| m.entity == entity));
        let all = self.notes.annotations.iter().enumerate();
        all.filter(|(_, annotation)| names(&annotation.body)).map(|(index, _)| index).collect()
    }

    /// What an entity says in the article, but for one attribution: of much that which stands around the byte `near`.
    pub(super) fn said_by(&self, entity: usize, but: Option<usize>, near: usize) -> Vec<Excerpt> {
        let all = self.notes.attributions.iter().enumerate();
        let own = all.filter(|(i, a)| a.speaker == Some(entity) && a.kind != QuoteKind::Scare && Some(*i) != but);
        let own: Vec<(usize, &Attribution)> = own.collect();
        let before = own.iter().filter(|(_, a)| a.content.first().is_some_and(|words| words.start < near)).count();
        let first = before.saturating_sub(MOST_EXCERPTS / 2).min(own.len().saturating_sub(MOST_EXCERPTS));
        let excerpt = |(index, a): (usize, &Attribution)| Excerpt {
            text: self.joined(&a.content),
            annotation: self.annotation_of(Body::Attribution(index)),
        };
        own.into_iter().skip(first).take(MOST_EXCERPTS).map(excerpt).collect()
    }

    fn annotation_of(&self, body: Body) -> Option<usize> {
        self.notes.annotations.iter().position(|annotation| annotation.body == body)
    }
}

/// The numbered sources of one card.
#[derive(Default)]
pub(super) struct Sources {
    pub(super) list: Vec<Source>,
}

impl Sources {
    /// The number of a source, from 0; one that was named before keeps its number.
    pub(super) fn number(&mut self, record: &SourceRecord) -> usize {
        self.add(Source {
            title: record.title.to_owned(),
            publisher: record.publisher.map(str::to_owned),
            url: record.url.map(str::to_owned),
            date: record.date.map(str::to_owned),
        })
    }

    /// The number of a pack that is itself the source of what it says.
    pub(super) fn pack(&mut self, pack: &PackRecord) -> usize {
        let date = Some(pack.version).filter(|version| !version.is_empty()).map(str::to_owned);
        self.add(Source { title: pack.title.to_owned(), publisher: None, url: None, date })
    }

    fn add(&mut self, source: Source) -> usize {
        self.list.iter().position(|known| *known == source).unwrap_or_else(|| {
            self.list.push(source);
            self.list.len() - 1
        })
    }

    /// The numbers of several sources.
    pub(super) fn numbers(&mut self, records: &[SourceRecord]) -> Vec<usize> {
        records.iter().map(|record| self.number(record)).collect()
    }
}
