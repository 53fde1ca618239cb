//! A quantity stated in two units.
//!
//! Takes a conversion [`Check`], draws an equation. Example: 6,500 km = 4,039 mi; the article says 4,000 mi.
//!
//! Invariant: the numbers shown are those of the check; nothing is computed here but their digits.

use super::pen::Pen;
use crate::{
    dom::{child, label},
    error::PageError,
};
use postil::card::Check;
use web_sys::Element;

impl Pen<'_> {
    pub(super) fn conversion(&self, to: &Element, check: &Check) -> Result<(), PageError> {
        let Check::Conversion { value, stated, computed, verdict } = check else { return Ok(()) };
        let equation = child(to, "p", "result equation")?;
        self.quantity(&equation, &self.format.number(value.value, 6), value.unit)?;
        label(&equation, "span", "equals", " = ")?;
        self.quantity(&equation, &self.format.number(*computed, decimals(*computed)), stated.unit)?;
        let stated = format!("{}\u{a0}{}", self.format.number(stated.value, 6), stated.unit);
        self.sentence(to, "p", "line", &self.strings.article_says, &[("quantity", &stated)])?;
        self.verdict(to, *verdict, self.at_precision(*verdict))
    }

    fn quantity(&self, to: &Element, number: &str, unit: &str) -> Result<(), PageError> {
        let quantity = child(to, "bdi", "quantity")?;
        label(&quantity, "span", "", &format!("{number}\u{a0}"))?;
        label(&quantity, "span", "unit", unit).map(drop)
    }
}

/// Decimal places that say something beside the size of a number.
fn decimals(number: f64) -> u32 {
    match number.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 4,
    }
}
