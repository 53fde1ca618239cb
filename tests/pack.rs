//! Packs: what is found in them, and what is refused.

#![cfg(feature = "cli")]

use postil::{
    Article, EntityRef, Knowledge, PackError,
    pack::{
        NameKind,
        build::{Built, SourceFile, build},
    },
    segment::Text,
};
use std::{fs, path::Path};

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
    let Some(hit) = knowledge.longest(&words) else { return "-".to_owned() };
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
fn a_name_says_how_it_names() {
    let knowledge = knowledge(&[SMALL]);
    let kind = |words: &[&str]| knowledge.longest(words).map(|hit| (hit.names[0].kind, hit.names[0].everyday));
    assert_eq!(kind(&["North", "Koreans"]), Some((NameKind::Demonym, false)));
    assert_eq!(kind(&["US"]), Some((NameKind::Acronym, true)));
    assert_eq!(kind(&["Reading"]), Some((NameKind::Common, true)));
    assert_eq!(kind(&["Reading", "FC"]), Some((NameKind::Common, false)));
    assert_eq!(kind(&["N", "Korea"]), Some((NameKind::Short, false)));
    assert_eq!(kind(&[]), None);
}

#[test]
fn a_record_is_given_as_its_source_has_it() {
    let knowledge = knowledge(&[SMALL]);
    let korea = knowledge.find("Q423").and_then(|found| knowledge.entity(found)).expect("Q423");
    assert_eq!((korea.id, korea.name, korea.class), ("Q423", "North Korea", "country"));
    assert_eq!(korea.description, Some("A country for the tests."));
    assert_eq!((korea.salience, korea.seat_of, korea.link), (0.8, None, Some("https://example.org/north-korea")));
    let [capital, area] = korea.facts.as_slice() else { panic!("two facts") };
    assert_eq!((capital.property, capital.value), ("capital", "Pyongyang"));
    assert_eq!((capital.since, capital.as_of), (Some("1948"), Some("2025-03")));
    let atlas = capital.source.expect("a source");
    assert_eq!((atlas.title, atlas.publisher), ("An Atlas of Examples", Some("Example Press")));
    assert_eq!((atlas.url, atlas.date), (Some("https://example.org/atlas"), Some("2025-03")));
    assert_eq!((area.value, area.since, area.source), ("120,538 km²", None, None));
    let dpr = knowledge.find("dpr").and_then(|found| knowledge.entity(found)).expect("dpr");
    assert_eq!((dpr.seat_of, dpr.facts.len(), dpr.description), (Some("Q423"), 0, None));
    assert_eq!(knowledge.find("Q42"), None);
}

#[test]
fn a_list_keeps_its_order_and_what_it_leaves_out() {
    let knowledge = knowledge(&[SMALL, SMALL.lines().next().expect("a line")]);
    let [list] = knowledge.lists().try_into().expect("one list");
    assert_eq!((list.id, list.title), ("signed", "Signatories of the Example Treaty"));
    assert_eq!((list.counts, list.as_of), ("UN member states", "2025-01-31"));
    assert_eq!((list.subjects, list.predicates), (vec!["dpr"], vec!["sign", "signature"]));
    assert_eq!(list.members, ["country", "state"]);
    let items: Vec<_> = list.items.iter().map(|item| (item.entity, item.date, item.sources.len())).collect();
    assert_eq!(items, [("Q884", "2024-02-01", 2), ("Q423", "2024-03-01", 1)]);
    assert_eq!(list.items[0].sources[0].title, "The Example Gazette");
    let excluded: Vec<_> = list.excluded.iter().map(|one| (one.name, one.date, one.reason, one.sources.len())).collect();
    assert_eq!(excluded, [("The North", Some("2023"), "A region, not a state", 1), ("Reading", None, "A city", 0)]);
    assert_eq!(knowledge.list(0).map(|list| list.id), Some("signed"));
    assert_eq!(knowledge.list(1), None);
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
    let former = knowledge.longest(&["DPRK"]).expect("a name that the world's pack alone holds").names;
    assert_eq!(knowledge.entity(former[0].entity).expect("a record").description, Some("Ours."));
    assert_eq!(knowledge.longest(&["North", "Korea"]).expect("a name").names.len(), 1);
}

#[test]
fn the_packs_that_ship_are_built_from_their_source() {
    for name in ["world", "facts"] {
        let folder = Path::new("packs").join(name);
        let mut paths: Vec<_> = fs::read_dir(&folder)
            .expect("the source's folder")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
            .collect();
        paths.sort();
        let files: Vec<_> = paths
            .iter()
            .map(|path| file(&path.display().to_string(), &fs::read_to_string(path).expect("a readable source")))
            .collect();
        let Built { bytes, .. } = build(&files).expect("a good source");
        let committed = fs::read(folder.with_extension("pack")).expect("the committed pack");
        let command = format!("cargo run --features cli --bin postil -- pack build -o packs/{name}.pack packs/{name}");
        assert!(bytes == committed, "packs/{name}.pack is not what its source gives; run: {command}");
    }
}

fn refusal(bytes: &[u8]) -> Option<PackError> {
    Knowledge::new().add(bytes.to_vec()).err()
}
