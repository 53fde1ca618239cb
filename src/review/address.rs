//! Whether two addresses are those of one page.
//!
//! Takes addresses as feeds and pages write them; compares what tells pages apart. Example:
//! `http://www.example.org/a/?utm_source=x#top` and `https://example.org/a` are one page.
//!
//! Invariant: what is left out of the comparison is scheme, `www.`, fragment, parameters of campaigns, and a slash at the end.

use super::words;
use crate::cut::{head, split_once, tail};

/// Whether both name the same page.
pub(super) fn same(one: &str, other: &str) -> bool {
    let (one, other) = (parts(one), parts(other));
    one.0.eq_ignore_ascii_case(other.0) && one.1 == other.1 && one.2.eq(other.2)
}

/// A number for a page: the same for all its addresses.
pub(super) fn key(address: &str) -> usize {
    let (host, path, _) = parts(address);
    words::key(&[&host.to_ascii_lowercase(), path].concat())
}

/// Host, path, and the parameters that are not a campaign's.
fn parts(address: &str) -> (&str, &str, impl Iterator<Item = &str>) {
    let address = address.trim().split('#').next().unwrap_or_default();
    let address = split_once(address, "://").map_or(address, |(_, rest)| rest);
    let (page, query) = address.split_once('?').unwrap_or((address, ""));
    let host = page.find('/').unwrap_or(page.len());
    let (host, path) = (head(page, host), tail(page, host));
    let host = host.strip_prefix("www.").unwrap_or(host);
    let query = query.split('&').filter(|parameter| !parameter.is_empty() && !parameter.starts_with("utm_"));
    (host, path.trim_end_matches('/'), query)
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn one_page_has_many_addresses() {
        let page = "https://example.org/a/b";
        for other in [
            page,
            "http://example.org/a/b/",
            "https://www.EXAMPLE.org/a/b#top",
            "https://example.org/a/b?utm_source=mail&utm_medium=x",
            " https://example.org/a/b ",
        ] {
            assert!(same(page, other), "{other}");
        }
    }

    #[test]
    fn other_pages_have_other_addresses() {
        let page = "https://example.org/a?id=1";
        for other in [
            "https://example.org/a",
            "https://example.org/a?id=2",
            "https://example.com/a?id=1",
            "https://example.org/A?id=1",
            "",
            "a",
        ] {
            assert!(!same(page, other), "{other}");
        }
    }
}
