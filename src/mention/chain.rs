//! Bodies named by whose they are: “Ukraine’s foreign ministry”, “the Foreign Ministry in Kyiv”.
//!
//! Takes the cast so far; puts one mention of an organisation in place of its owner's. Example: “the British and French foreign
//! ministries” are two bodies, each with its country; a pack's record is taken where one bears that name (“Foreign Ministry of
//! Russia”).
//!
//! Invariant: every body has an owner in the text, a country or the seat of one; “the foreign ministry” alone follows the only one
//! that was named before it.

use super::{Cast, capitals::is_capitalised_word};
use crate::{
    Entity, EntityRef, Knowledge, Mention, MentionSense, NameType, Rule, Span,
    cut::{head, tail},
    segment::{Text, TokenKind},
    word_list::{WordList, is_among, lower_case},
};
use std::ops::Range;

/// Finds the bodies of countries.
pub(super) fn find(text: &Text, knowledge: &Knowledge, cast: &mut Cast) {
    let mut bodies = Bodies { text, knowledge, known: Vec::new() };
    for at in 0..text.tokens.len() {
        body_at(text, at).into_iter().for_each(|body| bodies.add(cast, &body));
    }
}

/// Words for a body, without its owner.
struct Body {
    tokens: Range<usize>,
    /// In small letters, in one spelling, as one of several: “foreign ministry” for “Ministries of Foreign Affairs”.
    key: String,
}

/// The body whose name has its head at a token: “foreign ministry”, “central bank”, “Ministry of Trade and Industry”.
fn body_at(text: &Text, at: usize) -> Option<Body> {
    let word = text.word(at);
    let tokens = if HEADS.contains(&word) {
        at.checked_sub(1).filter(|before| is_other(text.word(*before), word))?..at + 1
    } else if !is_ministry(word) {
        return None;
    } else if text.is(at + 1, "of") {
        at..end_of_field(text, at + 2)?
    } else {
        start_of_field(text, at)?..at + 1
    };
    let first = text.sentences.get(text.sentence_of(at)).map_or(at, |sentence| sentence.tokens.start);
    (first <= tokens.start).then(|| Body { key: key(text, &tokens), tokens })
}

/// “central bank”, “supreme courts”.
fn is_other(first: &str, head: &str) -> bool {
    let pair = lower_case(&[first, " ", head.strip_suffix('s').unwrap_or(head)].concat());
    OTHERS.split(',').any(|other| other == pair)
}

/// “Trade and Industry” before “Ministry”.
fn start_of_field(text: &Text, head: usize) -> Option<usize> {
    let mut start = head;
    while let Some(before) = start.checked_sub(1) {
        let joins = text.is(before, "and") && start < head && before > 0 && is_field(text.word(before - 1));
        if !joins && !is_field(text.word(before)) {
            break;
        }
        start = before;
    }
    (start < head).then_some(start)
}

fn is_ministry(word: &str) -> bool {
    matches!(word, "ministry" | "Ministry" | "ministries" | "Ministries")
}

fn is_field(word: &str) -> bool {
    FIELDS.contains_any_case(word)
}

/// Behind “Ministry of”: “Foreign Affairs”, “Trade and Industry”.
fn end_of_field(text: &Text, start: usize) -> Option<usize> {
    let is_field = |token: usize| is_capitalised_word(text, token) && is_field(text.word(token));
    let mut end = start;
    while is_field(end) || end > start && text.is(end, "and") && is_field(end + 1) {
        end += 1;
    }
    (end > start).then_some(end)
}

/// `defense` -> `defence`, `labor's` -> `labour's`.
fn british(word: String) -> String {
    let spellings = [("defense", "defence"), ("labor", "labour")];
    let begun = spellings.iter().find_map(|(here, there)| Some([there, word.strip_prefix(here)?].concat()));
    begun.unwrap_or(word)
}

