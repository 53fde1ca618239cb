//! The command line: annotates articles, builds packs.
//!
//! Takes JSON lines and files; gives JSON lines and packs. Example: `postil annotate < articles.jsonl > notes.jsonl`.
//!
//! Invariant: nothing is done here but reading, writing and the change of forms; what is found, the core finds.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "the command line is where files are read")]

mod annotate;
mod interchange;
mod pack;
mod source;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Finds the names, quotations and claims of news articles, and says what is known of each.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Annotate articles: JSON lines with `text` in, JSON lines with `entities`, `quotes` and `claims` out.
    Annotate(annotate::Options),
    /// Build, describe and check packs of knowledge.
    #[command(subcommand)]
    Pack(pack::Command),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Annotate(options) => annotate::run(&options),
        Command::Pack(command) => pack::run(command),
    };
    result.unwrap_or_else(|message| {
        eprintln!("postil: {message}");
        ExitCode::FAILURE
    })
}
