//! The article's text, with the way back to the page.
//!
//! Takes an [`Outline`] and what was selected of it; gives a [`Snapshot`]: the core's [`Article`] and, for any part of its
//! text, the pieces of text nodes that show it. Example: “People’s Republic” in `<a>People’s <em>Republic</em></a>` is
//! shown by two text nodes.
//!
//! Invariant: a piece never leaves its text node, so a range made from it is whole or gone.

use crate::{
    find_article::Selection,
    outline::{Block, Outline, Run},
};
use postil::{Article, Span};

/// A part of one text node. UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) node: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The container that the text is laid out in.
    pub(crate) container: usize,
}

/// The article's text, with the way back to the page.
#[derive(Debug)]
pub(crate) struct Snapshot {
    pub(crate) article: Article,
    /// The runs of the article's text, in its own UTF-16 offsets, each with its container.
    runs: Vec<(Run, usize)>,
}

impl Snapshot {
    /// The snapshot of the selected blocks, up to `most` bytes of text; and whether that is all of them.
    pub(crate) fn new(outline: &Outline, selection: &Selection, most: usize) -> (Snapshot, bool) {
        let (mut text, mut blocks, mut runs, mut unit) = (String::new(), Vec::new(), Vec::new(), 0);
        let mut whole = true;
        for (index, kind) in selection {
            let block = &outline.blocks[*index];
            if text.len() + block.bytes.len() > most {
                whole = false;
                break;
            }
            if !text.is_empty() {
                text.push('\n');
                unit += 1;
            }
            let start = text.len();
            text.push_str(outline.words(block));
            blocks.push(postil::Block { kind: *kind, span: Span::new(start, text.len()) });
            runs.extend(runs_of(outline, block).map(|run| (shifted(run, block.start, unit), block.container)));
            unit += block.len();
        }
        (Snapshot { article: Article::new(text, blocks), runs }, whole)
    }

    /// The text nodes that show the article, in order.
    pub(crate) fn nodes(&self) -> Vec<u32> {
        self.runs.iter().map(|(run, _)| run.node as u32).collect()
    }

    /// Where in their text nodes the runs start: white space that shows as one blank may have any length.
    pub(crate) fn offsets(&self) -> impl Iterator<Item = usize> {
        self.runs.iter().map(|(run, _)| run.offset)
    }

    /// The innermost container that holds the whole article.
    pub(crate) fn root(&self, outline: &Outline) -> Option<usize> {
        let containers = self.runs.iter().map(|(_, container)| *container);
        containers
            .reduce(|root, container| outline.around(root).find(|at| outline.is_within(container, *at)).unwrap_or(0))
    }

    /// The pieces that show the text from `start` to `end`, in UTF-16 units.
    pub(crate) fn pieces(&self, start: usize, end: usize) -> Vec<Piece> {
        let first = self.runs.partition_point(|(run, _)| run.start + run.len <= start);
        let mut pieces: Vec<Piece> = Vec::new();
        for (run, container) in self.runs[first..].iter().take_while(|(run, _)| run.start < end) {
            let from = run.offset + start.max(run.start) - run.start;
            let to = run.offset + end.min(run.start + run.len) - run.start;
            match pieces.last_mut() {
                Some(last) if last.node == run.node => last.end = to,
                _ => pieces.push(Piece { node: run.node, start: from, end: to, container: *container }),
            }
        }
        pieces
    }
}

fn runs_of<'a>(outline: &'a Outline, block: &Block) -> impl Iterator<Item = &'a Run> {
    let first = outline.runs.partition_point(|run| run.start < block.start);
    let end = block.end;
    outline.runs[first..].iter().take_while(move |run| run.start < end)
}

fn shifted(run: &Run, from: usize, to: usize) -> Run {
    Run { start: run.start - from + to, ..*run }
}
