//! One reading of a page: what was found in it at one time, and where that stands.
//!
//! Takes a document and the knowledge; gives a [`Reading`]: snapshot, notes and marks that belong together. Example: after
//! an article is edited a new reading replaces the old one whole.
//!
//! Invariant: reading changes nothing in the page.

use crate::{
    choices::Choices,
    error::{ErrorKind, PageError},
    exclude::{SIGNS, SKIP},
    find_article::{Missing, find_article, take_root},
    hit,
    marks::Marks,
    metadata::Metadata,
    outline::Outline,
    place::Rect,
    snapshot::Snapshot,
    walk::{Tools, Walked},
};
use js_sys::{Array, Uint32Array};
use postil::{Annotation, Article, Body, Card, Entity, Knowledge, Notes};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

/// Who finds the notes and fills the cards: the core, or what a test or a host in Rust puts in its place.
#[derive(Clone, Copy, Debug)]
pub struct Engine {
    /// Finds the notes of an article.
    pub annotate: fn(&Article, &Knowledge, postil::Options) -> Notes,
    /// Fills the card of one annotation.
    pub card: fn(usize, &Article, &Notes, &Knowledge) -> Option<Card>,
}

impl Engine {
    /// The core.
    pub const CORE: Engine = Engine { annotate: postil::annotate_with, card: Card::of };
}

/// What was read: the article with its way back to the page.
pub(crate) struct Text {
    pub(crate) walked: Walked,
    pub(crate) snapshot: Snapshot,
    /// The element that holds the whole article.
    pub(crate) root: Option<Element>,
    /// What its owner should hear of.
    pub(crate) warnings: Vec<PageError>,
}

/// What was found at one time.
pub(crate) struct Reading {
    pub(crate) text: Text,
    pub(crate) notes: Notes,
    /// The annotations, and behind them claims without a mark, for the list.
    pub(crate) all: Vec<Annotation>,
    pub(crate) marks: Marks,
    /// Which notes stand in the list.
    pub(crate) listed: Vec<bool>,
    /// Which of these are marked in the text.
    pub(crate) shown: Vec<bool>,
}

/// The most text that is read of one article, in bytes: about 100,000 words, more than any newspaper prints as one.
const MOST_TEXT: usize = 600_000;

impl Text {
    /// Reads the article of a document, or all of a root that its host named.
    ///
    /// # Errors
    /// When there is no article, or no text in the root.
    pub(crate) fn read(
        document: &Document,
        root: Option<&Element>,
        tools: &Tools,
        metadata: &Metadata,
    ) -> Result<Text, PageError> {
        let start = root.cloned().or_else(|| document.body().map(Element::from));
        let start = start.ok_or_else(|| missing(Missing::Text))?;
        let words = |pick: fn(&crate::exclude::Rule) -> &str| {
            SIGNS.iter().map(|rule| wasm_bindgen::JsValue::from_str(pick(rule))).collect::<Array>()
        };
        let walked = tools.walk(&start, SKIP, &words(|rule| rule.selector), &words(|rule| rule.words))?;
        let outline = Outline::new(&walked);
        let selection = match root {
            Some(_) => take_root(&outline).map_err(|_| no_text())?,
            None => find_article(&outline, &metadata.title).map_err(missing)?,
        };
        let (mut snapshot, whole) = Snapshot::new(&outline, &selection, MOST_TEXT);
        let day = metadata.published.as_deref().and_then(postil::day);
        snapshot.article =
            snapshot.article.published_on(day).in_language(metadata.language.clone()).at(metadata.address.clone());
        let root = snapshot.root(&outline).and_then(|root| walked.elements().get(root as u32).dyn_into().ok());
        let warnings = [(!whole).then(too_long), day.is_none().then(undated)].into_iter().flatten().collect();
        Ok(Text { walked, snapshot, root, warnings })
    }

    /// Whether another look at the page shows the same text in the same places.
    pub(crate) fn is_same(&self, other: &Text) -> bool {
        let nodes = |text: &Text| Uint32Array::from(text.snapshot.nodes().as_slice());
        self.snapshot.article.text() == other.snapshot.article.text()
            && self.snapshot.offsets().eq(other.snapshot.offsets())
            && self.walked.shows(&nodes(self), &other.walked, &nodes(other))
    }

    /// What there is to note in it.
    pub(crate) fn notes(&self, knowledge: &Knowledge, engine: Engine, options: postil::Options) -> Notes {
        (engine.annotate)(&self.snapshot.article, knowledge, options)
    }
}

impl Reading {
    /// A text and its notes.
    pub(crate) fn new(text: Text, notes: Notes) -> Reading {
        let all = all(&notes);
        let marks = Marks::new(&all, &notes, &text.snapshot);
        Reading { text, notes, all, marks, listed: Vec::new(), shown: Vec::new() }
    }

    /// The same text with other notes.
    pub(crate) fn renote(&mut self, notes: Notes) {
        self.all = all(&notes);
        self.marks = Marks::new(&self.all, &notes, &self.text.snapshot);
        self.notes = notes;
    }

