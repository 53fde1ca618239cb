//! A picture of what a name means.
//!
//! Takes a [`Picture`], draws it in a space that its size reserves, with its credit. Example: a portrait of 320 by 400 pixels
//! takes its place at once; the card does not grow when it comes, nor shrink when it does not.
//!
//! Invariant: the address is http or https, and whoever serves it does not hear on which page it is shown.

use super::pen::Pen;
use crate::{
    dom::{child, label, text, web_address},
    error::PageError,
};
use postil::card::Picture;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

impl Pen<'_> {
    pub(super) fn picture(&self, to: &Element, picture: Option<&Picture>) -> Result<(), PageError> {
        let Some((picture, url)) = picture.and_then(|picture| Some((picture, web_address(&picture.url)?))) else {
            return Ok(());
        };
        let figure = child(to, "figure", "picture")?;
        figure.set_attribute("part", "picture")?;
        let space: HtmlElement = child(&figure, "div", "space")?.unchecked_into();
        space.style().set_property("aspect-ratio", &format!("{} / {}", picture.width, picture.height))?;
        let image = self.document.create_element("img")?;
        // Lazy: a card that is drawn and then not opened asks nobody for its picture.
        let attributes = [
            ("alt", &*picture.alt),
            ("decoding", "async"),
            ("loading", "lazy"),
            ("referrerpolicy", "no-referrer"),
            ("src", &url),
        ];
        attributes.into_iter().try_for_each(|(name, value)| image.set_attribute(name, value))?;
        space.append_child(&image)?;
        text(&figure, "figcaption", "", &picture.credit).map(drop)
    }

    /// Says that a picture did not come, where it would have been.
    pub(super) fn picture_failed(&self, event: &Event) -> Result<(), PageError> {
        let image = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(space) = image.and_then(|image| image.parent_element()) else { return Ok(()) };
        space.replace_children_with_node_0();
        label(&space, "p", "aside", &self.strings.picture_failed).map(drop)
    }
}
