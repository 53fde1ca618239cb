//! Whether words assert something.
//!
//! Takes a token of a claim; tells whether its clause states it as so. Example: “200 boats sank” does, “200 boats could sink”,
//! “if 200 boats sink” and “did 200 boats sink?” do not.
//!
//! Invariant: in doubt it does not.

use super::Reading;
use crate::claim::read::word;
use crate::lemma;
use crate::quote;
use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, is_among};
use std::ops::Range;

/// Whether what stands at `token` is asserted.
#[inline(never)]
pub(super) fn at(reading: &Reading, token: usize) -> bool {
    let text = reading.text;
    let sentence = crate::claim::near(text, token);
    !is_asked(text, token)
        && !is_command(text, &sentence)
        && !is_plot(text, sentence.start)
        && !is_supposed(text, sentence.start..token)
        && !is_guessed(text, token..sentence.end)
        && !has_condition(text, token..sentence.end)
}

fn is_asked(text: &Text, token: usize) -> bool {
    let Some(sentence) = text.sentences.get(text.sentence_of(token)) else { return false };
    sentence.tokens.clone().rev().take(3).any(|token| text.is(token, "?"))
}

/// “Add 200 grams of flour.”, “Then add 200 grams”, “Do not add”
fn is_command(text: &Text, sentence: &Range<usize>) -> bool {
    let opens = |token: &usize| text.is_kind(*token, TokenKind::Word) && !OPENINGS.contains(text.word(*token));
    sentence.clone().find(opens).is_some_and(|first| {
        let word = text.word(first);
        COMMANDS.contains_any_case(word) || word == "Do" && text.is(first + 1, "not")
    })
}

/// “In the novel, 200 robots storm the town.”
fn is_plot(text: &Text, first: usize) -> bool {
    text.is(first, "In")
        && text.is(first + 2, "novel film movie play story opera")
        && text.is(first + 3, ",")
        && !text.is(first + 4, "which")
}

/// Whether a word before it in its clause makes it a wish, a plan or a guess.
fn is_supposed(text: &Text, before: Range<usize>) -> bool {
    let mut here = true;
    let Range { start: first, end } = before;
    let spoken = before.rev().take_while(|token| !text.is_kind(*token, TokenKind::Quote));
    spoken.into_iter().any(|token| {
        let word = text.word(token);
        here &= !ends_clause(text, token);
        // “asked him to go”, not “it needed to save”, “called to the hall”
        let reach = if text.is_lower(token, "it him them us") { 2 } else { 3 };
        let to = || (token + 1..token + reach).any(|next| text.is(next, "to") && !text.is(next + 1, "the a an"));
        let wish = || lemma::is_form_of(word, &DESIRES) || lemma::is_form_of(word, &WISHES) && to();
        is_among(word, "if If whether Whether unless Unless suppose Suppose")
            || is_among(word, "Had Were") && token == first
            || is_among(word, "assuming Assuming provided Provided providing Providing") && text.is(token + 1, "that")
            || is_aim(text, token) && end < token + 5
            || is_unknown(text, token)
            || here && (MODALS.contains_any_case(word) && word != "May" && !is_announced(text, token) || wish())
    })
}

/// “a target of 400 homes”, “called for 400 homes”
fn is_aim(text: &Text, token: usize) -> bool {
    match text.word(token + 1) {
        "is" | "of" => is_among(text.word(token), "target goal aim dream dreams dreamed ambition hopes"),
        "for" => lemma::is_form_of(text.word(token), &PLEAS),
        _ => false,
    }
}

/// “said that it would build 200 homes” is “will” of a speech that is over.
fn is_announced(text: &Text, token: usize) -> bool {
    let sentence = crate::claim::near(text, token);
    text.is(token, "would") && (sentence.start..token).any(|before| quote::is_reported(text.lower(before)))
}

/// “Up to 20 cm of snow could fall”: a limit in the subject of a guess. Without “up to”, “35 million people could vote” tells what was so.
fn is_guessed(text: &Text, after: Range<usize>) -> bool {
    let limit = after.start.checked_sub(2).is_some_and(|up| text.is(up, "up Up") && text.is(up + 1, "to"));
    if !limit {
        return false;
    }
    const REACH: usize = 7;
    let mut subject = after.take(REACH).take_while(|token| {
        let joins =
            text.is(*token, ", ( ) : ; and but or that who which where when as is are was were has have had said");
        !joins && !text.is_kind(*token, TokenKind::Quote)
    });
    subject.any(|token| text.is(token, "could might may"))
}

/// “knows who was the first”, “is no longer the largest”
fn is_unknown(text: &Text, token: usize) -> bool {
    let before = || word::before(text, token);
    match text.word(token) {
        "who" => ASKING.contains(before()),
        "longer" => before() == "no",
        _ => false,
    }
}

/// “…, if it rains”: before the clause ends.
fn has_condition(text: &Text, mut after: Range<usize>) -> bool {
    let end = after.clone().find(|token| ends_clause(text, *token) || text.is(*token, ",")).unwrap_or(after.end);
    after.end = end;
    after.into_iter().any(|token| text.is(token, "if unless"))
}

fn ends_clause(text: &Text, token: usize) -> bool {
    let comma = text.is(token, ",") && text.is(token + 1, "and but so which who where");
    let sign = matches!(text.tokens.get(token).map(|token| token.kind), Some(TokenKind::Quote));
    comma || sign || ENDS.contains_any_case(text.word(token))
}

static ASKING: WordList = WordList::new("know knows ask asks asked wonder wondered decide decides see choose");
static MODALS: WordList = WordList::new(
    "perhaps probably arguably maybe never would could might may should can’t cannot can ought hypothetical hypothetically imagine possibly \
     wouldn’t couldn’t shouldn’t wouldn't couldn't shouldn't can't i’d i'd you’d you'd let’s let's potentially \
     you’ll you'll proposed proposing hoped-for whoever nobody nowhere",
);
static DESIRES: WordList = WordList::new("want wish seek sought demanded");
static PLEAS: WordList = WordList::new("ask call appeal hope aim wish");
static WISHES: WordList = WordList::new(
    "meant hope plan aim try intend propose urge threaten ask demand attempt \
     likely able bid call goal ambition ready prepare them him it us",
);
static COMMANDS: WordList = WordList::new(
    "add take use mix let make put keep click wait stir cook bake boil pour place cut remove leave allow set try \
     choose pick buy give get go imagine suppose consider consult call call-in email visit see read write start begin \
     check ensure spend find repeat apply peel save win chop slice be please send whisk preheat simmer halve bring serve serves fold ingredients",
);
/// They stand before a command.
static OPENINGS: WordList = WordList::new("Then Now Next Meanwhile Finally Also");
static ENDS: WordList = WordList::new("; : but because after when while who where although though – —");
