//! How well a published fact-check finds its sentence: precision and recall on tests/matching, whose README says what stands there.
//!
//! ```text
//! UPDATE=1 cargo test --test matching                writes tests/matching/scores.md anew
//! FAULTS=1 cargo test --test matching -- --nocapture lists what is wrong, and what is missed
//! ```

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test reads its set and writes its scores")]

mod shipped;

use postil::{Article, Knowledge, Review, mention, review, segment::Text};
use std::{collections::BTreeMap, fmt::Write as _, fs};

/// A sentence of the set.
struct Sentence {
    id: String,
    text: String,
    claims: Vec<String>,
    why: String,
}

/// A claim and a sentence that was found for it, with the score.
struct Pair {
    claim: usize,
    sentence: usize,
    score: f32,
}

struct Set {
    claims: Vec<[String; 2]>,
    sentences: Vec<Sentence>,
}

fn rows(name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(format!("tests/matching/{name}.tsv")).expect("the set");
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

impl Set {
    /// The set whose files begin so.
    fn read(prefix: &str) -> Set {
        let claim = |row: Vec<String>| row.try_into().expect("an id and a claim");
        let sentence = |row: Vec<String>| {
            let [id, text, claims, why] = row.try_into().expect("four columns");
            Sentence { id, text, claims: claims.split_whitespace().map(str::to_owned).collect(), why }
        };
        let (claims, sentences) = (rows(&format!("{prefix}claims")), rows(&format!("{prefix}sentences")));
        Set {
            claims: claims.into_iter().map(claim).collect(),
            sentences: sentences.into_iter().map(sentence).collect(),
        }
    }

    fn knowledge(&self) -> Knowledge {
        let mut knowledge = shipped::with_model();
        let review = |[_, claim]: &[String; 2]| Review { claim: claim.clone(), ..Review::default() };
        knowledge.add_reviews(self.claims.iter().map(review).collect());
        knowledge
    }

    /// All pairs that are found, each sentence being an article of its own.
    fn pairs(&self) -> Vec<Pair> {
        let knowledge = self.knowledge();
        let found = |(sentence, of): (usize, &Sentence)| {
            let article = Article::from_text(&of.text).in_language(Some("en-GB".to_owned()));
            let text = Text::new(&article);
            let cast = mention::cast(&text, &knowledge);
            let mut best = BTreeMap::<usize, f32>::new();
            for (claim, score) in text.sentences.iter().flat_map(|part| review::scores(&text, part, &cast, &knowledge))
            {
                let known = best.entry(claim).or_insert(score);
                *known = known.max(score);
            }
            best.into_iter().map(move |(claim, score)| Pair { claim, sentence, score }).collect::<Vec<_>>()
        };
        self.sentences.iter().enumerate().flat_map(found).collect()
    }

    fn is_right(&self, pair: &Pair) -> bool {
        self.sentences[pair.sentence].claims.contains(&self.claims[pair.claim][0])
    }

    /// Found, right, and all that there are, at a threshold.
    fn count(&self, pairs: &[Pair], least: f32) -> [usize; 3] {
        let found: Vec<&Pair> = pairs.iter().filter(|pair| pair.score >= least).collect();
        let all = self.sentences.iter().map(|sentence| sentence.claims.len()).sum();
        [found.len(), found.iter().filter(|pair| self.is_right(pair)).count(), all]
    }

    /// What is found at the shipped threshold, right and wrong, by `why`.
    fn kinds(&self, pairs: &[Pair]) -> String {
        let mut kinds = BTreeMap::<&str, [usize; 2]>::new();
        for pair in pairs.iter().filter(|pair| pair.score >= review::LEAST) {
            kinds.entry(&self.sentences[pair.sentence].why).or_default()[usize::from(!self.is_right(pair))] += 1;
        }
        let kinds: Vec<_> = kinds.iter().map(|(why, [right, wrong])| format!("{why} {right} / {wrong}")).collect();
        kinds.join(", ")
    }
}

fn cells([found, right, all]: [usize; 3]) -> String {
    format!("{found} | {right} | {:.2} | {:.2}", right as f64 / found.max(1) as f64, right as f64 / all as f64)
}

/// The curve of some sets, and what is right and wrong in each.
fn report(sets: &[(&str, Set, Vec<Pair>)]) -> String {
    let heads: Vec<_> =
        sets.iter().map(|(name, ..)| format!(" {name}: found | right | precision | recall |")).collect();
    let mut report = format!("| least score |{}\n|---|{}\n", heads.concat(), "---|---|---|---|".repeat(sets.len()));
    for step in 6..=20 {
        let least = step as f32 / 20.0;
        let row: Vec<_> = sets.iter().map(|(_, set, pairs)| cells(set.count(pairs, least))).collect();
        report += &format!("| {least:.2} | {} |\n", row.join(" | "));
    }
    for (name, set, pairs) in sets {
        let _ = write!(report, "\nRight / wrong at {:.2}, {name}: {}.\n", review::LEAST, set.kinds(pairs));
    }
    report
}

fn print_faults(set: &Set, pairs: &[Pair]) {
    for pair in pairs.iter().filter(|pair| pair.score >= review::LEAST && !set.is_right(pair)) {
        let ([claim, words], sentence) = (&set.claims[pair.claim], &set.sentences[pair.sentence]);
        println!("WRONG {claim} {words}\n   {:.2} {} {} ({})", pair.score, sentence.id, sentence.text, sentence.why);
    }
    for (at, sentence) in set.sentences.iter().enumerate() {
        for claim in &sentence.claims {
            let best = pairs
                .iter()
                .find(|pair| pair.sentence == at && set.claims[pair.claim][0] == *claim)
                .map(|pair| pair.score);
            let words = set.claims.iter().find(|[id, _]| id == claim).map(|[_, words]| words);
            if best.is_none_or(|score| score < review::LEAST) {
                println!("MISSED {claim} {}\n   {best:?} {} {}", words.expect("the claim"), sentence.id, sentence.text);
            }
        }
    }
}

/// The sets, all of which were read while the rules were written.
fn scores() -> String {
    let of = |(name, prefix): &(&'static str, &str)| {
        let set = Set::read(prefix);
        let pairs = set.pairs();
        (*name, set, pairs)
    };
    let read: Vec<_> = [
        ("120 claims", ""),
        ("60 more", "more-"),
        ("60 of the third set", "third-"),
        ("80 of the fourth set", "fourth-"),
    ]
    .iter()
    .map(of)
    .collect();
    if std::env::var_os("FAULTS").is_some() {
        read.iter().for_each(|(_, set, pairs)| print_faults(set, pairs));
    }
    "# How well a fact-check finds its sentence\n\nWritten by `UPDATE=1 cargo test --test matching`; README.md says what is measured. \
        Shipped is `LEAST` in `src/review/matching.rs`.\n\n## Claims and sentences that were read and tuned on\n\n"
        .to_owned()
        + &report(&read)
}

#[test]
fn the_scores_are_those_committed() {
    let report = scores();
    let file = "tests/matching/scores.md";
    if std::env::var_os("UPDATE").is_some() {
        fs::write(file, &report).expect("the folder can be written");
    }
    let committed = fs::read_to_string(file).unwrap_or_default();
    assert!(committed == report, "scores have changed; run with UPDATE=1 and read the diff\n{report}");
}
