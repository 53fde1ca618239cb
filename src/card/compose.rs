//! What the composition of every card needs: words, speakers, numbered sources.
//!
//! Takes article, notes and knowledge together ([`Desk`]); gives pieces of cards. Example: a speaker who is named “Pushilin”
//! gets the full name and the role that the article gave him.
//!
//! Invariant: pieces quote the article or a pack, and add no words of their own.

use super::{Excerpt, Source, Speaker};
use crate::{
    Article, Attribution, Body, Knowledge, Mention, Notes, QuoteKind, Span,
    pack::{PackRecord, SourceRecord},
    resolve::is_bare,
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

    /// Who the words of a source mean: each entity with its name in full and its role, or else whom the article's words describe.
    pub(super) fn speakers(&self, source: Option<Span>, entities: &[usize]) -> Vec<Speaker> {
        let named = entities.iter().filter_map(|&index| self.named(index));
        let speakers: Vec<Speaker> = named.collect();
        if speakers.is_empty() { self.described(source).into_iter().collect() } else { speakers }
    }

    /// Who said what an attribution holds: of a chain of reporting the last.
    pub(super) fn said(&self, attribution: &Attribution) -> Vec<Speaker> {
        match attribution.chain.last() {
            Some(relay) => self.speakers(Some(relay.source), &relay.speakers),
            None => self.speakers(attribution.source, &attribution.speakers),
        }
    }

    /// Whose term an attribution is; several owners in the article's words.
    pub(super) fn owner(&self, attribution: &Attribution) -> Option<Speaker> {
        match attribution.speakers[..] {
            [one] => self.named(one),
            _ => self.described(attribution.source),
        }
    }

    fn named(&self, index: usize) -> Option<Speaker> {
        let entity = self.notes.entities.get(index)?;
        let role = entity.role.map(|role| self.words(role)).or_else(|| self.apposition(index));
        Some(Speaker { name: entity.name.clone(), role, annotation: self.annotations_of(index).first().copied() })
    }

    fn described(&self, source: Option<Span>) -> Option<Speaker> {
        let name = without_pronoun(self.words(source?));
        Some(Speaker { name, role: None, annotation: None })
    }

    /// `Jane Doe, the mayor of Inkwell`: what one of a speaker's sources adds to the name with which it begins.
    fn apposition(&self, entity: usize) -> Option<String> {
        let own = self.notes.attributions.iter().filter(|attribution| attribution.speakers == [entity]);
        own.filter_map(|attribution| attribution.source).find_map(|source| self.added(entity, source))
    }

    fn added(&self, entity: usize, source: Span) -> Option<String> {
        let opens = |mention: &&Mention| mention.entity == entity && mention.span.start == source.start;
        let name = self.notes.mentions.iter().find(opens)?.span;
        let rest = self.words(Span::new(name.end, source.end.max(name.end)));
        let added = without_pronoun(rest.strip_prefix(',')?.trim().to_owned());
        // An age alone is no role.
        Some(added.trim_end_matches(',').to_owned()).filter(|added| !added.bytes().all(|byte| byte.is_ascii_digit()))
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
        let own = all.filter(|(i, a)| a.said_by().contains(&entity) && a.kind != QuoteKind::Scare && Some(*i) != but);
        let own = own.filter(|(_, a)| !is_bare(a, self.article.text()));
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

/// `a man who` said so: the card names the man.
fn without_pronoun(source: String) -> String {
    let pronouns = [" who", " which", " that"];
    let named = pronouns.iter().find_map(|pronoun| source.strip_suffix(pronoun));
    named.map(|named| named.trim_end_matches(',').to_owned()).unwrap_or(source)
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
