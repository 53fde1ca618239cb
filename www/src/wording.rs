//! What text tells of itself, in any language: whether it reads on, leads in, or only names.
//!
//! Takes the words of a block; gives a judgement. Example: “Foto: Reuters” is a credit, “Three fishermen: Ada's crew” is not.
//!
//! Invariant: letters, marks and lengths are looked at, never a word of some language.

/// Running text rather than a label: it has some words, and is not shouted.
pub(crate) fn is_phrase(words: &str) -> bool {
    let spaced = words.split_whitespace().nth(3).is_some();
    (spaced || words.chars().filter(|c| is_uncased(*c)).nth(11).is_some()) && !is_shouted(words)
}

/// All in capitals, in a script that has them.
fn is_shouted(words: &str) -> bool {
    words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase)
}

/// A letter of a script without capitals; some of these write without spaces.
fn is_uncased(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

/// “Read more:” and the like lead in what follows.
pub(crate) fn is_lead_in(words: &str) -> bool {
    words.ends_with(':') && words.split_whitespace().nth(4).is_none()
}

/// Who took a picture: names alone, parted by a sign. “Foto: Reuters”, “Jo Marsh/AP”.
pub(crate) fn is_credit(words: &str) -> bool {
    let mut initials = words.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
    has_one_of(words, ":/|©") && initials.all(char::is_uppercase)
}

/// Whether there is anything to read in it.
pub(crate) fn has_letters(words: &str) -> bool {
    words.chars().any(char::is_alphanumeric)
}

/// Marks that may stand behind the end of a sentence.
const CLOSING: &str = "”“\"’‘'»«›)]」』）";
/// Marks that end a sentence, in the scripts that have their own.
const ENDING: &str = ".!?…:。！？।؟۔";

pub(crate) fn ends_sentence(words: &str) -> bool {
    let last = words.chars().rfind(|c| !is_one_of(*c, CLOSING));
    last.is_some_and(|c| is_one_of(c, ENDING))
}

/// Whether there is a mark in it that running text has.
pub(crate) fn is_punctuated(words: &str) -> bool {
    has_one_of(words, ",、，،") || has_one_of(words, ENDING)
}

fn has_one_of(words: &str, marks: &str) -> bool {
    words.chars().any(|c| is_one_of(c, marks))
}

/// As `marks.contains(c)`, which would bring the library's search for text in text: half a kilobyte for a reader.
fn is_one_of(c: char, marks: &str) -> bool {
    marks.chars().any(|mark| mark == c)
}

/// The words in small letters.
pub(crate) fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.chars().flat_map(char::to_lowercase).collect()).collect()
}

/// The name that a text begins with: its first two words, if both have capitals.
pub(crate) fn opening_name(words: &str) -> Option<&str> {
    let second = words.find(' ')? + 1;
    let rest = words.get(second..)?;
    let end = rest.find(|c: char| !c.is_alphanumeric()).map_or(words.len(), |at| second + at);
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    words.get(..end).filter(|_| capital(words) && capital(rest))
}

#[cfg(test)]
mod tests {
    use super::{ends_sentence, is_credit, is_phrase, opening_name};

    #[test]
    fn a_credit_is_names_and_a_sign() {
        for credit in
            ["Foto: Reuters", "(Bild: Hersteller)", "Jo Marsh/AP", "Image: Jo Marsh / The Courier", "© Courier"]
        {
            assert!(is_credit(credit), "{credit}");
        }
        for caption in ["Ada Renn", "Ada Renn: the chair of the council", "صورة: رئيسة المجلس", "渡し船：写真"]
        {
            assert!(!is_credit(caption), "{caption}");
        }
    }

    #[test]
    fn a_phrase_is_told_from_a_label_in_any_script() {
        for phrase in ["The ferry stays as it is", "渡し船は百年前から川を渡っている", "بقيت العبارة كما كانت"]
        {
            assert!(is_phrase(phrase), "{phrase}");
        }
        for label in ["Read more", "THE CHAIR OF THE COUNCIL", "関連記事", "اقرأ المزيد"] {
            assert!(!is_phrase(label), "{label}");
        }
    }

    #[test]
    fn a_sentence_ends_before_its_closing_marks() {
        for sentence in ["She stayed.", "Sie sagte: „Nein.“", "彼女は「いいえ。」", "هل بقيت؟", "वह रुकी।"]
        {
            assert!(ends_sentence(sentence), "{sentence}");
        }
        assert!(!ends_sentence("Read more"));
    }

    #[test]
    fn a_name_opens_with_two_capitals() {
        assert_eq!(opening_name("Jo Marsh, our reporter, is on leave"), Some("Jo Marsh"));
        assert_eq!(opening_name("Žofie Černá píše o řekách"), Some("Žofie Černá"));
        for other in ["The mayor went home", "Jo", "", "Jo — Marsh"] {
            assert_eq!(opening_name(other), None, "{other}");
        }
    }
}
