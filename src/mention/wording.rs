//! Names that no pack knows, by their words alone: for hosts that ask for them.
//!
//! Takes the cast so far; adds persons by a given name (“Anna Keller”), organisations and places by the noun that ends or begins
//! their names (“the Kyiv School of Economics”, “Harbour Street”). Example: each gives an entity without a record and without a
//! role, so that its card says how often and where it stands, and that nothing else is known.
//!
//! Invariant: a capitalised word that tells no type is left alone, and so is a heading that writes every word with a capital.

use super::{
    Cast,
    capitals::{in_title_case, is_all_capitals, is_calendar, is_capitalised_word, is_function_word, name_run},
    given_name::is_given_name,
    role_words::{is_address, is_role},
};
use crate::{Mention, MentionSense, NameType, Rule, segment::Text, word_list::WordList};
use std::ops::Range;

/// Adds what words alone show to be a name.
pub(super) fn find(text: &Text, cast: &mut Cast) {
    let mut at = 0;
    while at < text.tokens.len() {
        let found = if in_title_case(text, at) { None } else { thing_at(text, at).or_else(|| person_at(text, at)) };
        at = found.as_ref().map_or(at + 1, |(tokens, _)| tokens.end);
        if let Some((tokens, name_type)) = found {
            add(text, cast, tokens, name_type);
        }
    }
}

/// Adds a name that crosses no other, and is none that the cast has.
fn add(text: &Text, cast: &mut Cast, tokens: Range<usize>, name_type: NameType) {
    let span = text.span(tokens);
    let inner = cast.within(span).iter().map(|mention| cast.entities[mention.entity].name_type);
    if inner.into_iter().any(|inner| inner == NameType::Per) {
        return;
    }
    let entity = cast.entity_named(span.of(text.article.text()), name_type);
    cast.add(Mention { span, entity, sense: MentionSense::Itself, rule: Rule::Wording, or_else: Vec::new() });
}

/// “Anna Keller”: a given name and more; “said Loretta Voss”, “Loretta Voss, 67,”: two words or more where news present somebody.
fn person_at(text: &Text, at: usize) -> Option<(Range<usize>, NameType)> {
    let run = name_run(text, at);
    if run.len() < 2 {
        return None;
    }
    let telling =
        |token: usize| is_role(text.word(token)) || is_address(text.word(token)) || is_thing(text.word(token));
    let presented = is_given_name(text.word(at)) || is_cued(text, at) || is_described(text, run.end);
    (presented && !run.clone().any(telling)).then_some((run, NameType::Per))
}

/// “said”, “according to”, “By” at the beginning, “Reporting by”.
fn is_cued(text: &Text, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |token| text.word(token));
    match word(1) {
        "said" | "says" | "By" => true,
        "to" => matches!(word(2), "according" | "According"),
        "by" => matches!(word(2), "Reporting" | "Editing" | "Writing" | "Photographs" | "Photograph"),
        _ => false,
    }
}

/// “, 67,” and “, who”.
fn is_described(text: &Text, end: usize) -> bool {
    let age = text.word(end + 1).parse::<u8>().is_ok() && text.word(end + 2) == ",";
    text.word(end) == "," && (age || text.word(end + 1) == "who")
}

/// “Harbour Street”, “Lund University”, “University of Lund”.
fn thing_at(text: &Text, at: usize) -> Option<(Range<usize>, NameType)> {
    let run = run_at(text, at);
    let head = run.clone().rev().find(|token| is_thing(text.word(*token)))?;
    let own = run.start..head + 1;
    let tokens =
        if text.word(run.end) == "of" && head + 1 == run.end { run.start..end_behind_of(text, run.end) } else { own };
    let name_type = if PLACES.contains(text.word(head)) { NameType::Loc } else { NameType::Org };
    (tokens.len() > 1).then_some((tokens, name_type))
}

/// Capitalised words, the small words of a sentence's beginning left out.
fn run_at(text: &Text, start: usize) -> Range<usize> {
    let is_name = |token: usize| {
        let word = text.word(token);
        is_capitalised_word(text, token) && !is_function_word(word) && !is_calendar(word)
    };
    let end = text.sentences.get(text.sentence_of(start)).map_or(start, |sentence| sentence.tokens.end);
    let end = (start..end.min(start + 6)).find(|token| !is_name(*token)).unwrap_or(end.min(start + 6));
    start..end
}

/// “of the South Coast”: up to the last capitalised word.
fn end_behind_of(text: &Text, of: usize) -> usize {
    let first = of + 1 + usize::from(text.word(of + 1) == "the");
    let run = run_at(text, first);
    if run.is_empty() || is_all_capitals(text.word(first)) { of } else { run.end }
}

/// Whether a word ends the names of organisations.
pub(super) fn is_body(word: &str) -> bool {
    BODIES.contains(word)
}

fn is_thing(word: &str) -> bool {
    is_body(word) || PLACES.contains(word)
}

static BODIES: WordList = WordList::new(
    "University College School Academy Institute Institution Laboratory Observatory Hospital Clinic Bank Trust Fund \
     Foundation Association Society Federation Confederation Union Party Council Committee Commission Authority Agency \
     Bureau Office Department Ministry Court Tribunal Parliament Assembly Senate Company Corporation Corp Inc Ltd LLC \
     Group Holdings Industries Motors Airlines Airways Railways Electric Energy Partners Capital Technologies Systems \
     Records Pictures Studios Press Publishing Books Times Post Herald Tribune Gazette Chronicle Telegraph Journal News \
     Radio Television FC United Rovers Wanderers Athletic Museum Gallery Orchestra Philharmonic Ensemble Theatre \
     Theater Opera Ballet Church Cathedral Diocese Synod Police Army Navy Brigade Regiment Battalion Division Corps \
     Coalition Alliance Movement Front League Network Centre Center Forum Service Board Guild Library Securities Research Lines Foods Insurance Pharmaceuticals Rail Bancorp Brewery",
);

static PLACES: WordList = WordList::new(
    "Street Road Avenue Lane Boulevard Square Bridge Gate Park Gardens River Lake Sea Bay Gulf Strait Channel Canal \
     Harbour Harbor Port Island Islands Peninsula Mountain Mountains Hills Hill Valley Forest Desert Beach Coast Creek \
     Falls Glacier County District Province Region Parish Borough Village Airport Station Prison Stadium Arena Castle \
     Palace Tower Dam Reservoir Camp",
);
