//! The scores as the committed table, and the faults behind them as a list to work through.
//!
//! Takes articles with both sets of marks; gives Markdown. Example of a fault:
//! `sport-cup-shock: by hand [Jordan](per=Kieran Jordan), found [Jordan](loc=Q810) | the words around it`.
//!
//! Invariant: the costliest faults come first. A wrong card is worse than a missing one.

use crate::attributions::Tally;
use crate::claims;
use crate::gold::{Mark, Marked};
use crate::sayings;
use crate::score::{Count, KINDS, Score};
use std::collections::BTreeMap;

/// What a `scores.md` holds.
pub(crate) fn scores(articles: &[Marked]) -> String {
    let mut genres: BTreeMap<&str, Vec<&Marked>> = BTreeMap::new();
    for article in articles {
        genres.entry(article.genre()).or_default().push(article);
    }
    let all: Vec<&Marked> = articles.iter().collect();
    let by_genre = genres.iter().map(|(genre, articles)| genre_row(genre, articles)).collect::<String>();
    let (names, said) = (questions(&Score::sum(articles)), attributions(&Tally::sum(articles)));
    let claimed = claim_rows(&claims::Tally::sum(articles));
    [HEAD, &names, &said, CLAIMS, &claimed, GENRES, &by_genre, &genre_row("all", &all)].concat()
}

const HEAD: &str = "# Scores of the articles beside this file

Written by `UPDATE=1 cargo test --test corpus`. What is counted, and how: `tests/corpus/README.md`.

| question | right | found | by hand | precision | recall | F1 |
|---|---|---|---|---|---|---|
";

fn questions(total: &Score) -> String {
    let kinds = KINDS.iter().zip(total.names).map(|(kind, count)| row(&format!("... {kind}"), count));
    [
        row("names: words and kind", total.all_names()),
        kinds.collect(),
        row("links of what is marked by default", total.shown),
        row("links: words and entity", total.all_links()),
        row("... of the packs", total.packs),
        row("... of the article alone", total.article),
        row("senses, of right links to the packs", total.senses),
    ]
    .concat()
}

fn attributions(tally: &Tally) -> String {
    let rows = |question: &str, counts: &[Count]| {
        let kinds = sayings::KINDS.iter().zip(counts).map(|(kind, count)| row(&format!("... {kind}"), *count));
        row(question, Count::sum(counts)) + &kinds.collect::<String>()
    };
    rows("attributions: words", &tally.words) + &rows("attributions: words and speaker", &tally.speaker)
}

fn row(question: &str, count: Count) -> String {
    let Count { right, found, by_hand } = count;
    let (precision, recall, f1) = (count.precision(), count.recall(), count.f1());
    format!("| {question} | {right} | {found} | {by_hand} | {precision:.3} | {recall:.3} | {f1:.3} |\n")
}

const CLAIMS: &str = "
| claims | by hand | found | right | missed | false | precision | recall | F1 |
|---|---|---|---|---|---|---|---|---|
";

fn claim_rows(claims::Tally(counts): &claims::Tally) -> String {
    let kinds = claims::KINDS.iter().zip(counts).map(|(kind, count)| claim_row(kind.key(), *count));
    kinds.chain([claim_row("all", Count::sum(counts))]).collect()
}

fn claim_row(kind: &str, count: Count) -> String {
    let Count { right, found, by_hand } = count;
    let (missed, wrong) = (by_hand - right, found - right);
    let (precision, recall, f1) = (count.precision(), count.recall(), count.f1());
    format!(
        "| {kind} | {by_hand} | {found} | {right} | {missed} | {wrong} | {precision:.3} | {recall:.3} | {f1:.3} |\n"
    )
}

const GENRES: &str = "
| genre | articles | words | names F1 | links precision | links recall |
|---|---|---|---|---|---|
";

