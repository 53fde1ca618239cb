//! What a token is by itself: the values that features are made of.
//!
//! Takes the segmented text and the names found so far; gives an [`Atom`] for each token. Example: “Pushilin” is a word of no class
//! with a capital, in no list; beside “said”, a word of a class, small, that presents speech.
//!
//! Invariant: there is one atom for each token.

use super::{
    cue::{self, Cue},
    hash,
    labels::label,
    words::{NO_CLASS, Words},
};
use crate::{
    MentionSense,
    cut::has,
    mention::Cast,
    segment::{Text, TokenKind},
};

/// A token's own values.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Atom {
    /// The hash of its letters, capitals made small.
    pub(crate) word: u32,
    pub(crate) shape: Shape,
    /// The word's class, and the wider one.
    pub(crate) class: u8,
    pub(crate) wider: u8,
    pub(crate) cue: Cue,
    /// What the rules found here: a label, and in which sense; 0 for nothing.
    pub(crate) found: u8,
    /// Where the article has the word elsewhere: bits of [`document::seen`].
    pub(crate) seen: u8,
    /// What the longer names end with that have the word elsewhere: a [`Cue`].
    pub(crate) ends: u8,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Shape {
    Outside,
    Small,
    Capital,
    Shouted,
    Initial,
    Mixed,
    Dotted,
    Compound,
    Number,
    Possessive,
    Quote,
    Comma,
    Stop,
    Bracket,
    Sign,
    Tagged,
}

impl Shape {
    /// Of a word, whatever its letters.
    pub(crate) fn is_word(self) -> bool {
        self == Shape::Small || self.is_large()
    }

    /// Of a word that begins with a capital.
    pub(crate) fn is_large(self) -> bool {
        matches!(self, Shape::Capital | Shape::Shouted | Shape::Initial | Shape::Dotted | Shape::Compound)
    }
}

/// Beside the text's first and last token.
pub(crate) const BORDER: Atom = Atom {
    word: 0,
    shape: Shape::Outside,
    class: NO_CLASS,
    wider: NO_CLASS,
    cue: Cue::None,
    found: 0,
    seen: 0,
    ends: 0,
};

/// An atom for each token; what the article tells elsewhere is not in it yet.
pub(crate) fn atoms(text: &Text, words: &Words) -> Vec<Atom> {
    let atom = |at: usize| {
        let word = hash::of_word(text.word(at));
        let class = words.class(word);
        Atom {
            word,
            shape: shape(text, at),
            class,
            wider: words.wider(class),
            cue: cue::of(text.word(at)),
            found: 0,
            seen: 0,
            ends: 0,
        }
    };
    (0..text.tokens.len()).map(atom).collect()
}

/// Writes the rules' names into the atoms.
pub(crate) fn mark_found(text: &Text, cast: &Cast, atoms: &mut [Atom]) {
    for mention in &cast.mentions {
        let Some(entity) = cast.entities.get(mention.entity) else { continue };
        let sense = match mention.sense {
            MentionSense::Demonym => 32,
            _ if entity.known.is_none() => 16,
            _ => 0,
        };
        for (place, at) in text.tokens_in(mention.span).enumerate() {
            if let Some(atom) = atoms.get_mut(at) {
                atom.found = label(entity.name_type, place == 0) as u8 + sense;
            }
        }
    }
}

fn shape(text: &Text, at: usize) -> Shape {
    let word = text.word(at);
    match text.tokens[at].kind {
        TokenKind::Word if at > 0 && text.is(at - 1, "# @") && word.chars().any(char::is_uppercase) => Shape::Tagged,
        TokenKind::Word => word_shape(word),
        TokenKind::Number => Shape::Number,
        TokenKind::Possessive => Shape::Possessive,
        TokenKind::Quote => Shape::Quote,
        TokenKind::Dash => Shape::Sign,
        TokenKind::Mark => match word {
            "," | ";" => Shape::Comma,
            "." | "!" | "?" | ":" => Shape::Stop,
            "(" | ")" | "[" | "]" => Shape::Bracket,
            _ => Shape::Sign,
        },
    }
}

fn word_shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let (mut large, mut small) = (0, 0);
    letters.for_each(|c| if c.is_uppercase() { large += 1 } else { small += 1 });
    match (first, large, small) {
        (_, _, 0) if first && word.ends_with('.') && large > 0 => Shape::Dotted,
        (true, 0, 0) => Shape::Initial,
        (true, 1.., 0) => Shape::Shouted,
        (false, 0, _) => Shape::Small,
        _ if has(word, b'-') => Shape::Compound,
        (true, 0, _) => Shape::Capital,
        _ => Shape::Mixed,
    }
}

/// Whether capitals tell nothing here: a heading or line that has nearly all its words in them.
pub(crate) fn is_shouted(text: &Text, sentence: usize) -> bool {
    let Some(sentence) = text.sentences.get(sentence) else { return false };
    let words = sentence.tokens.clone().filter(|&at| text.is_kind(at, TokenKind::Word) && text.word(at).len() > 1);
    let (large, all) = words.fold((0, 0), |(large, all), at| {
        (large + usize::from(!text.word(at).chars().any(char::is_lowercase)), all + 1)
    });
    all > 2 && large * 4 >= all * 3
}
