//! The lists that ship: each entry has a date and sources that can be read, and stands in order. What an entry says was read
//! twice, from works of different origin: packs/SOURCES.md.

use postil::{Knowledge, pack::ListEntry};

fn facts() -> Knowledge {
    let mut knowledge = Knowledge::new();
    knowledge.add(include_bytes!("../packs/facts.pack").to_vec()).expect("the pack that ships");
    knowledge
}

#[test]
fn every_entry_has_a_date_and_a_source_and_stands_in_order() {
    let facts = facts();
    let lists = facts.lists();
    assert!(lists.len() >= 12, "{} lists", lists.len());
    for (index, list) in lists.iter().enumerate() {
        let entries = facts.entries(index).expect("its entries");
        let dated = |entry: &ListEntry| is_date(entry.date) && entry.until.is_none_or(|until| until >= entry.date);
        assert!(entries.items.iter().all(dated), "{}: a date", list.id);
        assert!(entries.items.is_sorted_by_key(|entry| entry.date), "{}: the order", list.id);
        assert!(
            entries.items.iter().all(|entry| entry.date <= list.as_of),
            "{}: later than it is complete to",
            list.id
        );
        let left_out = entries.excluded.iter().map(|entry| (entry.name, &entry.sources));
        for (name, sources) in entries.items.iter().map(|entry| (entry.name, &entry.sources)).chain(left_out) {
            assert!(!sources.is_empty() && sources.iter().all(|source| source.url.is_some()), "{}: {name}", list.id);
        }
    }
}

fn is_date(text: &str) -> bool {
    matches!(text.len(), 4 | 7 | 10) && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

#[test]
fn every_list_says_what_it_counts() {
    for list in facts().lists() {
        assert!(!list.title.is_empty() && !list.counts.is_empty() && is_date(list.as_of), "{}", list.id);
        let object_told = !list.subjects.is_empty() || list.predicates.iter().all(|predicate| predicate.contains(' '));
        assert!(object_told && !list.members.is_empty(), "{}", list.id);
    }
}
