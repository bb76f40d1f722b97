//! `cargo xtask fuzz`: cargo-fuzz with the project's settings, target by target.
//!
//! The core has no unsafe code, so targets run without a sanitizer: twice as fast, and the compiler
//! that builds everything else will do. Checks of overflow and debug assertions are on. What a run
//! finds besides the kept corpus lies in the target folder; `--keep` moves of it into the corpus what
//! reaches code that the corpus does not.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Args as ClapArgs;

use crate::command::Project;
use crate::manifest::Manifest;
use crate::setup;

/// What `cargo xtask fuzz` can be told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// Only these targets
    #[arg(long, value_name = "TARGET", value_delimiter = ',', num_args = 1..)]
    only: Vec<String>,
    /// For how long, each
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    seconds: u32,
    /// Add to the kept corpus what reaches new code
    #[arg(long)]
    keep: bool,
}

impl Args {
    /// Enough to see that the targets run.
    pub fn brief() -> Self {
        Self { only: Vec::new(), seconds: 10, keep: false }
    }
}

/// Fuzzes the targets, one after the other, until one finds something.
pub fn run(project: &Project, manifest: &Manifest, arguments: &Args) -> Result<()> {
    setup::fuzzer(project, &manifest.tools)?;
    // cargo-fuzz cannot be told to keep to the lock file: this fails where that would have to change.
    project.command("cargo").args(["metadata", "--locked", "--format-version", "1"]).read()?;
    let known = targets(project)?;
    for name in &arguments.only {
        let all = known.join(", ");
        ensure!(known.contains(name), "no fuzz target is called `{name}`; there are {all}");
    }
    let chosen = |name: &&String| arguments.only.is_empty() || arguments.only.contains(name);
    for target in known.iter().filter(chosen) {
        let found = project.join("target/fuzz-found").join(target);
        fs::create_dir_all(&found).with_context(|| format!("cannot make {}", found.display()))?;
        let kept = project.join("fuzz/corpus").join(target);
        println!("fuzz: {target}, {} seconds", arguments.seconds);
        let time = format!("-max_total_time={}", arguments.seconds);
        // Each folder of the corpus is read, new input goes to the first.
        let options = [time.as_str(), "-print_final_stats=1", "-timeout=60", "-rss_limit_mb=4096"];
        cargo_fuzz(project, "run", target, &[&found, &kept], &options)?;
        if arguments.keep {
            cargo_fuzz(
                project,
                "run",
                target,
                &[&kept, &found],
                &["-set_cover_merge=1", "-use_counters=0"],
            )?;
        }
    }
    Ok(())
}

fn cargo_fuzz(
    project: &Project,
    subcommand: &str,
    target: &str,
    folders: &[&Path],
    options: &[&str],
) -> Result<()> {
    let settings = ["--sanitizer", "none", "--debug-assertions", "--features", "libfuzzer"];
    let command = project.command("cargo").args(["fuzz", subcommand]).args(settings);
    command
        .args([target])
        .args(folders)
        .args(["--"])
        .args(options)
        // Linking as for a release takes minutes for each target and gains a tenth.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .run()
        .with_context(|| {
            format!("the fuzz target `{target}` failed; what it failed on is in fuzz/artifacts")
        })
}

/// The names of the targets, in the order of the alphabet.
fn targets(project: &Project) -> Result<Vec<String>> {
    let folder = project.join("fuzz/targets");
    let failed = || format!("cannot read {}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).with_context(failed)? {
        let path: PathBuf = entry.with_context(failed)?.path();
        names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}
