//! `postil pack build|check|stat|schema`.
//!
//! Takes files of JSON lines and sheets (a folder means its *.jsonl, *.csv and *.tsv in the order of their names), or a pack;
//! writes a pack, complaints, counts or the schema. Example: `postil pack build -o people.pack people.csv`.
//!
//! Invariant: a pack is written whole or not at all.

use crate::source::{self, Sources};
use clap::Args;
use postil::pack::{
    build::{Complaint, Groups, Stat, build_beside, check, schema, stat},
    split,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// What to do with packs.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Build a pack from sheets (CSV, TSV) and JSON lines.
    Build(Build),
    /// Check sheets and JSON lines without building: errors, and what an editor should look at.
    ///
    /// Exits with 0 if there are no errors, with 1 if there are errors or a file cannot be read (with --strict also if there are
    /// warnings), and with 2 if the command is not understood.
    Check(Check),
    /// Say what a pack holds.
    Stat {
        /// The pack.
        file: PathBuf,
    },
    /// Print the JSON Schema of a line of JSON.
    Schema,
}

#[derive(Args)]
pub(crate) struct Build {
    /// The pack to write.
    #[arg(short, long)]
    output: PathBuf,
    /// Write what cards need besides into a file of its own: FILE.more.pack beside FILE.pack.
    #[arg(long)]
    split: bool,
    #[command(flatten)]
    sources: Sources,
}

#[derive(Args)]
pub(crate) struct Check {
    /// Let warnings count as errors.
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    sources: Sources,
}

/// Runs the command; an error is a line for the terminal.
pub(crate) fn run(command: Command) -> Result<ExitCode, String> {
    match command {
        Command::Build(command) => build(&command),
        Command::Check(Check { strict, sources }) => {
            let report = check(&sources.read("pack")?, &sources.surroundings()?);
            complain("error", &report.errors);
            complain("warning", &report.warnings);
            let (errors, warnings) = (report.errors.len(), report.warnings.len());
            eprintln!("{}, {}", counted(errors, "error"), counted(warnings, "warning"));
            Ok(if errors > 0 || strict && warnings > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        }
        Command::Stat { file } => print_stat(&file),
        Command::Schema => {
            println!("{:#}", schema());
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn build(Build { output, split, sources }: &Build) -> Result<ExitCode, String> {
    let name = output.file_stem().unwrap_or_default().to_string_lossy();
    let built = build_beside(&sources.read(&name)?, &sources.surroundings()?);
    let report = match built {
        Err(report) => report,
        Ok(built) => {
            complain("warning", &built.warnings);
            let files = if *split { in_two(output, &built.bytes)? } else { vec![(output.clone(), built.bytes)] };
            files.iter().try_for_each(|(path, bytes)| write(path, bytes))?;
            return Ok(ExitCode::SUCCESS);
        }
    };
    complain("error", &report.errors);
    complain("warning", &report.warnings);
    eprintln!("{}; {} is not written", counted(report.errors.len(), "error"), output.display());
    Ok(ExitCode::FAILURE)
}

fn in_two(output: &Path, pack: &[u8]) -> Result<Vec<(PathBuf, Vec<u8>)>, String> {
    let (first, more) = split(pack).map_err(|e| format!("{}: {e}", output.display()))?;
    Ok(vec![(more_beside(output), more), (output.to_owned(), first)])
}

/// Where the second part of a split pack lies: `world.more.pack` beside `world.pack`.
pub(crate) fn more_beside(first: &Path) -> PathBuf {
    match first.extension().and_then(|ending| ending.to_str()) {
        Some(ending) => first.with_extension(format!("more.{ending}")),
        None => first.with_extension("more"),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|e| source::cannot("write", path, &e))?;
    eprintln!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}

fn complain(kind: &str, complaints: &[Complaint]) {
    complaints.iter().for_each(|complaint| eprintln!("{kind}: {complaint}"));
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn print_stat(file: &Path) -> Result<ExitCode, String> {
    let bytes = fs::read(file).map_err(|e| source::cannot("read", file, &e))?;
    print(&stat(bytes).map_err(|e| format!("{}: {e}", file.display()))?);
    Ok(ExitCode::SUCCESS)
}

fn print(stat: &Stat) {
    let [pack, title, licence, version] = &stat.about;
    let [names, entities, sources, lists, reviews] = stat.counts;
    let [first, more] = stat.bytes;
    let elsewhere = if stat.is_whole { "" } else { ", in a file of their own" };
    println!("pack {pack}: {title}, version {version}, licence {licence}");
    println!("{names} names, {entities} entities, {sources} sources, {lists} lists, {reviews} fact-checks");
    println!("{first} bytes for marks, {more} for cards{elsewhere}");
    println!();
    for (what, groups) in [
        ("types", &stat.types),
        ("classes", &stat.classes),
        ("kinds of names", &stat.kinds),
        ("names of one language", &stat.languages),
    ] {
        println!("{what}: {}", listed(groups));
    }
    println!("everyday words among the names: {}", stat.everyday);
    println!("entities with: {}", listed(&stat.known));
    let [facts, undated] = stat.facts;
    let oldest =
        stat.oldest.as_ref().map_or(String::new(), |[date, name]| format!(", the oldest as of {date} ({name})"));
    println!("facts: {facts}, of which {undated} do not say as of when{oldest}");
}

/// As in `person 40, place 3`.
fn listed(groups: &Groups) -> String {
    let groups: Vec<_> = groups.iter().map(|(name, count)| format!("{name} {count}")).collect();
    if groups.is_empty() { "none".to_owned() } else { groups.join(", ") }
}
