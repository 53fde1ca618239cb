//! Names that no pack knows: the tagger's model, and what changes with it.
//!
//! Takes an article in English whose first marks stand; asks the loader for the model, once, and has the notes found anew in place.
//! Example: a sentence's speaker was unknown; a second after the page has opened its card names her.
//!
//! Invariant: what stays keeps its place: the page's marks, an open card, the focus, the list.

use super::{Open, Session};
use crate::{
    api::named_bytes,
    error::{ErrorKind, PageError},
    events::{self, emit},
    reading::{Reading, start},
};
use js_sys::Array;
use postil::{Annotation, Notes, tagger};
use std::mem;
use wasm_bindgen::JsValue;

impl Session {
    /// Asks the loader for the model: where the host wants one, the reader wants notes, and the article is in the model's language.
    pub(crate) fn want_model(&self) {
        let Some(fetch) = self.options.fetch_model.as_ref().filter(|_| !self.model_asked.get()) else { return };
        let reads = |reading: &Reading| tagger::reads(&reading.text.snapshot.article);
        if self.choices.borrow().on && self.with_reading(reads).unwrap_or(false) {
            self.model_asked.set(true);
            self.report(fetch.call0(&JsValue::UNDEFINED).map(drop).map_err(PageError::from));
        }
    }

    /// Takes the model that the loader brings.
    pub(crate) fn learn(&self, model: &Array) {
        let (name, bytes) = named_bytes(model);
        let taken =
            bytes.and_then(|bytes| self.knowledge.borrow_mut().add_model(&bytes).map_err(|error| error.to_string()));
        match taken {
            Ok(()) => self.report(self.find_anew()),
            Err(why) => {
                let message = format!(
                    "the model {name} is left aside: {why}. Names that no pack knows are looked for without it"
                );
                self.warn_once(&[PageError::new(ErrorKind::Model, message)]);
            }
        }
    }

    /// Finds the notes of the same text anew.
    pub(super) fn find_anew(&self) -> Result<(), PageError> {
        let find = |reading: &Reading| {
            let notes = reading.text.notes(&self.knowledge.borrow(), self.engine, self.options.annotate);
            let renumbered = renumbered(&reading.all, &notes.annotations, &notes.unmarked());
            (notes != reading.notes).then_some((notes, renumbered))
        };
        let Some((notes, renumbered)) = self.with_reading(find).flatten() else { return Ok(()) };
        self.renote(notes, &renumbered)?;
        emit(&self.document, "postil:ready", &events::ready(self.count()));
        Ok(())
    }

    /// Puts other notes in the place of those that there are; `renumbered` has for each of these its new number.
    fn renote(&self, notes: Notes, renumbered: &[Option<usize>]) -> Result<(), PageError> {
        if self.opened().is_some_and(|open| renumber(&open.annotations, renumbered).is_empty()) {
            self.close();
        }
        if let Some(reading) = self.reading.borrow_mut().as_mut() {
            reading.renote(notes);
        }
        self.at.set(self.at.get().and_then(|at| *renumbered.get(at)?));
        if let Some((pointer, ..)) = &*self.ways_in.borrow() {
            pointer.renumber(renumbered);
        }
        if let Some(view) = self.view.get() {
            view.list.renumber(renumbered);
        }
        self.apply_choices()?;
        self.keep_open(renumbered)
    }

    /// The open card goes on, and says what is known now.
    fn keep_open(&self, renumbered: &[Option<usize>]) -> Result<(), PageError> {
        if let Some(open) = self.open.borrow_mut().as_mut() {
            open.annotations = renumber(&open.annotations, renumbered);
        }
        let Some(Open { annotations, .. }) = self.opened() else { return Ok(()) };
        self.activate(annotations.first().copied())?;
        self.refill()
    }
}

/// The new numbers of annotations; those that are gone are left out.
pub(crate) fn renumber(annotations: &[usize], renumbered: &[Option<usize>]) -> Vec<usize> {
    annotations.iter().filter_map(|at| *renumbered.get(*at)?).collect()
}

/// For each of the old notes the number of the new one of the same words and kind: an annotation, or one of the unmarked behind them.
/// Both stand in the order of the text.
fn renumbered(old: &[Annotation], annotations: &[Annotation], unmarked: &[Annotation]) -> Vec<Option<usize>> {
    let place = |old: &Annotation, new: &[Annotation]| {
        let from = new.partition_point(|new| start(new) < start(old));
        let same =
            |new: &Annotation| new.spans == old.spans && mem::discriminant(&new.body) == mem::discriminant(&old.body);
        new.iter().skip(from).take_while(|new| start(new) == start(old)).position(same).map(|offset| from + offset)
    };
    let behind = |old| place(old, unmarked).map(|at| annotations.len() + at);
    old.iter().map(|old| place(old, annotations).or_else(|| behind(old))).collect()
}

#[cfg(test)]
mod tests {
    use super::{renumber, renumbered};
    use postil::{Annotation, Body, Span};

    fn annotation(start: usize, end: usize, body: Body) -> Annotation {
        Annotation { spans: vec![Span { start, end }], body, salience: 0.5 }
    }

    #[test]
    fn an_annotation_of_the_same_words_and_kind_goes_on_under_its_new_number() {
        use Body::{Attribution, Claim, Mention};
        let old = [(4, 30, Attribution(0)), (10, 16, Mention(0)), (40, 45, Mention(1)), (40, 45, Claim(0))];
        let new = [
            (0, 3, Mention(0)),
            (4, 30, Attribution(0)),
            (10, 25, Mention(1)),
            (40, 45, Claim(0)),
            (40, 45, Mention(2)),
        ];
        let [old, new] = [&old[..], &new[..]]
            .map(|all| all.iter().map(|&(start, end, body)| annotation(start, end, body)).collect::<Vec<_>>());
        let renumbered = renumbered(&old, &new, &[]);
        assert_eq!(renumbered, [Some(1), None, Some(4), Some(3)]);
        assert_eq!(renumber(&[1, 0], &renumbered), [1], "what is gone is left out");
        assert!(renumber(&[7], &renumbered).is_empty(), "as is what never was");
    }
    #[test]
    fn a_claim_without_a_mark_stands_behind_the_annotations_until_it_gets_one() {
        use Body::{Claim, Mention};
        let (name, claims) = (annotation(0, 3, Mention(0)), [annotation(4, 9, Claim(0)), annotation(20, 25, Claim(1))]);
        let old = [name.clone(), claims[0].clone(), claims[1].clone()];
        let marked = [name, claims[1].clone()];
        assert_eq!(renumbered(&old, &marked, &claims[..1]), [Some(0), Some(2), Some(1)]);
    }
}
