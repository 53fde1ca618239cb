//! What a reader finds in a card, and what a page finds of it afterwards: nothing.

#[path = "quotation.rs"]
mod quotation;
#[path = "review.rs"]
mod review;
#[path = "samples.rs"]
mod samples;
#[path = "sheet.rs"]
mod sheet;

use super::*;
use postil::card::{Agreement, EntityCard, Sense};
use samples::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, EventInit, KeyboardEventInit, Touch, TouchEvent, TouchEventInit, TouchInit};

wasm_bindgen_test_configure!(run_in_browser);

/// A view, what it reported, and its host, which goes last.
struct Stage {
    view: CardView,
    actions: Rc<RefCell<Vec<CardAction>>>,
    host: Host,
}

fn english() -> Rc<Language> {
    Rc::new(Language::new("en", &wasm_bindgen::JsValue::UNDEFINED))
}

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("tests run in a browser")
}

fn stage() -> Stage {
    let host = Host::new(&document(), english()).expect("a host");
    let actions = Rc::new(RefCell::new(Vec::new()));
    let log = actions.clone();
    let view = CardView::new(&host, Rc::new(move |action| log.borrow_mut().push(action))).expect("a view");
    Stage { view, actions, host }
}

fn anchor(touch: bool) -> Anchor {
    Anchor { rects: vec![Rect { x: 100.0, y: 40.0, width: 60.0, height: 20.0 }], touch, ..Anchor::default() }
}

fn showing(cards: &[Card]) -> Stage {
    let stage = stage();
    let cards: Vec<_> = cards.iter().cloned().enumerate().collect();
    stage.view.show(cards, &anchor(false)).expect("it shows");
    stage
}

fn entity(card: EntityCard) -> Stage {
    showing(&[Card::Entity(card)])
}

impl Stage {
    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.host.shadow().query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector}"))
    }

    /// The words of every element that `selector` finds.
    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().filter_map(|element| element.text_content()).collect()
    }

    /// The card as it reads.
    fn reads(&self) -> String {
        self.one(".content").inner_text()
    }

    #[track_caller]
    fn says(&self, words: &str) {
        assert!(self.reads().contains(words), "no “{words}” in:\n{}", self.reads());
    }
}

#[wasm_bindgen_test]
fn a_line_from_a_pack_names_the_pack() {
    let stage = entity(EntityCard { description_source: Some(0), ..pyongyang() });
    assert_eq!(stage.texts(".description"), ["Capital of North Korea source 1"]);
}

#[wasm_bindgen_test]
fn a_name_says_what_it_is_and_what_it_stands_for_here() {
    let stage = entity(pyongyang());
    assert_eq!(stage.texts(".kind, .title, .description"), ["City", "Pyongyang", "Capital of North Korea"]);
    stage.says("Here it stands for the government of North Korea.");
    assert_eq!(stage.texts(".facts dt"), ["Population"]);
    assert_eq!(stage.texts(".facts .when"), ["as of February 2022"]);
    stage.says("Mention 2 of 3");
}

#[wasm_bindgen_test]
fn a_name_of_unknown_class_has_no_label_and_one_without_description_no_empty_line() {
    let stage = entity(EntityCard { class: "unheardOf".to_owned(), description: None, ..pyongyang() });
    assert_eq!(stage.texts(".kind, .description"), [""; 0]);
}

#[wasm_bindgen_test]
fn a_role_that_only_the_article_gives_says_so() {
    let stage = entity(EntityCard { origin: postil::card::Origin::Article, sense: Sense::Itself, ..pyongyang() });
    stage.says("As this article introduces them");
}

#[wasm_bindgen_test]
fn a_term_is_ascribed_to_its_owner_or_to_nobody() {
    showing(&[term(Some("the Kremlin"))]).says("Whose term: the Kremlin");
    showing(&[term(None)]).says("it does not say whose term this is");
}

