//! Which part of a page is the article.
//!
//! Takes a page's [`Outline`] and its title; gives the [`Selection`]: the blocks of the article in order, each with its
//! kind. Example: of a page with a navigation, a headline, five paragraphs and a list of related links, the headline and
//! the five paragraphs.
//!
//! The body is the container in which running text is dense: text in sentences, not in links, not under a sign that
//! [`crate::exclude`] leaves out. Where a page says itself which element that is, it is believed if it holds a fair share.
//!
//! Invariant: a selection is in the order of the page, and it is empty rather than a guess.

use crate::{
    exclude::{Sign, left_out},
    outline::{Block, Container, Outline},
    wording::{ends_sentence, has_letters, is_credit, is_lead_in, is_phrase, is_punctuated, opening_name, words},
};
use postil::BlockKind;

/// The article's blocks: index into the outline, and kind.
pub(crate) type Selection = Vec<(usize, BlockKind)>;

/// Why there is no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    /// No running text.
    Text,
    /// Several articles, none of them the page's own.
    Several,
}

/// Finds the article of a page.
pub(crate) fn find_article(outline: &Outline, title: &str) -> Result<Selection, Missing> {
    let page = Page::new(outline, title);
    let body = page.body()?;
    let inside = page.inside(body);
    let first = inside.first().map_or(0, |(block, _)| *block);
    let mut selection = page.before(body, first);
    selection.extend(inside);
    let selection = page.without_author(without_idle_headings(outline, selection));
    let prose: usize = selection.iter().map(|(block, _)| page.prose[*block]).sum();
    if prose < LEAST_PROSE { Err(Missing::Text) } else { Ok(selection) }
}

/// All of a root that its host named itself: only what is left out anywhere is left out.
pub(crate) fn take_root(outline: &Outline) -> Result<Selection, Missing> {
    let page = Page::new(outline, "");
    let selection = without_idle_headings(outline, page.inside(0));
    if selection.is_empty() { Err(Missing::Text) } else { Ok(selection) }
}

/// An article has at least this much running text, in UTF-16 units.
const LEAST_PROSE: usize = 140;
/// Shorter text is a label unless it stands in a paragraph.
const SENTENCE: usize = 40;
/// Text with more of it in links leads elsewhere.
const MOST_LINKED: f64 = 0.6;
/// An element that calls itself the article is believed if it holds this share of the page's running text.
const FAIR_SHARE: f64 = 0.4;
/// A container narrows to a child that holds this share of its running text.
const NARROWS: f64 = 0.75;
/// A sign is mistaken that would leave out more than this share of the page, and what the page itself calls its article.
const MISTAKEN: f64 = 0.5;
/// A part of an article that holds this share of the page is the article's own: “read more” folds, pay walls.
const FOLDED: f64 = 0.25;
/// What is never the article's own, however much it holds.
const FOREIGN: u32 = Sign::Comments.bit() | Sign::Consent.bit() | Sign::Frame.bit();

struct Page<'a> {
    outline: &'a Outline,
    title: Vec<String>,
    /// For each block, how much running text it has.
    prose: Vec<usize>,
    /// For each container, how much running text stands in it.
    weight: Vec<usize>,
    /// For each container, whether it, or one around it, is left out.
    left_out: Vec<bool>,
}

impl<'a> Page<'a> {
    fn new(outline: &'a Outline, title: &str) -> Self {
        let raw: Vec<usize> = outline.blocks.iter().map(|block| prose(outline, block)).collect();
        let left_out = leave_out(outline, &raw);
        let kept = |(block, prose): (&Block, usize)| if left_out[block.container] { 0 } else { prose };
        let prose: Vec<usize> = outline.blocks.iter().zip(raw).map(kept).collect();
        let weight = weigh(outline, &prose);
        Page { outline, title: words(title), prose, weight, left_out }
    }

    fn total(&self) -> usize {
        self.prose.iter().sum()
    }

