//! Names that are parts of longer ones: “Paris Hilton”, “University of Michigan”, “London Bridge”, “Ms Jordan”.
//!
//! Takes the names found; drops those whose neighbours, capitalised and known to no pack, make them another name. Example: in
//! “the Kyiv School of Economics” nobody means the city alone.
//!
//! Invariant: a neighbour that is a name itself, a role, a day or a small word makes no longer name.

use super::{Candidate, Named};
use crate::{
    NameType,
    mention::{
        capitals::{in_title_case, is_calendar, is_capitalised_word, is_function_word},
        given_name, role_words, short_form,
    },
    pack::NameKind,
    segment::{Text, TokenKind},
    tagger::cue,
    word_list::{WordList, is_among},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// The names dropped, and how often a person bears each.
#[derive(Default)]
pub(super) struct Parts<'t>(FxHashMap<&'t str, usize>);

impl Parts<'_> {
    /// Whether a name stands in a longer one.
    pub(super) fn hold(&self, words: &str) -> bool {
        self.0.contains_key(words)
    }

    /// Whether a name is a person's somewhere: “Jack London”.
    pub(super) fn are_persons(&self, words: &str) -> bool {
        self.0.get(words).is_some_and(|persons| *persons > 0)
    }
}

/// Drops the names that are parts of longer ones.
pub(super) fn drop_parts<'t>(text: &'t Text, named: &mut Vec<Named>) -> Parts<'t> {
    let (mut parts, mut seen) = (Parts::default(), FxHashSet::default());
    let starts: Vec<usize> = named.iter().map(|named| named.span.start).collect();
    named.retain(|one| {
        let name = Name { text, starts: &starts, one, tokens: text.tokens_in(one.span) };
        let is_part = !name.tokens.is_empty() && name.is_part();
        if is_part {
            let words = one.span.of(text.article.text());
            let is_new = seen.insert(text.word(name.tokens.end)); // one look through the article for each
            let person = name.has_first_name() || is_new && name.is_first_name();
            *parts.0.entry(words).or_default() += usize::from(person);
        }
        !is_part
    });
    parts
}

/// A name at its place in the sentence.
struct Name<'a> {
    text: &'a Text<'a>,
    /// Where the names begin that packs hold.
    starts: &'a [usize],
    one: &'a Named<'a>,
    tokens: Range<usize>,
}

