//! What an article says somebody or something is: the role before a name, the apposition behind it.
//!
//! Takes the cast with all its names, whoever found them; gives entities their [`role`](Entity::role), by the first of their places that
//! tells one. Example: “Marta Oduya, 34, an architect from Lund, said” gives “architect from Lund”, and “Brightwater, a water utility in
//! Leeds,” its line, too. Of places and bodies that a pack knows the pack tells more.
//!
//! Invariant: a role crosses no name. Where a clause, a list or a time may begin behind the comma, nothing is said.

use super::{
    Cast,
    capitals::is_capitalised_word,
    role::in_list,
    role_phrase,
    role_words::{is_role, is_title},
};
use crate::cut::has;
use crate::word_list::WordList;
use crate::{
    Entity, Mention, MentionSense, NameType, Span,
    segment::{Text, TokenKind},
};
use std::ops::Range;

/// Tells what they are of whom no role is known yet.
pub(super) fn tell(text: &Text, cast: &mut Cast) {
    for at in 0..cast.mentions.len() {
        let mention = &cast.mentions[at];
        let (entity, role) = (mention.entity, told_at(text, cast, mention));
        if let (Some(entity), Some(role)) = (cast.entities.get_mut(entity), role) {
            entity.role = Some(role);
        }
    }
}

/// What is told of an entity where it is mentioned.
fn told_at(text: &Text, cast: &Cast, mention: &Mention) -> Option<Span> {
    let entity = cast.entities.get(mention.entity).filter(|entity| entity.role.is_none())?;
    if mention.sense == MentionSense::Demonym {
        return None;
    }
    let name = text.tokens_in(mention.span);
    let is_person = entity.name_type == NameType::Per;
    let before = || before(text, cast, &name).or_else(|| before_comma(text, cast, &name));
    let tokens = is_person.then(before).flatten().or_else(|| {
        let phrase = behind(text, &name)?;
        phrase.tells(text, cast, entity).then_some(phrase.tokens)
    });
    let role = text.span(tokens?);
    Some(cast.mentions[cast.overlapping(role)].iter().fold(role, |whole, inner| whole.cover(inner.span)))
}

/// “Brightwater chief executive Marta Oduya”; before a family name alone a title, or a role without “the” or “a”.
fn before(text: &Text, cast: &Cast, name: &Range<usize>) -> Option<Range<usize>> {
    let noun = name.start.checked_sub(1).filter(|&noun| noun >= first_of(text, name) && is_role_noun(text, noun))?;
    let start = role_phrase::start(text, cast, noun);
    let is_bare = || start.checked_sub(1).is_none_or(|before| !DETERMINERS.contains_any_case(text.word(before)));
    (name.len() > 1 || is_title(text.word(noun)) || is_bare()).then_some(start..name.start)
}

/// “North Korea’s ambassador to Moscow, Sin Hong-chol”: the role must be one person's.
fn before_comma(text: &Text, cast: &Cast, name: &Range<usize>) -> Option<Range<usize>> {
    let comma = name.start.checked_sub(1).filter(|&comma| text.is(comma, ","))?;
    if name.len() < 2 || in_list(text, name) {
        return None;
    }
    let near = first_of(text, name).max(comma.saturating_sub(role_phrase::REACH))..comma;
    let nouns = near.filter(|&noun| is_role_noun(text, noun) && role_phrase::end(text, cast, noun) == comma);
    let mut starts = nouns.map(|noun| role_phrase::start(text, cast, noun));
    starts.find(|&start| role_phrase::is_definite(text, start)).map(|start| start..comma)
}

/// A noun phrase between commas behind a name: of “Oduya, 34, an architect from Lund who” the words “architect from Lund”.
struct Phrase<'t> {
    name: Range<usize>,
    /// The word that opens it, where it is “the”, “a” or a possessor.
    article: &'t str,
    tokens: Range<usize>,
    /// Where its first preposition stands: its noun is the word before.
    core: usize,
}

/// The phrase behind a name, where what ends it is a comma, a stop or a relative clause.
fn behind<'t>(text: &Text<'t>, name: &Range<usize>) -> Option<Phrase<'t>> {
    const LONGEST: usize = 14;
    let comma = past_insertions(text, name.end)?;
    let article = Some(text.word(comma + 1)).filter(|word| DETERMINERS.contains(word)).unwrap_or("");
    let start = comma + 1 + usize::from(!article.is_empty());
    let limit = text.sentences.get(text.sentence_of(name.start))?.tokens.end;
    let goes_on = |token: &usize| text.is_kind(*token, TokenKind::Number) || role_phrase::is_noun_like(text, *token);
    let tokens = start..(start..limit.min(start + LONGEST)).find(|token| !goes_on(token)).unwrap_or(start);
    let ended = tokens.end == limit || ENDS.contains(text.word(tokens.end));
    let core = tokens.clone().find(|&token| PREPOSITIONS.contains(text.word(token))).unwrap_or(tokens.end);
    (ended && core > start).then(|| Phrase { name: name.clone(), article, tokens, core })
}

