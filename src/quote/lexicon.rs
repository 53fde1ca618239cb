//! What a word may be: closed classes by list, reporting verbs by their inflected forms.
//!
//! Takes a word; gives its [`Class`]. Example: “the” is a determiner, “said” a past form of the verb “say”, “mayor” a noun
//! because nothing says otherwise.
//!
//! Invariant: the answer depends on the word alone; what it is in its sentence, the rules decide.

pub(super) use super::inventory::Takes;
use super::inventory::{DOUBLING, IRREGULAR, VERBS, Verbs};
use crate::word_list::WordList;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word, or a sign, may be in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Words in quotation marks, folded into one: an index into the text's quotations.
    Quote(usize),
    /// Articles, demonstratives, possessive pronouns, quantifiers.
    Determiner,
    /// Personal pronouns as subjects.
    Pronoun,
    /// Prepositions.
    Preposition,
    /// Forms of be, have, do, and modals.
    Auxiliary,
    /// Adverbs that stand beside a verb.
    Adverb,
    /// And, or, but.
    Conjunction,
    /// That, because, when.
    Subordinator,
    /// Who, which, what.
    Relative,
    /// Weekdays, months, yesterday.
    Time,
    /// A form of a reporting verb.
    Verb(Form),
    /// A form of another verb, or a reporting verb in the passive.
    Action,
    /// A capitalised word of no other class.
    Name,
    /// Any other word.
    Noun,
    /// Digits.
    Number,
    /// ’s
    Possessive,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A semicolon.
    Semicolon,
    /// A dash.
    Dash,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// The end of a sentence.
    Stop,
    /// Any other sign.
    Mark,
}

/// A form of a reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// What the verb takes.
    pub(super) takes: Takes,
    /// The prepositions after which what is said stands, between blanks.
    pub(super) about: &'static str,
    /// Which form it is.
    pub(super) tense: Tense,
}

/// Which form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// say
    Base,
    /// says
    Third,
    /// said
    Past,
    /// saying
    Ing,
}

/// The class of a word in lower case; none for an open-class word.
pub(super) fn class_of(lower: &str) -> Option<Class> {
    LEXICON.get(lower).copied()
}

/// Whether a word in lower case is of a closed class or a verb's past, and so goes on no noun phrase.
pub(crate) fn is_closed(lower: &str) -> bool {
    !matches!(class_of(lower), None | Some(Class::Time | Class::Verb(Form { tense: Tense::Base | Tense::Third, .. })))
}

/// Whether it may be a verb as well as a plural: “claims”.
pub(crate) fn is_third_person(lower: &str) -> bool {
    matches!(class_of(lower), Some(Class::Verb(Form { tense: Tense::Third, .. })))
}

/// Whether a word in lower case is the past of a verb that reports: “said”.
pub(crate) fn is_reported(lower: &str) -> bool {
    matches!(class_of(lower), Some(Class::Verb(Form { tense: Tense::Past, .. })))
}

/// Room for all words at once.
const MOST_WORDS: usize = 2000;

static LEXICON: LazyLock<FxHashMap<Box<str>, Class>> = LazyLock::new(|| {
    let mut lexicon = FxHashMap::with_capacity_and_hasher(MOST_WORDS, Default::default());
    for verbs in VERBS {
        for lemma in verbs.lemmas.split(' ') {
            add_verb(&mut lexicon, lemma, verbs);
        }
    }
    for (class, words) in CLOSED {
        lexicon.extend(words.split_whitespace().map(|word| (word.into(), *class)));
    }
    lexicon
});

fn add_verb(lexicon: &mut FxHashMap<Box<str>, Class>, lemma: &str, verbs: &Verbs) {
    let mut add = |word: &str, tense| {
        let form = Form { takes: verbs.takes, about: verbs.about, tense };
        lexicon.entry(word.into()).or_insert(Class::Verb(form));
    };
    let irregular = IRREGULAR.iter().find(|(known, ..)| *known == lemma);
    let (third, past, ing) = match irregular {
        Some((_, third, past, ing)) => ((*third).to_owned(), (*past).to_owned(), (*ing).to_owned()),
        None => (third_person(lemma), past(lemma), ing(lemma)),
    };
    past.split(' ').for_each(|form| add(form, Tense::Past));
    add(lemma, Tense::Base);
    add(&third, Tense::Third);
    add(&ing, Tense::Ing);
}

fn third_person(lemma: &str) -> String {
    match consonant_y(lemma) {
        Some(stem) => format!("{stem}ies"),
        None if lemma.ends_with(['s', 'x', 'z']) || lemma.ends_with("sh") || lemma.ends_with("ch") => {
            format!("{lemma}es")
        }
        None => format!("{lemma}s"),
    }
}

