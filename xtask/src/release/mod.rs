//! `cargo xtask release`: everything that a version consists of, in one folder, each part tried out the
//! way a stranger would: installed afresh in an empty folder, and run on a text.

mod bill;
mod crates;
mod notes;
mod npm;
mod page;
mod program;
mod reproducible;
mod site;
mod sums;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args as Arguments;

use crate::build::{self, Mode};
use crate::command::Project;
use crate::manifest::Manifest;

/// Arguments of `cargo xtask release`.
#[derive(Debug, Arguments)]
pub struct Args {
    /// Build packages and site twice, in different folders, and fail unless all bytes are the same
    #[arg(long)]
    check_reproducible: bool,
}

/// What each part is tried out with, and the markers that have to be found in it.
const TEXT: &str = "他也許會來，那就太好了！";
const MARKERS: [&str; 3] = ["也許", "太好了", "！"];

/// Builds, packs, tries out and describes a release.
pub fn run(project: &Project, manifest: &Manifest, arguments: &Args) -> Result<()> {
    if arguments.check_reproducible {
        return reproducible::check(project, manifest);
    }
    let version = notes::version(project)?;
    let release = Release::new(project, &version)?;
    build::run(project, manifest, Mode::Manifest)?;
    let site = site::pack(&release, manifest)?;
    page::pack(&release, manifest, &site)?;
    npm::pack(&release, manifest)?;
    crates::pack(&release)?;
    program::pack(&release)?;
    bill::write(&release, manifest)?;
    notes::write(&release)?;
    sums::write(&release.folder)?;
    println!("release: {} is complete", release.folder.display());
    Ok(())
}

/// A release in the making.
struct Release<'a> {
    project: &'a Project,
    version: String,
    /// Where everything ends up.
    folder: PathBuf,
    /// An empty folder outside the project, for trying things out; removed in the end.
    scratch: Scratch,
}

impl<'a> Release<'a> {
    fn new(project: &'a Project, version: &str) -> Result<Self> {
        let folder = project.join(format!("target/release-{version}"));
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .with_context(|| format!("cannot empty {}", folder.display()))?;
        }
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self { project, version: version.to_owned(), folder, scratch: Scratch::new("release")? })
    }

    /// A new, empty folder to try something out in.
    fn empty(&self, name: &str) -> Result<PathBuf> {
        self.scratch.folder(name)
    }
}

/// A temporary folder that goes when it is no longer needed.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Result<Self> {
        let place = std::env::temp_dir().join(format!("cifeng-{name}-{}", std::process::id()));
        fs::create_dir_all(&place).with_context(|| format!("cannot make {}", place.display()))?;
        Ok(Self(place))
    }

    fn folder(&self, name: &str) -> Result<PathBuf> {
        let place = self.0.join(name);
        fs::create_dir_all(&place).with_context(|| format!("cannot make {}", place.display()))?;
        Ok(place)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is the system's to clean: it lies in its folder for such things.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A path as text, for messages and for programs that want text.
fn text(path: &Path) -> Result<&str> {
    path.to_str().with_context(|| format!("{} is not UTF-8", path.display()))
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}
