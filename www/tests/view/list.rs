//! The notes of an article as a list.

#[path = "claims.rs"]
mod claims;

use super::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, KeyboardEventInit};

wasm_bindgen_test_configure!(run_in_browser);

struct Stage {
    list: NotesList,
    actions: Rc<RefCell<Vec<ListAction>>>,
    host: Host,
}

fn english() -> Rc<Language> {
    Rc::new(Language::new("en", &wasm_bindgen::JsValue::UNDEFINED))
}

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("tests run in a browser")
}

fn stage(notes: &[(MarkKind, &str)]) -> Stage {
    let entry = |(annotation, (kind, text)): (usize, &(MarkKind, &str))| ListEntry {
        annotation,
        kind: *kind,
        text: (*text).to_owned(),
        state: None,
    };
    listed(notes.iter().enumerate().map(entry).collect(), |_| None)
}

fn listed(notes: Vec<ListEntry>, card: impl Fn(usize) -> Option<Card> + 'static) -> Stage {
    let host = Host::new(&document(), english()).expect("a host");
    let actions = Rc::new(RefCell::new(Vec::new()));
    let log = actions.clone();
    let act = Rc::new(move |action| log.borrow_mut().push(action));
    let list = NotesList::new(&host, act, Rc::new(card)).expect("a list");
    list.set_notes(notes).expect("listed");
    Stage { list, actions, host }
}

fn article() -> Stage {
    stage(&[
        (MarkKind::Entity, "Kyiv"),
        (MarkKind::Claim, "third country to recognise"),
        (MarkKind::Quotation, "“We were not asked”"),
        (MarkKind::Entity, "<b>Pyongyang</b>"),
    ])
}

impl Stage {
    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.host.shadow().query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector}"))
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().filter_map(|element| element.text_content()).collect()
    }

    fn focused(&self) -> Option<String> {
        self.host.shadow().active_element().map(|element| element.class_name())
    }
}

#[wasm_bindgen_test]
fn notes_stand_by_kind_with_counts_each_in_the_order_of_the_text() {
    let stage = article();
    assert!(stage.texts(".entry").is_empty(), "nothing is drawn before it is asked for");
    stage.list.open();
    assert_eq!(stage.texts(".entries h3"), ["Claims1", "Quotations1", "Names2"]);
    let entries = ["third country to recognise", "“We were not asked”", "Kyiv", "<b>Pyongyang</b>"];
    assert_eq!(stage.texts(".entry"), entries, "and markup stays text");
}

#[wasm_bindgen_test]
fn the_control_and_the_open_list_say_how_many_notes_there_are() {
    let count = |notes: &[_]| {
        let stage = stage(notes);
        stage.list.open();
        (stage.texts(".control").concat(), stage.texts(".entries .aside").concat())
    };
    assert_eq!(count(&[(MarkKind::Entity, "Kyiv")]), ("Notes 1".to_owned(), "1 note".to_owned()));
    assert_eq!(count(&[(MarkKind::Entity, "Kyiv"); 1042]), ("Notes 1,042".to_owned(), "1,042 notes".to_owned()));
}

#[wasm_bindgen_test]
fn an_article_without_notes_has_no_control() {
    assert!(stage(&[]).one(".control").hidden());
}

#[wasm_bindgen_test]
fn the_control_opens_a_labelled_region_and_nothing_is_announced() {
    let stage = article();
    assert!(!stage.list.is_open());
    stage.one(".control").click();
    let region = stage.one("section");
    let title = region.get_attribute("aria-labelledby").and_then(|id| stage.host.shadow().get_element_by_id(&id));
    assert_eq!(title.and_then(|title| title.text_content()).as_deref(), Some("Notes to this article"));
    assert_eq!(stage.focused().as_deref(), Some("notes"));
    assert!(stage.all("[aria-live], [role=alert], [role=status]").is_empty());
}

#[wasm_bindgen_test]
fn escape_closes_and_gives_the_focus_back_to_the_control() {
    let stage = article();
    stage.one(".control").focus().expect("focused");
    stage.one(".control").click();
    let escape = KeyboardEventInit::new();
    escape.set_key("Escape");
    escape.set_bubbles(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &escape).expect("an event");
    stage.one(".entry").dispatch_event(&event).expect("dispatched");
    assert!(!stage.list.is_open());
    assert_eq!(stage.focused().as_deref(), Some("control"));
    assert_eq!(*stage.actions.borrow(), [ListAction::Opened, ListAction::Closed]);
}

#[wasm_bindgen_test]
fn an_entry_asks_for_its_note_and_the_list_stays() {
    let stage = article();
    stage.list.open();
    stage.all(".entry")[0].click();
    assert_eq!(*stage.actions.borrow(), [ListAction::Opened, ListAction::Choose(1)]);
    assert!(stage.list.is_open());
}

#[wasm_bindgen_test]
fn a_card_leads_back_to_its_entry() {
    let stage = article();
    stage.list.focus_entry(2);
    let focused = stage.host.shadow().active_element().and_then(|entry| entry.text_content());
    assert_eq!(focused.as_deref(), Some("“We were not asked”"));
    stage.list.close();
    assert!(!stage.list.is_open());
    assert_eq!(*stage.actions.borrow(), [ListAction::Opened], "nobody is told what they asked for");
}
