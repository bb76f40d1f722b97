//! The notes of a release, from the changelog.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Release;
use crate::command::Project;

const CHANGELOG: &str = "CHANGELOG.md";

/// The version of the library.
pub fn version(project: &Project) -> Result<String> {
    let metadata = project.command("cargo").args([
        "metadata",
        "--no-deps",
        "--locked",
        "--format-version",
        "1",
    ]);
    let metadata: Value = serde_json::from_str(&metadata.read()?)?;
    let packages = metadata["packages"].as_array().context("cargo lists no packages")?;
    let own = packages
        .iter()
        .find(|package| package["name"] == "cifeng")
        .context("there is no cifeng")?;
    own["version"].as_str().map(str::to_owned).context("cifeng has no version")
}

/// Writes the section of the version, or what is not released yet where it has none.
pub fn write(release: &Release) -> Result<()> {
    let path = release.project.join(CHANGELOG);
    let changelog =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let section = section(&changelog, &release.version)
        .or_else(|| section(&changelog, "Unreleased"))
        .with_context(|| format!("{CHANGELOG} has neither {} nor Unreleased", release.version))?;
    let notes = format!(
        "# Cifeng {}\n\n{}\n\n## Files\n\n`SHA256SUMS` has the hash of every file here and of every file of \
         the site (`sha256sum --check SHA256SUMS` where the archive of the site is unpacked beside it); the \
         `.cdx.json` files list what is inside. `cargo xtask release --check-reproducible` builds twice \
         and compares.\n",
        release.version,
        section.trim()
    );
    super::write(&release.folder.join("NOTES.md"), notes)
}

/// What stands under `## [name]`, up to the next version.
fn section<'a>(changelog: &'a str, name: &str) -> Option<&'a str> {
    let heading = format!("## [{name}]");
    let start = changelog.lines().find(|line| line.starts_with(&heading))?;
    let (_, rest) = changelog.split_once(start)?;
    Some(rest.split_once("\n## ").map_or(rest, |(section, _)| section))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_cut_out() {
        let log = "# Changelog\n\n## [Unreleased]\n\n- new\n\n## [0.1.0] - 2026-01-01\n\n### Added\n\n- old\n";
        assert_eq!(section(log, "Unreleased").map(str::trim), Some("- new"));
        assert_eq!(section(log, "0.1.0").map(str::trim), Some("### Added\n\n- old"));
        assert_eq!(section(log, "0.2.0"), None);
    }
}
