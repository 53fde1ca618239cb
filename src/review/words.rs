//! What words mean the same, or the contrary, as far as claims need it.
//!
//! Takes a word; gives its stem and, where news have several words for the thing, the number of its [`concept`]. Example: `sacked` and
//! `dismissed` are one concept; `rose` and `fell` are contraries.
//!
//! Invariant: words are English; of another language each means itself alone.

use crate::cut::head;
use crate::word_list::{WordList, lower_case};
use std::sync::OnceLock;

/// Words that mean about the same in news, a line for each thing, `!` between a thing and its contrary.
const CONCEPTS: &str = include_str!("concepts.txt");

/// Words that carry no meaning of their own in a claim.
static SMALL: WordList = WordList::new(
    "a an the this that these those it its he she they them his her their hers him we us our you your i me my who whom whose which what \
     of in on at by to for from with into onto over under about as than and or but if while when where because since until till \
     is are was were be been being am has have had having do does did will would shall should can could may might must ever \
     there here so such very too also just only even still yet already again once some any each every all both many much lot \
     other others another own same one ones per cent percent between among through during against within out up down off away \
     said say says saying told tell tells according report reported reports reportedly claim claims claimed however \
     mr mrs ms dr sir gov sen rep s t re ve ll d m way ways thing things kind kinds sort last next new now then time times back people person persons nor whether unless number numbers always often usually near \
     behind beside above below outside",
);

/// Words that turn a statement round.
static NEGATORS: WordList = WordList::new(
    "not no never neither nobody none nothing cannot without lacks lack lacked hardly nowhere refuse refused refuses seldom rarely",
);

/// Words by which a statement is denied, wherever in its sentence they stand.
static DENIALS: WordList = WordList::new(
    "denied denies deny denying denial false falsely untrue myth hoax fabricated fake debunked debunk refuted refute refutes \
     wrong wrongly incorrect incorrectly mistaken contrary fiction baseless unfounded disproved disproven dispute disputes disputed contradict contradicts contradicted nonsense invention invented \
     retracted retract exaggerated lie untruth unproven unlike instead opposite reverse absurd ridiculous cleared exonerated corrected correction",
);

/// Verbs that go before another.
static AUXILIARIES: WordList =
    WordList::new("is are was were be been has have had can could will would should may might must");

/// Words whose denial states their contrary: what is not allowed is banned, but what did not rise need not have
/// fallen, and who does not support it need not oppose it.
static ONE_OF_TWO: WordList = WordList::new(
    "allow allows allowed allowing permit permits permitted ban bans banned bar bars barred prohibit prohibits prohibited legal illegal lawful \
     open opened opens closed shut alive dead guilty innocent safe unsafe dangerous harmless employed unemployed public true false \
     succeed succeeds succeeded failed fails",
);

/// Whether a word has a contrary and nothing between.
pub(super) fn is_one_of_two(word: &str) -> bool {
    ONE_OF_TWO.contains_any_case(word)
}

/// Stems of words for whose relation somebody is.
static KIN: WordList = WordList::new(
    "wif husband son daughter father mother brother sister parent child children uncle aunt cousin nephew niec widow partner friend \
     rival opponent critic family relativ namesak predecessor successor deput",
);

/// Whether a stem says whose relation somebody is.
pub(super) fn is_kin(stem: &str) -> bool {
    KIN.contains(stem)
}

/// Verbs that any other may stand for: “put an end to”, “let go”, “gave her word”.
static LIGHT: WordList = WordList::new(
    "take takes took taken taking make makes made making give gives gave given giving put puts putting let lets letting get gets got getting \
     set sets setting go goes went gone going bring brings brought bringing turn turns turned turning do does did done doing use uses \
     used using keep keeps kept keeping come comes came coming become becomes became becoming",
);

/// Whether a word is a verb that says little by itself.
pub(super) fn is_light(word: &str) -> bool {
    LIGHT.contains(word)
}

/// Whether a stem is a span of time that is counted.
pub(super) fn is_time_unit(stem: &str) -> bool {
    crate::word_list::is_among(stem, "second minut hour day week month year decad century")
}

/// Whether a word ends as plurals and verbs of the third person do: no infinitive, as in “to schools”, and no “tennis”.
pub(super) fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !["ss", "is", "us"].iter().any(|ending| word.ends_with(ending))
}

