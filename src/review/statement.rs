//! What a sentence states, as far as two sentences are compared: its terms, its numbers, and whether it denies.
//!
//! Takes the tokens of a sentence or of a reviewed claim; gives a [`Statement`]. Example: “The flu jab does not give one in ten influenza”
//! has the terms *flu*, *jab*, *give*, *influenza*, the share .1, and a negation.
//!
//! Invariant: terms stand in the order of the text; a word is a term, a part of a number, or small.

use super::{
    name::Name,
    number::{self, Stated},
    term::Term,
    words::{self, Role},
};
use crate::{
    Knowledge,
    claim::read::verb::is_past,
    mention::{Cast, is_role},
    segment::{Text, TokenKind},
    word_list::{is_among, lower_case},
};
use std::ops::Range;

/// A word or mark that tells how a sentence is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// “not”, “nobody”.
    Negation,
    /// “and”, behind which another clause may begin.
    And,
    /// “as”, which a second one may follow: “as much iron as beef”.
    As,
    /// “by”.
    By,
    /// What is done to the subject: “sued” in “was sued”.
    Passive,
    /// “of”, “near”.
    Preposition,
    /// “who”, “which”.
    Who,
    /// “third”.
    Ordinal,
    /// What is meant to be, or may be: “abolish” in “to abolish”.
    Intended,
    /// What is only proposed: “raise” in “a proposal to raise”.
    Proposed,
    /// A comma, a dash, a quotation mark.
    Break,
    /// A word that another belongs to: “minister” in “the minister’s son”.
    Owner,
}

/// What is compared.
#[derive(Debug, Default)]
pub(super) struct Statement {
    pub(super) terms: Vec<Term>,
    pub(super) numbers: Vec<Stated>,
    /// What else tells how it is meant, each with its token.
    signs: Vec<(Sign, usize)>,
    /// Whether a word denies what is stated, wherever it stands: “is a myth”.
    pub(super) denied: bool,
    /// The token of what it says of its subject, where its form shows that: a participle behind an auxiliary, or a past tense.
    pub(super) predicate: Option<usize>,
    /// Whether an auxiliary goes before that.
    assisted: bool,
    /// Whether that is one of the present: “is”, “have”.
    present: bool,
    /// Whether it asks.
    pub(super) asked: bool,
    /// The token of “than”, or of the second “as”.
    pub(super) than: Option<usize>,
    /// Whether a clause has begun that hangs on the one before: “because”, “when”.
    hangs: bool,
    /// Whether it begins with a phrase of place or time: “In France, …”.
    set_apart: bool,
    /// Of “mobile phone masts of the network”, with which it begins, the term *masts*.
    head: Option<usize>,
}

impl Statement {
    /// Reads some tokens; the cast tells which full names the short ones mean.
    pub(super) fn new(text: &Text, tokens: Range<usize>, cast: Option<&Cast>, knowledge: &Knowledge) -> Statement {
        let numbers = number::numbers(text, tokens.clone());
        let set_apart =
            is_among(text.word(tokens.start), "In From Since At On After Before Under During By Within Adjusted");
        let mut statement = Statement { set_apart, ..Statement::default() };
        let mut counted = numbers.iter().peekable();
        for at in tokens.clone() {
            while counted.next_if(|number| number.last() < at).is_some() {}
            let is_number = counted.peek().is_some_and(|number| number.covers(at)) && !is_past(text.word(at)); // “doubled” is a verb, too
            match text.tokens.get(at).map(|token| token.kind) {
                Some(TokenKind::Word) if !is_number => statement.add(text, at),
                Some(TokenKind::Word) => statement.add_term(at, number::unit(text.word(at)), false),
                Some(TokenKind::Mark) if text.is(at, "?") => statement.asked = true,
                Some(TokenKind::Mark) if let Some(money) = words::currency(text.word(at)) => {
                    statement.add_term(at, Some(money), false)
                }
                Some(TokenKind::Possessive) => statement.sign(Sign::Owner, at.saturating_sub(1)),
                Some(TokenKind::Mark | TokenKind::Dash | TokenKind::Quote) => statement.sign(Sign::Break, at),
                _ => {}
            }
        }
        statement.numbers = numbers;
        statement.terms.iter_mut().filter(|term| term.capital).for_each(|term| term.look_up(knowledge));
        cast.into_iter().for_each(|cast| statement.add_meant(text, tokens.clone(), cast));
        statement
    }

