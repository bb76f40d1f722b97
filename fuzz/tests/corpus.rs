//! The corpus that fuzzing left behind, run through the checks once more.

use std::fs;
use std::path::Path;

use cifeng_fuzz::TARGETS;

#[test]
fn everything_in_the_corpus_still_holds() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for (name, check) in TARGETS {
        let folder = fs::read_dir(corpus.join(name)).expect("a folder for each target");
        let mut count = 0;
        for entry in folder {
            let path = entry.expect("a readable folder").path();
            let bytes = fs::read(&path).expect("a readable file");
            // Shown only if the check fails.
            println!("{}", path.display());
            check(&bytes);
            count += 1;
        }
        assert!(count > 0, "the corpus of {name} is empty");
    }
}
