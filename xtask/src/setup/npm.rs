//! Node, and what comes from npm.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use super::say;
use crate::command::Project;
use crate::manifest::Tools;

/// A copy of the lock file that `node_modules` was installed from.
const STAMP: &str = "node_modules/.installed-lock.json";

/// Makes sure that Node and npm are there. They are not installed: too many ways lead to them.
pub fn node(project: &Project, tools: &Tools) -> Result<()> {
    let advice = "install Node from nodejs.org, by nvm or from the distribution";
    let Some(answer) = project.command("node").args(["--version"]).probe() else {
        bail!("Node {} or newer is needed and `node` is not on the path: {advice}", tools.node);
    };
    let major =
        major_version(&answer).with_context(|| format!("`node --version` says {answer:?}"))?;
    ensure!(
        major >= tools.node,
        "Node {} or newer is needed, this is {answer}: {advice}",
        tools.node
    );
    ensure!(project.find("npm").is_some(), "`npm` is not on the path, though Node is: {advice}");
    Ok(())
}

/// The first number of an answer such as `v20.20.2`.
fn major_version(answer: &str) -> Option<u32> {
    answer.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs the packages of one npm project, exactly as its lock file says.
pub fn packages(project: &Project, folder: impl AsRef<Path>, reason: &str) -> Result<()> {
    let folder = folder.as_ref();
    let name = folder.display();
    let place = project.join(folder);
    let Ok(lock) = fs::read(place.join("package-lock.json")) else {
        say(&format!("{name} has no package-lock.json, so nothing of it is installed"));
        return Ok(());
    };
    let stamp = place.join(STAMP);
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say(&format!("npm ci in {name}: {reason}"));
    project
        .command("npm")
        .within(folder)
        .args(["ci", "--no-audit", "--no-fund"])
        // The browser is the distribution's.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .run()
        .with_context(|| {
            format!(
                "could not install the npm packages of {name}: it needs the npm registry, and a \
                 package-lock.json that agrees with package.json (`npm install` there makes it so)"
            )
        })?;
    // npm leaves the folder out when there is nothing to install.
    fs::create_dir_all(place.join("node_modules"))
        .and_then(|()| fs::write(&stamp, lock))
        .with_context(|| format!("cannot write {}", stamp.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        let table = [
            ("v20.20.2", Some(20)),
            ("v22.0.0\n", Some(22)),
            ("20.1.0", None),
            ("v", None),
            ("", None),
        ];
        for (answer, expected) in table {
            assert_eq!(major_version(answer), expected, "{answer:?}");
        }
    }
}
