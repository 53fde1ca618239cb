//! What a check says on a card, by its kind.
//!
//! Takes nothing: plain data, which `claim.rs` and `single_fact.rs` fill. Example: a list with its entries, what is counted and what is
//! left out.
//!
//! Invariant: a check tells what was stated and what was found; it never says “false”.

use super::{Excerpt, FactLine, Origin};
use crate::claim::{Arithmetic, Figure};
use serde::Serialize;

/// A check, by its kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "check", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Check {
    /// “third country to recognise”: a place in an ordered list.
    Ordinal {
        /// The place claimed, from 1; none where a number of entries is stated.
        rank: Option<u32>,
        /// How many entries count, where their number is compared.
        listed: Option<usize>,
        /// What the list is, from the pack.
        title: Option<String>,
        /// What is counted: “UN member states”.
        counts: Option<String>,
        /// The day to which the list is complete, ISO 8601.
        as_of: Option<String>,
        /// The list; from the article alone where no pack knows it. Of a long one its ends, and what stands around the place claimed.
        items: Vec<ListItem>,
        /// How many entries it has.
        length: usize,
        /// What is not counted, with the reason.
        excluded: Vec<Exclusion>,
        /// Whether list and article agree.
        verdict: Agreement,
        /// Where the list comes from.
        origin: Origin,
    },
    /// “on Wednesday”: a day of the calendar.
    Date {
        /// The first day meant, ISO 8601.
        date: String,
        /// The day from which it was reckoned, ISO 8601; none where the article gives the year.
        published: Option<String>,
        /// The weekday that the article gives it, where it has another.
        weekday: Option<String>,
    },
    /// “12 of the 30 (45%)”: numbers of the article, put together.
    Arithmetic(Arithmetic),
    /// A fact that a pack knows of whom or what the sentence names.
    Fact {
        /// Of whom or what.
        name: String,
        /// The fact.
        fact: FactLine,
        /// Whether it agrees with what the article states.
        verdict: Agreement,
    },
    /// The same thing with another number, elsewhere in the article.
    Elsewhere {
        /// The number here.
        figure: Figure,
        /// The number there.
        other: Figure,
        /// The words there.
        there: Excerpt,
    },
    /// “6,500km (4,000 miles)”: one quantity in two units.
    Conversion {
        /// The number first stated, with its unit's symbol: `km`.
        value: Figure,
        /// The number stated beside it, with its own: `mi`.
        stated: Figure,
        /// What the first number gives in the second unit.
        computed: f64,
        /// Whether the two agree at the precision stated.
        verdict: Agreement,
    },
}

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Agreement {
    /// They agree.
    Agrees,
    /// They differ.
    Differs,
    /// It cannot be told.
    Open,
}

impl Agreement {
    /// Less for what fits better: of several things that may be meant, the one that fits is.
    pub(crate) fn doubt(self) -> u8 {
        match self {
            Agreement::Agrees => 0,
            Agreement::Open => 1,
            Agreement::Differs => 2,
        }
    }
}

/// An entry of an ordered list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListItem {
    /// Its number in the list, from 1: where numbers are missing, entries are left out.
    pub place: usize,
    /// Its rank, from 1; none where the article gives no order.
    pub rank: Option<u32>,
    /// Whether others share it: those of one day.
    pub joint: bool,
    /// Who or what.
    pub name: String,
    /// When, ISO 8601.
    pub date: Option<String>,
    /// Until when it held, ISO 8601; none where it holds, as far as known.
    pub until: Option<String>,
    /// Whether the claim is about this entry.
    pub here: bool,
    /// Indices into the card's `sources`.
    pub sources: Vec<usize>,
}

/// What a list leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Exclusion {
    /// Who or what.
    pub name: String,
    /// When, ISO 8601.
    pub date: Option<String>,
    /// Why it is not counted.
    pub reason: String,
    /// Indices into the card's `sources`.
    pub sources: Vec<usize>,
}
