//! A model's file, read and written.
//!
//! Takes bytes; gives a [`Tagger`]. All numbers are little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `PSTM` |
//! | 4 | version: of this form, and of the features in `features.rs`, which a model is trained for |
//! | 8 | checksum of the rest, as packs have it |
//! | 4 × 4 | the numbers of classes, of words, of features and of weights |
//! | 4 | corpus, eagerness and agreement in sixteenths, 0 |
//! | 81 | weights of pairs of labels, in units of [`UNIT`] |
//! | | for each class its wider one |
//! | | words: the steps from hash to hash, see [`steps`]; then for each its class |
//! | | features: the steps; for each which labels have weights, as bits (labels 0 to 7, then in another row label 8); the weights |
//!
//! Example: the model that ships is `packs/postil-en.model`, made by `cargo xtask train`.
//!
//! Invariant: on no bytes does the reader panic, or take more memory than some twenty times their number.

use super::{
    Tagger, UNIT, Weights, Words,
    labels::LABELS,
    lattice::{Pairs, factors, ruled},
};
use crate::{
    error::{PackError, PackErrorKind},
    pack::checksum,
};

const MAGIC: [u8; 4] = *b"PSTM";

/// Goes up with every change of this form or of the features.
const VERSION: u32 = 2;

/// From hash to hash: 255 stands for a step of 255 that goes on, anything else ends the step.
const GOES_ON: u8 = u8::MAX;

/// Why a model was refused: what, and at which byte.
type Flaw = (&'static str, usize);

/// Reads a model.
///
/// # Errors
/// When the bytes are no model, are damaged, or are of another version.
pub(super) fn read(bytes: &[u8]) -> Result<Tagger, PackError> {
    let error = |kind| Err(PackError::new(kind));
    let Some((MAGIC, rest)) = bytes.split_first_chunk().map(|(magic, rest)| (*magic, rest)) else {
        return error(PackErrorKind::NotAModel);
    };
    let mut reader = Reader { rest, at: 4 };
    let flaw = |(what, at): Flaw| PackError::new(PackErrorKind::DamagedModel { what, at });
    let found = reader.number().map_err(flaw)?;
    if found != VERSION {
        return error(PackErrorKind::ModelVersion { found, known: VERSION });
    }
    let sum = reader.take(8, "no checksum").map_err(flaw)?;
    if sum != checksum(reader.rest).to_le_bytes() {
        return Err(flaw(("its checksum does not fit its content", reader.at)));
    }
    tagger(&mut reader).map_err(flaw)
}

fn tagger(reader: &mut Reader) -> Result<Tagger, Flaw> {
    let [classes, words, features, weights] = [reader.number()?, reader.number()?, reader.number()?, reader.number()?];
    let settings = reader.take(4, "no settings")?;
    let (corpus, eagerness, agreement) = (settings[0], settings[1], settings[2]);
    let pairs = reader.take(LABELS * LABELS, "no weights of pairs")?;
    let wider = reader.take(classes as usize, "a class without a wider one")?.to_vec();
    let pairs = ruled(&read_pairs(pairs));
    let words =
        Words::new(reader.steps(words)?, reader.take(words as usize, "a word without a class")?.to_vec(), wider);
    Ok(Tagger {
        words,
        weights: read_weights(reader, features, weights)?,
        pairs,
        factors: factors(&pairs),
        eagerness: f64::from(eagerness as i8) * UNIT,
        agreement: f64::from(agreement as i8) * UNIT,
        corpus: corpus.into(),
    })
}

fn read_pairs(bytes: &[u8]) -> Pairs {
    let weight = |at: usize| f64::from(bytes.get(at).map_or(0, |byte| *byte as i8)) * UNIT;
    std::array::from_fn(|a| std::array::from_fn(|b| weight(a * LABELS + b)))
}

fn read_weights(reader: &mut Reader, features: u32, weights: u32) -> Result<Weights, Flaw> {
    let hashes = reader.steps(features)?;
    let low = reader.take(features as usize, "a feature without labels")?;
    let high = reader.take(features as usize, "a feature without labels")?;
    let mut values = reader.take(weights as usize, "a weight is missing")?.iter();
    let mut all = Vec::with_capacity(weights as usize);
    let masks = || low.iter().zip(high).map(|(low, high)| u16::from(*low) | u16::from(*high & 1) << 8);
    for mask in masks() {
        for label in (0..LABELS as u8).filter(|label| mask >> label & 1 == 1) {
            let value = values.next().ok_or(("fewer weights than labels", reader.at))?;
            all.push((label, *value as i8));
        }
    }
    Ok(Weights::new(hashes, masks().map(|mask| mask.count_ones() as usize), all))
}

struct Reader<'a> {
    rest: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize, what: &'static str) -> Result<&'a [u8], Flaw> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or((what, self.at))?;
        self.rest = rest;
        self.at += count;
        Ok(taken)
    }

    fn number(&mut self) -> Result<u32, Flaw> {
        let bytes = self.take(4, "a number breaks off")?;
        Ok(bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
    }

    /// Hashes in order, from the steps between them.
    fn steps(&mut self, count: u32) -> Result<Vec<u32>, Flaw> {
        if count as usize > self.rest.len() {
            return Err(("more hashes than bytes", self.at));
        }
        let mut hashes = Vec::with_capacity(count as usize);
        let mut hash = 0u32;
        while hashes.len() < count as usize {
            let [byte] = self.take(1, "the hashes break off")? else { break };
            hash = hash.saturating_add((*byte).into());
            if *byte != GOES_ON {
                hashes.push(hash);
            }
        }
        Ok(hashes)
    }
}

