//! What scripts hold: a [`Page`] with notes.
//!
//! Takes what the loader hands in (options, packs, the walk helper); gives plain objects. Example:
//! `Page.open({ openDelay: 300 }, [["world.pack", bytes]], tools).annotations()`.
//!
//! Invariant: what crosses to JavaScript is plain data, with UTF-16 offsets.

use crate::{
    error::{ErrorKind, PageError},
    events,
    options::Options,
    reading::{Engine, Reading},
    session::Session,
    walk::Tools,
};
use js_sys::{Array, Uint8Array};
use postil::{
    Article, BlockKind, Body, EntityRef, Knowledge, NameType,
    offsets::{Unit, convert},
};
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Document;

/// Notes on one document. Freed, it leaves the document as it was.
#[wasm_bindgen]
pub struct Page {
    session: Rc<Session>,
}

/// One annotation, as scripts see it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PlainAnnotation {
    index: usize,
    kind: &'static str,
    quote: String,
    spans: Vec<PlainSpan>,
    entity: Option<usize>,
    salience: f32,
}

#[derive(Serialize)]
struct PlainSpan {
    start: usize,
    end: usize,
}

/// What was read, as `postil annotate --offsets utf16` takes it.
#[derive(Serialize)]
struct PlainArticle<'a> {
    text: &'a str,
    published: Option<String>,
    lang: Option<&'a str>,
    url: Option<&'a str>,
    blocks: Vec<PlainBlock>,
}

#[derive(Serialize)]
struct PlainBlock {
    kind: BlockKind,
    #[serde(flatten)]
    span: PlainSpan,
}

/// One entity, as scripts see it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PlainEntity<'a> {
    name: &'a str,
    name_type: NameType,
    id: Option<String>,
    role: Option<&'a str>,
    annotations: Vec<usize>,
}

#[wasm_bindgen]
impl Page {
    /// Marks the page's article. `packs` are pairs of a name and either bytes or the words why there are none.
    ///
    /// # Errors
    /// `PostilNoArticleError`, `PostilNoTextError`, `PostilRootError`, `PostilUnsupportedError`, `PostilBusyError`,
    /// `PostilPageError`.
    pub fn open(options: &JsValue, packs: &Array, tools: &Tools) -> Result<Page, JsValue> {
        console_error_panic_hook::set_once();
        let window =
            web_sys::window().ok_or_else(|| PageError::new(ErrorKind::Page, "Postil runs in a document's window"))?;
        let document =
            window.document().ok_or_else(|| PageError::new(ErrorKind::Page, "the window has no document"))?;
        let (knowledge, names) = knowledge(&document, packs);
        let page = Page::start(document, options, tools, knowledge, Engine::CORE)?;
        page.session.name_packs(names);
        Ok(page)
    }

    /// All annotations in the order of the text.
    pub fn annotations(&self) -> JsValue {
        let plain =
            |reading: &Reading| (0..reading.marks.len()).filter_map(|at| annotation(reading, at)).collect::<Vec<_>>();
        events::plain(&self.session.with_reading(plain).unwrap_or_default())
    }

    /// All entities in the order of their first mention.
    pub fn entities(&self) -> JsValue {
        self.session
            .with_reading(|reading| events::plain(&self.plain_entities(reading)))
            .unwrap_or_else(|| Array::new().into())
    }

    /// What was read: the text that offsets count in, its blocks, date and language; `null` without an article.
    pub fn article(&self) -> JsValue {
        let plain = |reading: &Reading| events::plain(&plain_article(&reading.text.snapshot.article));
        self.session.with_reading(plain).unwrap_or(JsValue::NULL)
    }

    /// What the card of an annotation says, or `null`.
    pub fn card(&self, annotation: usize) -> JsValue {
        self.session.card(annotation).map_or(JsValue::NULL, |card| events::plain(&card))
    }

    /// Scrolls to an annotation and opens its card; says whether there is one.
    ///
    /// # Errors
    /// `PostilPageError` when the page refuses it.
    pub fn show(&self, annotation: usize) -> Result<bool, JsValue> {
        Ok(self.session.go_to(annotation)?)
    }

    /// Takes the second parts of packs: pairs of a pack's name and either bytes or the words why there are none.
    pub fn complete(&self, parts: &Array) {
        self.session.complete(parts);
    }

    /// Takes the tagger's model, a pair of its name and either bytes or the words why there are none, and finds the notes anew.
    pub fn learn(&self, model: &Array) {
        self.session.learn(model);
    }

    /// Takes feeds of fact-checks, each as `{ address, value }` or `{ address, missing }`, and finds the notes anew.
    pub fn review(&self, feeds: &Array) {
        self.session.take_reviews(feeds);
    }

    /// What the list has, as linked data for the page's owner; `null` without an article.
    pub fn json_ld(&self) -> JsValue {
        self.session.linked_data().map_or(JsValue::NULL, |data| events::plain(&data))
    }

