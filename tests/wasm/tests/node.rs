//! The tests of the JavaScript boundary in Node.
#![cfg(target_arch = "wasm32")]

mod boundary;

#[wasm_bindgen_test::wasm_bindgen_test]
fn this_is_node() {
    assert!(boundary::global_has("process") && !boundary::global_has("document"));
}