    /// Which claim a note is that has no mark.
    pub(crate) fn unmarked_claim(&self, at: usize) -> Option<usize> {
        match self.all.get(at).filter(|_| at >= self.notes.annotations.len())?.body {
            Body::Claim(claim) => Some(claim),
            _ => None,
        }
    }

    /// The numbers of all notes, in the order of the text.
    pub(crate) fn in_order(&self) -> Vec<usize> {
        let count = self.notes.annotations.len();
        let mut unmarked = (count..self.all.len()).peekable();
        let mut order = Vec::with_capacity(self.all.len());
        for at in 0..count {
            while let Some(before) = unmarked.next_if(|&claim| start(&self.all[claim]) < start(&self.all[at])) {
                order.push(before);
            }
            order.push(at);
        }
        order.extend(unmarked);
        order
    }

    /// The annotation from which keys step on after a note: itself, or of a claim without a mark the one before it.
    pub(crate) fn step_from(&self, note: usize) -> Option<usize> {
        let (annotations, from) = (&self.notes.annotations, start(self.all.get(note)?));
        let before = || annotations.partition_point(|annotation| start(annotation) < from).checked_sub(1);
        if note < annotations.len() { Some(note) } else { before() }
    }

    /// Lists and marks what the reader wants to see.
    pub(crate) fn show(&mut self, choices: &Choices, rejected: &[String]) {
        let is_listed = |at: usize| {
            let kind = self.marks.get(at).map(|mark| mark.kind);
            let wrong = !rejected.is_empty() && self.identity(at).is_some_and(|note| rejected.contains(&note));
            kind.is_some_and(|kind| choices.show(kind)) && !wrong
        };
        self.listed = (0..self.marks.len()).map(is_listed).collect();
        let salient = choices.amount.choose(&self.notes.annotations);
        self.shown = self.listed.iter().zip(salient).map(|(listed, salient)| *listed && salient).collect();
    }

    /// What a note says, in words that outlive a change of the page: all mentions of one entity are one.
    pub(crate) fn identity(&self, annotation: usize) -> Option<String> {
        let kind = self.marks.get(annotation)?.kind.name();
        let name = self.entity(annotation).map(|entity| &*entity.name).or_else(|| self.words(annotation))?;
        Some([kind, name].join(" "))
    }

    /// Whom a mark names; none for quotations and claims.
    pub(crate) fn entity(&self, annotation: usize) -> Option<&Entity> {
        match self.all.get(annotation)?.body {
            Body::Mention(mention) => self.notes.entities.get(self.notes.mentions.get(mention)?.entity),
            _ => None,
        }
    }

    /// The marked words, up to where a quotation is interrupted.
    pub(crate) fn words(&self, annotation: usize) -> Option<&str> {
        Some(self.all.get(annotation)?.spans.first()?.of(self.text.snapshot.article.text()))
    }

    /// The shown annotations under a point, innermost first.
    pub(crate) fn hit(&self, target: &Node, x: f64, y: f64) -> Vec<usize> {
        let mut hits = hit::hit(&self.marks, &self.text.walked, target, x, y);
        hits.retain(|at| self.shown.get(*at).copied().unwrap_or(false));
        hits
    }

    /// Where an annotation lies on the screen.
    pub(crate) fn rects(&self, annotation: usize) -> Vec<Rect> {
        self.marks.get(annotation).map_or_else(Vec::new, |mark| hit::rects(mark, &self.text.walked))
    }

    /// The element that an annotation's text is laid out in.
    pub(crate) fn element(&self, annotation: usize) -> Option<Element> {
        let piece = self.marks.get(annotation)?.pieces.first()?;
        self.text.walked.elements().get(piece.container as u32).dyn_into().ok()
    }
}

/// Where a note begins.
pub(crate) fn start(note: &Annotation) -> Option<usize> {
    note.spans.first().map(|span| span.start)
}

/// An annotation for each note: those that are marked, then the others.
fn all(notes: &Notes) -> Vec<Annotation> {
    [&notes.annotations[..], &notes.unmarked()].concat()
}

fn missing(missing: Missing) -> PageError {
    let why = match missing {
        Missing::Text => "no article found: the page holds no running text outside its frame",
        Missing::Several => "no article found: the page holds several of equal weight, as a front page does",
    };
    PageError::new(ErrorKind::NoArticle, format!("{why}; name the article's element by the option `root`"))
}

fn no_text() -> PageError {
    PageError::new(ErrorKind::NoText, "the root holds no text to annotate; name an element that holds paragraphs")
}

fn too_long() -> PageError {
    let message =
        format!("the article is longer than {MOST_TEXT} bytes; what follows has no notes. Name a smaller `root`");
    PageError::new(ErrorKind::TooLong, message)
}

fn undated() -> PageError {
    let message = "the page does not say when its article was published, so weekdays get no date; say it by \
        `datePublished` in JSON-LD, or by <meta property=\"article:published_time\">";
    PageError::new(ErrorKind::Metadata, message)
}
