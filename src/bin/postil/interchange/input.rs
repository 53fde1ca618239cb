//! An article as JSON.
//!
//! Takes one line; gives the article and the keys that pass through, or what is wrong. Example: `{"text":"One.\nTwo."}` has
//! two blocks, its lines; with `"blocks":[{"kind":"paragraph","start":0,"end":9}]` it has one.
//!
//! Invariant: a line is taken as it says or refused; nothing in it is guessed at.

use postil::{
    Article, Block, BlockKind, Date, Span,
    offsets::{Unit, convert},
};
use serde::Deserialize;
use serde_json::{Map, Value};

/// An article, and what else its line held.
pub(crate) struct Input {
    pub(crate) article: Article,
    pub(crate) more: Map<String, Value>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    published: Option<String>,
    lang: Option<String>,
    url: Option<String>,
    blocks: Option<Vec<InputBlock>>,
    #[serde(flatten)]
    more: Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InputBlock {
    kind: Kind,
    start: usize,
    end: usize,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Heading,
    Paragraph,
    Caption,
    Quote,
    Item,
}

impl From<Kind> for BlockKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Heading => BlockKind::Heading,
            Kind::Paragraph => BlockKind::Paragraph,
            Kind::Caption => BlockKind::Caption,
            Kind::Quote => BlockKind::Quote,
            Kind::Item => BlockKind::Item,
        }
    }
}

impl Input {
    /// Reads one line, whose offsets count `unit`.
    pub(crate) fn read(line: &[u8], unit: Unit) -> Result<Self, String> {
        let Line { text, published, lang, url, blocks, mut more } =
            serde_json::from_slice(line).map_err(|e| complaint(&e))?;
        let date = published.as_deref().map(day).transpose()?;
        let article = match blocks {
            Some(blocks) => Article::new(text.clone(), spans(&text, &blocks, unit)?),
            None => Article::from_text(&text),
        };
        let kept = [("published", &published), ("lang", &lang), ("url", &url)];
        more.extend(kept.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value.clone()?.into()))));
        Ok(Self { article: article.published_on(date).in_language(lang).at(url), more })
    }
}

fn complaint(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or("");
    format!("column {}: {message}; write an object such as {{\"id\":\"1\",\"text\":\"…\"}}", error.column())
}

fn day(published: &str) -> Result<Date, String> {
    let day = postil::day(published);
    day.ok_or_else(|| format!("`published` is “{published}”; write a date such as 2026-11-24, with or without a time"))
}

/// The blocks in bytes.
fn spans(text: &str, blocks: &[InputBlock], unit: Unit) -> Result<Vec<Block>, String> {
    let mut offsets: Vec<usize> = blocks.iter().flat_map(|block| [block.start, block.end]).collect();
    let length = unit.len(text);
    if let Some(at) = offsets.windows(2).position(|pair| pair[0] > pair[1]) {
        return Err(format!("block {}: it ends before it starts, or after the next one starts", at / 2 + 1));
    }
    if let Some(at) = offsets.iter().position(|offset| *offset > length) {
        return Err(format!(
            "block {}: offset {} in a text of {length}; check what --offsets counts",
            at / 2 + 1,
            offsets[at]
        ));
    }
    convert(text, unit, Unit::Byte, &mut offsets);
    let spans = offsets.chunks_exact(2).map(|pair| Span::new(pair[0], pair[1]));
    Ok(blocks.iter().zip(spans).map(|(block, span)| Block { kind: block.kind.into(), span }).collect())
}
