//! Marked texts.
//!
//! Takes JSON lines as `{"id","text","entities":[{"start","end","type"}]}`, offsets in Unicode code points; gives [`Marked`] texts with
//! byte offsets. Example: the train part of GUM gives 54 of them.
//!
//! Invariant: what a corpus marks and we do not call a name is unmarked here, and nowhere else.

use anyhow::{Context as _, Result};
use postil::{NameType, Span};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// A text with its names.
#[derive(Clone, Debug)]
pub(crate) struct Marked {
    pub(crate) text: String,
    pub(crate) names: Vec<Name>,
}

/// A name by hand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    pub(crate) span: Span,
    pub(crate) name_type: NameType,
    /// The word that must be in what is found, where a corpus tells only that.
    pub(crate) head: Span,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    entities: Vec<Entity>,
}

#[derive(Deserialize)]
struct Entity {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    name_type: String,
    head: Option<(usize, usize)>,
}

/// Reads a file.
pub(crate) fn read(path: &Path) -> Result<Vec<Marked>> {
    let content = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let line = |(number, line): (usize, &str)| {
        let line: Line = serde_json::from_str(line).with_context(|| format!("{}:{}", path.display(), number + 1))?;
        Ok(marked(line))
    };
    content.lines().enumerate().map(line).collect()
}

fn marked(line: Line) -> Marked {
    let mut bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).collect();
    bytes.push(line.text.len());
    let span = |start: usize, end: usize| Some(Span::new(*bytes.get(start)?, *bytes.get(end)?));
    let name = |entity: &Entity| {
        let whole = span(entity.start, entity.end)?;
        let head = entity.head.and_then(|(start, end)| span(start, end)).unwrap_or(whole);
        Some(Name { span: whole, name_type: type_named(&entity.name_type)?, head })
    };
    let names = line.entities.iter().filter_map(name).collect();
    Marked { text: line.text, names }
}

fn type_named(name: &str) -> Option<NameType> {
    match name {
        "PER" => Some(NameType::Per),
        "LOC" => Some(NameType::Loc),
        "ORG" => Some(NameType::Org),
        "MISC" => Some(NameType::Misc),
        _ => None,
    }
}

/// Texts that were marked by the same guidelines.
pub(crate) struct Corpus {
    pub(crate) name: &'static str,
    /// How much each of its runs counts.
    pub(crate) weight: f64,
    /// Whether it has a layer of its own: what its features tell beyond what they tell everywhere, which no model needs that ships.
    pub(crate) layer: bool,
    pub(crate) texts: Vec<Marked>,
}

/// The corpora of a folder.
pub(crate) fn corpora(folder: &Path) -> Result<Vec<Corpus>> {
    let read = |file: &str| read(&folder.join(file));
    let tweets = read("btc.jsonl")?.into_iter().map(without_handles).collect();
    let emerging = read("wnut17.jsonl")?.into_iter().map(without_handles).collect();
    let statements = read("re3d-open.jsonl")?.into_iter().map(with_capitals).collect();
    Ok(vec![
        Corpus { name: "GUM", weight: 1.0, layer: false, texts: read("gum-train-ccby.jsonl")? },
        Corpus { name: "Broad Twitter Corpus", weight: 0.5, layer: true, texts: thinned(tweets) },
        Corpus { name: "WNUT 2017", weight: 0.5, layer: true, texts: thinned(emerging) },
        Corpus { name: "re3d", weight: 0.5, layer: false, texts: statements },
    ])
}

/// Tweeters' handles count as persons there.
fn without_handles(mut marked: Marked) -> Marked {
    let text = &marked.text;
    marked.names.retain(|name| !name.span.of(text).starts_with('@') && !text[..name.span.start].ends_with('@'));
    marked
}

/// “our partners” is marked there.
fn with_capitals(mut marked: Marked) -> Marked {
    let text = &marked.text;
    marked.names.retain(|name| name.span.of(text).chars().any(char::is_uppercase));
    marked
}

/// Every second text without a name goes.
fn thinned(mut texts: Vec<Marked>) -> Vec<Marked> {
    let mut nameless = 0;
    let keep = |text: &Marked| {
        nameless += usize::from(text.names.is_empty());
        !text.names.is_empty() || nameless % 2 == 0
    };
    texts.retain(keep);
    texts
}