    /// Asks the loader for all that is not here: fact-checks, the model, and the second parts of packs.
    pub fn want_all(&self) {
        self.session.want_reviews();
        self.session.want_model();
        self.session.want_more();
    }

    /// Opens the list of notes, and leaves the focus where it is.
    ///
    /// # Errors
    /// `PostilPageError` when the page refuses it.
    pub fn open_list(&self) -> Result<(), JsValue> {
        Ok(self.session.open_list()?)
    }

    /// Closes the open card.
    pub fn hide(&self) {
        self.session.close();
    }
}

impl Page {
    /// A page whose notes are found by another engine than the core; for tests and for hosts in Rust.
    ///
    /// # Errors
    /// As [`Page::open`].
    pub fn start(
        document: Document,
        options: &JsValue,
        tools: &Tools,
        knowledge: Knowledge,
        engine: Engine,
    ) -> Result<Page, PageError> {
        let session = Session::open(document, Options::from_js(options)?, tools.clone(), knowledge, engine)?;
        Ok(Page { session })
    }

    /// The text that was read; empty while there is no article.
    pub fn text(&self) -> String {
        self.session.with_reading(|reading| reading.text.snapshot.article.text().to_owned()).unwrap_or_default()
    }

    fn plain_entities<'a>(&'a self, reading: &'a Reading) -> Vec<PlainEntity<'a>> {
        let entities = reading.notes.entities.iter().enumerate();
        let plain = entities.map(|(index, entity)| PlainEntity {
            name: &entity.name,
            name_type: entity.name_type,
            id: entity.known.and_then(|known: EntityRef| self.session.id_of(known)),
            role: entity.role.map(|role| role.of(reading.text.snapshot.article.text())),
            annotations: (0..reading.marks.len()).filter(|at| entity_of(reading, *at) == Some(index)).collect(),
        });
        plain.collect()
    }
}

fn plain_article(article: &Article) -> PlainArticle<'_> {
    let mut units: Vec<usize> = article.blocks().iter().flat_map(|block| [block.span.start, block.span.end]).collect();
    convert(article.text(), Unit::Byte, Unit::Utf16, &mut units);
    let spans = units.as_chunks().0.iter().map(|&[start, end]| PlainSpan { start, end });
    PlainArticle {
        text: article.text(),
        published: article.published().map(|day| day.to_string()),
        lang: article.language(),
        url: article.address(),
        blocks: article.blocks().iter().zip(spans).map(|(block, span)| PlainBlock { kind: block.kind, span }).collect(),
    }
}

fn annotation(reading: &Reading, index: usize) -> Option<PlainAnnotation> {
    let (annotation, mark) = (reading.notes.annotations.get(index)?, reading.marks.get(index)?);
    let words: Vec<&str> = annotation.spans.iter().map(|span| span.of(reading.text.snapshot.article.text())).collect();
    Some(PlainAnnotation {
        index,
        kind: mark.kind.name(),
        quote: words.join(" … "),
        spans: mark.units.iter().map(|&(start, end)| PlainSpan { start, end }).collect(),
        entity: entity_of(reading, index),
        salience: annotation.salience,
    })
}

fn entity_of(reading: &Reading, annotation: usize) -> Option<usize> {
    match reading.notes.annotations.get(annotation)?.body {
        Body::Mention(index) => reading.notes.mentions.get(index).map(|mention| mention.entity),
        Body::Attribution(index) => reading.notes.attributions.get(index)?.said_by().first().copied(),
        Body::Claim(_) | Body::Review(_) => None,
    }
}

/// All packs that can be read, with their names; the others are reported, each once.
fn knowledge(document: &Document, packs: &Array) -> (Knowledge, Vec<String>) {
    let (mut knowledge, mut names) = (Knowledge::new(), Vec::new());
    for pair in packs.iter() {
        let (name, bytes) = named_bytes(&pair);
        match bytes.and_then(|bytes| knowledge.add(bytes).map_err(|error| error.to_string())) {
            Ok(()) => names.push(name),
            Err(why) => {
                let message = format!("pack {name} is left aside: {why}. The notes go on without it");
                events::warn(document, &PageError::new(ErrorKind::Pack, message));
            }
        }
    }
    (knowledge, names)
}

/// A file as the loader hands it over: its name, and its bytes or the words why there are none.
pub(crate) fn named_bytes(pair: &JsValue) -> (String, Result<Vec<u8>, String>) {
    let pair = Array::from(pair);
    let (name, content) = (pair.get(0).as_string().unwrap_or_default(), pair.get(1));
    let bytes = match content.dyn_ref::<Uint8Array>() {
        Some(bytes) => Ok(bytes.to_vec()),
        None => Err(content.as_string().unwrap_or_else(|| "it is no bytes".to_owned())),
    };
    (name, bytes)
}
