//! The command line, run as a user runs it.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test reads and writes files")]
#![cfg(feature = "cli")]

use serde_json::{Value, json};
use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

const SMALL: &str = "tests/packs/small.jsonl";

fn postil(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_postil"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("its input");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("the writer ends").or_else(closed_early).expect("the input is taken");
    output
}

/// A command that refuses its arguments reads no input.
fn closed_early(error: std::io::Error) -> std::io::Result<()> {
    if error.kind() == std::io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) }
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn complaints(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A file of this test alone, in a folder that cargo provides.
fn scratch(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn every_article_gives_a_line_and_its_other_keys_pass_through() {
    let input = concat!(
        r#"{"id":"1","text":"","published":"2026-11-24T08:00:00+01:00","lang":"en","desk":{"n":1},"quotes":"old"}"#,
        "\n\n",
        r#"{"id":2,"text":""}"#,
        "\r\n",
        r#"{"text":""}"#
    );
    let output = postil(&["annotate"], input.as_bytes());
    assert!(output.status.success(), "{}", complaints(&output));
    let nothing = |mut more: Value| {
        for key in ["entities", "quotes", "terms", "claims"] {
            more[key] = json!([]);
        }
        more
    };
    let first = json!({"id": "1", "published": "2026-11-24T08:00:00+01:00", "lang": "en", "desk": {"n": 1}});
    assert_eq!(lines(&output), [nothing(first), nothing(json!({"id": 2})), nothing(json!({}))]);
}

#[test]
fn a_line_that_cannot_be_read_is_reported_and_the_rest_goes_on() {
    let mut input = b"{\"id\":\"1\",\"text\":\"\"}\nnot JSON\n{\"id\":\"3\"}\n\xff\xfe\n".to_vec();
    input.extend(br#"{"text":"","published":"last week"}"#);
    input.extend("\n{\"text\":\"é!\",\"blocks\":[{\"kind\":\"quote\",\"start\":0,\"end\":3}]}\n".as_bytes());
    input.extend(br#"{"text":"ab","blocks":[{"kind":"quote","start":0,"end":2},{"kind":"item","start":1,"end":2}]}"#);
    input.extend(b"\n{\"id\":\"8\",\"text\":\"\"}\n");
    let output = postil(&["annotate"], &input);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).iter().map(|line| &line["id"]).collect::<Vec<_>>(), ["1", "8"]);
    let complaints = complaints(&output);
    let complaints: Vec<&str> = complaints.lines().collect();
    let form = r#"write an object such as {"id":"1","text":"…"}"#;
    assert_eq!(
        complaints,
        [
            format!("line 2: column 2: expected ident; {form}"),
            format!("line 3: column 10: missing field `text`; {form}"),
            format!("line 4: column 1: expected value; {form}"),
            "line 5: `published` is “last week”; write a date such as 2026-11-24, with or without a time".to_owned(),
            "line 6: block 1: offset 3 in a text of 2; check what --offsets counts".to_owned(),
            "line 7: block 1: it ends before it starts, or after the next one starts".to_owned(),
        ]
    );
}

#[test]
fn blocks_are_counted_as_offsets_says() {
    let line = |end: usize| format!(r#"{{"text":"😀é","blocks":[{{"kind":"paragraph","start":0,"end":{end}}}]}}"#);
    for (unit, length) in [("codepoint", 2), ("utf16", 3), ("byte", 6)] {
        let fits = postil(&["annotate", "--offsets", unit], line(length).as_bytes());
        assert!(fits.status.success(), "{unit}: {}", complaints(&fits));
        let exceeds = postil(&["annotate", "--offsets", unit], line(length + 1).as_bytes());
        assert!(complaints(&exceeds).contains("check what --offsets counts"), "{unit}");
    }
}

#[test]
fn a_pack_is_built_described_and_used() {
    let path = scratch("small.pack");
    let pack = path.to_str().expect("a path in UTF-8");
    let built = postil(&["pack", "build", "-o", pack, SMALL], b"");
    assert!(built.status.success(), "{}", complaints(&built));
    let stat = postil(&["pack", "stat", pack], b"");
    let stat = String::from_utf8(stat.stdout).expect("UTF-8");
    assert!(stat.contains("pack small: Names for the tests, version 1, licence CC0-1.0"), "{stat}");
    assert!(stat.contains("28 names, 12 entities, 2 sources, 1 lists"), "{stat}");
    let used = postil(&["annotate", "--pack", pack, "packs/facts.pack"], br#"{"text":""}"#);
    assert!(used.status.success(), "{}", complaints(&used));
}

#[test]
fn a_split_pack_is_read_with_its_second_part() {
    let (path, more) = (scratch("halves.pack"), scratch("halves.more.pack"));
    let pack = path.to_str().expect("a path in UTF-8");
    let built = postil(&["pack", "build", "--split", "-o", pack, SMALL], b"");
    assert!(built.status.success(), "{}", complaints(&built));
    let stat = String::from_utf8(postil(&["pack", "stat", pack], b"").stdout).expect("UTF-8");
    assert!(stat.contains("for cards, in a file of their own"), "{stat}");
    let used = postil(&["annotate", "--pack", pack, "packs/facts.pack"], br#"{"text":"North Korea said so."}"#);
    assert!(used.status.success(), "{}", complaints(&used));
    fs::write(&more, fs::read("packs/facts.pack").expect("another pack")).expect("a file");
    let message = complaints(&postil(&["annotate", "--pack", pack], b""));
    assert!(message.contains("halves.more.pack: no second part of this Postil pack"), "{message}");
    fs::remove_file(&more).expect("no second part");
    let message = complaints(&postil(&["annotate", "--pack", pack], b""));
    assert!(message.contains("halves.more.pack") && message.contains("it holds the facts of"), "{message}");
}

#[test]
fn what_is_no_pack_is_refused_by_its_name() {
    let output = postil(&["annotate", "--pack", SMALL], b"");
    assert_eq!(output.status.code(), Some(1));
    let message = complaints(&output);
    assert!(message.contains("small.jsonl: not a Postil pack") && message.contains("`postil pack build`"), "{message}");
    let output = postil(&["pack", "stat", "tests/packs/none.pack"], b"");
    assert!(complaints(&output).contains("cannot read tests/packs/none.pack"));
}

#[test]
fn a_bad_source_builds_nothing() {
    let (source, pack) = (scratch("bad.jsonl"), scratch("bad.pack"));
    fs::write(&source, "{\"id\":\"\"}\nnonsense\n").expect("a file");
    let (source, target) = (source.to_str().expect("UTF-8"), pack.to_str().expect("UTF-8"));
    for arguments in [vec!["pack", "build", "-o", target, source], vec!["pack", "check", source]] {
        let output = postil(&arguments, b"");
        assert_eq!(output.status.code(), Some(1));
        let complaints = complaints(&output);
        assert!(complaints.contains("bad.jsonl:1:9: missing field `type`"), "{complaints}");
        assert!(complaints.contains("bad.jsonl:2:2: expected ident"), "{complaints}");
    }
    assert!(!pack.exists());
}

/// A sheet of this test alone, checked: whether it has no errors, and what is said of it.
fn checked(name: &str, sheet: &[u8], more: &[&str]) -> (Option<i32>, String) {
    let path = scratch(name);
    fs::write(&path, sheet).expect("a file");
    let output = postil(&[&["pack", "check", path.to_str().expect("UTF-8")], more].concat(), b"");
    (output.status.code(), complaints(&output).replace(&format!("{}", path.display()), name))
}

const ABOUT: [&str; 6] = ["--title", "T", "--licence", "CC0-1.0", "--version", "1"];

#[test]
fn sheets_are_read_as_spreadsheets_save_them() {
    let sheet = "Name;Type\r\nJörg Brückner;person\r\n";
    let utf_16 = format!("\u{feff}{sheet}").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    for (name, bytes) in [("utf8.csv", sheet.as_bytes()), ("utf16.csv", &utf_16)] {
        assert_eq!(checked(name, bytes, &ABOUT), (Some(0), "0 errors, 0 warnings\n".to_owned()));
    }
    let windows = b"Name;Type\r\nJ\xf6rg Br\xfcckner;person\r\n";
    let told = "warning: windows.csv:2: no UTF-8, so it was read as Windows-1252, with “Jörg” here; if that is misspelt, save the \
                sheet as “CSV UTF-8”\n0 errors, 0 warnings\n";
    assert_eq!(checked("windows.csv", windows, &ABOUT), (Some(0), told.to_owned()));
    let (status, told) = checked("book.xlsx", b"PK", &ABOUT);
    assert!(status == Some(1) && told.contains("save the sheet as “CSV UTF-8” and give that"), "{told}");
    let (status, told) = checked("windows.jsonl", b"{\"source\":\"J\xf6rg\"}", &ABOUT);
    assert!(status == Some(1) && told.contains("windows.jsonl:1: no UTF-8; save the file as UTF-8"), "{told}");
}

#[test]
fn a_check_says_by_its_exit_code_what_it_has_found() {
    let doubtful = "name,type\nSky,person\n".as_bytes();
    let (status, told) = checked("doubtful.csv", doubtful, &ABOUT);
    assert!(status == Some(0) && told.ends_with("0 errors, 1 warning\n"), "{told}");
    assert_eq!(checked("doubtful.csv", doubtful, &[&ABOUT[..], &["--strict"]].concat()).0, Some(1));
    let (status, told) = checked("wrong.csv", b"name,type\nAda,man\n", &ABOUT);
    assert!(status == Some(1) && told.ends_with("1 error, 0 warnings\n"), "{told}");
    assert_eq!(checked("doubtful.csv", doubtful, &["--title", "T"]).0, Some(2));
}

#[test]
fn a_pack_is_counted_for_its_editor() {
    let path = scratch("counted.pack");
    let pack = path.to_str().expect("a path in UTF-8");
    postil(&["pack", "build", "-o", pack, SMALL], b"");
    let stat = String::from_utf8(postil(&["pack", "stat", pack], b"").stdout).expect("UTF-8");
    let groups: Vec<&str> = stat.lines().skip(4).collect();
    assert_eq!(
        groups,
        [
            "types: LOC 7, ORG 4, MISC 1",
            "classes: country 4, city 2, club 1, company 1, currency 1, entity 1, ministry 1, region 1",
            "kinds of names: common 14, acronym 5, short 3, demonym 2, official 2, former 1, metonym 1",
            "names of one language: de 1, fi 1",
            "everyday words among the names: 3",
            "entities with: a Wikidata identifier 2, a description 1, facts 1, a link 1, a Wikipedia article 1, a picture 1, \
             a country 1",
            "facts: 2, of which 1 do not say as of when, the oldest as of 2025-03 (North Korea)",
        ]
    );
}

#[test]
fn reviews_lie_over_an_article_and_all_is_given_in_the_words_of_schema_org() {
    let article = json!({"url": "https://example.org/a", "published": "2024-06-30",
        "text": "Solar panels use more energy to make than they will ever produce, a reader from Lisbon writes."});
    let output = postil(
        &["annotate", "--json-ld", "--reviews", "tests/reviews/disagree.json", "tests/reviews/bad.json"],
        article.to_string().as_bytes(),
    );
    assert!(complaints(&output).contains("bad.json: entry 2: no address"), "{}", complaints(&output));
    let [line] = lines(&output).try_into().expect("one line");
    assert_eq!(line["url"], json!("https://example.org/a"));
    let found: Vec<_> =
        line["reviews"][0]["reviews"].as_array().expect("reviews").iter().map(|one| &one["verdict"]).collect();
    assert!(found.contains(&&json!("Depends on where they stand")), "{line}");
    let graph = line["jsonLd"]["@graph"].as_array().expect("a graph");
    assert_eq!((&graph[0]["@type"], &graph[0]["url"]), (&json!("Article"), &json!("https://example.org/a")));
    let lisbon = json!({"@type": "Place", "name": "Lisbon", "sameAs": ["https://www.wikidata.org/wiki/Q597"]});
    assert!(graph[0]["mentions"].as_array().expect("mentions").contains(&lisbon), "{}", graph[0]);
    let check = graph.iter().find(|node| node["author"]["name"] == json!("The Old Record")).expect("a review");
    let expected = json!({
        "@type": "ClaimReview", "url": "http://old-record.example.org/2019/04/solar", "datePublished": "2019-04-11",
        "claimReviewed": "Solar panels use more energy to make than they will ever produce.",
        "author": {"@type": "Organization", "name": "The Old Record"},
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Thing", "name": "Wexley Residents"}, "datePublished": "2019-04-08"},
        "reviewRating": {"@type": "Rating", "alternateName": "Depends on where they stand"},
    });
    assert_eq!(check, &expected);
}
