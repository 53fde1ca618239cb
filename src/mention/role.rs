//! People whom a role introduces and no pack holds.
//!
//! Takes the cast so far; adds persons by three patterns: role before the name (“DPR envoy Olga Makeyeva”), role before a
//! comma (“North Korea’s ambassador to Moscow, Sin Hong-chol”), role after it (“Jane Doe, the mayor of Lyon,”); and names
//! after a form of address (“Mr Smith”). Example: each gives an entity; its role tells [`apposition`](super::apposition), when all names
//! are found.
//!
//! Invariant: whom a pack knows by the very same words stays who he is.

use super::{
    Cast,
    capitals::{is_all_capitals, is_capitalised, is_capitalised_word, is_function_word, name_run},
    role_phrase,
    role_words::{is_address, is_role, is_title},
    short_form::{is_firm_word, is_suffix},
};
use crate::word_list::WordList;
use crate::{
    Mention, MentionSense, NameType, Rule,
    segment::{Text, TokenKind},
};
use std::ops::Range;

/// Adds the persons that roles and forms of address introduce.
pub(super) fn find(text: &Text, cast: &mut Cast) {
    let mut people = Vec::new();
    for token in 0..text.tokens.len() {
        if !text.is_kind(token, TokenKind::Word) {
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
    for name in people {
        join(text, cast, name);
    }
}

/// Adds the person to the cast, unless the name stands there.
fn join(text: &Text, cast: &mut Cast, name: Range<usize>) {
    let span = text.span(name);
    if cast.at(span.start).is_none_or(|mention| mention.span != span) {
        let entity = cast.entity_named(span.of(text.article.text()), NameType::Per);
        cast.add(Mention { span, entity, sense: MentionSense::Itself, rule: Rule::Role, or_else: Vec::new() });
    }
}

/// “DPR envoy Olga Makeyeva”, “President Jane Doe”.
fn before_name(text: &Text, cast: &Cast, role: usize) -> Option<Range<usize>> {
    let name = person_run(text, cast, role + 1)?;
    (name.len() > 1 || is_title(text.word(role))).then_some(name)
}

/// “North Korea’s ambassador to Moscow, Sin Hong-chol”: the role must be one person's.
fn before_comma(text: &Text, cast: &Cast, role: usize) -> Option<Range<usize>> {
    if !role_phrase::is_definite(text, role_phrase::start(text, cast, role)) {
        return None;
    }
    let comma = role_phrase::end(text, cast, role);
    let name = text.is(comma, ",").then(|| person_run(text, cast, comma + 1)).flatten()?;
    (name.len() > 1 && !in_list(text, &name)).then_some(name)
}

/// “Jane Doe, the mayor of Lyon,” and “Jane Doe, mayor of Lyon,”.
fn after_name(text: &Text, cast: &Cast, role: usize) -> Option<Range<usize>> {
    let start = role_phrase::start(text, cast, role);
    let article = text.is(start.checked_sub(1)?, "the a an its his her their");
    let comma = start.checked_sub(1 + usize::from(article))?;
    if !text.is(comma, ",") {
        return None;
    }
    let end = role_phrase::end(text, cast, role);
    if !matches!(text.word(end), "," | "." | ")" | "") || end == role + 1 && !article {
        return None;
    }
    run_ending_at(text, cast, comma)
}

fn after_address(text: &Text, address: usize) -> Option<Range<usize>> {
    let spelt = is_capitalised(text.word(address));
    let name = name_run(text, address + 1);
    let office = OFFICES.contains(text.word(address + 1));
    (spelt && !office && !name.is_empty() && reads_as_person(text, &name)).then_some(name)
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

/// “the leader of Syria, Sin Hong-chol and others”: a run that goes on as a list is no apposition.
pub(super) fn in_list(text: &Text, name: &Range<usize>) -> bool {
    text.is(name.end, "and or")
}
