//! The tests of the JavaScript boundary in a browser's window.
#![cfg(target_arch = "wasm32")]

mod boundary;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test::wasm_bindgen_test]
fn this_is_a_window() {
    assert!(boundary::global_has("document"));
}
