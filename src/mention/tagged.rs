//! Names that the tagger finds, joined with those that packs and rules found.
//!
//! Takes the cast so far; adds the tagger's names where nothing stands yet, or where they hold what stands there within a longer name.
//! Example: of “Paris Hilton” a pack knows the city, and the tagger's person takes its place; “Kestrel” is “Kestrel Semiconductor”,
//! whatever it was taken for by itself.
//!
//! Invariant: what a pack knows by the very same words stays what the pack says.

use super::Cast;
use crate::{Entity, Knowledge, Mention, MentionSense, NameType, Rule, Span, segment::Text, tagger::Tagged};

/// How sure a longer name must be to take the place of one that a pack knows.
const SURE: f64 = 0.6;

/// Adds what the tagger finds, the longer names first, those in capitals last; gives whether there is one.
pub(super) fn find(text: &Text, knowledge: &Knowledge, cast: &mut Cast) -> bool {
    let Some(tagger) = knowledge.tagger() else { return false };
    let mut names = tagger.tag(text, cast);
    crate::order::sort_by(&mut names, |name| {
        let is_shouted = !text.span(name.tokens.clone()).of(text.article.text()).chars().any(char::is_lowercase);
        (usize::from(is_shouted) * 2 + usize::from(name.tokens.len() == 1), name.tokens.start)
    });
    names.iter().for_each(|name| add(text, cast, name));
    !names.is_empty()
}

fn add(text: &Text, cast: &mut Cast, name: &Tagged) {
    let span = text.span(name.tokens.clone());
    if !may_stand(cast, span, name) {
        return;
    }
    let words = span.of(text.article.text());
    let entity = long_form(cast, words).unwrap_or_else(|| cast.unknown_named(words, name.name_type));
    cast.add(Mention { span, entity, sense: MentionSense::Itself, rule: Rule::Wording, or_else: Vec::new() });
    for role in cast.entities.iter_mut().filter_map(|entity| entity.role.as_mut()) {
        if role.crosses(span) {
            *role = role.cover(span); // “Bay County Sheriff”, not “County Sheriff”
        }
    }
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

/// The one longer name of the article that these words begin, or end: “Kestrel” of “Kestrel Semiconductor”, “Delphine” of “Hurricane
/// Delphine”. Names of places lend themselves to others (“Lund University”), and stand for themselves.
fn long_form(cast: &Cast, words: &str) -> Option<usize> {
    let is_longer = |entity: &Entity| {
        let name = entity.name.as_str();
        let part = name.strip_prefix(words).or_else(|| name.strip_suffix(words));
        let lends = entity.name_type == NameType::Loc;
        !lends && entity.known.is_none() && part.is_some_and(|rest| rest.starts_with(' ') || rest.ends_with(' '))
    };
    let mut longer = (0..cast.entities.len()).filter(|&at| is_longer(&cast.entities[at]));
    let one = longer.next()?;
    longer.next().is_none().then_some(one)
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
