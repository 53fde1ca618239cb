//! Takes a saved HTML page's bytes, gives the same page made safe to open: no scripts of its own, the widget's instead.
//!
//! `<body onload="track()"><script src="x.js"></script>` becomes `<body>`, with the widget's script in the head.
//!
//! Invariant: what is left of the page is left as it is, in its own character set. The server's policy is the second wall.

use anyhow::{Context as _, Result};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use lol_html::html_content::{ContentType, Element};
use lol_html::{HtmlRewriter, Settings, element, end};
use std::borrow::Cow;
use std::cell::Cell;

const WIDGET: &str = r#"<script type="module" src="/postil/auto.js"></script>"#;

/// A page to serve.
pub(crate) struct Rewritten {
    pub(crate) html: Vec<u8>,
    /// `text/html`, with the character set where the page names none.
    pub(crate) content_type: &'static str,
}

/// Rewrites a saved page.
///
/// # Errors
/// When the rewriter gives up, as on a single tag larger than its memory bound.
pub(crate) fn rewrite(saved: &[u8]) -> Result<Rewritten> {
    let (page, was_utf_16) = readable(saved);
    let (names_charset, has_widget) = (Cell::new(false), Cell::new(false));
    let mut html = Vec::with_capacity(page.len());
    let settings = Settings::new()
        .with_strict(false)
        .append_element_content_handler(element!("*", |element: &mut Element| {
            disarm(element);
            names_charset.set(names_charset.get() || declares_charset(element));
            if element.tag_name() == "head" && !has_widget.replace(true) {
                element.prepend(WIDGET, ContentType::Html);
            }
            Ok(())
        }))
        .append_document_content_handler(end!(|end| {
            if !has_widget.get() {
                end.append(WIDGET, ContentType::Html);
            }
            Ok(())
        }));
    let mut rewriter = HtmlRewriter::new(settings, |chunk: &[u8]| html.extend_from_slice(chunk));
    rewriter.write(&page).context("cannot rewrite this page")?;
    rewriter.end().context("cannot rewrite this page")?;
    let is_utf_8 = was_utf_16 || (!names_charset.get() && std::str::from_utf8(saved).is_ok());
    Ok(Rewritten { html, content_type: if is_utf_8 { "text/html; charset=utf-8" } else { "text/html" } })
}

/// The rewriter reads any encoding that holds ASCII; UTF-16 does not, and says so by its byte order mark.
fn readable(saved: &[u8]) -> (Cow<'_, [u8]>, bool) {
    match Encoding::for_bom(saved) {
        Some((encoding, mark)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            let (text, _) = encoding.decode_without_bom_handling(saved.get(mark..).unwrap_or_default());
            (Cow::Owned(text.into_owned().into_bytes()), true)
        }
        _ => (Cow::Borrowed(saved), false),
    }
}

/// Takes out of an element whatever would run, load ahead, frame or send the page elsewhere.
fn disarm(element: &mut Element) {
    match element.tag_name().as_str() {
        "script" if !is_data_block(element) => return element.remove(),
        "base" => return element.remove(),
        "link" if loads_ahead(element) => return element.remove(),
        "meta" if steers_the_browser(element) => return element.remove(),
        "iframe" | "frame" | "embed" | "object" | "applet" | "portal" | "fencedframe" => {
            remove_all(element, &FRAME_SOURCES)
        }
        _ => {}
    }
    remove_all(element, &["ping"]);
    let armed = element.attributes().iter().filter(|attribute| runs(&attribute.name(), &attribute.value()));
    let armed = armed.map(|attribute| attribute.name()).collect::<Vec<_>>();
    armed.iter().for_each(|name| element.remove_attribute(name));
}

const FRAME_SOURCES: [&str; 6] = ["src", "srcdoc", "data", "code", "archive", "codebase"];

fn remove_all(element: &mut Element, names: &[&str]) {
    names.iter().for_each(|name| element.remove_attribute(name));
}

/// A script element of a type that no browser runs: JSON-LD, a template, a page's state.
fn is_data_block(element: &Element) -> bool {
    let Some(declared) = element.get_attribute("type") else { return false };
    let essence = declared.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let runs = ["", "module", "importmap", "speculationrules"].contains(&essence.as_str())
        || ["javascript", "ecmascript", "jscript", "livescript"].iter().any(|language| essence.contains(language));
    // An entity may spell any of them.
    !runs && !essence.contains('&')
}

fn loads_ahead(element: &Element) -> bool {
    const HINTS: [&str; 7] =
        ["modulepreload", "preload", "prefetch", "prerender", "preconnect", "dns-prefetch", "manifest"];
    let relations = lower(element, "rel");
    let has = |wanted: &str| relations.split_ascii_whitespace().any(|relation| relation == wanted);
    !has("stylesheet") && HINTS.into_iter().any(has)
}

fn steers_the_browser(element: &Element) -> bool {
    const PRAGMAS: [&str; 4] =
        ["refresh", "content-security-policy", "content-security-policy-report-only", "x-dns-prefetch-control"];
    PRAGMAS.contains(&lower(element, "http-equiv").trim())
}

fn declares_charset(element: &Element) -> bool {
    element.tag_name() == "meta"
        && (element.has_attribute("charset") || lower(element, "http-equiv").trim() == "content-type")
}

/// Whether an attribute runs script: a handler, or an address with a script for a scheme.
fn runs(name: &str, value: &str) -> bool {
    const ADDRESSES: [&str; 10] =
        ["href", "xlink:href", "src", "action", "formaction", "data", "poster", "background", "to", "values"];
    if name.to_ascii_lowercase().starts_with("on") {
        return true;
    }
    // Browsers skip white space and control characters in a scheme; so do we.
    let address =
        value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().to_ascii_lowercase();
    let scheme = address.split(['/', '?']).next().unwrap_or_default();
    // A character reference before the first slash can only hide a scheme.
    let is_script = scheme.contains("javascript:") || scheme.contains("vbscript:") || scheme.contains('&');
    ADDRESSES.contains(&name.to_ascii_lowercase().as_str()) && is_script
}