#[wasm_bindgen_test]
fn an_ordinal_is_a_list_in_order_with_its_own_entry_marked() {
    let stage = showing(&[ordinal(Agreement::Agrees)]);
    assert_eq!(stage.texts("ol.order .rank"), ["1", "2", "3"]);
    assert_eq!(stage.texts("ol.order time"), ["21 February 2022", "29 June 2022", "13 July 2022"]);
    assert_eq!(stage.texts("[aria-current] .name"), ["North Korea (the entry of this claim)"]);
    assert_eq!(stage.texts(".excluded .name"), ["South Ossetia", "Abkhazia"]);
    assert_eq!(stage.texts(".excluded .reason"), ["not a UN member"], "a shared reason is said once");
    stage.says("Counted: UN member states");
    stage.says("complete to 30 September 2022");
}

#[wasm_bindgen_test]
fn a_number_stands_beside_how_many_are_listed_and_no_entry_is_its_own() {
    let stage = showing(&[number()]);
    stage.says("Listed: 2");
    assert_eq!(stage.texts("ol.order .rank"), ["1", "2"]);
    assert!(stage.texts("[aria-current]").is_empty());
}

#[wasm_bindgen_test]
fn a_verdict_has_words_and_is_never_false() {
    let cases = [
        (Agreement::Agrees, "Agrees with the article"),
        (Agreement::Differs, "Differs from the article"),
        (Agreement::Open, "Cannot be told"),
    ];
    for (verdict, words) in cases {
        let stage = showing(&[ordinal(verdict)]);
        stage.says(words);
        assert!(!stage.reads().to_lowercase().contains("false"));
    }
}

#[wasm_bindgen_test]
fn a_list_from_the_article_alone_says_so_and_invents_no_ranks() {
    let stage = showing(&[ordinal_of_article()]);
    stage.says("Taken from this article alone; no other source was consulted.");
    assert_eq!(stage.texts(".rank"), ["", ""]);
}

#[wasm_bindgen_test]
fn a_weekday_is_a_line_of_the_calendar() {
    let stage = showing(&[date("on Wednesday", "2022-07-13")]);
    assert_eq!(stage.texts(".day.here .number, .day.publication .number"), ["13", "14"]);
    assert_eq!(stage.texts(".day .number"), ["10", "11", "12", "13", "14", "15", "16"]);
    assert!(stage.one(".result").inner_text().contains("13 July 2022"));
    stage.says("Reckoned from publication on Thursday");
}

#[wasm_bindgen_test]
fn a_date_is_never_more_precise_than_the_data() {
    for (iso, words) in [("2014", "2014"), ("2022-02", "February 2022"), ("last spring", "last spring")] {
        let stage = showing(&[date("then", iso)]);
        assert_eq!(stage.texts(".result"), [words]);
        assert!(stage.all(".calendar").is_empty(), "{iso} is no day");
    }
}

#[wasm_bindgen_test]
fn a_day_shifts_in_no_time_zone_and_a_month_may_end_in_the_calendar() {
    let stage = showing(&[date("on Tuesday", "2022-03-01")]);
    assert_eq!(stage.texts(".day .number"), ["26", "27", "28", "1", "2", "3", "4"]);
}

#[wasm_bindgen_test]
fn what_the_article_says_is_as_precise_as_it_says_it() {
    let stage = showing(&[share()]);
    stage.says("The article says 50.26%.");
}

#[wasm_bindgen_test]
fn a_conversion_is_an_equation() {
    let stage = showing(&[conversion()]);
    assert_eq!(stage.texts(".equation"), ["6,500\u{a0}km = 4,039\u{a0}mi"]);
    stage.says("The article says 4,000\u{a0}mi.");
    stage.says("Holds at the precision stated");
}

#[wasm_bindgen_test]
fn markup_in_every_field_stays_text() {
    for card in filled_with(HOSTILE) {
        let stage = showing(&[card]);
        assert!(stage.all("script, img, b, [onerror]").is_empty());
        stage.says(HOSTILE);
    }
}

