//! The command line as a program for the machine at hand.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::{MARKERS, Release, TEXT};
use crate::build::without_paths;

/// Builds the program, copies it alone into an empty folder and runs it there.
pub fn pack(release: &Release) -> Result<()> {
    let project = release.project;
    let cargo = project.command("cargo").args([
        "build",
        "--release",
        "--locked",
        "--package",
        "cifeng-cli",
    ]);
    // A target named outright keeps the flags away from build scripts and macros.
    let host = host(&project.command("rustc").args(["--version", "--verbose"]).read()?)?;
    without_paths(project, project.command("cargo"), cargo)?.args(["--target", &host]).run()?;
    let metadata = project.command("cargo").args([
        "metadata",
        "--no-deps",
        "--locked",
        "--format-version",
        "1",
    ]);
    let metadata: Value = serde_json::from_str(&metadata.read()?)?;
    let target = metadata["target_directory"].as_str().context("cargo tells no target folder")?;
    let built = Path::new(target).join(&host).join("release").join(PROGRAM);

    let name = format!("cifeng-{}-{host}{}", release.version, std::env::consts::EXE_SUFFIX);
    let kept = release.folder.join(&name);
    fs::copy(&built, &kept).with_context(|| format!("cannot copy {}", built.display()))?;
    let empty = release.empty("program")?;
    let alone = empty.join(PROGRAM);
    fs::copy(&kept, &alone).with_context(|| format!("cannot copy {name}"))?;
    super::write(&empty.join("text.txt"), TEXT)?;
    let run = project.command(super::text(&alone)?).within(&empty);
    let table = run.args(["analyze", "--format", "csv", "text.txt"]).read()?;
    ensure!(MARKERS.iter().all(|marker| table.contains(marker)), "the program finds\n{table}");
    println!("release: {name} runs alone and finds {}", MARKERS.join(" "));
    Ok(())
}

const PROGRAM: &str = if cfg!(windows) { "cifeng.exe" } else { "cifeng" };

/// The machine's own target, from what `rustc --version --verbose` says.
fn host(answer: &str) -> Result<String> {
    let host = answer.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc does not tell its host")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_read() {
        let answer =
            "rustc 1.95.0 (abc 2026-03-21)\nbinary: rustc\nhost: x86_64-unknown-linux-gnu\n";
        assert_eq!(host(answer).expect("it is told"), "x86_64-unknown-linux-gnu");
        assert!(host("rustc 1.95.0").is_err());
    }
}
