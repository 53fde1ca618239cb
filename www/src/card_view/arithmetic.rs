//! Numbers of the article put together, and the same thing with two numbers.
//!
//! Takes [`Arithmetic`], draws an equation. Example: 12 ÷ 30 = 40%; the article says 45%.
//!
//! Invariant: the numbers shown are those of the check; nothing is computed here but their digits.

use super::pen::Pen;
use crate::{
    dom::{child, label},
    error::PageError,
};
use postil::{
    card::{Agreement, Excerpt},
    claim::{Arithmetic, Figure, Operation},
};
use web_sys::Element;

impl Pen<'_> {
    pub(super) fn arithmetic(&self, to: &Element, arithmetic: &Arithmetic) -> Result<(), PageError> {
        let Arithmetic { operation, terms, stated, computed, verdict } = arithmetic;
        let terms: Vec<String> = terms.iter().map(|term| self.figure(term)).collect();
        let result = self.figure(&Figure { value: *computed, ..*stated });
        let equation = format!("{} = {result}", terms.join(sign(*operation)));
        label(&child(to, "p", "result equation")?, "bdi", "quantity", &equation)?;
        self.sentence(to, "p", "line", &self.strings.article_says, &[("quantity", &self.figure(stated))])?;
        self.verdict(to, *verdict, self.at_precision(*verdict))
    }

    /// Whether two numbers agree at the precision stated, in words.
    pub(super) fn at_precision(&self, verdict: Agreement) -> &str {
        match verdict {
            Agreement::Agrees => &self.strings.conversion_agrees,
            Agreement::Differs => &self.strings.conversion_differs,
            Agreement::Open => &self.strings.open,
        }
    }

    pub(super) fn elsewhere(
        &self,
        to: &Element,
        figure: &Figure,
        other: &Figure,
        there: &Excerpt,
    ) -> Result<(), PageError> {
        let both = format!("{} ≠ {}", self.figure(figure), self.figure(other));
        label(&child(to, "p", "result equation")?, "bdi", "quantity", &both)?;
        self.excerpts(to, &self.strings.elsewhere, std::slice::from_ref(there))
    }

    /// A number with what it counts.
    fn figure(&self, figure: &Figure) -> String {
        self.format.figure(figure.value, figure.unit, figure.step)
    }
}

/// What stands between the terms.
fn sign(operation: Operation) -> &'static str {
    match operation {
        Operation::Share | Operation::Ratio => " ÷ ",
        Operation::Sum => " + ",
        Operation::Difference => " − ",
        Operation::Change => " → ",
    }
}
