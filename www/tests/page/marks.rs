//! What is painted, what opens, and what is left behind: nothing.

use crate::common::{BRACKETS, Fixture, document, open, painted, tools};
use postil::Knowledge;
use postil_page::{Engine, Page};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CustomEvent, Element, KeyboardEvent, KeyboardEventInit, MouseEvent, MouseEventInit};

/// No card opened.
const NONE: [u32; 0] = [];
const STORY: &str = "<p id='one'>“Not in [Netherwick],” said the <a href='#x'>[mayor</a> of <em>Over]</em>wick.</p>";

fn words(words: &[&str]) -> Option<Vec<String>> {
    Some(words.iter().map(|word| (*word).to_owned()).collect())
}

/// The annotations whose cards open while `act` runs.
fn opened_by(act: impl FnOnce()) -> Vec<u32> {
    let seen: Rc<RefCell<Vec<u32>>> = Rc::default();
    let log = seen.clone();
    let listener = Closure::<dyn FnMut(CustomEvent)>::new(move |event: CustomEvent| {
        let annotation = js_sys::Reflect::get(&event.detail(), &"annotation".into()).ok().and_then(|at| at.as_f64());
        log.borrow_mut().extend(annotation.map(|at| at as u32));
    });
    let function = listener.as_ref().unchecked_ref();
    document().add_event_listener_with_callback("postil:open", function).expect("a document listens");
    act();
    document().remove_event_listener_with_callback("postil:open", function).expect("it stops listening");
    seen.take()
}

fn click(element: &Element) {
    let rect = element.get_bounding_client_rect();
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    init.set_detail(1);
    init.set_client_x((rect.x() + rect.width() / 2.0) as i32);
    init.set_client_y((rect.y() + rect.height() / 2.0) as i32);
    let event = MouseEvent::new_with_mouse_event_init_dict("click", &init).expect("a click can be made");
    element.dispatch_event(&event).expect("it is dispatched");
}

fn press(target: &Element, key: &str, code: &str, alt: bool) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_key(key);
    init.set_code(code);
    init.set_alt_key(alt);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("a key can be pressed");
    target.dispatch_event(&event).expect("it is dispatched");
}

#[wasm_bindgen_test]
fn each_kind_is_a_highlight_and_a_name_split_by_markup_is_one_annotation() {
    let fixture = Fixture::new(STORY);
    let page = open(&fixture.root, BRACKETS).expect("the fixture holds text");
    assert_eq!(painted("postil-entity"), words(&["Netherwick", "mayor", " of ", "Over"]));
    assert_eq!(painted("postil-quotation"), words(&["Not in [Netherwick],"]));
    assert_eq!(js_sys::Array::from(&page.annotations()).length(), 3);
}

#[wasm_bindgen_test]
fn names_of_the_packs_are_marked_on_a_page_in_another_language() {
    let linked = r#"<script type="application/ld+json">{"@type": "NewsArticle", "inLanguage": "de"}</script>"#;
    let _fixture = Fixture::new(&format!(
        "{linked}<article><h1>Netherwick behält seine Fähre</h1><p>Der Rat hat am Montag beschlossen, die alte Fähre zu behalten. Das
        meldet die Agentur Reuters aus Manchester.</p><p>Die Brücke, sagte Ada Renn, wolle nur die Firma Google in Dublin.</p></article>"
    ));
    let mut knowledge = Knowledge::new();
    knowledge.add(include_bytes!("../../../packs/world.pack").to_vec()).expect("the pack that ships is sound");
    let _page = Page::start(document(), &JsValue::UNDEFINED, &tools(), knowledge, Engine::CORE).expect("an article");
    let marked = painted("postil-entity").expect("there are names");
    for name in ["Reuters", "Manchester", "Google", "Dublin"] {
        assert!(marked.iter().any(|mark| mark == name), "{name} is marked: {marked:?}");
    }
}

#[wasm_bindgen_test]
fn destroyed_it_leaves_the_document_byte_for_byte_as_it_was() {
    let fixture = Fixture::new(STORY);
    let html = || document().document_element().expect("there is a root").outer_html();
    let before = html();
    let page = open(&fixture.root, BRACKETS).expect("the fixture holds text");
    page.show(1).expect("the page lets us");
    drop(page);
    assert_eq!(html(), before);
    assert_eq!(painted("postil-entity"), None);
    assert_eq!(painted("postil-active"), None);
}

#[wasm_bindgen_test]
fn a_second_one_backs_off() {
    let fixture = Fixture::new(STORY);
    let page = open(&fixture.root, BRACKETS).expect("the fixture holds text");
    let error = open(&fixture.root, BRACKETS).err().expect("the page is taken");
    assert_eq!(error.name(), "PostilBusyError");
    assert!(painted("postil-entity").is_some(), "the first one still stands");
    drop(page);
    open(&fixture.root, BRACKETS).expect("the page is free again");
}

#[wasm_bindgen_test]
fn a_click_opens_the_innermost_mark_under_it() {
    let fixture = Fixture::new("<p>“Not <b>so</b> in <i>[Netherwick]</i>,” she said of it.</p>");
    let _page = open(&fixture.root, BRACKETS).expect("the fixture holds text");
    assert_eq!(opened_by(|| click(&fixture.find("i"))), [1]);
    assert_eq!(opened_by(|| click(&fixture.find("b"))), [0]);
}

#[wasm_bindgen_test]
fn a_link_stays_a_link() {
    let fixture = Fixture::new("<p>They went to <a href='#x'>[Netherwick]</a> by boat.</p>");
    let _page = open(&fixture.root, BRACKETS).expect("the fixture holds text");
    assert_eq!(opened_by(|| click(&fixture.find("a"))), NONE);
}

#[wasm_bindgen_test]
fn keys_step_through_the_marks_and_escape_closes() {
    let fixture = Fixture::new(STORY);
    let _page = open(&fixture.root, BRACKETS).expect("the fixture holds text");
    let one = fixture.find("#one");
    assert_eq!(opened_by(|| press(&one, ".", "Period", true)), [0]);
    assert_eq!(painted("postil-active"), words(&["Not in [Netherwick],"]));
    assert_eq!(opened_by(|| press(&one, ".", "Period", true)), [1]);
    assert_eq!(opened_by(|| press(&one, ",", "Comma", true)), [0]);
    press(&one, "Escape", "Escape", false);
    assert_eq!(painted("postil-active"), words(&[]));
}

#[wasm_bindgen_test]
fn no_key_is_taken_from_somebody_who_types() {
    let fixture = Fixture::new(&format!("{STORY}<input><p contenteditable='true'>My own.</p>"));
    let _page = open(&fixture.root, BRACKETS).expect("the fixture holds text");
    assert_eq!(opened_by(|| press(&fixture.find("input"), ".", "Period", true)), NONE);
    assert_eq!(opened_by(|| press(&fixture.find("[contenteditable]"), ".", "Period", true)), NONE);
    assert_eq!(
        opened_by(|| press(&fixture.find("#one"), ".", "Period", false)),
        NONE,
        "a plain stop is no key of ours"
    );
}
