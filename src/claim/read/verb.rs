//! Forms of English verbs, as far as claims need them.
//!
//! Takes a word in lower case; says whether it may be a past form, and whether it is a form of a given verb. Example:
//! `recognised` and `recognize` are forms of `recognise`.
//!
//! Invariant: no dictionary; what the spelling does not show is in the list of irregular verbs below.

use crate::word_list::WordList;
use std::sync::OnceLock;

/// Whether a word may be a past tense or past participle.
pub(crate) fn is_past(word: &str) -> bool {
    let regular = word.len() > 3 && word.ends_with("ed") && !NOT_PAST.contains(word);
    regular || irregular().iter().any(|[_, past, participle]| *past == word || *participle == word)
}

/// Whether a past form is its verb's present as well: `hit`, `become`.
pub(in crate::claim) fn is_past_or_present(word: &str) -> bool {
    irregular().iter().any(|[lemma, past, participle]| *lemma == word && (past == lemma || participle == lemma))
}

/// Whether `word` is a form of the verb `lemma`, in British or American spelling.
pub(in crate::claim) fn is_form_of(word: &str, lemma: &str) -> bool {
    let (word, lemma) = (british(word), british(lemma));
    let is_irregular = |[of, past, participle]: &[&str; 3]| *of == lemma && (*past == word || *participle == word);
    word == lemma || is_regular(&word, &lemma) || irregular().iter().any(is_irregular)
}

/// `recognize` -> `recognise`, `analyze` -> `analyse`.
fn british(word: &str) -> String {
    let mut spelt = String::new();
    for c in word.chars() {
        let soft = spelt.ends_with(['i', 'y']);
        spelt.push(if soft && matches!(c, 'z' | 'Z') { 's' } else { c.to_ascii_lowercase() });
    }
    spelt
}

/// Endings of forms, and what the lemma has instead: `joined` of `join`, `ratifies` of `ratify`.
const ENDINGS: [(&str, &str); 8] =
    [("ied", "y"), ("ies", "y"), ("ed", "e"), ("ed", ""), ("es", ""), ("s", ""), ("ing", "e"), ("ing", "")];

/// Whether the lemma is what a form has without its ending: `recognised`, `planned`.
fn is_regular(word: &str, lemma: &str) -> bool {
    ENDINGS.iter().any(|(ending, instead)| {
        let stem = word.strip_suffix(ending).filter(|stem| stem.len() > 1);
        let doubled = |stem: &str| instead.is_empty() && *ending != "s" && *ending != "es" && is_doubled(stem, lemma);
        stem.is_some_and(|stem| lemma.strip_suffix(instead) == Some(stem) || doubled(stem))
    })
}

/// Whether a stem is a lemma with its last letter twice: `plann`.
fn is_doubled(stem: &str, lemma: &str) -> bool {
    let last = lemma.chars().next_back();
    last.is_some_and(|last| stem.strip_suffix(last) == Some(lemma))
}

/// Words in `-ed` that are no past forms, or rarely.
static NOT_PAST: WordList = WordList::new("need indeed speed exceed proceed succeed hundred united wicked naked embed");

/// The irregular verbs, cut from their line once: a table in the program weighs more.
#[inline(never)]
fn irregular() -> &'static [[&'static str; 3]] {
    static VERBS: OnceLock<Vec<[&str; 3]>> = OnceLock::new();
    let cut = |verb: &'static str| {
        let mut forms = verb.split(' ');
        [(); 3].map(|()| forms.next().unwrap_or_default())
    };
    VERBS.get_or_init(|| IRREGULAR.split(';').map(cut).collect())
}

/// Verbs of news with an irregular past: lemma, past, participle. Those whose past is also their present are left out, for
/// they tell no tense, but for `put`, `cut`, `hit` and `set`, which stand in the past far more often.
const IRREGULAR: &str = "be was been;be were been;beat beat beaten;become became become;begin began begun;bring brought brought;\
    break broke broken;build built built;buy bought bought;catch caught caught;choose chose chosen;come came come;\
    cut cut cut;deal dealt dealt;do did done;draw drew drawn;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feel felt felt;\
    fight fought fought;find found found;flee fled fled;fly flew flown;forbid forbade forbidden;get got got;give gave given;go went gone;\
    grow grew grown;have had had;hear heard heard;hide hid hidden;hit hit hit;hold held held;keep kept kept;know knew known;\
    lay laid laid;lead led led;leave left left;lose lost lost;make made made;meet met met;pay paid paid;put put put;\
    quit quit quit;ride rode ridden;rise rose risen;run ran run;say said said;see saw seen;seek sought sought;\
    sell sold sold;send sent sent;set set set;shoot shot shot;show showed shown;sink sank sunk;speak spoke spoken;\
    spend spent spent;stand stood stood;steal stole stolen;strike struck struck;swear swore sworn;take took taken;teach taught taught;tell told told;\
    think thought thought;throw threw thrown;win won won;withdraw withdrew withdrawn;write wrote written";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_verb() {
        for word in ["recognise", "recognize", "recognised", "recognizes", "Recognising"] {
            assert!(is_form_of(word, "recognise") && is_form_of(word, "recognize"), "{word}");
        }
        let forms = [("joined", "join"), ("ratifies", "ratify"), ("planned", "plan"), ("won", "win"), ("led", "lead")];
        assert!(forms.into_iter().all(|(word, lemma)| is_form_of(word, lemma)));
    }

    #[test]
    fn other_verbs_are_told_apart() {
        let others = [("leave", "lead"), ("refuse", "recognise"), ("won", "lose"), ("", "win"), ("s", "")];
        assert!(others.into_iter().all(|(word, lemma)| !is_form_of(word, lemma)));
    }

    #[test]
    fn past_forms() {
        assert!(["said", "recognised", "met", "had", "was"].into_iter().all(is_past));
        assert!(!["say", "need", "united", "hundred", "on", "bed"].into_iter().any(is_past));
    }
}
