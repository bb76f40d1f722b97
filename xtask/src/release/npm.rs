//! The npm packages: packed by npm, installed from the file into an empty project, and run.

use anyhow::{Context, Result, ensure};

use super::{MARKERS, Release, TEXT};
use crate::manifest::{Manifest, Target};

/// Packs every package of the manifest.
pub fn pack(release: &Release, manifest: &Manifest) -> Result<()> {
    for (name, package) in &manifest.packages {
        let packed = release
            .project
            .command("npm")
            .within(&package.out_dir)
            .args(["pack", "--silent", "--pack-destination"])
            .args([&release.folder])
            .read()?;
        let packed = release.folder.join(packed.lines().last().unwrap_or_default());
        // Both packages are called cifeng: which is for what stands in the file's name.
        let file = release.folder.join(format!("cifeng-{name}-{}.tgz", release.version));
        std::fs::rename(&packed, &file)
            .with_context(|| format!("cannot rename {}", packed.display()))?;

        let empty = release.empty(&format!("npm-{name}"))?;
        super::write(&empty.join("package.json"), r#"{"private":true,"type":"module"}"#)?;
        super::write(&empty.join("try.mjs"), script(package.target))?;
        let install = ["install", "--offline", "--no-audit", "--no-fund", "--silent"];
        release.project.command("npm").within(&empty).args(install).args([&file]).run()?;
        let found =
            release.project.command("node").within(&empty).args(["try.mjs", TEXT]).read()?;
        ensure!(found == MARKERS.join(" "), "the package for {name} finds `{found}`");
        println!("release: cifeng-{name}-{}.tgz installs and finds {found}", release.version);
    }
    Ok(())
}

/// What a user writes, to the letter of the README.
fn script(target: Target) -> &'static str {
    match target {
        Target::Nodejs => {
            r#"import { readFileSync } from "node:fs";
import { Analyzer } from "cifeng";
const dictionary = readFileSync(new URL("dictionary.txt", import.meta.resolve("cifeng")));
const report = new Analyzer(dictionary).analyze(process.argv[2]);
console.log(report.findings.map(({ text }) => text).join(" "));
"#
        }
        // What `init()` fetches in a browser is read here.
        Target::Web => {
            r#"import { readFileSync } from "node:fs";
import { Analyzer, initSync } from "cifeng";
const file = (name) => readFileSync(new URL(name, import.meta.resolve("cifeng")));
initSync({ module: file("cifeng_bg.wasm") });
const report = new Analyzer(file("dictionary.txt")).analyze(process.argv[2]);
console.log(report.findings.map(({ text }) => text).join(" "));
"#
        }
    }
}
