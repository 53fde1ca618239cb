//! What the card of published fact-checks says, and in whose words.

use super::*;
use postil::card::{ReviewCard, ReviewLine};

fn reviews(card: ReviewCard) -> Stage {
    showing(&[Card::Review(card)])
}

#[wasm_bindgen_test]
fn a_fact_check_stands_under_its_verdict_with_publisher_and_date_the_claim_beside_the_sentence() {
    let stage = reviews(review(vec![reviewed("Verity Desk", "Out of date")]));
    assert_eq!(stage.texts(".kind, .title"), ["Related fact-check", "Quay Street has the worst air in the county"]);
    assert_eq!(stage.texts(".headline, .publisher"), ["Out of date", "Verity Desk · 22 September 2025"]);
    assert_eq!(stage.texts(".review .words"), ["The air on Quay Street is the worst in the county."]);
    stage.says("Claim made by Friends of the Quay · 15 September 2025");
    stage.says("Read the fact-check");
    assert!(!stage.reads().contains("differently"));
}

#[wasm_bindgen_test]
fn what_a_publisher_does_not_say_is_not_said() {
    let bare = ReviewLine { date: None, claimant: None, claimed: None, ..reviewed("Verity Desk", "Wrong") };
    let stage = reviews(review(vec![bare]));
    assert_eq!(stage.texts(".publisher"), ["Verity Desk"]);
    assert!(!stage.reads().contains("Claim made by"));
}

#[wasm_bindgen_test]
fn the_article_that_states_it_is_told_from_the_one_that_reports_it() {
    let one = || vec![reviewed("Verity Desk", "Wrong")];
    reviews(review(one())).says("Stated by the article itself");
    let stated_by = vec![speaker("Ada Quill", None, None)];
    reviews(ReviewCard { reported: true, stated_by, ..review(one()) }).says("Stated by Ada Quill");
    reviews(ReviewCard { reported: true, ..review(one()) }).says("Stated by a source of the article");
    assert!(!reviews(review(one())).reads().contains("names this article"));
    reviews(review(vec![ReviewLine { by_address: true, ..reviewed("Verity Desk", "Wrong") }]))
        .says("It names this article.");
}

#[wasm_bindgen_test]
fn several_stand_side_by_side_and_differences_are_said_in_words() {
    let both = vec![reviewed("Verity Desk", "Out of date"), reviewed("Plainly Put", "Confirmed")];
    let stage = reviews(ReviewCard { disagree: true, ..review(both) });
    assert_eq!(stage.texts(".kind, .headline"), ["Related fact-checks", "Out of date", "Confirmed"]);
    stage.says("The publishers word their verdicts differently.");
    let tops: Vec<f64> = stage.all(".review").iter().map(|review| review.get_bounding_client_rect().top()).collect();
    assert_eq!(tops[0], tops[1]);
}

#[wasm_bindgen_test]
fn an_old_one_says_so_in_words() {
    let old = ReviewLine { old: true, ..reviewed("The Old Record", "Confirmed") };
    let stage = reviews(review(vec![reviewed("Verity Desk", "Confirmed"), old]));
    let said = stage.all(".review").into_iter().map(|review| review.inner_text().contains("may be out of date"));
    assert_eq!(said.collect::<Vec<_>>(), [false, true]);
}

#[wasm_bindgen_test]
fn a_publishers_words_keep_their_language_and_direction_and_no_verdict_has_a_colour_of_its_own() {
    let line = |verdict, language: &str| ReviewLine {
        language: Some(language.to_owned()),
        ..reviewed("Verity Desk", verdict)
    };
    let stage = reviews(review(vec![line("خاطئ", "ar"), line("True", "en"), line("Falsch", "de")]));
    let tags = stage.all(".headline, .review .words").into_iter().map(|words| {
        assert_eq!(words.get_attribute("dir").as_deref(), Some("auto"));
        words.get_attribute("lang").unwrap_or_default()
    });
    assert_eq!(tags.collect::<Vec<_>>(), ["ar", "ar", "en", "en", "de", "de"]);
    let window = document().default_view().expect("a window");
    let colour = |element: &HtmlElement| {
        window.get_computed_style(element).expect("a style").expect("a style").get_property_value("color")
    };
    let colours: Vec<_> = stage.all(".headline, .title").iter().map(|words| colour(words).expect("a colour")).collect();
    assert!(colours.iter().all(|colour| *colour == colours[0]), "{colours:?}");
}

#[wasm_bindgen_test]
fn only_an_address_of_the_web_leads_to_the_fact_check() {
    let at = |url: &str| reviews(review(vec![ReviewLine { url: url.to_owned(), ..reviewed("Verity Desk", "Wrong") }]));
    for url in ["javascript:alert(1)", "data:text/html,hello", ""] {
        let stage = at(url);
        assert!(stage.all("a").is_empty(), "{url}");
        assert!(!stage.reads().contains("Read the fact-check"), "a way that leads nowhere is none");
    }
    let link = at("https://example.org/quay-street").one("a");
    assert_eq!(link.get_attribute("rel").as_deref(), Some("noopener noreferrer nofollow"));
    assert_eq!(link.text_content().as_deref(), Some("Read the fact-check (Verity Desk; opens in a new window)"));
}

#[wasm_bindgen_test]
fn in_a_nest_it_goes_by_its_publishers() {
    let both = vec![reviewed("Verity Desk", "Wrong"), reviewed("Plainly Put", "Right")];
    let stage = showing(&[term(None), Card::Review(review(both))]);
    assert_eq!(stage.texts(".nest button"), ["Fact-check: Verity Desk and Plainly Put"]);
    stage.one(".nest button").click();
    stage.one(".why summary").click();
    stage.says("A published fact-check whose claim this sentence states.");
}
