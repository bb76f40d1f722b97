//! The crates: packaged by Cargo, unpacked into an empty folder, and used by a program that knows
//! nothing else of the project.

use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::read::GzDecoder;
use tar::Archive;

use super::{MARKERS, Release, TEXT};

/// The crates that are published, each after those that it needs.
const CRATES: [&str; 3] = ["cifeng-lexicon", "cifeng", "cifeng-cli"];

/// Packages all crates, then builds a program, and the command line, from nothing but the packages.
pub fn pack(release: &Release) -> Result<()> {
    // Not verified by Cargo: it would build with the project's own settings; what follows does more.
    let mut command = release.project.command("cargo").args([
        "package",
        "--locked",
        "--no-verify",
        "--allow-dirty",
    ]);
    for name in CRATES {
        command = command.args(["--package", name]);
    }
    let target = release.scratch.folder("cargo")?;
    command.env("CARGO_TARGET_DIR", &target).run()?;

    let empty = release.empty("user")?;
    for name in CRATES {
        let file = format!("{name}-{}.crate", release.version);
        let kept = release.folder.join(&file);
        fs::copy(target.join("package").join(&file), &kept)
            .with_context(|| format!("cannot copy {file}"))?;
        let packed = File::open(&kept).with_context(|| format!("cannot read {file}"))?;
        Archive::new(GzDecoder::new(packed)).unpack(&empty)?;
    }
    let user = empty;
    fs::create_dir_all(user.join("src")).context("cannot make a folder")?;
    super::write(&user.join("Cargo.toml"), manifest(&release.version))?;
    super::write(&user.join("src/main.rs"), PROGRAM)?;
    // The same versions as everywhere else.
    fs::copy(release.project.join("Cargo.lock"), user.join("Cargo.lock"))
        .context("cannot copy Cargo.lock")?;
    let found = from(release, &user, &target)
        .args(["run", "--quiet", "--package", "user", "--", TEXT])
        .read()?;
    ensure!(found == MARKERS.join(" "), "a program with the crate finds `{found}`");
    println!("release: the crates build from their packages and find {found}");

    let command_line =
        from(release, &user, &target).args(["run", "--quiet", "--package", "cifeng-cli"]);
    let file = user.join("text.txt");
    super::write(&file, TEXT)?;
    let table =
        command_line.args(["--", "analyze", "--format", "csv", super::text(&file)?]).read()?;
    ensure!(
        MARKERS.iter().all(|marker| table.contains(marker)),
        "the packaged command finds\n{table}"
    );
    println!("release: so does the command line");
    Ok(())
}

fn from(release: &Release, folder: &Path, target: &Path) -> crate::command::Command {
    release.project.command("cargo").within(folder).env("CARGO_TARGET_DIR", target)
}

fn manifest(version: &str) -> String {
    let patches =
        CRATES.map(|name| format!("{name} = {{ path = \"{name}-{version}\" }}\n")).concat();
    format!(
        "[package]\nname = \"user\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [workspace]\nmembers = [\"cifeng-cli-{version}\"]\n\n\
         [dependencies]\ncifeng = \"{version}\"\n\n[patch.crates-io]\n{patches}"
    )
}

const PROGRAM: &str = r#"fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = std::env::args().nth(1).ok_or("no text")?;
    let analyzer = cifeng::Analyzer::new(cifeng::data::DICTIONARY)?;
    let report = analyzer.analyze(&text, &cifeng::Options::default())?;
    let found: Vec<&str> = report.findings.iter().map(|each| each.text.as_str()).collect();
    println!("{}", found.join(" "));
    Ok(())
}
"#;
