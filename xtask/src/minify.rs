//! Takes a script, gives one that does the same without comments, blanks and long names: what a reader downloads.
//!
//! `export function walk(root) { /* … */ }` becomes `export function walk(e){}`; what is exported keeps its name.
//!
//! Invariant: what an editor opens, `www/js` and the types, stays as it was written.

use anyhow::{Context as _, Result, bail};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;
use std::fs;
use std::path::Path;

/// The scripts that a page calls throughout while it opens, and the line that says so to Chromium: it then compiles their functions
/// as they arrive, off the page's thread, and not one by one on it when each is first called. To other browsers it is a comment.
const CALLED_ON_LOAD: [&str; 2] = ["postil_page.js", "walk.js"];
const HINT: &str = "//# allFunctionsCalledOnLoad\n";

/// Minifies the scripts of a folder, each in its place.
///
/// # Errors
/// When one cannot be read, parsed or written.
pub(crate) fn scripts(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            let script = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let small = minified(&script).with_context(|| format!("cannot minify {}", path.display()))?;
            fs::write(&path, hint(&path).to_owned() + &small)
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    Ok(())
}

/// What a script begins with.
fn hint(script: &Path) -> &'static str {
    if CALLED_ON_LOAD.iter().any(|name| script.ends_with(name)) { HINT } else { "" }
}

fn minified(script: &str) -> Result<String> {
    let allocator = Allocator::default();
    let mut parsed = Parser::new(&allocator, script, SourceType::mjs()).parse();
    if let Some(error) = parsed.errors.first() {
        bail!("not a script: {error}");
    }
    // The names at the top of a module are its own, but for those that it exports.
    let mangle = Some(MangleOptions { top_level: true, ..MangleOptions::default() });
    let options = MinifierOptions { mangle, compress: Some(CompressOptions::default()) };
    let names = Minifier::new(options).minify(&allocator, &mut parsed.program).scoping;
    Ok(Codegen::new().with_options(CodegenOptions::minify()).with_scoping(names).build(&parsed.program).code)
}

#[cfg(test)]
mod tests {
    use super::{hint, minified};
    use std::path::Path;

    #[test]
    fn comments_go_and_exported_names_stay() {
        let script = "/** Why. */\nexport function walk(root) {\n  return root.firstChild; // the first\n}\n";
        assert_eq!(minified(script).ok().as_deref(), Some("export function walk(e){return e.firstChild}"));
    }

    #[test]
    fn what_a_page_calls_throughout_says_so() {
        assert_eq!(hint(Path::new("www/dist/walk.js")), "//# allFunctionsCalledOnLoad\n");
        assert_eq!(hint(Path::new("www/dist/postil.js")), "");
    }

    #[test]
    fn what_is_no_script_is_told() {
        assert!(minified("export function {").is_err_and(|error| error.to_string().starts_with("not a script")));
    }
}
