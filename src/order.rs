//! Sorting, once for all.
//!
//! Takes items and a key of two numbers; puts them in the order of their keys, equals as they stood. Example: marks by where
//! they start, the longer first.
//!
//! Invariant: there is one sorting routine in the widget: each further one that the compiler makes weighs 6 kB.

use std::collections::BinaryHeap;

/// Sorts by key, stably.
pub(crate) fn sort_by<T>(items: &mut [T], key: impl Fn(&T) -> (usize, usize)) {
    for (one, other) in exchanges(items.iter().map(key).collect()) {
        items.swap(one, other);
    }
}

/// What to exchange, one after the other, so that items with these keys come to stand in their order.
#[inline(never)]
fn exchanges(keys: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let heap: BinaryHeap<_> = keys.into_iter().enumerate().map(|(place, key)| (key, place)).collect();
    let mut sorted = heap.into_sorted_vec();
    let mut all = Vec::new();
    for start in 0..sorted.len() {
        // From place to place in a circle: what belongs here is taken from there, and there what belongs there is wanted.
        let mut place = start;
        while let Some((_, from)) = sorted.get_mut(place) {
            let next = std::mem::replace(from, place);
            if next == start || next == place {
                break;
            }
            all.push((place, next));
            place = next;
        }
    }
    all
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

    #[test]
    fn whatever_the_order_before() {
        for factor in 0..17 {
            // For 0 all alike, else each number of 0..17 once: circles of every length.
            let mut ours: Vec<(usize, usize)> = (0..17).map(|place| (place * factor % 17, place)).collect();
            let mut theirs = ours.clone();
            sort_by(&mut ours, |item| (item.0, 0));
            theirs.sort();
            assert_eq!(ours, theirs, "{factor}");
        }
    }
}
