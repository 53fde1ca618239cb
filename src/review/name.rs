//! The names that a claim has.
//!
//! Takes the terms of a claim; gives its [`Name`]s. Example: “Prime Minister Imre Kadosz” is the name *Imre Kadosz*, a person's, with the
//! role *Prime Minister* before it, which a sentence may leave out.
//!
//! Invariant: a name has a word at least.

use super::term::Term;
use crate::mention::{given_name::is_given_name, is_role};

/// A name that a claim has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name<'a> {
    /// A role before it, which a sentence may leave out: “President”.
    pub(super) role: &'a [Term],
    /// The name itself.
    pub(super) words: &'a [Term],
    /// Whether it is a person's, as far as it tells: then the last word alone may stand for it.
    pub(super) person: bool,
}

impl<'a> Name<'a> {
    /// The runs of terms with a capital. The first word of a sentence has one in any case; it counts where others follow.
    pub(super) fn all(terms: &'a [Term]) -> Vec<Name<'a>> {
        let joined = |a: &Term, b: &Term| (a.capital || is_role(&a.word)) && b.capital && b.at <= a.at + 1;
        let runs =
            terms.chunk_by(joined).filter(|run| run.len() > 1 || run[0].capital && (run[0].at > 0 || run[0].named));
        runs.map(Name::new).collect()
    }

    /// `President Imre Kadosz`: what begins a sentence before two names, or is a role, is none of the name.
    fn new(run: &'a [Term]) -> Name<'a> {
        let begins = usize::from(run[0].at == 0 && run.len() > 2);
        let title = run.iter().take(3).rposition(|term| is_role(&term.word)).map_or(begins, |role| role + 1);
        let (role, words) = run.split_at(title.min(run.len() - 1));
        let roles = role.len();
        let person = roles > 0 || words.len() > 1 && is_given_name(&words[0].word);
        Name { role, words, person }
    }
}
