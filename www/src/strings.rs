//! The words of the user interface: one catalogue a language, `www/strings/*.json`.
//!
//! Takes the pairs of a catalogue, key and words, gives [`Strings`]. Example: `agrees` is “Agrees with the article”. English is
//! built in, another language's words are laid over it; the loader fetches them. A word in braces is a slot:
//! `pieces("Mention {n} of {m}")` gives the text between slots and the slots, in order, so that a name can be set into a
//! sentence as an element of its own and each language keeps its own order of words. Keys with a point are families:
//! `class.city`, `property.capital`, and a count's sentence in each form of `Intl.PluralRules`: `notes_count.few`.
//!
//! Invariant: no other module holds a word that a reader sees.

macro_rules! catalogue {
    ($($key:ident)*) => {
        /// The words of one language.
        #[derive(Default)]
        pub(crate) struct Strings {
            $(pub(crate) $key: String,)*
            /// The keys with a point, later ones before earlier ones.
            families: Vec<(String, String)>,
        }

        impl Strings {
            /// Where the words of each key go.
            fn slots(&mut self) -> [(&'static str, &mut String); [$(stringify!($key)),*].len()] {
                [$((stringify!($key), &mut self.$key)),*]
            }
        }
    };
}

// A catalogue's language is a BCP 47 tag, its direction `ltr` or `rtl`, its locale how dates and numbers are written where the
// page names the language without a country.
catalogue! {
    language direction locale
    close pin source sources new_window
    kind_quotation kind_indirect kind_term kind_review kind_reviews
    stands_for_government stands_for_people role_from_article since as_of since_as_of may_also_mean said_here read_more
    mention_of previous_mention next_mention nothing_known picture_failed
    facts_coming facts_missing
    speaker_unknown unnamed form direct mixed indirect distanced verb setting when relayed_by also_said go_to_speaker
    term_of term_of_nobody term_cue
    agrees differs open article_alone stated_by stated_by_source stated_by_article unchecked elsewhere joint until listed counted complete_to not_counted this_claim no_list reckoned_from
    article_says conversion_agrees conversion_differs
    verdicts_differ review_old names_article claim_reviewed claim_made_by read_review
    also_here nested_name nested_quotation nested_quotation_unknown nested_indirect nested_term nested_claim nested_review
    why why_pack why_own_pack why_role why_acronym why_short_form why_coordination why_chain why_wording why_quotation why_quotation_plain
    why_report why_report_plain why_term why_order why_date why_conversion why_statement why_review not_this hidden restore
    notes notes_off notes_region no_notes all_hidden group_names group_quotations group_indirect group_terms group_claims group_reviews
    claims_filter claims_shown filter_all filter_checked state_agrees state_differs state_date state_unchecked state_reviewed the_article a_source
    show_notes settings kinds amount fewer more amount_few amount_some amount_many amount_all side_panel announce kept_here
}

impl Strings {
    /// The words of these pairs; of two for one key, the later.
    pub(crate) fn new(pairs: impl Iterator<Item = (String, String)>) -> Strings {
        let mut strings = Strings::default();
        let mut families = Vec::new();
        let mut slots = strings.slots();
        for (key, words) in pairs {
            match slots.iter_mut().find(|(slot, _)| *slot == key) {
                Some((_, slot)) => **slot = words,
                None => families.insert(0, (key, words)),
            }
        }
        strings.families = families;
        strings
    }

    /// The locale for dates and numbers: the page's own country where the page speaks this language. Always well formed,
    /// for `Intl` throws at any other.
    pub(crate) fn locale(&self, tag: &str) -> String {
        let country =
            tag.split('-').skip(1).find(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()));
        match country {
            Some(country) if primary(tag).eq_ignore_ascii_case(&self.language) => {
                format!("{}-{country}", self.language)
            }
            _ => self.locale.clone(),
        }
    }

    /// What an entity's class is called; none for a class that the catalogue does not know.
    pub(crate) fn class(&self, key: &str) -> Option<&str> {
        self.look_up("class", key)
    }

    /// What kind of statement a claim is.
    pub(crate) fn claim(&self, key: &str) -> &str {
        self.look_up("claim", key).unwrap_or_default()
    }

    /// What a fact's property is called; a pack's own property as the pack writes it.
    pub(crate) fn property<'a>(&'a self, key: &'a str) -> &'a str {
        self.look_up("property", key).unwrap_or(key)
    }

    /// The sentence of a count, in the form for a category of `Intl.PluralRules`.
    pub(crate) fn plural(&self, sentence: &str, category: &str) -> &str {
        self.look_up(sentence, category).or_else(|| self.look_up(sentence, "other")).unwrap_or_default()
    }

    fn look_up(&self, family: &str, key: &str) -> Option<&str> {
        let of = |known: &str| known.split_once('.') == Some((family, key));
        self.families.iter().find(|(known, _)| of(known)).map(|(_, words)| words.as_str())
    }
}

/// The language of a tag, without script and country.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
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

#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "../tests/view/strings.rs"]
mod tests;
