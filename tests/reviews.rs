//! Feeds of published fact-checks: the table of tests/reviews/README.md, and what else may come.

#![allow(clippy::disallowed_methods, reason = "a test reads files")]
#![cfg(feature = "cli")]

use postil::{
    Knowledge, Review,
    pack::build::{Complaint, SourceFile, Surroundings, build_beside, check},
    review::{
        import::{Import, Json, Origin, import},
        json::parse,
    },
};

fn fixture(name: &str) -> SourceFile {
    let text = std::fs::read_to_string(format!("tests/reviews/{name}")).expect("a fixture");
    SourceFile { name: name.to_owned(), text }
}

fn feed(name: &str) -> Import {
    import(&parse(&fixture(name).text).expect("JSON"), Origin::default())
}

/// All reviews of a feed of which nothing is refused.
fn whole(name: &str) -> Vec<Review> {
    let Import { reviews, refusals } = feed(name);
    assert_eq!(refusals, [], "{name}");
    reviews.into_iter().map(|(_, review)| review).collect()
}

fn import_text(text: &str) -> Import {
    import(&parse(text).expect("JSON"), Origin::default())
}

fn verdicts(reviews: &[Review]) -> Vec<&str> {
    reviews.iter().map(|review| &*review.verdict).collect()
}

fn publishers(reviews: &[Review]) -> Vec<&str> {
    reviews.iter().map(|review| &*review.publisher).collect()
}

#[test]
fn an_array_is_a_feed() {
    let reviews = whole("array.json");
    assert_eq!(verdicts(&reviews), ["Mostly false", "True", "False"]);
    assert_eq!(reviews[2].date.as_deref(), Some("2024-05-21"), "the day on the publisher's own clock");
    let first = Review {
        claim: "Harrowmere's swimming pool loses 900,000 pounds a year.".to_owned(),
        verdict: "Mostly false".to_owned(),
        publisher: "Verity Desk".to_owned(),
        url: "https://verity-desk.example.org/checks/harrowmere-pool".to_owned(),
        date: Some("2024-03-18".to_owned()),
        claimant: Some("Edwin Lorne".to_owned()),
        claimed: Some("2024-03-12".to_owned()),
        rating: Some("2 of 1 to 5".to_owned()),
        language: None,
        appearances: vec![],
    };
    assert_eq!(reviews[0], first);
}

#[test]
fn of_a_graph_the_reviews_are_taken_and_their_publisher_is_looked_up() {
    let Import { reviews, refusals } = feed("graph.json");
    assert_eq!(reviews.iter().map(|(entry, _)| *entry).collect::<Vec<_>>(), [3, 4]);
    assert!(reviews.iter().all(|(_, review)| review.publisher == "Plainly Put"));
    assert_eq!(reviews[0].1.url, reviews[1].1.url, "two claims on one page");
    assert_eq!(refusals, [], "other nodes stand there by right");
}

#[test]
fn a_data_feed_gives_what_was_not_withdrawn() {
    let Import { reviews, refusals } = feed("datafeed.json");
    assert_eq!(reviews.iter().map(|(entry, _)| *entry).collect::<Vec<_>>(), [0, 0, 1]);
    assert_eq!(reviews[0].1.rating.as_deref(), Some("4 of 1 to 5"), "numbers as strings");
    assert_eq!(refusals, []);
}

#[test]
fn the_item_is_a_work_or_a_claim() {
    let [old] = whole("old-creativework.json").try_into().expect("one review");
    assert_eq!((old.claimant.as_deref(), old.claimed.as_deref()), (Some("The Lock Gazette"), Some("2017-06-20")));
    assert!(old.url.starts_with("http://"), "its http address stays");
    let [new] = whole("new-claim.json").try_into().expect("one review");
    assert_eq!((new.claimant.as_deref(), new.claimed.as_deref()), (Some("Joan Attwell"), Some("2025-02-09")));
    let places = ["https://forum.example.com/t/88213", "https://sallow-echo.example.com/2025/02/cold-spell"];
    assert_eq!(new.appearances, places);
}

