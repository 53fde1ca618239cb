//! Later mentions by part of a name: “Pushilin” after “Denis Pushilin”.
//!
//! Takes the cast so far; adds the places where a person who was named in full is named again. Example: “Kim” after “Kim
//! Jong Un” is the same person, since the family name stands first there.
//!
//! Invariant: a family name alone is nobody before the full name has stood in the text.

use super::{
    ByWords, Cast,
    capitals::{is_capitalised, is_capitalised_word, is_function_word},
    given_name::{Sex, sex_of},
    note,
    role_words::{is_address, is_role},
};
use crate::word_list::{WordList, is_among};
use crate::{
    Knowledge, Mention, MentionSense, NameType, Rule, Span,
    segment::{Text, TokenKind},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Adds the later mentions of persons named in full, and settles those that a pack or a form of address took for another.
pub(super) fn find(text: &Text, knowledge: &Knowledge, cast: &mut Cast) {
    let mut people = People::new(text, knowledge);
    let (mut later, mut settled) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < text.tokens.len() {
        if let Some(mention) = cast.at(text.start(at)) {
            let tokens = text.tokens_in(mention.span);
            match people.settle(cast, mention, &tokens) {
                Some(settling) => settled.push((mention.span, settling)),
                None => people.meet(cast, mention, &tokens),
            }
            at = tokens.end.max(at + 1);
            continue;
        }
        let again = people.full_name_at(at).or_else(|| people.family_name_at(at));
        at += again.as_ref().map_or(1, |(len, _)| *len);
        later.extend(again.map(|(len, entity)| mention(text.span(at - len..at), entity)));
    }
    for (span, settling) in settled {
        settling.apply(cast, span);
    }
    cast.add_all(later);
}

fn mention(span: Span, entity: usize) -> Mention {
    Mention { span, entity, sense: MentionSense::Itself, rule: Rule::ShortForm, or_else: Vec::new() }
}

/// What becomes of a mention found before the people were known.
enum Settling {
    /// It names this person: “Mr Lund” after “Tom Lund”.
    Person(usize),
    /// It may be a place or a person: “Washington added” after “Ellen Washington”.
    Doubtful,
}

impl Settling {
    fn apply(self, cast: &mut Cast, span: Span) {
        let Some(index) = cast.overlapping(span).find(|&index| cast.mentions[index].span == span) else { return };
        match self {
            Settling::Doubtful => drop(cast.mentions.remove(index)),
            Settling::Person(entity) => cast.mentions[index].entity = entity,
        }
    }
}

/// Everybody named in full so far.
struct People<'t> {
    text: &'t Text<'t>,
    knowledge: &'t Knowledge,
    full_names: Vec<(Vec<&'t str>, usize)>,
    /// The full names by their second word.
    seconds: ByWords<'t>,
    /// For each family name those who bear it.
    families: ByWords<'t>,
    /// For each family name the block in which somebody unknown was last named by it.
    namesakes: FxHashMap<&'t str, usize>,
    /// Capitalised words that were no mention, each with the capitalised words seen before it.
    seen: FxHashMap<&'t str, Vec<Vec<&'t str>>>,
    /// Words that stand for a firm: “Ford Motor”, “Ford shares fell”.
    firms: FxHashSet<&'t str>,
    /// Family names that mean somebody or something else as well.
    doubtful: FxHashSet<&'t str>,
}

impl<'t> People<'t> {
    fn new(text: &'t Text<'t>, knowledge: &'t Knowledge) -> Self {
        let (full_names, families, namesakes) = Default::default();
        let (seen, doubtful, seconds) = Default::default();
        let firms = (0..text.tokens.len()).filter(|&at| is_firm(text, at)).map(|at| text.word(at)).collect();
        Self { text, knowledge, full_names, seconds, families, namesakes, seen, firms, doubtful }
    }

    fn meet(&mut self, cast: &Cast, mention: &Mention, tokens: &Range<usize>) {
        if cast.entities[mention.entity].name_type != NameType::Per {
            return;
        }
        let words: Vec<&str> = tokens.clone().map(|token| self.text.word(token)).collect();
        if let Some(family) = family_name(&words) {
            let known = cast.entities[mention.entity].known.is_some();
            if !self.families.contains_key(family) && self.means_another(family, &words, known) {
                self.doubtful.insert(family);
            }
            note(&mut self.families, family, mention.entity, 2);
            self.namesakes.remove(family);
        }
        if let [_, second, ..] = *words.as_slice() {
            let mut same = self.seconds.get(second).into_iter().flatten();
            if same.all(|&name| self.full_names.get(name).is_none_or(|(known, _)| *known != words)) {
                note(&mut self.seconds, second, self.full_names.len(), usize::MAX);
                self.full_names.push((words, mention.entity));
            }
        }
    }

    /// Whether a family name stands for a firm, or stood behind another first name before its bearer was named: he is hardly
    /// the one whom the article is about, unless a pack knows him.
    fn means_another(&self, family: &str, full_name: &[&str], known: bool) -> bool {
        let mut seen = self.seen.get(family).into_iter().flatten();
        self.firms.contains(family) || !known && seen.any(|first_names| !shares(full_name, first_names))
    }

    /// Remembers a capitalised word with the first names before it.
    fn see(&mut self, at: usize) {
        let first_names = first_names_before(self.text, at);
        if is_capitalised_word(self.text, at) && !first_names.is_empty() {
            let seen = self.seen.entry(self.text.word(at)).or_default();
            if !seen.contains(&first_names) {
                seen.push(first_names);
            }
        }
    }

    fn settle(&self, cast: &Cast, mention: &Mention, tokens: &Range<usize>) -> Option<Settling> {
        let (token, entity) = (tokens.start, cast.entities.get(mention.entity)?);
        let word = self.text.word(token);
        if tokens.len() != 1 || mention.sense == MentionSense::Demonym {
            return None;
        }
        let is_family = self.families.contains_key(word);
        match (entity.name_type, entity.known) {
            (NameType::Loc, _) if is_family || self.is_first_name(word) => {
                (!follows_place_word(self.text, token)).then_some(Settling::Doubtful)
            }
            (NameType::Org, Some(_)) if is_family => Some(Settling::Doubtful), // “Dell said”, of a man or of his firm
            (NameType::Per, None) if is_family && matches!(mention.rule, Rule::Role | Rule::Wording) => {
                let bearer =
                    self.bearer(token).filter(|&bearer| address_fits(self.text, token, &cast.entities[bearer].name));
                bearer.map(Settling::Person)
            }
            _ => None,
        }
    }

    /// The one who bears the family name at a token, unless another of that name has just been spoken of.
    fn bearer(&self, token: usize) -> Option<usize> {
        let word = self.text.word(token);
        let [bearer] = self.families.get(word)?.as_slice() else { return None };
        let block = self.block(token);
        let namesake = self.namesakes.get(word).is_some_and(|last| block <= last + 1);
        (!namesake && !self.doubtful.contains(word)).then_some(*bearer)
    }

    /// “Paris” after “Paris Hilton”.
    fn is_first_name(&self, word: &str) -> bool {
        self.full_names.iter().any(|(words, _)| words.first() == Some(&word))
    }

    fn block(&self, token: usize) -> usize {
        self.text.sentences.get(self.text.sentence_of(token)).map_or(0, |sentence| sentence.block)
    }

    fn full_name_at(&mut self, at: usize) -> Option<(usize, usize)> {
        if !is_capitalised_word(self.text, at) {
            return None;
        }
        let starts_here = |words: &[&str]| words.iter().enumerate().all(|(i, word)| self.text.word(at + i) == *word);
        let names = self.seconds.get(self.text.word(at + 1))?.iter().filter_map(|&name| self.full_names.get(name));
        let (words, entity) = names.into_iter().find(|(words, _)| starts_here(words))?;
        if is_suffix(self.text.word(at + words.len())) {
            return None;
        }
        words.last().map(|family| self.namesakes.remove(family));
        Some((words.len(), *entity))
    }

    fn family_name_at(&mut self, at: usize) -> Option<(usize, usize)> {
        let (text, word) = (self.text, self.text.word(at));
        if is_date(text, at) {
            return None;
        }
        if !self.families.contains_key(word) {
            self.see(at);
            return None;
        }
        let other_before = at > 0 && joins(text, at - 1) && !explains(text, at - 1);
        let other_after = joins(text, at + 1) && !is_function_word(text.word(at + 1)) || text.is(at + 1, "&");
        if other_before && !self.is_borne(word, &first_names_before(text, at)) {
            self.namesakes.insert(word, self.block(at));
        }
        let place = follows_place_word(text, at) && self.is_place(word);
        let bearer = self.bearer(at)?;
        (!other_before && !other_after && !place).then_some((1, bearer))
    }

    /// Whether somebody of this family and first name has been named in full: “Tom Adam Lund” is no other than Tom Lund.
    fn is_borne(&self, family: &str, first_names: &[&str]) -> bool {
        let mut bearers = self.full_names.iter().filter(|(words, _)| words.last() == Some(&family));
        bearers.any(|(words, _)| shares(words, first_names))
    }

    fn is_place(&self, word: &str) -> bool {
        let is_loc = |entity| self.knowledge.entity(entity).is_some_and(|record| record.name_type == NameType::Loc);
        let hit = self.knowledge.longest(&[word], self.text.article.language());
        hit.is_some_and(|hit| hit.names.iter().any(|name| is_loc(name.entity)))
    }
}

/// The capitalised words right before one, but for initials: “Joshua” and “Abraham” before “Norton”.
fn first_names_before<'t>(text: &Text<'t>, at: usize) -> Vec<&'t str> {
    const MOST: usize = 4;
    let is_name = |token: &usize| joins(text, *token) && !explains(text, *token);
    let names = (at.saturating_sub(MOST)..at).rev().take_while(is_name).map(|token| text.word(token));
    names.filter(|name| name.chars().filter(|c| c.is_alphabetic()).count() > 1).collect()
}

