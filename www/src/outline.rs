//! A page as it was read: containers, blocks of text, and the pieces of text nodes that they are made of.
//!
//! Takes what the walk helper gives; gives an [`Outline`]. Example: `<article><p>Kyiv <b>said</b> so.</p></article>` has
//! the containers `article` and `p`, one block, and three runs.
//!
//! Invariant: blocks and runs stand in the order of the text; every index that an outline holds is in range.

use crate::{exclude::Sign, walk::Walked};

/// An element that text is laid out in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Container {
    pub(crate) parent: Option<usize>,
    pub(crate) signs: u32,
}

/// Text between two breaks. Lengths are in UTF-16 units, `bytes` is where it stands in the outline's text.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) container: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) linked: usize,
    pub(crate) signed: usize,
    pub(crate) signs: u32,
    pub(crate) bytes: std::ops::Range<usize>,
}

impl Block {
    pub(crate) fn len(&self) -> usize {
        self.end - self.start
    }

    /// The share of its text that carries signs of its own, or is linked.
    pub(crate) fn share(&self, part: usize) -> f64 {
        part as f64 / self.len().max(1) as f64
    }
}

/// A piece of one text node that stands in the text as it is. UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) start: usize,
    pub(crate) len: usize,
    pub(crate) node: usize,
    pub(crate) offset: usize,
}

/// A page as it was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outline {
    pub(crate) text: String,
    pub(crate) containers: Vec<Container>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) runs: Vec<Run>,
}

impl Outline {
    /// Reads the helper's numbers: `containers, blocks, runs`, then 2, 6 and 4 numbers for each of them.
    pub(crate) fn new(walked: &Walked) -> Outline {
        Self::from_table(walked.text(), &walked.table().to_vec())
    }

    fn from_table(text: String, table: &[u32]) -> Outline {
        let [containers, blocks, runs, rest @ ..] = table else { return Outline::default() };
        let (containers, rest) = rest.split_at((*containers as usize * 2).min(rest.len()));
        let (blocks, rest) = rest.split_at((*blocks as usize * 6).min(rest.len()));
        let (runs, _) = rest.split_at((*runs as usize * 4).min(rest.len()));
        let containers: Vec<Container> = containers.as_chunks().0.iter().enumerate().map(container).collect();
        let blocks = blocks.as_chunks().0.iter().map(block).filter(|block| block.container < containers.len());
        let mut outline =
            Outline { text, blocks: blocks.collect(), runs: runs.as_chunks().0.iter().map(run).collect(), containers };
        outline.place_in_bytes();
        outline
    }

    /// One sweep over the text gives every block its bytes.
    fn place_in_bytes(&mut self) {
        let (mut byte, mut unit) = (0, 0);
        for block in &mut self.blocks {
            byte += bytes_of(self.text.get(byte..).unwrap_or_default(), block.start - unit);
            let start = byte;
            byte += bytes_of(self.text.get(byte..).unwrap_or_default(), block.end - block.start);
            unit = block.end;
            block.bytes = start..byte;
        }
    }

    /// The words of a block.
    pub(crate) fn words(&self, block: &Block) -> &str {
        self.text.get(block.bytes.clone()).unwrap_or("")
    }

    /// A container and all that enclose it, from the inside.
    pub(crate) fn around(&self, container: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(container), |at| self.containers.get(*at).and_then(|c| c.parent))
    }

    /// Whether `inner` is `outer` or lies in it.
    pub(crate) fn is_within(&self, inner: usize, outer: usize) -> bool {
        self.around(inner).any(|at| at == outer)
    }

    /// Whether a container carries a sign.
    pub(crate) fn has(&self, container: usize, sign: Sign) -> bool {
        self.containers.get(container).is_some_and(|c| c.signs & sign.bit() != 0)
    }

    /// Whether a container calls itself an article, or the body of one.
    pub(crate) fn is_article(&self, container: usize) -> bool {
        self.has(container, Sign::Article) || self.has(container, Sign::Body)
    }

    /// The innermost container around a block, below `root`, that carries a sign.
    pub(crate) fn under(&self, block: &Block, sign: Sign, root: usize) -> Option<usize> {
        self.around(block.container).take_while(|at| *at != root).find(|at| self.has(*at, sign))
    }
}

fn container((index, [parent, signs]): (usize, &[u32; 2])) -> Container {
    Container { parent: Some(*parent as usize).filter(|parent| *parent < index), signs: *signs }
}

fn block(&[container, start, end, linked, signed, signs]: &[u32; 6]) -> Block {
    let [start, end] = [start as usize, end.max(start) as usize];
    Block {
        container: container as usize,
        start,
        end,
        linked: linked as usize,
        signed: signed as usize,
        signs,
        bytes: 0..0,
    }
}

fn run(&[start, len, node, offset]: &[u32; 4]) -> Run {
    Run { start: start as usize, len: len as usize, node: node as usize, offset: offset as usize }
}

/// How many bytes of `text` its first `units` UTF-16 units take.
fn bytes_of(text: &str, units: usize) -> usize {
    let mut left = units;
    let mut chars = text.char_indices();
    while left > 0 {
        let Some((_, c)) = chars.next() else { return text.len() };
        left = left.saturating_sub(c.len_utf16());
    }
    chars.offset()
}
