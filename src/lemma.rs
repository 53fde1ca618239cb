//! The dictionary form of a verb or noun, by its ending.
//!
//! Takes a word as it stands; tells whether it may be a form of one in a list. Example: `recognised`, `recognising` and
//! `recognises` are forms of `recognise`.
//!
//! Invariant: nothing but regular English endings; irregular forms stand in the lists themselves.

/// Whether `word` is, in any case, one of `lemmas` or a regular form of one.
pub(crate) fn is_form_of(word: &str, lemmas: &[&str]) -> bool {
    let lower = word.to_lowercase();
    lemmas.iter().any(|lemma| *lemma == lower) || stems(&lower).iter().any(|stem| lemmas.contains(&stem.as_str()))
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

    #[test]
    fn regular_endings() {
        for form in ["recognise", "recognises", "recognised", "recognising", "Recognised"] {
            assert!(is_form_of(form, &["recognise"]), "{form}");
        }
        for (form, lemma) in
            [("denies", "deny"), ("denied", "deny"), ("cutting", "cut"), ("cuts", "cut"), ("urged", "urge")]
        {
            assert!(is_form_of(form, &[lemma]), "{form}");
        }
        assert!(!is_form_of("recognition", &["recognise"]));
    }
}
