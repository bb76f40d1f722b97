//! The fuzz target `writers`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| cifeng_fuzz::writers::check(data));
