//! Fact-checks out of schema.org's JSON-LD, in the shapes that publishers use.
//!
//! Takes a feed as [`Json`]: an array, a `@graph`, a `DataFeed` or a single node; gives its [`Review`]s, and each entry that is refused
//! with its number and the reason. Example: of `[{"@type": "ClaimReview", …}, null]` the first is kept, and “entry 1: no ClaimReview”
//! is reported.
//!
//! Invariant: what is kept has a claim, a verdict in words and an absolute http(s) address, all as their publisher wrote them; one bad
//! entry spoils no other; nothing here goes deeper than [`DEEPEST`].

use super::Review;
use crate::{cut::split_once, order::sort_by};
use rustc_hash::FxHashSet;

/// A value of JSON, as far as a review needs to know it.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`, `true` or `false`: nothing that a review says anything by.
    Null,
    /// A number, as text: `3` for `3.0`.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its keys in order.
    Object(Vec<(String, Json)>),
    /// Whatever lies [`DEEPEST`] levels down: a reader stops there, so that no nesting overflows a stack.
    Deep,
}

/// So many levels are read of a feed; real ones have a dozen.
pub const DEEPEST: usize = 40;

/// Longer claims and verdicts are articles, and cutting them would change a publisher's words. In characters.
const LONGEST: usize = 1000;

/// Of the pages on which a claim appeared so many are kept.
const MOST_APPEARANCES: usize = 100;

/// Where a feed came from, and what may stand in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Origin<'a> {
    /// The address of the feed: relative addresses of appearances go from there.
    pub address: Option<&'a str>,
    /// Whether it is a block of a page, where other things than reviews stand by right.
    pub in_page: bool,
}

/// What a feed gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// Each review with the number of its entry, from 0.
    pub reviews: Vec<(usize, Review)>,
    /// What was refused, in the order of the entries.
    pub refusals: Vec<Refusal>,
}

/// An entry of a feed that is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its number, from 0.
    pub entry: usize,
    /// Why, and what to do.
    pub why: &'static str,
}

/// Reads the reviews of a feed.
pub fn import(feed: &Json, origin: Origin) -> Import {
    let (entries, among_others) = entries(feed);
    let mut reader = Reader { origin, named: Vec::new(), import: Import::default() };
    reader.note_names(feed);
    for (number, entry) in entries.iter().enumerate() {
        let before = reader.import.reviews.len() + reader.import.refusals.len();
        reader.search(number, entry);
        let found = reader.import.reviews.len() + reader.import.refusals.len() > before;
        let by_right = among_others || origin.in_page || !entry.get("dateDeleted").is_empty();
        if !found && !by_right {
            reader.refuse(number, "no ClaimReview, of which this feed should be made");
        }
    }
    reader.import.without_doubles()
}

/// The entries of a feed, and whether other things stand among them by right.
fn entries(feed: &Json) -> (&[Json], bool) {
    let (graph, data) = (feed.get("@graph"), feed.get("dataFeedElement"));
    match (feed, graph.is_empty(), data.is_empty()) {
        (Json::List(entries), ..) => (entries, false),
        (_, false, _) => (graph, true),
        (_, _, false) => (data, false),
        _ => (std::slice::from_ref(feed), false),
    }
}

struct Reader<'a> {
    origin: Origin<'a>,
    /// Names of nodes, by which others refer to them.
    named: Vec<(&'a str, &'a str)>,
    import: Import,
}

/// More nodes with a name than these no feed refers to: they are its publishers.
const MOST_NAMED: usize = 500;

impl<'a> Reader<'a> {
    fn note_names(&mut self, json: &'a Json) {
        let named = json.first("@id").zip(json.first("name")).filter(|_| !json.is_review());
        if self.named.len() < MOST_NAMED {
            self.named.extend(named);
        }
        json.parts().for_each(|part| self.note_names(part));
    }

