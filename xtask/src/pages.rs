//! Takes `--page FILE|DIR`, gives each saved page rewritten, the files beside it, and a list of the pages.
//!
//! `--page saved/` serves `saved/cnn/story.html` as `/pages/cnn/story.html`.
//!
//! Invariant: reads nothing outside of the folder, or, for a single file, nothing but it and its `NAME_files` folder.

use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Saved pages to look at.
pub(crate) struct Pages {
    root: PathBuf,
    /// The page's path under `root` when a single file was asked for.
    single: Option<String>,
}

impl Pages {
    /// # Errors
    /// When there is no such file or folder, or it holds no HTML.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let whole = path.canonicalize().with_context(|| format!("--page: cannot open {}", path.display()))?;
        let pages = match (whole.is_dir(), whole.parent(), whole.file_name()) {
            (false, Some(folder), Some(name)) => {
                Self { root: folder.to_owned(), single: Some(name.to_string_lossy().into_owned()) }
            }
            _ => Self { root: whole, single: None },
        };
        if pages.list().is_empty() {
            bail!("--page: {} holds no .html or .htm file", path.display());
        }
        Ok(pages)
    }

    /// Where the server shows them: the page itself, or the list.
    pub(crate) fn address(&self) -> String {
        self.single.as_ref().map_or_else(|| "/pages/".to_owned(), |name| format!("/pages/{}", url_path(name)))
    }

    /// Where the server shows each page.
    pub(crate) fn addresses(&self) -> Vec<String> {
        self.list().iter().map(|path| format!("/pages/{}", url_path(path))).collect()
    }

    /// The file that `/pages/PATH` means, when it exists and may be read.
    pub(crate) fn file(&self, path: &str) -> Option<PathBuf> {
        let file = self.root.join(path).canonicalize().ok()?;
        let inside = file.strip_prefix(&self.root).ok()?;
        let top = inside.components().next()?.as_os_str().to_string_lossy();
        let allowed = self.single.as_ref().is_none_or(|name| top == *name || *top == beside(name));
        (allowed && file.is_file()).then_some(file)
    }

    /// The paths of all pages, in order.
    pub(crate) fn list(&self) -> Vec<String> {
        let mut found = Vec::new();
        match &self.single {
            Some(name) => found.push(name.clone()),
            None => gather(&self.root, &self.root, &mut found),
        }
        found.retain(|path| is_html(Path::new(path)));
        found.sort();
        found
    }

    /// The list as a page.
    pub(crate) fn index(&self) -> String {
        let items = self
            .list()
            .into_iter()
            .map(|path| format!("<li><a href=\"/pages/{}\">{}</a></li>\n", url_path(&path), text(&path)));
        plain_page("Saved pages", &format!("<ul>\n{}</ul>", items.collect::<String>()))
    }
}

/// A small page of the server's own; `body` is HTML.
pub(crate) fn plain_page(title: &str, body: &str) -> String {
    let title = text(title);
    format!(
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>{title}</title>\n<style>body {{ font: 1em/1.5 sans-serif; margin: 3em auto; max-width: 45em; padding: 0 1em }}</style>\n<h1>{title}</h1>\n{body}\n</html>\n"
    )
}

/// Whether a file is a page to rewrite.
pub(crate) fn is_html(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    ["html", "htm", "xhtml"].iter().any(|html| ending == *html)
}

/// Where browsers put a saved page's files: `story_files` beside `story.html`.
fn beside(name: &str) -> String {
    format!("{}_files", name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}

fn gather(folder: &Path, root: &Path, found: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() && !path.is_symlink() {
            gather(&path, root, found);
        } else if let Ok(inside) = path.strip_prefix(root) {
            found.push(inside.to_string_lossy().into_owned());
        }
    }
}

fn text(plain: &str) -> String {
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn url_path(path: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte);
    path.bytes().map(|byte| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::Pages;
    use std::fs;
    use std::path::PathBuf;

    /// A folder of its own for each test: `story.html`, `story_files/a.css`, `deep/b & c.htm`, `notes.txt`.
    fn folder(test: &str) -> std::io::Result<PathBuf> {
        let folder = std::env::temp_dir().join(format!("postil-pages-{}-{test}", std::process::id()));
        fs::create_dir_all(folder.join("story_files"))?;
        fs::create_dir_all(folder.join("deep"))?;
        for file in ["story.html", "story_files/a.css", "deep/b & c.htm", "notes.txt"] {
            fs::write(folder.join(file), "")?;
        }
        Ok(folder)
    }

    #[test]
    fn a_folder_lists_its_pages_and_serves_its_files() -> anyhow::Result<()> {
        let folder = folder("folder")?;
        let pages = Pages::open(&folder)?;
        assert_eq!(pages.list(), ["deep/b & c.htm", "story.html"]);
        assert!(pages.index().contains(r#"<a href="/pages/deep/b%20%26%20c.htm">deep/b &amp; c.htm</a>"#));
        assert!(pages.file("notes.txt").is_some() && pages.file("deep/b & c.htm").is_some());
        Ok(fs::remove_dir_all(folder)?)
    }

    #[test]
    fn a_single_file_brings_its_own_files_only() -> anyhow::Result<()> {
        let folder = folder("single")?;
        let pages = Pages::open(&folder.join("story.html"))?;
        assert_eq!(pages.address(), "/pages/story.html");
        assert!(pages.file("story.html").is_some() && pages.file("story_files/a.css").is_some());
        assert!(pages.file("notes.txt").is_none() && pages.file("deep/b & c.htm").is_none());
        Ok(fs::remove_dir_all(folder)?)
    }

    #[test]
    fn nothing_outside_is_served() -> anyhow::Result<()> {
        let folder = folder("outside")?;
        let pages = Pages::open(&folder.join("deep"))?;
        for path in ["../story.html", "b/../../story.html", "/etc/hostname", "", ".."] {
            assert_eq!(pages.file(path), None, "{path:?}");
        }
        Ok(fs::remove_dir_all(folder)?)
    }

    #[test]
    fn a_folder_without_pages_is_an_error_that_says_so() -> anyhow::Result<()> {
        let folder = folder("empty")?;
        let error = Pages::open(&folder.join("story_files")).err().map(|error| error.to_string());
        assert!(error.is_some_and(|text| text.contains("holds no .html")));
        Ok(fs::remove_dir_all(folder)?)
    }
}
