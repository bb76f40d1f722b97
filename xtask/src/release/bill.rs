//! Bills of materials in the form of `CycloneDX`: what is in the WebAssembly module, the program and the page.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Release;
use crate::manifest::Manifest;
use crate::setup::{self, TARGET};

/// What a bill has of chance: a number and a time of its own.
const CHANCE: [&str; 2] = ["/serialNumber", "/metadata/timestamp"];

/// Writes the bills.
pub fn write(release: &Release, manifest: &Manifest) -> Result<()> {
    setup::cargo_cyclonedx(release.project, &manifest.tools)?;
    rust(release, "Cargo.toml", &["--target", TARGET], "wasm")?;
    rust(release, "cli/Cargo.toml", &[], "cli")?;
    let page = release
        .project
        .command("npm")
        .within(&manifest.site.project)
        .args(["sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only"])
        .read()?;
    keep(release, &page, "page")
}

/// One bill of a crate: cargo-cyclonedx writes beside every manifest of the workspace.
fn rust(release: &Release, manifest: &str, arguments: &[&str], name: &str) -> Result<()> {
    let project = release.project;
    let file = "cifeng-bill";
    let command = project.command("cargo-cyclonedx").args([
        "cyclonedx",
        "--format",
        "json",
        "--spec-version",
        "1.5",
    ]);
    let command = command.args([
        "--no-build-deps",
        "--override-filename",
        file,
        "--quiet",
        "--manifest-path",
        manifest,
    ]);
    let done = command.args(arguments).run();
    let written = project.join(manifest).with_file_name(format!("{file}.json"));
    let bill = fs::read_to_string(&written);
    let metadata = project.command("cargo").args([
        "metadata",
        "--no-deps",
        "--locked",
        "--format-version",
        "1",
    ]);
    let metadata: Value = serde_json::from_str(&metadata.read()?)?;
    for package in metadata["packages"].as_array().into_iter().flatten() {
        if let Some(path) = package["manifest_path"].as_str() {
            // One a crate; most are not wanted, and not all crates have one.
            let _ =
                fs::remove_file(std::path::Path::new(path).with_file_name(format!("{file}.json")));
        }
    }
    done?;
    keep(release, &bill.with_context(|| format!("cannot read {}", written.display()))?, name)
}

fn keep(release: &Release, bill: &str, name: &str) -> Result<()> {
    let root = format!("file://{}", release.project.root().display());
    let bill = without_chance(&bill.replace(&root, "file:///cifeng"))?;
    let file = format!("cifeng-{}-{name}.cdx.json", release.version);
    super::write(&release.folder.join(&file), format!("{bill:#}\n"))?;
    let count = bill["components"].as_array().map_or(0, Vec::len);
    ensure!(count > 0, "the bill of materials {file} lists nothing");
    println!("release: {file} lists {count} components");
    Ok(())
}

/// A bill that is the same for the same materials.
fn without_chance(bill: &str) -> Result<Value> {
    let mut bill: Value = serde_json::from_str(bill).context("a bill of materials is not JSON")?;
    ensure!(bill["bomFormat"] == "CycloneDX", "a bill of materials is not in CycloneDX");
    for pointer in CHANCE {
        let (parent, key) = pointer.rsplit_once('/').unwrap_or(("", pointer));
        if let Some(object) = bill.pointer_mut(parent).and_then(Value::as_object_mut) {
            object.remove(key);
        }
    }
    Ok(bill)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bill_is_freed_from_chance() {
        let bill = r#"{"bomFormat":"CycloneDX","serialNumber":"urn:1","metadata":{"timestamp":"now","a":1},"components":[]}"#;
        let expected = r#"{"bomFormat":"CycloneDX","metadata":{"a":1},"components":[]}"#;
        let expected: Value = serde_json::from_str(expected).expect("JSON");
        assert_eq!(without_chance(bill).expect("a bill"), expected);
        assert!(without_chance(r#"{"bomFormat":"other"}"#).is_err());
    }
}
