//! Words that a text is full of: a name written like one of them needs `"everyday": true`.
//!
//! Takes a name's key; says whether it is such a word. Example: `reading`, `us`, `may`.
//!
//! Invariant: a word stands here only if running English text uses it as something other than a name.

/// Whether a folded key is a word of every day.
pub(super) fn is_everyday(key: &str) -> bool {
    WORDS.binary_search(&key).is_ok()
}

/// In order.
const WORDS: &[&str] = &[
    "a", "all", "an", "and", "are", "as", "at", "august", "back", "bar", "bath", "bay", "be", "best", "bill", "bishop",
    "black", "block", "bond", "brown", "burns", "bush", "but", "by", "can", "cash", "chase", "college", "cook", "cork",
    "corn", "day", "deal", "dean", "do", "east", "fine", "for", "ford", "gap", "general", "glass", "go", "grace",
    "grant", "green", "hall", "has", "he", "her", "hill", "his", "hope", "house", "hunt", "i", "ice", "in",
    "independence", "is", "it", "job", "joy", "june", "just", "king", "lead", "long", "love", "major", "man", "march",
    "mark", "may", "media", "meta", "mission", "mobile", "most", "much", "new", "next", "nice", "no", "north", "of",
    "on", "or", "orange", "order", "over", "park", "pen", "pope", "port", "price", "progress", "rain", "reading",
    "rice", "rich", "rose", "sale", "salt", "sand", "self", "she", "shell", "so", "south", "split", "spring", "square",
    "star", "state", "stone", "street", "summit", "sun", "target", "the", "they", "time", "to", "total", "tours",
    "turkey", "union", "up", "us", "visa", "was", "we", "well", "west", "when", "white", "who", "will", "wood", "young",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_because_they_stand_in_order() {
        assert!(WORDS.is_sorted());
        assert!(is_everyday("reading") && !is_everyday("kyiv"));
    }
}
