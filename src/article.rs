//! What is read: one text, cut into blocks, with its date and language.
//!
//! A host that has a page joins its blocks (paragraphs, headings, captions) by line feeds and says where each stands;
//! a host that has plain text calls [`Article::from_text`]. Example: `Article::from_text("Ties cut\nKyiv said so.")` has a
//! heading and a paragraph.
//!
//! Invariant: blocks stand in order, do not overlap, and lie within the text.

use crate::Span;
use serde::Serialize;
use time::{Date, Month};

/// What a block is in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// A headline or a heading inside the article.
    Heading,
    /// Running text.
    Paragraph,
    /// The words under a picture.
    Caption,
    /// A block quotation or pull quote.
    Quote,
    /// An entry of a list or a table's cell.
    Item,
}

/// One paragraph, heading or caption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where its text stands.
    pub span: Span,
}

/// One article's text and what is known of it.
#[derive(Clone, Debug)]
pub struct Article {
    text: String,
    blocks: Vec<Block>,
    published: Option<Date>,
    language: Option<String>,
    address: Option<String>,
}

impl Article {
    /// An article of the given blocks. Blocks that do not fit the text, or overlap an earlier one, are left out.
    pub fn new(text: String, blocks: Vec<Block>) -> Self {
        let mut reached = 0;
        let fits = |block: &Block| {
            let fit = reached <= block.span.start && text.get(block.span.start..block.span.end).is_some();
            if fit {
                reached = block.span.end;
            }
            fit
        };
        let blocks = blocks.into_iter().filter(fits).collect();
        Self { text, blocks, published: None, language: None, address: None }
    }

    /// Plain text, one block a line. A line of at most fifteen words that ends without a stop is a heading.
    pub fn from_text(text: &str) -> Self {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            let span = Span::new(start, start + line.len());
            start = span.end + 1;
            if !line.trim().is_empty() {
                blocks.push(Block { kind: kind_of_line(line), span });
            }
        }
        Self::new(text.to_owned(), blocks)
    }

    /// The same article, published on this day (as the publisher's own clock had it).
    pub fn published_on(mut self, date: Option<Date>) -> Self {
        self.published = date;
        self
    }

    /// The same article in this language (a BCP 47 tag, such as `en-GB`).
    pub fn in_language(mut self, tag: Option<String>) -> Self {
        self.language = tag;
        self
    }

    /// The same article, published at this address: by it fact-checks are found that name the page.
    pub fn at(mut self, address: Option<String>) -> Self {
        self.address = address;
        self
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its blocks in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The day of publication.
    pub fn published(&self) -> Option<Date> {
        self.published
    }

    /// Where it was published, as given.
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// The language tag, as given.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }
}

/// The day that an ISO 8601 date begins with: `2022-07-14`, or `2022-07-14T08:30:00+02:00` by its writer's own clock.
pub fn day(iso: &str) -> Option<Date> {
    let text = iso.get(..10)?;
    let mut parts =
        text.split('-').map(|part| part.bytes().all(|byte| byte.is_ascii_digit()).then_some(part)?.parse().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
}

fn kind_of_line(line: &str) -> BlockKind {
    let stopped = line.trim_end().ends_with(['.', '!', '?', ':', '…', '”', '"', '’', ')']);
    if !stopped && line.split_whitespace().count() <= 15 { BlockKind::Heading } else { BlockKind::Paragraph }
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days() {
        let whole = |iso| day(iso).map(|day| day.to_string());
        assert_eq!(whole("2022-07-14").as_deref(), Some("2022-07-14"));
        assert_eq!(whole("2022-07-14T23:30:00-05:00").as_deref(), Some("2022-07-14"));
        for wrong in
            ["", "2022-07", "2022-13-01", "2022-02-30", "14/07/2022", "-022-07-14", "20220714T00", "２０２２-07"]
        {
            assert_eq!(whole(wrong), None, "{wrong}");
        }
    }
}
