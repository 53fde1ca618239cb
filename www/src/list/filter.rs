//! Which claims the list shows: all, those that were checked, those that differ, those with a published fact-check.
//!
//! Takes the reader's choice in a group of radio buttons; hides the other entries and says how many are left. Example: “Differs”
//! leaves 2 of 14, and “Claims shown: 2 of 14” is said.
//!
//! Invariant: what is filtered out stays in the list, hidden; the choice outlives a list that is drawn anew.

use super::settings::{group, tick};
use crate::{
    dom::child,
    error::PageError,
    language::Language,
    strings::{Strings, fill},
};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// The name of the radio buttons.
const NAME: &str = "postil-claims";

/// The class that an entry must have to be shown; empty for all.
#[derive(Default)]
pub(super) struct Filter(RefCell<String>);

impl Filter {
    pub(super) fn draw(&self, to: &Element, strings: &Strings) -> Result<(), PageError> {
        let choices = group(to, &strings.claims_filter)?;
        choices.set_class_name("filter");
        let all = [
            ("", &strings.filter_all),
            ("checked", &strings.filter_checked),
            ("differs", &strings.state_differs),
            ("reviewed", &strings.state_reviewed),
        ];
        for (value, words) in all {
            let input = tick(&choices, words)?;
            input.set_type("radio");
            input.set_name(NAME);
            input.set_value(value);
            input.set_checked(value == *self.0.borrow());
        }
        child(to, "p", "aside left").map(drop)
    }

    /// Takes what the reader chose, if it was here.
    pub(super) fn take(&self, event: &Event) -> bool {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let chosen = input.filter(|input| input.name() == NAME).map(|input| self.0.replace(input.value()));
        chosen.is_some()
    }

    /// Has the style hide the other claims (list.css), and says how many are left.
    pub(super) fn apply(&self, list: &Element, language: &Language) -> Result<String, PageError> {
        let class = &**self.0.borrow();
        list.set_attribute("data-filter", class)?;
        let count = |of: &str| list.query_selector_all(of).map(|found| language.format.whole(found.length() as usize));
        let m = count(".claims > li")?;
        let n = if class.is_empty() { m.clone() } else { count(&format!(".claims > .{class}"))? };
        let words = fill(&language.strings.claims_shown, &[("n", &n), ("m", &m)]);
        if let Some(line) = list.query_selector(".left")? {
            line.set_text_content(Some(if class.is_empty() { "" } else { &words }));
        }
        Ok(words)
    }
}