/// What a model's file is made of.
#[cfg(feature = "cli")]
#[derive(Clone, Debug)]
pub struct Parts {
    /// The corpus whose guidelines it follows.
    pub corpus: u8,
    /// See [`Tagger`]; in sixteenths.
    pub eagerness: i8,
    /// See [`Tagger`]; in sixteenths.
    pub agreement: i8,
    /// In units of [`UNIT`], row by row.
    pub pairs: Vec<i8>,
    /// For each class the wider one.
    pub wider: Vec<u8>,
    /// Words' hashes, as [`super::hash::bits`] gives them, in order, each with its class.
    pub words: Vec<(u32, u8)>,
    /// Features' hashes in order, each with its labels, in order, and their weights.
    pub features: Vec<(u32, Vec<(u8, i8)>)>,
}

#[cfg(feature = "cli")]
impl Parts {
    /// The file.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let weights: Vec<&(u8, i8)> = self.features.iter().flat_map(|(_, weights)| weights).collect();
        for count in [self.wider.len(), self.words.len(), self.features.len(), weights.len()] {
            out.extend((count as u32).to_le_bytes());
        }
        out.extend([self.corpus, self.eagerness as u8, self.agreement as u8, 0]);
        out.extend(self.pairs.iter().map(|weight| *weight as u8));
        out.extend(&self.wider);
        write_steps(self.words.iter().map(|(hash, _)| *hash), &mut out);
        out.extend(self.words.iter().map(|(_, class)| *class));
        write_steps(self.features.iter().map(|(hash, _)| *hash), &mut out);
        let masks =
            || self.features.iter().map(|(_, weights)| weights.iter().fold(0, |mask, (label, _)| mask | 1u16 << label));
        out.extend(masks().map(|mask| mask as u8));
        out.extend(masks().map(|mask| (mask >> 8) as u8));
        out.extend(weights.iter().map(|(_, weight)| *weight as u8));
        [&MAGIC, &VERSION.to_le_bytes()[..], &checksum(&out).to_le_bytes(), &out].concat()
    }
}

