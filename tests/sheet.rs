//! Sheets of a spreadsheet as the source of a pack: what a row says, and what is wrong with one.

#![cfg(feature = "cli")]

use postil::{
    Knowledge,
    pack::build::{Complaint, SourceFile, Surroundings, build, check},
};

fn file(name: &str, text: &str) -> SourceFile {
    SourceFile { name: name.to_owned(), text: text.to_owned() }
}

fn said(complaints: &[Complaint]) -> Vec<String> {
    complaints.iter().map(ToString::to_string).collect()
}

/// What a build of a sheet refuses.
fn errors(sheet: &str) -> Vec<String> {
    said(&check(&[file("s.csv", sheet)], &Surroundings::default()).errors)
}

/// A pack of these lines.
fn lines(text: &str) -> Vec<u8> {
    build(&[file("lines.jsonl", text)]).expect("good lines").bytes
}

#[test]
fn a_row_says_what_a_line_of_json_could() {
    let sheet = "\u{feff}NAME;type;Class;short;acronym;official : de;demonym;everyday;description;salience;wikipedia;country;seat of;\
                 fact:area;fact:area:source;fact: capital;fact:capital:since;as_of;source;source url;Source Publisher;sourcedate\r\n\
                 Inkland;LOC;country;\"The Land\nInk\";IL|IKL;Königreich Tinte;Inkish | Inkishman;Ink;\"A country,\n  for the tests\";\
                 0,75;Inkland (country);;;12 km²;atlas;Quill;1.5.2024;2026-11;Gazetteer;https://example.org/g;Example Press;2025\r\n\
                 Quill;place;;;;;;;;;;inkland;inkland;;;;;;;;;\r\n";
    let sources = "source,title\natlas,An Atlas of Examples\n";
    let json = r#"{"source":"atlas","title":"An Atlas of Examples"}
{"source":"g","title":"Gazetteer","publisher":"Example Press","url":"https://example.org/g","date":"2025"}
{"id":"inkland","type":"LOC","class":"country","name":"Inkland","names":[{"name":"The Land","kind":"short"},{"name":"Ink","kind":"short","everyday":true},{"name":"IL","kind":"acronym"},{"name":"IKL","kind":"acronym"},{"name":"Königreich Tinte","kind":"official","language":"de"},{"name":"Inkish","kind":"demonym"},{"name":"Inkishman","kind":"demonym"}],"description":"A country, for the tests","salience":0.75,"wikipedia":"Inkland (country)","facts":[{"property":"area","value":"12 km²","asOf":"2026-11","source":"atlas"},{"property":"capital","value":"Quill","since":"2024-05-01","asOf":"2026-11","source":"g"}]}
{"id":"quill","type":"LOC","class":"place","name":"Quill","country":"inkland","seatOf":"inkland"}"#;
    let built = build(&[file("lands.csv", sheet), file("sources.csv", sources)]).map_err(|errors| said(&errors));
    let described = |bytes: Vec<u8>| {
        let mut knowledge = Knowledge::new();
        knowledge.add(bytes).expect("a good pack");
        let found = |id| knowledge.find(id).and_then(|found| knowledge.entity(found)).expect("a record");
        format!("{:?} {:?}", found("inkland"), found("quill"))
    };
    let built = built.expect("a good sheet").bytes;
    assert!(built.len() == lines(json).len(), "the same names");
    assert_eq!(described(built), described(lines(json)));
}

