//! The fuzz target `folding`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| cifeng_fuzz::folding::check(data));
