//! Takes `www/dist`, prints what a reader downloads, fails when it is over the budget.
//!
//! `postil_page_bg.wasm   310.2 kB   101.7 kB brotli`
//!
//! Invariant: every number of the budget stands in [`BUDGETS`].

use crate::widget;
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::Path;

/// A bound on some of the files together.
struct Budget {
    name: &'static str,
    /// Ends of their names.
    endings: &'static [&'static str],
    brotli_bytes: usize,
}

/// 200 kB held the marks and the card; choices, senses of names, the tagger and reported speech in all its forms took it to 251, and what
/// the compiler makes anew for each type, parts of the library that one rule alone needed, its allocator, blanks in style sheets and
/// inlining that came no sooner to the first notes brought it back to 239. Claims of thirteen kinds, with what they state, and what the
/// article's own numbers, lists and facts give, take some thirty-five; published fact-checks, read in every shape and matched to
/// sentences, twenty-eight, their card and the list of claims with its filter ten. Ranks worded by nouns and in the passive, numbers on
/// lists and “for the fourth time” take nine, places, repeats and comparisons five and a half, what tells a claim from an order, a plot or
/// a name two and a half, heights and foundings two; questions of a token that the text answers once for all rules gave three and a half
/// back. No single part is large: it is many small rules. One is left to grow.
const BUDGETS: &[Budget] = &[
    Budget { name: "widget (wasm + js)", endings: &[".wasm", ".js"], brotli_bytes: 331_500 },
    Budget { name: "names of the world pack", endings: &["world.pack"], brotli_bytes: 110_000 },
    Budget { name: "lists for claims", endings: &["facts.pack"], brotli_bytes: 16_000 },
    Budget { name: "the tagger's model", endings: &[".model"], brotli_bytes: 100_000 },
];

struct Weighed {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Prints the size of each file of the last build and checks the budget.
///
/// # Errors
/// When there is no build, or it is over the budget.
pub(crate) fn check() -> Result<()> {
    let dist = widget::dist();
    let mut files = Vec::new();
    weigh_folder(&dist, &dist, &mut files).with_context(|| format!("cannot weigh {}", dist.display()))?;
    files.sort_by(|a, b| b.brotli.cmp(&a.brotli).then_with(|| a.name.cmp(&b.name)));
    for file in &files {
        println!("{:<32} {:>9.1} kB {:>9.1} kB brotli", file.name, kb(file.raw), kb(file.brotli));
    }
    BUDGETS.iter().try_for_each(|budget| hold(budget, &files))
}

fn hold(budget: &Budget, files: &[Weighed]) -> Result<()> {
    let counted = files.iter().filter(|file| budget.endings.iter().any(|ending| file.name.ends_with(ending)));
    let sum = counted.map(|file| file.brotli).sum::<usize>();
    let (name, sum_kb, bound) = (budget.name, kb(sum), kb(budget.brotli_bytes));
    println!("{name}: {sum_kb:.1} kB brotli of {bound:.1}");
    if sum > budget.brotli_bytes {
        bail!(
            "{name} weighs {sum_kb:.1} kB brotli, the budget is {bound:.1} kB: find what grew in the list above; a higher budget needs its reason in xtask/src/size.rs"
        );
    }
    Ok(())
}

fn weigh_folder(folder: &Path, dist: &Path, files: &mut Vec<Weighed>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            weigh_folder(&path, dist, files)?;
        } else if !path.to_string_lossy().ends_with(".d.ts") {
            let bytes = fs::read(&path)?;
            let name = path.strip_prefix(dist)?.to_string_lossy().into_owned();
            files.push(Weighed { name, raw: bytes.len(), brotli: brotli_len(&bytes)? });
        }
    }
    Ok(())
}

fn brotli_len(bytes: &[u8]) -> Result<usize> {
    let best =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &best)?;
    Ok(packed.len())
}

fn kb(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::{Budget, Weighed, hold};

    #[test]
    fn a_budget_counts_its_own_files_only() {
        let file = |name: &str, brotli| Weighed { name: name.into(), raw: brotli * 3, brotli };
        let files = [file("a.wasm", 60), file("a.js", 40), file("world.pack", 900)];
        let budget = |brotli_bytes| Budget { name: "widget", endings: &[".wasm", ".js"], brotli_bytes };
        assert!(hold(&budget(100), &files).is_ok());
        let message = hold(&budget(99), &files).map_err(|error| error.to_string());
        assert!(message.is_err_and(|text| text.contains("widget weighs 0.1 kB brotli")));
    }
}
