//! What the list tells of claims and fact-checks, and how a reader narrows it.

use super::*;
use postil::{
    Span,
    card::{Agreement, Check, ClaimCard, Details, FactLine, ReviewCard, ReviewLine, Speaker, Why},
    claim::{Answer, Claim, ClaimKind, Figure, Property, Stated},
    review::ReviewMatch,
};

const FIGURE: Figure = Figure { value: 40.0, step: 1.0, unit: "%" };

fn claim(answer: Option<Answer>) -> Claim {
    let span = Span { start: 4, end: 9 };
    Claim { span, kind: ClaimKind::Share, stated: Stated::default(), attribution: None, answer }
}

fn answer(verdict: Agreement) -> Option<Answer> {
    Some(Answer::Conversion { stated: FIGURE, computed: 40.0, verdict })
}

/// A sentence from the text's beginning that a fact-check is about.
fn reviewed(end: usize) -> [ReviewMatch; 1] {
    let span = Span { start: 0, end };
    [ReviewMatch { span, clause: span, reviews: vec![0], attribution: None, by_address: false }]
}

fn card(stated_by: Option<&str>) -> Card {
    let speaker = |name: &str| Speaker { name: name.to_owned(), role: None, annotation: None };
    Card::Claim(ClaimCard {
        words: String::new(),
        claim: ClaimKind::Share,
        reported: stated_by.is_some(),
        stated_by: stated_by.into_iter().map(speaker).collect(),
        check: Some(Check::Conversion { value: FIGURE, stated: FIGURE, computed: 40.0, verdict: Agreement::Agrees }),
        sources: vec![],
        details: Details::Here,
        why: Why::Statement,
    })
}

/// A list of claims in these states, the first of them stated by Ada Quill.
fn claims(states: Vec<State>) -> Stage {
    let entry = |(annotation, state)| ListEntry {
        annotation,
        kind: MarkKind::Claim,
        text: format!("claim {annotation}"),
        state: Some(state),
    };
    let entries = states.into_iter().enumerate().map(entry).collect();
    let stage = listed(entries, |note| Some(card((note == 0).then_some("Ada Quill"))));
    stage.list.open();
    stage
}

fn all() -> Stage {
    let later = Span { start: 30, end: 40 };
    let elsewhere = Some(Answer::Elsewhere { at: later, figure: FIGURE });
    let answers = [
        answer(Agreement::Agrees),
        answer(Agreement::Differs),
        answer(Agreement::Open),
        elsewhere,
        Some(Answer::Day(postil::Date::MIN)),
        None,
    ];
    claims(answers.into_iter().map(|answer| State::of(&claim(answer), &[])).collect())
}

impl Stage {
    /// The entries that a reader sees.
    fn seen(&self) -> Vec<String> {
        self.all(".entry")
            .iter()
            .filter(|entry| entry.offset_height() > 0)
            .filter_map(|entry| entry.text_content())
            .collect()
    }
}

#[wasm_bindgen_test]
fn each_claim_has_its_state_in_words_its_kind_and_who_states_it() {
    let said = all().texts(".about");
    assert_eq!(said[0], "✓Agrees · share · Ada Quill");
    assert_eq!(said[1], "≠Differs · share · the article");
    let states: Vec<_> = said.iter().filter_map(|line| line.split(" · ").next()).collect();
    assert_eq!(states, ["✓Agrees", "≠Differs", "–Cannot be told", "≠Differs", "=Date worked out", "○Not checked"]);
}

#[wasm_bindgen_test]
fn a_claim_in_a_fact_checked_sentence_says_so_whatever_its_own_check_gave() {
    let stage = claims([5, 9].map(|end| State::of(&claim(answer(Agreement::Agrees)), &reviewed(end))).to_vec());
    let said = stage.texts(".about");
    assert!(!said[0].contains("fact-checked"), "the sentence ends within the claim");
    assert!(said[1].starts_with("✓Agrees · ¶Sentence fact-checked · share"));
}

#[wasm_bindgen_test]
fn a_listener_hears_the_claim_and_then_what_is_known_of_it() {
    let stage = all();
    let described = stage.one(".entry").get_attribute("aria-describedby").expect("a description");
    assert_eq!(stage.one(&format!("#{described}")).text_content(), stage.texts(".about").into_iter().next());
    assert!(stage.all(".sign").iter().all(|sign| sign.get_attribute("aria-hidden").as_deref() == Some("true")));
}

