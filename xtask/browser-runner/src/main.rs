//! Takes a test module that cargo built for wasm, runs it in the browser that the environment names.
//!
//! `CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=target/debug/browser-runner cargo test --target wasm32-unknown-unknown`
//!
//! Invariant: has no logic of its own; its version is the one of `wasm-bindgen` in Cargo.lock.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
