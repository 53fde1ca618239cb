//! Cards as the core composes them, for the tests of the view.

use postil::{
    Card, QuoteKind,
    card::{
        Agreement, Check, ClaimCard, Details, EntityCard, Excerpt, Exclusion, FactLine, ListItem, Mentions, Origin,
        QuotationCard, RelayedBy, ReviewCard, ReviewLine, Sense, Source, Speaker, TermCard, Why,
    },
    claim::{Arithmetic, ClaimKind, Figure, Operation},
};

/// Markup that would do harm if it were ever parsed.
pub(super) const HOSTILE: &str = "<img src=x onerror=alert(1)><script>alert(1)</script><b>bold</b>";

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub(super) fn source(title: &str, url: &str) -> Source {
    Source { title: title.to_owned(), publisher: some("The Gazette"), url: some(url), date: some("2022-07-13") }
}

/// Pyongyang, where it stands for a government: the second of three mentions, at annotations 4, 7 and 9.
pub(super) fn pyongyang() -> EntityCard {
    EntityCard {
        name: "Pyongyang".to_owned(),
        class: "city".to_owned(),
        description: some("Capital of North Korea"),
        description_source: None,
        sense: Sense::Government { of: "North Korea".to_owned() },
        origin: Origin::Pack,
        picture: None,
        facts: vec![FactLine {
            property: "population".to_owned(),
            value: "3 million".to_owned(),
            since: None,
            as_of: some("2022-02"),
            source: Some(0),
        }],
        said: vec![],
        mentions: Mentions { here: 1, annotations: vec![4, 7, 9] },
        or_else: vec![],
        link: some("https://example.org/pyongyang"),
        sources: vec![source("Cities of the world", "https://example.org/cities")],
        details: Details::Here,
        why: Why::Pack { title: some("Postil’s world pack") },
    }
}

pub(super) fn speaker(name: &str, role: Option<&str>, annotation: Option<usize>) -> Speaker {
    Speaker { name: name.to_owned(), role: role.map(str::to_owned), annotation }
}

pub(super) fn quotation() -> QuotationCard {
    QuotationCard {
        words: "“We were not asked”".to_owned(),
        form: QuoteKind::Direct,
        speakers: vec![speaker("Ada Quill", Some("mayor of Inkwell"), Some(2))],
        unnamed: false,
        cue: some("said"),
        setting: some("in a statement on her website"),
        when: some("on Wednesday"),
        relays: vec![],
        also_said: vec![Excerpt { text: "“Nobody wrote”".to_owned(), annotation: Some(6) }],
        why: Why::Speech { cue: some("said") },
    }
}

pub(super) fn term(owner: Option<&str>) -> Card {
    let owner = owner.map(|name| Speaker { name: name.to_owned(), role: None, annotation: None });
    Card::Term(TermCard {
        words: "“special military operation”".to_owned(),
        owner,
        cue: some("calls"),
        why: Why::Distance,
    })
}

fn entry(rank: u32, name: &str, date: &str, here: bool) -> ListItem {
    ListItem {
        place: rank as usize,
        rank: Some(rank),
        name: name.to_owned(),
        date: some(date),
        here,
        sources: vec![0],
        ..ListItem::default()
    }
}

/// “third country to recognise”, checked against a pack.
pub(super) fn ordinal(verdict: Agreement) -> Card {
    claim(
        ClaimKind::Ordinal,
        "third country to recognise",
        Check::Ordinal {
            rank: Some(3),
            listed: None,
            title: some("Countries that recognised the two regions"),
            counts: some("UN member states"),
            as_of: some("2022-09-30"),
            items: vec![
                entry(1, "Russia", "2022-02-21", false),
                entry(2, "Syria", "2022-06-29", false),
                entry(3, "North Korea", "2022-07-13", true),
            ],
            length: 3,
            excluded: ["South Ossetia", "Abkhazia"].map(excluded).to_vec(),
            verdict,
            origin: Origin::Pack,
        },
    )
}

/// “two members”, counted on a pack's list.
pub(super) fn number() -> Card {
    claim(
        ClaimKind::Count,
        "two members",
        Check::Ordinal {
            rank: None,
            listed: Some(2),
            title: some("Members of the Harbour Club"),
            counts: some("member states"),
            as_of: some("2022-09-30"),
            items: vec![entry(1, "Russia", "2022-02-21", false), entry(2, "Syria", "2022-06-29", false)],
            length: 2,
            excluded: vec![],
            verdict: Agreement::Agrees,
            origin: Origin::Pack,
        },
    )
}

fn excluded(name: &str) -> Exclusion {
    Exclusion { name: name.to_owned(), date: some("2014"), reason: "not a UN member".to_owned(), sources: vec![0] }
}

/// The same built from the article alone: the order of the others is not known.
pub(super) fn ordinal_of_article() -> Card {
    let unranked = |name: &str| ListItem { place: 1, name: name.to_owned(), ..ListItem::default() };
    claim(
        ClaimKind::Ordinal,
        "third country to recognise",
        Check::Ordinal {
            rank: Some(3),
            listed: None,
            title: None,
            counts: None,
            as_of: None,
            items: vec![unranked("Russia"), ListItem { place: 2, ..unranked("Syria") }],
            length: 2,
            excluded: vec![],
            verdict: Agreement::Open,
            origin: Origin::Article,
        },
    )
}

