//! Build, demo, test and release tasks.
fn main() {}
