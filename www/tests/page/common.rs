//! What the browser tests share: a page to read, an engine whose notes are plain to see, and the walk helper.

use js_sys::{Array, Object, Reflect};
use postil::{
    Annotation, Article, Attribution, Body, Card, Entity, Knowledge, Mention, MentionSense, NameType, Notes, QuoteKind,
    Rule, Span,
    card::{TermCard, Why},
};
use postil_page::{Engine, Page, PageError, Tools};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

#[wasm_bindgen(module = "/js/walk.js")]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = walk)]
    static WALK: JsValue;
    #[wasm_bindgen(thread_local_v2, js_name = prune)]
    static PRUNE: JsValue;
}

/// The walk helper, as the loader hands it over.
pub(crate) fn tools() -> Tools {
    let tools = Object::new();
    Reflect::set(&tools, &"walk".into(), &WALK.with(JsValue::clone)).expect("a plain object takes a property");
    Reflect::set(&tools, &"prune".into(), &PRUNE.with(JsValue::clone)).expect("a plain object takes a property");
    tools.unchecked_into()
}

pub(crate) fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("tests run in a browser")
}

/// A part of the test page that goes when the test ends.
pub(crate) struct Fixture {
    pub(crate) root: Element,
}

impl Fixture {
    pub(crate) fn new(html: &str) -> Fixture {
        reset();
        let root = document().create_element("div").expect("a div can be made");
        root.set_class_name("fixture");
        // With a date, so that a test hears of no error but its own.
        root.set_inner_html(&format!("{html}<time datetime='2026-11-24'></time>"));
        document().body().expect("the test page has a body").append_child(&root).expect("a div can be appended");
        Fixture { root }
    }

    pub(crate) fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).expect("a valid selector").expect("the fixture holds it")
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Marks words in `[square]` brackets as names and words in “quotation marks” as quotations; each has a card.
pub(crate) const BRACKETS: Engine = Engine { annotate: brackets, card };

/// Marks nothing.
pub(crate) const NOTHING: Engine = Engine { annotate: |_, _, _| Notes::default(), card };

fn brackets(article: &Article, _: &Knowledge, _: postil::Options) -> Notes {
    let mut notes = Notes::default();
    for span in between(article.text(), '[', ']') {
        let entity = notes.entities.len();
        let name = span.of(article.text()).to_owned();
        notes.entities.push(Entity { name, name_type: NameType::Misc, known: None, role: None, country: None });
        let sense = MentionSense::Itself;
        notes.mentions.push(Mention { span, entity, sense, rule: Rule::Pack, or_else: Vec::new() });
        notes.annotations.push(Annotation { spans: vec![span], body: Body::Mention(entity), salience: 0.5 });
    }
    for span in between(article.text(), '“', '”') {
        let body = Body::Attribution(notes.attributions.len());
        let kind = QuoteKind::Direct;
        notes.attributions.push(Attribution::new(kind, vec![span]));
        notes.annotations.push(Annotation { spans: vec![span], body, salience: 0.7 });
    }
    notes.annotations.sort_by_key(|annotation| annotation.spans[0].start);
    notes
}

fn between(text: &str, open: char, close: char) -> Vec<Span> {
    let starts = text.match_indices(open).map(|(at, sign)| at + sign.len());
    starts.filter_map(|start| Some(Span::new(start, start + text[start..].find(close)?))).collect()
}

fn card(annotation: usize, article: &Article, notes: &Notes, _: &Knowledge) -> Option<Card> {
    let words = notes.annotations.get(annotation)?.spans.first()?.of(article.text()).to_owned();
    Some(Card::Term(TermCard { words, owner: None, cue: None, why: Why::Distance }))
}

/// Opens a page on all of a root.
pub(crate) fn open(root: &JsValue, engine: Engine) -> Result<Page, PageError> {
    let options = Object::new();
    Reflect::set(&options, &"root".into(), root).expect("a plain object takes a property");
    Page::start(document(), &options, &tools(), Knowledge::new(), engine)
}

#[wasm_bindgen(inline_js = "export function reset() { \
    CSS.highlights.clear(); document.querySelectorAll('.fixture').forEach((left) => left.remove()); }")]
extern "C" {
    /// Takes away what a test that failed has left: a panic drops nothing here.
    fn reset();
}

#[wasm_bindgen(inline_js = "export function painted(name) { \
    return CSS.highlights.has(name) ? [...CSS.highlights.get(name)].map((range) => { \
        const live = document.createRange(); live.setStart(range.startContainer, range.startOffset); \
        live.setEnd(range.endContainer, range.endOffset); return live.toString(); }) : null; }")]
extern "C" {
    #[wasm_bindgen(js_name = painted)]
    fn painted_ranges(name: &str) -> Option<Array>;
}

/// The words that a highlight covers, range by range; none if there is no such highlight.
pub(crate) fn painted(name: &str) -> Option<Vec<String>> {
    painted_ranges(name).map(|ranges| ranges.iter().filter_map(|range| range.as_string()).collect())
}
