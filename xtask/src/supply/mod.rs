//! What the project depends on: held to the rules of `docs/supply-chain.md`.
//!
//! Licences, sources and duplicates are checked from what lies in the checkout. Known vulnerabilities
//! are told by databases elsewhere; where those cannot be reached, that is said and nothing is claimed.

mod npm;

use anyhow::{Result, bail, ensure};

use crate::command::Project;
use crate::manifest::Manifest;
use crate::setup;

/// With this variable set, a database that cannot be reached is an error.
const REQUIRED: &str = "CIFENG_ADVISORIES";

/// Licences, sources, duplicates and what else needs no network.
pub fn check(project: &Project, manifest: &Manifest) -> Result<()> {
    setup::cargo_deny(project, &manifest.tools)?;
    cargo_deny(project, &["check", "--hide-inclusion-graph", "bans", "licenses", "sources"])
        .run()?;
    for lock in npm::LOCKS {
        println!(
            "supply: {lock}: {} packages, licences and hashes as wanted",
            npm::check(project, lock)?
        );
    }
    Ok(())
}

/// Known vulnerabilities. Returns which databases could not be reached.
pub fn advisories(project: &Project, manifest: &Manifest) -> Result<Vec<String>> {
    setup::cargo_deny(project, &manifest.tools)?;
    let mut unreached = Vec::new();
    if cargo_deny(project, &["fetch", "db"]).probe().is_some() {
        cargo_deny(project, &["check", "--disable-fetch", "advisories"]).run()?;
    } else {
        unreached.push("RustSec's database of advisories could not be fetched".to_owned());
    }
    for lock in npm::LOCKS {
        let (_, answer) = project
            .command("npm")
            .within(lock)
            .args(["audit", "--json", "--package-lock-only"])
            .outcome()?;
        match npm::Audit::read(&answer) {
            Some(audit) => audit.judge(lock)?,
            None => unreached.push(format!("npm's registry answers no audit of {lock}")),
        }
    }
    if std::env::var_os(REQUIRED).is_some_and(|value| value == "required") {
        ensure!(
            unreached.is_empty(),
            "{REQUIRED} asks for all advisories, but {}",
            unreached.join("; ")
        );
    }
    Ok(unreached)
}

fn cargo_deny(project: &Project, arguments: &[&str]) -> crate::command::Command {
    project.command("cargo-deny").args(["--locked"]).args(arguments)
}

/// An error that tells all complaints at once.
fn complain(complaints: &[String]) -> Result<()> {
    if complaints.is_empty() {
        return Ok(());
    }
    bail!("not as docs/supply-chain.md wants it:\n  {}", complaints.join("\n  "))
}