#[test]
fn a_scale_makes_no_verdict() {
    let inverted = whole("inverted-scale.json");
    assert_eq!(verdicts(&inverted), ["Fabricated", "Correct"]);
    assert_eq!(inverted[0].rating.as_deref(), Some("5 of 5 to 1"));
    let [minus_one] = whole("minus-one.json").try_into().expect("one review");
    assert_eq!(minus_one.verdict, "Yes, but half of it before her time");
    assert_eq!(minus_one.rating.as_deref(), Some("-1 of -1 to -1"));
    let [none] = whole("no-rating-value.json").try_into().expect("one review");
    assert_eq!((&*none.verdict, none.rating), ("Once a year", None));
}

#[test]
fn appearances_are_kept_once_and_in_order() {
    let [review] = whole("many-appearances.json").try_into().expect("one review");
    let places = [
        "https://pictures.example.com/p/1",
        "https://pictures.example.com/p/77?utm_source=share&utm_medium=app",
        "https://forum.example.com/t/90017#post-4",
        "http://www.flood-watch.example.net/shark/",
        "https://m.flood-watch.example.net/shark",
    ];
    assert_eq!(review.appearances, places);
}

#[test]
fn types_are_loose() {
    let [masts, bees, churchill] = whole("types.json").try_into().expect("three reviews");
    assert_eq!((&*masts.publisher, masts.claimant.as_deref()), ("Loosely Checked", Some("A petition")));
    assert_eq!(masts.appearances, ["https://petition.example.org/5g"]);
    assert_eq!((&*bees.publisher, &*bees.url), ("Loosely Checked", "https://loose.example.com/bees"));
    assert_eq!((bees.appearances.len(), bees.rating.as_deref()), (2, Some("3")));
    assert_eq!((&*churchill.publisher, &*churchill.verdict), ("Loosely Checked", "A legend"));
}

#[test]
fn languages_and_disagreement_are_the_publishers() {
    let languages = whole("languages.json");
    assert_eq!(
        languages.iter().filter_map(|review| review.language.as_deref()).collect::<Vec<_>>(),
        ["es", "da", "ar"]
    );
    assert_eq!(languages[2].verdict, "مضلل (لا دليل على ضرر 5G)");
    assert_eq!(publishers(&whole("disagree.json")), ["The Old Record", "Verity Desk", "Plainly Put"]);
}

#[test]
fn each_fault_is_reported_with_its_entry_and_the_rest_is_kept() {
    let Import { reviews, refusals } = feed("bad.json");
    assert_eq!(reviews.iter().map(|(entry, _)| *entry).collect::<Vec<_>>(), [0, 6, 9, 15]);
    assert_eq!(reviews[1].1.verdict, "Wrong <img src=x onerror=alert(1)>", "it is text");
    assert_eq!(reviews[2].1.date, None);
    let words = |entry, word: &str| {
        let refusal = refusals.iter().find(|refusal| refusal.entry == entry).expect("a refusal");
        assert!(refusal.why.contains(word), "entry {entry}: {}", refusal.why);
    };
    for (entry, word) in [
        (1, "verdict"),
        (2, "address"),
        (3, "claim"),
        (4, "http"),
        (5, "http"),
        (7, "verdict"),
        (8, "http"),
        (10, "deep"),
        (11, "no ClaimReview"),
        (12, "no ClaimReview"),
        (13, "1,000 characters"),
        (14, "earlier entry"),
    ] {
        words(entry, word);
    }
    assert_eq!(refusals.len(), 12);
}

fn complaints(complaints: &[Complaint]) -> Vec<String> {
    complaints.iter().map(ToString::to_string).filter(|line| !line.contains("no title")).collect()
}

#[test]
fn a_pack_is_built_of_feeds_and_pages() {
    let files = [fixture("single.html"), fixture("bad.json"), fixture("disagree.json")];
    let built = build_beside(&files, &Surroundings::default()).expect("a good source");
    let warnings = complaints(&built.warnings);
    assert!(warnings.iter().any(|line| line.starts_with("single.html: entry 0: no JSON")), "{warnings:?}");
    assert!(warnings.iter().any(|line| line.starts_with("bad.json: entry 10: nested")), "{warnings:?}");
    let mut knowledge = Knowledge::new();
    knowledge.add(built.bytes).expect("a good pack");
    let reviews: Vec<_> = knowledge.reviews().collect();
    assert_eq!(reviews.len(), 2 + 4 + 3);
    let tree = reviews.iter().find(|review| review.claim.contains("Christmas")).expect("block 1 of the page");
    assert_eq!(tree.claimant, Some("A post <b>read half a million times</b>"), "it is text");
    assert!(!reviews.iter().any(|review| review.claim.contains("script")), "a plain script is never read");
}

