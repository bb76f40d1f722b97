//! One package: made by wasm-pack, completed with the assets, and tried out.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Mode;
use super::licenses;
use super::remap::without_paths;
use super::size::Scale;
use super::stamp::{Fingerprint, Stamp};
use crate::command::Project;
use crate::manifest::{Manifest, Package, Size, Target, Written};

/// The name of the generated files, and of the npm package.
const NAME: &str = "cifeng";

/// The folder in which wasm-bindgen puts the JavaScript of the core.
const SNIPPETS: &str = "snippets";

/// The oldest Node in which `require` loads a module, as the package for Node does.
const NODE: &str = ">=20.19";

/// Where Cargo puts its results.
const TARGET_DIR: &str = "CARGO_TARGET_DIR";

/// All that a package is made from, but for its assets.
const SOURCES: [&str; 10] = [
    "Cargo.toml",
    "Cargo.lock",
    "build.rs",
    "src",
    "lexicon",
    "README.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "xtask/npm",
    "xtask/src/build",
];

/// The files of a package that have a budget.
#[must_use]
pub fn budgets(manifest: &Manifest, package: &Package) -> BTreeMap<PathBuf, Size> {
    let module = (package.out_dir.join(format!("{NAME}_bg.wasm")), package.budget);
    let assets =
        manifest.assets.iter().map(|asset| (package.out_dir.join(&asset.file), asset.budget));
    let Written { file, budget } = &manifest.explanations;
    assets.chain([module, (package.out_dir.join(file), *budget)]).collect()
}

/// Makes a package, unless it is there and made from the same sources.
pub fn build(
    project: &Project,
    manifest: &Manifest,
    name: &str,
    package: &Package,
    mode: Mode,
    scale: &mut Scale,
) -> Result<Stamp> {
    let profile = mode.profile(package.profile);
    let out_dir = &package.out_dir;
    let stamp_name = format!("package-{name}");
    let mut fingerprint = Fingerprint::default();
    fingerprint.setting(profile.flag());
    fingerprint.setting(package.target.name());
    package.features.iter().for_each(|feature| fingerprint.setting(feature));
    for version in [&manifest.tools.wasm_pack, &manifest.tools.wasm_bindgen_cli] {
        fingerprint.setting(version);
    }
    fingerprint.setting(&project.command("rustc").args(["--version"]).read()?);
    for source in SOURCES {
        fingerprint.source(project, source)?;
    }
    for asset in &manifest.assets {
        fingerprint.source(project, &asset.source)?;
    }
    let inputs = fingerprint.finish();
    if let Some(stamp) = Stamp::current(project, &stamp_name, &inputs) {
        println!("build: {} is up to date", out_dir.display());
        return Ok(stamp);
    }

    println!(
        "build: {} for {}, {}",
        out_dir.display(),
        package.target.name(),
        &profile.flag()[2..]
    );
    let folder = project.join(out_dir);
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    make(project, manifest, package, profile.flag(), None)?;
    try_out(project, package)?;

    let stamp = Stamp::of_folder(project, out_dir, inputs, scale)?;
    stamp.keep(project, &stamp_name)?;
    Ok(stamp)
}

/// Compiles a package and completes its folder.
pub fn make(
    project: &Project,
    manifest: &Manifest,
    package: &Package,
    profile: &str,
    target: Option<&Path>,
) -> Result<()> {
    wasm_pack(project, package, profile, target)?;
    complete(project, manifest, &project.join(&package.out_dir), package.target)
}

fn wasm_pack(
    project: &Project,
    package: &Package,
    profile: &str,
    target: Option<&Path>,
) -> Result<()> {
    // With this mode wasm-pack downloads nothing and skips what it does not find.
    ensure!(project.find("wasm-opt").is_some(), "wasm-opt is missing: run `cargo xtask setup`");
    let mut command = project
        .command("wasm-pack")
        .args(["build", ".", "--mode", "no-install", "--target", package.target.name(), profile])
        .args(["--out-name", NAME, "--out-dir"])
        .args([&package.out_dir])
        .args(["--", "--locked", "--features", &package.features.join(",")]);
    let mut asked = project.command("cargo");
    if let Some(target) = target {
        (command, asked) = (command.env(TARGET_DIR, target), asked.env(TARGET_DIR, target));
    }
    without_paths(project, asked, command)?.run()
}

