//! The notes of an article as a list: the way to every mark without a pointer.
//!
//! Takes [`ListEntry`]s in the order of the text; shows a small control, and behind it a labelled region of buttons, grouped
//! by kind. Example: the control “Notes 42” opens “Names 31, Quotations 4, Terms 3, Claims 4”.
//!
//! Invariant: nothing is announced unasked: no live region, and the closed list is out of the accessibility tree.
