//! `postil annotate`: JSON lines in, JSON lines out.
//!
//! Takes articles as [`interchange`](crate::interchange) has them, one a line; gives their notes, one a line. Example:
//! `{"id":"1","text":"Kyiv said so."}` gives `{"id":"1","entities":[…],"quotes":[…],"claims":[…]}`.
//!
//! Invariant: one article is held at a time; a line that cannot be read is reported, and the rest goes on.

use crate::interchange::{self, Input, Output};
use crate::pack::more_beside;
use clap::{Args, ValueEnum};
use postil::{
    Knowledge, Review, annotate, linked_data,
    offsets::Unit,
    review::{
        import::{Import, Origin, import},
        json::parse,
    },
};
use std::{
    fs,
    io::{self, BufRead, BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// The packs that ship: the world first, so that the facts go before it.
const SHIPPED: [&[u8]; 2] = [include_bytes!("../../../packs/world.pack"), include_bytes!("../../../packs/facts.pack")];

/// The tagger's model that ships.
const MODEL: &[u8] = include_bytes!("../../../packs/postil-en.model");

#[derive(Args)]
pub(crate) struct Options {
    /// Packs to use instead of those that ship; later ones go before earlier ones.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pack: Vec<PathBuf>,
    /// Feeds of published fact-checks (ClaimReview in JSON-LD) to lie over the articles, beside those of the packs.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    reviews: Vec<PathBuf>,
    /// Give `jsonLd` too: the entities and fact-checks that are marked, in schema.org's words.
    #[arg(long)]
    json_ld: bool,
    /// What offsets count, in and out.
    #[arg(long, value_enum, default_value = "codepoint")]
    offsets: OffsetUnit,
    /// Find no names but those that packs hold, roles introduce or the text defines: leave the tagger out.
    #[arg(long)]
    no_model: bool,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "lowercase")]
enum OffsetUnit {
    CodePoint,
    Utf16,
    Byte,
}

impl From<OffsetUnit> for Unit {
    fn from(unit: OffsetUnit) -> Self {
        match unit {
            OffsetUnit::CodePoint => Unit::CodePoint,
            OffsetUnit::Utf16 => Unit::Utf16,
            OffsetUnit::Byte => Unit::Byte,
        }
    }
}

/// Runs the command over standard input; an error is a line for the terminal.
pub(crate) fn run(options: &Options) -> Result<ExitCode, String> {
    let mut knowledge = load(&options.pack)?;
    if !options.no_model {
        knowledge.add_model(MODEL).map_err(|e| format!("the model that ships: {e}"))?;
    }
    for path in &options.reviews {
        knowledge.add_reviews(feed(path)?);
    }
    let mut output = BufWriter::new(io::stdout().lock());
    let all_read = annotate_lines(io::stdin().lock(), &mut output, &knowledge, options);
    match all_read.and_then(|all_read| output.flush().map(|()| all_read)) {
        Ok(true) => Ok(ExitCode::SUCCESS),
        Ok(false) => Ok(ExitCode::FAILURE),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(format!("cannot go on: {error}")),
    }
}

fn load(packs: &[PathBuf]) -> Result<Knowledge, String> {
    let mut knowledge = Knowledge::new();
    if packs.is_empty() {
        for pack in SHIPPED {
            knowledge.add(pack.to_vec()).map_err(|e| format!("a pack that ships: {e}"))?;
        }
    }
    for path in packs {
        knowledge.add(read(path)?).map_err(|e| format!("{}: {e}", path.display()))?;
        if knowledge.incomplete().next().is_some() {
            let more = more_beside(path);
            let bytes = read(&more).map_err(|e| format!("{e}; it holds the facts of {}", path.display()))?;
            knowledge.complete(bytes).map_err(|e| format!("{}: {e}", more.display()))?;
        }
    }
    Ok(knowledge)
}

/// The reviews of a feed; each entry that is refused is told.
fn feed(path: &Path) -> Result<Vec<Review>, String> {
    let name = path.display();
    let text = String::from_utf8(read(path)?).map_err(|_| format!("{name}: no UTF-8; save the file as UTF-8"))?;
    let feed =
        parse(&text).map_err(|e| format!("{name}:{}:{}: no JSON: {}; fetch it again", e.line, e.column, e.why))?;
    let Import { reviews, refusals } = import(&feed, Origin::default());
    refusals.iter().for_each(|refusal| eprintln!("warning: {name}: entry {}: {}", refusal.entry, refusal.why));
    Ok(reviews.into_iter().map(|(_, review)| review).collect())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("cannot read {}: {e}", path.display()))
}

/// Gives whether every line could be read.
fn annotate_lines(
    mut input: impl BufRead,
    output: &mut impl Write,
    knowledge: &Knowledge,
    options: &Options,
) -> io::Result<bool> {
    let (mut line, mut number, mut all_read) = (Vec::new(), 0, true);
    while input.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        if !line.trim_ascii().is_empty() {
            match Input::read(&line, options.offsets.into()) {
                Ok(input) => write_line(output, &annotated(input, knowledge, options))?,
                Err(message) => {
                    eprintln!("line {number}: {message}");
                    all_read = false;
                }
            }
        }
        line.clear();
    }
    Ok(all_read)
}

fn annotated(input: Input, knowledge: &Knowledge, options: &Options) -> Output {
    let notes = annotate(&input.article, knowledge);
    let mut output = interchange::output(&input.article, &notes, knowledge, input.more);
    if options.json_ld {
        let all: Vec<usize> = (0..notes.annotations.len()).collect();
        output.json_ld = Some(linked_data(&input.article, &notes, knowledge, &all));
    }
    output.convert(input.article.text(), options.offsets.into());
    output
}

fn write_line(output: &mut impl Write, notes: &Output) -> io::Result<()> {
    serde_json::to_writer(&mut *output, notes)?;
    output.write_all(b"\n")
}
