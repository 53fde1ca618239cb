//! People whom a role introduces and no pack holds.
//!
//! Takes the cast so far; adds persons by three patterns: role before the name (“DPR envoy Olga Makeyeva”), role before a
//! comma (“North Korea’s ambassador to Moscow, Sin Hong-chol”), role after it (“Jane Doe, the mayor of Lyon,”); and names
//! after a form of address (“Mr Smith”). Example: each gives an entity with [`Entity::role`](crate::Entity::role).
//!
//! Invariant: a role never covers the name that it introduces.

use super::{
    Cast,
    capitals::{is_all_capitals, is_capitalised, is_capitalised_word, is_function_word, name_run},
    role_words::{is_address, is_modifier, is_role},
    short_form::{is_firm_word, is_suffix},
};
use crate::word_list::WordList;
use crate::{
    Mention, MentionSense, NameType, Rule,
    segment::{Text, TokenKind},
};
use std::ops::Range;

/// How far a role may reach beyond its noun: “ambassador to the United Nations in Geneva”.
const REACH: usize = 8;

/// Adds the persons that roles and forms of address introduce.
pub(super) fn find(text: &Text, cast: &mut Cast) {
    let mut people = Vec::new();
    for token in 0..text.tokens.len() {
        if text.tokens[token].kind != TokenKind::Word {
            continue;
        }
        let word = text.word(token);
        let introduced = if is_role(word) {
            before_name(text, cast, token)
                .or_else(|| before_comma(text, cast, token))
                .or_else(|| after_name(text, cast, token))
        } else if is_address(word) {
            after_address(text, token)
        } else {
            None
        };
        people.extend(introduced);
    }
    for person in people {
        person.join(text, cast);
    }
}

/// Somebody introduced: the tokens of the name, and of the role where it is more than a form of address.
struct Introduced {
    name: Range<usize>,
    role: Option<Range<usize>>,
}

impl Introduced {
    /// Adds the person to the cast, or the role to the person whom a pack knows.
    fn join(self, text: &Text, cast: &mut Cast) {
        let span = text.span(self.name);
        let known = cast.at(span.start).filter(|mention| mention.span == span).map(|mention| mention.entity);
        let entity = known.unwrap_or_else(|| cast.entity_named(span.of(text.article.text()), NameType::Per));
        if cast.entities[entity].name_type != NameType::Per {
            return;
        }
        let role = self.role.map(|tokens| text.span(tokens)).filter(|role| !role.is_empty() && !role.overlaps(span));
        let of_entity = &mut cast.entities[entity].role;
        *of_entity = of_entity.or(role);
        if known.is_none() {
            cast.add(Mention { span, entity, sense: MentionSense::Itself, rule: Rule::Role, or_else: Vec::new() });
        }
    }
}

/// “DPR envoy Olga Makeyeva”, “President Jane Doe”.
fn before_name(text: &Text, cast: &Cast, role: usize) -> Option<Introduced> {
    let name = person_run(text, cast, role + 1)?;
    let full = name.len() > 1 || TITLES.contains(text.word(role));
    full.then(|| Introduced { name, role: Some(role_start(text, cast, role)..role + 1) })
}

/// “North Korea’s ambassador to Moscow, Sin Hong-chol”: the role must be one person's.
fn before_comma(text: &Text, cast: &Cast, role: usize) -> Option<Introduced> {
    let start = role_start(text, cast, role);
    if !is_definite(text, start) {
        return None;
    }
    let comma = role_end(text, cast, role);
    let name = (text.word(comma) == ",").then(|| person_run(text, cast, comma + 1)).flatten()?;
    (name.len() > 1 && !in_list(text, &name)).then_some(Introduced { name, role: Some(start..comma) })
}

/// “Jane Doe, the mayor of Lyon,” and “Jane Doe, mayor of Lyon,”.
fn after_name(text: &Text, cast: &Cast, role: usize) -> Option<Introduced> {
    let start = role_start(text, cast, role);
    let article = matches!(text.word(start.checked_sub(1)?), "the" | "a" | "an" | "its" | "his" | "her" | "their");
    let comma = start.checked_sub(1 + usize::from(article))?;
    if text.word(comma) != "," {
        return None;
    }
    let end = role_end(text, cast, role);
    if !matches!(text.word(end), "," | "." | ")" | "") || end == role + 1 && !article {
        return None;
    }
    let name = run_ending_at(text, cast, comma)?;
    Some(Introduced { name, role: Some(start..end) })
}