fn shares(full_name: &[&str], first_names: &[&str]) -> bool {
    first_names.iter().any(|first| full_name.contains(first))
}

/// “Ford Motor”, “Ford shares fell”.
fn is_firm(text: &Text, at: usize) -> bool {
    let shares = || text.is(at + 1, "shares") && SHARES_DO.contains(text.word(at + 2));
    is_capitalised_word(text, at) && (is_firm_word(text.word(at + 1)) || shares())
}

/// “Inc” and “Motors”, behind a name that a firm bears.
pub(super) fn is_firm_word(word: &str) -> bool {
    FIRM_WORDS.contains(word.trim_end_matches('.'))
}

static FIRM_WORDS: WordList = WordList::new(
    "Motor Motors Inc Corp Corporation Co Company Ltd Limited plc PLC LLC Airlines Airways Industries Holdings \
     Technologies Electronics Pharmaceuticals Stores",
);
static SHARES_DO: WordList = WordList::new(
    "fell rose dropped gained slid slipped jumped climbed closed were are have had sank surged soared tumbled plunged \
     ended opened lost edged rallied",
);

/// “4 May 1938”, “May 4”.
pub(super) fn is_date(text: &Text, at: usize) -> bool {
    let is_number = |token: usize| text.is_kind(token, TokenKind::Number);
    text.is(at, "May") && (is_number(at + 1) || at.checked_sub(1).is_some_and(is_number))
}