fn lower(element: &Element, attribute: &str) -> String {
    element.get_attribute(attribute).unwrap_or_default().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{WIDGET, rewrite};

    /// What is left of `saved`, the widget's script written as `{widget}`.
    fn left_of(saved: &str) -> String {
        let html = rewrite(saved.as_bytes()).map(|page| page.html).unwrap_or_default();
        String::from_utf8_lossy(&html).replace(WIDGET, "{widget}")
    }

    #[track_caller]
    fn check(saved: &str, expected: &str) {
        assert_eq!(left_of(saved), expected, "of {saved}");
    }

    #[test]
    fn the_widget_comes_once_first_in_the_head() {
        check("<html><head><title>T</title></head><p>x</p>", "<html><head>{widget}<title>T</title></head><p>x</p>");
    }

    #[test]
    fn a_page_without_a_head_gets_the_widget_at_its_end() {
        check("<p>x</p>", "<p>x</p>{widget}");
        check("", "{widget}");
    }

    #[test]
    fn scripts_go() {
        check("<script>a()</script><p>x", "<p>x{widget}");
        check("<SCRIPT TYPE='Text/JavaScript' src=//cdn.example/a.js></SCRIPT>", "{widget}");
        check("<script type=module>a()</script><script type=importmap>{}</script>", "{widget}");
        check("<script type='text/javascript; charset=utf-8'>a()</script>", "{widget}");
        check("<script type='text/javasc&#114;ipt'>a()</script>", "{widget}");
        check("<svg><script>a()</script><text>x</text></svg>", "<svg><text>x</text></svg>{widget}");
    }

    #[test]
    fn data_blocks_stay() {
        let json_ld = r#"<script type="application/ld+json">{"datePublished":"2022-07-13"}</script>"#;
        check(json_ld, &format!("{json_ld}{{widget}}"));
        let state = r#"<script id=state type="application/json">{}</script>"#;
        check(state, &format!("{state}{{widget}}"));
    }

    #[test]
    fn handlers_and_script_addresses_go() {
        check("<body onload='a()' class=b>", "<body class=b>{widget}");
        check("<img src=a.png ONERROR=a()>", "<img src=a.png>{widget}");
        check("<a href=' java\nscript:a()'>x</a>", "<a>x</a>{widget}");
        check("<a href='java&#115;cript&colon;a()'>x</a>", "<a>x</a>{widget}");
        check("<form action=javascript:a()><button formaction=javascript:b()>", "<form><button>{widget}");
    }

    #[test]
    fn plain_addresses_stay_as_they_are() {
        for link in ["<a href='/a?b=1&amp;c=2'>x</a>", "<a href='#third'>x</a>", "<a href=\"mailto:a@b.example\">x</a>"]
        {
            check(link, &format!("{link}{{widget}}"));
        }
    }

    #[test]
    fn what_steers_the_browser_goes() {
        check(
            "<meta http-equiv=Refresh content='0;url=//a.example'><meta name=author content=A>",
            "<meta name=author content=A>{widget}",
        );
        check(r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"#, "{widget}");
        check("<base href=//a.example/>", "{widget}");
        check("<link rel='preload' href=a><link rel=modulepreload href=b><link rel='dns-prefetch' href=c>", "{widget}");
    }

    #[test]
    fn style_sheets_stay() {
        let sheets =
            "<link rel=stylesheet href=a.css><style>p { color: red }</style><link rel='preload stylesheet' href=b.css>";
        check(sheets, &format!("{sheets}{{widget}}"));
    }

    #[test]
    fn frames_stay_in_their_place_but_empty() {
        check("<iframe src=//ads.example width=300></iframe>", "<iframe width=300></iframe>{widget}");
        check("<iframe srcdoc='<script>a()</script>'></iframe>", "<iframe></iframe>{widget}");
        check("<object data=a.swf></object><embed src=a.swf>", "<object></object><embed>{widget}");
    }

    #[test]
    fn a_page_that_names_its_character_set_is_served_as_it_is() {
        let latin = b"<meta charset=windows-1252><p>caf\xe9 \x93so\x94</p>";
        let page = rewrite(latin).map(|page| (page.content_type, page.html));
        let expected = [latin.as_slice(), WIDGET.as_bytes()].concat();
        assert!(page.is_ok_and(|page| page == ("text/html", expected)));
    }

    #[test]
    fn utf_8_that_says_nothing_of_itself_is_served_as_utf_8() {
        assert!(rewrite("<p>café</p>".as_bytes()).is_ok_and(|page| page.content_type == "text/html; charset=utf-8"));
        assert!(rewrite(b"<p>caf\xe9</p>").is_ok_and(|page| page.content_type == "text/html"));
    }

    #[test]
    fn utf_16_becomes_utf_8() {
        let utf_16 = "\u{feff}<p>café</p>".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        let page = rewrite(&utf_16).map(|page| (page.content_type, page.html));
        assert!(
            page.is_ok_and(|page| page == ("text/html; charset=utf-8", format!("<p>café</p>{WIDGET}").into_bytes()))
        );
    }

    #[test]
    fn broken_markup_is_no_error() {
        for broken in ["<", "<p", "<script>a(", "<a href='", "<!--", "<head", "</script></p>", "<svg><p><svg></div>"] {
            assert!(rewrite(broken.as_bytes()).is_ok(), "{broken}");
        }
    }
}
