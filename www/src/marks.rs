//! What is painted: one mark for each annotation, as CSS custom highlights.
//!
//! Takes notes and the snapshot; gives [`Marks`], and paints them by a [`Painter`]. Example: all names are the ranges of one
//! highlight, `postil-entity`.
//!
//! Invariant: the document's tree is never touched, and no highlight or style sheet but our own.

use crate::{
    error::{ErrorKind, PageError},
    snapshot::{Piece, Snapshot},
    walk::{Tools, Walked},
};
use js_sys::{Array, Uint32Array};
use postil::{
    Annotation, Body, Notes, QuoteKind,
    offsets::{Unit, convert},
};
use wasm_bindgen::prelude::*;
use web_sys::Document;

/// The kinds of marks, each with a look of its own. Later ones are painted above earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MarkKind {
    Review,
    Indirect,
    Quotation,
    Term,
    Claim,
    Entity,
}

impl MarkKind {
    pub(crate) const ALL: [MarkKind; 6] =
        [MarkKind::Review, MarkKind::Indirect, MarkKind::Quotation, MarkKind::Term, MarkKind::Claim, MarkKind::Entity];

    /// Its word in events and annotations.
    pub(crate) fn name(self) -> &'static str {
        match self {
            MarkKind::Review => "review",
            MarkKind::Indirect => "indirect",
            MarkKind::Quotation => "quotation",
            MarkKind::Term => "term",
            MarkKind::Claim => "claim",
            MarkKind::Entity => "entity",
        }
    }

    fn of(body: Body, notes: &Notes) -> MarkKind {
        match body {
            Body::Mention(_) => MarkKind::Entity,
            Body::Claim(_) => MarkKind::Claim,
            Body::Review(_) => MarkKind::Review,
            Body::Attribution(index) => match notes.attributions.get(index).map(|said| said.kind) {
                Some(QuoteKind::Scare) => MarkKind::Term,
                Some(QuoteKind::Indirect) => MarkKind::Indirect,
                _ => MarkKind::Quotation,
            },
        }
    }
}

/// One annotation, on the page.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) kind: MarkKind,
    /// UTF-16 offsets into the article's text.
    pub(crate) units: Vec<(usize, usize)>,
    pub(crate) pieces: Vec<Piece>,
}

impl Mark {
    pub(crate) fn triples(&self) -> impl Iterator<Item = u32> {
        self.pieces.iter().flat_map(|piece| [piece.node as u32, piece.start as u32, piece.end as u32])
    }
}

/// All marks: one for each note, in the same order.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    all: Vec<Mark>,
    /// Of each container, by its number, up to the last that holds any.
    in_container: Vec<Vec<usize>>,
}

impl Marks {
    /// The marks of all notes, also of those that stand in the list alone and are never painted as such.
    pub(crate) fn new(all: &[Annotation], notes: &Notes, snapshot: &Snapshot) -> Marks {
        let spans = || all.iter().flat_map(|annotation| &annotation.spans);
        let mut units: Vec<usize> = spans().flat_map(|span| [span.start, span.end]).collect();
        convert(snapshot.article.text(), Unit::Byte, Unit::Utf16, &mut units);
        let mut units = units.as_chunks().0.iter().map(|&[start, end]| (start, end));
        let mut marks = Marks::default();
        for annotation in all {
            let units: Vec<_> = units.by_ref().take(annotation.spans.len()).collect();
            let pieces = units.iter().flat_map(|(start, end)| snapshot.pieces(*start, *end)).collect();
            marks.push(Mark { kind: MarkKind::of(annotation.body, notes), units, pieces });
        }
        marks
    }

    fn push(&mut self, mark: Mark) {
        for piece in &mark.pieces {
            if self.in_container.len() <= piece.container {
                self.in_container.resize_with(piece.container + 1, Vec::new);
            }
            let marks = &mut self.in_container[piece.container];
            if marks.last() != Some(&self.all.len()) {
                marks.push(self.all.len());
            }
        }
        self.all.push(mark);
    }

    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    pub(crate) fn get(&self, annotation: usize) -> Option<&Mark> {
        self.all.get(annotation)
    }

