//! Sorting, once for all.
//!
//! Takes items and a key of two numbers; puts them in the order of their keys, equals as they stood. Example: marks by where
//! they start, the longer first.
//!
//! Invariant: there is one sorting routine in the widget: each further one that the compiler makes weighs 6 kB.

/// Sorts by key, stably.
pub(crate) fn sort_by<T>(items: &mut Vec<T>, key: impl Fn(&T) -> (usize, usize)) {
    let mut places: Vec<(usize, usize, usize)> =
        items.iter().map(&key).enumerate().map(|(place, (first, second))| (first, second, place)).collect();
    places.sort_unstable();
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.iter().filter_map(|&(_, _, place)| taken.get_mut(place)?.take()));
}

#[cfg(test)]
mod tests {
    use super::sort_by;

    #[test]
    fn as_the_library_sorts() {
        let words = ["pear", "fig", "plum", "apple", "kiwi", "fig"];
        let mut ours = words.to_vec();
        sort_by(&mut ours, |word| (word.len(), 0));
        let mut theirs = words.to_vec();
        theirs.sort_by_key(|word| word.len());
        assert_eq!(ours, theirs);
    }
}
