//! Takes our table of heads of state and government, and the Factbook; gives their records and the facts of their countries.
//!
//! A line of `packs/sources/leaders.tsv` says whom to look for: country, role, identifier, the piece of the name that the Factbook has,
//! the name in English news, the office, and how much of the day of taking office may be told.
//!
//! Invariant: nobody holds an office here whom the Factbook does not name in it; each such fact says as of when.

use super::countries::Feature;
use super::factbook::{Factbook, Page, fact};
use super::record::{Fact, Record, table};
use anyhow::{Context as _, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// A line of the table.
#[derive(Clone, Debug)]
pub(super) struct Leader {
    pub(super) iso: String,
    /// `state` or `government`; who is both is head of state.
    role: String,
    id: String,
    /// As it stands in the Factbook.
    family: String,
    name: String,
    office: String,
    /// `day`, `month` or `-`.
    since: String,
}

/// Reads the table.
///
/// # Errors
/// When a line has not its seven columns.
pub(super) fn read(path: &Path) -> Result<Vec<Leader>> {
    let rows = table(path)?;
    Ok(rows
        .into_iter()
        .map(|[iso, role, id, family, name, office, since]| Leader { iso, role, id, family, name, office, since })
        .collect())
}

/// The records of all leaders, one a person.
///
/// # Errors
/// When the Factbook does not name one of them.
pub(super) fn people(leaders: &[Leader], factbook: &Factbook, features: &[Feature]) -> Result<Vec<Record>> {
    let mut people = BTreeMap::new();
    for leader in leaders {
        let country = features.iter().find(|feature| feature.iso == leader.iso);
        let page = country.and_then(|country| factbook.page(&country.internet_code()));
        let page = page.with_context(|| format!("the Factbook has no page for {}", leader.iso))?;
        let person = leader.person(page)?;
        people.entry(person.id.clone()).or_insert(person);
    }
    Ok(people.into_values().collect())
}

impl Leader {
    /// The fact of the country that this person leads.
    ///
    /// # Errors
    /// When the Factbook does not name this person in that office.
    pub(super) fn of_country(&self, page: &Page) -> Result<Fact> {
        let property = if self.role == "state" { "headOfState" } else { "headOfGovernment" };
        Ok(fact(property, &self.name, self.since(page)?))
    }

    fn person(&self, page: &Page) -> Result<Record> {
        let since = self.since(page)?;
        Ok(Record {
            id: self.id.clone(),
            name_type: Some("PER".to_owned()),
            class: Some("person".to_owned()),
            name: Some(self.name.clone()),
            description: Some(self.describe(&page.adjective().unwrap_or_default(), since.as_deref())),
            salience: Some(0.3),
            facts: vec![fact("office", &self.office, since)],
            ..Record::default()
        })
    }

    fn since(&self, page: &Page) -> Result<Option<String>> {
        let role = if self.role == "state" { "chief of state" } else { "head of government" };
        let since = page
            .in_office(role, &self.family)
            .with_context(|| format!("the Factbook names no {} as {role} of {}", self.family, self.iso))?;
        let kept = match self.since.as_str() {
            "day" => 10,
            "month" => 7,
            _ => return Ok(None),
        };
        Ok(since.map(|date| date.chars().take(kept).collect()))
    }

    /// “Ghanaian politician; took office as president in January 2025”: stays true when another holds the office.
    fn describe(&self, adjective: &str, since: Option<&str>) -> String {
        let (title, of) = self.office.split_once(" of ").unwrap_or((&self.office, ""));
        let title = title.to_lowercase();
        match since.map(month_and_year) {
            Some(when) if MONARCHS.contains(&title.as_str()) => format!("Became {title} of {of} in {when}"),
            Some(when) => format!("{adjective} politician; took office as {title} in {when}"),
            None => format!("{adjective} politician"),
        }
    }
}

const MONARCHS: [&str; 7] = ["king", "queen", "emperor", "emir", "sultan", "prince", "grand duke"];

/// “January 2025” for 2025-01-07, “2025” for 2025.
fn month_and_year(date: &str) -> String {
    let (year, month) = (date.get(..4).unwrap_or(date), date.get(5..7).and_then(|month| month.parse::<usize>().ok()));
    match month.and_then(|month| MONTHS.get(month.wrapping_sub(1))) {
        Some(month) => format!("{month} {year}"),
        None => year.to_owned(),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
