//! Features of a token: what the tagger weighs.
//!
//! Takes the atoms of a text and a run of tokens that may be names; gives for each token of the run its features' hashes, each with the
//! [`Group`] that ablations go by. Example: “Keller” in “said Anna Keller, who” has among others *the word before is a given name*,
//! *last of its run*, *the run stands behind a verb of saying*.
//!
//! Invariant: training and tagging call this one function.

use super::{
    atom::{Atom, BORDER, Shape, is_shouted},
    cue::Cue,
    hash,
};
use crate::{
    mention::capitals::{is_in_title_case, is_of_heading},
    segment::Text,
};
use std::ops::Range;

/// What a feature looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Group {
    /// The words themselves.
    Word,
    /// How words are written, and where in the sentence.
    Shape,
    /// The run of capitals.
    Run,
    /// Classes of words.
    Class,
    /// Titles, roles, endings of organisations' names.
    Cue,
    /// What packs and rules found.
    Found,
    /// The word elsewhere in this article.
    Document,
    /// Whose guidelines the text follows.
    Corpus,
}

/// Everything that features are made of.
pub(crate) struct View<'a> {
    pub(crate) text: &'a Text<'a>,
    pub(crate) atoms: &'a [Atom],
    /// Which corpus the text is of.
    pub(crate) corpus: u32,
}

/// One run, and where it stands.
struct Place<'a> {
    view: &'a View<'a>,
    run: Range<usize>,
    sentence: Range<usize>,
    /// Bits: heading, all in capitals, title case.
    style: u32,
}

impl View<'_> {
    /// The features of each token of some runs, in order.
    pub(crate) fn features(&self, runs: &[Range<usize>], mut each: impl FnMut(usize, Group, u32)) {
        let mut place = Place { view: self, run: 0..0, sentence: 0..0, style: 0 };
        for run in runs {
            place.move_to(run);
            for at in run.clone() {
                place.of_token(at, &mut |group, feature, a, b| each(at, group, hash::of_feature(feature, [a, b])));
            }
        }
    }
}

/// Takes a feature: its group, its number, its values.
type Each<'e> = dyn FnMut(Group, u32, u32, u32) + 'e;