impl Name<'_> {
    fn is_part(&self) -> bool {
        let mut candidates = self.one.candidates.iter();
        if candidates.clone().all(|one| one.name_type == NameType::Per) {
            // “Donald Trump Jr” is not Donald Trump, and “Councillor Imran Khan” no prime minister.
            let local = self.before(1).is_some_and(|before| LOCAL_TITLES.contains(self.text.word(before)));
            return local || short_form::is_suffix(self.text.word(self.tokens.end));
        }
        if COMPOUNDS.contains(self.text.word(self.tokens.end)) {
            return true; // “French toast”
        }
        if self.one.rule != crate::Rule::Pack || in_title_case(self.text, self.tokens.start) {
            return false;
        }
        let is_place = candidates.clone().all(Candidate::is_place);
        let is_people = candidates.clone().all(|one| one.name.kind == NameKind::Demonym);
        is_place && self.is_part_of_place()
            || is_people && self.is_bodys()
            || candidates.all(is_brand) && self.is_product()
    }

    /// “Jack London”, “Ms Jordan”, “said Loretta Washington”.
    fn has_first_name(&self) -> bool {
        let named = |before| {
            self.is_titled(before) || given_name::is_given_name(self.text.word(before)) || self.is_presented(before)
        };
        self.before(1).is_some_and(named)
    }

    /// “said Loretta Washington”, “Loretta Washington, 67,”, “Loretta Washington, who”.
    fn is_presented(&self, first_name: usize) -> bool {
        let said = self.before(2).is_some_and(|before| self.text.is(before, "said says told"));
        let behind = self.text.is(self.tokens.end, ",").then_some(self.tokens.end + 1);
        let presented = behind
            .and_then(|behind| self.text.tokens.get(behind))
            .is_some_and(|token| token.kind == TokenKind::Number || token.span.of(self.text.article.text()) == "who");
        is_capitalised_word(self.text, first_name) && !self.is_explained(first_name) && (said || presented)
    }

    fn is_titled(&self, token: usize) -> bool {
        let word = self.text.word(token);
        is_capitalised_word(self.text, token) && (role_words::is_address(word) || TITLES.contains(word))
    }

    /// “Paris Hilton”, where she is “Ms Hilton” elsewhere, or “Hilton said”, and where nobody bears that name behind another first
    /// name: not “the Wisconsin Trump rally”.
    fn is_first_name(&self) -> bool {
        let (own, family) = (self.text.word(self.tokens.end - 1), self.text.word(self.tokens.end));
        let mut alone = false;
        let others = |at: &usize| self.text.word(*at) == family && self.text.word(at - 1) != own;
        for at in (1..self.text.tokens.len()).filter(others).filter(|_| self.goes_on()) {
            let speaks = self.text.is(at + 1, "said says");
            if self.is_titled(at - 1) || speaks && !is_capitalised_word(self.text, at - 1) {
                alone = true;
            } else if is_capitalised_word(self.text, at - 1) {
                return false;
            }
        }
        alone
    }

    fn is_part_of_place(&self) -> bool {
        let state_house = self.before(1).is_some_and(|before| self.text.is(before, "state"))
            && self.one.candidates.iter().all(|one| one.class == "seatOfPower");
        state_house || self.goes_on() || self.has_begun() || self.is_whose_body() || self.is_club() || self.is_quarter()
    }

    /// The word before, none at the beginning of the sentence.
    fn before(&self, back: usize) -> Option<usize> {
        let first = self.text.sentences.get(self.text.sentence_of(self.tokens.start))?.tokens.start;
        self.tokens.start.checked_sub(back).filter(|token| *token >= first)
    }

    fn begins_sentence(&self, token: usize) -> bool {
        self.text.sentences.get(self.text.sentence_of(token)).is_some_and(|sentence| sentence.tokens.start == token)
    }

    /// A capitalised word that has its own reason to stand here.
    fn is_explained(&self, token: usize) -> bool {
        let word = self.text.word(token);
        let known = self.text.tokens.get(token).is_some_and(|t| self.starts.binary_search(&t.span.start).is_ok());
        let titles = role_words::is_role(word) || role_words::is_address(word);
        known || titles || is_function_word(word) || is_calendar(word) || short_form::is_date(self.text, token)
    }

    /// “Paris Hilton”, “London Bridge”; “the West Jersey line” even though “Jersey” alone is a name.
    fn goes_on(&self) -> bool {
        let (text, after) = (self.text, self.tokens.end);
        let same_sentence = text.sentence_of(after) == text.sentence_of(self.tokens.start);
        let is_half = REGION_WORDS.contains(text.word(after - 1));
        let goes_on = same_sentence && is_capitalised_word(text, after);
        goes_on && (is_half || !self.is_explained(after) && !self.leads_to_title(after))
    }

    /// “U.S. District Judge Ann Lee”, “Texas Republican Senator Ted Cruz”: the capitals belong to a title.
    fn leads_to_title(&self, after: usize) -> bool {
        let mut run = (after..after + 4).take_while(|token| is_capitalised_word(self.text, *token));
        run.any(|token| role_words::is_role(self.text.word(token)) || role_words::is_address(self.text.word(token)))
    }

    /// “Turkish Airlines”, “American Astronomical Society”; of a state's own bodies (“Ukrainian Army”) the people are meant.
    fn is_bodys(&self) -> bool {
        let run = (self.tokens.end..self.tokens.end + 5).take_while(|token| is_capitalised_word(self.text, *token));
        let words: Vec<&str> = run.map(|token| self.text.word(token)).collect();
        words.iter().any(|word| cue::of(word).ends_body()) && !words.iter().any(|word| OF_STATES.contains(word))
    }

    /// “Michael Jordan”, “Ms Jordan”, “Senator Jordan”. The first word of a sentence has a capital anyhow: there it must be a
    /// given name.
    fn has_begun(&self) -> bool {
        let Some(before) = self.before(1).filter(|before| is_capitalised_word(self.text, *before)) else {
            return false;
        };
        if self.is_titled(before) {
            return true;
        }
        let word = self.text.word(before);
        if self.begins_sentence(before) {
            return given_name::is_given_name(word);
        }
        !self.is_explained(before) && !REGION_WORDS.contains(word)
    }

    /// “University of Michigan”, “the National Library of the Netherlands”, “Boy Scouts of America”, “Duchess of Kent”; but not
    /// “Republic of Ireland”, “Senator Ted Cruz of Texas”.
    fn is_whose_body(&self) -> bool {
        let article = usize::from(self.before(1).is_some_and(|token| self.text.is(token, "the")));
        let of = self.before(1 + article).filter(|of| self.text.is(*of, "of"));
        let body = of.and_then(|_| self.before(2 + article));
        body.is_some_and(|body| BODIES.contains(self.text.word(body)))
    }

    /// “Real Madrid”, at the beginning of a sentence too.
    fn is_club(&self) -> bool {
        self.before(1).is_some_and(|before| CLUBS.contains(self.text.word(before)))
    }

    /// “East Perth”, “North Vancouver”: not the city, and often not in it.
    fn is_quarter(&self) -> bool {
        let direction = |before| self.text.is(before, "North South East West");
        self.one.candidates.iter().all(Candidate::is_city) && self.before(1).is_some_and(direction)
    }

    /// “Apple Watch”, “Google Maps”: what a firm makes is not the firm; “Apple Inc” is.
    fn is_product(&self) -> bool {
        let same_sentence = self.text.sentence_of(self.tokens.end) == self.text.sentence_of(self.tokens.start);
        let is_firm = short_form::is_firm_word(self.text.word(self.tokens.end));
        same_sentence && !is_firm && self.goes_on()
    }
}

