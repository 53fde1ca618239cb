//! Tests that run inside a browser, on small pages of their own.

#![cfg(target_arch = "wasm32")]

mod claims;
mod common;
mod find_article;
mod marks;
mod metadata;
mod snapshot;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
