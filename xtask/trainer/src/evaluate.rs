//! How well the program finds names with a model.
//!
//! Takes texts marked by hand and a model; gives scores, of the whole program as the command line runs it. Example: the sets that
//! `--eval` names, if they lie there, and `tests/corpus`, whose articles are no training texts.
//!
//! Invariant: persons, places and organisations count; other names do not, on either side.

use crate::{
    data::{self, Marked},
    packs,
    score::Score,
    texts,
};
use anyhow::{Result, anyhow};
use postil::{Article, Knowledge, Mention, MentionSense, NameType, Span, annotate};
use std::path::Path;

/// A set of texts.
pub(crate) struct Set {
    pub(crate) name: &'static str,
    texts: Vec<Marked>,
    /// Whether a name is found where its head is covered.
    by_head: bool,
}

/// The sets that are to be had.
pub(crate) fn sets(eval: Option<&Path>) -> Result<Vec<Set>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut sets = vec![Set { name: "corpus", texts: texts::read(&root.join("tests/corpus"))?, by_head: false }];
    for name in ["wikigold", "gum-dev", "uner-ewt-dev"] {
        if let Some(path) = eval.map(|eval| eval.join(format!("{name}.jsonl"))) {
            sets.push(Set { name, texts: data::read(&path)?, by_head: name == "gum-dev" });
        }
    }
    Ok(sets)
}

/// The scores on each set.
pub(crate) fn scores(sets: &[Set], model: &[u8]) -> Result<Vec<(&'static str, Score)>> {
    let mut knowledge = packs::that_ship();
    knowledge.add_model(model).map_err(|e| anyhow!("the model: {e}"))?;
    Ok(sets.iter().map(|set| (set.name, score(set, &knowledge))).collect())
}

fn score(set: &Set, knowledge: &Knowledge) -> Score {
    let mut score = Score::default();
    for marked in &set.texts {
        let notes = annotate(&Article::from_text(&marked.text), knowledge);
        let is_name = |mention: &&Mention| mention.sense != MentionSense::Demonym; // “Ukrainian” is of another type there
        let found: Vec<(Span, NameType)> = notes
            .mentions
            .iter()
            .filter(is_name)
            .map(|mention| (mention.span, notes.entities[mention.entity].name_type))
            .collect();
        score.count(&marked.names, &found, set.by_head);
    }
    score
}
