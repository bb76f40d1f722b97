//! Keeps the builder's folders out of what is built, so that the same sources give the same bytes
//! wherever they lie.
//!
//! Panic messages name source files. The compiler writes their paths as it was given them: those of
//! this workspace are relative, those of other crates begin with the home folder of whoever builds.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::command::{Command, Project};

/// What Cargo reads flags for the compiler from; one flag ends at each of these.
const VARIABLE: &str = "CARGO_ENCODED_RUSTFLAGS";
const SEPARATOR: &str = "\u{1f}";

/// The parts of `cargo metadata` that tell where sources lie.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    target_directory: String,
    workspace_root: String,
}

#[derive(Deserialize)]
struct Package {
    manifest_path: String,
    /// Nothing for the workspace's own.
    source: Option<String>,
}

/// The command, told to give every folder of this machine a name that is the same on all; where those
/// are is asked of a `cargo` with the same settings.
pub fn without_paths(project: &Project, cargo: Command, command: Command) -> Result<Command> {
    let arguments = ["metadata", "--locked", "--format-version", "1"];
    let metadata = cargo.args(arguments).read()?;
    let metadata =
        serde_json::from_str(&metadata).context("cargo's metadata is not as expected")?;
    let sysroot = project.command("rustc").args(["--print", "sysroot"]).read()?;
    let version = project.command("rustc").args(["--version", "--verbose"]).read()?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    // The standard library's sources, where they are installed beside the compiler.
    let library = Path::new(&sysroot).join("lib/rustlib/src/rust");
    let library = (library.display().to_string(), format!("/rustc/{}", commit.unwrap_or("rust")));
    Ok(command.env(VARIABLE, flags(&metadata, library)))
}

/// The flags: of several prefixes that fit a path, the compiler takes the last.
fn flags(metadata: &Metadata, library: (String, String)) -> String {
    let foreign = metadata.packages.iter().filter(|package| package.source.is_some());
    let folders: BTreeSet<&Path> = foreign
        .filter_map(|package| Path::new(&package.manifest_path).parent()?.parent())
        .collect();
    let own = [(&metadata.workspace_root, "/cifeng"), (&metadata.target_directory, "/target")];
    let own = own.map(|(folder, name)| (folder.clone(), name.to_owned()));
    let crates = folders.iter().map(|folder| (folder.display().to_string(), "/crates".to_owned()));
    let all: Vec<String> = own
        .into_iter()
        .chain(crates)
        .chain([library])
        .map(|(folder, name)| format!("--remap-path-prefix={folder}={name}"))
        .collect();
    all.join(SEPARATOR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_folder_gets_a_name_of_its_own_kind() {
        let package = |path: &str, source: Option<&str>| Package {
            manifest_path: path.to_owned(),
            source: source.map(str::to_owned),
        };
        let metadata = Metadata {
            packages: vec![
                package("/home/a/project/Cargo.toml", None),
                package(
                    "/home/a/.cargo/registry/src/index-1/regex-1.0.0/Cargo.toml",
                    Some("registry"),
                ),
                package(
                    "/home/a/.cargo/registry/src/index-1/serde-1.0.0/Cargo.toml",
                    Some("registry"),
                ),
            ],
            target_directory: "/home/a/project/target".to_owned(),
            workspace_root: "/home/a/project".to_owned(),
        };
        let flags = flags(&metadata, ("/rust/src".to_owned(), "/rustc/abc".to_owned()));
        let expected = [
            "--remap-path-prefix=/home/a/project=/cifeng",
            "--remap-path-prefix=/home/a/project/target=/target",
            "--remap-path-prefix=/home/a/.cargo/registry/src/index-1=/crates",
            "--remap-path-prefix=/rust/src=/rustc/abc",
        ];
        assert_eq!(flags.split(SEPARATOR).collect::<Vec<_>>(), expected);
    }
}
