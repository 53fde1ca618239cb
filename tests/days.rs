//! The card of a day: which one it is, and from what it was reckoned.

use postil::{Article, Card, Knowledge, annotate, card::Check};

/// The day on the card of a text's first claim, and the day of publication where it was reckoned from that.
fn day(text: &str) -> Option<(String, Option<String>)> {
    let article = Article::from_text(text).published_on(postil::day("2022-07-14"));
    let knowledge = Knowledge::new();
    let notes = annotate(&article, &knowledge);
    match Card::of_claim(0, &article, &notes, &knowledge)? {
        Card::Claim(card) => match card.check? {
            Check::Date { date, published, .. } => Some((date, published)),
            _ => None,
        },
        _ => None,
    }
}

#[test]
fn a_day_without_its_year_is_reckoned_from_the_publication() {
    let published = Some("2022-07-14".to_owned());
    assert_eq!(day("The court met on Wednesday."), Some(("2022-07-13".to_owned(), published.clone())));
    assert_eq!(day("The court met on February 24."), Some(("2022-02-24".to_owned(), published)));
}

#[test]
fn a_day_with_its_year_is_not_reckoned() {
    assert_eq!(day("The court met on 4 September 2020."), Some(("2020-09-04".to_owned(), None)));
    assert_eq!(day("The court met on Friday, 4 September 2020."), Some(("2020-09-04".to_owned(), None)));
}
