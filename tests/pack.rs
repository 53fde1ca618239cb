//! Packs: what is found in them, and what is refused.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test reads its packs and cases")]
#![cfg(feature = "cli")]

use postil::{
    Article, EntityRef, Knowledge,
    pack::{
        NameKind,
        build::{Built, SourceFile, build},
    },
    segment::Text,
};
use std::fs;

const SMALL: &str = include_str!("packs/small.jsonl");

fn file(name: &str, text: &str) -> SourceFile {
    SourceFile { name: name.to_owned(), text: text.to_owned() }
}

fn pack(source: &str) -> Vec<u8> {
    build(&[file("small.jsonl", source)]).expect("a good source").bytes
}

fn knowledge(sources: &[&str]) -> Knowledge {
    let mut knowledge = Knowledge::new();
    sources.iter().for_each(|source| knowledge.add(pack(source)).expect("a good pack"));
    knowledge
}

fn id(knowledge: &Knowledge, entity: EntityRef) -> &str {
    knowledge.entity(entity).expect("a record").id
}

/// The longest name at the start of a text, as `covered words = id id`; `-` for none.
fn longest(knowledge: &Knowledge, text: &str) -> String {
    let article = Article::from_text(text);
    let text = Text::new(&article);
    let words: Vec<&str> = (0..text.tokens.len()).map(|token| text.word(token)).collect();
    let Some(hit) = knowledge.longest(&words, article.language()) else { return "-".to_owned() };
    let ids: Vec<&str> = hit.names.iter().map(|name| id(knowledge, name.entity)).collect();
    format!("{} = {}", words[..hit.words].join(" "), ids.join(" "))
}

#[test]
fn the_longest_name_is_found_as_its_capitals_ask() {
    let knowledge = knowledge(&[SMALL]);
    for (text, expected) in [
        ("North Korea said", "North Korea = Q423"),
        ("North Korea’s envoy", "North Korea = Q423"),
        ("North Koreans fled", "North Koreans = Q423"),
        ("North Korean officials", "North Korean = Q423"),
        ("NORTH KOREA SAYS NO", "NORTH KOREA = Q423"),
        ("North of the river", "North = north"),
        ("north Korea", "-"),
        ("north", "-"),
        ("Northern towns", "-"),
        ("Democratic People’s Republic of Korea", "Democratic People ’s Republic of Korea = Q423"),
        ("Democratic People's Republic Of Korea", "Democratic People 's Republic Of Korea = Q423"),
        ("Democratic people's Republic of Korea", "-"),
        ("Democratic People’s", "-"),
        ("Donetsk People's Republic (DPR)", "Donetsk People 's Republic = dpr"),
        ("DPR leader", "DPR = dpr"),
        ("Dpr leader", "-"),
        ("US troops", "US = us"),
        ("us all", "-"),
        ("Us all", "-"),
        ("U.S. troops", "U.S. = us"),
        ("u.s. troops", "-"),
        ("MoD officials", "MoD = mod"),
        ("MOD officials", "MOD = mod"),
        ("Mod culture", "-"),
        ("mod culture", "-"),
        ("ministry of defence", "-"),
        ("Ministry of Defence", "Ministry of Defence = mod"),
        ("Reading won", "Reading = reading-place reading-club"),
        ("Reading FC won", "Reading FC = reading-club"),
        ("reading a book", "-"),
        ("Guinea\u{2011}Bissau votes", "Guinea\u{2011}Bissau = bissau"),
        ("Guinea\u{2010}Bissau votes", "Guinea\u{2010}Bissau = bissau"),
        ("Gui\u{ad}nea-Bis\u{200b}sau votes", "Gui\u{ad}nea-Bis\u{200b}sau = bissau"),
        ("Bitcoin fell", "Bitcoin = bitcoin"),
        ("bitcoin fell", "bitcoin = bitcoin"),
        ("北京 said", "北京 = beijing"),
        ("КИЇВ", "КИЇВ = beijing"),
        ("київ", "-"),
        ("Moody’s cut", "Moody ’s = moodys"),
        ("Moody", "-"),
        ("", "-"),
        ("’s", "-"),
    ] {
        assert_eq!(longest(&knowledge, text), expected, "in {text:?}");
    }
}