/// One key for all spellings.
fn key(text: &Text, tokens: &Range<usize>) -> String {
    let words = tokens.clone().map(|token| lower_case(text.word(token)));
    let mut fields: Vec<String> = Vec::new();
    for word in words.filter(|word| !is_among(word.as_str(), "of affairs ministry ministries")) {
        fields.push(british(word));
    }
    let is_ministry = fields.len() < tokens.len();
    let key = fields.join(" ");
    if is_ministry { key + " ministry" } else { key.trim_end_matches('s').to_owned() }
}

/// Whose a body is.
struct Owner {
    country: EntityRef,
    /// The words that name it.
    span: Span,
}

struct Bodies<'t> {
    text: &'t Text<'t>,
    knowledge: &'t Knowledge,
    known: Vec<(EntityRef, String, usize)>,
}

impl Bodies<'_> {
    fn add(&mut self, cast: &mut Cast, body: &Body) {
        let before = self.owners_before(cast, body.tokens.start);
        let (owners, after) = match before.is_empty() {
            true => (self.owner_after(cast, body.tokens.end).into_iter().collect(), true),
            false => (before, false),
        };
        let span = self.text.span(body.tokens.clone());
        for (number, owner) in owners.iter().enumerate() {
            let whole = if number == 0 { span.cover(owner.span) } else { owner.span };
            let entity = self.entity(cast, body, owner, after);
            cast.put(mention(whole, entity, Rule::Chain));
        }
        let article = body.tokens.start.checked_sub(1).map_or("", |before| self.text.word(before));
        if owners.is_empty() && is_among(article, "the The") && cast.within(span).is_empty() {
            let only_one = self.only_one(cast, &body.key);
            only_one.into_iter().for_each(|entity| cast.add(mention(span, entity, Rule::ShortForm)));
        }
    }

    /// “Ukraine’s”, “British and French”, the nearest first.
    fn owners_before(&self, cast: &Cast, body: usize) -> Vec<Owner> {
        let mut owners = Vec::new();
        let mut end = body;
        while let Some(last) = end.checked_sub(1) {
            let possessive = self.text.is_kind(last, TokenKind::Possessive);
            let named = if possessive { last.checked_sub(1) } else { Some(last) };
            let mention = named.and_then(|named| cast.at(self.text.start(named)));
            let Some(owner) = mention.and_then(|mention| self.owner(cast, mention)) else { break };
            end = self.text.tokens_in(owner.span).start;
            owners.push(owner);
            match end.checked_sub(1).map(|joint| self.text.word(joint)) {
                Some("and" | ",") => end -= 1,
                _ => break,
            }
        }
        owners
    }

    /// “of Ukraine”, “in Kyiv”.
    fn owner_after(&self, cast: &Cast, end: usize) -> Option<Owner> {
        let joint = self.text.word(end);
        let name = end + 1 + usize::from(self.text.is(end + 1, "the"));
        let mention = cast.at(self.text.tokens.get(name)?.span.start).filter(|m| m.sense != MentionSense::Demonym)?;
        let is_seat = self.record_is(cast, mention, |record| record.seat_of.is_some());
        matches!((joint, is_seat), ("of", false) | ("in", true)).then(|| self.owner(cast, mention))?
    }

    /// The country that a mention names, or whose government sits there.
    fn owner(&self, cast: &Cast, mention: &Mention) -> Option<Owner> {
        let known = cast.entities.get(mention.entity)?.known?;
        let record = self.knowledge.entity(known)?;
        let country = match record.seat_of {
            Some(country) => self.knowledge.find(country)?,
            None if OWNERS.contains(record.class) => known,
            None => return None,
        };
        Some(Owner { country, span: mention.span })
    }

    fn record_is(&self, cast: &Cast, mention: &Mention, test: fn(&crate::pack::EntityRecord) -> bool) -> bool {
        let known = cast.entities.get(mention.entity).and_then(|entity| entity.known);
        known.and_then(|known| self.knowledge.entity(known)).is_some_and(|record| test(&record))
    }

    /// The entity of a body and its country, made if it is new.
    fn entity(&mut self, cast: &mut Cast, body: &Body, owner: &Owner, after: bool) -> usize {
        let is_same = |(country, key, _): &&(EntityRef, String, usize)| *country == owner.country && *key == body.key;
        if let Some((.., entity)) = self.known.iter().find(is_same) {
            return *entity;
        }
        let known = self.record(body, owner);
        let name = known.and_then(|known| self.knowledge.entity(known)).map(|record| record.name.to_owned());
        let name = name.unwrap_or_else(|| self.name(body, owner, after));
        let place = cast.entities.iter().position(|entity| known.is_some() && entity.known == known);
        let entity = place.unwrap_or(cast.entities.len());
        if place.is_none() {
            let country = Some(owner.country).filter(|_| known.is_none());
            cast.entities.push(Entity { name, name_type: NameType::Org, known, role: None, country });
        }
        self.known.push((owner.country, body.key.clone(), entity));
        entity
    }

    /// The record of a pack that has it as “Foreign Ministry of Russia”.
    fn record(&self, body: &Body, owner: &Owner) -> Option<EntityRef> {
        let country = self.knowledge.entity(owner.country)?;
        let words: Vec<String> = body.key.split(' ').map(capitalised).collect();
        let name = words.iter().map(String::as_str).chain(["of"]).chain(country.name.split(' '));
        let name: Vec<&str> = name.collect();
        let hit = self.knowledge.longest(&name, self.text.article.language()).filter(|hit| hit.words == name.len())?;
        hit.names.first().map(|name| name.entity)
    }

    /// The article's own words, as one of several.
    fn name(&self, body: &Body, owner: &Owner, after: bool) -> String {
        let words = |span: Span| span.of(self.text.article.text());
        let span = self.text.span(body.tokens.clone());
        let whole = span.cover(owner.span);
        let between = if after || owner.span.end > span.start {
            ""
        } else {
            head(tail(words(whole), owner.span.len()), whole.len() - span.len() - owner.span.len())
        };
        let own = words(span).strip_suffix("ies").map_or_else(|| words(span).to_owned(), |stem| [stem, "y"].concat());
        match between.len() {
            0 => words(whole).to_owned(),
            1..=5 => [words(owner.span), between, &own].concat(),
            _ => [words(owner.span), " ", &own].concat(),
        }
    }

    /// The only body of this kind that the article has named so far.
    fn only_one(&self, cast: &Cast, key: &str) -> Option<usize> {
        let mut same = self.known.iter().filter(|(_, other, _)| other == key);
        let (only, others) = (same.next()?, same.next());
        let is_other = |entity: &Entity| {
            entity.name_type == NameType::Org && entity.known.is_some() && lower_case(&entity.name).ends_with(key)
        };
        let known = cast.entities.iter().enumerate().any(|(index, entity)| index != only.2 && is_other(entity));
        (others.is_none() && !known).then_some(only.2)
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

fn mention(span: Span, entity: usize, rule: Rule) -> Mention {
    Mention { span, entity, sense: MentionSense::Itself, rule, or_else: Vec::new() }
}

/// Classes of what has ministries.
static OWNERS: WordList = WordList::new("country territory disputedTerritory formerCountry");

/// What a ministry is for.
static FIELDS: WordList = WordList::new(
    "foreign affairs defence defense interior internal finance health energy economy economic education justice trade \
     industry transport agriculture culture labour labor environment tourism information intelligence security \
     development infrastructure science technology food fisheries housing planning commerce emergency emergencies \
     social sports youth oil petroleum water external home digital communications unification",
);

/// Other bodies that each country has one of, and their last words.
static OTHERS: &str = "central bank,supreme court,constitutional court,air force,national guard,coast guard,general staff,\
    security service,election commission,electoral commission";
static HEADS: [&str; 18] = [
    "bank",
    "banks",
    "Bank",
    "court",
    "courts",
    "Court",
    "force",
    "forces",
    "Force",
    "guard",
    "Guard",
    "staff",
    "Staff",
    "service",
    "services",
    "Service",
    "commission",
    "Commission",
];
