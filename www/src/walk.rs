//! The walk helper, as Rust sees it: `js/walk.js`, handed in by the loader.
//!
//! Takes an element; gives [`Walked`]: one string and one array of numbers for a whole page, because a string for each
//! text node would cost ten times the walk. Example: `tools.walk(&body, ..)` of a page with two paragraphs.
//!
//! Invariant: the helper decides nothing; it looks up what [`crate::exclude`] asks for.

use js_sys::{Array, Float64Array, Uint32Array};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node};

#[wasm_bindgen]
extern "C" {
    /// What the loader hands in: the functions of `js/walk.js`.
    #[derive(Clone, Debug)]
    pub type Tools;

    #[wasm_bindgen(method, structural, catch)]
    pub(crate) fn walk(
        this: &Tools,
        root: &Element,
        skip: &str,
        selectors: &Array,
        words: &Array,
    ) -> Result<Walked, JsValue>;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn prune(this: &Tools, highlight: &JsValue);

    /// What was read.
    #[derive(Clone, Debug)]
    pub(crate) type Walked;

    #[wasm_bindgen(method, structural, getter)]
    pub(crate) fn text(this: &Walked) -> String;

    #[wasm_bindgen(method, structural, getter)]
    pub(crate) fn table(this: &Walked) -> Uint32Array;

    #[wasm_bindgen(method, structural, getter)]
    pub(crate) fn elements(this: &Walked) -> Array;

    #[wasm_bindgen(method, structural, getter)]
    pub(crate) fn shadows(this: &Walked) -> Array;

    #[wasm_bindgen(method, structural, js_name = containerOf)]
    pub(crate) fn container_of(this: &Walked, node: &Node) -> i32;

    /// Whether some of our nodes are the same as some of another walk's, one by one.
    #[wasm_bindgen(method, structural)]
    pub(crate) fn shows(this: &Walked, ours: &Uint32Array, other: &Walked, theirs: &Uint32Array) -> bool;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn ranges(this: &Walked, triples: &Uint32Array) -> Array;

    #[wasm_bindgen(method, structural)]
    pub(crate) fn rects(this: &Walked, triples: &Uint32Array) -> Float64Array;
}
