//! What a reader can set: notes or none, which kinds, how many marks, where the list stands.
//!
//! Takes the list's region; draws inputs, shows [`Choices`] in them and reads them again. Example: of four kinds “Names” is
//! unticked; [`Settings::read`] gives the other three.
//!
//! Invariant: the inputs are the browser's own, so keys, screen readers and forced colours work as everywhere.

use crate::{
    choices::Choices,
    dom::{button, child, label},
    error::PageError,
    marks::MarkKind,
    strings::Strings,
};
use postil::Amount;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// On a button: by how many steps it changes the amount of marks.
pub(super) const STEP: &str = "data-step";
/// On a button: brings hidden notes back.
pub(super) const RESTORE: &str = "data-restore";

/// The inputs.
pub(super) struct Settings {
    on: HtmlInputElement,
    kinds: Vec<(MarkKind, HtmlInputElement)>,
    fewer: Element,
    amount: Element,
    more: Element,
    side: HtmlInputElement,
    announce: HtmlInputElement,
    restore: HtmlElement,
}

impl Settings {
    pub(super) fn new(to: &Element, strings: &Strings) -> Result<Settings, PageError> {
        let on = tick(to, &strings.show_notes)?;
        on.set_attribute("role", "switch")?;
        let details = child(to, "details", "settings")?;
        details.set_attribute("part", "settings")?;
        label(&details, "summary", "", &strings.settings)?;
        let group_of_kinds = group(&details, &strings.kinds)?;
        let kind = |(kind, words)| tick(&group_of_kinds, words).map(|input| (kind, input));
        let kinds = super::frame::kinds(strings).into_iter().map(kind).collect::<Result<_, _>>()?;
        let amount = group(&details, &strings.amount)?;
        let step = |words: &str, by: &str| {
            let step = button(&amount, "step", words)?;
            step.set_attribute(STEP, by).map(|()| step).map_err(PageError::from)
        };
        let fewer = step(&strings.fewer, "-1")?;
        let shown = child(&amount, "output", "amount")?;
        let more = step(&strings.more, "1")?;
        let side = tick(&details, &strings.side_panel)?;
        let announce = tick(&details, &strings.announce)?;
        let restore: HtmlElement = button(&details, "step restore", &strings.restore)?.unchecked_into();
        restore.set_attribute(RESTORE, "")?;
        label(&details, "p", "aside", &strings.kept_here)?;
        Ok(Settings { on, kinds, fewer, amount: shown, more, side, announce, restore })
    }

    /// Shows what is chosen.
    pub(super) fn show(&self, choices: &Choices, some_hidden: bool, strings: &Strings) -> Result<(), PageError> {
        self.on.set_checked(choices.on);
        self.kinds.iter().for_each(|(kind, input)| input.set_checked(choices.kinds.contains(kind)));
        let words = match choices.amount {
            Amount::Few => &strings.amount_few,
            Amount::Some => &strings.amount_some,
            Amount::Many => &strings.amount_many,
            Amount::All => &strings.amount_all,
        };
        self.amount.set_text_content(Some(words));
        // Not `disabled`: that would take the focus from whoever has pressed it last.
        let end = |button: &Element, at: Amount| {
            button.set_attribute("aria-disabled", if choices.amount == at { "true" } else { "false" })
        };
        end(&self.fewer, Amount::Few)?;
        end(&self.more, Amount::All)?;
        self.side.set_checked(choices.side);
        self.announce.set_checked(choices.announce);
        self.restore.set_hidden(!some_hidden);
        Ok(())
    }

    /// What the inputs say, with the amount `step` further than it was.
    pub(super) fn read(&self, before: &Choices, step: isize) -> Choices {
        let at = Amount::ALL.iter().position(|amount| *amount == before.amount).unwrap_or(0);
        let amount = at.saturating_add_signed(step).min(Amount::ALL.len() - 1);
        let ticked = |kind: &MarkKind| self.kinds.iter().any(|(own, input)| own == kind && input.checked());
        Choices {
            on: self.on.checked(),
            kinds: MarkKind::ALL.into_iter().filter(ticked).collect(),
            amount: Amount::ALL[amount],
            side: self.side.checked(),
            announce: self.announce.checked(),
        }
    }
}

/// A box to tick, with its words.
pub(super) fn tick(to: &Element, words: &str) -> Result<HtmlInputElement, PageError> {
    let line = child(to, "label", "tick")?;
    let input: HtmlInputElement = child(&line, "input", "")?.unchecked_into();
    input.set_type("checkbox");
    label(&line, "span", "", words)?;
    Ok(input)
}

/// Inputs that belong together.
pub(super) fn group(to: &Element, words: &str) -> Result<Element, PageError> {
    let group = child(to, "fieldset", "")?;
    label(&group, "legend", "heading", words)?;
    Ok(group)
}
