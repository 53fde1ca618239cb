//! Who said it, in what role, when and through whom, as the card of a quotation tells.

#![allow(clippy::disallowed_methods, reason = "a test reads what ships")]

use postil::{
    Article, Body, Card, Knowledge, annotate,
    card::{QuotationCard, Speaker},
};

/// The card of the last thing that somebody says in `text`.
fn card(text: &str) -> QuotationCard {
    let mut knowledge = Knowledge::new();
    knowledge.add(std::fs::read("packs/world.pack").expect("the pack that ships")).expect("a sound pack");
    knowledge.add_model(&std::fs::read("packs/postil-en.model").expect("the model that ships")).expect("a sound model");
    let article = Article::from_text(text);
    let notes = annotate(&article, &knowledge);
    let said = notes.annotations.iter().rposition(|annotation| matches!(annotation.body, Body::Attribution(_)));
    match Card::of(said.expect("somebody says something"), &article, &notes, &knowledge) {
        Some(Card::Quotation(card)) => card,
        other => panic!("no quotation, but {other:?}"),
    }
}

/// Name and role of each.
fn who(speakers: &[Speaker]) -> Vec<(&str, Option<&str>)> {
    speakers.iter().map(|speaker| (&*speaker.name, speaker.role.as_deref())).collect()
}

#[test]
fn two_who_speak_are_two() {
    let card = card("Mira Lund and Tom Brask said that the quay was safe.");
    assert_eq!(who(&card.speakers), [("Mira Lund", None), ("Tom Brask", None)]);
}

#[test]
fn a_pronoun_has_the_name_and_the_role_that_stood_before() {
    let card =
        card("The quay was safe, said Tom Brask, the harbour master of Inkwell. “It will float,” he added on Monday.");
    assert_eq!(who(&card.speakers), [("Tom Brask", Some("the harbour master of Inkwell"))]);
    assert_eq!((card.cue.as_deref(), card.when.as_deref()), (Some("added"), Some("on Monday")));
}

#[test]
fn who_gives_no_name_has_the_words_of_the_article() {
    let card = card("A senior official said the talks would resume.");
    assert_eq!((who(&card.speakers), card.unnamed), (vec![("A senior official", None)], true));
}

#[test]
fn who_passes_words_on_is_not_who_said_them() {
    let card = card("TASS reported on Wednesday that the embassy in Moscow confirmed the recognition.");
    assert_eq!((who(&card.speakers), card.cue.as_deref()), (vec![("the embassy in Moscow", None)], Some("confirmed")));
    assert_eq!((card.when, card.relays.len()), (None, 1), "the day is that of the relay");
    let relay = &card.relays[0];
    assert_eq!((who(&relay.speakers), relay.when.as_deref()), (vec![("TASS", None)], Some("on Wednesday")));
}

#[test]
fn nobody_passes_on_what_is_his_own() {
    let card = card("Tom Brask said he believed the quay was safe.");
    assert_eq!((who(&card.speakers), card.cue.as_deref()), (vec![("Tom Brask", None)], Some("said")));
    assert_eq!(card.relays, []);
}

#[test]
fn a_thing_in_a_word_or_two_is_told_of_and_not_marked() {
    let article = Article::from_text("Reuters blamed an anchor. Reuters said that the anchor had dragged for miles.");
    let notes = annotate(&article, &Knowledge::new());
    let marked = notes.annotations.iter().filter(|annotation| matches!(annotation.body, Body::Attribution(_)));
    assert_eq!((notes.attributions.len(), marked.count()), (2, 1));
}

#[test]
fn an_age_alone_is_no_role() {
    let card = card("“It was close,” said Ivy Tranter, 81.");
    assert_eq!(who(&card.speakers), [("Ivy Tranter", None)]);
}
