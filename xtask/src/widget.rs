//! Takes the crate `postil-page` and the files beside it, gives `www/dist`: what a publisher hosts.
//!
//! `www/dist/postil_page.js` + `postil_page_bg.wasm` (bindings), `www/js/*`, both minified, the packs and the model of
//! `packs`, all in one folder, `world.pack` in two parts.
//!
//! Invariant: www/dist holds nothing but the last build.

use crate::{minify, process, root, setup, target};
use anyhow::{Context as _, Result};
use postil::pack::split;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// Builds the widget into [`dist`].
///
/// # Errors
/// When the wasm target is missing and cannot be added, the crate does not compile, or a file cannot be written.
pub(crate) fn build() -> Result<()> {
    setup::wasm_target()?;
    let module = compile()?;
    let dist = dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).with_context(|| format!("cannot empty {}", dist.display()))?;
    }
    fs::create_dir_all(&dist).with_context(|| format!("cannot make {}", dist.display()))?;
    bind(&module, &dist)?;
    copy_all(&root().join("www/js"), &[".js", ".d.ts"], &dist)?;
    minify::scripts(&dist)?;
    copy_all(&root().join("www/strings"), &[".json"], &dist.join("strings"))?;
    packs(&dist)
}

/// The packs that ship, each in two files, so that a page loads neither facts nor sources before a reader wants them.
fn packs(dist: &Path) -> Result<()> {
    copy_all(&root().join("packs"), &[".pack", ".model"], dist)?;
    for name in ["world", "facts"] {
        let pack = dist.join(name).with_extension("pack");
        let (first, more) = split(&fs::read(&pack)?).with_context(|| format!("cannot split {}", pack.display()))?;
        fs::write(dist.join(name).with_extension("more.pack"), more)?;
        fs::write(&pack, first)?;
    }
    Ok(())
}

/// The folder that a publisher hosts.
pub(crate) fn dist() -> PathBuf {
    root().join("www/dist")
}

/// Browsers compile a function when it is first called, at 20 µs beside what its length takes, and without it optimising for size
/// inlines almost nothing. Of 0, 20 and 40 in Chromium the first notes come soonest at 20, and no sooner at 40, for 4 kB more.
const INLINING: &str = "llvm-args=-inline-threshold=20";

fn compile() -> Result<PathBuf> {
    let target = target();
    // The manifest is rlib-only, for a crate that is also a cdylib loses link-time optimisation.
    let arguments =
        "rustc --package postil-page --lib --crate-type cdylib --profile widget --target wasm32-unknown-unknown";
    let mut cargo = cargo();
    cargo.args(arguments.split(' ')).arg("--target-dir").arg(&target).args(["--", "-C", INLINING]);
    process::run(&mut cargo).context("the widget does not compile")?;
    Ok(target.join("wasm32-unknown-unknown/widget/postil_page.wasm"))
}

/// The cargo that called us, in the repository's root.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

fn bind(module: &Path, dist: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).web(true)?.typescript(true);
    // Otherwise `init()` without an argument throws instead of finding the module beside the script.
    bindgen.omit_default_module_path(false);
    // Names of functions serve a debugger, and weigh as much as a third of the code.
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate(dist).with_context(|| format!("cannot write bindings of {}", module.display()))
}

fn copy_all(from: &Path, endings: &[&str], to: &Path) -> Result<()> {
    let Ok(entries) = fs::read_dir(from) else { return Ok(()) };
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        if endings.iter().any(|ending| name.to_string_lossy().ends_with(ending)) {
            fs::copy(entry.path(), to.join(&name))
                .with_context(|| format!("cannot copy {}", entry.path().display()))?;
        }
    }
    Ok(())
}
