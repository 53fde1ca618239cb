//! Who said what in an article: by the hand's marks, or as the program found it, in pieces that can be held against each other.
//!
//! Takes the marks of a text, or the program's notes on it; gives [`Saying`]s, and of those [`Fragment`]s. Example:
//! `[“We knew,”](direct#1) [she](source#1) [said](cue#1). [“All of us.”](direct#1)` is one saying, of two fragments.
//!
//! Invariant: a fragment is a run of words without a gap.

use postil::{Notes, QuoteKind, Span};
use std::{collections::BTreeMap, ops::Range};

/// What quotation marks tell of a content: all of it is quoted, some, or nothing.
pub(crate) const KINDS: [&str; 3] = ["direct", "mixed", "indirect"];

/// One attribution.
#[derive(Default)]
pub(crate) struct Saying {
    /// The parts of its content, in the order of the text.
    pub(crate) content: Vec<Span>,
    /// Who says it: one at most.
    pub(crate) source: Vec<Span>,
    /// By which word it is said: one at most.
    pub(crate) cue: Vec<Span>,
    /// The labels of the parts, where a hand has marked them.
    pub(crate) labels: Vec<String>,
}

/// A part of a content.
#[derive(Clone)]
pub(crate) struct Fragment {
    /// Which of the text's words it has.
    pub(crate) words: Range<usize>,
    /// Where they stand.
    pub(crate) span: Span,
    /// An index into [`KINDS`].
    pub(crate) kind: usize,
    /// Who says it.
    pub(crate) source: Option<Span>,
}

/// The attributions that a hand has marked, in the order of their numbers, with these.
pub(crate) fn by_hand(marks: &[(Span, String)]) -> Vec<(usize, Saying)> {
    let mut sayings: BTreeMap<usize, Saying> = BTreeMap::new();
    for (span, label) in marks {
        let Some((what, number)) = label.split_once('#') else { continue };
        let saying = sayings.entry(number.parse().expect("a number behind `#`")).or_default();
        match what {
            "source" => saying.source.push(*span),
            "cue" => saying.cue.push(*span),
            kind => {
                saying.content.push(*span);
                saying.labels.push(kind.to_owned());
            }
        }
    }
    sayings.into_iter().collect()
}

/// The attributions that the program found; terms are nobody's words.
pub(crate) fn found(notes: &Notes) -> Vec<Saying> {
    let said = notes.attributions.iter().filter(|attribution| attribution.kind != QuoteKind::Scare);
    said.map(|attribution| Saying {
        content: attribution.content.clone(),
        source: attribution.source.into_iter().collect(),
        ..Saying::default()
    })
    .collect()
}

/// The words of a text, each with whether it stands in quotation marks.
pub(crate) struct Words(Vec<(Span, bool)>);

impl Words {
    /// A word is a run of letters and digits.
    pub(crate) fn of(text: &str) -> Self {
        let quoted = quoted(text);
        let mut words: Vec<Span> = Vec::new();
        for (at, letter) in text.match_indices(char::is_alphanumeric) {
            match words.last_mut() {
                Some(word) if word.end == at => word.end += letter.len(),
                _ => words.push(Span::new(at, at + letter.len())),
            }
        }
        Self(words.into_iter().map(|word| (word, quoted.iter().any(|quote| quote.contains(word)))).collect())
    }

    /// The fragments of the sayings. The same words found twice are one fragment.
    pub(crate) fn fragments<'a>(&self, sayings: impl IntoIterator<Item = &'a Saying>) -> Vec<Fragment> {
        let mut fragments: Vec<Fragment> = Vec::new();
        for saying in sayings {
            let source = saying.source.first().copied();
            for words in self.runs(&saying.content) {
                if fragments.iter().all(|other| other.words != words) {
                    let (span, kind) = (self.span(&words), self.kind([words.clone()]));
                    fragments.push(Fragment { words, span, kind, source });
                }
            }
        }
        fragments
    }

    /// The runs of words in these spans; what only marks and blanks part is one run.
    fn runs(&self, spans: &[Span]) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for words in spans.iter().map(|span| self.inside(*span)).filter(|words| !words.is_empty()) {
            match runs.last_mut() {
                Some(run) if run.end == words.start => run.end = words.end,
                _ => runs.push(words),
            }
        }
        runs
    }

    /// Which of the words stand in this span.
    pub(crate) fn inside(&self, span: Span) -> Range<usize> {
        self.0.partition_point(|(word, _)| word.end <= span.start)
            ..self.0.partition_point(|(word, _)| word.start < span.end)
    }

    fn kind(&self, runs: impl IntoIterator<Item = Range<usize>>) -> usize {
        let marks: Vec<bool> = runs.into_iter().flat_map(|run| &self.0[run]).map(|(_, quoted)| *quoted).collect();
        match (marks.contains(&true), marks.contains(&false)) {
            (true, false) => 0,
            (true, true) => 1,
            _ => 2,
        }
    }

    /// The kind of a whole content.
    pub(crate) fn kind_of(&self, saying: &Saying) -> &'static str {
        KINDS[self.kind(self.runs(&saying.content))]
    }

    fn span(&self, run: &Range<usize>) -> Span {
        self.0[run.clone()].iter().map(|(word, _)| *word).reduce(Span::cover).expect("a run has words")
    }
}

/// How many words two runs share.
pub(crate) fn shared(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// What stands in quotation marks; where the closing mark is missing, up to the end of the line.
fn quoted(text: &str) -> Vec<Span> {
    let (mut quoted, mut open) = (Vec::new(), None);
    for (at, mark) in text.char_indices().chain([(text.len(), '\n')]) {
        let apostrophe = || text[at..].chars().nth(1).is_some_and(char::is_alphanumeric);
        match open {
            None => open = closing(mark).map(|close| (at, close)),
            Some((start, close)) if mark == '\n' || mark == close && !apostrophe() => {
                quoted.push(Span::new(start, at));
                open = None;
            }
            Some(_) => {}
        }
    }
    quoted
}

fn closing(mark: char) -> Option<char> {
    [('“', '”'), ('‘', '’'), ('"', '"')].into_iter().find_map(|(open, close)| (open == mark).then_some(close))
}
