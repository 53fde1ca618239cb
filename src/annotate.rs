//! The pipeline, top to bottom: text -> tokens -> names -> quotations -> claims -> reviews -> marks.
//!
//! Takes an article and the knowledge; gives its notes. Example: see [`crate`].
//!
//! Invariant: the output depends on nothing but the arguments.

use crate::{
    Article, Knowledge, Notes,
    claim::{self, Claim},
    mention, quote, resolve, review,
    segment::Text,
};

/// What a host may ask for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Marks also for names of which nothing is known but that they are names: “the Kyiv School of Economics”. They need a model
    /// ([`Knowledge::add_model`]), and are among [`Notes::mentions`] in any case.
    pub unlinked: bool,
    /// Marks also for claims that nothing was found to check against: “200 boats”. They are among [`Notes::claims`] in any case.
    pub unchecked: bool,
}

/// Finds all there is to note in an article. It cannot fail.
pub fn annotate(article: &Article, knowledge: &Knowledge) -> Notes {
    annotate_with(article, knowledge, Options::default())
}

/// The same, as a host asks.
pub fn annotate_with(article: &Article, knowledge: &Knowledge, options: Options) -> Notes {
    let text = Text::new(article);
    let cast = mention::cast(&text, knowledge);
    let attributions = quote::attributions(&text, &cast);
    let claims = claim::claims(&text, &cast, &attributions, knowledge);
    let reviews = review::matches(&text, &cast, &attributions, knowledge);
    let names = cast.marked(options.unlinked);
    let claimed = marked(&claims, options.unchecked);
    let annotations = resolve::annotations(article.text(), &names, &attributions, &claimed, &reviews);
    Notes { annotations, entities: cast.entities, mentions: cast.mentions, attributions, claims, reviews }
}

/// The claims to mark, with their numbers.
fn marked(claims: &[Claim], unchecked: bool) -> Vec<(usize, &Claim)> {
    claims.iter().enumerate().filter(|(_, claim)| unchecked || claim.answer.is_some()).collect()
}
