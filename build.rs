//! Checks `lexicon/` and compiles it into what the core loads without parsing.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let root = Path::new(cifeng_lexicon::compile::FOLDER);
    println!("cargo::rerun-if-changed={}", root.display());
    match compile(root) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error}");
            ExitCode::FAILURE
        }
    }
}

fn compile(root: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let lexicon = cifeng_lexicon::compile::compile_dir(root)?.lexicon;
    let explanations = lexicon.explanations.as_deref().cloned().unwrap_or_default();
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("lexicon.bin"), lexicon.to_bytes()?)?;
    fs::write(out.join("explanations.bin"), explanations.to_bytes()?)?;
    Ok(())
}
