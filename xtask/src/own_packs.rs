//! Takes the packs of `--pack`, gives the script that starts the widget with them beside those that ship, and their bytes.
//!
//! With `--pack people.pack` the server gives `/packs/people.pack`, and its `/postil/auto.js` names it.
//!
//! Invariant: the script is the one that README.md tells a publisher to write; each pack is read anew when it is asked for.

use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::PathBuf;

/// Packs of one's own, in the order of their weight.
#[derive(Default)]
pub(crate) struct OwnPacks(Vec<PathBuf>);

impl OwnPacks {
    /// # Errors
    /// When a file cannot be read or is no pack, or two have the same name.
    pub(crate) fn open(paths: Vec<PathBuf>) -> Result<Self> {
        for (n, path) in paths.iter().enumerate() {
            if paths[..n].iter().any(|earlier| earlier.file_name() == path.file_name()) {
                bail!("--pack: two packs have the name of {}; rename one", path.display());
            }
            let bytes = fs::read(path).with_context(|| format!("--pack: cannot read {}", path.display()))?;
            if !bytes.starts_with(b"\x89PSTL") {
                bail!("--pack: {} is no pack; build one with `postil pack build`", path.display());
            }
        }
        Ok(Self(paths))
    }

    /// The file behind `/packs/NAME`.
    pub(crate) fn file(&self, name: &str) -> Option<&PathBuf> {
        self.0.iter().find(|path| path.file_name().is_some_and(|own| own == name))
    }

    /// The script that takes the place of `auto.js`; none without packs.
    pub(crate) fn start(&self) -> Option<String> {
        let names = self.0.iter().filter_map(|path| path.file_name());
        let addresses: Vec<_> =
            names.map(|name| format!("{:?}", format!("/packs/{}", name.to_string_lossy()))).collect();
        let addresses = addresses.join(", ");
        (!self.0.is_empty()).then(|| {
            format!(
                "import {{ annotate, DEFAULT_PACKS }} from \"./postil.js\";\n\
                 export const notes = annotate({{ packs: [...DEFAULT_PACKS, {addresses}] }});\n\
                 notes.catch((error) => console.error(`Postil: ${{error.name}}: ${{error.message}}`));\n"
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::OwnPacks;
    use std::path::PathBuf;

    #[test]
    fn the_script_names_each_pack_after_those_that_ship() {
        let packs = OwnPacks(["a/people.pack", "clubs.pack"].map(PathBuf::from).into());
        let script = packs.start().unwrap_or_default();
        assert!(script.contains(r#"packs: [...DEFAULT_PACKS, "/packs/people.pack", "/packs/clubs.pack"]"#), "{script}");
        assert!(packs.file("people.pack").is_some() && packs.file("a/people.pack").is_none());
        assert_eq!(OwnPacks::default().start(), None);
    }

    #[test]
    fn what_is_no_pack_is_told() {
        for (path, expected) in [("Cargo.toml", "is no pack"), ("no-such.pack", "cannot read no-such.pack")] {
            let error =
                OwnPacks::open(vec![PathBuf::from(path)]).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(error.contains(expected), "{path}: {error}");
        }
    }
}