#[test]
fn a_name_of_one_language_is_found_in_its_texts_only() {
    let knowledge = knowledge(&[SMALL]);
    let found = |name: &[&str], language| knowledge.longest(name, language).is_some();
    for (language, german, finnish) in [
        (Some("de"), true, false),
        (Some("de-AT"), true, false),
        (Some("DE_CH"), true, false),
        (Some("fi"), false, true),
        (Some("den"), false, false),
        (Some(""), false, false),
        (None, false, false),
    ] {
        assert_eq!(found(&["Vereinigte", "Staaten"], language), german, "in {language:?}");
        assert_eq!(found(&["Yhdysvallat"], language), finnish, "in {language:?}");
        assert!(found(&["United", "States"], language), "in {language:?}");
    }
}

#[test]
fn a_name_says_how_it_names() {
    let knowledge = knowledge(&[SMALL]);
    let kind = |words: &[&str]| knowledge.longest(words, None).map(|hit| (hit.names[0].kind, hit.names[0].everyday));
    assert_eq!(kind(&["North", "Koreans"]), Some((NameKind::Demonym, false)));
    assert_eq!(kind(&["US"]), Some((NameKind::Acronym, true)));
    assert_eq!(kind(&["Reading"]), Some((NameKind::Common, true)));
    assert_eq!(kind(&["Reading", "FC"]), Some((NameKind::Common, false)));
    assert_eq!(kind(&["N", "Korea"]), Some((NameKind::Short, false)));
    assert_eq!(kind(&["Main", "Building"]), Some((NameKind::Metonym, false)));
    assert_eq!(kind(&[]), None);
}

#[test]
fn a_record_is_given_as_its_source_has_it() {
    let knowledge = knowledge(&[SMALL]);
    let korea = knowledge.find("Q423").and_then(|found| knowledge.entity(found)).expect("Q423");
    assert_eq!((korea.id, korea.name, korea.class), ("Q423", "North Korea", "country"));
    assert_eq!(korea.description, Some("A country for the tests."));
    assert_eq!((korea.salience, korea.seat_of, korea.link), (0.8, None, Some("https://example.org/north-korea")));
    let picture = korea.picture.expect("a picture");
    assert_eq!((picture.url, picture.width, picture.height), ("https://example.org/flag.png", 320, 200));
    assert_eq!((picture.alt, picture.credit), ("A flag", "Example Press, CC0"));
    let [capital, area] = korea.facts.as_slice() else { panic!("two facts") };
    assert_eq!((capital.property, capital.value), ("capital", "Pyongyang"));
    assert_eq!((capital.since, capital.as_of), (Some("1948"), Some("2025-03")));
    let atlas = capital.source.expect("a source");
    assert_eq!((atlas.title, atlas.publisher), ("An Atlas of Examples", Some("Example Press")));
    assert_eq!((atlas.url, atlas.date), (Some("https://example.org/atlas"), Some("2025-03")));
    assert_eq!((area.value, area.since, area.as_of, area.source), ("120,538 km²", None, None, capital.source));
    let dpr = knowledge.find("dpr").and_then(|found| knowledge.entity(found)).expect("dpr");
    assert_eq!((dpr.seat_of, dpr.facts.len(), dpr.description, dpr.picture), (Some("Q423"), 0, None, None));
    let reading = knowledge.find("reading-place").and_then(|found| knowledge.entity(found)).expect("Reading");
    assert_eq!((reading.country, reading.wikipedia), (Some("Q145"), Some("Reading, Berkshire")));
    assert_eq!((korea.country, korea.wikipedia), (None, None));
    assert_eq!(knowledge.find("Q42"), None);
}

