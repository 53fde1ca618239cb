//! The columns of a sheet: which there are, and what a header means.
//!
//! Takes the header of a column; gives its meaning, or the name of the nearest column that there is. Example: `Seat of`,
//! `seat_of` and `SEATOF` are all the key `seatOf`; `fact: office: since` is since when the fact `office` holds.
//!
//! Invariant: a column that is not known is an error, for it is most often a slip of the pen; `#` before a name sets it aside.

use super::source_form::Kind;

/// What the cells of a column say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The value of a key, as JSON lines have it, of the record or (`asOf`, `source`, ...) of all facts of the row.
    Value(&'static str),
    /// Names of a kind, in a language.
    Names(Kind, Option<String>),
    /// A part of a fact: `value`, `since`, or one of [`FACT_PARTS`].
    Fact(String, &'static str),
    /// Nothing: the desk's own notes.
    Aside,
}

impl Column {
    /// Whether its cells are the values of this key.
    pub(super) fn is_value(&self, key: &str) -> bool {
        matches!(self, Self::Value(own) if *own == key)
    }

    /// Whether a value of this key may come from here. The property of a fact is its column's own.
    pub(super) fn is_for(&self, key: &str, value: &str) -> bool {
        match self {
            Self::Value(own) => *own == key,
            Self::Names(..) => key == "names",
            Self::Fact(property, part) => *part == key || key == "property" && property == value,
            Self::Aside => false,
        }
    }
}

/// What is wrong with a header.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    /// What it is, and what to do.
    pub(super) message: String,
    /// The key that was most likely meant.
    pub(super) nearest: &'static str,
}

/// What a sheet describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sheet {
    Entities,
    Sources,
}

/// The keys of a sheet of entities that take one value.
const ENTITY: [&str; 22] = [
    "id",
    "type",
    "class",
    "name",
    "everyday",
    "description",
    "salience",
    "link",
    "wikipedia",
    "country",
    "seatOf",
    "picture",
    "pictureWidth",
    "pictureHeight",
    "pictureAlt",
    "pictureCredit",
    "asOf",
    "source",
    "sourceUrl",
    "sourcePublisher",
    "sourceDate",
    "fact",
];

/// The keys of a sheet of sources.
const SOURCE: [&str; 5] = ["source", "title", "publisher", "url", "date"];

/// The columns of names, by kind.
const NAMES: [(&str, Kind); 7] = [
    ("official", Kind::Official),
    ("short", Kind::Short),
    ("acronym", Kind::Acronym),
    ("demonym", Kind::Demonym),
    ("metonym", Kind::Metonym),
    ("former", Kind::Former),
    ("other", Kind::Common),
];

/// What may stand after `fact: office:`; all but `since` may stand alone, for all facts of the row.
pub(super) const FACT_PARTS: [&str; 6] = ["since", "asOf", "source", "sourceUrl", "sourcePublisher", "sourceDate"];

impl Sheet {
    /// A sheet with titles and sources, but without names, describes sources.
    pub(super) fn of(headers: &[String]) -> Self {
        let has = |key: &str| headers.iter().any(|header| folded(header) == key);
        if has("source") && has("title") && !has("name") { Self::Sources } else { Self::Entities }
    }

    /// The columns of which every row needs a value.
    pub(super) fn needs(self) -> [&'static str; 2] {
        match self {
            Self::Entities => ["name", "type"],
            Self::Sources => ["source", "title"],
        }
    }

    /// What a header means; an error says what to do.
    pub(super) fn column(self, header: &str) -> Result<Column, Unknown> {
        let header = header.trim();
        if header.is_empty() || header.starts_with('#') {
            return Ok(Column::Aside);
        }
        match self {
            Self::Sources => key(&SOURCE, header).map(Column::Value).ok_or_else(|| unknown(header, &SOURCE)),
            Self::Entities => entity_column(header),
        }
    }
}

