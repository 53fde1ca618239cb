//! A row of a sheet, as a record.
//!
//! Takes a row under its headers; gives the entity or the source that it describes, the sources that it brings along, and what
//! is wrong with its cells. Example: `Ada Example | person | A. Example` under `name | type | short` is the person with the
//! identifier `ada-example` and two names.
//!
//! Invariant: what a row says it says as a line of JSON could; the rest of the builder does not know which it was.

use super::{
    Complaint, Placed,
    column::{Column, FACT_PARTS, readable},
    complaint::{Header, Place},
    identifier,
    source_form::{Entity, Fact, Kind, OtherName, Picture, Source, Type},
    table::Row,
};
use std::collections::BTreeMap;

/// What may part several names in one cell.
const SEPARATORS: [char; 3] = ['|', '\n', '\r'];

/// What a row describes.
pub(super) struct Described<'a> {
    pub(super) entity: Option<Placed<'a, Entity>>,
    pub(super) sources: Vec<Placed<'a, Source>>,
    pub(super) complaints: Vec<Complaint>,
}

/// Reads a row of a sheet of entities.
pub(super) fn entity<'a>(place: &Place<'a>, row: &Row, headers: &[Header]) -> Described<'a> {
    let mut reader = Reader::of(place, row, headers);
    let entity = reader.entity();
    let sources = std::mem::take(&mut reader.sources).into_values().map(|source| place.with(source)).collect();
    Described { entity: entity.map(|entity| place.with(entity)), sources, complaints: reader.complaints }
}

/// Reads a row of a sheet of sources.
pub(super) fn source<'a>(place: &Place<'a>, row: &Row, headers: &[Header]) -> Described<'a> {
    let mut reader = Reader::of(place, row, headers);
    reader.cells_without_header();
    let [id, title] = ["source", "title"].map(|key| reader.needed(key, "fill it in"));
    let (publisher, url, date) = (reader.value("publisher"), reader.value("url"), reader.date(&Column::Value("date")));
    let source = id.zip(title).map(|(id, title)| place.with(Source { id, title, publisher, url, date }));
    Described { entity: None, sources: source.into_iter().collect(), complaints: reader.complaints }
}

struct Reader<'a, 'r> {
    place: &'r Place<'a>,
    row: &'r Row,
    headers: &'r [Header],
    sources: BTreeMap<String, Source>,
    complaints: Vec<Complaint>,
}

impl<'a, 'r> Reader<'a, 'r> {
    fn of(place: &'r Place<'a>, row: &'r Row, headers: &'r [Header]) -> Self {
        Self { place, row, headers, sources: BTreeMap::new(), complaints: Vec::new() }
    }

    fn entity(&mut self) -> Option<Entity> {
        self.cells_without_header();
        let name = self.needed("name", "fill it in, or delete the row");
        let name_type = self.name_type();
        let (names, salience, picture, facts) =
            (self.names(name.as_deref()), self.salience(), self.picture(), self.facts());
        // A row whose type is wrong builds nothing, but the rest of it is checked all the same.
        let (name, name_type) = (name?, name_type.unwrap_or(Type::Misc));
        Some(Entity {
            id: self.value("id").unwrap_or_else(|| identifier::made_of(&name)),
            name_type,
            class: self.value("class").unwrap_or_else(|| usual_class(name_type).to_owned()),
            name,
            names,
            description: self.value("description"),
            seat_of: self.value("seatOf"),
            country: self.value("country"),
            salience,
            link: self.value("link"),
            wikipedia: self.value("wikipedia"),
            picture,
            facts,
        })
    }

    fn cells_without_header(&mut self) {
        for column in 0..self.row.cells.len() {
            let is_named = self.headers.get(column).is_some_and(|header| !header.written.trim().is_empty());
            if let Some(cell) = self.row.cell(column).filter(|_| !is_named) {
                let message = format!("“{cell}” stands under no header; name the column, or mend the row");
                self.complaints.push(self.place.complain_at_column(column, message));
            }
        }
    }

