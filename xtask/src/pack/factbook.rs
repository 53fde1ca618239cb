//! Takes the last World Factbook, a JSON file a country; gives what it says of one, by the country's internet code.
//!
//! `page("gh")` has the official name “Republic of Ghana”, the demonyms Ghanaian and Ghanaians, the capital Accra and a
//! population of 35.3 million in 2025.
//!
//! Invariant: values are the Factbook's, at most shortened: notes and brackets cut, people counted to three figures.

use super::record::{Fact, Name};
use anyhow::{Context as _, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The identifier of the source in `packs/world/pack.jsonl`.
const SOURCE: &str = "factbook";
/// The month of its last edition.
const AS_OF: &str = "2026-01";

/// All pages that have an internet code.
pub(super) struct Factbook(BTreeMap<String, Page>);

/// What is said of one country.
pub(super) struct Page(Value);

impl Factbook {
    /// Reads the folder of the package.
    ///
    /// # Errors
    /// When a file cannot be read, or is no JSON.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let mut pages = BTreeMap::new();
        for region in folders(folder)? {
            for file in files(&region)? {
                let text = fs::read_to_string(&file)?;
                let page = Page(serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))?);
                if let Some(code) = page.code() {
                    pages.entry(code).or_insert(page);
                }
            }
        }
        Ok(Self(pages))
    }

    /// The page of an internet code such as `gh`.
    pub(super) fn page(&self, code: &str) -> Option<&Page> {
        self.0.get(code)
    }
}

fn folders(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let context = || format!("cannot read {}", folder.display());
    let mut paths =
        fs::read_dir(folder).with_context(context)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.retain(|path| path.is_dir());
    paths.sort();
    Ok(paths)
}

fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    Ok(paths)
}

impl Page {
    fn text(&self, path: &[&str]) -> Option<String> {
        let value = path.iter().try_fold(&self.0, |value, key| value.get(key))?.get("text")?.as_str()?;
        let value = plain(value);
        (!value.is_empty()).then_some(value)
    }

    fn code(&self) -> Option<String> {
        let text = self.text(&["Communications", "Internet country code"])?;
        // “metropolitan France - .fr; …”: the first code is the country's own.
        let code = text.split('.').nth(1)?.get(..2)?;
        Some(code.to_owned())
    }

    /// “Republic of Ghana”, without what the Factbook remarks on it.
    pub(super) fn official_name(&self) -> Option<Name> {
        let text = self.text(&["Government", "Country name", "conventional long form"])?;
        let name = text.split([';', '(']).next()?.trim();
        (!name.is_empty() && name != "none").then(|| Name::new(name, "official"))
    }