    /// Takes the reviews of an entry, however it nests them.
    fn search(&mut self, entry: usize, json: &'a Json) {
        if !json.is_review() {
            return json.parts().for_each(|part| self.search(entry, part));
        }
        match self.review(json) {
            Ok(review) => self.import.reviews.push((entry, review)),
            Err(why) => self.refuse(entry, why),
        }
    }

    fn refuse(&mut self, entry: usize, why: &'static str) {
        self.import.refusals.push(Refusal { entry, why });
    }

    fn review(&self, json: &'a Json) -> Result<Review, &'static str> {
        if json.is_deep() {
            return Err("nested too deeply to be a review");
        }
        let item = json.get("itemReviewed");
        let rating = json.get("reviewRating");
        let url = json
            .address("url")
            .filter(|url| is_absolute(url))
            .ok_or("no address (`url`) that begins with https:// or http://")?;
        Ok(Review {
            claim: short(json.first("claimReviewed").and_then(one_line).ok_or("no claim (`claimReviewed`)")?)?,
            verdict: short(verdict(rating).ok_or("no verdict in words (`reviewRating.alternateName`)")?)?,
            publisher: self
                .name(json.get("author"))
                .or_else(|| self.name(json.get("publisher")))
                .unwrap_or_else(|| host(url).to_owned()),
            date: json.first("datePublished").and_then(date),
            claimant: item.iter().find_map(|item| self.name(item.get("author"))),
            claimed: item.iter().find_map(|item| item.first("datePublished").and_then(date)),
            rating: rating.iter().find_map(scale),
            language: json.first("inLanguage").filter(|tag| is_tag(tag)).map(str::to_owned),
            appearances: self.appearances(item, url),
            url: url.to_owned(),
        })
    }

    /// The name of the first who has one; a node that is no more than a reference has it elsewhere.
    fn name(&self, nodes: &'a [Json]) -> Option<String> {
        let named = |id: &str| self.named.iter().find(|(other, _)| *other == id).map(|(_, name)| *name);
        let name = |node: &'a Json| match node {
            Json::Text(name) => Some(&**name),
            _ => node.first("name").or_else(|| named(node.first("@id")?)),
        };
        nodes.iter().find_map(|node| one_line(name(node)?)).filter(|name| is_short(name))
    }

    /// The pages on which a claim appeared, each once, the first first.
    fn appearances(&self, item: &'a [Json], own: &str) -> Vec<String> {
        let mut appearances = Vec::new();
        for key in ["firstAppearance", "appearance", "url", "sameAs"] {
            for page in item.iter().flat_map(|item| item.get(key)) {
                let address = page.own_address().and_then(|address| self.absolute(address));
                let new = address.filter(|address| address != own && !appearances.contains(address));
                appearances.extend(new);
            }
        }
        appearances.truncate(MOST_APPEARANCES);
        appearances
    }

    /// An address, from the feed's own where it is relative to its host.
    fn absolute(&self, address: &str) -> Option<String> {
        let (scheme, rest) = split_once(self.origin.address.unwrap_or_default(), "//").unwrap_or_default();
        let whole = match address {
            _ if address.starts_with("//") => [scheme, address].concat(),
            _ if address.starts_with('/') => [scheme, "//", rest.split('/').next()?, address].concat(),
            _ => address.to_owned(),
        };
        is_absolute(&whole).then_some(whole)
    }
}

impl Import {
    /// Refuses what says the same of the same page as an earlier entry.
    fn without_doubles(mut self) -> Import {
        let keys: Vec<String> =
            self.reviews.iter().map(|(_, review)| [&*review.url, &review.claim].join(" ")).collect();
        let (mut seen, mut keys) = (FxHashSet::default(), keys.iter());
        self.reviews.retain(|&(entry, _)| {
            let is_new = keys.next().is_some_and(|key| seen.insert(&**key));
            if !is_new {
                self.refusals.push(Refusal { entry, why: "the same claim at the same address as an earlier entry" });
            }
            is_new
        });
        sort_by(&mut self.refusals, |refusal| (refusal.entry, 0));
        self
    }
}

