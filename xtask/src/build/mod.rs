//! `cargo xtask build`: the packages by wasm-pack, then the static site, each only when something
//! it is made from has changed.

mod licenses;
mod package;
mod remap;
mod site;
mod size;
mod stamp;

use std::path::Path;

use anyhow::Result;

pub use remap::without_paths;

use crate::command::Project;
use crate::manifest::{Manifest, Package, Profile};
use size::{Scale, Table};
use stamp::Stamp;

/// How the packages are compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// As the manifest says.
    Manifest,
    /// Quickly, without optimisation and budgets.
    Dev,
}

impl Mode {
    fn profile(self, manifest: Profile) -> Profile {
        match self {
            Self::Manifest => manifest,
            Self::Dev => Profile::Dev,
        }
    }
}

/// Builds all packages and the site, shows how large they are, and fails when one is over its budget.
pub fn run(project: &Project, manifest: &Manifest, mode: Mode) -> Result<()> {
    let mut scale = Scale::default();
    let mut table = Table::default();
    let mut built = Vec::new();
    for (name, package) in &manifest.packages {
        let stamp = package::build(project, manifest, name, package, mode, &mut scale)?;
        let budgets = package::budgets(manifest, package);
        for file in &stamp.files {
            if let Some(&budget) = budgets.get(&file.path) {
                table.row(&file.path.display().to_string(), file.size, Some(budget));
            }
        }
        table.row(&whole(&package.out_dir, &stamp), stamp.total(), None);
        built.push(stamp);
    }
    if let Some(made) = site::build(project, &manifest.site, &built, &mut scale)? {
        let site = &manifest.site;
        table.row(&whole(&site.out_dir, &made.site), made.site.total(), Some(site.budget));
        let single = &site.single;
        let name = single.file.display().to_string();
        table.row(&name, made.single.total(), Some(single.budget));
    }
    println!("{table}");
    match mode {
        Mode::Manifest => table.within_budget(),
        Mode::Dev => Ok(()),
    }
}

/// Makes one package, whatever was built before, with Cargo's results in a folder of its own.
pub fn afresh(
    project: &Project,
    manifest: &Manifest,
    package: &Package,
    target: &Path,
) -> Result<()> {
    package::make(project, manifest, package, package.profile.flag(), Some(target))
}

/// What a folder's row is called.
fn whole(folder: &Path, stamp: &Stamp) -> String {
    format!("{} ({} files)", folder.display(), stamp.files.len())
}
