//! Texts of our own, marked by hand.
//!
//! Takes files of `# Title` and paragraphs, names marked as `[Anna Keller](per)`, also as the cases and the corpus have them
//! (`[Kyiv](loc.government=Ukraine)`); gives a [`Marked`] text for each title. Example: `xtask/trainer/texts/news/01.txt` gives some ten.
//!
//! Invariant: a bracket that is no mark is an error with its file and line.

use crate::data::{Marked, Name};
use anyhow::{Context as _, Result, bail};
use postil::{NameType, Span, claim::ClaimKind};
use std::fs;
use std::path::{Path, PathBuf};

/// Reads the folders of a folder, in the order of their names.
pub(crate) fn read_all(folder: &Path) -> Result<Vec<Marked>> {
    let mut texts = Vec::new();
    for genre in listed(folder)?.iter().filter(|path| path.is_dir()) {
        texts.append(&mut read(genre)?);
    }
    Ok(texts)
}

/// Reads a folder of files, in the order of their names.
pub(crate) fn read(folder: &Path) -> Result<Vec<Marked>> {
    let mut texts = Vec::new();
    for path in listed(folder)?.iter().filter(|path| is_text(path)) {
        let content = fs::read_to_string(path)?;
        texts.push(Marked { text: String::new(), names: Vec::new() });
        for (number, line) in content.lines().enumerate() {
            add_line(line, &mut texts).with_context(|| format!("{}:{}", path.display(), number + 1))?;
        }
    }
    texts.retain(|text| !text.text.is_empty());
    Ok(texts)
}

fn listed(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.sort();
    Ok(paths)
}

fn is_text(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    (name.ends_with(".txt") || name.ends_with(".md")) && !["README.md", "scores.md", "EXPERIMENTS.md"].contains(&name)
}

fn add_line(line: &str, texts: &mut Vec<Marked>) -> Result<()> {
    let title = line.strip_prefix("# ");
    if title.is_some() {
        texts.push(Marked { text: String::new(), names: Vec::new() });
    }
    let Some(text) = texts.last_mut() else { return Ok(()) };
    let line = title.unwrap_or(line);
    if line.trim().is_empty() || line.starts_with("> ") {
        return Ok(());
    }
    if !text.text.is_empty() {
        text.text.push('\n');
    }
    add_marks(line, text)
}

/// The words of a line, and its names; marks may stand within marks, as in `[“[Kyiv](loc) fell,”](direct#1)`.
fn add_marks(line: &str, text: &mut Marked) -> Result<()> {
    let mut open = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(['[', ']']) {
        text.text.push_str(&rest[..at]);
        if rest[at..].starts_with('[') {
            open.push(text.text.len());
            rest = &rest[at + 1..];
        } else {
            let start = open.pop().context("a bracket closes no mark")?;
            let behind = rest[at..].strip_prefix("](").context("a bracket opens no mark")?;
            let (kind, behind) = behind.split_once(')').context("a mark does not end")?;
            let span = Span::new(start, text.text.len());
            text.names.extend(name_type(kind)?.map(|name_type| Name { span, name_type, head: span }));
            rest = behind;
        }
    }
    text.text.push_str(rest);
    anyhow::ensure!(open.is_empty(), "a mark does not end");
    Ok(())
}

/// The type of a marked name; none for a claim, nor for the marks of who said what, which have a number: `source#1`.
fn name_type(kind: &str) -> Result<Option<NameType>> {
    let kind = kind.split_once('=').map_or(kind, |(kind, _)| kind);
    Ok(match kind.trim() {
        "per" => Some(NameType::Per),
        "loc" | "loc.government" => Some(NameType::Loc),
        "org" | "org.government" => Some(NameType::Org),
        kind if kind.starts_with("misc") || kind.ends_with(".demonym") => Some(NameType::Misc),
        kind if kind.starts_with("loc") => Some(NameType::Loc),
        kind if kind.starts_with("org") => Some(NameType::Org),
        kind if kind.contains('#') || ClaimKind::ALL.iter().any(|claim| claim.key() == kind) => None,
        other => bail!("a mark says {other}"),
    })
}