fn is_brand(one: &Candidate) -> bool {
    is_among(one.class, "company onlineService newsMedium newspaper")
}

/// Titles before a family name.
static TITLES: WordList = WordList::new(
    "President Senator Governor Congressman Congresswoman Representative Judge Justice General Colonel Captain Major \
     Lieutenant Sergeant Professor Doctor Detective Inspector Officer Coach Councillor Alderman Mayor Secretary Lord Lady \
     Sir Dame Saint St St.",
);

/// Titles that a statesman has not.
static LOCAL_TITLES: WordList = WordList::new("Coun Cllr Councillor Alderman PC Const Constable Sgt DI DS Insp");

/// What is named after a people or place, and is not theirs.
static COMPOUNDS: WordList = WordList::new(
    "toast fries pastry pastries roulette delight sprout sprouts pig pigs shepherd flu measles waffle waffles omelette \
     bulldog bulldogs terrier retriever muffin muffins whispers",
);

/// Bodies that belong to a state, and whose names only say to which.
static OF_STATES: WordList = WordList::new(
    "Ministry Army Navy Police Parliament Senate Assembly Court Department Council Foreign Defence Defense Interior \
     Finance Embassy Government",
);

/// What bears the name of a place behind “of”, and is not the place.
static BODIES: WordList = WordList::new(
    "University university Universities College Bank Port Museum Institute Institution Academy Church Cathedral \
     Archdiocese Diocese Bishop Archbishop Duke Duchess Earl Countess Prince Princess Baron Baroness Marquess Duchy \
     Battle Siege Treaty Journal Conservatory Library Railway Railways Scouts Corps Society Association Federation Union \
     Party Council Assembly Court Company Organization Organisation League Club Foundation Hospital Orchestra Theatre \
     Opera School Board Office Committee Commission Bureau Trust Agency Voice Workers Standards Dominion Soldiers \
     Statue Merchant Tower Archives Gallery Synod Confederation Chamber Guild Companies",
);

/// Words before a city that make it a club.
static CLUBS: WordList = WordList::new(
    "Real Inter Bayern Dynamo Dinamo Lokomotiv Borussia Athletic Athletico Atletico Atlético Sporting Olympique Spartak \
     Shakhtar Hapoel Maccabi AC AS FC SC CSKA RB",
);

/// Words before a place that do not make it another one.
static REGION_WORDS: WordList = WordList::new(
    "North South East West Northern Southern Eastern Western Central Greater Inner Upper Lower Downtown Mainland \
     Metropolitan Occupied Wartime Postwar Modern",
);
