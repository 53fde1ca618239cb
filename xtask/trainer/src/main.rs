//! Trains the tagger's model.
//!
//! Takes `--data`, a folder of marked texts (see [`data`]), `--packages`, where npm has put the word vectors and the word list, and the
//! texts of our own beside this crate; writes the model, and with `--eval` a report of scores. `cargo xtask train --data DIR` calls it.
//!
//! Example: `trainer --data texts --packages target/train/node_modules --model packs/postil-en.model`.
//!
//! Invariant: the same texts and packages give the same bytes.

mod classes;
mod crf;
mod data;
mod evaluate;
mod examples;
mod learn;
mod owlqn;
mod packs;
mod report;
mod score;
mod texts;
mod vectors;

use anyhow::{Context as _, Result, bail};
use data::Corpus;
use learn::Setup;
use lexopt::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// What the command line asks for.
#[derive(Default)]
struct Options {
    data: PathBuf,
    packages: PathBuf,
    model: Option<PathBuf>,
    eval: Option<PathBuf>,
    report: Option<PathBuf>,
    ablations: bool,
}

fn main() -> Result<()> {
    let options = parse(lexopt::Parser::from_env())?;
    let corpora = corpora(&options.data)?;
    let words = learn::Source::read(&options.packages)?;
    let setup = Setup::default();
    let model = learn::model(&corpora, &words, &setup);
    if let Some(path) = &options.model {
        fs::write(path, &model.bytes).with_context(|| format!("cannot write {}", path.display()))?;
        println!("{}: {} bytes, {} words, {} features", path.display(), model.bytes.len(), model.words, model.features);
    }
    let sets = evaluate::sets(options.eval.as_deref())?;
    let mut report = report::Report::new(&corpora, &model, &evaluate::scores(&sets, &model.bytes)?);
    if options.ablations {
        for (what, setup) in report::ablations() {
            let model = learn::model(&corpora, &words, &setup);
            report.add(&what, &model, &evaluate::scores(&sets, &model.bytes)?);
            println!("{}", report.last_line());
        }
    }
    println!("{}", report.text());
    if let Some(path) = &options.report {
        fs::write(path, report.text()).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// All marked texts: ours first, for it is our guidelines that the tagger follows.
fn corpora(data: &Path) -> Result<Vec<Corpus>> {
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("texts");
    let mut corpora = vec![Corpus { name: "own texts", weight: 1.5, layer: false, texts: texts::read_all(&ours)? }];
    corpora.extend(data::corpora(data)?);
    Ok(corpora)
}

fn parse(mut arguments: lexopt::Parser) -> Result<Options> {
    let mut options = Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("data") => options.data = arguments.value()?.into(),
            Long("packages") => options.packages = arguments.value()?.into(),
            Long("model") => options.model = Some(arguments.value()?.into()),
            Long("eval") => options.eval = Some(arguments.value()?.into()),
            Long("report") => options.report = Some(arguments.value()?.into()),
            Long("ablations") => options.ablations = true,
            other => bail!(other.unexpected()),
        }
    }
    Ok(options)
}
