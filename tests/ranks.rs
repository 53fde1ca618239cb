//! Ranks against invented lists: what is counted, who did it, in which words. No list of the shipped packs is used, so that
//! no rule fits one of them only.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test reads its packs and cases")]
#![cfg(feature = "cli")]

use postil::{
    Article, Knowledge, annotate,
    card::Agreement::{self, Agrees, Differs, Open},
    claim::{Answer, Claim},
    pack::build::{SourceFile, build},
};

const SOURCE: &str = r#"
{"pack":"invented","title":"Invented lists","licence":"CC0-1.0","version":"1"}
{"source":"s","title":"Annals","publisher":"The Annalist","url":"https://example.org/annals","date":"2020-01-01"}
{"id":"x:veld","type":"LOC","class":"country","name":"Veldania","names":[{"name":"Veldanian","kind":"demonym"}]}
{"id":"x:orm","type":"LOC","class":"country","name":"Ormark"}
{"id":"x:sul","type":"LOC","class":"country","name":"Sulmeria"}
{"id":"x:tarn","type":"LOC","class":"country","name":"Tarnovia"}
{"id":"x:tarnhaven","type":"LOC","class":"city","name":"Tarnhaven","seatOf":"x:tarn"}
{"id":"x:pact","type":"ORG","class":"organisation","name":"Harbour Pact","names":[{"name":"HPT","kind":"acronym"}]}
{"id":"x:club","type":"ORG","class":"organisation","name":"Harbour Club"}
{"id":"x:cup","type":"MISC","class":"event","name":"Lantern Cup"}
{"id":"x:moon","type":"LOC","class":"place","name":"Grey Moon"}
{"id":"x:lind","type":"PER","class":"person","name":"Astrid Lindqvist"}
{"id":"x:kowal","type":"PER","class":"person","name":"Marta Kowal"}
{"list":"pact","title":"Countries that joined the Harbour Pact","subjects":["x:pact"],"predicates":["join","enter","ratify","ratification","accession"],"members":["country","nation","state"],"counts":"countries","asOf":"2020-01-01","items":[{"entity":"x:veld","name":"Veldania","date":"1999-03-01","sources":["s"]},{"entity":"x:orm","name":"Ormark","date":"2004-05-01","sources":["s"]},{"entity":"x:sul","name":"Sulmeria","date":"2004-05-01","sources":["s"]},{"entity":"x:tarn","name":"Tarnovia","date":"2019-06-01","sources":["s"]}]}
{"list":"leavers","title":"Countries that left the Harbour Pact","subjects":["x:pact"],"predicates":["leave","quit","withdrawal"],"members":["country","nation","state"],"counts":"countries","asOf":"2020-01-01","items":[{"entity":"x:sul","name":"Sulmeria","date":"2010","sources":["s"]},{"entity":"x:orm","name":"Ormark","date":"2012-02","sources":["s"]}]}
{"list":"cup","title":"Women who won the Lantern Cup","subjects":["x:cup"],"predicates":["win"],"members":["woman","player"],"counts":"women","asOf":"2020-01-01","items":[{"entity":"x:kowal","name":"Marta Kowal","date":"1990-01-01","sources":["s"]},{"entity":"x:lind","name":"Astrid Lindqvist","date":"2001-01-01","sources":["s"]}]}
{"list":"moon","title":"Countries that landed on the Grey Moon","subjects":["x:moon"],"predicates":["land","exploration"],"members":["country","nation"],"counts":"countries","asOf":"2020-01-01","items":[{"entity":"x:orm","name":"Ormark","date":"1970-01-01","sources":["s"]}]}
{"list":"club","title":"Members of the Harbour Club","subjects":["x:club"],"predicates":["member"],"members":["country","member"],"counts":"members","asOf":"2020-01-01","items":[{"entity":"x:veld","name":"Veldania","date":"1990","sources":["s"]},{"entity":"x:orm","name":"Ormark","date":"1995-05-01","until":"2015-01-01","sources":["s"]},{"entity":"x:sul","name":"Sulmeria","date":"2000-05-01","sources":["s"]},{"entity":"x:tarn","name":"Tarnovia","date":"2019-06-10","sources":["s"]}]}
{"list":"champions","title":"Champions of the Lantern Cup, year by year","subjects":["x:cup"],"predicates":["win","title"],"members":["champion"],"counts":"cups","asOf":"2020-01-01","items":[{"entity":"x:veld","name":"Veldania","date":"1990","sources":["s"]},{"entity":"x:orm","name":"Ormark","date":"1994","sources":["s"]},{"entity":"x:veld","name":"Veldania","date":"1998","sources":["s"]},{"entity":"x:veld","name":"Veldania","date":"2002","sources":["s"]}]}
"#;

