//! What a page says about its article, in each of the ways in which pages say it.

use postil_page::metadata;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, DomParser, SupportedType};

fn parse(html: &str) -> Document {
    let parser = DomParser::new().expect("browsers parse HTML");
    parser.parse_from_string(html, SupportedType::TextHtml).expect("any text is HTML")
}

#[track_caller]
fn published(head: &str, expected: Option<&str>) {
    let (data, _) = metadata(&parse(head));
    assert_eq!(data.published.as_deref(), expected, "{head}");
}

#[wasm_bindgen_test]
fn the_day_of_publication_is_the_publisher_s_own() {
    published("<meta property='article:published_time' content='2022-07-14T00:30:00+09:00'>", Some("2022-07-14"));
    published("<time datetime='2021-03-02'>2 March</time>", Some("2021-03-02"));
    published("<time datetime='P3D'>three days</time>", None);
    published("<p>14 July 2022</p>", None);
}

#[wasm_bindgen_test]
fn json_ld_goes_before_meta_and_may_nest() {
    let meta = "<meta property='article:published_time' content='2020-01-01'>";
    let linked = |json: &str| format!("{meta}<script type='application/ld+json'>{json}</script>");
    published(&linked(r#"{"@type":"NewsArticle","datePublished":"2022-07-14T08:30:00Z"}"#), Some("2022-07-14"));
    published(
        &linked(r#"[{"@graph":[{"@type":["Thing","Article"],"datePublished":"2022-07-15"}]}]"#),
        Some("2022-07-15"),
    );
    published(&linked(r#"<![CDATA[{"@type":"NewsArticle","datePublished":"2022-07-16"}]]>"#), Some("2022-07-16"));
    published(&linked(r#"{"@type":"Organization","datePublished":"1999-01-01"}"#), Some("2020-01-01"));
}

#[wasm_bindgen_test]
fn invalid_json_ld_is_reported_and_left_aside() {
    let html =
        "<meta property='article:published_time' content='2020-01-01'><script type='application/ld+json'>{,}</script>";
    let (data, warnings) = metadata(&parse(html));
    assert_eq!(data.published.as_deref(), Some("2020-01-01"));
    assert_eq!(warnings.iter().map(|warning| warning.name()).collect::<Vec<_>>(), ["PostilMetadataError"]);
}

#[wasm_bindgen_test]
fn the_language_is_json_ld_s_or_the_document_s() {
    let (data, _) = metadata(&parse("<html lang='de-AT'>"));
    assert_eq!(data.language.as_deref(), Some("de-AT"));
    let linked = r#"<html lang='de'><script type='application/ld+json'>{"@type":"Article","inLanguage":"fr"}</script>"#;
    assert_eq!(metadata(&parse(linked)).0.language.as_deref(), Some("fr"));
}

#[wasm_bindgen_test]
fn the_address_is_the_canonical_one() {
    let address = |head: &str| metadata(&parse(head)).0.address;
    let canonical =
        "<meta property='og:url' content='https://example.org/b'><link rel='canonical' href='https://example.org/a'>";
    assert_eq!(address(canonical).as_deref(), Some("https://example.org/a"));
    assert_eq!(
        address("<meta property='og:url' content='https://example.org/b'>").as_deref(),
        Some("https://example.org/b")
    );
    let relative = address("<link rel='canonical' href='/a?b'>").expect("an address");
    assert!(relative.starts_with("http") && relative.ends_with("/a?b"), "{relative}");
    assert_eq!(address(""), address("<link rel='canonical' href='http://['>"), "where the page was loaded from");
}
