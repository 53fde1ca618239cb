//! Takes country-coder's features, the Factbook and the table of leaders; gives a record for each country and territory that has a
//! code of ISO 3166.
//!
//! Ghana: Q117, official name, demonyms, “Country in West Africa; capital Accra”, capital, population, head of state.
//!
//! Invariant: identifiers are country-coder's; what it groups by the United Nations' regions is said in our words.

use super::factbook::{Factbook, Page};
use super::leaders::Leader;
use super::record::Record;
use anyhow::{Context as _, Result};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// What country-coder says of a country.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Feature {
    #[serde(rename = "iso1A2", default)]
    pub(super) iso: String,
    #[serde(rename = "wikidata")]
    pub(super) id: String,
    name_en: String,
    #[serde(rename = "ccTLD")]
    internet_code: Option<String>,
    #[serde(default)]
    groups: Vec<String>,
}

#[derive(Deserialize)]
struct Borders {
    features: Vec<Around>,
}

#[derive(Deserialize)]
struct Around {
    properties: Feature,
}

/// Codes that country-coder has beyond ISO 3166, and those of what is no country.
const NO_COUNTRY: [&str; 10] = ["AC", "CP", "CQ", "DG", "EA", "EU", "FX", "IC", "TA", "UN"];

/// Country-coder gives these codes to the kingdoms; the news mean the countries in Europe, which it knows without a code.
const IN_EUROPE: [(&str, &str, &str); 2] = [("DK", "Q35", "Denmark"), ("NL", "Q55", "Netherlands")];

/// Reads the features of countries and territories.
///
/// # Errors
/// When the file is not country-coder's.
pub(super) fn features(borders: &Path) -> Result<Vec<Feature>> {
    let text = fs::read_to_string(borders).with_context(|| format!("cannot read {}", borders.display()))?;
    let borders: Borders = serde_json::from_str(&text).context("country-coder's borders have another form")?;
    let features = borders.features.into_iter().map(|feature| feature.properties);
    let is_country = |feature: &Feature| !feature.iso.is_empty() && !NO_COUNTRY.contains(&feature.iso.as_str());
    Ok(features.filter(is_country).map(in_europe).collect())
}

fn in_europe(feature: Feature) -> Feature {
    match IN_EUROPE.iter().find(|(iso, _, _)| *iso == feature.iso) {
        // The kingdom's regions reach from Europe to America; the country's own is said by hand.
        Some((_, id, name)) => {
            Feature { id: (*id).to_owned(), name_en: (*name).to_owned(), groups: Vec::new(), ..feature }
        }
        None => feature,
    }
}

/// Composes the records.
///
/// # Errors
/// When the Factbook does not name a leader of our table.
pub(super) fn generate(features: &[Feature], factbook: &Factbook, leaders: &[Leader]) -> Result<Vec<Record>> {
    features.iter().map(|feature| country(feature, factbook.page(&feature.internet_code()), leaders)).collect()
}

impl Feature {
    /// `gh`; most often the code of ISO 3166 in small letters.
    pub(super) fn internet_code(&self) -> String {
        self.internet_code.as_deref().unwrap_or(&self.iso).trim_start_matches('.').to_lowercase()
    }
}

fn country(feature: &Feature, page: Option<&Page>, leaders: &[Leader]) -> Result<Record> {
    let mut record = Record {
        id: feature.id.clone(),
        name_type: Some("LOC".to_owned()),
        class: Some("country".to_owned()),
        name: Some(feature.name_en.clone()),
        ..Record::default()
    };
    let Some(page) = page else { return Ok(record) };
    record.names = page.official_name().into_iter().chain(page.demonyms()).collect();
    record.names.retain(|name| name.name != feature.name_en);
    let capital = page.capital();
    record.description = describe(feature, capital.as_ref().map(|fact| fact.value.as_str()));
    record.facts = capital.into_iter().chain(page.population()).chain(page.area()).collect();
    for leader in leaders.iter().filter(|leader| leader.iso == feature.iso) {
        record.facts.push(leader.of_country(page)?);
    }
    Ok(record)
}

fn describe(feature: &Feature, capital: Option<&str>) -> Option<String> {
    let (_, region) = REGIONS.iter().find(|(code, _)| feature.groups.iter().any(|group| group == code))?;
    Some(format!("Country in {region}; capital {}", capital?))
}

/// The United Nations' regions by their codes of M49, as news call them.
const REGIONS: [(&str, &str); 18] = [
    ("015", "North Africa"),
    ("011", "West Africa"),
    ("017", "Central Africa"),
    ("014", "East Africa"),
    ("018", "southern Africa"),
    ("029", "the Caribbean"),
    ("013", "Central America"),
    ("005", "South America"),
    ("021", "North America"),
    ("143", "Central Asia"),
    ("030", "East Asia"),
    ("035", "South-East Asia"),
    ("034", "South Asia"),
    ("145", "the Middle East"),
    ("151", "Eastern Europe"),
    ("154", "northern Europe"),
    ("039", "southern Europe"),
    ("155", "western Europe"),
];
