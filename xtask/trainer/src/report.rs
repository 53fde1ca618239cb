//! What training gave, as a table.
//!
//! Takes corpora, models and their scores; gives Markdown. Example: a row for the model without the group of features that looks at
//! words' classes.
//!
//! Invariant: a row tells what was changed, how large the model is, and the same scores as every other row.

use crate::{
    data::Corpus,
    learn::{Model, Setup},
    score::Score,
};
use postil::tagger::Group;

/// The report so far.
pub(crate) struct Report {
    head: String,
    rows: Vec<String>,
}

impl Report {
    /// Of the model that ships.
    pub(crate) fn new(corpora: &[Corpus], model: &Model, scores: &[(&'static str, Score)]) -> Self {
        let mut head = HEAD.to_owned();
        for corpus in corpora {
            let words: usize = corpus.texts.iter().map(|text| text.text.split_whitespace().count()).sum();
            let names: usize = corpus.texts.iter().map(|text| text.names.len()).sum();
            head += &format!("| {} | {} | {words} | {names} | {} |\n", corpus.name, corpus.texts.len(), corpus.weight);
        }
        head += "\n| model | words | features | weights | bytes |";
        scores.iter().for_each(|(name, _)| head += &format!(" {name} P / R / F1, span F1 |"));
        head += "\n|---|---|---|---|---|";
        scores.iter().for_each(|_| head += "---|");
        let mut report = Self { head, rows: Vec::new() };
        report.add("as it ships", model, scores);
        report
    }

    /// Adds a row.
    pub(crate) fn add(&mut self, what: &str, model: &Model, scores: &[(&'static str, Score)]) {
        let Model { bytes, words, features, weights } = model;
        let mut row = format!("| {what} | {words} | {features} | {weights} | {} |", bytes.len());
        for (_, score) in scores {
            let (precision, recall, f1) = (score.precision(), score.recall(), score.f1());
            row += &format!(" {precision:.3} / {recall:.3} / **{f1:.3}**, {:.3} |", score.span_f1());
        }
        self.rows.push(row);
    }

    /// The newest row.
    pub(crate) fn last_line(&self) -> &str {
        self.rows.last().map_or("", String::as_str)
    }

    /// The whole.
    pub(crate) fn text(&self) -> String {
        format!("{}\n{}\n", self.head, self.rows.join("\n"))
    }
}

const HEAD: &str = "# The tagger's training

Written by `cargo xtask train`. Scores are of the whole program with the model, persons, places and organisations together; `corpus` is
`tests/corpus`, whose articles are no training texts; the other sets are tuning sets, scored and never learnt from.

| corpus | texts | words | names | weight |
|---|---|---|---|---|
";

/// What to leave out, one after the other.
pub(crate) fn ablations() -> Vec<(String, Setup)> {
    use Group::{Class, Corpus, Cue, Document, Found, Run, Shape, Word};
    let groups = [Word, Shape, Run, Class, Cue, Found, Document, Corpus];
    let group =
        |group: Group| (format!("without features of {group:?}"), Setup { without: Some(group), ..Setup::default() });
    let corpora = ["own texts", "GUM", "Broad Twitter Corpus", "WNUT 2017", "re3d"];
    let corpus =
        |name: &'static str| (format!("without {name}"), Setup { without_corpus: Some(name), ..Setup::default() });
    let words = |words: usize| (format!("classes of {words} words"), Setup { words, ..Setup::default() });
    let l1 = |l1: f64| (format!("L1 of {l1}"), Setup { l1, ..Setup::default() });
    let sizes = [12_000, 24_000, 96_000].map(words).into_iter().chain([1.5, 6.0, 12.0].map(l1));
    groups.map(group).into_iter().chain(corpora.map(corpus)).chain(sizes).collect()
}