#[test]
fn a_list_keeps_its_order_and_what_it_leaves_out() {
    let knowledge = knowledge(&[SMALL, SMALL.lines().next().expect("a line")]);
    let packs: Vec<_> = knowledge.packs().map(|pack| (pack.id, pack.title, pack.licence, pack.version)).collect();
    assert_eq!(packs, [("small", "Names for the tests", "CC0-1.0", "1"); 2]);
    let [list] = knowledge.lists().try_into().expect("one list");
    assert_eq!((list.id, list.title), ("signed", "Signatories of the Example Treaty"));
    assert_eq!((list.counts, list.as_of), ("UN member states", "2025-01-31"));
    assert_eq!((list.subjects, list.predicates), (vec!["dpr"], vec!["sign", "signature"]));
    assert_eq!(list.members, ["country", "state"]);
    let entries = knowledge.entries(0).expect("its entries");
    let items: Vec<_> =
        entries.items.iter().map(|item| (item.entity, item.date, item.until, item.sources.len())).collect();
    assert_eq!(items, [(Some("Q884"), "2024-02-01", Some("2024-12"), 2), (None, "2024-03-01", None, 1)]);
    assert_eq!(entries.items[0].sources[0].title, "The Example Gazette");
    let excluded: Vec<_> =
        entries.excluded.iter().map(|one| (one.name, one.date, one.reason, one.sources.len())).collect();
    assert_eq!(excluded, [("The North", Some("2023"), "A region, not a state", 1), ("Reading", None, "A city", 1)]);
    assert_eq!(knowledge.list(0).map(|list| list.id), Some("signed"));
    assert_eq!(knowledge.list(1), None);
}

#[test]
fn a_fact_check_keeps_its_publishers_words() {
    let knowledge = knowledge(&[SMALL]);
    let [review] = knowledge.reviews().collect::<Vec<_>>().try_into().expect("one fact-check");
    assert_eq!((review.claim, review.verdict), ("The treaty was never signed.", "Four Pinocchios"));
    assert_eq!((review.publisher, review.url), ("The Example Gazette", "https://example.org/check"));
    assert_eq!((review.date, review.claimant, review.claimed), (Some("2025-02-01"), Some("A. Nonymous"), None));
    assert_eq!((review.rating, review.language), (Some("4 of 1 to 4"), Some("en")));
    assert_eq!(review.appearances, ["https://example.org/post"]);
}

#[test]
fn later_packs_go_first() {
    let own = r#"{"id":"Q423","type":"LOC","class":"country","name":"North Korea","description":"Ours.","salience":0.2}
{"id":"bard","type":"PER","class":"person","name":"Reading","salience":0.3}
{"id":"band","type":"ORG","class":"band","name":"North Korea Said","salience":0}"#;
    let knowledge = knowledge(&[SMALL, own]);
    let korea = knowledge.find("Q423").and_then(|found| knowledge.entity(found)).expect("Q423");
    assert_eq!(korea.description, Some("Ours."));
    assert_eq!(longest(&knowledge, "North Korea Said"), "North Korea Said = band");
    assert_eq!(longest(&knowledge, "Reading"), "Reading = bard reading-place reading-club");
    let former = knowledge.longest(&["DPRK"], None).expect("a name that the world's pack alone holds").names;
    assert_eq!(knowledge.entity(former[0].entity).expect("a record").description, Some("Ours."));
    assert_eq!(knowledge.longest(&["North", "Korea"], None).expect("a name").names.len(), 1);
}

