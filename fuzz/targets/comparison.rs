//! The fuzz target `comparison`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| cifeng_fuzz::comparison::check(data));
