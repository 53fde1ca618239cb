//! How much running text stands where in a page, and what of the page is left out.
//!
//! Takes an [`Outline`]; gives its [`Weights`]. Example: a paragraph of 200 units in an article weighs 200, and as much for
//! each container around it; a share bar weighs nothing.
//!
//! Invariant: a container that is left out, and all in it, weighs nothing; the root is never left out.

use crate::{
    exclude::{Sign, left_out},
    outline::{Block, Outline},
    wording::is_punctuated,
};

/// An article has at least this much running text, in UTF-16 units.
pub(crate) const LEAST_PROSE: usize = 140;
/// Shorter text is a label unless it stands in a paragraph.
pub(crate) const SENTENCE: usize = 40;
/// Text with more of it in links leads elsewhere.
pub(crate) const MOST_LINKED: f64 = 0.6;
/// A sign is mistaken that would leave out more than this share of the page, and what the page itself calls its article.
const MISTAKEN: f64 = 0.5;
/// A part of an article that holds this share of the page is the article's own: “read more” folds, pay walls.
const FOLDED: f64 = 0.25;
/// What is never the article's own, however much it holds.
const FOREIGN: u32 = Sign::Comments.bit() | Sign::Consent.bit() | Sign::Frame.bit();

/// The running text of a page.
pub(crate) struct Weights {
    /// For each block, how much running text it has.
    pub(crate) prose: Vec<usize>,
    /// For each container, how much running text stands in it.
    pub(crate) weight: Vec<usize>,
    /// For each container, whether it, or one around it, is left out.
    pub(crate) left_out: Vec<bool>,
}

impl Weights {
    pub(crate) fn of(outline: &Outline) -> Weights {
        let prose: Vec<usize> = outline.blocks.iter().map(|block| prose(outline, block)).collect();
        let signed = leave_out(outline, &prose);
        let kept = Self::without(outline, prose, signed);
        match kept.teasers(outline) {
            Some(teasers) => Self::without(outline, kept.prose, union(&kept.left_out, &teasers)),
            None => kept,
        }
    }

    fn without(outline: &Outline, prose: Vec<usize>, left_out: Vec<bool>) -> Weights {
        let kept = |(block, prose): (&Block, usize)| if left_out[block.container] { 0 } else { prose };
        let prose: Vec<usize> = outline.blocks.iter().zip(prose).map(kept).collect();
        Weights { weight: weigh(outline, &prose), prose, left_out }
    }

    /// All running text.
    pub(crate) fn of_page(&self) -> usize {
        self.prose.iter().sum()
    }

    /// The share of the running text of `whole` that stands in `part`.
    pub(crate) fn share(&self, part: usize, whole: usize) -> f64 {
        self.weight[part] as f64 / self.weight[whole].max(1) as f64
    }

    /// The running text that stands in none of such containers.
    pub(crate) fn outside(&self, outline: &Outline, is_such: &dyn Fn(usize) -> bool) -> usize {
        total_outside(outline, &self.prose, &inherit(outline, is_such))
    }

    /// Whether at least two other articles hold nearly as much.
    pub(crate) fn is_one_of_many(&self, outline: &Outline, article: usize) -> bool {
        let rival = |at: &usize| {
            outline.has(*at, Sign::Article)
                && !outline.is_within(*at, article)
                && !outline.is_within(article, *at)
                && self.weight[*at] * 2 > self.weight[article]
        };
        (0..self.weight.len()).filter(rival).count() >= 2
    }

    /// The stories that a page hints at beside its own: articles by the dozen, without a headline of their own, while
    /// more running text than in any of them stands outside.
    fn teasers(&self, outline: &Outline) -> Option<Vec<bool>> {
        let headed = holders(outline, &|at| outline.has(at, Sign::Headline));
        let in_story = |at: usize| outline.around(at).any(|at| headed[at] && outline.has(at, Sign::Article));
        let is_teaser = |at: usize| outline.has(at, Sign::Article) && !in_story(at);
        let heaviest = (0..self.weight.len()).filter(|at| is_teaser(*at)).max_by_key(|at| self.weight[*at])?;
        let teasers = inherit(outline, &is_teaser);
        let outside = total_outside(outline, &self.prose, &teasers);
        let beside = headed[0] && outside >= self.weight[heaviest].max(LEAST_PROSE);
        (beside && self.is_one_of_many(outline, heaviest)).then_some(teasers)
    }
}

fn union(these: &[bool], those: &[bool]) -> Vec<bool> {
    these.iter().zip(those).map(|(this, that)| *this || *that).collect()
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
    let is_own = |at: usize| outline.containers[at].signs & FOREIGN == 0 && weight[at] > 0;
    let holds_article =
        holders(outline, &|at| outline.has(at, Sign::Headline) || (outline.is_article(at) && is_own(at)));
    let page_has_one = holds_article.first().copied().unwrap_or(false);
    let foreign = |at: usize| page_has_one && outline.containers[at].signs & FOREIGN != 0 && !holds_article[at];
    let total = total_outside(outline, prose, &inherit(outline, &foreign));
    inherit(outline, &|index| {
        let signs = outline.containers[index].signs;
        let signed = signs & left_out() != 0 && signs & Sign::Headline.bit() == 0;
        let holds = |share: f64| weight[index] as f64 > share * total as f64;
        let folded = || signs & FOREIGN == 0 && outline.around(index).any(|at| outline.is_article(at));
        let mistaken = || (holds(MISTAKEN) && (holds_article[index] || !page_has_one)) || (holds(FOLDED) && folded());
        signed && !mistaken()
    })
}

/// For each container but the root, whether it or one around it is such a one.
fn inherit(outline: &Outline, is_such: &dyn Fn(usize) -> bool) -> Vec<bool> {
    let mut such = Vec::with_capacity(outline.containers.len());
    for (index, container) in outline.containers.iter().enumerate() {
        such.push(container.parent.is_some_and(|parent| such[parent] || is_such(index)));
    }
    such
}

/// The running text of a page without some of its containers: readers may comment more than the article says.
fn total_outside(outline: &Outline, prose: &[usize], without: &[bool]) -> usize {
    let blocks = outline.blocks.iter().zip(prose);
    blocks.filter(|(block, _)| !without[block.container]).map(|(_, prose)| prose).sum()
}

/// For each container, whether it is or holds such a one.
fn holders(outline: &Outline, is_such: &dyn Fn(usize) -> bool) -> Vec<bool> {
    let mut holders: Vec<bool> = (0..outline.containers.len()).map(is_such).collect();
    for at in (0..holders.len()).rev() {
        if let Some(parent) = outline.containers[at].parent {
            holders[parent] |= holders[at];
        }
    }
    holders
}