/// Copies the assets and completes the `package.json` that wasm-pack wrote.
fn complete(project: &Project, manifest: &Manifest, folder: &Path, target: Target) -> Result<()> {
    for asset in &manifest.assets {
        let source = project.join(&asset.source);
        fs::copy(&source, folder.join(&asset.file)).with_context(|| {
            format!("cannot copy {} into {}", source.display(), folder.display())
        })?;
    }
    let explanations = folder.join(&manifest.explanations.file);
    fs::write(&explanations, cifeng::EXPLANATIONS)
        .with_context(|| format!("cannot write {}", explanations.display()))?;
    let place = folder.join(licenses::FILE);
    fs::write(&place, licenses::text(project, NAME)?)
        .with_context(|| format!("cannot write {}", place.display()))?;
    let path = folder.join("package.json");
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut description: Value =
        serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))?;
    let assets = manifest.assets.iter().map(|asset| asset.file.as_str());
    let assets = assets.chain([manifest.explanations.file.as_str(), SNIPPETS, licenses::FILE]);
    describe(&mut description, assets, target)
        .with_context(|| format!("{} is not as wasm-pack writes it", path.display()))?;
    // What the core brings in JavaScript is a module whatever the package is.
    let module = format!("{:#}\n", json!({"type": "module"}));
    let files = [
        (path, format!("{description:#}\n")),
        (folder.join(SNIPPETS).join("package.json"), module),
    ];
    for (path, text) in files {
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Names the added files in a `package.json`, and says that importing it does nothing by itself.
fn describe<'a>(
    description: &mut Value,
    added: impl IntoIterator<Item = &'a str>,
    target: Target,
) -> Result<()> {
    ensure!(description["name"] == NAME, "its name is {}, not {NAME}", description["name"]);
    ensure!(description["types"].is_string(), "it names no types");
    let files = description["files"].as_array_mut().context("it lists no files")?;
    for each in added {
        if !files.iter().any(|file| file == each) {
            files.push(json!(each));
        }
    }
    match target {
        Target::Web => description["type"] = json!("module"),
        Target::Nodejs => {
            description["type"] = json!("commonjs");
            description["engines"] = json!({"node": NODE});
        }
    }
    description["sideEffects"] = json!(false);
    Ok(())
}

/// Loads the package in Node and analyses a sentence: a module can be built and yet not load.
fn try_out(project: &Project, package: &Package) -> Result<()> {
    project
        .command("node")
        .args(["xtask/npm/try-package.mjs", package.target.name()])
        .args([project.join(&package.out_dir)])
        .run()
        .with_context(|| {
            format!("the package in {} was built but does not work", package.out_dir.display())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_json_is_completed() {
        let mut description = json!({"name": "cifeng", "types": "cifeng.d.ts", "files": ["cifeng.js"], "sideEffects": ["./snippets/*"]});
        for _ in 0..2 {
            describe(&mut description, ["dictionary.txt"], Target::Nodejs).expect("it is complete");
        }
        let expected = json!({"name": "cifeng", "types": "cifeng.d.ts", "files": ["cifeng.js", "dictionary.txt"],
            "sideEffects": false, "type": "commonjs", "engines": {"node": ">=20.19"}});
        assert_eq!(description, expected);
    }

    #[test]
    fn a_package_json_of_another_form_is_refused() {
        let table = [
            (
                json!({"name": "other", "types": "", "files": []}),
                "its name is \"other\", not cifeng",
            ),
            (json!({"name": "cifeng", "files": []}), "it names no types"),
            (json!({"name": "cifeng", "types": "cifeng.d.ts"}), "it lists no files"),
        ];
        for (mut description, reason) in table {
            let error = describe(&mut description, [], Target::Web).expect_err(reason);
            assert_eq!(error.to_string(), reason);
        }
    }
}
