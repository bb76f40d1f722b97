//! The rules for packages from npm.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::complain;
use crate::command::Project;

/// The npm projects, by folder.
pub const LOCKS: [&str; 4] = ["www", "tests/browser", "xtask/npm", "bench/wasm"];

/// Licences of what is shipped in the page.
const SHIPPED: [&str; 6] =
    ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "Unlicense"];
/// Licences of what only builds and tests, in addition.
const TOOLS: [&str; 5] = ["MPL-2.0", "BlueOak-1.0.0", "0BSD", "CC-BY-4.0", "(MIT OR CC0-1.0)"];

#[derive(Deserialize)]
struct Lock {
    packages: BTreeMap<String, Package>,
}

#[derive(Deserialize)]
struct Package {
    license: Option<String>,
    integrity: Option<String>,
    #[serde(default)]
    dev: bool,
}

/// Checks the lock file of a project; returns how many packages it holds.
pub fn check(project: &Project, folder: &str) -> Result<usize> {
    let path = project.join(folder).join("package-lock.json");
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let lock: Lock = serde_json::from_str(&text)
        .with_context(|| format!("{} is not as expected", path.display()))?;
    complain(&complaints(folder, &lock))?;
    // One entry is the project itself.
    Ok(lock.packages.len() - 1)
}

fn complaints(folder: &str, lock: &Lock) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, package) in lock.packages.iter().filter(|(path, _)| !path.is_empty()) {
        let name = path.rsplit("node_modules/").next().unwrap_or(path);
        if package.integrity.is_none() {
            complaints.push(format!("{folder}: {name} has no hash in the lock file"));
        }
        let license = package.license.as_deref().unwrap_or("no licence");
        let allowed = SHIPPED.contains(&license) || (package.dev && TOOLS.contains(&license));
        if !allowed {
            let use_ = if package.dev { "a tool" } else { "shipped" };
            complaints.push(format!("{folder}: {name} is {use_} under {license}"));
        }
    }
    complaints
}

/// What `npm audit --json` found.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Audit {
    vulnerabilities: BTreeMap<String, Vulnerability>,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Vulnerability {
    severity: String,
}

impl Audit {
    /// The answer, unless it says that there was none.
    pub fn read(answer: &str) -> Option<Self> {
        serde_json::from_str(answer).ok()
    }

    /// High and critical findings fail everywhere; in what is shipped, so do all others.
    pub fn judge(&self, folder: &str) -> Result<()> {
        let shipped = folder == "www";
        let grave = |severity: &str| shipped || matches!(severity, "high" | "critical");
        let found: Vec<String> = self
            .vulnerabilities
            .iter()
            .filter(|(_, found)| grave(&found.severity))
            .map(|(name, found)| format!("{name} ({})", found.severity))
            .collect();
        ensure!(found.is_empty(), "npm knows of vulnerabilities in {folder}: {}", found.join(", "));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_and_hashes_are_wanted() {
        let table = [
            (r#"{"license":"MIT","integrity":"sha512-x"}"#, None),
            (r#"{"license":"MPL-2.0","integrity":"sha512-x","dev":true}"#, None),
            (
                r#"{"license":"MPL-2.0","integrity":"sha512-x"}"#,
                Some("www: a is shipped under MPL-2.0"),
            ),
            (
                r#"{"license":"GPL-3.0","integrity":"sha512-x","dev":true}"#,
                Some("www: a is a tool under GPL-3.0"),
            ),
            (r#"{"integrity":"sha512-x"}"#, Some("www: a is shipped under no licence")),
            (r#"{"license":"ISC"}"#, Some("www: a has no hash in the lock file")),
        ];
        for (package, complaint) in table {
            let text =
                format!(r#"{{"packages":{{"":{{}},"node_modules/b/node_modules/a":{package}}}}}"#);
            let lock: Lock = serde_json::from_str(&text).expect("a lock file");
            assert_eq!(complaints("www", &lock), Vec::from_iter(complaint), "{package}");
        }
    }

    #[test]
    fn an_audit_is_read_and_judged() {
        let audit = |severity: &str| {
            let answer = format!(
                r#"{{"vulnerabilities":{{"a":{{"severity":"{severity}","via":[]}}}},"metadata":{{}}}}"#
            );
            Audit::read(&answer).expect("an audit")
        };
        for (severity, in_page, in_tools) in
            [("low", false, true), ("moderate", false, true), ("high", false, false)]
        {
            assert_eq!(audit(severity).judge("www").is_ok(), in_page, "{severity}");
            assert_eq!(audit(severity).judge("xtask/npm").is_ok(), in_tools, "{severity}");
        }
        assert_eq!(Audit::read(r#"{"message":"405 Method Not Allowed","error":{}}"#), None);
        assert_eq!(Audit::read(""), None);
    }
}