/// The comma behind a name, its letters in brackets and an age: “Inkwell Board of Trade (IBT),”, “Oduya, 34,”.
fn past_insertions(text: &Text, end: usize) -> Option<usize> {
    let bracket = text.is(end, "(") && text.is(end + 2, ")");
    let comma = end + if bracket { 3 } else { 0 };
    let is_age = text.is_kind(comma + 1, TokenKind::Number);
    let past = if is_age && text.is(comma + 2, ",") { comma + 2 } else { comma };
    text.is(comma, ",").then_some(past)
}

impl Phrase<'_> {
    /// Whether it says what a name is. Of a person: “the mayor of Lyon”, “head of the harbour police”, and “a lifelong fan of the club”
    /// without a word of our lists. Of what no pack knows: “a water utility in Leeds” (a body may be an operator or a publisher, a place
    /// nobody), “the largest chipmaker in Wales” where the name opens the sentence as its subject.
    fn tells(&self, text: &Text, cast: &Cast, entity: &Entity) -> bool {
        let (noun, opens) = (self.core - 1, self.name.start == first_of(text, &self.name));
        let is_role = is_role_noun(text, noun);
        let is_open = matches!(entity, Entity { known: None, country: None, .. });
        match (entity.name_type, self.article) {
            (NameType::Per, "a" | "an") => is_role || self.is_apposition(text, cast),
            (NameType::Per, "") => {
                is_role && self.core < self.tokens.end && role_phrase::start(text, cast, noun) == self.tokens.start
            }
            (NameType::Per, _) => is_role,
            (kind, "a" | "an") => is_open && (kind == NameType::Org || !is_role) && self.is_apposition(text, cast),
            (_, "the") => is_open && opens && !is_role && self.is_apposition(text, cast),
            _ => false,
        }
    }

    /// Whether the words are no clause, no time, and no member of a list: “a storm closed the port”, “a sign reads”, “a week later”,
    /// “a dog, and two cats”.
    fn is_apposition(&self, text: &Text, cast: &Cast) -> bool {
        let is_person =
            |mention: &Mention| cast.entities.get(mention.entity).is_some_and(|e| e.name_type == NameType::Per);
        let is_past = |word: &str| word.ends_with("ed") && !has(word, b'-') || PASTS.contains(word);
        let is_no_noun = |word: &str| OTHERS.contains(word) || DETERMINERS.contains(word);
        let words = |tokens: Range<usize>| tokens.map(|token| text.word(token));
        let (noun, last) = (text.word(self.core - 1), text.word(self.tokens.end - 1));
        let one = !noun.ends_with('s') || noun.ends_with("ss");
        one && last != "and"
            && !words(self.tokens.start..self.core).any(is_no_noun)
            && !words(self.tokens.start + 1..self.tokens.end).any(is_past)
            && !cast.within(text.span(self.tokens.start..self.core)).iter().any(is_person)
            && !self.goes_on(text)
    }

    /// Whether more of its kind follows, or one word between commas is the subject of what a first clause goes before: “When she met
    /// Oduya, a …”, “In Harrowgate, a …”.
    fn goes_on(&self, text: &Text) -> bool {
        let (next, first) = (self.tokens.end + 1, first_of(text, &self.name));
        let listed = text.is(next, "and or") && !is_capitalised_word(text, next + 1);
        let fronted = FRONTS.contains_any_case(text.word(first));
        MEMBERS.contains(text.word(next)) || self.core == self.tokens.end && (listed || fronted)
    }
}

fn is_role_noun(text: &Text, token: usize) -> bool {
    text.is_kind(token, TokenKind::Word) && is_role(text.word(token))
}

/// The first token of a name's sentence.
fn first_of(text: &Text, name: &Range<usize>) -> usize {
    text.sentences.get(text.sentence_of(name.start)).map_or(name.start, |sentence| sentence.tokens.start)
}

static DETERMINERS: WordList = WordList::new("the a an its his her their my our your");

/// What a phrase ends with; the last four begin its relative clause.
static ENDS: WordList = WordList::new(", . ) ; who which that whose");

/// What goes between a noun and its supplements.
static PREPOSITIONS: WordList =
    WordList::new("of to for in at on from with by near behind about against between based");

/// What begins a sentence's first clause.
static FRONTS: WordList =
    WordList::new("when after as before while since if once although though because until in at near by");

/// What begins the next member of a list.
static MEMBERS: WordList = WordList::new("a an two three four five six several some");

/// “a week later”, “a year ago”; what several are together.
static OTHERS: WordList = WordList::new("later ago earlier before after afterwards couple pair duo trio");

/// Past forms without their ending: “a bomb went off”.
static PASTS: WordList = WordList::new(
    "became began broke came fell gave held hit kept knew led left lost made met ran rose said sat saw shook spoke stood \
     struck swept thought told took went won wrote",
);
