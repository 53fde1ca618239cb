//! Takes the registries' packages and what we wrote; gives the packs that ship.
//!
//! `cargo xtask pack world` fetches the packages, composes `packs/world/generated/*.jsonl` of them and of our own layer, and
//! builds `packs/world.pack`.
//!
//! Invariant: the same pins and the same layer give the same bytes; a build of Postil needs none of this.

mod cities;
mod countries;
mod factbook;
mod leaders;
mod merge;
mod record;
mod registry;
#[cfg(test)]
mod tests;

use crate::{process, root, target, widget};
use anyhow::{Context as _, Result, bail};
use factbook::Factbook;
use record::Record;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A pack that a task makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Made {
    /// The pack that ships.
    World,
    /// The opt-in pack of cities.
    Cities,
}

/// Makes a pack; with `check` compares what would be made to what is committed, and writes nothing of it.
///
/// # Errors
/// When a package cannot be had, a source does not say what our layer builds on, or the check finds a difference.
pub(crate) fn run(made: Made, check: bool) -> Result<()> {
    let packages = registry::fetch(&root().join("packs/sources"), &target().join("pack-sources"))?;
    let (name, folders, generated) = match made {
        Made::World => ("world", vec!["packs/world", "packs/world/generated"], world(&packages)?),
        Made::Cities => ("cities", vec!["packs/cities", "packs/cities/generated"], opt_in_cities(&packages)?),
    };
    let folder = root().join("packs").join(name).join("generated");
    for (file, records) in &generated {
        put(&folder.join(file), record::write(records)?.as_bytes(), check)?;
    }
    let committed = root().join("packs").join(format!("{name}.pack"));
    let built = target().join(format!("{name}.pack"));
    build(&built, &folders)?;
    put(&committed, &fs::read(&built)?, check)
}

type Files = BTreeMap<&'static str, Vec<Record>>;

fn world(packages: &registry::Packages) -> Result<Files> {
    let packs = root().join("packs");
    let layer = |file: &str| record::read(&packs.join("world").join(file));
    let factbook = Factbook::open(&packages.factbook)?;
    let features = countries::features(&packages.borders)?;
    let leaders = leaders::read(&packs.join("sources/leaders.tsv"))?;
    let countries = countries::generate(&features, &factbook, &leaders)?;
    let countries = merge::merge(countries, layer("amend/countries.jsonl")?)?;
    let people = merge::merge(leaders::people(&leaders, &factbook, &features)?, layer("amend/people.jsonl")?)?;
    let by_hand = layer("places.jsonl")?;
    let choice = cities::Choice::read(&packs.join("sources/cities.tsv"))?;
    let cities = cities::world(&cities::read(&packages.cities)?, &choice, &by_hand, &countries, &features)?;
    let cities = merge::merge(cities, layer("amend/cities.jsonl")?)?;
    Ok([("cities.jsonl", cities), ("countries.jsonl", countries), ("people.jsonl", people)].into())
}

fn opt_in_cities(packages: &registry::Packages) -> Result<Files> {
    let packs = root().join("packs");
    let world = |file: &str| record::read(&packs.join("world").join(file));
    let features = countries::features(&packages.borders)?;
    let countries = world("generated/countries.jsonl")?;
    let others = [world("places.jsonl")?, world("people.jsonl")?, world("organisations.jsonl")?, world("media.jsonl")?];
    let taken = others.concat().into_iter().chain(world("generated/cities.jsonl")?).collect::<Vec<_>>();
    let choice = cities::Choice::read(&packs.join("sources/cities.tsv"))?;
    let cities = cities::opt_in(&cities::read(&packages.cities)?, &choice, &taken, &countries, &features)?;
    Ok([("cities.jsonl", cities)].into())
}

fn build(pack: &Path, folders: &[&str]) -> Result<()> {
    let mut command = widget::cargo();
    command.args("run --quiet --package postil --features cli --bin postil -- pack build -o".split(' '));
    process::run(command.arg(pack).args(folders))
}

/// Writes a file, or tells that it would change.
fn put(path: &PathBuf, bytes: &[u8], check: bool) -> Result<()> {
    if check && fs::read(path).unwrap_or_default() != bytes {
        bail!(
            "{} is not what its sources give: run the task without --check and look at the difference",
            path.display()
        );
    }
    if check {
        return Ok(());
    }
    fs::create_dir_all(path.parent().context("a file without a folder")?)?;
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
