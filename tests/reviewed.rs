//! Articles over which published fact-checks lie: what is marked, and what its card says.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test reads the packs that ship")]

mod shipped;

use postil::{Article, Body, Card, Knowledge, Notes, Review, annotate, card::ReviewCard, day};

fn review(claim: &str, publisher: &str, verdict: &str, date: &str) -> Review {
    Review {
        claim: claim.to_owned(),
        verdict: verdict.to_owned(),
        publisher: publisher.to_owned(),
        url: format!("https://{publisher}.example.org/"),
        date: Some(date.to_owned()),
        ..Review::default()
    }
}

fn knowledge(reviews: Vec<Review>) -> Knowledge {
    let mut knowledge = shipped::knowledge();
    knowledge.add_reviews(reviews);
    knowledge
}

fn tram() -> Vec<Review> {
    vec![
        review("The tram in Harrowmere has cost 40 million pounds.", "gazette", "Twice as much", "2021-02-01"),
        review("Harrowmere's tram cost £40m to build.", "desk", "False", "2026-03-01"),
    ]
}

/// The words that are marked for reviews.
fn marked<'a>(notes: &Notes, article: &'a Article) -> Vec<&'a str> {
    let marks = notes.annotations.iter().filter(|mark| matches!(mark.body, Body::Review(_)));
    marks.flat_map(|mark| &mark.spans).map(|span| span.of(article.text())).collect()
}

fn cards(notes: &Notes, article: &Article, knowledge: &Knowledge) -> Vec<ReviewCard> {
    let card = |at| match Card::of(at, article, notes, knowledge) {
        Some(Card::Review(card)) => Some(card),
        _ => None,
    };
    (0..notes.annotations.len()).filter_map(card).collect()
}

#[test]
fn reviews_of_one_sentence_stand_side_by_side_the_newest_first() {
    let knowledge = knowledge(tram());
    let article = Article::from_text("Rain fell. The Harrowmere tram has cost £40 million. It runs.")
        .published_on(day("2026-11-24"));
    let notes = annotate(&article, &knowledge);
    assert_eq!(marked(&notes, &article), ["The Harrowmere tram has cost £40 million."]);
    let [card] = cards(&notes, &article, &knowledge).try_into().expect("one card");
    let lines: Vec<_> = card.reviews.iter().map(|line| (&*line.publisher, &*line.verdict, line.old)).collect();
    assert_eq!(lines, [("desk", "False", false), ("gazette", "Twice as much", true)]);
    assert!(card.disagree && card.stated_by.is_empty());
}

#[test]
fn the_card_says_who_states_it() {
    let knowledge = knowledge(tram());
    let article = Article::from_text("Mayor Joan Attwell said: “The Harrowmere tram has cost £40m.”");
    let notes = annotate(&article, &knowledge);
    let [card] = cards(&notes, &article, &knowledge).try_into().expect("one card");
    assert_eq!(card.stated_by.iter().map(|speaker| &*speaker.name).collect::<Vec<_>>(), ["Joan Attwell"]);
}

#[test]
fn short_names_mean_the_full_ones() {
    let knowledge = knowledge(vec![review("Joan Attwell owns a villa on Lake Geneva.", "desk", "False", "2026")]);
    let article = Article::from_text("Mayor Joan Attwell spoke first. Attwell owns a villa on Lake Geneva.");
    let notes = annotate(&article, &knowledge);
    assert_eq!(marked(&notes, &article), ["Attwell owns a villa on Lake Geneva."]);
}

#[test]
fn what_states_something_else_is_left_alone() {
    let knowledge = knowledge(tram());
    for text in [
        "The Harrowmere tram has cost £41 million.",
        "The Harrowmere tram has not cost £40 million.",
        "It is a myth that the Harrowmere tram has cost £40 million.",
        "The Wexley tram has cost £40 million.",
        "The Harrowmere tram carried 40 million people.",
        "Has the Harrowmere tram cost £40 million?",
        "In 1990 the Harrowmere tram has cost £40 million.",
    ] {
        assert_eq!(annotate(&Article::from_text(text), &knowledge).reviews, [], "{text}");
    }
}

#[test]
fn one_word_in_another_s_place_is_another_statement() {
    for (claim, other) in [
        ("Joan Attwell sold the harbour of Wexley to a bank.", "Joan Attwell showed the harbour of Wexley to a bank."),
        ("Mayor Joan Attwell owns a villa on Lake Geneva.", "The sister of Joan Attwell owns a villa on Lake Geneva."),
        ("Mayor Joan Attwell owns a villa on Lake Geneva.", "Joan Attwell’s sister owns a villa on Lake Geneva."),
        ("The lake above Wexley is closed.", "A meadow beside the lake above Wexley is closed."),
        ("A ferry strike closed the harbour of Wexley.", "A pilot strike closed the harbour of Wexley."),
        (
            "The new tram line in Wexley cost 85 million euros.",
            "The new tram line in Linz cost 85 million euros, so that Wexley built none.",
        ),
        ("Joan Attwell opposes the tram of Wexley.", "Joan Attwell does not support the tram of Wexley."),
        ("Joan Attwell closed nine schools.", "Corvane, which closed nine schools, has hired Joan Attwell."),
        ("Joan Attwell resigned two days before the vote.", "Joan Attwell resigned two years before the vote."),
        ("Mayor Joan Attwell paid a fine of $750.", "Her driver, Mayor Joan Attwell joked, paid a fine of $750."),
        (
            "More than half of the ferries in Wexley are run by foreign crews.",
            "In the 1990s more than half of the ferries in Wexley were run by foreign crews.",
        ),
        (
            "A third of the teachers in Wexley are planning to leave.",
            "Far from a third of the teachers in Wexley planning to leave, most want to stay.",
        ),
        ("Beer in Wexley is dearer than in any other town.", "Beer in Wexley is dearer than in two other towns."),
        (
            "The council of Wexley has sold its harbour.",
            "A court rejected the claim that the council of Wexley has sold its harbour.",
        ),
    ] {
        let knowledge = knowledge(vec![review(claim, "desk", "False", "2026")]);
        assert_eq!(annotate(&Article::from_text(claim), &knowledge).reviews.len(), 1, "{claim}");
        assert_eq!(annotate(&Article::from_text(other), &knowledge).reviews, [], "{other}");
    }
}

