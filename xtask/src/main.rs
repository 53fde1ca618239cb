//! Postil's tasks: takes a task's name, builds the widget, shows it, or tests everything.
//!
//! `cargo xtask demo --page saved-articles/` serves saved pages with the widget in them.
//!
//! Invariant: needs Rust and nothing else to build and to show; Node and browsers only to test.

mod bench;
mod browsers;
mod display;
mod minify;
mod pages;
mod process;
mod rewrite;
mod screenshots;
mod serve;
mod setup;
mod size;
mod suite;
mod widget;

use crate::browsers::Engine;
use anyhow::{Context as _, Result, bail};
use lexopt::prelude::*;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask TASK

  build                      build the widget into www/dist and check its size
  demo [--port N] [--page P] build the widget and serve the demo page; with --page also the saved
                             HTML page P, or every page of the folder P, with the widget in it
  test                       run everything: lints, native, wasm and end-to-end tests
  test native                run the native tests alone
  test wasm [ENGINE]         run the widget's wasm tests, in chromium, firefox, webkit or all of them
  test browser [ENGINE] [S]  run the end-to-end tests, or those whose file name holds S
  screenshots [ENGINE] [P]   take pictures of the demo, of a saved HTML page or of each of a folder, and of
                             the cards there, in one engine or in all
  bench [PAGE]               time the core, and the first notes on the demo or the saved HTML page
                             PAGE in Chromium, each beside a peer";

/// What the command line asks for.
enum Task {
    Build,
    Demo { port: u16, page: Option<PathBuf> },
    Test { words: Vec<String> },
    Screenshots { engine: Option<Engine>, page: Option<PathBuf> },
    Bench { page: Option<PathBuf> },
    Help,
}

fn main() -> ExitCode {
    match parse(lexopt::Parser::from_env()).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    match task {
        Task::Build => {
            widget::build()?;
            size::check()
        }
        Task::Demo { port, page } => demo(port, page),
        Task::Test { words } => suite::run(words),
        Task::Screenshots { engine, page } => screenshots::run(engine, page.as_deref()),
        Task::Bench { page } => bench::run(page.as_deref()),
        Task::Help => {
            println!("{USAGE}");
            Ok(())
        }
    }
}

fn demo(port: u16, page: Option<PathBuf>) -> Result<()> {
    let pages = page.map(|path| pages::Pages::open(&path)).transpose()?;
    let about_pages = pages.as_ref().map(pages::Pages::address);
    widget::build()?;
    let server = serve::Server::bind(serve::Site { pages, fixtures: None }, port)?;
    println!("Postil demo: {}/", server.address());
    if let Some(path) = about_pages {
        println!("Saved pages: {}{path}", server.address());
    }
    server.run()
}

fn parse(mut arguments: lexopt::Parser) -> Result<Task> {
    let Some(first) = arguments.next()? else { return Ok(Task::Help) };
    match first {
        Value(name) if name == "build" => nothing_more(arguments, Task::Build),
        Value(name) if name == "demo" => parse_demo(arguments),
        Value(name) if name == "test" => parse_test(arguments),
        Value(name) if name == "screenshots" => parse_screenshots(arguments),
        Value(name) if name == "bench" => parse_bench(arguments),
        Long("help") | Short('h') => Ok(Task::Help),
        other => bail!("{}\n\n{USAGE}", other.unexpected()),
    }
}

fn nothing_more(mut arguments: lexopt::Parser, task: Task) -> Result<Task> {
    match arguments.next()? {
        None => Ok(task),
        Some(other) => bail!("{}\n\n{USAGE}", other.unexpected()),
    }
}

fn parse_demo(mut arguments: lexopt::Parser) -> Result<Task> {
    let (mut port, mut page) = (0, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("port") => port = arguments.value()?.parse().context("--port wants a number from 0 to 65535")?,
            Long("page") => page = Some(PathBuf::from(arguments.value()?)),
            other => bail!("{}\n\n{USAGE}", other.unexpected()),
        }
    }
    Ok(Task::Demo { port, page })
}

fn parse_screenshots(mut arguments: lexopt::Parser) -> Result<Task> {
    let (mut engine, mut page) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(word) => match Engine::named(&word.to_string_lossy()) {
                Ok(named) => engine = Some(named),
                Err(_) => page = Some(PathBuf::from(word)),
            },
            other => bail!("{}\n\n{USAGE}", other.unexpected()),
        }
    }
    Ok(Task::Screenshots { engine, page })
}

fn parse_bench(mut arguments: lexopt::Parser) -> Result<Task> {
    match arguments.next()? {
        Some(Value(page)) => nothing_more(arguments, Task::Bench { page: Some(page.into()) }),
        Some(other) => bail!("{}\n\n{USAGE}", other.unexpected()),
        None => Ok(Task::Bench { page: None }),
    }
}

fn parse_test(mut arguments: lexopt::Parser) -> Result<Task> {
    let mut words = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(word) => words.push(word.string()?),
            other => bail!("{}\n\n{USAGE}", other.unexpected()),
        }
    }
    Ok(Task::Test { words })
}

/// The repository's root folder: every path of the tasks starts here, wherever they are called from.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where cargo builds.
fn target() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}