fn past(lemma: &str) -> String {
    match consonant_y(lemma) {
        Some(stem) => format!("{stem}ied"),
        None if lemma.ends_with('e') => format!("{lemma}d"),
        None => format!("{}ed", doubled(lemma)),
    }
}

fn ing(lemma: &str) -> String {
    match lemma.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y'])) {
        Some(stem) => format!("{stem}ing"),
        None => format!("{}ing", doubled(lemma)),
    }
}

fn consonant_y(lemma: &str) -> Option<&str> {
    lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

fn doubled(lemma: &str) -> String {
    let last = lemma.chars().next_back().filter(|_| DOUBLING.contains(lemma));
    lemma.chars().chain(last).collect()
}

const CLOSED: &[(Class, &str)] = &[
    (
        Class::Determiner,
        "the a an this these those his her its their our my your some any no every each either neither another both all \
         several many most few such one two three four five six seven eight nine ten last next",
    ),
    (Class::Pronoun, "he she it they we i you everyone everybody someone somebody others nobody"),
    (
        Class::Preposition,
        "of in on at to for from with by about against into through during over under between among via near inside \
         outside without within across behind beyond despite towards toward upon per like regarding concerning amid \
         above below along around off alongside including",
    ),
    (
        Class::Auxiliary,
        "is are was were be been being am has have had having do does did will would can could may might must shall \
         should cannot can’t can't couldn’t couldn't won’t won't wouldn’t wouldn't didn’t didn't doesn’t doesn't don’t \
         don't isn’t isn't wasn’t wasn't hasn’t hasn't haven’t haven't hadn’t hadn't aren’t aren't weren’t weren't",
    ),
    (
        Class::Adverb,
        "not never also later earlier then now once again too still already previously recently just even only often \
         always sometimes soon meanwhile however instead therefore thus nevertheless nonetheless moreover furthermore \
         today yesterday tonight tomorrow here there first further perhaps maybe rather simply ever afterwards \
         afterward out back long far twice yet",
    ),
    (
        Class::Action,
        "left went came took made gave got became began fell grew kept led lost paid ran sat sent set shook spent \
         stood threw won rose drew drove ate flew brought bought built caught chose cut fought forgot froze hid hit hurt \
         laid lay let rode sought sold slept stole struck swept taken given gone come done turned \
         leads works runs lives leaves goes comes takes makes gives gets becomes keeps wants needs wanted needed tried \
         tries used uses faced faces includes included make take give get want need put met seems seemed \
         appears appeared",
    ),
    (Class::Conjunction, "and or but nor"),
    (
        Class::Subordinator,
        "that because when while as if though although since unless until whereas after before whether so than",
    ),
    (Class::Relative, "who whom whose which what where why how"),
    (
        Class::Time,
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august \
         september october november december",
    ),
];

/// Whether a word, in whatever case, denies the verb that it stands with.
pub(super) fn is_negation(word: &str) -> bool {
    NEGATIONS.contains_any_case(word)
}

static NEGATIONS: WordList = WordList::new(
    "not never cannot can’t can't couldn’t couldn't won’t won't wouldn’t wouldn't didn’t didn't doesn’t doesn't don’t don't \
     hasn’t hasn't haven’t haven't hadn’t hadn't",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_by_rule_and_by_list() {
        let tense = |word| match class_of(word) {
            Some(Class::Verb(form)) => Some(form.tense),
            _ => None,
        };
        for past in ["said", "told", "wrote", "denied", "admitted", "noted", "pressed", "vowed", "replied"] {
            assert_eq!(tense(past), Some(Tense::Past), "{past}");
        }
        for ing in ["saying", "writing", "denying", "admitting", "agreeing"] {
            assert_eq!(tense(ing), Some(Tense::Ing), "{ing}");
        }
        for third in ["says", "denies", "stresses", "notes", "preaches"] {
            assert_eq!(tense(third), Some(Tense::Third), "{third}");
        }
        assert_eq!(tense("mayor"), None);
    }

    #[test]
    fn all_words_have_room() {
        assert!(LEXICON.len() <= MOST_WORDS, "{} words: the lexicon grows while a page opens", LEXICON.len());
    }

    #[test]
    fn a_lemma_stands_once_and_is_found() {
        let lemmas: Vec<&str> = VERBS.iter().flat_map(|verbs| verbs.lemmas.split(' ')).collect();
        for (at, lemma) in lemmas.iter().enumerate() {
            assert!(!lemmas[..at].contains(lemma), "{lemma} stands twice");
            assert!(matches!(class_of(lemma), Some(Class::Verb(_) | Class::Preposition | Class::Adverb)), "{lemma}");
        }
    }
}
