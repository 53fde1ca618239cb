//! What the check of a claim gives.
//!
//! Takes nothing: plain data, which `check/` fills. Example: 12 of 30 are 40 %, where the article says 45 %.
//!
//! Invariant: an answer holds what the check gives beside what was stated, and never says “false”.

use super::Figure;
use crate::{Span, card::Agreement};
use serde::Serialize;
use time::Date;

/// What a check gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A place in an ordered list.
    Order {
        /// The entities that the text itself names as earlier ones (“after Russia and Syria”).
        after: Vec<usize>,
        /// The list that answers it: an index into [`Knowledge::lists`]; without one there is nothing but the article.
        list: Option<usize>,
        /// The entry of whoever is said to hold the place, from 0, where the list has them.
        place: Option<usize>,
        /// Whether the list's entry agrees.
        verdict: Agreement,
    },
    /// The entries of an ordered list that a number counts.
    Tally {
        /// The list: an index into [`Knowledge::lists`](crate::Knowledge::lists).
        list: usize,
        /// The entries that count on the day of publication, from 0.
        places: Vec<usize>,
        /// Whether the number is theirs.
        verdict: Agreement,
    },
    /// The day meant.
    Day(Date),
    /// A day that the article gives another weekday.
    Weekday {
        /// The day.
        date: Date,
        /// The weekday in the article's words.
        stated: Span,
    },
    /// Numbers that the article states side by side, put together: 12 of 30 are 40 %.
    Arithmetic(Arithmetic),
    /// A single fact of whom or what the sentence names.
    Fact {
        /// Whose: an index into `Notes::entities`.
        entity: usize,
        /// Which.
        property: Property,
    },
    /// Another number for the same thing, elsewhere in the article.
    Elsewhere {
        /// Where it stands.
        at: Span,
        /// The number there.
        figure: Figure,
    },
    /// One quantity in two units: what the first gives in the second.
    Conversion {
        /// The number stated beside the first.
        stated: Figure,
        /// What the first gives in its unit.
        computed: f64,
        /// Whether the two agree at the precision stated.
        verdict: Agreement,
    },
}

/// Numbers of an article, put together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Arithmetic {
    /// How.
    pub operation: Operation,
    /// The numbers put together.
    pub terms: Vec<Figure>,
    /// What the article states that they give.
    pub stated: Figure,
    /// What they give.
    pub computed: f64,
    /// Whether the two agree at the precision stated.
    pub verdict: Agreement,
}

/// How numbers are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Operation {
    /// The first as a percentage of the second.
    Share,
    /// All of them added.
    Sum,
    /// The first less the second.
    Difference,
    /// From the first to the second, as a percentage of the first.
    Change,
    /// How many times the second the first is.
    Ratio,
}

/// A fact that numbers and dates state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Property {
    /// How many people live there.
    Population,
    /// How large it is.
    Area,
    /// Since when somebody holds an office.
    Office,
    /// How high a mountain or a building is.
    Height,
    /// When a body was founded.
    Founded,
}

impl Property {
    /// Its key in packs.
    pub fn key(self) -> &'static str {
        match self {
            Property::Population => "population",
            Property::Area => "area",
            Property::Office => "office",
            Property::Height => "height",
            Property::Founded => "founded",
        }
    }
}
