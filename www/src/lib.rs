//! Postil in a page.
