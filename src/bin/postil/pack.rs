//! `postil pack build|check|stat`.
//!
//! Takes files of JSON lines (a folder means its *.jsonl in the order of their names), or a pack; writes a pack, complaints
//! or counts. Example: `postil pack build -o people.pack people.jsonl`.
//!
//! Invariant: a pack is written whole or not at all.

use clap::Args;
use postil::pack::{
    build::{SourceFile, build, stat},
    split,
};
use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// What to do with packs.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Build a pack from JSON lines.
    Build(Build),
    /// Check JSON lines without building: errors, and what an editor should look at.
    Check(Sources),
    /// Say what a pack holds.
    Stat {
        /// The pack.
        file: PathBuf,
    },
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
pub(crate) struct Sources {
    /// Files of JSON lines; a folder means its *.jsonl in the order of their names.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Runs the command; an error is a line for the terminal.
pub(crate) fn run(command: Command) -> Result<ExitCode, String> {
    match command {
        Command::Build(Build { output, split, sources }) => {
            let built = match build(&read(&sources)?) {
                Ok(built) => built,
                Err(errors) => return Ok(complain("error", &errors)),
            };
            complain("warning", &built.warnings);
            let files = if split { in_two(&output, &built.bytes)? } else { vec![(output, built.bytes)] };
            files.iter().try_for_each(|(path, bytes)| write(path, bytes))?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Check(sources) => match build(&read(&sources)?) {
            Ok(built) => {
                complain("warning", &built.warnings);
                eprintln!("no errors, {} warnings", built.warnings.len());
                Ok(ExitCode::SUCCESS)
            }
            Err(errors) => Ok(complain("error", &errors)),
        },
        Command::Stat { file } => print_stat(&file),
    }
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
    fs::write(path, bytes).map_err(|e| cannot("write", path, &e))?;
    eprintln!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}

fn complain(kind: &str, complaints: &[postil::pack::build::Complaint]) -> ExitCode {
    for complaint in complaints {
        eprintln!("{kind}: {complaint}");
    }
    ExitCode::FAILURE
}

fn read(sources: &Sources) -> Result<Vec<SourceFile>, String> {
    let mut files = Vec::new();
    for path in &sources.files {
        if path.is_dir() {
            files.extend(folder(path)?);
        } else {
            files.push(path.clone());
        }
    }
    files.iter().map(|path| source_file(path)).collect()
}

fn folder(path: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(path).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut files: Vec<PathBuf> = entries.map_err(|e| cannot("read", path, &e))?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "jsonl"));
    files.sort();
    if files.is_empty() {
        return Err(format!("{}: no *.jsonl in this folder; put the pack's source there", path.display()));
    }
    Ok(files)
}

fn source_file(path: &Path) -> Result<SourceFile, String> {
    let text = fs::read_to_string(path).map_err(|e| cannot("read", path, &e))?;
    Ok(SourceFile { name: path.display().to_string(), text })
}

fn cannot(verb: &str, path: &Path, error: &io::Error) -> String {
    format!("cannot {verb} {}: {error}", path.display())
}

fn print_stat(file: &Path) -> Result<ExitCode, String> {
    let bytes = fs::read(file).map_err(|e| cannot("read", file, &e))?;
    let stat = stat(bytes).map_err(|e| format!("{}: {e}", file.display()))?;
    let [pack, title, licence, version] = &stat.about;
    let [names, entities, sources, lists] = stat.counts;
    let [first, more] = stat.bytes;
    let elsewhere = if stat.is_whole { "" } else { ", in a file of their own" };
    println!("pack {pack}: {title}, version {version}, licence {licence}");
    println!("{names} names, {entities} entities, {sources} sources, {lists} lists");
    println!("{first} bytes for marks, {more} for cards{elsewhere}");
    Ok(ExitCode::SUCCESS)
}
