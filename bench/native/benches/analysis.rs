//! Reading a text and analysing it, natively.

use std::hint::black_box;
use std::time::Duration;

use cifeng::text::Utf16;
use cifeng::{Analyzer, Document, Draft};
use cifeng_bench::{
    DICTIONARY, MEGABYTE, OPED_CHARS, Texts, findings, lexicon, repeated, repeated_chars,
};
use cifeng_lexicon::Fold;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn inputs() -> [(&'static str, String); 3] {
    let text = Texts::read().expect("the checkout has texts").joined("hant");
    [
        ("oped", repeated_chars(&text, OPED_CHARS)),
        ("1mb", repeated(&text, MEGABYTE)),
        ("10mb", repeated(&text, 10 * MEGABYTE)),
    ]
}

fn document(criterion: &mut Criterion) {
    let fold = Fold::new(&lexicon().expect("the lexicon compiles").fold);
    let mut group = criterion.benchmark_group("document");
    for (name, text) in inputs() {
        let chars = text.chars().count();
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let document = Document::new(black_box(&text), &fold);
                assert_eq!(document.characters().len(), chars);
            });
        });
    }
    group.finish();
}

fn analysis(criterion: &mut Criterion) {
    let analyzer = Analyzer::new(DICTIONARY).expect("the dictionary is sound");
    let mut group = criterion.benchmark_group("analysis");
    for (name, text) in inputs() {
        let count = findings(&analyzer, &text).expect("no text is too long");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let found = findings(&analyzer, black_box(&text)).expect("no text is too long");
                assert_eq!(found, count);
            });
        });
    }
    group.finish();
}

fn edit(criterion: &mut Criterion) {
    let analyzer = Analyzer::new(DICTIONARY).expect("the dictionary is sound");
    let mut group = criterion.benchmark_group("edit");
    for (name, text) in inputs() {
        let mut draft = Draft::new(&analyzer, &text);
        let length = draft.length();
        let middle = Utf16(length.0 / 2);
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                draft.edit(&analyzer, middle..middle, black_box("!"));
                draft.edit(&analyzer, middle..Utf16(middle.0 + 1), black_box(""));
            });
        });
        assert_eq!(draft.length(), length);
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3));
    targets = document, analysis, edit
}
criterion_main!(benches);