pub(super) fn date(words: &str, date: &str) -> Card {
    claim(ClaimKind::Date, words, Check::Date { date: date.to_owned(), published: some("2022-07-14"), weekday: None })
}

pub(super) fn conversion() -> Card {
    claim(
        ClaimKind::Quantity,
        "6,500 km (4,000 miles)",
        Check::Conversion {
            value: Figure { value: 6500.0, step: 100.0, unit: "km" },
            stated: Figure { value: 4000.0, step: 1000.0, unit: "mi" },
            computed: 4038.913,
            verdict: Agreement::Agrees,
        },
    )
}

/// “97 out of 193 (50.26%)”
pub(super) fn share() -> Card {
    let figure = |value, step, unit| Figure { value, step, unit };
    let arithmetic = Arithmetic {
        operation: Operation::Share,
        terms: vec![figure(97.0, 1.0, ""), figure(193.0, 1.0, "")],
        stated: figure(50.26, 0.01, "%"),
        computed: 50.259,
        verdict: Agreement::Agrees,
    };
    claim(ClaimKind::Share, "97 out of 193 (50.26%)", Check::Arithmetic(arithmetic))
}

fn claim(kind: ClaimKind, words: &str, check: Check) -> Card {
    Card::Claim(ClaimCard {
        words: words.to_owned(),
        claim: kind,
        reported: false,
        stated_by: vec![],
        check: Some(check),
        sources: vec![source("Recognitions", "https://example.org/recognitions")],
        details: Details::Here,
        why: Why::Rank,
    })
}

/// A fact-check of 2025 by `publisher`.
pub(super) fn reviewed(publisher: &str, verdict: &str) -> ReviewLine {
    ReviewLine {
        claim: "The air on Quay Street is the worst in the county.".to_owned(),
        verdict: verdict.to_owned(),
        publisher: publisher.to_owned(),
        date: some("2025-09-22"),
        claimant: some("Friends of the Quay"),
        claimed: some("2025-09-15"),
        url: "https://example.org/quay-street".to_owned(),
        language: None,
        old: false,
        by_address: false,
    }
}

/// “Quay Street has the worst air in the county”, with these fact-checks.
pub(super) fn review(reviews: Vec<ReviewLine>) -> ReviewCard {
    ReviewCard {
        words: "Quay Street has the worst air in the county".to_owned(),
        reported: false,
        stated_by: vec![],
        reviews,
        disagree: false,
        why: Why::Review,
    }
}

/// Every field of a card filled with `text`.
pub(super) fn filled_with(text: &str) -> [Card; 5] {
    let some = || Some(text.to_owned());
    let who = || speaker(text, Some(text), Some(1));
    let excerpt = || vec![Excerpt { text: text.to_owned(), annotation: Some(1) }];
    let sources = vec![Source { title: text.to_owned(), publisher: some(), url: some(), date: some() }];
    let fact =
        FactLine { property: text.to_owned(), value: text.to_owned(), since: some(), as_of: some(), source: Some(99) };
    let item = ListItem {
        place: 9,
        rank: Some(1),
        joint: true,
        name: text.to_owned(),
        date: some(),
        until: some(),
        here: true,
        sources: vec![99],
    };
    let excluded = Exclusion { name: text.to_owned(), date: some(), reason: text.to_owned(), sources: vec![99] };
    [
        Card::Entity(EntityCard {
            name: text.to_owned(),
            class: text.to_owned(),
            description: some(),
            sense: Sense::Government { of: text.to_owned() },
            facts: vec![fact],
            said: excerpt(),
            or_else: vec![text.to_owned()],
            link: some(),
            sources: sources.clone(),
            ..pyongyang()
        }),
        Card::Quotation(QuotationCard {
            words: text.to_owned(),
            speakers: vec![who(), who()],
            cue: some(),
            setting: some(),
            when: some(),
            relays: vec![RelayedBy { speakers: vec![who()], cue: some(), setting: some(), when: some() }],
            also_said: excerpt(),
            ..quotation()
        }),
        Card::Term(TermCard { words: text.to_owned(), owner: Some(who()), cue: some(), why: Why::Distance }),
        Card::Claim(ClaimCard {
            words: text.to_owned(),
            claim: ClaimKind::Ordinal,
            reported: true,
            stated_by: vec![who()],
            check: Some(Check::Ordinal {
                rank: Some(1),
                listed: Some(99),
                title: some(),
                counts: some(),
                as_of: some(),
                items: vec![item],
                length: 99,
                excluded: vec![excluded],
                verdict: Agreement::Open,
                origin: Origin::Article,
            }),
            sources,
            details: Details::Here,
            why: Why::Rank,
        }),
        Card::Review(ReviewCard {
            words: text.to_owned(),
            reported: true,
            stated_by: vec![who()],
            reviews: vec![ReviewLine {
                claim: text.to_owned(),
                verdict: text.to_owned(),
                publisher: text.to_owned(),
                date: some(),
                claimant: some(),
                claimed: some(),
                url: text.to_owned(),
                language: some(),
                old: true,
                by_address: true,
            }],
            disagree: true,
            why: Why::Review,
        }),
    ]
}
