//! What a reader has chosen: notes or none, which kinds, how many, where the list stands.
//!
//! Takes what the host set and what the device remembers of this site; gives [`Choices`]. Example: a reader who has switched
//! names off finds them off on the site's next page.
//!
//! Invariant: nothing is kept before a reader chooses, nothing but the choice is, and it never leaves the device.

use crate::{marks::MarkKind, options::property};
use js_sys::JSON;
use postil::Amount;
use wasm_bindgen::JsValue;
use web_sys::{Storage, Window};

/// The key in the site's local storage.
const KEY: &str = "postil";

/// What a reader has chosen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choices {
    /// Whether there are notes at all.
    pub(crate) on: bool,
    /// The kinds that are shown.
    pub(crate) kinds: Vec<MarkKind>,
    /// How many marks stand in the text.
    pub(crate) amount: Amount,
    /// Whether the list stands at the window's side, from top to bottom.
    pub(crate) side: bool,
    /// Whether screen readers hear of changes.
    pub(crate) announce: bool,
}

impl Default for Choices {
    fn default() -> Choices {
        Choices { on: true, kinds: MarkKind::ALL.to_vec(), amount: Amount::All, side: false, announce: true }
    }
}

impl Choices {
    /// Whether notes of a kind are shown.
    pub(crate) fn show(&self, kind: MarkKind) -> bool {
        self.on && self.kinds.contains(&kind)
    }

    /// Whether notes of every kind are shown.
    pub(crate) fn show_all(&self) -> bool {
        self.on && self.kinds.len() == MarkKind::ALL.len()
    }

    /// These choices with those of a plain object over them; what it lacks, or has of another type, stays as it is.
    pub(crate) fn overlaid(mut self, given: &JsValue) -> Choices {
        let get = |key: &str| property(given, key);
        let flag = |key, own| get(key).and_then(|value| value.as_bool()).unwrap_or(own);
        self.on = flag("on", self.on);
        self.side = flag("side", self.side);
        self.announce = flag("announce", self.announce);
        if let Some(kinds) = get("kinds").filter(js_sys::Array::is_array) {
            let named: Vec<_> = js_sys::Array::from(&kinds).iter().filter_map(|name| name.as_string()).collect();
            self.kinds =
                MarkKind::ALL.into_iter().filter(|kind| named.iter().any(|name| name == kind.name())).collect();
        }
        let amount = get("amount").and_then(|name| name.as_string());
        self.amount = Amount::ALL.into_iter().find(|own| Some(own.name()) == amount.as_deref()).unwrap_or(self.amount);
        self
    }

    /// These choices with those over them that the device remembers of this site.
    pub(crate) fn remembered(self, window: &Window) -> Choices {
        let kept = storage(window).and_then(|storage| storage.get_item(KEY).ok()?);
        let kept = kept.and_then(|text| JSON::parse(&text).ok()).unwrap_or_default();
        self.overlaid(&kept)
    }

    /// Has the device remember them. A browser that refuses forgets them with the page.
    pub(crate) fn remember(&self, window: &Window) {
        if let Some(storage) = storage(window) {
            let _ = storage.set_item(KEY, &self.to_json());
        }
    }

    fn to_json(&self) -> String {
        let kinds: Vec<String> = self.kinds.iter().map(|kind| format!("\"{}\"", kind.name())).collect();
        let (on, kinds, amount) = (self.on, kinds.join(","), self.amount.name());
        let (side, announce) = (self.side, self.announce);
        format!(r#"{{"on":{on},"kinds":[{kinds}],"amount":"{amount}","side":{side},"announce":{announce}}}"#)
    }
}

/// A page in a sandbox, and a browser told to keep nothing, have none.
fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok().flatten()
}
