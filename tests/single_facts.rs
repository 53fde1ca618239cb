//! Claims beside the one fact that answers them: what the card says, and how it judges.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test reads its packs")]

mod shipped;

use postil::{
    Article, Card, annotate,
    card::{Agreement, Check},
};

/// The fact on the card of a text's only claim with an answer, and the verdict.
fn fact(text: &str) -> Option<(String, String, Agreement, bool)> {
    fact_on(text, "2026-03-01")
}

/// The same of a text that came out on a day.
fn fact_on(text: &str, published: &str) -> Option<(String, String, Agreement, bool)> {
    let knowledge = shipped::knowledge();
    let article = Article::from_text(text).published_on(postil::day(published));
    let notes = annotate(&article, &knowledge);
    let claims =
        (0..notes.annotations.len()).filter_map(|index| match Card::of(index, &article, &notes, &knowledge)? {
            Card::Claim(card) => Some(card),
            _ => None,
        });
    let checks = claims.filter_map(|card| Some((card.check?, card.sources.len())));
    checks.into_iter().find_map(|(check, sources)| match check {
        Check::Fact { name, fact, verdict } => {
            Some((name, fact.property, verdict, fact.source.is_some_and(|n| n < sources)))
        }
        _ => None,
    })
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
fn what_an_old_article_says_of_a_population_is_left_open() {
    let text = "Nigeria, a country of 167 million people, votes in May.";
    assert_eq!(fact_on(text, "2014-03-01").map(|(.., verdict, _)| verdict), Some(Agreement::Open));
    assert_eq!(fact_on(text, "2026-03-01").map(|(.., verdict, _)| verdict), Some(Agreement::Differs));
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
fn a_height_agrees_as_it_is_rounded_and_differs_by_a_tenth() {
    check("Everest, at 8,848 metres, drew a crowd.", "Everest", "height", Agreement::Agrees);
    check("Everest, at 8,800 metres, drew a crowd.", "Everest", "height", Agreement::Agrees);
    check("Everest, at 8,400 metres, drew a crowd.", "Everest", "height", Agreement::Open);
    check("Everest, at 7,400 metres, drew a crowd.", "Everest", "height", Agreement::Differs);
}

#[test]
fn a_height_in_feet_is_compared_in_metres() {
    check("Mount Everest rises 29,032 feet above sea level.", "Everest", "height", Agreement::Agrees);
    check("Kilimanjaro is 5.9km high.", "Kilimanjaro", "height", Agreement::Agrees);
}

#[test]
fn an_aerial_is_no_contradiction() {
    check("The 324-metre Eiffel Tower was lit.", "Eiffel Tower", "height", Agreement::Open);
    check("The Empire State Building stands 443 metres tall.", "Empire State Building", "height", Agreement::Agrees);
    check("The Empire State Building stands 381 metres tall.", "Empire State Building", "height", Agreement::Agrees);
    check("The Empire State Building stands 410 metres tall.", "Empire State Building", "height", Agreement::Open);
}

#[test]
fn more_than_so_much_is_no_contradiction() {
    check("Kilimanjaro rises to more than 5,000 metres.", "Kilimanjaro", "height", Agreement::Open);
    check("Kilimanjaro rises to 5,000 metres.", "Kilimanjaro", "height", Agreement::Differs);
}

#[test]
fn a_founding_agrees_as_precisely_as_it_is_told() {
    check("NATO was founded in 1949.", "NATO", "founded", Agreement::Agrees);
    check("NATO was founded in April 1949.", "NATO", "founded", Agreement::Agrees);
    check("NATO was founded on 4 April 1949.", "NATO", "founded", Agreement::Agrees);
    check("Greenpeace was founded in September 1971.", "Greenpeace", "founded", Agreement::Agrees);
}

#[test]
fn a_founding_differs_by_more_than_a_year() {
    check("NATO was founded in May 1949.", "NATO", "founded", Agreement::Open);
    check("NATO was founded in 1950.", "NATO", "founded", Agreement::Open);
    check("NATO was founded in 1955.", "NATO", "founded", Agreement::Differs);
}

#[test]
fn a_founding_that_is_counted_otherwise_agrees_too() {
    check("The African Union was founded in 2002.", "African Union", "founded", Agreement::Agrees);
    check("The African Union was founded in 1963.", "African Union", "founded", Agreement::Agrees);
    check("The African Union was founded in 1964.", "African Union", "founded", Agreement::Open);
    check("The African Union was founded in 1980.", "African Union", "founded", Agreement::Differs);
    check("The Associated Press was founded in 1848.", "Associated Press", "founded", Agreement::Agrees);
}

#[test]
fn a_founding_counted_in_several_ways_agrees_with_each() {
    check("The World Bank was founded in July 1944.", "World Bank", "founded", Agreement::Agrees);
    check("The World Bank was established in 1946.", "World Bank", "founded", Agreement::Agrees);
    check(
        "The World Health Organization was founded in 1946.",
        "World Health Organization",
        "founded",
        Agreement::Agrees,
    );
}

#[test]
fn whose_name_another_bears_is_not_contradicted() {
    check("The Guardian was founded in 1821.", "The Guardian", "founded", Agreement::Agrees);
    check("The Guardian was founded in 1983.", "The Guardian", "founded", Agreement::Open);
}

#[test]
fn a_fact_that_no_pack_has_is_no_answer() {
    assert_eq!(fact("Airbus was founded in 1970."), None);
    assert_eq!(fact("Accra is a city of 3 million people."), None);
}
