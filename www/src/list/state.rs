//! What the list knows of a claim: how far it holds, and whether a published fact-check is about it.
//!
//! Takes a claim and the fact-checked sentences; gives its [`State`]. Example: “third country to recognise” agrees, and nobody has
//! published a fact-check of it.
//!
//! Invariant: what nothing was found to check against is “not checked”, never in doubt.

use postil::{
    Card,
    card::{Agreement, Check, ClaimCard, Details},
    claim::{Answer, Arithmetic, Claim},
    review::ReviewMatch,
};

/// How far a claim is known to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Agrees,
    Differs,
    Open,
    /// A day was worked out.
    Date,
    Unchecked,
}

impl Outcome {
    fn of(verdict: Agreement) -> Outcome {
        match verdict {
            Agreement::Agrees => Outcome::Agrees,
            Agreement::Differs => Outcome::Differs,
            Agreement::Open => Outcome::Open,
        }
    }
}

/// What is known of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) outcome: Outcome,
    /// Whether a published fact-check is about its sentence.
    pub(crate) reviewed: bool,
}

impl State {
    /// The state of a claim, in an article with these fact-checked sentences.
    pub(crate) fn of(claim: &Claim, reviews: &[ReviewMatch]) -> State {
        let outcome = match &claim.answer {
            None => Outcome::Unchecked,
            Some(Answer::Day(_)) => Outcome::Date,
            Some(Answer::Elsewhere { .. } | Answer::Weekday { .. }) => Outcome::Differs,
            // Facts come with the card, which compares them: `beside`.
            Some(Answer::Fact { .. }) => Outcome::Open,
            Some(
                Answer::Order { verdict, .. }
                | Answer::Tally { verdict, .. }
                | Answer::Arithmetic(Arithmetic { verdict, .. })
                | Answer::Conversion { verdict, .. },
            ) => Outcome::of(*verdict),
        };
        State { outcome, reviewed: reviews.iter().any(|review| review.span.contains(claim.span)) }
    }

    /// The same, where a fact answers it and the card has that.
    pub(super) fn beside(self, card: &Card) -> State {
        match card {
            Card::Claim(ClaimCard { details: Details::Here, check: Some(Check::Fact { verdict, .. }), .. }) => {
                State { outcome: Outcome::of(*verdict), ..self }
            }
            _ => self,
        }
    }

    /// The filters that let it through, as classes.
    pub(super) fn filters(self) -> &'static str {
        match (self.outcome, self.reviewed) {
            (Outcome::Unchecked, false) => "",
            (Outcome::Unchecked, true) => "reviewed",
            (Outcome::Differs, false) => "checked differs",
            (Outcome::Differs, true) => "checked differs reviewed",
            (_, false) => "checked",
            (_, true) => "checked reviewed",
        }
    }
}