    /// Adds a word, if there is one.
    #[inline(never)]
    fn add_term(&mut self, at: usize, word: Option<&str>, meant: bool) {
        self.terms.extend(word.map(|word| Term::new(at, word, meant)));
    }

    #[inline(never)]
    fn sign(&mut self, sign: Sign, at: usize) {
        self.signs.push((sign, at));
    }

    fn add(&mut self, text: &Text, at: usize) {
        let lower = text.lower(at);
        self.denied |= words::denies(lower) || is_denial(text, at, lower);
        if number::is_ordinal(lower) {
            self.sign(Sign::Ordinal, at);
        }
        match words::role(lower.trim_end_matches('.')) {
            Role::Negator if !is_idle(text, at) => self.sign(Sign::Negation, at),
            Role::Content if lower == "far" && text.is(at + 1, "from") => self.sign(Sign::Negation, at),
            Role::Content if lower.starts_with("fail") && text.is(at + 1, "to") => self.sign(Sign::Negation, at),
            Role::Content => self.add_terms(text, at, text.word(at), lower),
            _ if is_acronym(text.word(at)) => self.add_terms(text, at, text.word(at), lower),
            _ => self.add_small(text, at, lower),
        }
    }

    /// A word that says nothing by itself.
    fn add_small(&mut self, text: &Text, at: usize, lower: &str) {
        match lower {
            "who" | "which" | "whose" | "whom" | "where" => self.sign(Sign::Who, at),
            "and" => self.sign(Sign::And, at),
            "because" | "when" | "while" | "since" | "until" | "if" => self.hangs |= self.predicate.is_some(),
            "by" if text.tokens.get(at + 1).is_some_and(|next| next.kind != TokenKind::Number) => {
                self.sign(Sign::By, at)
            }
            "than" => self.than = self.than.or(Some(at)),
            // What was confirmed counts, not that it was.
            "that" if at > 0 && self.predicate == Some(at - 1) => self.assisted = false,
            // “a bill that would have capped”
            "that" if at > 0 && self.predicate.is_some() && self.term(at - 1).is_some() => self.sign(Sign::Who, at),
            "of" | "to" | "for" | "at" | "near" | "behind" | "beside" | "above" | "below" | "outside" => {
                self.sign(Sign::Preposition, at)
            }
            "as" => {
                self.than = self.than.or(self.has_sign(Sign::As).then_some(at));
                self.sign(Sign::As, at);
            }
            _ => {}
        }
        let begins = self.terms.first().is_some_and(|first| first.at + self.terms.len() == at);
        if lower == "of" && begins {
            self.head = Some(self.terms.len() - 1);
        }
    }

    fn add_terms(&mut self, text: &Text, at: usize, word: &str, lower: &str) {
        let [before, earlier] = [1, 2].map(|back| text.word(at.wrapping_sub(back)));
        let is_plural = words::is_plural(lower);
        let is_small = at == 0 || !word.starts_with(char::is_uppercase);
        if words::is_modal(before) && !is_plural {
            self.sign(Sign::Intended, at);
        }
        if before == "to" && words::is_proposal(earlier) {
            self.sign(Sign::Proposed, at);
        }
        if is_among(before, "is are was were been being") && is_past(lower) {
            self.sign(Sign::Passive, at);
        }
        let is_later = self.terms.last().is_some_and(|term| !term.capital || is_small);
        let assisted = words::is_auxiliary(before) && !self.is_aside();
        let first = self.predicate.is_none()
            && (is_past(lower) && is_small && !is_among(before, "a an the")
                || before == "to" && !is_plural
                || is_small && self.is_named(at)
                || lower.ends_with("ing") && self.is_shown(at));
        if is_later && (assisted && !self.assisted || first) {
            self.predicate = Some(at);
            self.assisted = assisted;
            self.present = is_among(before, "is are has have");
        }
        parts(word).for_each(|part| self.add_term(at, Some(part), false));
    }

    /// Whether what follows only tells which one is meant, or what it is compared with: behind “who” or “than”.
    fn is_aside(&self) -> bool {
        self.than.is_some() || self.hangs || self.has_sign(Sign::Who)
    }

    /// Whether all so far is the name that it begins with, up to this token: `Port Sallow` before `owes`.
    fn is_named(&self, at: usize) -> bool {
        self.terms.len() > 1
            && self.terms.iter().all(|term| term.capital || is_role(&term.word))
            && self.terms.last().is_some_and(|term| term.at + 1 == at)
    }