#[test]
fn a_feed_that_was_cut_off_is_refused_whole() {
    let report = check(&[fixture("truncated.json")], &Surroundings::default());
    let [error] = &report.errors[..] else { panic!("{:?}", report.errors) };
    assert!(error.line > 50 && error.message.contains("fetch it again"), "{error}");
}

#[test]
fn reviews_that_came_without_a_pack_go_on_where_those_of_packs_end() {
    let pack = build_beside(&[fixture("disagree.json")], &Surroundings::default()).expect("a good source").bytes;
    let mut knowledge = Knowledge::new();
    knowledge.add_reviews(whole("minus-one.json"));
    knowledge.add(pack).expect("a good pack");
    let publishers: Vec<_> = knowledge.reviews().map(|review| review.publisher).collect();
    assert_eq!(publishers[3..], ["Plainly Put"]);
    assert_eq!(knowledge.review(3).map(|review| review.verdict), Some("Yes, but half of it before her time"));
    assert_eq!(knowledge.review(4), None);
}

/// A review with one key changed, and one added.
fn review(change: &str) -> String {
    let whole = r#""@type": "ClaimReview", "url": "https://example.org/a", "claimReviewed": "It rained.",
        "reviewRating": {"alternateName": "False"}"#;
    format!("{{{change} {whole}}}") // of two equal keys the first counts
}

#[test]
fn addresses_are_what_a_link_may_be() {
    let kept = |address: &str| !import_text(&review(&format!("\"url\": \"{address}\","))).reviews.is_empty();
    for address in ["https://example.org", "http://example.org/a?b#c", " https://example.org/a "] {
        assert!(kept(address), "{address}");
    }
    for address in [
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://example.org",
        "data:text/html,x",
        "//example.org/a",
        "https://",
        "https:///a",
        "https://example.org/a b",
        "https://exam\\nple.org/",
        "ftp://example.org/a",
        "HTTPS://EXAMPLE.ORG/a",
        "",
    ] {
        assert!(!kept(address), "{address}");
    }
}

#[test]
fn appearances_may_be_relative_to_the_feed() {
    let text = review(r#""itemReviewed": {"appearance": ["/a/1", "//example.com/2", "3", "javascript:alert(1)"]},"#);
    let origin = Origin { address: Some("https://example.org/feeds/all.json"), in_page: false };
    let found = import(&parse(&text).expect("JSON"), origin);
    assert_eq!(found.reviews[0].1.appearances, ["https://example.org/a/1", "https://example.com/2"]);
    assert_eq!(import_text(&text).reviews[0].1.appearances, [""; 0], "nor is anything relative to nothing");
}

#[test]
fn who_names_no_publisher_is_named_by_address() {
    let [(_, nameless)] = import_text(&review("")).reviews.try_into().expect("one review");
    assert_eq!(nameless.publisher, "example.org");
}

#[test]
fn a_feed_of_fifty_megabytes_is_taken() {
    let entry = |number: usize| review(&format!(r#""claimReviewed": "Claim {number}, {}","#, "and so on ".repeat(50)));
    let entries: Vec<String> = (0..80_000).map(entry).collect();
    let text = format!("[{}]", entries.join(","));
    assert!(text.len() > 50_000_000);
    assert_eq!(import_text(&text).reviews.len(), 80_000);
}

#[test]
fn whatever_is_no_feed_gives_nothing() {
    for text in ["null", "1", "\"ClaimReview\"", "[]", "{}", "[[]]", r#"{"@graph": 1}"#, r#"{"dataFeedElement": null}"#]
    {
        assert_eq!(import_text(text).reviews, [], "{text}");
    }
    assert_eq!(import(&Json::Deep, Origin::default()).reviews, []);
}
