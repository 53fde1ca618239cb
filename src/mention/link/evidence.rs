//! What an article tells of whom its names mean.
//!
//! Takes the names with their candidates; gives points to a candidate at a place, in hundredths of its salience. Example: where
//! “Tbilisi” stands too, the country Georgia gets the points of a place that lies in it.
//!
//! Invariant: only what the article names beyond doubt speaks for others, so the order of names makes no difference.
//!
//! The features are those of the field: prior, coherence, context, and one sense per discourse (Gale, Church and Yarowsky 1992).
//! A score is the prior times a factor for the article and one for the words around, so that what speaks for all namesakes alike
//! leaves them as far from each other as they were.

use super::{ByEntity, Candidate, Named, cue, dateline, part::Parts};
use crate::{
    Knowledge,
    mention::{capitals::is_all_capitals, given_name::is_given_name, short_form},
    segment::Text,
    word_list::lower_case,
};
use rustc_hash::FxHashSet;
use std::cell::OnceCell;

/// What evidence adds to a factor of 100. Of two namesakes one is seldom more than twice as salient: each of these leads over that.
///
/// It is named beyond doubt elsewhere.
const NAMED: u32 = 300;
/// A place of the same country is named.
const RELATED: u32 = 100;
/// Each further one, up to two.
const RELATED_MORE: u32 = 50;
/// Its state is named, by which news tell it from its namesake.
const STATE_NAMED: u32 = 100;
/// The report was written in its country: less, for reporters travel.
const DATELINE: u32 = 70;
/// What an everyday word needs to be a name: any one of these, or of the cues around.
const SUPPORTED: u32 = 70;

/// What speaks for the candidates of an article.
pub(super) struct Evidence<'t, 'k> {
    text: &'t Text<'t>,
    /// What the article names beyond doubt.
    certain: ByEntity,
    /// For each country what of it is named.
    countries: Vec<(&'k str, Places)>,
    /// Cities whose states are named.
    of_states: ByEntity,
    /// What the words around give to each candidate of each name.
    around: Vec<Vec<u32>>,
    /// The most that the words around any name give to an entity.
    elsewhere: ByEntity,
    parts: Parts<'t>,
    is_sport: OnceCell<bool>,
    /// Where the name of the dateline begins.
    written: Option<usize>,
    words: OnceCell<FxHashSet<&'t str>>,
}

/// What is named of a country.
#[derive(Default)]
struct Places {
    /// Places in it, but for the seat of its government.
    parts: u32,
    seat: bool,
    /// Whether the report was written in such a place, or at the seat.
    dateline: Option<Written>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    InPart,
    AtSeat,
}

impl<'t, 'k> Evidence<'t, 'k> {
    pub(super) fn new(text: &'t Text<'t>, knowledge: &Knowledge, named: &[Named<'k>], parts: Parts<'t>) -> Self {
        let mut this = Self {
            text,
            certain: ByEntity::default(),
            countries: Vec::new(),
            of_states: ByEntity::default(),
            around: (0..named.len()).map(|index| cue::points(text, named, index)).collect(),
            elsewhere: ByEntity::default(),
            parts,
            is_sport: OnceCell::new(),
            written: dateline::start(text),
            words: OnceCell::new(),
        };
        for one in named {
            this.learn(one, this.written == Some(one.span.start));
        }
        for (one, points) in named.iter().zip(&this.around) {
            learn_cues(&mut this.elsewhere, one, points);
        }
        this.learn_states(knowledge, named);
        this
    }

    /// Takes in what is beyond doubt, once.
    fn learn(&mut self, one: &Named<'k>, is_dateline: bool) {
        let Some(one) = one.beyond_doubt() else { return };
        let place = one.country.map(|country| self.country(country));
        let is_new = self.certain.insert(one.name.entity, 1).is_none();
        if let Some((_, places)) = place.and_then(|place| self.countries.get_mut(place)) {
            places.parts += u32::from(is_new && !one.seat);
            places.seat |= one.seat;
            let written = is_dateline.then_some(if one.seat { Written::AtSeat } else { Written::InPart });
            places.dateline = places.dateline.or(written);
        }
    }

    /// The number of a country, made if it is new; there are some two hundred at most.
    fn country(&mut self, id: &'k str) -> usize {
        self.countries.iter().position(|(other, _)| *other == id).unwrap_or_else(|| {
            self.countries.push((id, Places::default()));
            self.countries.len() - 1
        })
    }

    fn places(&self, one: &Candidate) -> Option<&Places> {
        self.countries.iter().find(|(country, _)| *country == one.whole()).map(|(_, places)| places)
    }

    /// Of cities of one name, the one that a pack also knows by the state that the article names: “Portland, Maine”.
    fn learn_states(&mut self, knowledge: &Knowledge, named: &[Named]) {
        let is_city = |one: &&Named| one.candidates.len() > 1 && one.candidates.iter().all(Candidate::is_city);
        let is_state = |one: &&Named| one.beyond_doubt().is_some_and(|state| state.is_place() && !state.is_city());
        for city in once(named.iter().filter(is_city)) {
            for state in once(named.iter().filter(is_state)) {
                let words_of = |one: &Named| self.text.tokens_in(one.span).map(|token| self.text.word(token));
                let words: Vec<&str> = words_of(city).chain([","]).chain(words_of(state)).collect();
                let hit = knowledge.longest(&words, self.text.article.language());
                let whole = hit.into_iter().filter(|hit| hit.words == words.len());
                self.of_states.extend(whole.flat_map(|hit| hit.names).map(|name| (name.entity, 1)));
            }
        }
    }

    /// How much speaks for a candidate of a name; both are given by their numbers.
    pub(super) fn score(&self, named: &Named, name: usize, candidate: usize) -> u32 {
        let Some(one) = named.candidates.get(candidate) else { return 0 };
        let context = self.around(name, candidate).max(self.elsewhere(one));
        let article = self.named(one) + self.related(one) + self.state(one) + self.dateline(one);
        one.prior * (100 + article) * (100 + context) / 100
    }

    /// Whether an everyday word is a name here. That other places of its country are named tells enough of countries and states
    /// alone, and not of a given name: half of the women in a report from North Carolina may be called Charlotte.
    pub(super) fn supports(&self, named: &Named, name: usize) -> bool {
        let word = named.span.of(self.text.article.text());
        let (given, in_longer) = (is_given_name(word), self.parts.hold(word));
        let tells_nothing = self.is_capital_anyhow(named, word);
        let supports = |(candidate, one): (usize, &Candidate)| {
            let large = one.is_country() || one.class == "state" && !given;
            let country = if large { self.related(one).max(self.dateline(one)) } else { 0 };
            let elsewhere = if in_longer || given { 0 } else { self.elsewhere(one) };
            let own = self.named(one).max(self.state(one));
            let far = if tells_nothing { 0 } else { own.max(country).max(elsewhere) };
            self.around(name, candidate).max(far) >= SUPPORTED
        };
        let is_dateline = self.written == Some(named.span.start) && named.candidates.iter().any(Candidate::is_place);
        is_dateline || named.candidates.iter().enumerate().any(supports)
    }

    /// “ICE AND SNOW”; “Turkey is dear this year” where “a turkey” stands too: there a capital tells nothing.
    fn is_capital_anyhow(&self, named: &Named, word: &str) -> bool {
        let token = self.text.tokens_in(named.span).start;
        let Some(sentence) = self.text.sentences.get(self.text.sentence_of(token)) else { return false };
        let small = lower_case(word);
        let begins = sentence.tokens.start == token;
        let shouts = || !sentence.tokens.clone().any(|token| self.text.word(token).contains(char::is_lowercase));
        begins && small != word && self.words().contains(&*small) || is_all_capitals(word) && shouts()
    }

    /// All words as they stand, gathered when first asked for.
    fn words(&self) -> &FxHashSet<&'t str> {
        self.words.get_or_init(|| (0..self.text.tokens.len()).map(|token| self.text.word(token)).collect())
    }