    /// The container that holds the article's running text.
    fn body(&self) -> Result<usize, Missing> {
        if self.total() < LEAST_PROSE {
            return Err(Missing::Text);
        }
        if let Some(body) = self.heaviest(Sign::Body, FAIR_SHARE) {
            return Ok(body);
        }
        let article = self.heaviest(Sign::Article, 0.0);
        if let Some(article) = article {
            if self.is_one_of_many(article) {
                return Err(Missing::Several);
            }
            if self.share(article) >= FAIR_SHARE {
                return Ok(self.narrow(article));
            }
        }
        Ok(self.narrow(self.heaviest(Sign::Main, FAIR_SHARE).unwrap_or(0)))
    }

    fn share(&self, container: usize) -> f64 {
        self.weight[container] as f64 / self.total().max(1) as f64
    }

    /// The container with this sign that holds most; in it, the innermost that holds nearly as much.
    fn heaviest(&self, sign: Sign, share: f64) -> Option<usize> {
        let signed = (0..self.outline.containers.len()).filter(|at| self.outline.has(*at, sign) && !self.left_out[*at]);
        let heaviest = signed.clone().max_by_key(|at| self.weight[*at])?;
        let nearly = |at: &usize| self.weight[*at] as f64 >= NARROWS * self.weight[heaviest] as f64;
        let innermost = signed.filter(|at| self.outline.is_within(*at, heaviest)).rfind(nearly).unwrap_or(heaviest);
        Some(innermost).filter(|at| self.share(*at) >= share && self.weight[*at] > 0)
    }

    /// Whether at least two others of its like hold nearly as much, as on a front page.
    fn is_one_of_many(&self, article: usize) -> bool {
        let rival = |at: &usize| {
            self.outline.has(*at, Sign::Article)
                && !self.outline.is_within(*at, article)
                && !self.outline.is_within(article, *at)
                && self.weight[*at] * 2 > self.weight[article]
        };
        let headed = self
            .headline(article)
            .is_some_and(|block| self.outline.is_within(self.outline.blocks[block].container, article));
        !headed && (0..self.outline.containers.len()).filter(rival).count() >= 2
    }