fn after_address(text: &Text, address: usize) -> Option<Introduced> {
    let spelt = is_capitalised(text.word(address));
    let name = name_run(text, address + 1);
    let office = OFFICES.contains(text.word(address + 1));
    (spelt && !office && !name.is_empty() && reads_as_person(text, &name)).then_some(Introduced { name, role: None })
}

/// “Mr President”: whoever holds the office.
static OFFICES: WordList = WordList::new(
    "President Vice Speaker Chairman Chairwoman Chair Chief Justice Secretary Minister Prime Ambassador Mayor Attorney",
);

/// A capitalised run that can be a person: no place, body or people that a pack knows by the whole run.
fn person_run(text: &Text, cast: &Cast, start: usize) -> Option<Range<usize>> {
    let run = name_run(text, start);
    if run.is_empty()
        || is_role(text.word(run.start))
        || !reads_as_person(text, &run)
        || run.clone().all(|token| is_all_capitals(text.word(token)))
    {
        return None;
    }
    let span = text.span(run.clone());
    let other = cast.within(span).iter().any(|mention| {
        let whole =
            mention.span == span || mention.span.start == span.start && run.len() > 1 && is_no_name(text, mention);
        whole && cast.entities[mention.entity].name_type != NameType::Per
    });
    let clash = cast.at(span.start).is_some_and(|mention| !span.contains(mention.span));
    (!other && !clash).then_some(run)
}

/// “Texas Senator Ted Cruz” and “Sen. Ted Cruz” are more than a name, the “Motors” behind “General” is none.
fn reads_as_person(text: &Text, run: &Range<usize>) -> bool {
    let titled = |token: usize| is_role(text.word(token)) || is_address(text.word(token));
    let (first, last) = (run.start, run.end - 1);
    let thing = |token: usize| THINGS.contains(text.word(token)) || is_firm_word(text.word(token));
    let body = BODIES.contains(text.word(last)) || run.clone().any(thing);
    !(first..last).any(titled) && !is_suffix(text.word(first)) && !body
}

/// Last words of bodies and places that begin as a person with a title does: “General Electric”, “Queen Mary University”.
static BODIES: WordList = WordList::new(
    "Motors Electric Dynamics University Hospital College School Party Committee Council Assembly Court Group Company \
     Corp Corporation Inc GOP Award Awards Cup League Institute Foundation Association Union Airport Station Avenue \
     Road Things Hotel Theatre Theater Cathedral Museum Library Stadium Arena Election Elections Campaign Act",
);

/// Words in no person's name: “Major League Baseball”, “Student Affairs”, “King County”, “official Penn State”.
static THINGS: WordList = WordList::new(
    "League Affairs Government County State City Meeting Website Broadcast Broadcasting Team Game Games Draft Participants \
     Space Lines Airlines Airways Foods Bridge River Street Council Committee Department Ministry Services Systems Office \
     Championship Championships Cup Trophy Open Party Review Report Act Agreement Conference Festival Show Channel \
     Network Records Music Band Orchestra Bank Group Holdings Centre Center House Square Gardens Palace",
);

/// Titles that go before a family name alone.
static TITLES: WordList = WordList::new(
    "President King Queen Prince Princess Pope Senator Governor Judge Justice General Colonel Captain Major Lieutenant \
     Sergeant Chancellor Premier Minister Secretary Mayor Ambassador Emperor Sheikh Imam Bishop Archbishop Cardinal \
     Professor Doctor Coach Detective Inspector Superintendent Officer Commissioner Congressman Congresswoman Duke \
     Duchess Count Countess Baroness Sultan Emir Admiral Marshal Constable Rabbi Pastor Chairman Chairwoman Speaker \
     Councillor Representative Lawyer Attorney Commander Director Chief",
);

