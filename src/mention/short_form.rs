//! Later mentions by part of a name: “Pushilin” after “Denis Pushilin”.
//!
//! Takes the cast so far; adds the places where a person who was named in full is named again. Example: “Kim” after “Kim
//! Jong Un” is the same person, since the family name stands first there.
//!
//! Invariant: a family name alone is nobody before the full name has stood in the text.

use super::{
    Cast,
    capitals::{is_capitalised, is_capitalised_word, is_function_word},
    role_words::{is_address, is_role},
};
use crate::word_list::WordList;
use crate::{Mention, MentionSense, NameType, Rule, Span, segment::Text};
use std::collections::BTreeMap;

/// Adds the later mentions of persons named in full.
pub(super) fn find(text: &Text, cast: &mut Cast) {
    let mut full_names: Vec<(Vec<&str>, usize)> = Vec::new();
    let mut family_names: BTreeMap<&str, usize> = BTreeMap::new();
    let mut later = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let span = text.tokens[at].span;
        if let Some(mention) = cast.at(span.start) {
            let tokens = text.tokens_in(mention.span);
            if cast.entities[mention.entity].name_type == NameType::Per {
                let words: Vec<&str> = tokens.clone().map(|token| text.word(token)).collect();
                if let Some(family) = family_name(&words) {
                    family_names.insert(family, mention.entity);
                }
                if words.len() > 1 && full_names.iter().all(|(known, _)| *known != words) {
                    full_names.push((words, mention.entity));
                }
            }
            at = tokens.end.max(at + 1);
            continue;
        }
        let again = full_name_at(text, &full_names, at).or_else(|| family_name_at(text, &family_names, at));
        at += again.as_ref().map_or(1, |(len, _)| *len);
        later.extend(again.map(|(len, entity)| mention(text.span(at - len..at), entity)));
    }
    cast.add_all(later);
}

fn mention(span: Span, entity: usize) -> Mention {
    Mention { span, entity, sense: MentionSense::Itself, rule: Rule::ShortForm, or_else: Vec::new() }
}

/// The part of a full name by which news name a person again.
fn family_name<'t>(words: &[&'t str]) -> Option<&'t str> {
    let (first, last) = (words.first()?, words.last()?);
    let family = if stands_first(words) { first } else { last };
    (words.len() > 1 && family.chars().count() > 1 && !is_suffix(family)).then_some(*family)
}

/// Korean and Chinese names put the family first: “Sin Hong-chol”, “Kim Jong Un”, “Xi Jinping”.
fn stands_first(words: &[&str]) -> bool {
    let given_is_compound = words.len() == 2 && words[1].split_once('-').is_some_and(|(_, rest)| !is_capitalised(rest));
    given_is_compound || words.len() <= 3 && FAMILY_FIRST.contains(words[0])
}

fn is_suffix(word: &str) -> bool {
    matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV")
}

fn full_name_at(text: &Text, names: &[(Vec<&str>, usize)], at: usize) -> Option<(usize, usize)> {
    if !is_capitalised_word(text, at) {
        return None;
    }
    let starts_here = |words: &[&str]| words.iter().enumerate().all(|(i, word)| text.word(at + i) == *word);
    names.iter().find(|(words, _)| starts_here(words)).map(|(words, entity)| (words.len(), *entity))
}

fn family_name_at(text: &Text, names: &BTreeMap<&str, usize>, at: usize) -> Option<(usize, usize)> {
    let entity = *names.get(text.word(at))?;
    let other_before = at > 0 && joins(text, at - 1) && !explains(text.word(at - 1)) && !starts_sentence(text, at - 1);
    let other_after = joins(text, at + 1) && !is_function_word(text.word(at + 1));
    (!other_before && !other_after).then_some((1, entity))
}

/// Whether a neighbour is a capitalised word, so that the name may be somebody else's.
fn joins(text: &Text, token: usize) -> bool {
    is_capitalised_word(text, token)
}

fn explains(word: &str) -> bool {
    is_role(word) || is_address(word) || is_function_word(word)
}

fn starts_sentence(text: &Text, token: usize) -> bool {
    text.sentences.get(text.sentence_of(token)).is_some_and(|sentence| sentence.tokens.start == token)
}

/// Family names that stand before the given name.
static FAMILY_FIRST: WordList = WordList::new(
    "Kim Ri Choe Choi Pak Park Jang Chang Sin Shin Yoon Yun Moon Mun Han Hwang Jo Cho Kang Lim Xi Li Wang Zhang Liu \
     Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Tang Deng Feng Cao Peng \
     Qin Tsai Lai Mao Nguyen Tran Pham To Le",
);