#[test]
fn the_packs_that_ship_are_built_from_their_source() {
    for (name, folders) in [("world", "packs/world packs/world/generated"), ("facts", "packs/facts")] {
        let entries = folders.split(' ').flat_map(|folder| fs::read_dir(folder).expect("the source's folder"));
        let mut paths: Vec<_> = entries
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
            .collect();
        paths.sort();
        let files: Vec<_> = paths
            .iter()
            .map(|path| file(&path.display().to_string(), &fs::read_to_string(path).expect("a readable source")))
            .collect();
        let Built { bytes, .. } = build(&files).expect("a good source");
        let committed = fs::read(format!("packs/{name}.pack")).expect("the committed pack");
        let command = format!("cargo run --features cli --bin postil -- pack build -o packs/{name}.pack {folders}");
        assert!(bytes == committed, "packs/{name}.pack is not what its source gives; run: {command}");
    }
}

/// What a build of two files complains of, one line each.
fn complaints(first: &str, second: &str) -> Vec<String> {
    let errors = build(&[file("one.jsonl", first), file("two.jsonl", second)]).expect_err("errors");
    errors.iter().map(ToString::to_string).collect()
}

#[test]
fn all_errors_are_told_at_once_each_with_its_place() {
    let first = r#"{"source":"atlas","title":"An Atlas","url":"ftp://example.org"}
not JSON

{"id":"é","type":"LOC","class":"city","name":"É","colour":"blue"}
{"id":"a","type":"TOWN","class":"city","name":"A"}
{"id":"b","type":"LOC","class":"city","name":"","salience":2}
{"id":"c","type":"LOC","class":"city","name":"C","seatOf":"nowhere","link":"javascript:alert(1)","wikipedia":"https://en.wikipedia.org/wiki/C","names":[{"name":"Ce","kind":"short","language":"de-AT"}]}
{"id":"d","type":"LOC","class":"city","name":"D","facts":[{"property":"area","value":"1\n2","asOf":"May","source":"atlsa"}]}"#;
    let second = r#"{"id":"c","type":"LOC","class":"city","name":"C","names":[{"name":"Ci","kind":"short"},{"name":"Ci","kind":"former"}]}
{"title":"nothing"}
{"list":"l","title":"L","subjects":[],"predicates":["p"],"members":["m"],"counts":"c","asOf":"2025-02-30","items":[{"entity":"a","name":"A","date":"2024-03","sources":[]},{"entity":"c","name":"C","date":"2024-02","sources":["gone"]}]}
{"id":"e","type":"LOC","class":"city","name":"one two three four five six seven eight nine ten eleven twelve thirteen"}"#;
    let form = "see packs/README.md for the form of a line";
    assert_eq!(
        complaints(first, second),
        [
            "one.jsonl:1:44: `url` is “ftp://example.org”; write an address that begins with https:// or http://".to_owned(),
            format!("one.jsonl:2:2: expected ident; {form}"),
            format!(
                "one.jsonl:4:57: unknown field `colour`, expected one of `id`, `type`, `class`, `name`, `names`, \
                 `description`, `seatOf`, `country`, `salience`, `link`, `wikipedia`, `picture`, `facts`; {form}"
            ),
            format!("one.jsonl:5:23: unknown variant `TOWN`, expected one of `PER`, `LOC`, `ORG`, `MISC`; {form}"),
            "one.jsonl:6:46: `name` is empty; fill it in or leave the record out".to_owned(),
            "one.jsonl:6:49: `salience` is 2; write a number from 0 to 1".to_owned(),
            "one.jsonl:7:59: `seatOf` is “nowhere”, but these files do not have that `id`; add it, mend it, or name the pack \
             that has it by --with"
                .to_owned(),
            "one.jsonl:7:76: `link` is “javascript:alert(1)”; write an address that begins with https:// or http://".to_owned(),
            "one.jsonl:7:110: `wikipedia` is an address; write the title of the English article, as in `North Korea`".to_owned(),
            "one.jsonl:7:192: `language` is “de-AT”; write the language alone, as in `uk` or `de`".to_owned(),
            "one.jsonl:8:86: `value` holds a control character or a line end; write one line of text".to_owned(),
            "one.jsonl:8:100: `asOf` is “May”; write a date as 2026, 2026-01 or 2026-01-31".to_owned(),
            "one.jsonl:8:115: no line of these files describes the source “atlsa”; add {\"source\":\"atlsa\",…} or mend it".to_owned(),
            "two.jsonl:1:7: a second entity “c” (the first is at one.jsonl:7); join the two".to_owned(),
            "two.jsonl:1:67: the name “Ci” is given twice; leave one".to_owned(),
            "two.jsonl:2:1: a record without `id`, `source`, `list`, `review` or `pack`: give it one of them".to_owned(),
            "two.jsonl:3:25: `subjects` is empty; give at least one".to_owned(),
            "two.jsonl:3:94: `asOf` is “2025-02-30”; write a date as 2026, 2026-01 or 2026-01-31".to_owned(),
            "two.jsonl:3:137: “A” has no source, and no card may show it; add one to `sources`".to_owned(),
            "two.jsonl:3:204: “C” (2024-02) stands after “A” (2024-03); put `items` in the order of their dates".to_owned(),
            "two.jsonl:3:225: no line of these files describes the source “gone”; add {\"source\":\"gone\",…} or mend it".to_owned(),
            "two.jsonl:4:46: the name “one two three four five six seven eight nine ten eleven twelve thirteen” has 13 \
             words and signs; 12 are the most"
                .to_owned(),
        ]
    );
}

