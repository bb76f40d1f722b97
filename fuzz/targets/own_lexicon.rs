//! The fuzz target `own_lexicon`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| cifeng_fuzz::own_lexicon::check(data));