impl Place<'_> {
    fn move_to(&mut self, run: &Range<usize>) {
        self.run = run.clone();
        if !self.sentence.contains(&run.start) {
            let text = self.view.text;
            let sentence = text.sentence_of(run.start);
            self.sentence = text.sentences.get(sentence).map_or(run.clone(), |sentence| sentence.tokens.clone());
            let style = [is_of_heading, is_shouted, is_in_title_case].map(|is| u32::from(is(text, sentence)));
            self.style = style[0] + 2 * style[1] + 4 * style[2];
        }
    }

    /// A neighbour within the sentence.
    fn atom(&self, at: usize, offset: isize) -> Atom {
        let place = at.checked_add_signed(offset).filter(|place| self.sentence.contains(place));
        place.and_then(|place| self.view.atoms.get(place)).copied().unwrap_or(BORDER)
    }

    fn of_token(&self, at: usize, each: &mut Each) {
        each(Group::Shape, 0, 0, 0);
        each(Group::Corpus, 1, self.view.corpus, 0);
        let near: [Atom; 5] = std::array::from_fn(|place| self.atom(at, place as isize - 2));
        self.words(&near, each);
        self.shapes(at, &near, each);
        classes(&near, u32::from(at == self.sentence.start), each);
        self.cues(at, &near, each);
        self.found(&near, each);
        self.document(at, &near, each);
        self.run(at, &near, each);
    }

    fn words(&self, near: &[Atom; 5], each: &mut Each) {
        let [_, before, own, after, _] = near;
        for (place, atom) in near.iter().enumerate() {
            each(Group::Word, 10 + place as u32, atom.word, 0);
        }
        each(Group::Word, 15, before.word, own.word);
        each(Group::Word, 16, own.word, after.word);
        each(Group::Word, 18, before.word, after.word);
    }

    fn shapes(&self, at: usize, near: &[Atom; 5], each: &mut Each) {
        let [two, before, own, after, next] = near.map(|atom| atom.shape as u32);
        let initial = u32::from(at == self.sentence.start);
        let length = self.view.text.word(at).chars().count().min(12) as u32;
        each(Group::Shape, 40, own, initial + 2 * self.style);
        each(Group::Shape, 41, own, before);
        each(Group::Shape, 42, own, after);
        each(Group::Shape, 43, own + 16 * before, after);
        each(Group::Shape, 44, before + 16 * two, own);
        each(Group::Shape, 45, after + 16 * next, own);
        each(Group::Shape, 46, own, length);
        each(Group::Shape, 47, self.style, own);
        let (position, left) = (at - self.sentence.start, self.sentence.end - at);
        each(Group::Shape, 48, position.min(4) as u32, left.min(4) as u32);
    }

    fn cues(&self, at: usize, near: &[Atom; 5], each: &mut Each) {
        let cues = near.map(|atom| atom.cue as u32);
        for (place, cue) in cues.iter().enumerate() {
            each(Group::Cue, 70 + place as u32, *cue, near[2].shape as u32);
        }
        each(Group::Cue, 75, cues[1], cues[2]);
        each(Group::Cue, 76, cues[2], cues[3]);
        each(Group::Cue, 77, cues[1], cues[3]);
        each(Group::Cue, 78, cues[0] * 32 + cues[1], near[2].wider.into());
        each(Group::Cue, 79, cues[3] * 32 + cues[4], near[2].wider.into());
        let mut behind = (at + 1..self.run.end).rev().map(|place| self.view.atoms[place].cue as u32);
        let ends = behind.find(|cue| *cue > 0);
        each(Group::Cue, 80, ends.unwrap_or(0), near[2].shape as u32);
        if let Some(head) = self.said_to_be() {
            let to_end = u32::from(at + 1 == self.run.end);
            each(Group::Cue, 81, head.cue as u32, to_end);
            each(Group::Cue, 82, head.class.into(), 0);
            each(Group::Cue, 83, head.wider.into(), near[2].wider.into());
            each(Group::Cue, 84, head.word, 0);
        }
        each(Group::Document, 112, near[2].ends.into(), near[2].shape as u32);
        each(Group::Document, 113, near[2].ends.into(), (near[2].seen & 28).into());
    }

    /// The noun that tells what the run is: “hamlet” in “Aisby is a small hamlet”, “charity” in “Brightwater, a local charity”.
    fn said_to_be(&self) -> Option<Atom> {
        let mut at = self.run.end;
        let opens = self.atom(at, 0);
        if !(opens.cue == Cue::Is || opens.shape == Shape::Comma) {
            return None;
        }
        at += 1;
        if !self.view.text.is(at, "a an the one") {
            return None;
        }
        let (mut noun, limit) = (None, (at + 7).min(self.sentence.end));
        for place in at + 1..limit {
            let atom = self.atom(place, 0);
            match atom.cue {
                _ if !matches!(atom.shape, Shape::Small | Shape::Compound | Shape::Capital) => break,
                Cue::Of
                | Cue::In
                | Cue::From
                | Cue::And
                | Cue::By
                | Cue::With
                | Cue::For
                | Cue::Who
                | Cue::Is
                | Cue::The => break,
                Cue::Settlement | Cue::Kind | Cue::Role | Cue::Work | Cue::Kin => return Some(atom),
                _ => noun = Some(atom),
            }
        }
        noun
    }

    fn found(&self, near: &[Atom; 5], each: &mut Each) {
        let [_, before, own, after, _] = near.map(|atom| u32::from(atom.found));
        each(Group::Found, 90, own, near[2].shape as u32);
        each(Group::Found, 91, own, before);
        each(Group::Found, 92, own, after);
        each(Group::Found, 93, own, near[1].cue as u32);
        each(Group::Found, 94, own, near[3].cue as u32);
        each(Group::Found, 95, own, near[3].shape as u32);
        each(Group::Found, 96, own, self.view.corpus);
        each(Group::Found, 97, before, near[2].shape as u32);
        each(Group::Found, 98, after, near[2].shape as u32);
    }

    fn document(&self, at: usize, near: &[Atom; 5], each: &mut Each) {
        let own = near[2];
        let initial = u32::from(at == self.sentence.start);
        for bit in 0..8 {
            if own.seen & (1 << bit) != 0 {
                each(Group::Document, 100 + bit, own.shape as u32, initial);
            }
        }
        each(Group::Document, 108, (own.seen & 3).into(), own.wider.into());
        each(Group::Document, 109, own.seen.into(), self.run.len().min(3) as u32);
        each(Group::Document, 110, near[1].seen.into(), near[1].shape as u32);
        each(Group::Document, 111, near[3].seen.into(), near[3].shape as u32);
    }

    fn run(&self, at: usize, near: &[Atom; 5], each: &mut Each) {
        let (first, last) = (self.atom(self.run.start, 0), self.atom(self.run.end, -1));
        let (before, after) = (self.atom(self.run.start, -1), self.atom(self.run.end, 0));
        let length = self.run.len().min(6) as u32;
        let from_start = (at - self.run.start).min(3) as u32;
        let to_end = (self.run.end - 1 - at).min(3) as u32;
        let place = from_start * 4 + to_end;
        each(Group::Run, 120, length, place);
        each(Group::Run, 121, before.word, place);
        each(Group::Run, 122, after.word, place);
        each(Group::Run, 123, before.cue as u32, place);
        each(Group::Run, 124, after.cue as u32, place);
        each(Group::Run, 125, first.word, 0);
        each(Group::Run, 126, last.word, 0);
        each(Group::Run, 127, first.class.into(), from_start.min(1));
        each(Group::Run, 128, last.class.into(), to_end.min(1));
        each(Group::Run, 129, first.wider.into(), place);
        each(Group::Run, 130, last.wider.into(), place);
        each(Group::Run, 131, last.cue as u32, first.cue as u32);
        each(Group::Run, 132, before.wider.into(), place);
        each(Group::Run, 133, after.wider.into(), place);
        each(Group::Run, 134, u32::from(before.shape as u8) * 16 + after.shape as u32, place);
        let repeats = (self.run.start..at).any(|place| self.view.atoms[place].word == near[2].word);
        each(Group::Run, 137, repeats.into(), place);
        each(Group::Run, 135, before.class.into(), near[2].wider.into());
        each(Group::Run, 136, after.class.into(), near[2].wider.into());
    }
}

/// `initial` is 1 at the beginning of a sentence, where a capital tells nothing.
fn classes(near: &[Atom; 5], initial: u32, each: &mut Each) {
    let fine = near.map(|atom| u32::from(atom.class));
    let wide = near.map(|atom| u32::from(atom.wider));
    for place in 0..5 {
        each(Group::Class, 50 + place as u32, fine[place], 0);
        each(Group::Class, 55 + place as u32, wide[place], near[2].shape as u32);
    }
    each(Group::Class, 60, wide[1], wide[2]);
    each(Group::Class, 61, wide[2], wide[3]);
    each(Group::Class, 62, wide[1] * 256 + wide[2], wide[3]);
    each(Group::Class, 65, fine[2], initial);
    each(Group::Class, 66, wide[2] * 2 + initial, near[3].shape as u32);
    each(Group::Class, 67, wide[2] * 2 + initial, wide[3]);
    each(Group::Class, 63, fine[1], wide[2]);
    each(Group::Class, 64, wide[2], fine[3]);
}
