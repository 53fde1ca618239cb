//! The card as a sheet, for fingers.

use super::*;

#[wasm_bindgen_test]
fn a_touch_opens_a_sheet_that_leaves_the_tapped_line_in_sight() {
    let stage = stage();
    let anchor = anchor(true);
    stage.view.show(vec![(0, Card::Entity(pyongyang()))], &anchor).expect("it shows");
    let (sheet, close) =
        (stage.one(".sheet").get_bounding_client_rect(), stage.one(".close").get_bounding_client_rect());
    assert!(close.width() >= 44.0 && close.height() >= 44.0);
    assert!(sheet.top() >= anchor.rects[0].bottom(), "{} {:?}", sheet.top(), anchor.rects);
}

/// Firefox on a desktop knows no touches, WebKitGTK lets no script make one: there is nothing to swipe with then.
fn makes_touches(stage: &Stage) -> bool {
    let known = js_sys::Reflect::has(&js_sys::global(), &"TouchEvent".into()).unwrap_or(false);
    known && Touch::new(&TouchInit::new(1, &stage.one(".card"))).is_ok()
}

/// A finger on the sheet, from one height to another.
fn swipe(stage: &Stage, from: i32, to: i32) {
    let card = stage.one(".card");
    for (kind, height) in [("touchstart", from), ("touchend", to)] {
        let finger = TouchInit::new(1, &card);
        finger.set_client_y(height);
        let touches = TouchEventInit::new();
        touches.set_changed_touches(&js_sys::Array::of1(&Touch::new(&finger).expect("a touch")));
        let event = TouchEvent::new_with_event_init_dict(kind, &touches).expect("an event");
        card.dispatch_event(&event).expect("dispatched");
    }
}

#[wasm_bindgen_test]
fn a_swipe_pushes_a_sheet_out_and_no_card() {
    let stage = stage();
    if !makes_touches(&stage) {
        return;
    }
    let cards = vec![(0, Card::Entity(pyongyang()))];
    stage.view.show(cards.clone(), &anchor(false)).expect("a card");
    swipe(&stage, 300, 420);
    stage.view.show(cards, &anchor(true)).expect("a sheet");
    swipe(&stage, 300, 330);
    swipe(&stage, 420, 300);
    assert_eq!(*stage.actions.borrow(), []);
    swipe(&stage, 300, 420);
    assert_eq!(*stage.actions.borrow(), [CardAction::Close]);
}