#[cfg(feature = "cli")]
fn write_steps(hashes: impl Iterator<Item = u32>, out: &mut Vec<u8>) {
    let mut before = 0;
    for hash in hashes {
        let mut step = hash - before;
        while step >= GOES_ON.into() {
            out.push(GOES_ON);
            step -= u32::from(GOES_ON);
        }
        out.push(step as u8);
        before = hash;
    }
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;

    const SHIFT: u32 = 32 - crate::tagger::hash::BITS;

    fn parts() -> Parts {
        Parts {
            corpus: 4,
            eagerness: 8,
            agreement: 16,
            pairs: vec![-3; LABELS * LABELS],
            wider: vec![0, 1],
            words: vec![(7, 0), (900, 1), (901, 0)],
            features: vec![(0, vec![(0, -5), (8, 127)]), (255, vec![(3, 1)]), (2_000_000, vec![(1, -128)])],
        }
    }

    #[test]
    fn what_was_written_is_read() {
        let bytes = parts().write();
        let tagger = read(&bytes).expect("a model");
        assert_eq!((tagger.corpus, tagger.eagerness, tagger.agreement), (4, 0.5, 1.0));
        let mut row = [0.0; LABELS];
        tagger.weights.add(255 << SHIFT, &mut row);
        tagger.weights.add(2_000_000 << SHIFT, &mut row);
        tagger.weights.add(0, &mut row);
        assert_eq!((row[0], row[1], row[3], row[8]), (-5.0 * UNIT, -128.0 * UNIT, UNIT, 127.0 * UNIT));
        assert_eq!(
            (tagger.words.class(900 << SHIFT), tagger.words.class(8 << SHIFT)),
            (1, crate::tagger::words::NO_CLASS)
        );
    }

    #[test]
    fn each_reason_has_its_message() {
        let bytes = parts().write();
        let mut changed = bytes.clone();
        changed[40] ^= 1;
        let sealed =
            |content: &[u8]| [&MAGIC, &VERSION.to_le_bytes()[..], &checksum(content).to_le_bytes(), content].concat();
        for (bytes, expected) in [
            (Vec::new(), "not a model of Postil's tagger; take `postil-en.model`"),
            (b"<!doctype html>".to_vec(), "not a model of Postil's tagger"),
            (
                [&MAGIC[..], &[9, 0, 0, 0]].concat(),
                "model of version 9 of Postil's tagger, but this Postil reads version",
            ),
            (
                bytes[..10].to_vec(),
                "damaged model of Postil's tagger: no checksum (byte 8); fetch or copy the file again",
            ),
            (changed, "damaged model of Postil's tagger: its checksum does not fit its content"),
            (sealed(&bytes[16..40]), "damaged model of Postil's tagger: no weights of pairs (byte 36)"),
            (sealed(&bytes[16..bytes.len() - 1]), "damaged model of Postil's tagger: a weight is missing"),
        ] {
            let message = read(&bytes).expect_err("a refusal").to_string();
            assert!(message.contains(expected), "{message:?} lacks {expected:?}");
        }
    }

    #[test]
    fn damage_is_refused() {
        let bytes = parts().write();
        for cut in 0..bytes.len() {
            assert!(read(&bytes[..cut]).is_err(), "cut at {cut}");
        }
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x10;
            assert!(read(&damaged).is_err(), "byte {at}");
        }
    }

    /// Also with a checksum that fits: whoever writes a model may write anything.
    #[test]
    fn nonsense_does_not_panic() {
        let mut rng = fastrand::Rng::with_seed(1);
        for _ in 0..20_000 {
            let mut content = parts().write().split_off(16);
            for _ in 0..4 {
                let at = rng.usize(..content.len());
                content[at] = rng.u8(..);
            }
            let bytes = [&MAGIC, &VERSION.to_le_bytes()[..], &checksum(&content).to_le_bytes(), &content].concat();
            if let Ok(tagger) = read(&bytes) {
                tagger.weights.add(rng.u32(..), &mut [0.0; LABELS]);
                tagger.words.wider(tagger.words.class(rng.u32(..)));
            }
        }
    }
}
