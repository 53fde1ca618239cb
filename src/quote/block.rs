//! Block quotations and pull quotes of a page: set apart by the page, often without quotation marks.
//!
//! Takes a block; gives its words and, where the block tells, who said them. Example: in the block quotation “We were never asked. —
//! Mira Lund, mayor” the words are “We were never asked.”, the source is “Mira Lund, mayor”.
//!
//! Invariant: a block that has quotation marks of its own is left to the rules for those.

use crate::{
    BlockKind,
    segment::{Text, TokenKind},
};
use std::ops::Range;

/// A block quotation, in tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BlockQuote {
    /// What is quoted.
    pub(super) content: Range<usize>,
    /// Who said it, where a dash before the last words tells.
    pub(super) source: Option<Range<usize>>,
}

/// The quotation that a block is. `tokens` are those of the block.
pub(super) fn quotation(text: &Text, block: usize, tokens: Range<usize>) -> Option<BlockQuote> {
    let kind = text.article.blocks().get(block)?.kind;
    let marked = tokens.clone().any(|token| is_mark(text, token));
    if kind != BlockKind::Quote || marked || tokens.is_empty() {
        return None;
    }
    let source = cited(text, tokens.clone());
    let end = source.as_ref().map_or(tokens.end, |source| source.start - 1);
    Some(BlockQuote { content: tokens.start..end, source })
}

fn is_mark(text: &Text, token: usize) -> bool {
    let quote = text.is_kind(token, TokenKind::Quote);
    quote && !text.is(token, "' ’")
}

/// `— Mira Lund, mayor`: the words after a last dash, a sentence's end before it.
fn cited(text: &Text, tokens: Range<usize>) -> Option<Range<usize>> {
    const LONGEST: usize = 12;
    let dash = tokens.clone().rev().find(|&token| text.is_kind(token, TokenKind::Dash))?;
    let source = dash + 1..tokens.end;
    let ended = dash > tokens.start && text.is(dash - 1, ". ! ? …");
    let named = text.is_capital(dash + 1) && !text.is(tokens.end - 1, ". ! ?");
    (ended && named && source.len() <= LONGEST).then_some(source)
}

#[cfg(test)]
mod tests {
    use crate::{Article, Attribution, Block, BlockKind, Knowledge, QuoteKind, Span, annotate};

    /// The attributions of two blocks, the second of them a block quotation: `source: content`, a line each.
    fn drawn(paragraph: &str, quotation: &str, language: &str) -> String {
        let text = format!("{paragraph}\n{quotation}");
        let block = |kind, start, end| Block { kind, span: Span::new(start, end) };
        let blocks = vec![
            block(BlockKind::Paragraph, 0, paragraph.len()),
            block(BlockKind::Quote, paragraph.len() + 1, text.len()),
        ];
        let article = Article::new(text.clone(), blocks).in_language(Some(language.to_owned()));
        let line = |said: &Attribution| {
            let words: Vec<&str> = said.content.iter().map(|span| span.of(&text)).collect();
            format!("{}: {}", said.source.map_or("nobody", |source| source.of(&text)), words.join(" … "))
        };
        let notes = annotate(&article, &Knowledge::new());
        let direct = notes.attributions.iter().filter(|said| said.kind == QuoteKind::Direct);
        direct.map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn block_quotations() {
        let table = [
            // The paragraph before says who.
            ("The mayor wrote:", "We were never asked. Not once.", "The mayor: We were never asked. Not once."),
            ("Keller said the bridge was safe.", "It will stand for ever.", "Keller: It will stand for ever."),
            // The block itself says who.
            ("It rained.", "We were never asked. — Mira Lund, mayor", "Mira Lund, mayor: We were never asked."),
            // A pull quote, before or after the words that it repeats.
            (
                "“Nobody came. We were never asked about it,” Lund said. It rained. It was late. The hall was cold. All left.",
                "We were never asked about it",
                "Lund: “Nobody came. We were never asked about it,”\nLund: We were never asked about it",
            ),
            // A dash within a sentence cites nobody.
            ("It rained.", "We were never asked – not once.", "nobody: We were never asked – not once."),
            // Marks of its own.
            ("It rained.", "“We were never asked,” Lund said.", "Lund: “We were never asked,”"),
        ];
        for (paragraph, quotation, expected) in table {
            assert_eq!(drawn(paragraph, quotation, "en"), expected, "{quotation}");
        }
    }

    #[test]
    fn of_other_languages() {
        let said = drawn("«Volveremos», dijo la alcaldesa.", "No vamos a cerrar el mercado.", "es");
        assert_eq!(said, "la alcaldesa: «Volveremos»\nla alcaldesa: No vamos a cerrar el mercado.");
    }
}
