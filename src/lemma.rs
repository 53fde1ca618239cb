//! The dictionary form of a verb or noun, by its ending.
//!
//! Takes a word as it stands; tells whether it may be a form of one in a list. Example: `recognised`, `recognising` and
//! `recognises` are forms of `recognise`.
//!
//! Invariant: nothing but regular English endings; irregular forms stand in the lists themselves.

use crate::word_list::{WordList, lower_case};

/// Whether `word` is, in any case, one of `lemmas` or a regular form of one.
pub(crate) fn is_form_of(word: &str, lemmas: &WordList) -> bool {
    let lower = lower_case(word);
    lemmas.contains(&lower) || stems(&lower).iter().any(|stem| lemmas.contains(stem))
}

/// What a regular form may come from.
fn stems(word: &str) -> Vec<String> {
    let mut stems = Vec::new();
    for ending in ["s", "ed", "ing", "es", "d"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) {
            stems.push(stem.to_owned());
            if ending == "ing" {
                stems.push(format!("{stem}e"));
            }
            stems.extend(undouble(stem));
        }
    }
    if let Some(stem) = word.strip_suffix("ies").or_else(|| word.strip_suffix("ied")) {
        stems.push(format!("{stem}y"));
    }
    stems
}

/// `cutt` comes from `cut`.
fn undouble(stem: &str) -> Option<String> {
    let mut letters = stem.chars().rev();
    let doubled = letters.next()? == letters.next()?;
    doubled.then(|| stem.chars().take(stem.chars().count() - 1).collect())
}

#[cfg(test)]
mod tests {
    use super::is_form_of;
    use crate::word_list::WordList;

    static LEMMAS: WordList = WordList::new("recognise deny cut urge");

    #[test]
    fn regular_endings() {
        let forms = "recognise recognises recognised recognising Recognised denies denied cutting cuts urged";
        for form in forms.split(' ') {
            assert!(is_form_of(form, &LEMMAS), "{form}");
        }
        assert!(!is_form_of("recognition", &LEMMAS));
    }
}
