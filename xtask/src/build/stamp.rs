//! What was built from what, so that nothing is built twice.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use walkdir::{DirEntry, WalkDir};

use super::size::Scale;
use crate::command::Project;
use crate::manifest::Size;

/// Folders of tools and results, which are no source of anything.
const NO_SOURCE: [&str; 6] = ["node_modules", "dist", "dist-single", "target", ".git", ".vite"];

/// The note about one build.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The fingerprint of all it was made from.
    pub inputs: String,
    /// What was made.
    pub files: Vec<BuiltFile>,
}

/// A file that was made.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuiltFile {
    /// Where it lies, relative to the project.
    pub path: PathBuf,
    /// How large it is.
    pub size: Size,
}

impl Stamp {
    /// The note of an earlier build, if it was made from just these inputs and all its files are there.
    #[must_use]
    pub fn current(project: &Project, name: &str, inputs: &str) -> Option<Self> {
        let text = fs::read(place(project, name)).ok()?;
        let stamp: Self = serde_json::from_slice(&text).ok()?;
        let is_there = |file: &BuiltFile| {
            fs::metadata(project.join(&file.path)).is_ok_and(|found| found.len() == file.size.raw)
        };
        (stamp.inputs == inputs && stamp.files.iter().all(is_there)).then_some(stamp)
    }

    /// Weighs all files of a folder that was just built.
    pub fn of_folder(
        project: &Project,
        folder: &Path,
        inputs: String,
        scale: &mut Scale,
    ) -> Result<Self> {
        let mut files = Vec::new();
        for path in files_below(&project.join(folder), |_| true)? {
            let content =
                fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let size = scale.weigh(&content)?;
            let path = path.strip_prefix(project.root()).unwrap_or(&path).to_owned();
            files.push(BuiltFile { path, size });
        }
        Ok(Self { inputs, files })
    }

    /// Keeps the note for the next time.
    pub fn keep(&self, project: &Project, name: &str) -> Result<()> {
        let place = place(project, name);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("cannot make {}", folder.display()))?;
        }
        fs::write(&place, serde_json::to_vec_pretty(self)?)
            .with_context(|| format!("cannot write {}", place.display()))
    }

    /// The size of all files together.
    #[must_use]
    pub fn total(&self) -> Size {
        let mut total = Size::default();
        for file in &self.files {
            total += file.size;
        }
        total
    }
}

fn place(project: &Project, name: &str) -> PathBuf {
    project.join(".tools/stamps").join(name).with_extension("json")
}

/// The fingerprint of everything that something is made from.
#[derive(Debug, Default)]
pub struct Fingerprint {
    hasher: blake3::Hasher,
}

impl Fingerprint {
    /// Takes in a setting, such as a profile or a compiler's version.
    pub fn setting(&mut self, value: &str) {
        self.part(value.as_bytes());
    }

    /// Takes in a file, or all source files below a folder; what is not there counts as not there.
    pub fn source(&mut self, project: &Project, path: impl AsRef<Path>) -> Result<()> {
        let place = project.join(path);
        if !place.exists() {
            return Ok(());
        }
        let is_source = |entry: &DirEntry| {
            let name = entry.file_name().to_string_lossy();
            !(entry.file_type().is_dir() && NO_SOURCE.contains(&name.as_ref()))
        };
        for file in files_below(&place, is_source)? {
            let content =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            let name = file.strip_prefix(project.root()).unwrap_or(&file);
            self.part(name.to_string_lossy().as_bytes());
            self.part(&content);
        }
        Ok(())
    }

    /// The fingerprint as text.
    #[must_use]
    pub fn finish(&self) -> String {
        self.hasher.finalize().to_hex().to_string()
    }

    /// The length goes first, so that no two lists of parts run together alike.
    fn part(&mut self, bytes: &[u8]) {
        self.hasher.update(&(bytes.len() as u64).to_le_bytes());
        self.hasher.update(bytes);
    }
}

/// The files below a folder, or the file itself, in a fixed order.
fn files_below(place: &Path, keep: impl FnMut(&DirEntry) -> bool) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(place).sort_by_file_name().into_iter().filter_entry(keep) {
        let entry = entry.with_context(|| format!("cannot list {}", place.display()))?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A project in a new, empty folder.
    fn scratch(name: &str) -> Project {
        let root = std::env::temp_dir().join(format!("cifeng-xtask-{}-{name}", std::process::id()));
        fs::create_dir_all(root.join("src/node_modules")).expect("the folder can be made");
        Project::at(&root).expect("the path is fine")
    }

    fn fingerprint(project: &Project, setting: &str) -> String {
        let mut fingerprint = Fingerprint::default();
        fingerprint.setting(setting);
        fingerprint.source(project, "src").expect("it can be read");
        fingerprint.source(project, "absent").expect("what is absent is no error");
        fingerprint.finish()
    }

    #[test]
    fn a_fingerprint_follows_settings_names_and_contents() {
        let project = scratch("fingerprint");
        let write = |path: &str, text: &str| {
            fs::write(project.join(path), text).expect("it can be written");
        };
        write("src/a", "1");
        let first = fingerprint(&project, "release");
        assert_eq!(first, fingerprint(&project, "release"));
        assert_ne!(first, fingerprint(&project, "dev"));

        write("src/node_modules/ignored", "1");
        assert_eq!(first, fingerprint(&project, "release"));

        write("src/a", "2");
        let second = fingerprint(&project, "release");
        assert_ne!(first, second);
        fs::rename(project.join("src/a"), project.join("src/b")).expect("it can be renamed");
        assert_ne!(second, fingerprint(&project, "release"));
        fs::remove_dir_all(project.root()).expect("it can be removed");
    }

    #[test]
    fn a_stamp_holds_while_inputs_and_files_are_the_same() {
        let project = scratch("stamp");
        fs::write(project.join("src/a"), "也許").expect("it can be written");
        let mut scale = Scale::default();
        let made = Stamp::of_folder(&project, Path::new("src"), "x".to_owned(), &mut scale)
            .expect("it is weighed");
        assert_eq!(made.total().raw, 6);
        made.keep(&project, "test").expect("it is kept");
        assert_eq!(Stamp::current(&project, "test", "x"), Some(made));
        assert_eq!(Stamp::current(&project, "test", "y"), None);

        fs::write(project.join("src/a"), "也").expect("it can be written");
        assert_eq!(Stamp::current(&project, "test", "x"), None);
        fs::remove_dir_all(project.root()).expect("it can be removed");
    }
}
