//! The words of the user interface: one catalogue a language.
//!
//! Takes a language tag, gives a [`Strings`]. Example: `Strings::of("en-GB").agrees` is “Agrees with the article”. A word
//! in braces is a slot: `pieces("Mention {n} of {m}")` gives the text between slots and the slots, in order, so that a
//! name can be set into a sentence as an element of its own and each language keeps its own order of words.
//!
//! Invariant: no other module holds a word that a reader sees.

mod english;

/// A count's sentence in each of the forms that a language knows, as `Intl.PluralRules` names them.
pub(crate) struct Plural {
    pub(crate) zero: Option<&'static str>,
    pub(crate) one: Option<&'static str>,
    pub(crate) two: Option<&'static str>,
    pub(crate) few: Option<&'static str>,
    pub(crate) many: Option<&'static str>,
    pub(crate) other: &'static str,
}

/// A label by its key in the data.
type Labels = &'static [(&'static str, &'static str)];

/// The catalogue of one language.
pub(crate) struct Strings {
    /// Its tag.
    pub(crate) language: &'static str,
    /// `ltr` or `rtl`.
    pub(crate) direction: &'static str,
    /// How dates and numbers are written where the page names the language without a country.
    locale: &'static str,
    classes: Labels,
    properties: Labels,

    pub(crate) close: &'static str,
    pub(crate) source: &'static str,
    pub(crate) sources: &'static str,
    pub(crate) new_window: &'static str,

    pub(crate) kind_quotation: &'static str,
    pub(crate) kind_term: &'static str,
    pub(crate) kind_order: &'static str,
    pub(crate) kind_date: &'static str,
    pub(crate) kind_conversion: &'static str,

    pub(crate) stands_for_government: &'static str,
    pub(crate) stands_for_people: &'static str,
    pub(crate) role_from_article: &'static str,
    pub(crate) since: &'static str,
    pub(crate) as_of: &'static str,
    pub(crate) since_as_of: &'static str,
    pub(crate) may_also_mean: &'static str,
    pub(crate) said_here: &'static str,
    pub(crate) read_more: &'static str,
    pub(crate) mention_of: &'static str,
    pub(crate) previous_mention: &'static str,
    pub(crate) next_mention: &'static str,

    pub(crate) speaker_unknown: &'static str,
    pub(crate) form: &'static str,
    pub(crate) direct: &'static str,
    pub(crate) mixed: &'static str,
    pub(crate) indirect: &'static str,
    pub(crate) distanced: &'static str,
    pub(crate) verb: &'static str,
    pub(crate) setting: &'static str,
    pub(crate) also_said: &'static str,
    pub(crate) go_to_speaker: &'static str,

    pub(crate) term_of: &'static str,
    pub(crate) term_of_nobody: &'static str,
    pub(crate) term_cue: &'static str,

    pub(crate) agrees: &'static str,
    pub(crate) differs: &'static str,
    pub(crate) open: &'static str,
    pub(crate) article_alone: &'static str,
    pub(crate) counted: &'static str,
    pub(crate) complete_to: &'static str,
    pub(crate) not_counted: &'static str,
    pub(crate) this_claim: &'static str,
    pub(crate) no_list: &'static str,
    pub(crate) reckoned_from: &'static str,
    pub(crate) article_says: &'static str,
    pub(crate) conversion_agrees: &'static str,
    pub(crate) conversion_differs: &'static str,

    pub(crate) also_here: &'static str,
    pub(crate) nested_name: &'static str,
    pub(crate) nested_quotation: &'static str,
    pub(crate) nested_quotation_unknown: &'static str,
    pub(crate) nested_term: &'static str,
    pub(crate) nested_claim: &'static str,

    pub(crate) notes: &'static str,
    pub(crate) notes_count: Plural,
    pub(crate) notes_region: &'static str,
    pub(crate) no_notes: &'static str,
    pub(crate) group_names: &'static str,
    pub(crate) group_quotations: &'static str,
    pub(crate) group_terms: &'static str,
    pub(crate) group_claims: &'static str,
}

/// Every catalogue that there is; the first serves where no other does.
static CATALOGUES: [&Strings; 1] = [&english::ENGLISH];

