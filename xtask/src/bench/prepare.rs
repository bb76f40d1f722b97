//! Builds the measuring programs, writes the inputs, and installs the peers.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::measurement::Expected;
use super::{Part, say};
use crate::command::{Command, Project};

/// Everything that is ready to be measured.
#[derive(Debug)]
pub struct Bench<'a> {
    /// The checkout.
    pub project: &'a Project,
    /// What must be found in the inputs.
    pub expected: Expected,
    /// The folder of the inputs, of what is built for the measurements, and of Python's packages.
    folder: PathBuf,
    /// Cargo's target folder.
    target: PathBuf,
}

impl<'a> Bench<'a> {
    /// Prepares what some parts need.
    pub fn prepare(project: &'a Project, parts: &[Part]) -> Result<Self> {
        let metadata = ["metadata", "--no-deps", "--locked", "--format-version", "1"];
        let metadata = project.command("cargo").args(metadata).read()?;
        let metadata: Value = serde_json::from_str(&metadata)?;
        let target =
            metadata["target_directory"].as_str().context("cargo tells no target folder")?;
        let target = PathBuf::from(target);
        let folder = target.join("bench");
        let mut bench = Self { project, expected: Expected::default(), folder, target };

        say("building the native measurements and the command line");
        let packages = ["--package", "cifeng-bench", "--package", "cifeng-cli"];
        bench.cargo(["build", "--release"]).args(packages).run()?;
        say("writing the inputs and counting what is in them");
        bench.program("cifeng-bench").args(["prepare"]).args([&bench.folder]).run()?;
        bench.expected = Expected::read(&bench.folder)?;

        let wants = |part| parts.contains(&part);
        if wants(Part::Node) || wants(Part::Chromium) || wants(Part::Sizes) {
            bench.npm_packages()?;
        }
        if wants(Part::Limit) {
            bench.limit("nodejs", "limit-node")?;
            bench.limit("web", "limit-web")?;
        }
        if wants(Part::Cli) {
            bench.python_packages()?;
        }
        Ok(bench)
    }

    /// Cargo, by the lock file.
    #[must_use]
    pub fn cargo<const N: usize>(&self, arguments: [&str; N]) -> Command {
        self.project.command("cargo").args(arguments).args(["--locked"])
    }

    /// A program of the workspace, built for speed.
    #[must_use]
    pub fn program(&self, name: &str) -> Command {
        self.project.command(&self.place_of(name).to_string_lossy())
    }

    /// Where it is.
    #[must_use]
    pub fn place_of(&self, name: &str) -> PathBuf {
        self.target.join("release").join(name)
    }

    /// A script of `bench/wasm`, which is told the folder of inputs.
    #[must_use]
    pub fn script(&self, name: &str) -> Command {
        let flags = ["--expose-gc".to_owned(), format!("bench/wasm/{name}")];
        self.project.command("node").args(flags).args([&self.folder])
    }

    /// Python with the packages of `bench/cli`.
    #[must_use]
    pub fn python(&self, script: &str) -> Command {
        let python = self.inputs("python").join("bin/python");
        self.project.command(&python.to_string_lossy()).args([format!("bench/cli/{script}")])
    }

    /// A file or folder beside the inputs.
    #[must_use]
    pub fn inputs(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn npm_packages(&self) -> Result<()> {
        let peers = Path::new("bench/wasm");
        let lock = fs::read(self.project.join(peers).join("package-lock.json"))
            .context("cannot read the lock file of bench/wasm")?;
        let stamp = self.project.join(peers).join("node_modules/.installed-lock.json");
        if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
            return Ok(());
        }
        say("npm ci in bench/wasm: jieba-wasm, the peer in JavaScript");
        let arguments = ["ci", "--no-audit", "--no-fund"];
        self.project.command("npm").within(peers).args(arguments).run()?;
        fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
    }

    fn limit(&self, target: &str, folder: &str) -> Result<()> {
        say(&format!("building the bare pass for {target}"));
        let arguments = ["build", "bench/limit", "--mode", "no-install", "--release", "--target"];
        let command = self.project.command("wasm-pack").args(arguments).args([target]);
        let command = command.args(["--no-pack", "--out-name", "limit", "--out-dir"]);
        command.args([self.inputs(folder)]).args(["--", "--locked"]).run()
    }

    fn python_packages(&self) -> Result<()> {
        let requirements = "bench/cli/requirements.txt";
        let wanted = fs::read(self.project.join(requirements)).context(requirements)?;
        let stamp = self.inputs("python").join("installed.txt");
        if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(());
        }
        say("pip install: jieba, the peer in Python");
        let venv = self.project.command("python3").args(["-m", "venv", "--clear"]);
        venv.args([self.inputs("python")]).run().context("Python 3 with venv is needed")?;
        let python = self.inputs("python").join("bin/python");
        let pip = self.project.command(&python.to_string_lossy()).args(["-m", "pip"]);
        pip.args(["install", "--quiet", "--requirement", requirements]).run()?;
        fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))
    }
}