fn invented() -> Knowledge {
    let file = SourceFile { name: "invented.jsonl".into(), text: SOURCE.trim().into() };
    let pack = build(&[file]).unwrap_or_else(|complaints| panic!("{complaints:?}"));
    let mut knowledge = Knowledge::new();
    knowledge.add(pack.bytes).expect("a good pack");
    knowledge
}

/// The ranks of a text, each with its list and verdict.
fn ranks(text: &str, published: &str) -> Vec<(u32, String, Agreement)> {
    let knowledge = invented();
    let article = Article::from_text(text).published_on(postil::day(published));
    let lists = knowledge.lists();
    let rank = |claim: &Claim| match &claim.answer {
        Some(Answer::Order { list, verdict, .. }) => {
            Some((claim.stated.rank?, list.map_or(String::new(), |list| lists[list].id.to_owned()), *verdict))
        }
        _ => None,
    };
    annotate(&article, &knowledge).claims.iter().filter_map(rank).collect()
}

#[track_caller]
fn check(text: &str, rank: u32, list: &str, verdict: Agreement) {
    assert_eq!(ranks(text, "2020-01-01"), [(rank, list.to_owned(), verdict)], "{text}");
}

#[test]
fn the_verb_and_its_object_choose_the_list() {
    check("Veldania was the first country to join the Harbour Pact.", 1, "pact", Agrees);
    check("Tarnovia became the fourth nation to ratify the Harbour Pact.", 4, "pact", Agrees);
    check("Sulmeria became the first state to leave the Harbour Pact.", 1, "leavers", Agrees);
    check("Ormark was the second country that quit the Harbour Pact after Sulmeria.", 2, "leavers", Agrees);
    check("Ormark became the first country to land on the Grey Moon.", 1, "moon", Agrees);
    check("Ormark became the first country to land on the Harbour Pact.", 1, "", Open);
}

#[test]
fn people_hold_ranks_too() {
    check("Astrid Lindqvist became the second woman to win the Lantern Cup.", 2, "cup", Agrees);
    check("Astrid Lindqvist, the first woman to win the Lantern Cup, retired.", 1, "cup", Differs);
    check("In 1990 Marta Kowal became the first player ever to win the Lantern Cup.", 1, "cup", Agrees);
    check("Marta Kowal trained for years. She became the second woman to win the Lantern Cup.", 2, "cup", Differs);
}

#[test]
fn a_capital_stands_for_its_country() {
    check("Tarnhaven became the fourth country to join the Harbour Pact.", 4, "pact", Agrees);
}

#[test]
fn two_on_one_day_cannot_be_ordered() {
    check("Sulmeria became the second country to join the Harbour Pact.", 2, "pact", Open);
    check("Sulmeria became the fourth country to join the Harbour Pact.", 4, "pact", Differs);
}

#[test]
fn what_comes_after_the_publication_does_not_count() {
    let text = "Tarnovia became the fourth country to join the Harbour Pact.";
    assert_eq!(ranks(text, "2018-01-01"), [(4, "pact".to_owned(), Open)]);
    assert_eq!(ranks(text, "2019-06-01"), [(4, "pact".to_owned(), Agrees)]);
}

#[test]
fn a_narrowed_set_is_another_set() {
    check("Tarnovia became the first northern country to join the Harbour Pact.", 1, "pact", Open);
    check("Tarnovia became the first country in the north to join the Harbour Pact.", 1, "pact", Open);
}

#[test]
fn the_subject_must_be_the_holder_itself() {
    check("The president of Sulmeria became the first state to leave the Harbour Pact.", 1, "leavers", Open);
    check("Veldanian papers called it the first country to leave the Harbour Pact.", 1, "leavers", Open);
}

#[test]
fn denied_or_plural_ranks_are_none() {
    for text in [
        "Ormark was not the first country to leave the Harbour Pact.",
        "Ormark wasn’t the first country to leave the Harbour Pact.",
        "Ormark was one of the first countries to leave the Harbour Pact.",
        "Ormark took a first step to leave the Harbour Pact.",
    ] {
        assert_eq!(ranks(text, "2020-01-01"), [], "{text}");
    }
}

#[test]
fn a_noun_of_the_deed_chooses_the_list_as_its_verb_does() {
    check("Veldania’s ratification of the Harbour Pact was the first.", 1, "pact", Agrees);
    check("Veldania’s ratification of the Harbour Pact was the third.", 3, "pact", Differs);
    check("The fourth accession to the Harbour Pact came from Tarnovia.", 4, "pact", Agrees);
    check("Tarnovia’s accession to the Harbour Pact made it the fourth country to do so.", 4, "pact", Agrees);
    check("The first withdrawal from the Harbour Pact was Sulmeria’s.", 1, "leavers", Agrees);
    check("Ormark was the Harbour Pact’s second withdrawal.", 2, "leavers", Agrees);
    check("The exploration of the Grey Moon by a first country, Ormark, went on.", 1, "moon", Agrees);
}