/// “in Washington”, “flew to Chad”: of a person and a place of one name, the place.
pub(super) fn follows_place_word(text: &Text, token: usize) -> bool {
    let before = token.checked_sub(1).map_or("", |before| text.word(before));
    PLACE_WORDS.contains_any_case(before)
}

static PLACE_WORDS: WordList = WordList::new(
    "in at to from near outside around across inside through via visit visits visited visiting left leave",
);

/// “Ms Lund” is not Tom Lund.
fn address_fits(text: &Text, token: usize, name: &str) -> bool {
    let address = match token.checked_sub(1).map_or("", |before| text.word(before)).trim_end_matches('.') {
        "Mr" | "Sir" | "Lord" => Some(Sex::Male),
        "Mrs" | "Ms" | "Miss" | "Dame" | "Lady" => Some(Sex::Female),
        _ => None,
    };
    address.is_none_or(|address| sex_of(name).is_none_or(|sex| sex == address))
}

/// The part of a full name by which news name a person again.
fn family_name<'t>(words: &[&'t str]) -> Option<&'t str> {
    let words = words.split_last().filter(|(last, _)| is_suffix(last)).map_or(words, |(_, name)| name);
    let (first, last) = (words.first()?, words.last()?);
    let family = if stands_first(words) { first } else { last };
    (words.len() > 1 && family.chars().count() > 1 && !is_suffix(family)).then_some(*family)
}

