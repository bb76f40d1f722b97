//! SHA-256 of everything, in the form that `sha256sum --check` reads.

use std::fmt::Write;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};
use tar::Archive;

use super::site::files;

/// The name of the list.
pub const FILE: &str = "SHA256SUMS";

/// Lists the files of a folder, and those inside the archive of the site.
pub fn write(folder: &Path) -> Result<()> {
    let mut list = String::new();
    for file in files(folder)?.iter().filter(|file| *file != FILE) {
        let path = folder.join(file);
        let content = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        line(&mut list, &content, file);
        if file.starts_with("cifeng-site-") {
            let packed =
                File::open(&path).with_context(|| format!("cannot read {}", path.display()))?;
            for entry in Archive::new(GzDecoder::new(packed)).entries()? {
                let mut entry = entry?;
                let name = entry.path()?.display().to_string();
                let mut content = Vec::new();
                entry.read_to_end(&mut content)?;
                line(&mut list, &content, &name);
            }
        }
    }
    super::write(&folder.join(FILE), list)
}

fn line(list: &mut String, content: &[u8], name: &str) {
    let _ = writeln!(list, "{}  {name}", hash(content));
}

/// The hash in hexadecimal digits.
pub fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_standard() {
        // FIPS 180-4, the examples of one block and of none.
        assert_eq!(
            hash(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(hash(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
