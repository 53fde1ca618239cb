//! Runs of tokens that may be names.
//!
//! Takes the segmented text and its atoms; gives the runs that the tagger labels: words with a capital, and the small words and signs that stand
//! inside names. Example: in “the Bank of England and its governor said” the one run is “Bank of England”.
//!
//! Invariant: runs lie within sentences, begin and end with a word that can be a name by itself, and have no neighbour that can.

use super::atom::{Atom, Shape};
use crate::{
    segment::{Text, TokenKind},
    word_list::WordList,
};
use std::ops::Range;

/// The most small words between two with a capital: “Ministry of the Interior”.
const SMALL: usize = 2;

/// All runs, in order.
pub(crate) fn runs(text: &Text, atoms: &[Atom]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let begins = can_be_name(atoms, at) || is_number_before_name(text, atoms, at, sentence.tokens.end);
            let end = if begins { end_of_run(text, atoms, at, sentence.tokens.end) } else { at };
            if end > at {
                runs.push(at..end);
            }
            at = end.max(at + 1);
        }
    }
    runs
}

fn end_of_run(text: &Text, atoms: &[Atom], start: usize, limit: usize) -> usize {
    let (mut end, mut at) = (start + 1, start + 1);
    while at < limit && at <= end + SMALL {
        if can_be_name(atoms, at) || is_number_in_name(text, at) {
            end = at + 1;
        } else if !stands_inside(text, at) || parts_names(text, at) {
            break;
        }
        at += 1;
    }
    end
}

/// Words with a capital.
fn can_be_name(atoms: &[Atom], at: usize) -> bool {
    atoms.get(at).is_some_and(|atom| atom.shape.is_large() || matches!(atom.shape, Shape::Mixed | Shape::Tagged))
}

/// “Apollo 11”.
fn is_number_in_name(text: &Text, at: usize) -> bool {
    text.is_kind(at, TokenKind::Number)
}

/// “30 Seconds to Mars”, “65th Air Division”.
fn is_number_before_name(text: &Text, atoms: &[Atom], at: usize, limit: usize) -> bool {
    let next = at + 1 + usize::from(text.is(at + 1, "st nd rd th d"));
    is_number_in_name(text, at) && next < limit && text.tokens[next - 1].span.len() < 5 && can_be_name(atoms, next)
}

/// “the Kyiv School of Economics and the Poultry Guild” are two.
fn parts_names(text: &Text, at: usize) -> bool {
    text.is(at, "and") && text.is(at + 1, "the")
}

fn stands_inside(text: &Text, at: usize) -> bool {
    match text.tokens[at].kind {
        TokenKind::Word => INSIDE.contains(text.word(at)),
        TokenKind::Possessive | TokenKind::Dash => true,
        TokenKind::Mark => text.is(at, "& . - +"),
        TokenKind::Quote => text.is(at, "' ’"),
        TokenKind::Number => false,
    }
}

static INSIDE: WordList = WordList::new(
    "of the and for in on at to a with as de da do dos das del della delle di du la le les van von der den ter ten bin ibn bint al el \
     ben zu y e et n und für st nd rd th",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Article,
        tagger::{atom::atoms, words::Words},
    };

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = Article::from_text(text);
        let text = Text::new(&article);
        let found: Vec<&str> = runs(&text, &atoms(&text, &Words::default()))
            .into_iter()
            .map(|run| text.span(run).of(article.text()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn runs_of_words_that_may_be_names() {
        check("the Bank of England and its governor said", &["Bank of England"]);
        check("Olga de la Cruz flew to Oslo.", &["Olga de la Cruz", "Oslo"]);
        check("in the 65th Air Division, 30 Seconds to Mars played", &["65th Air Division", "30 Seconds to Mars"]);
        check("the Kyiv School of Economics and the Poultry Guild", &["Kyiv School of Economics", "Poultry Guild"]);
        check("it was 30 degrees in the shade", &[]);
        check("Apollo 11 landed. Nobody saw it.", &["Apollo 11", "Nobody"]);
        check("", &[]);
    }
}