#[test]
fn an_editor_is_told_what_to_look_at() {
    let source = r#"{"id":"reading","type":"LOC","class":"city","name":"Reading"}
{"id":"q33959","type":"LOC","class":"city","name":"Nice","names":[{"name":"Nice","kind":"common","everyday":true}]}
{"list":"l","title":"L","subjects":["q33959"],"predicates":["p"],"members":["m"],"counts":"c","asOf":"2025","items":[{"entity":"bath","name":"Bath","date":"2024","sources":["s"]}]}
{"source":"s","title":"S"}"#;
    let warnings = build(&[file("cities.jsonl", source)]).expect("no errors").warnings;
    let warnings: Vec<_> = warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        warnings,
        [
            "cities.jsonl:1:1: nothing says what pack this is and under which licence; add {\"pack\":…,\"title\":…,\"licence\":…,\"version\":…}",
            "cities.jsonl:1:52: “Reading” is an everyday word too; say so with {\"name\":\"Reading\",…,\"everyday\":true} in \
             `names`, so that it counts only with support in the text",
            "cities.jsonl:2:7: `id` is “q33959”; written Q33959, it is the same thing as in other packs",
            "cities.jsonl:3:128: `entity` is “bath”, but these files do not have that `id`; add it, mend it, or name the pack \
             that has it by --with",
        ]
    );
}

#[test]
fn the_same_records_give_the_same_bytes() {
    let backwards: Vec<&str> = SMALL.lines().rev().collect();
    let (start, end) = backwards.split_at(5);
    let files = [file("z", &format!("\u{feff}{}\r\n\r\n", start.join("\r\n"))), file("a", &end.join("\n"))];
    assert!(build(&files).expect("a good source").bytes == pack(SMALL));
}

#[test]
fn the_examples_of_the_readme_make_a_pack() {
    let readme = include_str!("../packs/README.md");
    let examples: Vec<&str> = readme.lines().filter(|line| line.starts_with('{')).collect();
    let knowledge = knowledge(&[&examples.join("\n")]);
    assert_eq!((knowledge.packs().count(), knowledge.lists().len()), (1, 1));
    assert_eq!(longest(&knowledge, "Ada Example spoke"), "Ada Example = mayor");
}

#[test]
fn a_picture_has_a_size_a_description_and_a_credit() {
    let text = r#"{"id":"a","type":"LOC","class":"city","name":"Inkwell","picture":{"url":"data:image/png","width":0,"height":9,"alt":"","credit":" "}}"#;
    let refused = complaints(text, "").join("\n");
    for what in ["begins with https://", "`alt` is empty", "`credit` is empty", "has no size"] {
        assert!(refused.contains(what), "{what} in:\n{refused}");
    }
}
