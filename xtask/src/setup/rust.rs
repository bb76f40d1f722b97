//! What comes by rustup and from crates.io.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::say;
use crate::command::Project;
use crate::manifest::Tools;

/// The target of the packages.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// rustfmt and Clippy, which rustup's minimal profile leaves out.
pub fn components(project: &Project) -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if project.command("cargo").args([subcommand, "--version"]).probe().is_some() {
            continue;
        }
        say(&format!("adding {component}, for `cargo {subcommand}`"));
        rustup(project, &["component", "add", component])?;
    }
    Ok(())
}

/// The standard library for WebAssembly.
pub fn wasm_target(project: &Project) -> Result<()> {
    let question = project.command("rustc").args(["--print", "target-libdir", "--target", TARGET]);
    if question.probe().is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say(&format!("adding the Rust target {TARGET}, for the packages"));
    rustup(project, &["target", "add", TARGET])
}

fn rustup(project: &Project, arguments: &[&str]) -> Result<()> {
    project.command("rustup").args(arguments).run().with_context(|| {
        format!(
            "could not run `rustup {}`: it needs rustup and a network; \
             with a Rust of another origin, install the same from there",
            arguments.join(" ")
        )
    })
}

/// A program from crates.io.
struct CargoTool<'a> {
    name: &'static str,
    /// The program that is asked for its version.
    program: &'static str,
    version: &'a str,
    /// Whether its own lock file is followed.
    locked: bool,
    /// Whether it is compiled without much optimisation: for what runs for a second or two.
    quick: bool,
    reason: &'static str,
}

/// wasm-pack and the wasm-bindgen that belongs to the crate's.
pub fn cargo_tools(project: &Project, tools: &Tools) -> Result<()> {
    let wanted = [
        CargoTool {
            name: "wasm-pack",
            program: "wasm-pack",
            version: &tools.wasm_pack,
            locked: true,
            quick: false,
            reason: "makes the packages and runs their tests",
        },
        // Its lock file names a crate that is no longer to be had.
        CargoTool {
            name: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &tools.wasm_bindgen_cli,
            locked: false,
            quick: false,
            reason: "writes the JavaScript side of the packages",
        },
    ];
    wanted.iter().try_for_each(|tool| cargo_tool(project, tool))
}

/// What drives the fuzz targets.
pub fn fuzzer(project: &Project, tools: &Tools) -> Result<()> {
    let tool = CargoTool {
        name: "cargo-fuzz",
        program: "cargo-fuzz",
        version: &tools.cargo_fuzz,
        locked: true,
        quick: false,
        reason: "looks for texts that break the analyser",
    };
    cargo_tool(project, &tool)
}

/// The program that holds the Rust crates to the rules of `deny.toml`.
pub fn cargo_deny(project: &Project, tools: &Tools) -> Result<()> {
    let tool = CargoTool {
        name: "cargo-deny",
        program: "cargo-deny",
        version: &tools.cargo_deny,
        locked: true,
        quick: true,
        reason: "checks the licences and sources of the Rust crates",
    };
    cargo_tool(project, &tool)
}

/// The program that lists what is in a Rust program.
pub fn cargo_cyclonedx(project: &Project, tools: &Tools) -> Result<()> {
    let tool = CargoTool {
        name: "cargo-cyclonedx",
        program: "cargo-cyclonedx",
        version: &tools.cargo_cyclonedx,
        locked: true,
        quick: true,
        reason: "writes the bill of materials of a release",
    };
    cargo_tool(project, &tool)
}

fn cargo_tool(project: &Project, tool: &CargoTool) -> Result<()> {
    if has_version(project, tool) {
        return Ok(());
    }
    let &CargoTool { name, version, reason, .. } = tool;
    say(&format!(
        "compiling {name} {version} into .tools, which {reason}; this takes some minutes, once"
    ));
    let mut install = project
        .command("cargo")
        .args(["install", name, "--force", "--version", &format!("={version}"), "--root"])
        .args([project.join(".tools")])
        .args(tool.locked.then_some("--locked"));
    if tool.quick {
        for (setting, value) in [("LTO", "off"), ("OPT_LEVEL", "1"), ("CODEGEN_UNITS", "16")] {
            install = install.env(&format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
    }
    install.run().with_context(|| {
        format!(
            "could not install {name} {version}: it needs crates.io and a C compiler \
             (Debian and Ubuntu: apt-get install build-essential); \
             a {name} of just this version that is on the path is used as it is"
        )
    })?;
    ensure!(
        has_version(project, tool),
        "{name} {version} was installed, but `{} --version` does not answer with it",
        tool.program
    );
    Ok(())
}

fn has_version(project: &Project, tool: &CargoTool) -> bool {
    // Some subcommands of Cargo answer only when they are called as Cargo calls them.
    let subcommand = tool.name.strip_prefix("cargo-").filter(|_| tool.program == tool.name);
    let asked = [vec!["--version"], subcommand.into_iter().chain(["--version"]).collect()];
    asked.into_iter().any(|arguments| {
        let answer = project.command(tool.program).args(arguments).probe();
        answer.is_some_and(|answer| says_version(&answer, tool.version))
    })
}

/// Whether the answer to `--version`, such as `wasm-pack 0.15.1`, names just this version.
fn says_version(answer: &str, version: &str) -> bool {
    answer.split_whitespace().nth(1) == Some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_whole() {
        let table = [
            ("wasm-pack 0.15.1", "0.15.1", true),
            ("wasm-bindgen 0.2.130 (abcdef012)", "0.2.130", true),
            ("wasm-pack 0.15.10", "0.15.1", false),
            ("wasm-pack 0.15", "0.15.1", false),
            ("wasm-pack", "0.15.1", false),
            ("", "0.15.1", false),
        ];
        for (answer, version, expected) in table {
            assert_eq!(says_version(answer, version), expected, "{answer:?} and {version}");
        }
    }
}
