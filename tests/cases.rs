//! The exact cases: every paragraph of `tests/cases/**/*.md`, stripped, annotated and drawn again, must give itself.
//!
//! A file opens with `# title` and settings (`> only: names`, `> published: 2022-07-14`, `> language: es`, `> packs: none`, `> model: yes`); each `## reason`
//! heads one article, a block a line. `UPDATE=1 cargo test --test cases` rewrites the files: the diff is the change of behaviour.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test reads its packs and cases")]

mod markup;
mod shipped;

use markup::{Only, read, render};
use postil::{Article, Knowledge, annotate, day};
use std::{fs, path::Path, path::PathBuf};

#[test]
fn cases() {
    let known = Known { nothing: Knowledge::new(), packs: shipped::knowledge(), model: shipped::with_model() };
    let mut failures = Vec::new();
    let files = case_files(Path::new("tests/cases"));
    assert!(!files.is_empty(), "no case files in tests/cases");
    for file in files {
        let before = fs::read_to_string(&file).expect("a case file is UTF-8 text");
        let after = redraw(&before, &known);
        if before != after {
            failures.push(difference(&file, &before, &after));
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&file, after).expect("tests/cases can be written");
            }
        }
    }
    assert!(failures.is_empty(), "{} files differ:\n{}", failures.len(), failures.join("\n"));
}

fn case_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("tests/cases is a folder") {
        let path = entry.expect("tests/cases can be listed").path();
        if path.is_dir() {
            files.extend(case_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "md") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The file as the program sees it: headings and settings as they are, articles annotated afresh.
fn redraw(file: &str, known: &Known) -> String {
    let settings = Settings::read(file);
    let knowledge = known.of(&settings);
    let mut out = String::new();
    let mut lines = file.split('\n').peekable();
    while let Some(line) = lines.next() {
        out.push_str(line);
        if line.starts_with("## ") {
            let mut body = Vec::new();
            while let Some(line) = lines.next_if(|line| !line.starts_with("## ")) {
                body.push(line);
            }
            out.push('\n');
            out.push_str(&redraw_article(&body.join("\n"), &settings, knowledge));
        }
        if lines.peek().is_some() {
            out.push('\n');
        }
    }
    out
}

fn redraw_article(marked: &str, settings: &Settings, knowledge: &Knowledge) -> String {
    let published = settings.published.as_deref().map(|iso| day(iso).expect("`> published:` is an ISO date"));
    let (text, _) = read(marked);
    let article = Article::from_text(&text).published_on(published).in_language(settings.language.clone());
    let notes = annotate(&article, knowledge);
    render(&article, &notes, knowledge, settings.only)
}

/// What a file's articles are read with.
struct Known {
    nothing: Knowledge,
    packs: Knowledge,
    model: Knowledge,
}

impl Known {
    fn of(&self, settings: &Settings) -> &Knowledge {
        match (settings.packs, settings.model) {
            (false, _) => &self.nothing,
            (true, false) => &self.packs,
            (true, true) => &self.model,
        }
    }
}

struct Settings {
    only: Only,
    published: Option<String>,
    language: Option<String>,
    packs: bool,
    model: bool,
}

impl Settings {
    fn read(file: &str) -> Self {
        let value = |key: &str| file.lines().find_map(|line| line.strip_prefix("> ")?.strip_prefix(key)).map(str::trim);
        let only = match value("only:") {
            None => Only::All,
            Some("names") => Only::Names,
            Some("quotes") => Only::Quotes,
            Some("claims") => Only::Claims,
            Some(other) => panic!("`> only: {other}` is none of names, quotes, claims"),
        };
        Settings {
            only,
            published: value("published:").map(str::to_owned),
            language: value("language:").map(str::to_owned),
            packs: value("packs:") != Some("none"),
            model: value("model:") == Some("yes"),
        }
    }
}

fn difference(file: &Path, before: &str, after: &str) -> String {
    let lines = before.lines().zip(after.lines()).filter(|(before, after)| before != after);
    let shown: Vec<_> = lines.map(|(before, after)| format!("  expected {before}\n  found    {after}")).collect();
    format!("{}\n{}", file.display(), shown.join("\n"))
}
