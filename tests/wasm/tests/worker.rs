//! The tests of the JavaScript boundary in a dedicated worker, where the page runs the core.
#![cfg(target_arch = "wasm32")]

mod boundary;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test::wasm_bindgen_test]
fn this_is_a_dedicated_worker() {
    assert!(
        boundary::global_has("DedicatedWorkerGlobalScope") && !boundary::global_has("document")
    );
}