impl Strings {
    /// The catalogue for a language tag such as `en-GB`.
    pub(crate) fn of(tag: &str) -> &'static Strings {
        CATALOGUES
            .into_iter()
            .find(|strings| primary(tag).eq_ignore_ascii_case(strings.language))
            .unwrap_or(CATALOGUES[0])
    }

    /// The locale for dates and numbers: the page's own country where the page speaks this language. Always well formed,
    /// for `Intl` throws at any other.
    pub(crate) fn locale(&self, tag: &str) -> String {
        let country =
            tag.split('-').skip(1).find(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()));
        match country {
            Some(country) if primary(tag).eq_ignore_ascii_case(self.language) => format!("{}-{country}", self.language),
            _ => self.locale.to_owned(),
        }
    }

    /// What an entity's class is called; none for a class that the catalogue does not know.
    pub(crate) fn class(&self, key: &str) -> Option<&'static str> {
        look_up(self.classes, key)
    }

    /// What a fact's property is called; a pack's own property as the pack writes it.
    pub(crate) fn property<'a>(&self, key: &'a str) -> &'a str {
        look_up(self.properties, key).unwrap_or(key)
    }
}

impl Plural {
    /// The sentence for a category of `Intl.PluralRules`.
    pub(crate) fn form(&self, category: &str) -> &'static str {
        let form = match category {
            "zero" => self.zero,
            "one" => self.one,
            "two" => self.two,
            "few" => self.few,
            "many" => self.many,
            _ => None,
        };
        form.unwrap_or(self.other)
    }
}

/// The language of a tag, without script and country.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

fn look_up(labels: Labels, key: &str) -> Option<&'static str> {
    labels.iter().find(|(known, _)| *known == key).map(|(_, label)| *label)
}

/// A part of a sentence with slots.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece<'a> {
    Text(&'a str),
    Slot(&'a str),
}

/// The parts of `template`, in order.
pub(crate) fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    template
        .split('{')
        .enumerate()
        .flat_map(|(index, part)| match part.split_once('}') {
            Some((slot, text)) if index > 0 => [Some(Piece::Slot(slot)), Some(Piece::Text(text))],
            _ => [Some(Piece::Text(part)), None],
        })
        .flatten()
        .filter(|piece| *piece != Piece::Text(""))
}

/// `template` as plain text, its slots filled by `values`.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let value = |slot| values.iter().find(|(name, _)| *name == slot).map_or("", |(_, value)| value);
    pieces(template)
        .map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Slot(slot) => value(slot),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_comes_apart_at_its_slots() {
        let parts: Vec<_> = pieces("{who}’s term, {year}").collect();
        assert_eq!(parts, [Piece::Slot("who"), Piece::Text("’s term, "), Piece::Slot("year")]);
        assert_eq!(fill("{n} of {m}", &[("n", "2"), ("m", "{n}")]), "2 of {n}", "a value is never read as a template");
    }

    #[test]
    fn an_unknown_language_is_served_in_english_with_dates_in_english() {
        assert_eq!(Strings::of("tlh").language, "en");
        assert_eq!(Strings::of("tlh").locale("tlh-KX"), "en-GB");
        assert_eq!(Strings::of("").locale(""), "en-GB");
    }

    #[test]
    fn a_page_from_the_united_states_has_its_own_dates() {
        assert_eq!(Strings::of("en-US").locale("en-US"), "en-US");
        assert_eq!(Strings::of("EN").locale("en-Latn-NZ-x-newsroom"), "en-NZ");
        assert_eq!(Strings::of("en").locale("en-<script>"), "en-GB", "Intl throws at a malformed tag");
    }

    #[test]
    fn an_unknown_class_has_no_label_and_an_unknown_property_keeps_its_own() {
        let strings = Strings::of("en");
        assert_eq!(strings.class("newsAgency"), Some("News agency"));
        assert_eq!(strings.class("unheardOf"), None);
        assert_eq!(strings.property("headOfState"), "Head of state");
        assert_eq!(strings.property("Circulation"), "Circulation");
    }

    #[allow(clippy::disallowed_methods, reason = "a test reads the sources that it checks")]
    #[test]
    fn every_class_of_the_packs_that_ship_has_a_label() {
        for name in ["media", "organisations", "people", "places"] {
            let path = format!("{}/../packs/world/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
            let pack = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
            let classes = pack.lines().filter_map(|line| line.split_once(r#""class":""#)?.1.split('"').next());
            classes.for_each(|class| assert!(Strings::of("en").class(class).is_some(), "{class} of {name}.jsonl"));
        }
    }

    #[test]
    fn a_plural_falls_back_on_its_general_form() {
        let notes = &Strings::of("en").notes_count;
        assert_eq!((notes.form("one"), notes.form("few")), ("{n} note", "{n} notes"));
    }
}
