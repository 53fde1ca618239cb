//! A state or country behind a city: “Paris, Texas”, “BIRMINGHAM, Ala.”, “Manchester, England”.
//!
//! Takes a name with its candidates; leaves those that lie there, as far as their records tell, perhaps none. Example: no Paris
//! that the pack knows lies in the United States, so “Paris, Texas” is nobody.
//!
//! Invariant: only cities are filtered: in “Denmark, England, France” nothing lies in the next.

use super::{Candidate, Named};
use crate::{
    Knowledge,
    pack::{EntityRecord, NameKind},
    segment::Text,
    word_list::is_among,
};

pub(super) fn keep_those_there(text: &Text, knowledge: &Knowledge, named: &mut Named) {
    let comma = text.tokens_in(named.span).end;
    if !text.is(comma, ",") || !named.candidates.iter().all(Candidate::is_city) {
        return;
    }
    if let Some(whole) = whole_behind(text, knowledge, comma) {
        let lies_there = |own: &str| Some(own) == whole.country || own == whole.id;
        named.candidates.retain(|one| one.country.is_none_or(lies_there));
    }
}

/// The state or country behind a comma. In “Paris, Texas and London” it may be one of three.
fn whole_behind<'k>(text: &Text, knowledge: &'k Knowledge, comma: usize) -> Option<EntityRecord<'k>> {
    let reach = text.sentences.get(text.sentence_of(comma)).map_or(comma, |sentence| sentence.tokens.end);
    let words: Vec<&str> = (comma + 1..reach.min(comma + 5)).map(|token| text.word(token)).collect();
    let spelt_out: Option<Vec<&str>> = spelt_out(words.first()?).map(|state| state.split(' ').collect());
    let hit = knowledge.longest(spelt_out.as_deref().unwrap_or(&words), text.article.language())?;
    let behind = comma + 1 + if spelt_out.is_some() { 1 } else { hit.words };
    if text.is(behind, "and or &") {
        return None;
    }
    let names = hit.names.iter().filter(|name| name.kind != NameKind::Demonym);
    names.filter_map(|name| knowledge.entity(name.entity)).find(is_part_of_country)
}

/// A part of a country, by which news tell a city from a greater one of its name.
fn is_part_of_country(record: &EntityRecord) -> bool {
    record.country.is_some() && is_among(record.class, "state region")
}

/// “Alabama” for “Ala.”
pub(super) fn spelt_out(word: &str) -> Option<&'static str> {
    let short = word.strip_suffix('.')?;
    STATES.split(',').filter_map(|state| state.split_once('=')).find(|(one, _)| *one == short).map(|(_, full)| full)
}

/// American states as agencies shorten them behind a city.
static STATES: &str = "Ala=Alabama,Ariz=Arizona,Ark=Arkansas,Calif=California,Colo=Colorado,Conn=Connecticut,Del=Delaware,\
    Fla=Florida,Ga=Georgia,Ill=Illinois,Ind=Indiana,Kan=Kansas,Ky=Kentucky,La=Louisiana,Md=Maryland,Mass=Massachusetts,\
    Mich=Michigan,Minn=Minnesota,Miss=Mississippi,Mo=Missouri,Mont=Montana,Neb=Nebraska,Nev=Nevada,N.H=New Hampshire,\
    N.J=New Jersey,N.M=New Mexico,N.Y=New York,N.C=North Carolina,N.D=North Dakota,Okla=Oklahoma,Ore=Oregon,\
    Pa=Pennsylvania,R.I=Rhode Island,S.C=South Carolina,S.D=South Dakota,Tenn=Tennessee,Tex=Texas,Vt=Vermont,\
    Va=Virginia,Wash=Washington State,W.Va=West Virginia,Wis=Wisconsin,Wyo=Wyoming";