/// A people's name before a noun is no first name: “Ukrainian Railways”.
fn is_no_name(text: &Text, mention: &Mention) -> bool {
    mention.sense == MentionSense::Demonym || is_all_capitals(mention.span.of(text.article.text()))
}

/// The name of two words or more that ends before `end`.
fn run_ending_at(text: &Text, cast: &Cast, end: usize) -> Option<Range<usize>> {
    let sentence = text.sentences.get(text.sentence_of(end))?.tokens.start;
    let starts = (sentence.max(end.saturating_sub(5))..end.saturating_sub(1)).filter(|&t| is_capitalised_word(text, t));
    let mut runs = starts.filter(|&t| !is_function_word(text.word(t)) && !is_role(text.word(t)));
    runs.find_map(|start| person_run(text, cast, start).filter(|run| run.end == end && run.len() > 1))
}

/// Where a role begins: its modifiers and the name of the body or country before it.
fn role_start(text: &Text, cast: &Cast, role: usize) -> usize {
    let first = text.sentences.get(text.sentence_of(role)).map_or(role, |sentence| sentence.tokens.start);
    let mut start = role;
    while start > first {
        let before = start - 1;
        let owner =
            text.tokens[before].kind == TokenKind::Possessive && before > first && is_named(text, cast, before - 1);
        if owner || is_named(text, cast, before) {
            let named = if owner { before - 1 } else { before };
            let mention =
                cast.at(text.tokens[named].span.start).map_or(text.tokens[named].span, |mention| mention.span);
            return text.tokens_in(mention).start.min(named);
        }
        let word = text.word(before);
        let goes_on = is_modifier(word) || is_role(word) || is_all_capitals(word);
        if !goes_on || is_capitalised(word) && is_function_word(word) {
            break;
        }
        start = before;
    }
    start
}

fn is_named(text: &Text, cast: &Cast, token: usize) -> bool {
    cast.at(text.tokens[token].span.start)
        .is_some_and(|mention| cast.entities[mention.entity].name_type != NameType::Per)
}

/// Where a role ends: after “of”, “to”, “for”, “in”, “at” and what they govern, up to a comma or stop.
fn role_end(text: &Text, cast: &Cast, role: usize) -> usize {
    let limit = text.sentences.get(text.sentence_of(role)).map_or(role + 1, |sentence| sentence.tokens.end);
    if !matches!(text.word(role + 1), "of" | "to" | "for" | "in" | "at" | "on") {
        return role + 1;
    }
    let inside = |token: &usize| {
        let word = text.word(*token);
        let small = matches!(word, "of" | "to" | "for" | "in" | "at" | "on" | "the" | "and" | "&");
        small || is_named(text, cast, *token) || is_noun_like(text, *token)
    };
    (role + 1..limit.min(role + 1 + REACH)).find(|token| !inside(token)).unwrap_or(limit.min(role + 1 + REACH))
}

/// A word that may go on a noun phrase: not a sign, not a verb of the commonest kind.
fn is_noun_like(text: &Text, token: usize) -> bool {
    let kind = text.tokens[token].kind;
    matches!(kind, TokenKind::Word | TokenKind::Possessive) && !VERBS.contains(text.word(token))
}

/// “the”, a possessor or a modifier such as “former” makes a role one person's.
fn is_definite(text: &Text, start: usize) -> bool {
    let is_possessive = |token: usize| text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Possessive);
    let before = start.checked_sub(1);
    let article = before.is_some_and(|token| OWNERS.contains(text.word(token)));
    article || before.is_some_and(is_possessive) || is_possessive(start + 1) || is_capitalised(text.word(start))
}

/// “the leader of Syria, Sin Hong-chol and others”: a run that goes on as a list is no apposition.
fn in_list(text: &Text, name: &Range<usize>) -> bool {
    matches!(text.word(name.end), "and" | "or")
}

/// Words that make a role one person's.
static OWNERS: WordList = WordList::new("the The its Its his His her Her their Their");

/// Verbs that end a role's phrase.
static VERBS: WordList = WordList::new("is was has had have are were said says told will would who that");
