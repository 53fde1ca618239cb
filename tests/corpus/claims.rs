//! How far the program's claims agree with those marked by hand, as counts, and where they do not, as a list.
//!
//! Takes the marks of a text, or the program's notes on it; gives [`Claim`]s, of those a [`Tally`] and lines such as
//! `sport-cup-shock: by hand count [two arrests], found nothing`.
//!
//! Invariant: a claim found is right for one of the hand's at most.

use crate::gold::Marked;
use crate::sayings::{Words, shared};
use crate::score::{Count, pairs};
use postil::{Notes, Span, claim::ClaimKind};
use std::ops::Range;

/// What can be claimed.
pub(crate) const KINDS: [ClaimKind; 13] = ClaimKind::ALL;

/// One claim in the text.
pub(crate) struct Claim {
    /// Which of the text's words it has.
    words: Range<usize>,
    /// Where they stand.
    pub(crate) span: Span,
    /// An index into [`KINDS`].
    kind: usize,
}

impl Claim {
    fn new(span: Span, kind: &str, words: &Words) -> Self {
        let known = KINDS.iter().position(|known| known.key() == kind);
        let kind =
            known.unwrap_or_else(|| panic!("no claim is of kind `{kind}`: tests/corpus/README.md has the kinds"));
        Self { words: words.inside(span), span, kind }
    }
}

/// The claims that a hand has marked: their labels are neither a name's, `loc=Q142`, nor an attribution's, `source#1`.
pub(crate) fn by_hand(marks: &[(Span, String)], words: &Words) -> Vec<Claim> {
    let claims = marks.iter().filter(|(_, label)| !label.contains(['=', '#']));
    let mut claims: Vec<Claim> = claims.map(|(span, kind)| Claim::new(*span, kind, words)).collect();
    claims.sort_by_key(|claim| (claim.span.start, claim.span.end));
    claims
}

/// The claims that the program found.
pub(crate) fn found(notes: &Notes, words: &Words) -> Vec<Claim> {
    notes.claims.iter().map(|claim| Claim::new(claim.span, claim.kind.key(), words)).collect()
}

/// The counts for each of [`KINDS`].
#[derive(Clone, Default)]
pub(crate) struct Tally(pub(crate) [Count; KINDS.len()]);

impl Tally {
    pub(crate) fn sum<'a>(articles: impl IntoIterator<Item = &'a Marked>) -> Self {
        articles.into_iter().fold(Self::default(), |mut sum, article| {
            sum.count(article);
            sum
        })
    }

    fn count(&mut self, article: &Marked) {
        for claim in &article.claims_by_hand {
            self.0[claim.kind].by_hand += 1;
        }
        for claim in &article.claims_found {
            self.0[claim.kind].found += 1;
        }
        for found in pairs(&article.claims_found, &article.claims_by_hand, alike).keys() {
            self.0[article.claims_found[*found].kind].right += 1;
        }
    }
}

/// How like two claims are, if they are the same: of one kind, and they share half of the longer one's words.
fn alike(a: &Claim, b: &Claim) -> Option<f64> {
    let share = shared(&a.words, &b.words) as f64 / a.words.len().max(b.words.len()) as f64;
    (a.kind == b.kind && share >= 0.5).then_some(share)
}

/// All faults with their counts: a false claim costs more than a missed one.
pub(crate) fn faults(articles: &[Marked]) -> String {
    let (mut wrong, mut missed) = (Vec::new(), Vec::new());
    for article in articles {
        let (found, by_hand) = (&article.claims_found, &article.claims_by_hand);
        let pairs = pairs(found, by_hand, alike);
        let alone = |(at, claim)| (!pairs.contains_key(&at)).then_some(claim);
        wrong.extend(
            found.iter().enumerate().filter_map(alone).map(|claim| line(article, over(claim, by_hand), Some(claim))),
        );
        let unseen = |(at, claim)| pairs.values().all(|paired| *paired != at).then_some(claim);
        missed.extend(
            by_hand.iter().enumerate().filter_map(unseen).map(|claim| line(article, Some(claim), over(claim, found))),
        );
    }
    let list = |fault: &str, lines: &[String]| format!("\n## {} {fault}\n{}\n", lines.len(), lines.join("\n"));
    list("false claims", &wrong) + &list("missed claims", &missed)
}

/// One that overlaps it, of another kind or over other words.
fn over<'a>(claim: &Claim, others: &'a [Claim]) -> Option<&'a Claim> {
    others.iter().find(|other| other.span.overlaps(claim.span))
}

fn line(article: &Marked, by_hand: Option<&Claim>, found: Option<&Claim>) -> String {
    let drawn = |claim: Option<&Claim>| {
        let words = |claim: &Claim| format!("{} [{}]", KINDS[claim.kind].key(), claim.span.of(&article.text));
        claim.map_or("nothing".to_owned(), words)
    };
    let around = found.or(by_hand).map(|claim| article.around(claim.span)).unwrap_or_default();
    format!("{}: by hand {}, found {} | {around}", article.file, drawn(by_hand), drawn(found))
}
