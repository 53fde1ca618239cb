//! What a page says about its article: title, day of publication, language, address.
//!
//! Takes a document; gives [`Metadata`], and a warning for each block of JSON-LD that cannot be read. Example:
//! `<meta property="article:published_time" content="2022-07-14T08:30:00+03:00">` gives 14 July 2022.
//!
//! Invariant: the day is the one that the publisher wrote, on the publisher's own clock; no time zone is applied.

use crate::error::{ErrorKind, PageError};
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Url};

/// What a page says about its article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The title: the structured headline, else the document's title.
    pub title: String,
    /// The day of publication, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// The language, as a BCP 47 tag.
    pub language: Option<String>,
    /// The address that it has for good: the canonical one, or where it was loaded from.
    pub address: Option<String>,
}

/// Reads the metadata of a document.
pub fn metadata(document: &Document) -> (Metadata, Vec<PageError>) {
    let mut warnings = Vec::new();
    let linked = linked_data(document, &mut warnings);
    let stated = |key: &str| linked.iter().find_map(|article| text_of(article, key));
    let metadata = Metadata {
        title: [stated("headline").unwrap_or_default(), document.title()].join(" "),
        published: stated("datePublished").as_deref().and_then(day).or_else(|| published(document)),
        language: stated("inLanguage").or_else(|| language(document)),
        address: address(document),
    };
    (metadata, warnings)
}

/// All articles that the page's JSON-LD describes, however it nests them.
fn linked_data(document: &Document, warnings: &mut Vec<PageError>) -> Vec<JsValue> {
    let mut articles = Vec::new();
    for (index, script) in all(document, "script[type='application/ld+json']").iter().enumerate() {
        let text = script.text_content().unwrap_or_default();
        match JSON::parse(unwrapped(&text)) {
            Ok(value) => collect_articles(&value, DEEPEST, &mut articles),
            Err(_) => warnings.push(PageError::new(
                ErrorKind::Metadata,
                format!("JSON-LD block {} of the page is not valid JSON and was left aside; check its commas and quotation marks", index + 1),
            )),
        }
    }
    articles
}

/// Some publishing systems wrap the JSON in a CDATA section, as XHTML once had it.
fn unwrapped(text: &str) -> &str {
    let text = text.trim();
    let inner = text.strip_prefix("<![CDATA[").and_then(|text| text.strip_suffix("]]>"));
    inner.unwrap_or(text)
}

/// JSON-LD nested deeper than this is not read.
const DEEPEST: usize = 8;

fn collect_articles(value: &JsValue, depth: usize, articles: &mut Vec<JsValue>) {
    if depth == 0 || !value.is_object() {
        return;
    }
    if Array::is_array(value) {
        return Array::from(value).iter().for_each(|item| collect_articles(&item, depth - 1, articles));
    }
    if is_article(value) {
        articles.push(value.clone());
    }
    for nested in Object::values(value.unchecked_ref()).iter() {
        collect_articles(&nested, depth - 1, articles);
    }
}

fn is_article(value: &JsValue) -> bool {
    let kind = Reflect::get(value, &"@type".into()).unwrap_or(JsValue::UNDEFINED);
    let kinds = if Array::is_array(&kind) { Array::from(&kind) } else { Array::of1(&kind) };
    kinds
        .iter()
        .filter_map(|kind| kind.as_string())
        .any(|kind| kind.ends_with("Article") || kind.ends_with("BlogPosting"))
}

fn text_of(value: &JsValue, key: &str) -> Option<String> {
    Reflect::get(value, &key.into()).ok()?.as_string().filter(|text| !text.is_empty())
}

/// Where pages state when they were published, best first: selector, and the attribute that holds it.
const PUBLISHED: &[(&str, &str)] = &[
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop='datePublished']", "content"),
    (
        "meta[name='article:published_time'],meta[name='parsely-pub-date'],meta[name='pubdate'],meta[name='date']",
        "content",
    ),
    ("meta[name='dcterms.created'],meta[name='DC.date.issued'],meta[property='og:article:published_time']", "content"),
    ("time[itemprop~='datePublished'],time[pubdate]", "datetime"),
    ("article time[datetime],main time[datetime],time[datetime]", "datetime"),
];

fn published(document: &Document) -> Option<String> {
    PUBLISHED.iter().find_map(|(selector, attribute)| {
        all(document, selector).iter().find_map(|element| day(&element.get_attribute(attribute)?))
    })
}

/// The day at the head of an ISO 8601 date and time.
fn day(text: &str) -> Option<String> {
    let day = text.trim().get(..10)?;
    let digits =
        |range: std::ops::Range<usize>| day.get(range).is_some_and(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let shaped =
        digits(0..4) && digits(5..7) && digits(8..10) && day.as_bytes()[4] == b'-' && day.as_bytes()[7] == b'-';
    shaped.then(|| day.to_owned())
}

fn language(document: &Document) -> Option<String> {
    let tag = document.document_element()?.get_attribute("lang")?;
    Some(tag.trim().to_owned()).filter(|tag| !tag.is_empty())
}

/// Where pages state their address, best first.
const ADDRESS: &[(&str, &str)] = &[("link[rel~='canonical'][href]", "href"), ("meta[property='og:url']", "content")];

fn address(document: &Document) -> Option<String> {
    let own = document.url().ok()?;
    let stated =
        ADDRESS.iter().find_map(|(selector, attribute)| all(document, selector).first()?.get_attribute(attribute));
    let stated = stated.and_then(|stated| Url::new_with_base(&stated, &own).ok()).map(|url| url.href());
    Some(stated.unwrap_or(own))
}

fn all(document: &Document, selector: &str) -> Vec<Element> {
    let Ok(list) = document.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok()).collect()
}
