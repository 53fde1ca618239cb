//! The cursor that tells a reader that a mark can be opened.
//!
//! Takes the element under the pointer; gives it `cursor: pointer` until told otherwise. No highlight can set a cursor, and
//! `style.cursor` would write an attribute into the article. A paused animation of `cursor` changes the computed style and
//! nothing else: no attribute, no mutation, no tick.
//!
//! Invariant: dropping it cancels the animation.

use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    type Animatable;
    type Animation;
    #[wasm_bindgen(method, structural, catch)]
    fn animate(this: &Animatable, keyframes: &JsValue, options: &JsValue) -> Result<Animation, JsValue>;
    #[wasm_bindgen(method, structural)]
    fn pause(this: &Animation);
    #[wasm_bindgen(method, structural)]
    fn cancel(this: &Animation);
}

/// Which element shows the cursor.
#[derive(Default)]
pub(crate) struct Cursor {
    shown: RefCell<Option<(Element, Animation)>>,
}

impl Cursor {
    /// Shows the pointing hand over an element, and over nothing else.
    pub(crate) fn show(&self, element: &Element) {
        if self.shown.borrow().as_ref().is_some_and(|(shown, _)| shown == element) {
            return;
        }
        self.clear();
        let animated = keyframes().and_then(|frames| element.unchecked_ref::<Animatable>().animate(&frames, &1.into()));
        if let Ok(animation) = animated {
            animation.pause();
            self.shown.replace(Some((element.clone(), animation)));
        }
    }

    /// Gives the element its own cursor back.
    pub(crate) fn clear(&self) {
        if let Some((_, animation)) = self.shown.take() {
            animation.cancel();
        }
    }
}

fn keyframes() -> Result<JsValue, JsValue> {
    let frames = js_sys::Object::new();
    js_sys::Reflect::set(&frames, &"cursor".into(), &js_sys::Array::of2(&"pointer".into(), &"pointer".into()))?;
    Ok(frames.into())
}

impl Drop for Cursor {
    fn drop(&mut self) {
        self.clear();
    }
}
