//! Labels of tokens: where a name begins, goes on, and of what type it is.
//!
//! Takes and gives small numbers: 0 is no name, then two for each type, the first for the token that begins a name and the second for
//! those that go on with it (the BIO scheme). Example: “Olga de la Cruz” is 1 2 2 2.
//!
//! Invariant: a label that goes on follows only one of its own type.

use crate::NameType;

/// How many labels there are.
pub const LABELS: usize = 9;

/// No name.
pub const OUTSIDE: usize = 0;

const TYPES: [NameType; 4] = [NameType::Per, NameType::Loc, NameType::Org, NameType::Misc];

/// The label of a token of a name: of its first one, or of a later one.
pub fn label(name_type: NameType, begins: bool) -> usize {
    let place = TYPES.iter().position(|one| *one == name_type).unwrap_or(0);
    1 + 2 * place + usize::from(!begins)
}

/// The type that a label tells; none outside of names.
pub(crate) fn type_of(label: usize) -> Option<NameType> {
    TYPES.get(label.checked_sub(1)? / 2).copied()
}

/// Whether a label begins a name.
pub(crate) fn begins(label: usize) -> bool {
    label % 2 == 1
}

/// Whether `next` may stand right behind `label`.
pub fn may_follow(label: usize, next: usize) -> bool {
    next == OUTSIDE || begins(next) || label == next || label + 1 == next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_types() {
        for name_type in TYPES {
            let (first, later) = (label(name_type, true), label(name_type, false));
            assert!(type_of(first) == Some(name_type) && type_of(later) == Some(name_type));
            assert!(begins(first) && !begins(later));
            assert!(may_follow(first, later) && may_follow(later, later) && !may_follow(OUTSIDE, later));
        }
        assert!(type_of(OUTSIDE).is_none() && !begins(OUTSIDE));
        assert!(!may_follow(label(NameType::Per, true), label(NameType::Loc, false)));
    }
}