#[wasm_bindgen_test]
fn a_filter_leaves_the_claims_that_it_names_and_says_how_many() {
    let stage = all();
    assert_eq!(stage.texts(".filter label"), ["All", "Checked", "Differs", "Sentence fact-checked"]);
    stage.one("input[value=differs]").click();
    assert_eq!(stage.seen(), ["claim 1", "claim 3"]);
    assert_eq!(stage.texts(".left"), ["Claims shown: 2 of 6"]);
    stage.one("input[value=checked]").click();
    assert_eq!(stage.seen().len(), 5);
    stage.one("input[value=reviewed]").click();
    assert!(stage.seen().is_empty());
    stage.one("input[value='']").click();
    assert_eq!(stage.seen().len(), 6);
    assert_eq!(stage.texts(".left"), [""], "with all of them there is nothing to say");
    let said =
        ["2 of 6", "5 of 6", "0 of 6", "6 of 6"].map(|left| ListAction::Filtered(format!("Claims shown: {left}")));
    assert_eq!(stage.actions.borrow()[1..], said);
}

#[wasm_bindgen_test]
fn a_list_that_is_drawn_anew_is_filtered_as_before() {
    let stage = claims(vec![State::of(&claim(None), &[])]);
    stage.one("input[value=checked]").click();
    let entry = |state| ListEntry { annotation: 7, kind: MarkKind::Claim, text: "new".to_owned(), state: Some(state) };
    let new = [None, answer(Agreement::Open)].map(|answer| entry(State::of(&claim(answer), &[])));
    stage.list.set_notes(new.to_vec()).expect("listed");
    assert_eq!(stage.seen(), ["new"]);
    assert!(stage.one("input[value=checked]").unchecked_into::<web_sys::HtmlInputElement>().checked());
}

#[wasm_bindgen_test]
fn a_fact_checked_sentence_stands_first_with_each_verdict_and_its_publisher() {
    let line = |verdict: &str, publisher: &str| ReviewLine {
        claim: String::new(),
        verdict: verdict.to_owned(),
        publisher: publisher.to_owned(),
        date: Some("2025-09-22".to_owned()),
        claimant: None,
        claimed: None,
        url: String::new(),
        language: Some("en".to_owned()),
        old: false,
        by_address: false,
    };
    let reviews = vec![line("<b>Wrong</b>", "Verity Desk"), line("Right", "Plainly Put")];
    let card = ReviewCard {
        words: String::new(),
        reported: false,
        stated_by: vec![],
        reviews,
        disagree: true,
        why: Why::Review,
    };
    let entry = |kind, text: &str| ListEntry { annotation: 0, kind, text: text.to_owned(), state: None };
    let entries = vec![entry(MarkKind::Claim, "a claim"), entry(MarkKind::Review, "a sentence")];
    let stage = listed(entries, move |_| Some(Card::Review(card.clone())));
    stage.list.open();
    assert_eq!(stage.texts(".entries h3")[0], "Fact-checks1");
    let said = ["<b>Wrong</b> · Verity Desk · 22 September 2025", "Right · Plainly Put · 22 September 2025"];
    assert_eq!(stage.texts(".about")[0], said.concat(), "and markup stays text");
}

#[wasm_bindgen_test]
fn a_claim_that_a_fact_answers_has_the_verdict_of_its_card_once_that_is_here() {
    let said = |details| {
        let fact = FactLine {
            property: "population".to_owned(),
            value: "35.3 million".to_owned(),
            since: None,
            as_of: None,
            source: None,
        };
        let check = Check::Fact { name: "Ghana".to_owned(), fact, verdict: Agreement::Differs };
        let Card::Claim(claim_card) = card(None) else { unreachable!("a claim's card") };
        let claim_card = Card::Claim(ClaimCard { check: Some(check), details, ..claim_card });
        let answer = Answer::Fact { entity: 0, property: Property::Population };
        let state = Some(State::of(&claim(Some(answer)), &[]));
        let entry = ListEntry { annotation: 0, kind: MarkKind::Claim, text: "70 million people".to_owned(), state };
        let stage = listed(vec![entry], move |_| Some(claim_card.clone()));
        stage.list.open();
        stage.texts(".about")
    };
    assert_eq!(said(Details::Here), ["≠Differs · share · the article"]);
    assert_eq!(said(Details::Awaited), ["–Cannot be told · share · the article"]);
}