    /// Ghanaian, Ghanaians.
    pub(super) fn demonyms(&self) -> Vec<Name> {
        let nationality = |key| self.text(&["People and Society", "Nationality", key]).unwrap_or_default();
        let mut names = Vec::new();
        for part in nationality("adjective").split([',', ';']).chain(nationality("noun").split([',', ';'])) {
            for name in forms(part) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names.iter().map(|name| Name::new(name, "demonym")).collect()
    }

    /// “Ghanaian”, for “Ghanaian politician”.
    pub(super) fn adjective(&self) -> Option<String> {
        let text = self.text(&["People and Society", "Nationality", "adjective"])?;
        Some(text.split([',', ';', '(']).next()?.split(" or ").next()?.trim().to_owned())
    }

    /// The capital, where there is one.
    pub(super) fn capital(&self) -> Option<Fact> {
        let text = self.text(&["Government", "Capital", "name"])?;
        let value = text.split([';', '(']).next()?.trim();
        Some(fact("capital", value, None))
    }

    /// The population, to three figures, in the year of its estimate.
    pub(super) fn population(&self) -> Option<Fact> {
        let text = self.text(&["People and Society", "Population", "total"])?;
        let people: u64 = text.split([' ', '(']).next()?.replace(',', "").parse().ok()?;
        let year = text.split_once('(')?.1.get(..4)?;
        Some(Fact { as_of: Some(year.to_owned()), ..fact("population", &counted(people), None) })
    }

    /// The area with its waters, to the square kilometre, as the Factbook has it.
    pub(super) fn area(&self) -> Option<Fact> {
        let text = self.text(&["Geography", "Area", "total "])?;
        let square_kilometres = text.strip_suffix(" sq km")?;
        let is_number = square_kilometres.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
        is_number.then(|| fact("area", &format!("{square_kilometres} km²"), None))
    }

    /// Since when somebody holds an office, as far as the Factbook tells; none when it does not name them.
    ///
    /// `role` is “chief of state” or “head of government”, `family` a piece of the name as it stands there.
    pub(super) fn in_office(&self, role: &str, family: &str) -> Option<Option<String>> {
        let text = self.text(&["Government", "Executive branch", role])?;
        let after = &text[text.find(family)? + family.len()..];
        let since = after.split_once("since ").map(|(_, date)| date.split([')', ',', ';', '-']).next().unwrap_or(date));
        Some(since.and_then(iso_date))
    }
}

/// A fact of the Factbook.
pub(super) fn fact(property: &str, value: &str, since: Option<String>) -> Fact {
    Fact {
        property: property.to_owned(),
        value: value.to_owned(),
        since,
        as_of: Some(AS_OF.to_owned()),
        source: SOURCE.to_owned(),
    }
}

/// Text without tags, with the characters that its entities name.
fn plain(html: &str) -> String {
    let mut text = String::new();
    for (number, part) in html.split('<').enumerate() {
        text += if number == 0 { part } else { part.split_once('>').map_or("", |(_, after)| after) };
    }
    for (entity, letter) in ENTITIES {
        text = text.replace(entity, letter);
    }
    text.trim().replace('\'', "’")
}

const ENTITIES: [(&str, &str); 12] = [
    ("&nbsp;", " "),
    ("&rsquo;", "’"),
    ("&amp;", "&"),
    ("&eacute;", "é"),
    ("&Eacute;", "É"),
    ("&iacute;", "í"),
    ("&aacute;", "á"),
    ("&oacute;", "ó"),
    ("&ocirc;", "ô"),
    ("&atilde;", "ã"),
    ("&ccedil;", "ç"),
    ("&uacute;", "ú"),
];

/// The forms of “Afghan(s)”, “Frenchman(men)”, “Thai (singular and plural)”.
fn forms(part: &str) -> Vec<String> {
    let part = part.trim();
    let Some((one, rest)) = part.split_once('(') else { return usable(part).into_iter().collect() };
    let ending = rest.split(')').next().unwrap_or("");
    let many = match ending {
        "s" | "es" => Some(format!("{one}{ending}")),
        "men" => one.strip_suffix("man").map(|stem| format!("{stem}men")),
        "women" => one.strip_suffix("woman").map(|stem| format!("{stem}women")),
        _ => None,
    };
    usable(one).into_iter().chain(many.as_deref().and_then(usable)).collect()
}

/// A demonym is one to three capitalised words.
fn usable(name: &str) -> Option<String> {
    let name = name.trim();
    let capitalised = name.split(' ').all(|word| word.starts_with(char::is_uppercase));
    (capitalised && !name.contains(" or ")).then(|| name.to_owned())
}

/// “1.42 billion”, “35.3 million”, “118 million”, “57,800”.
fn counted(people: u64) -> String {
    let step = 10_u64.pow(people.checked_ilog10().unwrap_or(0).saturating_sub(2));
    let people = (people + step / 2) / step * step;
    let (unit, word) = match people {
        1_000_000_000.. => (1_000_000_000, " billion"),
        1_000_000.. => (1_000_000, " million"),
        _ => return grouped(people),
    };
    let mut figures = format!("{:.2}", people as f64 / unit as f64);
    figures.truncate(if figures.find('.') == Some(3) { 3 } else { 4 });
    let figures = if figures.contains('.') { figures.trim_end_matches('0').trim_end_matches('.') } else { &figures };
    format!("{figures}{word}")
}

fn grouped(people: u64) -> String {
    match people {
        1000.. => format!("{},{:03}", people / 1000, people % 1000),
        _ => people.to_string(),
    }
}

/// “5 Sep 2025” as 2025-09-05, “April 2018” as 2018-04, “1997” as itself.
fn iso_date(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let month = |word: &str| MONTHS.iter().position(|month| word.starts_with(month)).map(|place| place + 1);
    let year = |word: &str| word.parse::<u16>().ok().filter(|year| (1900..2100).contains(year));
    match words[..] {
        [day, m, y, ..] if day.len() <= 2 => {
            Some(format!("{}-{:02}-{:02}", year(y)?, month(m)?, day.parse::<u8>().ok()?))
        }
        [m, y, ..] if month(m).is_some() => Some(format!("{}-{:02}", year(y)?, month(m)?)),
        [y, ..] => Some(year(y)?.to_string()),
        [] => None,
    }
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

#[cfg(test)]
mod tests {
    use super::{counted, forms, iso_date};

    #[test]
    fn people_are_counted_to_three_figures() {
        let cases = [
            (35_336_133, "35.3 million"),
            (1_419_320_000, "1.42 billion"),
            (117_501_000, "118 million"),
            (57_751, "57,800"),
            (999_600, "1 million"),
            (593, "593"),
            (8_000_400, "8 million"),
        ];
        cases.iter().for_each(|(people, text)| assert_eq!(counted(*people), *text));
    }

    #[test]
    fn demonyms_are_given_in_each_form() {
        assert_eq!(forms("Afghan(s)"), ["Afghan", "Afghans"]);
        assert_eq!(forms(" Frenchwoman(women)"), ["Frenchwoman", "Frenchwomen"]);
        assert_eq!(forms("Thai (singular and plural)"), ["Thai"]);
        assert!(forms("people of Niue").is_empty());
    }

    #[test]
    fn a_date_keeps_its_precision() {
        assert_eq!(iso_date("7 January 2025").as_deref(), Some("2025-01-07"));
        assert_eq!(iso_date("5 Sep 2025").as_deref(), Some("2025-09-05"));
        assert_eq!(iso_date("April 2018").as_deref(), Some("2018-04"));
        assert_eq!(iso_date("1997").as_deref(), Some("1997"));
        assert_eq!(iso_date("some time"), None);
    }
}