    fn named(&self, one: &Candidate) -> u32 {
        if self.certain.contains_key(&one.name.entity) { NAMED } else { 0 }
    }

    /// Places of its country. A country and its capital stand in news from everywhere: they speak for nothing that lies in the
    /// country, but the capital speaks for the country.
    fn related(&self, one: &Candidate) -> u32 {
        let Some(places) = self.places(one) else { return 0 };
        let itself = u32::from(!one.is_country() && self.certain.contains_key(&one.name.entity));
        match places.parts.saturating_sub(itself) + u32::from(one.is_country() && places.seat) {
            0 => 0,
            more => RELATED + RELATED_MORE * (more - 1).min(2),
        }
    }

    fn state(&self, one: &Candidate) -> u32 {
        if self.of_states.contains_key(&one.name.entity) { STATE_NAMED } else { 0 }
    }

    /// Reports from capitals are about the world: they speak for the country alone.
    fn dateline(&self, one: &Candidate) -> u32 {
        match self.places(one).and_then(|places| places.dateline) {
            Some(Written::AtSeat) if !one.is_country() => 0,
            written => written.map_or(0, |_| DATELINE),
        }
    }

    fn around(&self, name: usize, candidate: usize) -> u32 {
        self.around.get(name).and_then(|points| points.get(candidate)).copied().unwrap_or(0)
    }

    fn elsewhere(&self, one: &Candidate) -> u32 {
        self.elsewhere.get(&one.name.entity).copied().unwrap_or(0)
    }

    /// Whether a place's name is another's here: a person's (“Jack London”, then “London wrote”), or a club's in a report of sport (“Seattle won”).
    pub(super) fn speaks_against(&self, one: &Named) -> bool {
        if !one.candidates.iter().all(Candidate::is_place) {
            return false;
        }
        let tokens = self.text.tokens_in(one.span);
        let word = one.span.of(self.text.article.text());
        let person = self.parts.are_persons(word);
        let may_play = one.candidates.iter().all(Candidate::is_city) && cue::may_play(self.text, &tokens);
        let club = may_play && *self.is_sport.get_or_init(|| cue::is_sport(self.text));
        person && !short_form::follows_place_word(self.text, tokens.start)
            || club && !cue::is_located(self.text, &tokens)
    }
}

/// The first of each of some names.
fn once<'a, 'k: 'a>(named: impl Iterator<Item = &'a Named<'k>>) -> Vec<&'a Named<'k>> {
    let mut seen = ByEntity::default();
    named
        .filter(|one| one.candidates.first().is_some_and(|first| seen.insert(first.name.entity, 1).is_none()))
        .collect()
}

fn learn_cues(elsewhere: &mut ByEntity, one: &Named, points: &[u32]) {
    for (candidate, points) in one.candidates.iter().zip(points) {
        let most = elsewhere.entry(candidate.name.entity).or_default();
        *most = (*most).max(*points);
    }
}