/// What is asked for, and is not yet.
static PROPOSALS: WordList = WordList::new(
    "proposal proposals plan plans bid attempt attempts petition bill motion call calls threat threats offer request demand demands \
     application effort efforts move",
);

/// Whether a word says that what follows is only asked for.
pub(super) fn is_proposal(word: &str) -> bool {
    PROPOSALS.contains(word)
}

/// The currency of a sign.
pub(super) fn currency(sign: &str) -> Option<&'static str> {
    match sign {
        "£" => Some("pounds"),
        "€" => Some("euros"),
        "$" => Some("dollars"),
        _ => None,
    }
}

/// Words by which something is meant to be, or may be, and is not yet.
static MODALS: WordList = WordList::new("will would could may might should shall to");

/// Whether what follows this word may never have been.
pub(super) fn is_modal(word: &str) -> bool {
    MODALS.contains(word)
}

/// Whether a verb may follow this word.
pub(super) fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.contains(word)
}

/// What a word is in a sentence that states something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Small,
    Negator,
    Content,
}

/// What a word in lower case is.
pub(super) fn role(word: &str) -> Role {
    let contracted = word.ends_with("n’t") || word.ends_with("n't");
    match () {
        () if contracted || NEGATORS.contains(word) => Role::Negator,
        () if SMALL.contains(word) => Role::Small,
        () => Role::Content,
    }
}

/// Whether a word in lower case denies what stands around it.
pub(super) fn denies(word: &str) -> bool {
    DENIALS.contains(word)
}

/// A word in lower case without its ending: `taxes` and `tax` become `tax`.
pub(super) fn stem(word: &str) -> String {
    let mut stem = lower_case(word);
    for (ending, instead) in
        [("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", ""), ("e", "")]
    {
        let rest = stem
            .strip_suffix(ending)
            .filter(|rest| rest.chars().count() > 2 && !(ending == "s" && rest.ends_with(['s', 'u', 'i'])));
        if let Some(rest) = rest {
            stem = undoubled(rest) + instead;
            break;
        }
    }
    stem
}

/// `bann` is `ban`.
fn undoubled(stem: &str) -> String {
    let mut letters = stem.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    let doubled = last == before && last.is_some_and(|c| !matches!(c, 'l' | 's' | 'z') && c.is_ascii_lowercase());
    head(stem, stem.len() - usize::from(doubled)).to_owned()
}

/// The number of what a stem means; of contraries one is even, the other the next odd.
pub(super) fn concept(of: &str) -> Option<u32> {
    static TABLE: OnceLock<Vec<(usize, u32)>> = OnceLock::new();
    let table = TABLE.get_or_init(concepts);
    let key = key(of);
    let at = table.partition_point(|(other, _)| *other < key);
    table.get(at).filter(|(other, _)| *other == key).map(|(_, concept)| *concept)
}

/// All stems by their keys; of two concepts of one stem, the first.
fn concepts() -> Vec<(usize, u32)> {
    let mut table = Vec::new();
    for (number, group) in (0..).zip(CONCEPTS.lines()) {
        for (side, words) in (0..).zip(group.split('!')) {
            table.extend(words.split_ascii_whitespace().map(|word| (key(&stem(word)), 2 * number + side)));
        }
    }
    crate::order::sort_by(&mut table, |(key, _)| (*key, 0));
    table
}

/// A number for a text: that of another text but by a chance of one in four thousand million.
pub(super) fn key(text: &str) -> usize {
    text.bytes().fold(0x811c_9dc5_u32, |key, byte| (key ^ u32::from(byte)).wrapping_mul(0x0100_0193)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_go() {
        for (word, expected) in [
            ("taxes", "tax"),
            ("banned", "ban"),
            ("parties", "party"),
            ("houses", "hous"),
            ("house", "hous"),
            ("class", "class"),
        ] {
            assert_eq!(stem(word), expected);
        }
    }

    #[test]
    fn a_word_stands_for_one_thing() {
        let mut keys: Vec<usize> = concepts().into_iter().map(|(key, _)| key).collect();
        let all = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), all);
    }

    #[test]
    fn words_for_one_thing_and_for_its_contrary() {
        let of = |word: &str| concept(&stem(word));
        assert!(of("sacked").is_some() && of("sacked") == of("dismissed"));
        assert_eq!(of("rose").map(|rise| rise ^ 1), of("falling"));
        assert_eq!(of("lighthouse"), None);
    }
}
