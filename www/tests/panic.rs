//! What a defect of our own leaves behind, in a browser. A binary of its own: nothing that a panic has broken off is shared.

#![cfg(target_arch = "wasm32")]

#[path = "page/common.rs"]
mod common;

use crate::common::{BRACKETS, Fixture, NOTHING, document, open, painted};
use js_sys::Function;
use postil_page::Engine;
use std::{cell::Cell, cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CustomEvent, Element, KeyboardEvent, KeyboardEventInit};

wasm_bindgen_test_configure!(run_in_browser);

const STORY: &str = "<p id='one'>“Not in [Netherwick],” said the [mayor] of Overwick.</p>";

thread_local! {
    static CARDS_ASKED_FOR: Cell<u32> = const { Cell::new(0) };
}

/// Finds notes, and has a defect in every card.
const BAD_CARDS: Engine = Engine {
    card: |_, _, _, _| {
        CARDS_ASKED_FOR.set(CARDS_ASKED_FOR.get() + 1);
        panic!("a defect in a card")
    },
    ..BRACKETS
};
/// Has a defect in finding notes.
const BAD_NOTES: Engine = Engine { annotate: |_, _, _| panic!("a defect in finding notes"), ..NOTHING };

/// The fixture, and how many elements and style sheets the page has; the rest of the page is the test runner's log.
fn page_around(fixture: &Fixture) -> (String, u32, u32) {
    let elements = document().query_selector_all("postil-host, body > *").expect("a valid selector").length();
    (fixture.root.outer_html(), elements, document().adopted_style_sheets().length())
}

/// Presses Alt+.; says whether somebody took the key.
fn press_next(target: &Element) -> bool {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_code("Period");
    init.set_alt_key(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("a key can be pressed");
    !target.dispatch_event(&event).expect("it is dispatched")
}

/// The names of the errors that a page's owner hears of while `act` runs.
fn errors_of(act: impl FnOnce()) -> Vec<String> {
    let heard: Rc<RefCell<Vec<String>>> = Rc::default();
    let log = heard.clone();
    let listener = Closure::<dyn FnMut(CustomEvent)>::new(move |event: CustomEvent| {
        let name = js_sys::Reflect::get(&event.detail(), &"name".into()).ok().and_then(|name| name.as_string());
        log.borrow_mut().extend(name);
    });
    let function: &Function = listener.as_ref().unchecked_ref();
    document().add_event_listener_with_callback("postil:error", function).expect("a document listens");
    act();
    document().remove_event_listener_with_callback("postil:error", function).expect("it stops listening");
    heard.take()
}

/// Calls by way of JavaScript, which catches what a panic throws.
fn caught(act: impl FnOnce() + 'static) -> bool {
    Closure::once_into_js(act).unchecked_into::<Function>().call0(&JsValue::NULL).is_err()
}

#[wasm_bindgen_test]
fn a_panic_in_a_listener_takes_the_marks_away_and_is_reported_once() {
    let fixture = Fixture::new(STORY);
    let before = page_around(&fixture);
    let _page = open(&fixture.root, BAD_CARDS).expect("the fixture holds text");
    let one = fixture.find("#one");
    // A browser reports what a listener throws, and goes on.
    assert_eq!(errors_of(|| assert!(press_next(&one))), ["PostilPanicError"]);
    assert_eq!((painted("postil-entity"), painted("postil-active")), (None, None));
    assert_eq!(page_around(&fixture), before);
    assert_eq!(errors_of(|| assert!(!press_next(&one), "nobody listens any more")), [""; 0]);
    assert_eq!(CARDS_ASKED_FOR.get(), 1);
}

#[wasm_bindgen_test]
fn a_panic_on_the_way_in_leaves_the_page_to_the_next_one() {
    let fixture = Fixture::new(STORY);
    let (before, root) = (page_around(&fixture), fixture.root.clone());
    let errors = errors_of(|| assert!(caught(move || drop(open(&root, BAD_NOTES)))));
    assert_eq!(errors, ["PostilPanicError"]);
    assert_eq!(page_around(&fixture), before);
    let page = open(&fixture.root, BRACKETS).expect("the page is free");
    assert_eq!(painted("postil-entity").map(|marks| marks.len()), Some(2));
    drop(page);
    assert_eq!(page_around(&fixture), before);
}
