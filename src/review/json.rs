//! Feeds of fact-checks as files: JSON, and pages with blocks of JSON-LD.
//!
//! Takes text; gives [`Json`], or where it is broken. Example: of a page with three blocks the second is broken; the first and the third
//! are read.
//!
//! Invariant: no nesting overflows the stack: what lies too deep is passed over by a parser that does not recurse.

use super::import::{DEEPEST, Json};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::{cell::RefCell, fmt};

/// Where a feed is broken, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong there.
    pub why: String,
}

/// Reads a feed.
///
/// # Errors
/// When it is no JSON, or goes on behind its end.
pub fn parse(text: &str) -> Result<Json, Broken> {
    let mut parser = serde_json::Deserializer::from_str(text);
    let read = Level(DEEPEST).deserialize(&mut parser).and_then(|json| parser.end().map(|()| json));
    read.map_err(|error| Broken {
        line: error.line().max(1),
        column: error.column().max(1),
        why: error.to_string().split(" at line ").next().unwrap_or_default().to_owned(),
    })
}

/// The blocks of JSON-LD of a page, in order.
///
/// # Errors
/// When the page cannot be read as HTML.
pub fn blocks(page: &str) -> Result<Vec<String>, String> {
    let blocks: RefCell<Vec<String>> = RefCell::default();
    let open = element!("script[type^='application/ld+json' i]", |_| {
        blocks.borrow_mut().push(String::new());
        Ok(())
    });
    let fill = text!("script[type^='application/ld+json' i]", |chunk| {
        blocks.borrow_mut().last_mut().into_iter().for_each(|block| block.push_str(chunk.as_str()));
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(open).append_element_content_handler(fill);
    rewrite_str(page, settings).map_err(|error| error.to_string())?;
    Ok(blocks.into_inner())
}

/// A value, and how many levels of it are still read.
struct Level(usize);

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Json, D::Error> {
        if self.0 == 0 {
            from.deserialize_ignored_any(IgnoredAny).map(|_| Json::Deep)
        } else {
            from.deserialize_any(self)
        }
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value of JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(Json::Number(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Level(self.0 - 1))? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        while let Some(key) = pairs.next_key()? {
            object.push((key, pairs.next_value_seed(Level(self.0 - 1))?));
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_nesting_overflows_the_stack() {
        let bomb = |depth: usize| format!("[{}{}, 1]", "[".repeat(depth), "]".repeat(depth));
        for depth in [DEEPEST, 200, 1_000_000] {
            let Ok(Json::List(items)) = parse(&bomb(depth)) else {
                panic!("a feed that goes on behind {depth} levels")
            };
            assert_eq!(items.last(), Some(&Json::Number("1".to_owned())), "what stands behind is read");
        }
        let objects = format!("{}1{}", r#"{"a":"#.repeat(100_000), "}".repeat(100_000));
        assert!(parse(&objects).is_ok());
        assert!(parse(&"[".repeat(1_000_000)).is_err(), "cut off in the middle");
    }

    #[test]
    fn what_follows_the_end_is_a_fault() {
        assert_eq!(parse("[1] [2]").map_err(|broken| (broken.line, broken.column)), Err((1, 5)));
        assert_eq!(parse("[1,\n 2,\n]").map_err(|broken| broken.line), Err(3));
        assert!(parse("").is_err() && parse("\u{feff}[]").is_err());
    }
}
