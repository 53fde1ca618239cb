//! Names that the tagger finds, joined with those that packs and rules found.
//!
//! Takes the cast so far; adds the tagger's names where nothing stands yet, or where they hold what stands there within a longer name.
//! Example: of “Paris Hilton” a pack knows the city, and the tagger's person takes its place; “Kestrel” is “Kestrel Semiconductor”,
//! whatever it was taken for by itself.
//!
//! Invariant: what a pack knows by the very same words stays what the pack says.

use super::{ByWords, Cast, note};
use crate::{Entity, Knowledge, Mention, MentionSense, NameType, Rule, Span, segment::Text, tagger::Tagged};

/// How sure a longer name must be to take the place of one that a pack knows.
const SURE: f64 = 0.6;

/// Adds what the tagger finds, the longer names first, those in capitals last; gives whether there is one.
pub(super) fn find(text: &Text, knowledge: &Knowledge, cast: &mut Cast) -> bool {
    let Some(tagger) = knowledge.tagger() else { return false };
    let mut names = tagger.tag(text, cast);
    names.iter_mut().for_each(|name| leave_day(text, name));
    crate::order::sort_by(&mut names, |name| {
        let shouted = is_shouted(text.span(name.tokens.clone()).of(text.article.text()));
        (usize::from(shouted) * 2 + usize::from(name.tokens.len() == 1), name.tokens.start)
    });
    let mut unknown = Unknown::new(text, cast);
    names.iter().for_each(|name| add(text, cast, &mut unknown, name));
    !names.is_empty()
}

/// `Harrowgate Holdings Wednesday signed`: a day behind a name is no part of it; “Sheffield Wednesday” is a name.
fn leave_day(text: &Text, name: &mut Tagged) {
    let last = name.tokens.end.saturating_sub(1);
    if name.tokens.len() > 2 && WEEKDAYS.contains(&text.word(last)) {
        name.tokens.end = last;
    }
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn is_shouted(words: &str) -> bool {
    !words.chars().any(char::is_lowercase)
}

fn add<'t>(text: &Text<'t>, cast: &mut Cast, unknown: &mut Unknown<'t>, name: &Tagged) {
    let span = text.span(name.tokens.clone());
    if !may_stand(cast, span, name) {
        return;
    }
    let words = span.of(text.article.text());
    let found = unknown.long_form(words).or_else(|| unknown.named(cast, words, name.name_type));
    let entity = found.unwrap_or_else(|| match is_shouted(words) {
        true => cast.unknown_named(words, name.name_type), // “MARTA ODUYA” above “Marta Oduya”
        false => cast.add_unknown(words, name.name_type),
    });
    unknown.note(cast, words, entity);
    cast.add(Mention { span, entity, sense: MentionSense::Itself, rule: Rule::Wording, or_else: Vec::new() });
}

/// Whether nothing stands there, or something that a longer and other name holds: of “Paris Hilton” the city, but not of “Paris
/// France” city and country.
fn may_stand(cast: &Cast, span: Span, name: &Tagged) -> bool {
    let covered = &cast.mentions[cast.overlapping(span)];
    let is_type =
        |old: &Mention| cast.entities.get(old.entity).is_some_and(|entity| entity.name_type == name.name_type);
    let is_held = |old: &Mention| span.contains(old.span) && span != old.span;
    let list = covered.len() > 1 && covered.iter().all(is_type);
    covered.is_empty() || name.certainty >= SURE && !list && covered.iter().all(is_held)
}

/// The article's names that no pack knows, by their words: nobody looks through all of them for each name.
#[derive(Default)]
struct Unknown<'t> {
    whole: ByWords<'t>,
    /// By the words that begin or end a longer name.
    parts: ByWords<'t>,
}

impl<'t> Unknown<'t> {
    fn new(text: &Text<'t>, cast: &Cast) -> Self {
        let mut unknown = Self::default();
        cast.mentions.iter().for_each(|m| unknown.note(cast, m.span.of(text.article.text()), m.entity));
        unknown
    }

    /// Notes the entity that bears this name. Names of places lend themselves to others (“Lund University”), and stand for themselves.
    fn note(&mut self, cast: &Cast, name: &'t str, entity: usize) {
        let Some(bearer) = cast.entities.get(entity).filter(|bearer| bearer.known.is_none()) else { return };
        const TYPES: usize = 4;
        const WORDS: usize = 4;
        note(&mut self.whole, name, entity, TYPES);
        let lends = bearer.name_type == NameType::Loc;
        let blanks = name.bytes().enumerate().filter(|&(_, byte)| byte == b' ' && !lends).take(WORDS);
        for part in blanks.flat_map(|(blank, _)| [name.get(..blank), name.get(blank + 1..)]).flatten() {
            note(&mut self.parts, part, entity, 2);
        }
    }

    /// The one longer name of the article that these words begin, or end: “Kestrel” of “Kestrel Semiconductor”, “Delphine” of
    /// “Hurricane Delphine”.
    fn long_form(&self, words: &str) -> Option<usize> {
        let [one] = self.parts.get(words)?.as_slice() else { return None };
        Some(*one)
    }

    /// The entity of this name and type.
    fn named(&self, cast: &Cast, words: &str, name_type: NameType) -> Option<usize> {
        let is_type = |entity: &usize| cast.entities.get(*entity).is_some_and(|entity| entity.name_type == name_type);
        self.whole.get(words)?.iter().copied().find(is_type)
    }
}

/// For each entity whether more is known of it than its name: a pack, a role, a country or a rule tells it.
pub(super) fn told(cast: &Cast) -> Vec<bool> {
    let is_told = |entity: &Entity| !matches!(entity, Entity { known: None, role: None, country: None, .. });
    let mut told: Vec<bool> = cast.entities.iter().map(is_told).collect();
    for mention in cast.mentions.iter().filter(|mention| !matches!(mention.rule, Rule::Wording | Rule::ShortForm)) {
        if let Some(told) = told.get_mut(mention.entity) {
            *told = true;
        }
    }
    told
}
