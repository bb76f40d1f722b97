//! The site: one archive that is the same whenever it is packed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use tar::{Archive, Builder, Header};
use walkdir::WalkDir;

use super::Release;
use crate::manifest::Manifest;

/// The files without which the page cannot start, or not offline.
const NEEDED: [&str; 6] =
    ["index.html", "check.html", "methods.html", "sw.js", "_headers", "manifest.webmanifest"];

/// Packs the site, looks whether what is unpacked is the same, and says where that is.
pub fn pack(release: &Release, manifest: &Manifest) -> Result<PathBuf> {
    let site = release.project.join(&manifest.site.out_dir);
    let name = format!("cifeng-site-{}", release.version);
    let archive = release.folder.join(format!("{name}.tar.gz"));
    super::write(&archive, packed(&site, &name)?)?;

    let empty = release.empty("site")?;
    let bytes = fs::read(&archive).with_context(|| format!("cannot read {}", archive.display()))?;
    Archive::new(GzDecoder::new(&bytes[..]))
        .unpack(&empty)
        .with_context(|| format!("cannot unpack {}", archive.display()))?;
    let unpacked = empty.join(&name);
    for file in NEEDED {
        ensure!(unpacked.join(file).is_file(), "the site has no {file}");
    }
    for file in files(&site)? {
        let same = fs::read(site.join(&file)).ok() == fs::read(unpacked.join(&file)).ok();
        ensure!(same, "{file} is not in the archive as it is in the site");
    }
    println!("release: {name}.tar.gz unpacks to the site as it was built");
    Ok(unpacked)
}

/// The files of a folder, relative to it, in a fixed order.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
        if entry.file_type().is_file() {
            let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            files.push(super::text(inside)?.replace('\\', "/"));
        }
    }
    Ok(files)
}

/// An archive without times, owners and other chance.
fn packed(site: &Path, name: &str) -> Result<Vec<u8>> {
    let encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    let mut builder = Builder::new(encoder);
    for file in files(site)? {
        let content = fs::read(site.join(&file)).with_context(|| format!("cannot read {file}"))?;
        let mut header = Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(0);
        builder.append_data(&mut header, format!("{name}/{file}"), &content[..])?;
    }
    Ok(builder.into_inner()?.finish()?)
}
