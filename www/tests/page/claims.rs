//! Claims that have no mark: the list leads to their place.

use crate::common::{BRACKETS, Fixture, document, open, painted};
use js_sys::Reflect;
use postil::{
    Article, Body, Knowledge, Notes, Span,
    claim::{Claim, ClaimKind, Stated},
};
use postil_page::{Engine, Page};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, ShadowRoot};

/// As [`BRACKETS`]; words in `{curly}` ones are claims without a mark.
const CLAIMS: Engine = Engine { annotate: claims, ..BRACKETS };

const STORY: &str = "<p>[Netherwick] has {200 boats}, [Overwick] none.</p>";

fn claims(article: &Article, knowledge: &Knowledge, options: postil::Options) -> Notes {
    let mut notes = (BRACKETS.annotate)(article, knowledge, options);
    let (text, kind) = (article.text(), ClaimKind::Count);
    for (start, _) in text.match_indices('{') {
        let end = text[start..].find('}').map_or(text.len(), |length| start + length);
        let span = Span::new(start + 1, end);
        notes.claims.push(Claim { span, kind, stated: Stated::default(), attribution: None, answer: None });
    }
    notes
}

fn shadow() -> ShadowRoot {
    let host = document().query_selector("postil-host").expect("a selector").expect("a host");
    host.shadow_root().expect("its shadow root")
}

fn all(selector: &str) -> Vec<Element> {
    let found = shadow().query_selector_all(selector).expect("a selector");
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

fn texts(selector: &str) -> Vec<String> {
    all(selector).iter().filter_map(|element| element.text_content()).collect()
}

fn click(selector: &str) {
    all(selector).first().expect(selector).unchecked_ref::<HtmlElement>().click();
}

/// The page with its list open.
fn listed(fixture: &Fixture) -> Page {
    let page = open(&fixture.root, CLAIMS).expect("the fixture holds text");
    page.open_list().expect("it opens");
    page
}

#[wasm_bindgen_test]
fn a_claim_without_a_mark_is_listed_and_neither_painted_nor_an_annotation() {
    let fixture = Fixture::new(STORY);
    let page = listed(&fixture);
    assert_eq!(texts(".entry"), ["200 boats", "Netherwick", "Overwick"]);
    assert_eq!(texts(".about"), ["○Not checked · number · the article"]);
    assert_eq!(painted("postil-claim"), Some(vec![]));
    assert_eq!(js_sys::Array::from(&page.annotations()).length(), 2);
}

#[wasm_bindgen_test]
fn the_list_leads_to_its_place_where_its_card_opens() {
    let fixture = Fixture::new(STORY);
    let _page = listed(&fixture);
    click(".claims .entry");
    assert_eq!(texts(".card .title"), ["200 boats"]);
    assert_eq!(painted("postil-active"), Some(vec!["200 boats".to_owned()]));
}

#[wasm_bindgen_test]
fn keys_go_on_from_there() {
    let fixture = Fixture::new(STORY);
    let page = listed(&fixture);
    assert_eq!(page.show(2), Ok(true));
    let init = web_sys::KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_key(".");
    init.set_code("Period");
    init.set_alt_key(true);
    let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("a key");
    document().body().expect("a body").dispatch_event(&event).expect("dispatched");
    assert_eq!(texts(".card .title"), ["Overwick"]);
}

#[wasm_bindgen_test]
fn a_reader_can_say_that_it_is_none() {
    let fixture = Fixture::new(STORY);
    let page = listed(&fixture);
    assert_eq!(page.show(2), Ok(true));
    click("[data-reject]");
    assert_eq!(texts(".entry"), ["Netherwick", "Overwick"]);
}

#[wasm_bindgen_test]
fn what_opens_the_list_for_a_script_leaves_the_focus_where_it_is() {
    let fixture = Fixture::new(STORY);
    let before = document().active_element();
    let page = listed(&fixture);
    assert_eq!(document().active_element(), before);
    let body = Reflect::get(&page.card(2), &"kind".into()).ok().and_then(|kind| kind.as_string());
    assert_eq!(body.as_deref(), Some("claim"));
}

#[wasm_bindgen_test]
fn one_that_an_annotation_marks_stands_in_the_list_once() {
    fn marked(article: &Article, knowledge: &Knowledge, options: postil::Options) -> Notes {
        let mut notes = claims(article, knowledge, options);
        let spans = vec![notes.claims[0].span];
        notes.annotations.insert(1, postil::Annotation { spans, body: Body::Claim(0), salience: 0.9 });
        notes
    }
    let fixture = Fixture::new(STORY);
    let page = open(&fixture.root, Engine { annotate: marked, ..CLAIMS }).expect("the fixture holds text");
    page.open_list().expect("it opens");
    assert_eq!(texts(".claims .entry"), ["200 boats"]);
    assert_eq!(painted("postil-claim"), Some(vec!["200 boats".to_owned()]));
}
