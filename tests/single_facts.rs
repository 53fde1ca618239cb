//! Claims beside the one fact that answers them: what the card says, and how it judges.

mod shipped;

use postil::{
    Article, Card, annotate,
    card::{Agreement, Check},
};

/// The fact on the card of a text's only claim with an answer, and the verdict.
fn fact(text: &str) -> Option<(String, String, Agreement, bool)> {
    let knowledge = shipped::knowledge();
    let article = Article::from_text(text).published_on(postil::day("2026-03-01"));
    let notes = annotate(&article, &knowledge);
    let claims =
        (0..notes.annotations.len()).filter_map(|index| match Card::of(index, &article, &notes, &knowledge)? {
            Card::Claim(card) => Some(card),
            _ => None,
        });
    let checks = claims.filter_map(|card| Some((card.check?, card.sources.len())));
    let found = checks.into_iter().find_map(|(check, sources)| match check {
        Check::Fact { name, fact, verdict } => {
            Some((name, fact.property, verdict, fact.source.is_some_and(|n| n < sources)))
        }
        _ => None,
    });
    found
}

#[track_caller]
fn check(text: &str, name: &str, property: &str, verdict: Agreement) {
    assert_eq!(fact(text), Some((name.to_owned(), property.to_owned(), verdict, true)), "{text}");
}

#[test]
fn a_population_agrees_as_it_is_rounded_and_differs_by_a_half() {
    check("Ghana, a country of 35 million people, votes in May.", "Ghana", "population", Agreement::Agrees);
    check("Ghana, a country of 40 million people, votes in May.", "Ghana", "population", Agreement::Open);
    check("Ghana, a country of 70 million people, votes in May.", "Ghana", "population", Agreement::Differs);
}

#[test]
fn an_area_is_compared_in_square_kilometres() {
    check("Kenya has an area of 224,000 square miles.", "Kenya", "area", Agreement::Agrees);
    check("Kenya has an area of 224,000 square kilometres.", "Kenya", "area", Agreement::Differs);
}

#[test]
fn since_when_is_never_contradicted() {
    check("Volodymyr Zelensky, president since 2019, spoke first.", "Volodymyr Zelensky", "office", Agreement::Agrees);
    check("Volodymyr Zelensky, president since 2014, spoke first.", "Volodymyr Zelensky", "office", Agreement::Open);
}

#[test]
fn a_fact_that_no_pack_has_is_no_answer() {
    assert_eq!(fact("Accra is a city of 3 million people."), None);
}