    /// The marks whose text is laid out in a container.
    pub(crate) fn in_container(&self, container: usize) -> &[usize] {
        self.in_container.get(container).map_or(&[], Vec::as_slice)
    }

    /// The containers that hold marks.
    pub(crate) fn containers(&self) -> impl Iterator<Item = usize> {
        (0..self.in_container.len()).filter(|at| !self.in_container[*at].is_empty())
    }

    /// How many ranges it takes at most to paint them.
    pub(crate) fn ranges(&self) -> usize {
        self.all.iter().map(|mark| mark.pieces.len()).sum()
    }

    /// Where the ranges of a kind stand, as the walk helper takes them: of the marks shown, in the given containers or in all.
    fn triples(&self, kind: MarkKind, shown: &[bool], containers: Option<&[bool]>) -> Uint32Array {
        let near = |piece: &&Piece| containers.is_none_or(|near| near.get(piece.container).copied().unwrap_or(false));
        let marks =
            self.all.iter().zip(shown).filter(|(mark, shown)| **shown && mark.kind == kind).map(|(mark, _)| mark);
        let pieces = marks.flat_map(|mark| &mark.pieces).filter(near);
        let triples: Vec<u32> =
            pieces.flat_map(|piece| [piece.node as u32, piece.start as u32, piece.end as u32]).collect();
        Uint32Array::from(triples.as_slice())
    }
}

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor, variadic, catch)]
    fn new(ranges: &Array) -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn clear(this: &Highlight);
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type HighlightRegistry;
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<HighlightRegistry>;
    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn get(this: &HighlightRegistry, name: &str) -> JsValue;
    #[wasm_bindgen(method)]
    fn has(this: &HighlightRegistry, name: &str) -> bool;
    #[wasm_bindgen(method)]
    fn delete(this: &HighlightRegistry, name: &str) -> bool;

    #[wasm_bindgen(js_name = CSSStyleSheet)]
    type Sheet;
    #[wasm_bindgen(constructor, js_class = "CSSStyleSheet", catch)]
    fn new() -> Result<Sheet, JsValue>;
    #[wasm_bindgen(method, js_name = replaceSync, catch)]
    fn replace_sync(this: &Sheet, text: &str) -> Result<(), JsValue>;

    /// The observable array of adopted style sheets.
    type Sheets;
    #[wasm_bindgen(method, js_name = indexOf)]
    fn index_of(this: &Sheets, sheet: &Sheet) -> i32;
    #[wasm_bindgen(method)]
    fn push(this: &Sheets, sheet: &Sheet);
    #[wasm_bindgen(method)]
    fn splice(this: &Sheets, at: i32, count: u32);

    /// A document or shadow root.
    #[derive(Clone)]
    type Adopter;
    #[wasm_bindgen(method, structural, getter, js_name = adoptedStyleSheets)]
    fn adopted(this: &Adopter) -> Sheets;
}

const ACTIVE: &str = "postil-active";
/// The mark whose card is open has a ground only, and lies under the lines of the others. Above them it would crash WebKitGTK
/// 2.50 in a paragraph with claims and names (tests/browser/keyboard.test.mjs goes by every mark).
const BELOW_ALL: i32 = 0;

fn highlight_name(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Review => "postil-review",
        MarkKind::Indirect => "postil-indirect",
        MarkKind::Quotation => "postil-quotation",
        MarkKind::Term => "postil-term",
        MarkKind::Claim => "postil-claim",
        MarkKind::Entity => "postil-entity",
    }
}

/// Our highlights and our style sheet; both end with this value.
pub(crate) struct Painter {
    tools: Tools,
    document: Adopter,
    sheet: Sheet,
    adopters: Vec<Adopter>,
}