#[wasm_bindgen_test]
fn only_addresses_of_the_web_become_links() {
    for url in ["javascript:alert(1)", "data:text/html,hello", "//example.org", "file:///etc/passwd", "", "no address"]
    {
        let card = EntityCard { link: Some(url.to_owned()), sources: vec![source("A title", url)], ..pyongyang() };
        let stage = entity(card);
        assert!(stage.all("a").is_empty(), "{url}");
        stage.says("A title");
    }
    let links = entity(pyongyang()).all("a");
    assert_eq!(links.len(), 2);
    assert!(links.iter().all(|link| link.get_attribute("rel").as_deref() == Some("noopener noreferrer nofollow")));
}

#[wasm_bindgen_test]
fn ten_thousand_characters_scroll_inside_a_card_of_the_usual_size() {
    for card in filled_with(&"word ".repeat(2000)) {
        let rect = showing(&[card]).one(".card").get_bounding_client_rect();
        let window =
            document().default_view().and_then(|window| window.inner_height().ok()?.as_f64()).expect("a height");
        assert!(rect.width() <= 320.5 && rect.height() <= 504.5, "{} x {}", rect.width(), rect.height());
        assert!(rect.top() >= 0.0 && rect.bottom() <= window);
    }
}

#[wasm_bindgen_test]
fn a_name_that_overrides_its_direction_turns_no_other_text_around() {
    let stage = entity(EntityCard {
        name: "\u{202e}live".to_owned(),
        sense: Sense::Government { of: "\u{202e}aerok".to_owned() },
        ..pyongyang()
    });
    assert_eq!(stage.one(".title").get_attribute("dir").as_deref(), Some("auto"));
    assert_eq!(stage.texts(".note bdi"), ["\u{202e}aerok"]);
}

#[wasm_bindgen_test]
fn it_is_a_dialog_named_by_its_title() {
    let stage = entity(pyongyang());
    let card = stage.one(".card");
    assert_eq!(card.get_attribute("role").as_deref(), Some("dialog"));
    let title = card.get_attribute("aria-labelledby").and_then(|id| stage.host.shadow().get_element_by_id(&id));
    assert_eq!(title.and_then(|title| title.text_content()).as_deref(), Some("Pyongyang"));
    assert!(card.matches(":popover-open").expect("a selector"));
}

#[wasm_bindgen_test]
fn buttons_lead_to_the_mentions_before_and_after() {
    let stage = entity(pyongyang());
    stage.one(".previous").click();
    stage.one(".next").click();
    assert_eq!(*stage.actions.borrow(), [CardAction::GoTo(4), CardAction::GoTo(9)]);
}

#[wasm_bindgen_test]
fn the_first_mention_has_none_before_it() {
    let mut card = pyongyang();
    card.mentions.here = 0;
    let stage = entity(card);
    stage.one(".previous").click();
    assert!(stage.actions.borrow().is_empty());
}

#[wasm_bindgen_test]
fn excerpts_and_speakers_lead_into_the_article() {
    let stage = showing(&[Card::Quotation(quotation())]);
    stage.one("button.excerpt").click();
    stage.one("button.step").click();
    assert_eq!(*stage.actions.borrow(), [CardAction::GoTo(6), CardAction::GoTo(2)]);
}

#[wasm_bindgen_test]
fn the_close_button_and_escape_ask_to_close() {
    let stage = entity(pyongyang());
    stage.one(".close").click();
    let escape = KeyboardEventInit::new();
    escape.set_key("Escape");
    escape.set_bubbles(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &escape).expect("an event");
    stage.one(".title").dispatch_event(&event).expect("dispatched");
    assert_eq!(*stage.actions.borrow(), [CardAction::Close, CardAction::Close]);
    assert!(stage.view.is_open(), "the view leaves it to its owner");
}

#[wasm_bindgen_test]
fn the_pointer_is_reported_as_it_comes_and_goes() {
    let stage = entity(pyongyang());
    for event in ["pointerenter", "pointerleave"] {
        let event = Event::new_with_event_init_dict(event, &EventInit::new()).expect("an event");
        stage.one(".card").dispatch_event(&event).expect("dispatched");
    }
    assert_eq!(*stage.actions.borrow(), [CardAction::PointerInside(true), CardAction::PointerInside(false)]);
}