    /// The cell under a header of this meaning, as one line.
    fn cell(&self, means: &Column) -> Option<String> {
        let column = self.headers.iter().position(|header| header.means == *means)?;
        let cell = self.row.cell(column)?;
        Some(cell.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn value(&self, key: &'static str) -> Option<String> {
        self.cell(&Column::Value(key))
    }

    fn needed(&mut self, key: &'static str, advice: &str) -> Option<String> {
        let value = self.value(key);
        if value.is_none() && self.has(key) {
            self.complain(key, "", format!("`{}` is empty; {advice}", readable(key)));
        }
        value
    }

    /// Whether the sheet has a column. One that it lacks and every row needs is told once, by its header.
    fn has(&self, key: &'static str) -> bool {
        self.headers.iter().any(|header| header.means == Column::Value(key))
    }

    fn complain(&mut self, key: &str, value: &str, message: String) {
        self.complaints.push(self.place.complain(key, value, message));
    }

    fn name_type(&mut self) -> Option<Type> {
        let advice = "write PER (or person), LOC (place), ORG (organisation) or MISC (other)";
        let written = self.needed("type", advice)?;
        let found = type_of(&written);
        if found.is_none() {
            self.complain("type", &written, format!("`type` is “{written}”; {advice}"));
        }
        found
    }

    fn names(&mut self, usual: Option<&str>) -> Vec<OtherName> {
        let (everyday, mut names) = (self.everyday(), Vec::new());
        for (column, header) in self.headers.iter().enumerate() {
            let Column::Names(kind, language) = &header.means else { continue };
            names.extend(several(self.row.cell(column)).map(|name| OtherName {
                everyday: everyday.contains(&name),
                name,
                kind: *kind,
                language: language.clone(),
            }));
        }
        for name in everyday {
            let is_usual = Some(name.as_str()) == usual;
            if is_usual && names.iter().all(|other| other.name != name) {
                names.push(OtherName { name, kind: Kind::Common, everyday: true, language: None });
            } else if !is_usual && names.iter().all(|other| other.name != name) {
                let message = format!("“{name}” is none of the row's names; write it as it stands there");
                self.complain("everyday", &name, message);
            }
        }
        names
    }

    /// Those of the row's names that are words of every day too.
    fn everyday(&self) -> Vec<String> {
        let column = self.headers.iter().position(|header| header.means == Column::Value("everyday"));
        several(column.and_then(|column| self.row.cell(column))).collect()
    }

    fn salience(&mut self) -> f64 {
        let Some(written) = self.value("salience") else { return 0.0 };
        written.replacen(',', ".", 1).parse().unwrap_or_else(|_| {
            let message = format!("`salience` is “{written}”; write a number from 0 to 1, as in 0.4 or 0,4");
            self.complain("salience", &written, message);
            0.0
        })
    }

    fn picture(&mut self) -> Option<Picture> {
        let url = self.value("picture")?;
        if ["pictureWidth", "pictureHeight", "pictureAlt", "pictureCredit"].iter().any(|key| self.value(key).is_none())
        {
            let advice =
                "fill in “picture width”, “picture height”, “picture alt” (what it shows) and “picture credit”";
            self.complain("picture", &url, format!("a picture needs more than its address; {advice}"));
            return None;
        }
        let (width, height) = (self.pixels("pictureWidth")?, self.pixels("pictureHeight")?);
        Some(Picture { url, width, height, alt: self.value("pictureAlt")?, credit: self.value("pictureCredit")? })
    }

    fn pixels(&mut self, key: &'static str) -> Option<u32> {
        let written = self.value(key)?;
        let pixels = written.parse().ok();
        if pixels.is_none() {
            let message = format!("`{}` is “{written}”; write a whole number of pixels", readable(key));
            self.complain(key, &written, message);
        }
        pixels
    }

    fn facts(&mut self) -> Vec<Fact> {
        let properties = self.headers.iter().filter_map(|header| match &header.means {
            Column::Fact(property, "value") => Some(property.clone()),
            _ => None,
        });
        properties.collect::<Vec<_>>().into_iter().filter_map(|property| self.fact(property)).collect()
    }

    fn fact(&mut self, property: String) -> Option<Fact> {
        let of = |part| Column::Fact(property.clone(), part);
        let value = self.cell(&of("value"));
        if value.is_none() {
            let alone = FACT_PARTS.into_iter().find_map(|part| Some((part, self.cell(&of(part))?)));
            if let Some((part, cell)) = alone {
                let message = format!("the fact `{property}` has no value; fill it in, or empty this cell");
                self.complain(part, &cell, message);
            }
            return None;
        }
        let as_of = self.date(&of("asOf")).or_else(|| self.date(&Column::Value("asOf")));
        let own = self.cell(&of("source")).or_else(|| self.cell(&of("sourceUrl"))).is_some();
        let source = if own { self.source(of) } else { self.source(Column::Value) };
        Some(Fact { since: self.date(&of("since")), value: value?, as_of, source, property })
    }

    /// The identifier of a source. A cell that stands alone is one; with an address or the like beside it, it is a title, and the
    /// row describes its source itself.
    fn source(&mut self, column: impl Fn(&'static str) -> Column) -> Option<String> {
        let [title, publisher, url] = ["source", "sourcePublisher", "sourceUrl"].map(|part| self.cell(&column(part)));
        let date = self.date(&column("sourceDate"));
        if publisher.is_none() && url.is_none() && date.is_none() {
            return title;
        }
        let title = title.or_else(|| publisher.clone()).or_else(|| url.clone())?;
        let id = [Some(&title), publisher.as_ref(), url.as_ref(), date.as_ref()];
        let id = id.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" | ");
        self.sources.insert(id.clone(), Source { id: id.clone(), title, publisher, url, date });
        Some(id)
    }

    /// A date as ISO 8601 has it; `1.5.2024`, which spreadsheets make of it in much of Europe, can mean one day only.
    fn date(&mut self, column: &Column) -> Option<String> {
        let written = self.cell(column)?;
        let parts: Vec<&str> = written.split('.').map(str::trim).collect();
        let [day, month, year] = parts.as_slice() else { return Some(written) };
        let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let fits = parts.iter().all(is_number) && year.len() == 4;
        Some(if fits { format!("{year}-{month:0>2}-{day:0>2}") } else { written })
    }
}

/// The names in a cell.
fn several(cell: Option<&str>) -> impl Iterator<Item = String> {
    let names = cell.unwrap_or_default().split(SEPARATORS).map(str::trim).filter(|name| !name.is_empty());
    names.map(str::to_owned)
}

fn type_of(written: &str) -> Option<Type> {
    Some(match written.to_lowercase().as_str() {
        "per" | "person" => Type::Per,
        "loc" | "place" | "location" => Type::Loc,
        "org" | "organisation" | "organization" => Type::Org,
        "misc" | "other" => Type::Misc,
        _ => return None,
    })
}

/// The class of a row that names none.
fn usual_class(name_type: Type) -> &'static str {
    match name_type {
        Type::Per => "person",
        Type::Loc => "place",
        Type::Org => "organisation",
        Type::Misc => "other",
    }
}
