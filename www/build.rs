//! Takes the style sheets of `src`, gives them as a reader downloads them: without comments and blanks.
//!
//! `src/card.css` becomes `$OUT_DIR/card.css`, `.day { color: red; }` in it `.day{color:red;}`.
//!
//! Invariant: what an editor opens stays as it was written; a sheet that cannot be read stops the build.

#![allow(clippy::disallowed_methods, reason = "a build reads and writes files")]

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    for sheet in ["theme.css", "card.css", "list.css", "marks.css", "paper.css"] {
        let source = Path::new("src").join(sheet);
        println!("cargo::rerun-if-changed={}", source.display());
        let text = fs::read_to_string(&source)?;
        fs::write(Path::new(&out).join(sheet), minifier::css::minify(&text)?.to_string())?;
    }
    Ok(())
}
