//! The fuzz target `encodings`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| cifeng_fuzz::encodings::check(data));