#[test]
fn the_same_in_other_words_is_the_same_statement() {
    for (claim, same) in [
        ("Tennis player Joan Attwell owns a villa on Lake Geneva.", "Joan Attwell owns a villa on Lake Geneva."),
        (
            "Mayor Joan Attwell closed nine schools in Wexley.",
            "Nine schools in Wexley were closed under Mayor Joan Attwell.",
        ),
        ("Wexley has banned cars from its market.", "Wexley no longer allows cars on its market."),
        ("A wind turbine kills 400 birds a year.", "Every single turbine kills 400 birds a year."),
        ("Prime Minister Joan Attwell owns a villa on Lake Geneva.", "Joan Attwell owns a villa on Lake Geneva."),
        ("The harbour of Wexley is not open or safe.", "The harbour of Wexley is closed, and dangerous."),
        ("The US owns nine harbours.", "Nine harbours are owned by the US."),
        ("In Wexley, dogs hurt more people than bears.", "Dogs hurt more people in Wexley than bears."),
        ("Two thirds of teachers in Wexley smoke.", "Two-thirds of Wexley’s teachers smoke."),
        ("The tram in Wexley stopped for three weeks.", "The tram in Wexley made a three-week stop."),
    ] {
        let knowledge = knowledge(vec![review(claim, "desk", "False", "2026")]);
        assert_eq!(annotate(&Article::from_text(same), &knowledge).reviews.len(), 1, "{same}");
    }
}

#[test]
fn other_languages_are_matched_by_address_alone() {
    let german = Review {
        language: Some("de".to_owned()),
        appearances: vec!["https://example.org/bahn".to_owned()],
        ..tram().remove(0)
    };
    let knowledge = knowledge(vec![german]);
    let text = "The tram in Harrowmere has cost 40 million pounds.";
    assert_eq!(annotate(&Article::from_text(text), &knowledge).reviews, []);
    let there = Article::from_text(text).at(Some("http://www.example.org/bahn/?utm_source=x".to_owned()));
    assert!(annotate(&there, &knowledge).reviews[0].by_address);
}

#[test]
fn a_review_that_names_the_page_is_shown_at_the_nearest_sentence_or_at_the_headline() {
    let appears = |claim: &str| Review {
        appearances: vec!["https://example.org/a".to_owned()],
        ..review(claim, "desk", "False", "2026")
    };
    let text = "Trams return\nThe tram of Harrowmere is dear. Rain fell on Monday.";
    let at = |claim: &str| {
        let knowledge = knowledge(vec![appears(claim)]);
        let article = Article::from_text(text).at(Some("https://example.org/a#top".to_owned()));
        let notes = annotate(&article, &knowledge);
        let [card] = cards(&notes, &article, &knowledge).try_into().expect("one card");
        assert!(card.reviews[0].by_address);
        card.words
    };
    assert_eq!(at("The Harrowmere tram cost 40 million pounds."), "The tram of Harrowmere is dear.");
    assert_eq!(at("Bees are extinct."), "Trams return");
}

#[test]
fn marks_never_cross() {
    let knowledge = knowledge(tram());
    let article = Article::from_text(
        "The Harrowmere tram has cost £40m, she said, and “nobody was asked. Nobody will be,” said Joan Attwell.",
    );
    let notes = annotate(&article, &knowledge);
    let spans: Vec<_> = notes.annotations.iter().flat_map(|mark| &mark.spans).collect();
    assert!(spans.iter().all(|one| spans.iter().all(|other| !one.crosses(**other))));
    assert_eq!(notes.reviews.len(), 1);
}

#[test]
fn a_sentence_without_end_is_no_trouble() {
    let knowledge = knowledge(tram());
    for piece in [
        "Harrowmere ",
        "£40m in ",
        "one in ",
        "not ",
        "as than by ",
        "who, ",
        "Kyiv’s tram ",
        "half a ",
        "?",
        "-",
        "国",
    ] {
        annotate(&Article::from_text(&piece.repeat(2_000)), &knowledge);
        annotate(
            &Article::from_text(&format!("The tram in Harrowmere has cost 40 million pounds {}", piece.repeat(50))),
            &knowledge,
        );
    }
}

#[test]
fn a_claim_of_any_words_is_no_trouble() {
    let claims = ["", " ", "?", "40", "The", "of of", "Half", "Mayor", "No", "1 in", "— –", "é", "it was by than as"];
    let knowledge = knowledge(claims.map(|claim| review(claim, "desk", "False", "2026")).to_vec());
    let notes = annotate(
        &Article::from_text("The Mayor of Harrowmere said no in 40 of 50 cases. Half of it was by far less."),
        &knowledge,
    );
    assert!(notes.reviews.len() < 3);
}

#[test]
fn without_reviews_there_is_nothing() {
    let article = Article::from_text("The Harrowmere tram has cost £40 million.");
    assert_eq!(annotate(&article, &Knowledge::new()).reviews, []);
}