#[wasm_bindgen_test]
fn from_any_card_of_a_nest_every_other_is_one_step_away() {
    let stage = showing(&[Card::Entity(pyongyang()), term(None), Card::Quotation(quotation())]);
    assert_eq!(stage.texts(".nest button"), ["Term: “special military operation”", "Quotation by Ada Quill"]);
    stage.view.focus(None);
    stage.all(".nest button")[1].click();
    assert_eq!(stage.texts(".title"), ["Ada Quill"]);
    assert_eq!(stage.texts(".nest button"), ["Name: Pyongyang", "Term: “special military operation”"]);
    assert!(stage.host.shadow().active_element().is_some(), "the focus stays in the card");
}

#[wasm_bindgen_test]
fn closing_gives_the_focus_back() {
    let before: HtmlElement = document().create_element("button").expect("a button").unchecked_into();
    document().body().expect("a body").append_child(&before).expect("appended");
    before.focus().expect("focused");
    let stage = entity(pyongyang());
    stage.view.focus(None);
    assert_ne!(document().active_element(), Some(before.clone().into()));
    stage.view.hide();
    assert_eq!(document().active_element(), Some(before.clone().into()));
    assert!(!stage.view.is_open());
    before.remove();
}

#[wasm_bindgen_test]
fn the_way_from_mark_to_card_belongs_to_the_card() {
    let stage = entity(pyongyang());
    let rect = stage.one(".card").get_bounding_client_rect();
    let holds = |y: f64| stage.view.area().is_some_and(|area| area.contains(rect.x() + 20.0, rect.y() + y));
    assert!(holds(5.0));
    assert!(holds(-5.0), "between mark and card");
    assert!(!holds(-30.0));
    stage.view.hide();
    assert!(!holds(5.0));
}

#[wasm_bindgen_test]
fn the_same_cards_shown_again_only_move() {
    let stage = showing(&[Card::Entity(pyongyang()), term(None)]);
    stage.one(".nest button").click();
    let mut scrolled = anchor(false);
    scrolled.rects[0].y += 30.0;
    let before = stage.one(".card").get_bounding_client_rect().top();
    stage.view.show(vec![(0, Card::Entity(pyongyang())), (1, term(None))], &scrolled).expect("it moves");
    assert_eq!(stage.one(".card").get_bounding_client_rect().top() - before, 30.0);
    assert_eq!(stage.texts(".title"), ["“special military operation”"], "the reader stays at the card they turned to");
}

#[wasm_bindgen_test]
fn the_focus_stays_in_the_card_when_it_shows_the_next_mention() {
    let stage = entity(pyongyang());
    stage.one(".next").focus().expect("focused");
    stage.view.show(vec![(9, term(None))], &anchor(false)).expect("it shows");
    assert_eq!(stage.host.shadow().active_element(), Some(stage.one(".card").into()));
}

#[wasm_bindgen_test]
fn showing_no_cards_closes() {
    let stage = entity(pyongyang());
    stage.view.show(vec![], &anchor(false)).expect("nothing to show");
    assert!(!stage.view.is_open());
}

#[wasm_bindgen_test]
fn a_host_that_a_page_removed_comes_back() {
    let stage = entity(pyongyang());
    stage.host.element().remove();
    stage.view.show(vec![(0, term(None))], &anchor(false)).expect("it shows");
    assert!(stage.host.element().is_connected());
    assert!(stage.one(".card").matches(":popover-open").expect("a selector"));
}

#[wasm_bindgen_test]
fn the_document_is_the_same_afterwards() {
    let page = || document().document_element().map(|root| root.outer_html());
    let before = page();
    let stage = entity(pyongyang());
    assert_ne!(page(), before);
    drop(stage);
    assert_eq!(page(), before);
}