#[test]
fn the_passive_chooses_it_by_its_subject() {
    check("The Harbour Pact was ratified by a fourth country, Tarnovia.", 4, "pact", Agrees);
    check("The Harbour Pact has now been ratified by a first country, Tarnovia.", 1, "pact", Differs);
    check("The Harbour Pact was ratified by a second country, Ormark.", 2, "pact", Open);
    check("The Harbour Pact was quit by a second country, Ormark.", 2, "leavers", Agrees);
    assert_eq!(
        ranks("The Grey Moon was explored by a first country, Ormark.", "2020-01-01"),
        [],
        "no list has the verb"
    );
}

#[test]
fn what_is_not_the_lists_own_deed_and_object_is_no_rank_of_it() {
    for text in [
        "The harbours of the Harbour Pact were ratified by a fourth country, Tarnovia.",
        "The ratification of the rules of the Harbour Pact by a fourth country, Tarnovia, went on.",
        "The Harbour Pact may be ratified by a fourth country, Tarnovia.",
        "It was not the fourth accession to the Harbour Pact.",
        "The fourth accession round of the Harbour Pact began.",
        "The Harbour Pact was ratified by a fourth harbour, Tarnhaven.",
        "Tarnovia’s fourth ratification of the Harbour Pact failed.",
    ] {
        assert_eq!(ranks(text, "2020-01-01"), [], "{text}");
    }
}

/// The numbers of a text that are compared with how many stand on a list: the list, how many, and the verdict.
fn tallies(text: &str, published: &str) -> Vec<(String, usize, Agreement)> {
    let knowledge = invented();
    let article = Article::from_text(text).published_on(postil::day(published));
    let lists = knowledge.lists();
    let tally = |claim: &Claim| match &claim.answer {
        Some(Answer::Tally { list, places, verdict }) => Some((lists[*list].id.to_owned(), places.len(), *verdict)),
        _ => None,
    };
    annotate(&article, &knowledge).claims.iter().filter_map(tally).collect()
}

#[track_caller]
fn counts(text: &str, published: &str, list: &str, listed: usize, verdict: Agreement) {
    assert_eq!(tallies(text, published), [(list.to_owned(), listed, verdict)], "{text}");
}

#[test]
fn members_are_counted_on_the_day_of_publication() {
    counts("The Harbour Club has three members.", "2010-01-01", "club", 3, Agrees);
    counts("The Harbour Club has three members.", "2016-01-01", "club", 2, Differs);
    counts("The Harbour Club’s two members met.", "2016-01-01", "club", 2, Agrees);
    counts("The Harbour Club has two members.", "2019-06-20", "club", 3, Open);
    counts("The Harbour Club has two members.", "2020-01-01", "club", 3, Differs);
    counts("The Harbour Club has two members.", "2021-01-01", "club", 3, Open);
    counts("The Harbour Club has five members.", "2021-01-01", "club", 3, Open);
}

#[test]
fn deeds_are_counted_and_stay() {
    counts("Four countries have ratified the Harbour Pact.", "2019-12-31", "pact", 4, Agrees);
    counts("Five countries have ratified the Harbour Pact.", "2019-12-31", "pact", 4, Differs);
    counts("Five countries have ratified the Harbour Pact.", "2021-12-31", "pact", 4, Open);
    counts("Three countries have ratified the Harbour Pact.", "2021-12-31", "pact", 4, Differs);
    counts("The Harbour Pact has been ratified by more than two countries.", "2019-12-31", "pact", 4, Agrees);
    counts("The Harbour Pact is ratified by at least six countries.", "2019-12-31", "pact", 4, Differs);
    assert_eq!(tallies("Four harbours have ratified the Harbour Pact.", "2019-12-31"), []);
    assert_eq!(tallies("Four countries ratified the Harbour Pact.", "2019-12-31"), []);
    assert_eq!(tallies("Four northern countries have ratified the Harbour Pact.", "2019-12-31"), []);
}

#[test]
fn what_somebody_did_again_is_counted_among_their_own() {
    counts("Veldania won the Lantern Cup for the third time.", "2019-12-31", "champions", 3, Agrees);
    counts("Veldania won the Lantern Cup for the second time in 1998.", "2019-12-31", "champions", 3, Agrees);
    counts("Veldania won the Lantern Cup for the second time in 2002.", "2019-12-31", "champions", 3, Differs);
    counts("Veldania has won its fourth Lantern Cup.", "2019-12-31", "champions", 3, Differs);
    counts("Veldania has won its fourth Lantern Cup.", "2021-12-31", "champions", 3, Open);
    counts("Veldania’s third Lantern Cup title was its last.", "2019-12-31", "champions", 3, Agrees);
    counts("Veldania has won the Lantern Cup three times.", "2019-12-31", "champions", 3, Agrees);
    assert_eq!(tallies("Veldania could win its fourth Lantern Cup.", "2019-12-31"), []);
    assert_eq!(tallies("Veldania’s fourth Lantern Cup season began.", "2019-12-31"), []);
}
