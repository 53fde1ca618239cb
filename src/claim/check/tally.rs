//! How many stand on a list: all of them, those that still hold, or somebody's own.
//!
//! Takes a list, its entries, the day of publication and a number as worded; gives the entries that count and the verdict. Example:
//! “NATO has 32 members” agrees with the list of its members in 2026, and differs from it in 2021.
//!
//! Invariant: an entry of the month of publication, what the list leaves out, and what may have come after the day to which it is
//! complete never make a number differ.

use crate::{
    card::Agreement,
    pack::{Entries, ListRecord},
};

/// A number as worded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::claim) enum Worded {
    Exactly,
    /// “at least”
    Least,
    /// “more than”
    Over,
    /// “fewer than”, “nearly”
    Under,
    /// “about”
    About,
}

/// The entries of a list that count on some day.
pub(in crate::claim) struct Tally {
    /// Their places on the list, from 0.
    pub(in crate::claim) places: Vec<usize>,
    /// The fewest and the most that may count.
    least: usize,
    pub(in crate::claim) most: usize,
}

/// Whether a list is of members, who may leave.
pub(in crate::claim) fn is_of_members(list: &ListRecord) -> bool {
    list.predicates.iter().any(|predicate| predicate.ends_with("member"))
}

impl Tally {
    /// Of the entries for whose identifier and name `counts` holds, by this day; ISO 8601.
    #[inline(never)]
    pub(in crate::claim) fn new(
        list: &ListRecord,
        entries: &Entries,
        published: Option<&str>,
        counts: &dyn Fn(Option<&str>, &str) -> bool,
    ) -> Self {
        let held = is_of_members(list);
        let outdated = published.is_none_or(|day| day > list.as_of);
        let mut tally = Tally { places: Vec::new(), least: 0, most: 0 };
        for (place, item) in entries.items.iter().enumerate().filter(|(_, item)| counts(item.entity, item.name)) {
            let until = item.until.filter(|_| held);
            let (began, ended) = (month(item.date, published), until.map_or(1, |until| month(until, published)));
            tally.least += usize::from(began < 0 && ended > 0);
            tally.most += usize::from(began <= 0 && ended >= 0);
            let by_then = |date: &str| published.is_none_or(|day| date <= day);
            if by_then(item.date) && !until.is_some_and(by_then) {
                tally.places.push(place);
            }
        }
        for one in entries.excluded.iter().filter(|one| counts(None, one.name)) {
            tally.most += usize::from(one.date.is_none_or(|date| month(date, published) <= 0));
        }
        if outdated {
            tally.most = usize::MAX;
        }
        if outdated && (held || published.is_none()) {
            tally.least = 0;
        }
        tally
    }

    /// Whether a number agrees with how many count; `step` is the place of its last digit that counts.
    #[inline(never)]
    pub(in crate::claim) fn judge(&self, worded: Worded, value: usize, step: f64) -> Agreement {
        let listed = self.places.len();
        // A hundred and fifty may be rounded, thirty is not.
        let rounded = if value >= 50 && step >= 10.0 { (step as usize).min(value / 5) } else { 0 };
        let near = listed.abs_diff(value) <= listed / 10;
        let within = (self.least.saturating_sub(rounded)..=self.most.saturating_add(rounded)).contains(&value);
        let (agrees, possible) = match worded {
            Worded::Exactly => (value == listed, within),
            Worded::Least => (listed >= value, self.most >= value),
            Worded::Over => (listed > value, self.most > value),
            Worded::Under => (listed < value && near && self.most < usize::MAX, self.least < value),
            Worded::About => (near, true),
        };
        match (agrees, possible) {
            (true, _) => Agreement::Agrees,
            (false, true) => Agreement::Open,
            (false, false) => Agreement::Differs,
        }
    }
}

/// Whether a date lies in a month before the day of publication (-1), in its month or in a year that holds it (0), or after (1).
#[inline(never)]
fn month(date: &str, published: Option<&str>) -> i8 {
    const MONTH: usize = 7;
    let Some(day) = published else { return -1 };
    let known = date.len().min(day.len()).min(MONTH);
    date.get(..known).cmp(&day.get(..known)) as i8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::ListEntry;

    fn items() -> Vec<ListEntry<'static>> {
        let entry = |date, until| ListEntry { entity: None, name: "", date, until, sources: vec![] };
        vec![
            entry("1990", None),
            entry("2000-05-01", Some("2010-06-01")),
            entry("2004-03-09", None),
            entry("2009", None),
        ]
    }

    fn verdict(predicate: &'static str, published: &str, value: usize) -> Agreement {
        let list = ListRecord {
            id: "",
            title: "",
            subjects: vec![],
            predicates: vec![predicate],
            members: vec![],
            counts: "",
            as_of: "2015",
            sorted: false,
            complete: true,
        };
        let entries = Entries { items: items(), excluded: vec![] };
        Tally::new(&list, &entries, Some(published), &|_, _| true).judge(Worded::Exactly, value, 1.0)
    }

    #[test]
    fn members_leave_and_deeds_stay() {
        assert_eq!(verdict("member", "2012-01-01", 3), Agreement::Agrees);
        assert_eq!(verdict("member", "2012-01-01", 4), Agreement::Differs);
        assert_eq!(verdict("sign", "2012-01-01", 4), Agreement::Agrees);
        assert_eq!(verdict("sign", "2012-01-01", 3), Agreement::Differs);
    }

    #[test]
    fn a_month_or_a_year_that_holds_the_day_leaves_it_open() {
        assert_eq!(verdict("sign", "2004-03-20", 2), Agreement::Open);
        assert_eq!(verdict("sign", "2004-03-20", 3), Agreement::Agrees);
        assert_eq!(verdict("sign", "2004-04-20", 2), Agreement::Differs);
        assert_eq!(verdict("sign", "2009-02-01", 3), Agreement::Open);
    }

    #[test]
    fn beyond_the_day_to_which_a_list_is_complete_more_may_have_come() {
        assert_eq!(verdict("sign", "2020-01-01", 9), Agreement::Open);
        assert_eq!(verdict("sign", "2020-01-01", 2), Agreement::Differs);
        assert_eq!(verdict("member", "2020-01-01", 2), Agreement::Open);
    }
}
