//! What the card of a quotation says of who spoke.

use super::*;
use postil::{
    QuoteKind,
    card::{QuotationCard, RelayedBy},
};

#[wasm_bindgen_test]
fn a_quotation_says_who_by_which_verb_and_where() {
    let stage = showing(&[Card::Quotation(quotation())]);
    assert_eq!(stage.texts(".title, .description"), ["Ada Quill", "mayor of Inkwell"]);
    assert_eq!(stage.texts(".facts dd"), ["direct quotation", "said", "in a statement on her website", "on Wednesday"]);
    assert_eq!(stage.texts(".excerpt"), ["“Nobody wrote”"]);
}

#[wasm_bindgen_test]
fn several_who_speak_each_have_a_role_and_a_way() {
    let speakers = vec![speaker("Ada Quill", Some("mayor of Inkwell"), Some(2)), speaker("Tom Brask", None, Some(5))];
    let stage = showing(&[Card::Quotation(QuotationCard { speakers, ..quotation() })]);
    assert_eq!(stage.texts(".title"), ["Ada Quill and Tom Brask"]);
    assert_eq!(stage.texts(".speakers li"), ["Ada Quill · mayor of Inkwell", "Tom Brask"]);
    stage.all(".speakers button")[1].click();
    assert_eq!(*stage.actions.borrow(), [CardAction::GoTo(5)]);
}

#[wasm_bindgen_test]
fn who_gives_no_name_stands_in_the_words_of_the_article() {
    let speakers = vec![speaker("a senior official", None, None)];
    let stage = showing(&[Card::Quotation(QuotationCard { speakers, unnamed: true, ..quotation() })]);
    assert_eq!(stage.texts(".title, .head .aside"), ["a senior official", "The article gives no name."]);
}

#[wasm_bindgen_test]
fn who_passed_words_on_is_told_from_who_said_them() {
    let relay = RelayedBy {
        speakers: vec![speaker("TASS", None, Some(3))],
        cue: Some("reported".to_owned()),
        setting: None,
        when: Some("on Wednesday".to_owned()),
    };
    let stage = showing(&[Card::Quotation(QuotationCard { relays: vec![relay], when: None, ..quotation() })]);
    assert_eq!(stage.texts(".title"), ["Ada Quill"]);
    assert_eq!(stage.texts(".facts dd").pop().as_deref(), Some("TASS · reported · on Wednesday"));
    stage.one(".facts button").click();
    assert_eq!(*stage.actions.borrow(), [CardAction::GoTo(3)]);
}

#[wasm_bindgen_test]
fn reported_speech_is_a_kind_of_its_own() {
    let stage = showing(&[Card::Quotation(QuotationCard { form: QuoteKind::Indirect, ..quotation() }), term(None)]);
    assert_eq!(stage.texts(".kind"), ["Reported speech"]);
    assert_eq!(stage.texts(".facts dd")[0], "not word for word");
    stage.one(".nest button").click();
    assert_eq!(stage.texts(".nest button"), ["Reported speech by Ada Quill"]);
}
