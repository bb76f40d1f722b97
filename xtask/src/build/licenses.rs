//! The licences of the Rust crates inside a package, as one text beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::command::Project;
use crate::setup::TARGET;

/// The name of the file in packages and in the site.
pub const FILE: &str = "licenses-rust.txt";

const HEADING: &str = "The Rust crates in the WebAssembly module of Cifeng, each with its licence.

Beside them, the module holds parts of Rust's standard library, which is under MIT or Apache-2.0, at
your choice: https://github.com/rust-lang/rust (COPYRIGHT there names its parts).
";

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    manifest_path: String,
    source: Option<String>,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// Nothing for what is linked; else build or dev.
    kind: Option<String>,
}

/// The text for the package of a crate of this workspace.
pub fn text(project: &Project, root: &str) -> Result<String> {
    let arguments = ["metadata", "--locked", "--format-version", "1", "--filter-platform", TARGET];
    let metadata = project.command("cargo").args(arguments).read()?;
    let metadata: Metadata =
        serde_json::from_str(&metadata).context("cargo's metadata is not as expected")?;
    let mut text = HEADING.to_owned();
    for package in linked(&metadata, root)? {
        let Package { name, version, license, repository, .. } = package;
        let license = license.as_deref().with_context(|| format!("{name} names no licence"))?;
        let _ = write!(text, "\n{}\n{name} {version}: {license}\n", "=".repeat(80));
        if let Some(repository) = repository {
            let _ = writeln!(text, "{repository}");
        }
        let folder = Path::new(&package.manifest_path).parent().unwrap_or(Path::new("."));
        for (file, content) in license_files(folder)? {
            let _ = write!(text, "\n--- {file}\n\n{}\n", content.trim_end());
        }
    }
    Ok(text)
}

/// Other people's crates that are linked into a crate, by name.
fn linked<'a>(metadata: &'a Metadata, root: &str) -> Result<Vec<&'a Package>> {
    let packages: BTreeMap<&str, &Package> =
        metadata.packages.iter().map(|package| (package.id.as_str(), package)).collect();
    let nodes: BTreeMap<&str, &Node> =
        metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let own = |package: &&Package| package.name == root && package.source.is_none();
    let root = metadata.packages.iter().find(own).with_context(|| format!("there is no {root}"))?;
    let mut seen = BTreeSet::new();
    let mut waiting = vec![root.id.as_str()];
    while let Some(id) = waiting.pop() {
        let Some(package) = packages.get(id) else { continue };
        // Macros run in the compiler and leave nothing of themselves behind.
        let is_macro = package
            .targets
            .iter()
            .any(|target| target.kind.iter().any(|kind| kind == "proc-macro"));
        if is_macro || !seen.insert(id) {
            continue;
        }
        let dependencies = nodes.get(id).map_or(&[][..], |node| &node.deps);
        let linked = |each: &&Dependency| each.dep_kinds.iter().any(|kind| kind.kind.is_none());
        waiting.extend(dependencies.iter().filter(linked).map(|each| each.pkg.as_str()));
    }
    let mut linked: Vec<&Package> = seen
        .into_iter()
        .filter_map(|id| packages.get(id).copied())
        .filter(|package| package.source.is_some())
        .collect();
    linked.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    ensure!(!linked.is_empty(), "no crate is linked into {}", root.name);
    Ok(linked)
}

/// Licence texts and notices at the top of a crate's folder, by name.
fn license_files(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_license(&name) && entry.path().is_file() {
            let content = fs::read(entry.path())
                .with_context(|| format!("cannot read {}", entry.path().display()))?;
            files.insert(name, String::from_utf8_lossy(&content).into_owned());
        }
    }
    Ok(files)
}

fn is_license(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT", "UNLICENSE"]
        .iter()
        .any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_linked_is_listed() {
        let package = |name: &str, kind: &str, source: &str| {
            format!(
                r#"{{"id":"{name}","name":"{name}","version":"1.0.0","license":"MIT","repository":null,
                "manifest_path":"/{name}/Cargo.toml","source":{source},"targets":[{{"kind":["{kind}"]}}]}}"#
            )
        };
        let packages = [
            package("cifeng", "cdylib", "null"),
            package("cifeng-lexicon", "lib", "null"),
            package("linked", "lib", "\"registry\""),
            package("deeper", "lib", "\"registry\""),
            package("derive", "proc-macro", "\"registry\""),
            package("of-derive", "lib", "\"registry\""),
            package("at-build", "lib", "\"registry\""),
        ];
        let text = format!(
            r#"{{"packages":[{}],"resolve":{{"nodes":[
            {{"id":"cifeng","deps":[
              {{"pkg":"cifeng-lexicon","dep_kinds":[{{"kind":null}},{{"kind":"build"}}]}},
              {{"pkg":"derive","dep_kinds":[{{"kind":null}}]}},
              {{"pkg":"at-build","dep_kinds":[{{"kind":"build"}}]}}]}},
            {{"id":"cifeng-lexicon","deps":[{{"pkg":"linked","dep_kinds":[{{"kind":null}}]}}]}},
            {{"id":"linked","deps":[{{"pkg":"deeper","dep_kinds":[{{"kind":null}}]}}]}},
            {{"id":"derive","deps":[{{"pkg":"of-derive","dep_kinds":[{{"kind":null}}]}}]}}]}}}}"#,
            packages.join(",")
        );
        let metadata: Metadata = serde_json::from_str(&text).expect("metadata");
        let linked = linked(&metadata, "cifeng").expect("some are linked");
        let names: Vec<&str> = linked.iter().map(|package| package.name.as_str()).collect();
        assert_eq!(names, ["deeper", "linked"]);
    }

    #[test]
    fn licence_files_are_known_by_name() {
        for (name, expected) in [
            ("LICENSE-MIT", true),
            ("license.md", true),
            ("COPYING", true),
            ("NOTICE.txt", true),
            ("README.md", false),
            ("Cargo.toml", false),
        ] {
            assert_eq!(is_license(name), expected, "{name}");
        }
    }
}
