//! The fuzz target `analysis`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| cifeng_fuzz::analysis::check(data));