impl Json {
    /// The values of a key: of an array its items. None where there is no such key, or it is null.
    fn get(&self, key: &str) -> &[Json] {
        let Json::Object(pairs) = self else { return &[] };
        match pairs.iter().find(|(own, _)| own == key) {
            Some((_, Json::List(values))) => values,
            Some((_, value)) if *value != Json::Null => std::slice::from_ref(value),
            _ => &[],
        }
    }

    /// The first text that is the value of a key.
    fn first(&self, key: &str) -> Option<&str> {
        self.get(key).iter().find_map(Json::text)
    }

    fn text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    /// The first address that is the value of a key, or that a node there has.
    fn address(&self, key: &str) -> Option<&str> {
        self.get(key).iter().find_map(Json::own_address)
    }

    fn own_address(&self) -> Option<&str> {
        self.text().or_else(|| self.first("url")).or_else(|| self.first("@id")).map(str::trim)
    }

    /// What it is made of.
    fn parts(&self) -> impl Iterator<Item = &Json> {
        let (items, pairs): (&[Json], &[(String, Json)]) = match self {
            Json::List(items) => (items, &[]),
            Json::Object(pairs) => (&[], pairs),
            _ => (&[], &[]),
        };
        items.iter().chain(pairs.iter().map(|(_, value)| value))
    }

    fn is_review(&self) -> bool {
        self.get("@type")
            .iter()
            .filter_map(Json::text)
            .any(|kind| kind.rsplit(['/', ':']).next() == Some("ClaimReview"))
    }

    fn is_deep(&self) -> bool {
        *self == Json::Deep || self.parts().any(Json::is_deep)
    }
}

/// The verdict in words; one without a letter is a number.
fn verdict(rating: &[Json]) -> Option<String> {
    let words = rating.iter().find_map(|rating| rating.text().or_else(|| rating.first("alternateName")))?;
    one_line(words).filter(|words| words.contains(char::is_alphabetic))
}

/// `2 of 1 to 5`: the value, and the scale from worst to best.
fn scale(rating: &Json) -> Option<String> {
    let number = |key: &str| {
        rating.get(key).iter().find_map(|value| match value {
            Json::Number(number) | Json::Text(number) => Some(number.trim()).filter(|number| is_number(number)),
            _ => None,
        })
    };
    let value = number("ratingValue")?;
    Some(match (number("worstRating"), number("bestRating")) {
        (Some(worst), Some(best)) => [value, " of ", worst, " to ", best].concat(),
        _ => value.to_owned(),
    })
}

/// Whether a text has the look of a number. (The standard library's way to read one weighs 10 kB in the widget.)
fn is_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || b"-+.,".contains(&byte))
}

/// A text without what would break a line; none where nothing is left.
fn one_line(text: &str) -> Option<String> {
    let line: String = text.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    (!line.is_empty()).then_some(line)
}

fn is_short(text: &str) -> bool {
    text.chars().nth(LONGEST).is_none()
}

fn short(text: String) -> Result<String, &'static str> {
    if is_short(&text) {
        Ok(text)
    } else {
        Err("a claim or verdict of more than 1,000 characters; give it in a sentence")
    }
}

/// The date that a text begins with, as precisely as it is one: `2024`, `2024-05`, `2024-05-21`.
fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.len() {
        4 => digits(text, 4).then(|| text.to_owned()),
        7 => crate::day(&[text, "-01"].concat()).map(|_| text.to_owned()),
        _ => crate::day(text).map(|day| day.to_string()),
    }
}

fn is_tag(tag: &str) -> bool {
    !tag.is_empty() && tag.len() < 36 && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Whether an address is http(s), with a host, and none of the characters that browsers drop from one.
fn is_absolute(address: &str) -> bool {
    let web = address.starts_with("https://") || address.starts_with("http://");
    web && !host(address).is_empty() && !address.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// The host of an absolute address.
fn host(address: &str) -> &str {
    address.split(['/', '?', '#']).nth(2).unwrap_or_default()
}
