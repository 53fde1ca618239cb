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
    outline::{Block, Outline},
    weigh::{LEAST_PROSE, MOST_LINKED, SENTENCE, Weights},
    wording::{ends_sentence, has_letters, is_credit, is_lead_in, is_phrase, opening_name, words},
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
    let prose: usize = selection.iter().map(|(block, _)| page.weights.prose[*block]).sum();
    if prose < LEAST_PROSE { Err(Missing::Text) } else { Ok(selection) }
}

/// All of a root that its host named itself: only what is left out anywhere is left out.
pub(crate) fn take_root(outline: &Outline) -> Result<Selection, Missing> {
    let page = Page::new(outline, "");
    let selection = without_idle_headings(outline, page.inside(0));
    if selection.is_empty() { Err(Missing::Text) } else { Ok(selection) }
}

/// An element that calls itself the article is believed if it holds this share of the page's running text.
const FAIR_SHARE: f64 = 0.4;
/// A container narrows to a child that holds this share of its running text.
const NARROWS: f64 = 0.75;
/// A line that ends no sentence and has more of it in links is an offer.
const OFFER_LINKED: f64 = 0.3;

struct Page<'a> {
    outline: &'a Outline,
    title: Vec<String>,
    weights: Weights,
}

impl<'a> Page<'a> {
    fn new(outline: &'a Outline, title: &str) -> Self {
        Page { outline, title: words(title), weights: Weights::of(outline) }
    }

    /// The container that holds the article's running text.
    fn body(&self) -> Result<usize, Missing> {
        if self.weights.of_page() < LEAST_PROSE {
            return Err(Missing::Text);
        }
        let story = self.story();
        if let Some(body) = self.heaviest(Sign::Body, story.unwrap_or(0), FAIR_SHARE) {
            return Ok(self.with_its_like(body));
        }
        if let Some(story) = story {
            return Ok(self.narrow(story));
        }
        let article = self.heaviest(Sign::Article, 0, 0.0);
        if article.is_some_and(|article| self.is_one_of_many(article)) {
            return Err(Missing::Several);
        }
        let article = article.filter(|at| self.weights.share(*at, 0) >= FAIR_SHARE);
        Ok(self.narrow(article.or_else(|| self.heaviest(Sign::Main, 0, FAIR_SHARE)).unwrap_or(0)))
    }

    /// The article under the page's headline, where running text stands in articles: the next story may follow it.
    fn story(&self) -> Option<usize> {
        let headline = &self.outline.blocks[self.headline(0)?];
        let story = self.outline.under(headline, Sign::Article, 0)?;
        let outside = self.weights.outside(self.outline, &|at| self.outline.has(at, Sign::Article));
        Some(story).filter(|at| self.weights.weight[*at] >= outside.max(LEAST_PROSE))
    }

    /// The container with this sign that holds most; in it, the innermost that holds nearly as much.
    fn heaviest(&self, sign: Sign, within: usize, share: f64) -> Option<usize> {
        let weight = |at: usize| self.weights.weight[at];
        let signed = (within..self.outline.containers.len()).filter(|at| {
            self.outline.has(*at, sign) && !self.weights.left_out[*at] && self.outline.is_within(*at, within)
        });
        let heaviest = signed.clone().max_by_key(|at| weight(*at))?;
        let nearly = |at: &usize| weight(*at) as f64 >= NARROWS * weight(heaviest) as f64;
        let innermost = signed.filter(|at| self.outline.is_within(*at, heaviest)).rfind(nearly).unwrap_or(heaviest);
        Some(innermost).filter(|at| self.weights.share(*at, within) >= share && weight(*at) > 0)
    }

    /// A body may come in parts, side by side: then it is what holds them.
    fn with_its_like(&self, part: usize) -> usize {
        let parent = self.outline.containers[part].parent.unwrap_or(part);
        let beside = |at: usize| {
            at != part
                && self.outline.containers[at].parent == Some(parent)
                && self.outline.has(at, Sign::Body)
                && self.weights.weight[at] > 0
        };
        if (0..self.outline.containers.len()).any(beside) { parent } else { part }
    }

    /// Whether at least two others of its like hold nearly as much, as on a front page.
    fn is_one_of_many(&self, article: usize) -> bool {
        let headed = self
            .headline(article)
            .is_some_and(|block| self.outline.is_within(self.outline.blocks[block].container, article));
        !headed && self.weights.is_one_of_many(self.outline, article)
    }

    /// The innermost container that still holds most of the running text.
    fn narrow(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            let children =
                (at + 1..self.outline.containers.len()).filter(|c| self.outline.containers[*c].parent == Some(at));
            let heaviest = children.max_by_key(|child| self.weights.weight[*child]);
            match heaviest {
                Some(child)
                    if self.weights.weight[child] as f64 >= NARROWS * self.weights.weight[at] as f64
                        && !self.is_block(child) =>
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
        selection
    }

    /// Leaves out a last paragraph on its author: it begins with a name from the byline.
    fn without_author(&self, mut selection: Selection) -> Selection {
        let brief = |block: usize| self.weights.prose[block] * 4 < self.weights.of_page();
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
        // “By Jo Marsh, The Courier”: the first name is the author's.
        let begins =
            |words: &str| (0..words.len()).find(|at| words.get(*at..).is_some_and(|rest| rest.starts_with(name)));
        let follows_by = |before: &str| before.split_whitespace().nth(1).is_none();
        let leads = |words: &str| begins(words).and_then(|at| words.get(..at)).is_some_and(follows_by);
        self.outline.blocks.iter().filter(signed).any(|block| leads(self.outline.words(block)))
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
        let candidates = blocks[..end].iter().enumerate().filter(|(_, block)| !self.weights.left_out[block.container]);
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
        let kept = !self.is_left_out(block)
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
            true => ends_sentence(words) || (is_phrase(words) && block.share(block.linked) <= OFFER_LINKED),
            false => block.len() >= 2 * SENTENCE || (block.len() >= SENTENCE && ends_sentence(words)),
        }
    }

    fn is_left_out(&self, block: &Block) -> bool {
        let by_sign = block.signs & left_out() != 0 && block.share(block.signed) > 0.5;
        by_sign || self.weights.left_out[block.container]
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