fn entity_column(header: &str) -> Result<Column, Unknown> {
    let mut parts = header.splitn(3, ':').map(str::trim);
    let (first, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let kind = NAMES.iter().find(|(name, _)| folded(first) == *name).map(|(_, kind)| *kind);
    match (key(&ENTITY, first), kind, second, third) {
        (Some("fact"), _, Some(property), None) if !property.is_empty() => Ok(Column::Fact(property.into(), "value")),
        (Some("fact"), _, Some(property), Some(part)) if !property.is_empty() => {
            let known = key(&FACT_PARTS, part).ok_or_else(|| unknown(part, &FACT_PARTS));
            known.map(|part| Column::Fact(property.into(), part))
        }
        (Some("fact"), ..) => {
            let message = "which fact? Write its property, as in “fact: office”".to_owned();
            Err(Unknown { message, nearest: "fact" })
        }
        (Some(key), _, None, _) => Ok(Column::Value(key)),
        (_, Some(kind), language, None) => Ok(Column::Names(kind, language.map(str::to_owned))),
        _ => Err(unknown(header, &ENTITY)),
    }
}

fn unknown(header: &str, known: &[&'static str]) -> Unknown {
    let written = folded(header);
    let names = NAMES.iter().map(|(name, _)| *name).filter(|_| known.len() == ENTITY.len());
    let all = known.iter().copied().chain(names);
    let nearest = all.min_by_key(|key| strsim::damerau_levenshtein(&folded(key), &written)).unwrap_or_default();
    let message = format!(
        "there is no column “{header}”; the nearest is “{}”. Rename it, or write “#{header}” to leave it out",
        readable(nearest)
    );
    Unknown { message, nearest }
}

fn key(keys: &[&'static str], header: &str) -> Option<&'static str> {
    keys.iter().copied().find(|key| folded(key) == folded(header))
}

/// A header without regard to case, spaces, underscores and hyphens.
fn folded(header: &str) -> String {
    header.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// A key as a header has it: `seat of`.
pub(super) fn readable(key: &str) -> String {
    let mut words = String::new();
    for c in key.chars() {
        if c.is_uppercase() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_may_be_written_in_many_ways() {
        for header in ["seat_of", "Seat of", " SEATOF ", "seat-of"] {
            assert_eq!(Sheet::Entities.column(header), Ok(Column::Value("seatOf")), "{header}");
        }
        for (header, column) in [
            ("Acronym", Column::Names(Kind::Acronym, None)),
            ("official: de", Column::Names(Kind::Official, Some("de".into()))),
            ("Other", Column::Names(Kind::Common, None)),
            ("Fact: Seat on the council", Column::Fact("Seat on the council".into(), "value")),
            ("fact:office:As of", Column::Fact("office".into(), "asOf")),
            ("source_url", Column::Value("sourceUrl")),
            ("# checked by", Column::Aside),
            ("", Column::Aside),
        ] {
            assert_eq!(Sheet::Entities.column(header), Ok(column), "{header}");
        }
    }

    #[test]
    fn an_unknown_column_names_the_nearest() {
        for (header, nearest) in [
            ("Descripton", "description"),
            ("acronim", "acronym"),
            ("official name", "official"),
            ("seat", "seat of"),
            ("fact: office: sinse", "since"),
        ] {
            let message = Sheet::Entities.column(header).expect_err("an error").message;
            assert!(message.contains(&format!("the nearest is “{nearest}”")), "{message}");
        }
        assert!(Sheet::Sources.column("published").is_err_and(|unknown| unknown.nearest == "publisher"));
        assert!(Sheet::Entities.column("fact").is_err_and(|unknown| unknown.message.contains("which fact?")));
    }

    #[test]
    fn a_sheet_with_titles_but_no_names_describes_sources() {
        let of = |headers: &[&str]| Sheet::of(&headers.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(of(&["Source", "Title"]), Sheet::Sources);
        assert_eq!(of(&["Name", "Source"]), Sheet::Entities);
    }
}
