//! Builds packages and site twice, in folders of other names and depths, and compares every byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use super::site::files;
use super::{Scratch, sums};
use crate::build;
use crate::command::Project;
use crate::manifest::Manifest;

/// The folders: one short, one deeper and with a space in its name.
const FOLDERS: [&str; 2] = ["a", "another folder/below"];

/// Fails unless both builds give the same; prints what is built with its hashes.
pub fn check(project: &Project, manifest: &Manifest) -> Result<()> {
    let scratch = Scratch::new("twice")?;
    let mut results = Vec::new();
    for (number, folder) in FOLDERS.iter().enumerate() {
        let place = scratch.folder(folder)?;
        println!("release: build {} of 2, in {}", number + 1, place.display());
        let copy = copied(project, manifest, &place)?;
        let target = scratch.folder(&format!("target-{number}"))?;
        for package in manifest.packages.values() {
            build::afresh(&copy, manifest, package, &target)?;
        }
        copy.command("npm").within(&manifest.site.project).args(["run", "build"]).run()?;
        results.push(hashes(&copy, manifest)?);
        // Two builds are large; the first has served.
        fs::remove_dir_all(&target)
            .with_context(|| format!("cannot remove {}", target.display()))?;
    }
    let [first, second] = &results[..] else { bail!("there are not two builds") };
    for (file, hash) in first {
        println!("{hash}  {file}");
    }
    let differing: Vec<&str> = first
        .keys()
        .chain(second.keys())
        .filter(|file| first.get(*file) != second.get(*file))
        .map(String::as_str)
        .collect();
    ensure!(differing.is_empty(), "two builds differ in {}", differing.join(", "));
    println!("release: two builds, {} files, all the same", first.len());
    Ok(())
}

/// The project's files in another folder, with the tools that are already installed.
fn copied(project: &Project, manifest: &Manifest, place: &Path) -> Result<Project> {
    let listed = project
        .command("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .read()?;
    for file in listed.split('\0').filter(|file| !file.is_empty()) {
        let source = project.join(file);
        // Folders that are linked are copied by their own files; what was deleted is not there.
        if !source.is_file() {
            continue;
        }
        let copy = place.join(file);
        let folder = copy.parent().context("a file lies in a folder")?;
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        fs::copy(&source, &copy).with_context(|| format!("cannot copy {file}"))?;
    }
    let copy = project.elsewhere(place)?;
    let install = copy.command("npm").within(&manifest.site.project);
    install.args(["ci", "--prefer-offline", "--no-audit", "--no-fund", "--silent"]).run()?;
    Ok(copy)
}

/// The hash of every file of packages and site, and of the single file.
fn hashes(project: &Project, manifest: &Manifest) -> Result<BTreeMap<String, String>> {
    let folders =
        manifest.packages.values().map(|package| &package.out_dir).chain([&manifest.site.out_dir]);
    let mut paths = vec![manifest.site.single.file.clone()];
    for folder in folders {
        paths.extend(files(&project.join(folder))?.into_iter().map(|file| folder.join(file)));
    }
    let hashes = paths.into_iter().map(|path| {
        let name = path.display().to_string();
        let content =
            fs::read(project.join(&path)).with_context(|| format!("cannot read {name}"))?;
        Ok((name, sums::hash(&content)))
    });
    hashes.collect()
}