/// Korean and Chinese names put the family first: “Sin Hong-chol”, “Kim Jong Un”, “Xi Jinping”.
fn stands_first(words: &[&str]) -> bool {
    let given_is_compound = words.len() == 2 && words[1].split_once('-').is_some_and(|(_, rest)| !is_capitalised(rest));
    given_is_compound || words.len() <= 3 && FAMILY_FIRST.contains(words[0])
}

/// What tells a person from the namesake before him.
pub(super) fn is_suffix(word: &str) -> bool {
    is_among(word.trim_end_matches('.'), "Jr Sr II III IV")
}

/// Whether a neighbour is a capitalised word, so that the name may be somebody else's.
fn joins(text: &Text, token: usize) -> bool {
    is_capitalised_word(text, token)
}

/// Whether a capitalised word before a family name is no first name: “Later Lund said”, but not “Sarah Lund said”.
fn explains(text: &Text, token: usize) -> bool {
    let word = text.word(token);
    is_role(word)
        || is_address(word)
        || TITLES.contains(word)
        || is_function_word(word)
        || starts_sentence(text, token) && opens(word)
}

/// Titles that introduce nobody by themselves, and are no first names either.
static TITLES: WordList = WordList::new(
    "Emperor Empress Archbishop Ayatollah Cardinal Comrade Saint St Brother Sister Uncle Aunt Baron Baroness Count \
     Countess Duke Duchess Earl Emir Private Corporal Constable Detective Master Team Justice Chief",
);

fn opens(word: &str) -> bool {
    OPENERS.contains(word) || word.ends_with("ing") || word.ends_with("ed") || word.ends_with("ly") && word.len() > 5
}

fn starts_sentence(text: &Text, token: usize) -> bool {
    text.sentences.get(text.sentence_of(token)).is_some_and(|sentence| sentence.tokens.start == token)
}

static OPENERS: WordList = WordList::new(
    "Later Earlier Yesterday Today Tonight Even Still Once Only Like Unlike Instead Again Here Perhaps Maybe Often \
     Sometimes Soon Monday Tuesday Wednesday Thursday Friday Saturday Sunday Then Thus Under Without Within Against \
     Behind Besides Between Beyond Following Given Via Said Says Can Could Should May Might Must Will Would Never",
);

/// Family names that stand before the given name.
static FAMILY_FIRST: WordList = WordList::new(
    "Kim Ri Choe Choi Pak Park Jang Chang Sin Shin Yoon Yun Moon Mun Han Hwang Jo Cho Kang Lim Xi Li Wang Zhang Liu \
     Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Tang Deng Feng Cao Peng \
     Qin Tsai Lai Mao Nguyen Tran Pham To Le",
);