    /// Whether the word before belongs to what a picture shows: “beating” in “video shows police beating monks”.
    fn is_shown(&self, at: usize) -> bool {
        let shows = self.terms.get(1).is_some_and(|verb| verb.stem == "show" && verb.at + 1 < at);
        shows && self.terms.last().is_some_and(|term| term.at + 1 == at)
    }

    /// Adds the words of the full names that are meant here: where “Kadosz” stands, “Imre” too.
    fn add_meant(&mut self, text: &Text, tokens: Range<usize>, cast: &Cast) {
        for mention in cast.within(text.span(tokens)) {
            let at = text.tokens_in(mention.span).start;
            let name = cast.entities.get(mention.entity).map_or("", |entity| &entity.name);
            let new = name.split_whitespace().filter(|word| words::role(&lower_case(word)) == Role::Content);
            let new: Vec<Term> = new.map(|word| Term::new(at, word, true)).filter(|term| !self.has(term)).collect();
            self.terms.extend(new);
        }
        crate::order::sort_by(&mut self.terms, |term| (term.at, 0));
    }

    /// The tokens of one kind of sign, in order.
    pub(super) fn at(&self, sign: Sign) -> impl Iterator<Item = usize> + Clone {
        self.signs.iter().filter(move |(own, _)| *own == sign).map(|(_, at)| *at)
    }

    /// Whether any of some tokens is such a sign.
    #[inline(never)]
    pub(super) fn is_within(&self, sign: Sign, tokens: &Range<usize>) -> bool {
        self.at(sign).any(|at| tokens.contains(&at))
    }

    /// Whether it has such a sign.
    pub(super) fn has_sign(&self, sign: Sign) -> bool {
        self.is_within(sign, &(0..usize::MAX))
    }

    /// Whether a token is such a sign.
    pub(super) fn is(&self, sign: Sign, at: usize) -> bool {
        self.signs.contains(&(sign, at))
    }

    /// Its first term that is like this one. Never inlined, for the widget needs one copy of it.
    #[inline(never)]
    pub(super) fn like(&self, term: &Term) -> Option<&Term> {
        self.terms.iter().find(|own| own.like(term))
    }

    /// Whether a number stands behind some tokens in a clause of its own.
    pub(super) fn is_apart(&self, number: &Stated, tokens: &Range<usize>) -> bool {
        let between = tokens.end..number.tokens.start;
        let parts = |sign: &Sign| matches!(sign, Sign::Break | Sign::Who | Sign::And);
        self.signs.iter().any(|(sign, at)| parts(sign) && between.contains(at))
    }

    /// How many terms follow a number without a gap; at least one.
    pub(super) fn phrase_length(&self, number: &Stated) -> usize {
        let own = self.same(number).map_or(0, Stated::last);
        (1..4).take_while(|on| self.term(own + on).is_some()).count().max(1)
    }

    /// The last of so many terms from a token on, if nothing stands between.
    pub(super) fn phrase(&self, from: usize, length: usize) -> Option<&Term> {
        (from..from + length).map_while(|at| self.term(at)).last()
    }

    /// The term that stands at a token.
    pub(super) fn term(&self, at: usize) -> Option<&Term> {
        self.terms.iter().find(|term| !term.meant && term.at == at)
    }

    /// Its first term like this one that stands there itself.
    pub(super) fn standing(&self, term: &Term) -> Option<&Term> {
        self.terms.iter().find(|own| !own.meant && own.like(term))
    }

    /// Its last term before a token.
    pub(super) fn before(&self, at: usize) -> Option<&Term> {
        self.terms.iter().rfind(|term| term.at < at && !term.meant)
    }

    /// Whether it has a term that means the contrary of this one.
    #[inline(never)]
    pub(super) fn contradicts(&self, term: &Term) -> bool {
        self.terms.iter().any(|own| own.contrary(term))
    }

    /// Whether it has a term like this one.
    pub(super) fn has(&self, term: &Term) -> bool {
        self.like(term).is_some()
    }

    /// Its number that states the same as this one.
    #[inline(never)]
    pub(super) fn same(&self, number: &Stated) -> Option<&Stated> {
        self.numbers.iter().find(|own| own.same(number))
    }

