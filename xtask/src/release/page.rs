//! The page as a reader gets it: the site and the single file, each alone in an empty folder, in a browser.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{MARKERS, Release, TEXT};
use crate::manifest::Manifest;
use crate::setup;

/// The project of the browser tests.
const TESTS: &str = "tests/browser";

/// Copies the single file, and tries it and the site, unpacked in `site`.
pub fn pack(release: &Release, manifest: &Manifest, site: &Path) -> Result<()> {
    let project = release.project;
    let built = project.join(&manifest.site.single.file);
    let name = format!("cifeng-{}.html", release.version);
    let kept = release.folder.join(&name);
    fs::copy(&built, &kept).with_context(|| format!("cannot copy {}", built.display()))?;
    let alone = release.empty("single")?.join("cifeng.html");
    fs::copy(&kept, &alone).with_context(|| format!("cannot copy {name}"))?;

    let chromium = setup::chromium(project).context("there is no Chromium on the path")?;
    project
        .command("npm")
        .within(TESTS)
        .args(["run", "release"])
        .env("CHROMIUM_PATH", chromium)
        .env("CIFENG_RELEASE_SITE", site)
        .env("CIFENG_RELEASE_FILE", alone)
        .env("CIFENG_RELEASE_TEXT", TEXT)
        .env("CIFENG_RELEASE_MARKERS", MARKERS.join(" "))
        .run()
        .context("what is released does not work in a browser")?;
    println!("release: the site and {name} find {} in a browser", MARKERS.join(" "));
    Ok(())
}