fn genre_row(genre: &str, articles: &[&Marked]) -> String {
    let score = Score::sum(articles.iter().copied());
    let words: usize = articles.iter().map(|article| article.words()).sum();
    let (names, links) = (score.all_names().f1(), score.all_links());
    let (precision, recall) = (links.precision(), links.recall());
    format!("| {genre} | {} | {words} | {names:.3} | {precision:.3} | {recall:.3} |\n", articles.len())
}

/// Each kind of fault, the costliest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    WrongCard,
    WrongEntity,
    NoName,
    PartOfName,
    WrongWords,
    WrongKind,
    WrongSense,
    MissedPack,
    MissedArticle,
}

impl Fault {
    fn title(self) -> &'static str {
        match self {
            Fault::WrongCard => "wrong card: the right words, another entity of the packs",
            Fault::WrongEntity => "wrong link: the right words, another entity of the article",
            Fault::NoName => "no name at all",
            Fault::PartOfName => "part of another name, or more than one",
            Fault::WrongWords => "the right link, over too many or too few words",
            Fault::WrongKind => "the right link, another kind",
            Fault::WrongSense => "the right link, another sense",
            Fault::MissedPack => "missed, though a pack holds the entity",
            Fault::MissedArticle => "missed, known from the article alone",
        }
    }

    /// What is wrong with a mark that the program made.
    fn of(mark: &Mark, article: &Marked) -> Option<Fault> {
        let Some(by_hand) = article.nearest(mark) else { return Some(Fault::NoName) };
        match (by_hand.span == mark.span, article.same_entity(by_hand, mark)) {
            (false, true) => Some(Fault::WrongWords),
            (false, false) => Some(Fault::PartOfName),
            (true, false) => Some(if mark.in_a_pack() { Fault::WrongCard } else { Fault::WrongEntity }),
            (true, true) if by_hand.kind != mark.kind => Some(Fault::WrongKind),
            (true, true) => (by_hand.sense != mark.sense).then_some(Fault::WrongSense),
        }
    }
}

/// All faults with their counts, each with its place in the text.
pub(crate) fn faults(articles: &[Marked]) -> String {
    let mut lists: BTreeMap<Fault, Vec<String>> = BTreeMap::new();
    for (fault, line) in articles.iter().flat_map(|article| wrong(article).chain(missed(article))) {
        lists.entry(fault).or_default().push(line);
    }
    let list = |(fault, lines): (&Fault, &Vec<String>)| {
        format!("\n## {} {}\n{}\n", lines.len(), fault.title(), lines.join("\n"))
    };
    lists.iter().map(list).collect()
}

fn wrong(article: &Marked) -> impl Iterator<Item = (Fault, String)> {
    let fault = |mark| Some((Fault::of(mark, article)?, line(article, article.nearest(mark), Some(mark))));
    article.found.iter().filter_map(fault)
}

fn missed(article: &Marked) -> impl Iterator<Item = (Fault, String)> {
    let seen = |mark: &Mark| article.found.iter().any(|found| found.span.overlaps(mark.span));
    article.by_hand.iter().filter(move |mark| !seen(mark)).map(|mark| {
        let fault = if mark.in_a_pack() { Fault::MissedPack } else { Fault::MissedArticle };
        (fault, line(article, Some(mark), None))
    })
}

fn line(article: &Marked, by_hand: Option<&Mark>, found: Option<&Mark>) -> String {
    let shown = |mark: Option<&Mark>| mark.map_or("nothing".to_owned(), |mark| drawn(mark, &article.text));
    let around = found.or(by_hand).map(|mark| article.around(mark.span)).unwrap_or_default();
    format!("{}: by hand {}, found {} | {around}", article.file, shown(by_hand), shown(found))
}

fn drawn(mark: &Mark, text: &str) -> String {
    let sense = if mark.sense.is_empty() { String::new() } else { format!(".{}", mark.sense) };
    format!("[{}]({}{sense}={})", mark.span.of(text), mark.kind, mark.entity)
}
