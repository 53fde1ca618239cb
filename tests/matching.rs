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

    /// How many pairs there are of the claims of one half.
    fn all(&self, odd: bool) -> usize {
        self.sentences.iter().flat_map(|sentence| &sentence.claims).filter(|claim| is_odd(claim) == odd).count()
    }
}

fn is_odd(claim: &str) -> bool {
    claim.trim_start_matches('c').parse::<u32>().expect("a number") % 2 == 1
}

/// Found, right, and all that there are, of one half, at a threshold.
fn count(set: &Set, pairs: &[Pair], odd: bool, least: f32) -> [usize; 3] {
    let of_half = |pair: &&Pair| is_odd(&set.claims[pair.claim][0]) == odd && pair.score >= least;
    let found: Vec<&Pair> = pairs.iter().filter(of_half).collect();
    [found.len(), found.iter().filter(|pair| set.is_right(pair)).count(), set.all(odd)]
}

fn row(set: &Set, pairs: &[Pair], least: f32) -> String {
    let cells = [false, true].map(|odd| {
        let [found, right, all] = count(set, pairs, odd, least);
        format!("{found} | {right} | {:.2} | {:.2}", right as f64 / found.max(1) as f64, right as f64 / all as f64)
    });
    format!("| {least:.2} | {} | {} |\n", cells[0], cells[1])
}

fn report(set: &Set, pairs: &[Pair]) -> String {
    let mut report = "# How well a fact-check finds its sentence\n\nWritten by `UPDATE=1 cargo test --test matching`; README.md says what \
        is measured. Both halves were read and tuned on, so that neither tells how it \
        fares with claims unseen. Shipped is `LEAST` in `src/review/matching.rs`.\n\n\
        | least score | even: found | right | precision | recall | odd: found | right | precision | recall |\n\
        |---|---|---|---|---|---|---|---|---|\n".to_owned();
    for step in 8..=20 {
        report += &row(set, pairs, step as f32 / 20.0);
    }
    let _ = writeln!(
        report,
        "\nWhat is found at the shipped threshold, {:.2}, by `why`, of pairs that are right or wrong:\n",
        review::LEAST
    );
    report += "| why | even: right | wrong | odd: right | wrong |\n|---|---|---|---|---|\n";
    let mut kinds = BTreeMap::<&str, [usize; 4]>::new();
    for pair in pairs.iter().filter(|pair| pair.score >= review::LEAST) {
        let column = 2 * usize::from(is_odd(&set.claims[pair.claim][0])) + usize::from(!set.is_right(pair));
        kinds.entry(&set.sentences[pair.sentence].why).or_default()[column] += 1;
    }
    kinds.iter().for_each(|(why, [a, b, c, d])| report += &format!("| {why} | {a} | {b} | {c} | {d} |\n"));
    report
}

/// The curve of the set that nobody tunes on, and what its wrong pairs are by `why`.
fn of_unseen() -> String {
    let set = Set::read("unseen-");
    let pairs = set.pairs();
    let mut report =
        "\n## Claims and sentences that nobody has tuned to\n\n| least score | found | right | precision | recall |\n\
        |---|---|---|---|---|\n"
            .to_owned();
    for step in 8..=20 {
        let least = step as f32 / 20.0;
        let [found, right, all] = [false, true]
            .map(|odd| count(&set, &pairs, odd, least))
            .into_iter()
            .fold([0; 3], |[a, b, c], [found, right, all]| [a + found, b + right, c + all]);
        let (precision, recall) = (right as f64 / found.max(1) as f64, right as f64 / all as f64);
        report += &format!("| {least:.2} | {found} | {right} | {precision:.2} | {recall:.2} |\n");
    }
    let wrong = pairs.iter().filter(|pair| pair.score >= review::LEAST && !set.is_right(pair));
    let mut kinds = BTreeMap::<&str, usize>::new();
    wrong.for_each(|pair| *kinds.entry(&set.sentences[pair.sentence].why).or_default() += 1);
    let kinds: Vec<_> = kinds.iter().map(|(why, count)| format!("{why} {count}")).collect();
    report + &format!("\nWrong at the shipped threshold: {}.\n", kinds.join(", "))
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

#[test]
fn the_scores_are_those_committed() {
    let set = Set::read("");
    let pairs = set.pairs();
    let report = report(&set, &pairs) + &of_unseen();
    if std::env::var_os("FAULTS").is_some() {
        print_faults(&set, &pairs);
    }
    let file = "tests/matching/scores.md";
    if std::env::var_os("UPDATE").is_some() {
        fs::write(file, &report).expect("the folder can be written");
    }
    let committed = fs::read_to_string(file).unwrap_or_default();
    assert!(committed == report, "scores have changed; run with UPDATE=1 and read the diff\n{report}");
}
