//! The static site and the whole tool in one file, made by the npm project of the page.

use anyhow::{Context, Result};

use super::size::Scale;
use super::stamp::{Fingerprint, Stamp};
use crate::command::Project;
use crate::manifest::Site;

/// The name of the single file's stamp.
const SINGLE: &str = "single";

/// What the npm project makes.
pub struct Built {
    /// The folder of the site.
    pub site: Stamp,
    /// The single file.
    pub single: Stamp,
}

/// Makes both, unless they are there and made from the same sources and packages.
pub fn build(
    project: &Project,
    site: &Site,
    packages: &[Stamp],
    scale: &mut Scale,
) -> Result<Option<Built>> {
    let name = "site";
    let folder = site.project.display();
    if !project.join(&site.project).join("package.json").is_file() {
        println!("build: {folder} has no package.json, so no site is built");
        return Ok(None);
    }
    let mut fingerprint = Fingerprint::default();
    for package in packages {
        fingerprint.setting(&package.inputs);
    }
    fingerprint.source(project, &site.project)?;
    for shown in ["docs", "licenses", "THIRD_PARTY.md"] {
        fingerprint.source(project, shown)?;
    }
    let inputs = fingerprint.finish();
    let current = |name| Stamp::current(project, name, &inputs);
    if let (Some(site_stamp), Some(single)) = (current(name), current(SINGLE)) {
        println!("build: {} is up to date", site.out_dir.display());
        return Ok(Some(Built { site: site_stamp, single }));
    }
    println!("build: {}", site.out_dir.display());
    project
        .command("npm")
        .within(&site.project)
        .args(["run", "build"])
        .run()
        .with_context(|| format!("the site could not be built from {folder}"))?;
    let single = Stamp::of_folder(project, &site.single.file, inputs.clone(), scale)?;
    single.keep(project, SINGLE)?;
    let stamp = Stamp::of_folder(project, &site.out_dir, inputs, scale)?;
    stamp.keep(project, name)?;
    Ok(Some(Built { site: stamp, single }))
}