    /// The innermost container that still holds most of the running text.
    fn narrow(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            let children =
                (at + 1..self.outline.containers.len()).filter(|c| self.outline.containers[*c].parent == Some(at));
            let heaviest = children.max_by_key(|child| self.weight[*child]);
            match heaviest {
                Some(child)
                    if self.weight[child] as f64 >= NARROWS * self.weight[at] as f64 && !self.is_block(child) =>
                {
                    at = child
                }
                _ => return at,
            }
        }
    }

    /// Whether a container is a paragraph itself.
    fn is_block(&self, container: usize) -> bool {
        [Sign::Paragraph, Sign::Quote, Sign::Item].iter().any(|sign| self.outline.has(container, *sign))
    }

    /// The blocks of the article inside its body.
    fn inside(&self, body: usize) -> Selection {
        let blocks = self.outline.blocks.iter().enumerate();
        let inside = blocks.filter(|(_, block)| self.outline.is_within(block.container, body));
        inside.filter_map(|(index, block)| Some((index, self.kind_if_kept(block, body)?))).collect()
    }

    /// The headline, and what stands between it and the body: standfirst and captions.
    fn before(&self, body: usize, first: usize) -> Selection {
        let inside = |block: usize| self.outline.is_within(self.outline.blocks[block].container, body);
        let Some(headline) = self.headline(body).filter(|block| !inside(*block)) else { return Selection::new() };
        let mut selection = vec![(headline, BlockKind::Heading)];
        for index in headline + 1..first.max(headline + 1) {
            let block = &self.outline.blocks[index];
            if inside(index) {
                continue;
            }
            match self.kind_if_kept(block, 0) {
                Some(kind) if kind == BlockKind::Caption || self.is_standfirst(block) => selection.push((index, kind)),
                _ => {}
            }
        }
        selection.sort_unstable_by_key(|(block, _)| *block);
        selection
    }

    /// Leaves out a last paragraph on its author: it begins with a name from the byline.
    fn without_author(&self, mut selection: Selection) -> Selection {
        let brief = |block: usize| self.prose[block] * 4 < self.total();
        let last = selection.last().filter(|(block, kind)| *kind == BlockKind::Paragraph && brief(*block));
        let name = last.and_then(|(block, _)| opening_name(self.outline.words(&self.outline.blocks[*block])));
        if name.is_some_and(|name| self.is_in_byline(name)) {
            selection.pop();
        }
        selection
    }

    fn is_in_byline(&self, name: &str) -> bool {
        let signed = |block: &&Block| {
            block.signs & Sign::Byline.bit() != 0 || self.outline.under(block, Sign::Byline, 0).is_some()
        };
        self.outline.blocks.iter().filter(signed).any(|block| self.outline.words(block).contains(name))
    }

    fn is_standfirst(&self, block: &Block) -> bool {
        let signed =
            self.outline.under(block, Sign::Standfirst, 0).is_some() || block.signs & Sign::Standfirst.bit() != 0;
        let own = self.outline.under(block, Sign::Paragraph, 0).is_some()
            || self.outline.under(block, Sign::Heading, 0).is_some();
        block.len() >= SENTENCE && (signed || own)
    }

    /// The page's headline: what is marked as one and says what the title says, but nothing after the body.
    fn headline(&self, body: usize) -> Option<usize> {
        let blocks = &self.outline.blocks;
        let end =
            blocks.iter().rposition(|block| self.outline.is_within(block.container, body)).map_or(0, |last| last + 1);
        let candidates = blocks[..end].iter().enumerate().filter(|(_, block)| !self.left_out[block.container]);
        let scored = candidates.filter_map(|(index, block)| Some((index, self.headline_score(block)?)));
        scored.max_by(|(i, a), (j, b)| a.total_cmp(b).then(j.cmp(i))).map(|(index, _)| index)
    }

    fn headline_score(&self, block: &Block) -> Option<f64> {
        let marked = self.outline.under(block, Sign::Headline, 0).is_some();
        let heading = self.outline.under(block, Sign::Heading, 0).is_some();
        if block.len() < 4 || !(marked || heading) {
            return None;
        }
        let own = words(self.outline.words(block));
        let shared = own.iter().filter(|word| self.title.contains(word)).count() as f64;
        let alike = shared / own.len().max(self.title.len().min(8)).max(1) as f64;
        let score = alike * 4.0 + if marked { 2.0 } else { 0.0 };
        let enough = (marked && (alike > 0.2 || self.title.is_empty() || own.len() >= 4)) || (heading && alike > 0.5);
        enough.then_some(score)
    }

    /// What a block is, if it belongs to the article.
    fn kind_if_kept(&self, block: &Block, body: usize) -> Option<BlockKind> {
        let kind = self.kind(block, body);
        let words = self.outline.words(block);
        let linked = block.share(block.linked);
        let in_list = || self.outline.under(block, Sign::Item, body).is_some();
        let kept = !self.is_left_out(block, body)
            && has_letters(words)
            && match kind {
                BlockKind::Heading => linked < 0.9,
                // Picture and caption may be one link to a larger picture; in a list it leads to another story.
                BlockKind::Caption => block.len() >= 12 && !is_credit(words) && (linked < MOST_LINKED || !in_list()),
                BlockKind::Item => linked < MOST_LINKED && block.len() > 1,
                BlockKind::Quote => linked < MOST_LINKED,
                BlockKind::Paragraph => linked < MOST_LINKED && self.reads_on(block, words),
            };
        kept.then_some(kind)
    }

    /// Whether text is running text rather than a label.
    fn reads_on(&self, block: &Block, words: &str) -> bool {
        let paragraph = self.outline.has(block.container, Sign::Paragraph);
        match paragraph {
            true => is_phrase(words) || ends_sentence(words),
            false => block.len() >= 2 * SENTENCE || (block.len() >= SENTENCE && ends_sentence(words)),
        }
    }

    fn is_left_out(&self, block: &Block, body: usize) -> bool {
        let by_sign = block.signs & left_out() != 0 && block.share(block.signed) > 0.5;
        let mut around = self.outline.around(block.container).take_while(|at| *at != body);
        by_sign || (self.left_out[block.container] && around.any(|at| self.signed_out(at)))
    }

    fn signed_out(&self, container: usize) -> bool {
        self.outline.containers[container].signs & left_out() != 0 && self.left_out[container]
    }

    fn kind(&self, block: &Block, body: usize) -> BlockKind {
        let kinds = [
            (Sign::Caption, BlockKind::Caption),
            (Sign::Headline, BlockKind::Heading),
            (Sign::Heading, BlockKind::Heading),
            (Sign::Quote, BlockKind::Quote),
            (Sign::Item, BlockKind::Item),
        ];
        let kind = kinds.iter().find(|(sign, _)| self.outline.under(block, *sign, body).is_some());
        kind.map_or(BlockKind::Paragraph, |(_, kind)| *kind)
    }
}

