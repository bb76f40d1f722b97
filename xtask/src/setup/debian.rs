//! What comes from the distribution: a browser, its driver and a font with Chinese characters.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use super::say;
use crate::command::Project;

/// The names under which a Chromium goes.
const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The names under which a Firefox goes.
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];

/// Something that the tests need, and the packages that bring it.
struct Part {
    what: &'static str,
    debian: &'static str,
    ubuntu: &'static str,
    present: fn(&Project) -> bool,
}

const PARTS: [Part; 4] = [
    Part {
        what: "Chromium, in which the page is tested",
        debian: "chromium",
        ubuntu: "chromium-browser",
        present: |project| chromium(project).is_some(),
    },
    Part {
        what: "chromedriver, by which wasm-pack drives it",
        debian: "chromium-driver",
        ubuntu: "chromium-chromedriver",
        present: |project| project.find("chromedriver").is_some(),
    },
    Part {
        what: "Firefox, in which the page is walked through as well",
        debian: "firefox-esr",
        ubuntu: "firefox",
        present: |project| FIREFOXES.iter().any(|name| project.find(name).is_some()),
    },
    Part {
        what: "a font with Chinese characters, for readable screenshots",
        debian: "fonts-noto-cjk",
        ubuntu: "fonts-noto-cjk",
        present: |project| {
            let fonts = project.command("fc-list").args([":lang=zh", "family"]).probe();
            fonts.is_some_and(|families| !families.is_empty())
        },
    },
];

/// Where the browser is, if it is there.
#[must_use]
pub fn chromium(project: &Project) -> Option<PathBuf> {
    BROWSERS.iter().find_map(|name| project.find(name))
}

/// Installs the browser, its driver and the font, by apt-get.
pub fn browser(project: &Project) -> Result<()> {
    let missing: Vec<&Part> = PARTS.iter().filter(|part| !(part.present)(project)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let ubuntu = is_ubuntu(&release);
    let packages: Vec<&str> =
        missing.iter().map(|part| if ubuntu { part.ubuntu } else { part.debian }).collect();
    for (part, package) in missing.iter().zip(&packages) {
        say(&format!("apt-get install {package}: {}", part.what));
    }
    let by_hand = format!("apt-get update && apt-get install -y {}", packages.join(" "));
    ensure!(
        project.find("apt-get").is_some(),
        "this system has no apt-get: install by its own means what Debian has as {}, \
         so that a chromium and chromedriver are on the path",
        packages.join(", ")
    );
    let install =
        ["install", "-y", "--no-install-recommends"].into_iter().chain(packages.iter().copied());
    let attempt = apt_get(project, ["update"]).and_then(|()| apt_get(project, install));
    attempt
        .with_context(|| format!("could not install packages; as root, run by hand: {by_hand}"))?;

    let absent: Vec<&str> =
        missing.iter().filter(|part| !(part.present)(project)).map(|part| part.what).collect();
    ensure!(
        absent.is_empty(),
        "apt-get succeeded, but still missing is: {}; as root, run by hand: {by_hand}",
        absent.join("; ")
    );
    Ok(())
}

/// Runs apt-get as root: as we are, or by a sudo that asks nothing.
fn apt_get<'a>(project: &Project, arguments: impl IntoIterator<Item = &'a str>) -> Result<()> {
    let root = project.command("id").args(["-u"]).probe().is_some_and(|id| id == "0");
    let command = if root {
        project.command("env")
    } else {
        let sudo = project.command("sudo").args(["-n", "env"]);
        ensure!(
            sudo.clone().args(["true"]).probe().is_some(),
            "neither root nor a sudo that needs no password"
        );
        sudo
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]).args(arguments).run()
}

/// Whether the text of `/etc/os-release` is Ubuntu's, whose Chromium packages have other names.
fn is_ubuntu(release: &str) -> bool {
    release.lines().any(|line| matches!(line.trim(), "ID=ubuntu" | "ID=\"ubuntu\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distributions_are_told_apart() {
        let table = [
            ("NAME=\"Debian GNU/Linux\"\nID=debian\n", false),
            ("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n", true),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", false),
            ("", false),
        ];
        for (release, expected) in table {
            assert_eq!(is_ubuntu(release), expected, "{release:?}");
        }
    }
}
