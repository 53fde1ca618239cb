//! An article of the corpus, and its marks: those made by hand, and those that the program makes on the same text.
//!
//! Takes a file such as `sport-cup-shock.md`; gives its text and both sets of marks. Example: the hand's mark
//! `[Kyiv](loc.government=Q1899)` is of kind `loc`, in the sense `government`, of the entity `Q1899`.
//!
//! Invariant: both sets lie in the same text, in its order.

use crate::claims::{self, Claim};
use crate::markup::{Only, read, render};
use crate::sayings::{self, Fragment, Saying, Words};
use postil::{Annotation, Article, Body, Knowledge, Span, annotate, day};
use std::{fs, path::Path};

/// One article with both sets of marks.
pub(crate) struct Marked {
    pub(crate) file: String,
    pub(crate) text: String,
    pub(crate) by_hand: Vec<Mark>,
    pub(crate) found: Vec<Mark>,
    /// The attributions marked by hand, by their numbers.
    pub(crate) sayings: Vec<(usize, Saying)>,
    /// Their contents, and those that the program found.
    pub(crate) said_by_hand: Vec<Fragment>,
    pub(crate) said_found: Vec<Fragment>,
    /// The claims marked by hand, and those that the program found.
    pub(crate) claims_by_hand: Vec<Claim>,
    pub(crate) claims_found: Vec<Claim>,
}

/// One name in the text: where it stands, of which kind it is, in which sense, and whom or what it means.
pub(crate) struct Mark {
    pub(crate) span: Span,
    pub(crate) kind: String,
    pub(crate) sense: String,
    pub(crate) entity: String,
    /// Whether a reader sees it: found by the program, and marked though no host asked for names of which nothing is known.
    pub(crate) shown: bool,
}

impl Marked {
    /// The article in this file, and what the program finds in it.
    pub(crate) fn open(path: &Path, knowledge: &Knowledge) -> Self {
        let file = path.file_stem().and_then(|stem| stem.to_str()).expect("a name of ASCII letters").to_owned();
        let source = fs::read_to_string(path).expect("an article is UTF-8 text");
        let (text, by_hand) = read(&blocks(&source));
        let published = source.lines().find_map(|line| day(line.strip_prefix("> published: ")?));
        assert!(published.is_some(), "{file}: no line `> published: 2026-01-31`");
        let article = Article::from_text(&text).published_on(published);
        let notes = annotate(&article, knowledge);
        let mut found = names(read(&render(&article, &notes, knowledge, Only::Names)).1);
        for mark in &mut found {
            let names_it = |note: &Annotation| note.spans == [mark.span] && matches!(note.body, Body::Mention(_));
            mark.shown = notes.annotations.iter().any(names_it);
        }
        let (words, sayings) = (Words::of(&text), sayings::by_hand(&by_hand));
        let said_by_hand = words.fragments(sayings.iter().map(|(_, saying)| saying));
        let said_found = words.fragments(&sayings::found(&notes));
        let (claims_by_hand, claims_found) = (claims::by_hand(&by_hand, &words), claims::found(&notes, &words));
        let by_hand = names(by_hand);
        Self { file, text, by_hand, found, sayings, said_by_hand, said_found, claims_by_hand, claims_found }
    }

    /// `sport` for `sport-cup-shock.md`.
    pub(crate) fn genre(&self) -> &str {
        self.file.split('-').next().unwrap_or_default()
    }

    pub(crate) fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Some thirty characters before a mark, and behind its start.
    pub(crate) fn around(&self, mark: Span) -> String {
        let before: Vec<char> = self.text[..mark.start].chars().rev().take(30).collect();
        let after = self.text[mark.start..].chars().take(40);
        before.into_iter().rev().chain(after).collect::<String>().replace('\n', " / ")
    }
}

impl Mark {
    /// Whether a pack holds the entity, by the form of what follows `=`: a Wikidata QID, or `x:` and words.
    pub(crate) fn in_a_pack(&self) -> bool {
        let qid =
            |id: &str| id.strip_prefix('Q').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
        self.entity.starts_with("x:") || qid(&self.entity)
    }
}

/// The headline without its `# `, and the paragraphs; settings out.
fn blocks(source: &str) -> String {
    let lines = source.lines().filter(|line| !line.starts_with("> "));
    lines.map(|line| line.strip_prefix("# ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// The marks of names, in the order of the text. A person's role is no name.
fn names(marks: Vec<(Span, String)>) -> Vec<Mark> {
    let mut names: Vec<Mark> = marks.into_iter().filter_map(|(span, label)| name(span, &label)).collect();
    names.sort_by_key(|mark| (mark.span.start, mark.span.end));
    names
}

fn name(span: Span, label: &str) -> Option<Mark> {
    let (kind, entity) = label.split_once('=')?;
    let (kind, sense) = kind.split_once('.').unwrap_or((kind, ""));
    let mark = Mark { span, kind: kind.into(), sense: sense.into(), entity: entity.into(), shown: false };
    ["per", "loc", "org", "misc"].contains(&kind).then_some(mark)
}
