//! Why words are marked, as their card says it.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test reads the packs that ship")]

mod shipped;

use postil::{Amount, Article, Card, Knowledge, NameType, Options, annotate, annotate_with, card::Why, day};

const STORY: &str = "Kyiv severed relations on Wednesday. DPR leader Denis Pushilin spoke of “fruitful cooperation”. \
    “We were not asked,” Pushilin said. Moscow wages what it calls a “special military operation”. Donetsk and Luhansk People’s \
    Republics lie 1,100 km (680 miles) from there. The Inkwell Board of Trade (IBT) did not comment.";

/// The reason for the first mark on these words.
fn why(words: &str) -> Why {
    let knowledge = shipped::knowledge();
    let article = Article::from_text(STORY).published_on(day("2022-07-14"));
    let notes = annotate(&article, &knowledge);
    let at = notes.annotations.iter().position(|annotation| annotation.spans[0].of(STORY) == words);
    let card = Card::of(at.unwrap_or_else(|| panic!("{words} is not marked")), &article, &notes, &knowledge);
    card.expect("a card").why().clone()
}

#[test]
fn a_name_says_by_which_rule_it_was_found() {
    let full = || "Denis Pushilin".to_owned();
    assert!(matches!(why("Kyiv"), Why::Pack { title: Some(title) } if title.contains("Postil")));
    assert_eq!(why("Denis Pushilin"), Why::Role { words: Some("DPR leader".to_owned()) });
    assert_eq!(why("Pushilin"), Why::ShortForm { name: full() });
    assert_eq!(why("Donetsk"), Why::Coordination { name: "Donetsk People’s Republic".to_owned() });
    assert_eq!(why("IBT"), Why::Acronym { name: "Inkwell Board of Trade".to_owned() });
}

#[test]
fn a_body_says_whose_it_is_and_by_which_source() {
    let knowledge = shipped::knowledge();
    let article = Article::from_text("Ukraine’s foreign ministry summoned the envoy.");
    let notes = annotate(&article, &knowledge);
    let Some(Card::Entity(card)) = Card::of(0, &article, &notes, &knowledge) else {
        panic!("the ministry has no card")
    };
    assert_eq!((&*card.name, &*card.class), ("Ukraine’s foreign ministry", "organisation"));
    assert!(card.description.is_some_and(|line| line.starts_with("Ukraine – Country")));
    assert_eq!((card.description_source, card.sources.len()), (Some(0), 1));
    assert_eq!(card.why, Why::Chain { name: "Ukraine".to_owned() });
}

#[test]
fn names_that_nothing_is_known_of_are_found_by_the_model_and_marked_if_asked() {
    let article = Article::from_text("She lectures at the Lund School of Economics with Anna Keller.");
    let found = |knowledge: &Knowledge, unlinked: bool| {
        let notes = annotate_with(&article, knowledge, Options { unlinked, ..Options::default() });
        let names: Vec<_> = notes.entities.into_iter().map(|entity| (entity.name, entity.name_type)).collect();
        (names, notes.annotations.len())
    };
    assert_eq!(found(&shipped::knowledge(), true), (vec![], 0));
    let knowledge = shipped::with_model();
    let both = [("Lund School of Economics", NameType::Org), ("Anna Keller", NameType::Per)];
    let both = both.map(|(name, name_type)| (name.to_owned(), name_type)).to_vec();
    assert_eq!(found(&knowledge, false), (both.clone(), 0));
    assert_eq!(found(&knowledge, true), (both, 2));
}

#[test]
fn quoted_words_say_whether_somebody_spoke_them() {
    assert_eq!(why("“We were not asked,”"), Why::Speech { cue: Some("said".to_owned()) });
    assert_eq!(why("“special military operation”"), Why::Distance);
}

#[test]
fn a_claim_says_what_can_be_checked() {
    assert_eq!(why("on Wednesday"), Why::Day);
    assert_eq!(why("1,100 km (680 miles)"), Why::Conversion);
}

#[test]
fn a_name_is_wanted_most_where_it_first_stands() {
    let article = Article::from_text(STORY);
    let notes = annotate(&article, &Knowledge::new());
    let salience = |words| {
        let found = notes.annotations.iter().find(|annotation| annotation.spans[0].of(STORY) == words);
        found.map(|annotation| annotation.salience).expect(words)
    };
    assert!(salience("Denis Pushilin") > salience("Pushilin"));
    assert_eq!(Amount::Few.choose(&notes.annotations).iter().filter(|marked| **marked).count(), 5);
}
