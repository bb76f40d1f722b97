//! The fuzz target `lexicon`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| cifeng_fuzz::lexicon::check(data));