/// How much running text a block has.
fn prose(outline: &Outline, block: &Block) -> usize {
    let words = outline.words(block);
    let paragraph = outline.has(block.container, Sign::Paragraph);
    let heading = outline.under(block, Sign::Heading, 0).is_some() || outline.under(block, Sign::Headline, 0).is_some();
    let least = if paragraph { SENTENCE } else { 2 * SENTENCE };
    let counts = block.len() >= least && block.share(block.linked) < MOST_LINKED && !heading && is_punctuated(words);
    if counts { block.len() - block.linked } else { 0 }
}

/// The running text in each container.
fn weigh(outline: &Outline, prose: &[usize]) -> Vec<usize> {
    let mut weight = vec![0; outline.containers.len()];
    for (block, prose) in outline.blocks.iter().zip(prose) {
        weight[block.container] += prose;
    }
    for container in (0..weight.len()).rev() {
        if let Some(parent) = outline.containers[container].parent {
            weight[parent] += weight[container];
        }
    }
    weight
}

/// Which containers are left out: those with a sign that is not mistaken, and all in them.
fn leave_out(outline: &Outline, prose: &[usize]) -> Vec<bool> {
    let weight = weigh(outline, prose);
    let holds_article = holders(outline, &weight);
    let page_has_one = holds_article.first().copied().unwrap_or(false);
    let foreign = |at: usize| page_has_one && outline.containers[at].signs & FOREIGN != 0 && !holds_article[at];
    let total = total_outside(outline, prose, &inherit(outline, foreign));
    inherit(outline, |index| {
        let signs = outline.containers[index].signs;
        let signed = signs & left_out() != 0 && signs & Sign::Headline.bit() == 0;
        let holds = |share: f64| weight[index] as f64 > share * total as f64;
        let folded = || signs & FOREIGN == 0 && outline.around(index).any(|at| outline.is_article(at));
        let mistaken = || (holds(MISTAKEN) && (holds_article[index] || !page_has_one)) || (holds(FOLDED) && folded());
        signed && !mistaken()
    })
}

/// For each container, whether it or one around it is such a one.
fn inherit(outline: &Outline, is_such: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut such = Vec::with_capacity(outline.containers.len());
    for (index, container) in outline.containers.iter().enumerate() {
        such.push(container.parent.is_some_and(|parent| such[parent]) || is_such(index));
    }
    such
}

/// The running text of a page without some of its containers: readers may comment more than the article says.
fn total_outside(outline: &Outline, prose: &[usize], without: &[bool]) -> usize {
    let blocks = outline.blocks.iter().zip(prose);
    blocks.filter(|(block, _)| !without[block.container]).map(|(_, prose)| prose).sum()
}

/// Which containers hold, or are, something that calls itself a headline, an article or its body.
fn holders(outline: &Outline, weight: &[usize]) -> Vec<bool> {
    let holds = |(at, c): (usize, &Container)| {
        c.signs & Sign::Headline.bit() != 0 || (outline.is_article(at) && c.signs & FOREIGN == 0 && weight[at] > 0)
    };
    let mut holders: Vec<bool> = outline.containers.iter().enumerate().map(holds).collect();
    for at in (0..holders.len()).rev() {
        if let Some(parent) = outline.containers[at].parent {
            holders[parent] |= holders[at];
        }
    }
    holders
}

/// Leaves out what heads nothing: “Related”, “Read more:”.
fn without_idle_headings(outline: &Outline, selection: Selection) -> Selection {
    let mut kept = Selection::new();
    let mut followed = false;
    for (index, kind) in selection.into_iter().rev() {
        let block = &outline.blocks[index];
        let heads = kind == BlockKind::Heading || is_lead_in(outline.words(block));
        if !heads || followed || outline.under(block, Sign::Headline, 0).is_some() {
            kept.push((index, kind));
        }
        followed = !heads && (followed || kind != BlockKind::Caption);
    }
    kept.reverse();
    kept
}