    /// The tokens of its words and numbers, in the order of the text, but for verbs that say little: “takes” in “takes part”.
    pub(super) fn places(&self) -> Vec<usize> {
        let is_word = |at: &usize| self.terms.iter().any(|term| term.at == *at && !term.meant && !term.is_light());
        let is_number = |at: &usize| self.numbers.iter().any(|number| number.last() == *at);
        let end = self.terms.last().map_or(0, |term| term.at).max(self.numbers.last().map_or(0, Stated::last));
        (0..=end).filter(|at| is_word(at) || is_number(at)).collect()
    }

    /// What it may be about: the words that it begins with, as far as they are before its verb, and what “of” follows, but no role before
    /// a name.
    pub(super) fn subjects(&self) -> impl Iterator<Item = &Term> {
        let head = self.head.and_then(|head| self.terms.get(head));
        let goes_on = move |a: &Term, b: &Term| b.at <= a.at + 1 && self.predicate.is_some_and(|verb| b.at < verb);
        let stated = self.told();
        let run = stated.windows(2).map_while(move |pair| match pair {
            [a, b] if goes_on(a, b) && !a.is_people() => Some(b),
            _ => None,
        });
        // “A wind turbine kills 400 birds”
        let second = match stated {
            [a, b, verb, ..] if self.predicate.is_none() && a.at + 1 == b.at && b.at + 1 == verb.at => {
                Some(b).filter(|b| verb.is_plural() && !b.is_plural() && !a.is_plural())
            }
            _ => None,
        };
        stated.first().into_iter().chain(run).chain(second).chain(head)
    }

    /// Its terms before its first name: “Author” in “Author Lysander Quaife copied”.
    pub(super) fn introduction(&self) -> &[Term] {
        let name = self.names().first().map_or(0, |name| name.words.first().map_or(0, |word| word.at));
        let before = self.terms.iter().filter(|term| term.at < name).count();
        self.terms.get(..before).unwrap_or_default()
    }

    /// Its terms from the main clause on, or from a phrase of the place or time that begins it: “In France, more people died”.
    fn told(&self) -> &[Term] {
        let comma = self.at(Sign::Break).next().filter(|_| self.set_apart).unwrap_or(0);
        let stated = self.stated();
        &stated[stated.iter().position(|term| term.at > comma || comma == 0).unwrap_or(0)..]
    }

    /// Its terms without what stands before the name that it begins with, which a sentence may leave out: “tennis player Anouk Delmas”, “the
    /// water company Calderwater”.
    #[inline(never)]
    pub(super) fn stated(&self) -> &[Term] {
        const MOST: usize = 3;
        let said = self.introduction();
        let rest = self.terms.get(said.len()..).unwrap_or_default();
        let near = |first: &Term, name: &Term| said.len() <= MOST && name.at - first.at <= said.len();
        let joined = said.first().zip(rest.first()).is_some_and(|(first, name)| near(first, name));
        let is_noun = |term: &Term| {
            is_role(&term.word) || (!term.capital || term.at == 0) && !term.is_plural() && !is_past(&term.word)
        };
        if joined && said.iter().all(is_noun) { rest } else { &self.terms }
    }

    /// The verb, in all its parts, where it shows.
    pub(super) fn verbs(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| self.predicate == Some(term.at))
    }

    /// Whether it tells what happened.
    pub(super) fn is_past(&self) -> bool {
        !self.present && self.verbs().any(|verb| is_past(&verb.word))
    }

    /// The names of a claim: runs of terms with a capital. The first word of a sentence has one in any case; it counts where others follow.
    #[inline(never)]
    pub(super) fn names(&self) -> Vec<Name<'_>> {
        Name::all(&self.terms)
    }
}

/// `no more than 3 per cent`, `no doubt`, `without waiting for it`: nothing is denied.
fn is_idle(text: &Text, at: usize) -> bool {
    let next = text.word(at + 1);
    is_among(next, "more less fewer doubt wonder only least just") || text.is(at, "without") && next.ends_with("ing")
}

/// `ruled out`, `rejected the claim`: what is rejected may be a bill as well.
fn is_denial(text: &Text, at: usize, lower: &str) -> bool {
    const NEAR: usize = 3;
    let is_claim = |at: usize| text.is(at, "claim claims report reports idea suggestion");
    if is_among(lower, "rejected rejects dismissed dismisses") {
        return (at + 1..=at + NEAR).any(is_claim);
    }
    lower.starts_with("rul") && text.is(at + 1, "out")
}

/// `WHO`, `US`: names that are small words in other letters.
fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The parts of a hyphenated word that say something.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split(['-', '‐', '‑']).filter(|part| part.chars().count() > 1)
}