#[test]
fn a_comma_a_semicolon_or_a_tab_parts_cells() {
    let expected = lines(r#"{"id":"ada-quill","type":"PER","class":"person","name":"Ada Quill","salience":0.5}"#);
    for (name, sheet) in [
        ("s.csv", "name,type,salience\nAda Quill,PER,0.5"),
        ("S.CSV", "\u{feff}Name;Type;Salience\r\n\"Ada Quill\";Person;\"0,5\"\r\n;;\r\n"),
        ("s.tsv", "name\ttype\tsalience\t\r\nAda Quill\tperson\t0,5\t\r\n"),
    ] {
        assert!(
            build(&[file(name, sheet)]).map_err(|errors| said(&errors)).expect("a good sheet").bytes == expected,
            "{sheet:?}"
        );
    }
}

#[test]
fn all_that_is_wrong_with_a_sheet_is_told_at_once() {
    let report = check(&[file("people.csv", include_str!("packs/people.csv"))], &Surroundings::default());
    assert_eq!(
        said(&report.errors),
        [
            "people.csv:1:7: row 1, column 7: there is no column “Descripton”; the nearest is “description”. Rename it, \
             or write “#Descripton” to leave it out",
            "people.csv:2:9: row 2, “Link”: `link` is “quill.example”; write an address that begins with https:// or http://",
            "people.csv:2:11: row 2, “Fact: office: since”: `since` is “09/05/2024”; write a date as 2026, 2026-01 or \
             2026-01-31, and give the column that format in the spreadsheet",
            "people.csv:4:2: row 3, “Type”: `type` is “man”; write PER (or person), LOC (place), ORG (organisation) or \
             MISC (other)",
            "people.csv:4:14: row 3, “Source”: no line of these files describes the source “Register”; give its “source url” \
             or “source publisher” beside it, describe it in a sheet of sources, or mend it",
            "people.csv:5:6: row 4, “Everyday”: “Tam” is none of the row's names; write it as it stands there",
            "people.csv:5:8: row 4, “Salience”: `salience` is “high”; write a number from 0 to 1, as in 0.4 or 0,4",
            "people.csv:6:1: row 5, “Name”: `name` is empty; fill it in, or delete the row",
            "people.csv:7:8: row 6, “Salience”: `salience` is 2; write a number from 0 to 1",
            "people.csv:7:10: row 6, “Fact: office”: the fact `office` has no source, and no card may show it; fill in \
             `source`, for the row or for the fact",
            "people.csv:8:11: row 7, “Fact: office: since”: the fact `office` has no value; fill it in, or empty this cell",
            "people.csv:9:1: row 8, “Name”: a second entity “inkwell-rovers” (the first is at people.csv:8); join the two, \
             or give one an `id` of its own",
            "people.csv:9:17: row 8, column 17: “stray” stands under no header; name the column, or mend the row",
        ]
    );
}

#[test]
fn what_is_wrong_with_a_whole_sheet_is_told_once() {
    for (sheet, expected) in [
        ("", "s.csv:1:1: the sheet is empty; give it a row of headers, and a row for each entity"),
        (
            "name,type\nAda,person\n\"Bea,person\nCy,person",
            "s.csv:3:1: a quotation mark opens here and none closes it; double it if it belongs to the text",
        ),
        (
            "name;class\nAda;person\nBea;person",
            "s.csv:1:3: row 1, column 3: there is no column “type”, and every row needs one; add it",
        ),
        (
            "Nmae;Klasse\nAda;person",
            "s.csv:1:1: row 1, column 1: there is no column “Nmae”; the nearest is “name”. Rename it, or write “#Nmae” to \
             leave it out\n\
             s.csv:1:2: row 1, column 2: there is no column “Klasse”; the nearest is “class”. Rename it, or write “#Klasse” \
             to leave it out\n\
             s.csv:1:3: row 1, column 3: there is no column “type”, and every row needs one; add it",
        ),
        ("name,type,NAME\nAda,person,Bea", "s.csv:1:3: row 1, column 3: “NAME” is column 1 already; join the two"),
        ("source,title,date\nregister,,2026", "s.csv:2:2: row 2, “title”: `title` is empty; fill it in"),
        (
            "name,type,picture,picture alt\nAda,person,https://example.org/a.png,Ada",
            "s.csv:2:3: row 2, “picture”: a picture needs more than its address; fill in “picture width”, “picture height”, \
             “picture alt” (what it shows) and “picture credit”",
        ),
    ] {
        assert_eq!(errors(sheet).join("\n"), expected, "{sheet:?}");
    }
}

#[test]
fn an_editor_of_sheets_is_told_what_to_look_at() {
    let sheet = "name;type;short;demonym;description;fact:office;source;source url;as of;country;fact:office:since
Anna Schmidt;person;Schmidt;;Mayor of <b>Inkwell</b>;Mayor;Register;https://example.org/r;2026-11;Q5;2027-01-05
Bernd Schmidt;person;Li;;Ends in mid-thought…;Clerk;Register;https://example.org/r;;;
The Sun;organisation;Mint;;;;;;;;
Swissland;place;;Swiss;;;;;;;
Watchmakers;organisation;Swiss;;;;;;;;
";
    let today = Some("2026-11-26".to_owned());
    let report = check(&[file("s.csv", sheet)], &Surroundings { beside: None, today });
    assert_eq!(said(&report.errors), [""; 0]);
    assert_eq!(
        said(&report.warnings),
        [
            "s.csv:1:1: nothing says what pack this is and under which licence; give --title, --licence and --version",
            "s.csv:2:3: row 2, “short”: “Schmidt” alone would also be found where “Bernd Schmidt” is meant; leave it out: \
             after a full name Postil knows whose family name it is",
            "s.csv:2:5: row 2, “description”: `description` has “<b>”, which a card shows as it stands; write plain text to \
             its end",
            "s.csv:2:10: row 2, “country”: `country` is “Q5”, but these files do not have that `id`; add it, mend it, or \
             name the pack that has it by --with",
            "s.csv:2:11: row 2, “fact:office:since”: `since` is 2027-01-05, and today is 2026-11-26; mend it, or wait",
            "s.csv:3:3: row 3, “short”: “Li” is so short that it will be found where it means nothing; leave it out, or \
             repeat it in “everyday”",
            "s.csv:3:5: row 3, “description”: `description` has “…”, which a card shows as it stands; write plain text to \
             its end",
            "s.csv:3:6: row 3, “fact:office”: the fact `office` does not say when it was known to hold; fill in “as of”, \
             for the row or for the fact",
            "s.csv:4:1: row 4, “name”: “The Sun” begins many a sentence; repeat it in “everyday”, so that it counts only \
             with support in the text",
            "s.csv:4:3: row 4, “short”: “Mint” is an everyday word too; say so by “Mint” in the column “everyday”, so that \
             it counts only with support in the text",
            "s.csv:6:3: row 6, “short”: “Swiss” is the short name of “watchmakers” and also the demonym of “swissland”, at \
             s.csv:5; the one of higher `salience` is meant where the text does not tell",
        ]
    );
}

#[test]
fn names_of_different_languages_do_not_meet() {
    let sheet = |second: &str| format!("name,type,short:de,{second}\nInkland,place,Tinte,\nQuill,place,,Tinte");
    let count = |second| {
        let report = check(&[file("s.csv", &sheet(second))], &Surroundings::default());
        report.warnings.iter().filter(|warning| warning.message.contains("“Tinte” is the")).count()
    };
    assert_eq!([count("short:fr"), count("former:de"), count("short")], [0, 1, 1]);
}

#[test]
fn packs_beside_have_identifiers_and_names_too() {
    let mut beside = Knowledge::new();
    let world = r#"{"pack":"world","title":"The World","licence":"CC0-1.0","version":"1"}
{"id":"Q159","type":"LOC","class":"country","name":"Inkland","names":[{"name":"Quill","kind":"metonym"}]}"#;
    beside.add(lines(world)).expect("a good pack");
    let sheet = "id,name,type,country,seat_of\n,Quill,place,Q159,Q159\n,Nib,place,Q160,\nQ159,Inkland,place,,";
    let files = [file("s.csv", sheet), file("about.jsonl", world.lines().next().expect("a line"))];
    let report = check(&files, &Surroundings { beside: Some(beside), today: None });
    assert_eq!(
        said(&report.errors),
        [
            "s.csv:3:4: row 3, “country”: `country` is “Q160”, but neither these files nor the packs beside them have that \
             `id`; add it or mend it"
        ]
    );
    assert_eq!(
        said(&report.warnings),
        [
            "s.csv:2:2: row 2, “name”: “Quill” is also the metonym of “Q159” (Inkland, country) in the pack “world”; if it is \
             the same, write that `id`, else the one of higher `salience` is meant where the text does not tell"
        ]
    );
}

#[test]
fn the_schema_that_is_committed_is_that_of_the_types() {
    let committed: serde_json::Value = serde_json::from_str(include_str!("../packs/schema.json")).expect("JSON");
    let command = "cargo run --features cli --bin postil -- pack schema > packs/schema.json";
    assert!(committed == postil::pack::build::schema(), "packs/schema.json is not of these types; run: {command}");
}

#[test]
fn every_cut_of_a_sheet_is_read_and_complaints_stand_inside_of_it() {
    let sheet = include_str!("packs/people.csv");
    for (cut, _) in sheet.char_indices() {
        let cut = &sheet[..cut];
        let report = check(&[file("s.csv", cut)], &Surroundings::default());
        let lines = cut.lines().count().max(1);
        let is_inside = |complaint: &Complaint| (1..=lines).contains(&complaint.line) && complaint.column >= 1;
        assert!(report.errors.iter().chain(&report.warnings).all(is_inside), "{cut:?}: {:?}", said(&report.errors));
    }
}
