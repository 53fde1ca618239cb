//! The pipeline, top to bottom: text -> tokens -> names -> quotations -> claims -> marks.
//!
//! Takes an article and the knowledge; gives its notes. Example: see [`crate`].
//!
//! Invariant: the output depends on nothing but the arguments.

use crate::{Article, Knowledge, Notes, claim, mention, quote, resolve, segment::Text};

/// Finds all there is to note in an article. It cannot fail.
pub fn annotate(article: &Article, knowledge: &Knowledge) -> Notes {
    let text = Text::new(article);
    let cast = mention::cast(&text, knowledge);
    let attributions = quote::attributions(&text, &cast);
    let claims = claim::claims(&text, &cast, knowledge);
    let annotations = resolve::annotations(&cast.mentions, &attributions, &claims);
    Notes { annotations, entities: cast.entities, mentions: cast.mentions, attributions, claims }
}
