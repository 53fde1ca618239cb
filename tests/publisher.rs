//! The publisher's path, by the commands of README.md alone, as a new user runs them.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test reads and writes files")]
#![cfg(feature = "cli")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const README: &str = include_str!("../README.md");

/// A folder with the packs of a fresh clone in it.
fn clone() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("publisher");
    fs::create_dir_all(folder.join("packs/example")).expect("a folder");
    for file in ["packs/world.pack", "packs/facts.pack", "packs/example/people.csv", "packs/example/article.html"] {
        fs::copy(file, folder.join(file)).expect("a file of the repository");
    }
    folder
}

/// The words of a command, as a shell parts them.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    parts
        .flat_map(|(n, part)| match n % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// Runs a command of the README; gives what it prints and says.
fn run(command: &str, folder: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_postil")).args(&words(command)[1..]).current_dir(folder).output();
    let output = output.expect("the command starts");
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(output.status.success(), "{command}\n{said}");
    said
}

#[test]
fn the_commands_of_the_readme_lead_from_the_sheet_to_a_pack() {
    let folder = clone();
    let commands = README.lines().filter(|line| line.starts_with("postil pack "));
    let said: Vec<String> = commands.map(|command| run(command, &folder)).collect();
    let [check, build, stat] = said.as_slice() else { panic!("three commands, not {}", said.len()) };
    assert_eq!(check, "0 errors, 0 warnings\n");
    assert!(build.starts_with("people.pack: "), "{build}");
    for words in [
        "pack people: People of Inkwell, version 2026-11, licence CC0-1.0",
        "types: PER 40",
        "facts: 38, of which 0 do not say as of when",
    ] {
        assert!(stat.contains(words), "“{words}” in:\n{stat}");
    }
}

#[test]
fn the_files_that_the_readme_names_are_there() {
    let words = README.split(|c: char| c.is_whitespace() || "()`".contains(c));
    let files: Vec<&str> =
        words.filter(|word| word.starts_with("packs/") && word.contains('.') && !word.contains('#')).collect();
    assert!(files.contains(&"packs/example/people.csv") && files.contains(&"packs/example/article.html"), "{files:?}");
    assert!(files.iter().all(|file| Path::new(file).exists()), "{files:?}");
}