impl Painter {
    /// Claims the highlights' names. The style sheet is adopted with the first marks: a page whose styles have just changed is
    /// slow to read.
    ///
    /// # Errors
    /// When the browser has no custom highlights, or another Postil already paints this page.
    pub(crate) fn new(document: &Document, tools: &Tools) -> Result<Painter, PageError> {
        let busy = HIGHLIGHTS.with(|registry| registry.as_ref().map(|r| r.has(ACTIVE)));
        match busy {
            None => {
                return Err(PageError::new(
                    ErrorKind::Unsupported,
                    "this browser has no CSS custom highlights; the page stays as it is",
                ));
            }
            Some(true) => {
                return Err(PageError::new(
                    ErrorKind::Busy,
                    "another Postil already marks this page; call its destroy() first",
                ));
            }
            Some(false) => {}
        }
        let sheet = Sheet::new()?;
        sheet.replace_sync(include_str!(concat!(env!("OUT_DIR"), "/marks.css")))?;
        register(ACTIVE, BELOW_ALL, &Array::new())?;
        let document = document.unchecked_ref::<Adopter>().clone();
        Ok(Painter { tools: tools.clone(), document, sheet, adopters: Vec::new() })
    }

    fn adopt(&mut self, adopter: &Adopter) {
        if adopter.adopted().index_of(&self.sheet) < 0 {
            adopter.adopted().push(&self.sheet);
            self.adopters.push(adopter.clone());
        }
    }

    /// Paints the marks shown, all or those in some containers; also in the shadow roots that hold the article's text.
    pub(crate) fn paint(
        &mut self,
        marks: &Marks,
        shown: &[bool],
        walked: &Walked,
        near: Option<&[bool]>,
    ) -> Result<(), PageError> {
        self.adopt(&self.document.clone());
        for shadow in walked.shadows().iter() {
            self.adopt(shadow.unchecked_ref());
        }
        for kind in MarkKind::ALL {
            let ranges = walked.ranges(&marks.triples(kind, shown, near));
            register(highlight_name(kind), kind as i32, &ranges)?;
        }
        Ok(())
    }

    /// Paints the mark that a card is open for.
    pub(crate) fn activate(&self, mark: Option<&Mark>, walked: &Walked) -> Result<(), PageError> {
        let triples: Vec<u32> = mark.into_iter().flat_map(Mark::triples).collect();
        register(ACTIVE, BELOW_ALL, &walked.ranges(&Uint32Array::from(triples.as_slice())))
    }

    /// Paints nothing, and keeps the names.
    pub(crate) fn clear(&self) {
        HIGHLIGHTS.with(|registry| {
            let Some(registry) = registry else { return };
            names()
                .filter(|name| registry.has(name))
                .for_each(|name| registry.get(name).unchecked_ref::<Highlight>().clear());
        });
    }

    /// Takes out ranges whose text has left the page.
    pub(crate) fn prune(&self) {
        HIGHLIGHTS.with(|registry| {
            let Some(registry) = registry else { return };
            for name in names().filter(|name| registry.has(name)) {
                self.tools.prune(&registry.get(name));
            }
        });
    }

    /// Whether another script has thrown our highlights away.
    pub(crate) fn is_cleared(&self) -> bool {
        HIGHLIGHTS.with(|registry| registry.as_ref().is_some_and(|registry| !registry.has(ACTIVE)))
    }
}

fn names() -> impl Iterator<Item = &'static str> {
    MarkKind::ALL.into_iter().map(highlight_name).chain([ACTIVE])
}

fn register(name: &str, priority: i32, ranges: &Array) -> Result<(), PageError> {
    let highlight = Highlight::new(ranges)?;
    highlight.set_priority(priority);
    HIGHLIGHTS.with(|registry| {
        if let Some(registry) = registry {
            registry.set(name, &highlight);
        }
    });
    Ok(())
}

impl Painter {
    /// Gives the highlights' names back and takes the style sheet away.
    pub(crate) fn leave(&self) {
        HIGHLIGHTS.with(|registry| {
            if let Some(registry) = registry {
                names().for_each(|name| _ = registry.delete(name));
            }
        });
        for adopter in &self.adopters {
            let sheets = adopter.adopted();
            let at = sheets.index_of(&self.sheet);
            if at >= 0 {
                sheets.splice(at, 1);
            }
        }
    }
}

impl Drop for Painter {
    fn drop(&mut self) {
        self.leave();
    }
}
