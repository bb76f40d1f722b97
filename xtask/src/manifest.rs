//! `wasm-pack.toml`, the build manifest.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};

/// The name of the file, at the top of the project.
pub const FILE: &str = "wasm-pack.toml";

/// Everything that the file says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Versions of the tools.
    pub tools: Tools,
    /// The packages by name.
    pub packages: BTreeMap<String, Package>,
    /// Files that are copied into every package.
    pub assets: Vec<Asset>,
    /// The reasons of the lexicon's rules, which are compiled with it.
    pub explanations: Written,
    /// The static site.
    pub site: Site,
    /// Where the WebAssembly tests run, by the name of the file in `tests/wasm/tests`.
    pub tests: BTreeMap<String, WasmTest>,
}

/// Versions of the tools: exact, but for Node.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Tools {
    /// The lowest major version of Node.
    pub node: u32,
    /// wasm-pack, from crates.io.
    pub wasm_pack: String,
    /// wasm-bindgen-cli, from crates.io; equals wasm-bindgen in `Cargo.lock`.
    pub wasm_bindgen_cli: String,
    /// cargo-deny, from crates.io.
    pub cargo_deny: String,
    /// cargo-cyclonedx, from crates.io.
    pub cargo_cyclonedx: String,
    /// binaryen, from npm, for wasm-opt; equals the lock file in `xtask/npm`.
    pub binaryen: String,
    /// cargo-fuzz, from crates.io.
    pub cargo_fuzz: String,
}

/// One package that wasm-pack makes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Package {
    /// For which kind of program.
    pub target: Target,
    /// Its folder, relative to the project.
    pub out_dir: PathBuf,
    /// How it is compiled, unless `--dev` is asked for.
    pub profile: Profile,
    /// Features of the crate.
    pub features: Vec<String>,
    /// The most that its `.wasm` file may take.
    pub budget: Size,
}

/// wasm-pack's targets that this project knows how to load.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Target {
    /// An ES module for browsers.
    Web,
    /// A `CommonJS` module for Node.
    Nodejs,
}

impl Target {
    /// The name that wasm-pack uses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Nodejs => "nodejs",
        }
    }
}

/// wasm-pack's profiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// Optimised, by wasm-opt too.
    Release,
    /// Quick to build, large and slow.
    Dev,
    /// Optimised, with names.
    Profiling,
}

impl Profile {
    /// wasm-pack's flag for it.
    #[must_use]
    pub fn flag(self) -> &'static str {
        match self {
            Self::Release => "--release",
            Self::Dev => "--dev",
            Self::Profiling => "--profiling",
        }
    }
}

/// A file that is copied into every package.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asset {
    /// Where it lies, relative to the project.
    pub source: PathBuf,
    /// Its name in the package.
    pub file: String,
    /// The most that it may take.
    pub budget: Size,
}

/// A file that is written into every package.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// Its name in the package.
    pub file: String,
    /// The most that it may take.
    pub budget: Size,
}

/// The static site.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Site {
    /// Its npm project, relative to the Cargo project.
    pub project: PathBuf,
    /// Where its build leaves it.
    pub out_dir: PathBuf,
    /// The most that all its files may take together.
    pub budget: Size,
    /// The whole tool in one file, which the same build makes.
    pub single: Single,
}

/// The whole tool in one file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Single {
    /// The file, relative to the Cargo project.
    pub file: PathBuf,
    /// The most that it may take.
    pub budget: Size,
}

/// One run of the WebAssembly tests.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WasmTest {
    /// What runs it.
    pub runner: Runner,
}

/// What runs a WebAssembly test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Runner {
    /// Headless Chromium by way of chromedriver.
    Chrome,
    /// Node.
    Node,
}

impl Runner {
    /// What to call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chrome => "Chromium",
            Self::Node => "Node",
        }
    }
}

/// Bytes of something, as it is and compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Size {
    /// Bytes as they are.
    pub raw: u64,
    /// Bytes after brotli at its highest level.
    pub brotli: u64,
}

impl std::ops::AddAssign for Size {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.brotli += other.brotli;
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes ({} brotli)", self.raw, self.brotli)
    }
}

impl Manifest {
    /// Reads the manifest of the project in a folder and compares its versions with the lock files.
    pub fn load(root: &Path) -> Result<Self> {
        let manifest = Self::parse(&read(&root.join(FILE))?)?;
        let in_cargo = locked_crate(&read(&root.join("Cargo.lock"))?, "wasm-bindgen")?;
        same_version(
            "wasm-bindgen-cli",
            &manifest.tools.wasm_bindgen_cli,
            "Cargo.lock",
            &in_cargo,
        )?;
        let lock = "xtask/npm/package-lock.json";
        let in_npm = locked_npm_package(&read(&root.join(lock))?, "binaryen")?;
        same_version("binaryen", &manifest.tools.binaryen, lock, &in_npm)?;
        Ok(manifest)
    }

    fn parse(text: &str) -> Result<Self> {
        let manifest: Self =
            toml::from_str(text).with_context(|| format!("{FILE} is not as expected"))?;
        ensure!(!manifest.packages.is_empty(), "{FILE} names no package");
        Ok(manifest)
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn same_version(tool: &str, wanted: &str, lock: &str, locked: &str) -> Result<()> {
    ensure!(
        wanted == locked,
        "{FILE} asks for {tool} {wanted}, but {lock} has {locked}: give both the same version"
    );
    Ok(())
}

/// The version of a crate in the text of a `Cargo.lock`.
fn locked_crate(lock: &str, name: &str) -> Result<String> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Locked>,
    }
    #[derive(Deserialize)]
    struct Locked {
        name: String,
        version: String,
    }
    let lock: Lock = toml::from_str(lock).context("Cargo.lock is not as expected")?;
    let mut versions = lock.package.into_iter().filter(|package| package.name == name);
    match (versions.next(), versions.next()) {
        (Some(only), None) => Ok(only.version),
        (None, _) => bail!("Cargo.lock has no {name}"),
        (Some(one), Some(other)) => {
            bail!("Cargo.lock has {name} twice: {} and {}", one.version, other.version)
        }
    }
}

/// The version of a package in the text of a `package-lock.json`.
fn locked_npm_package(lock: &str, name: &str) -> Result<String> {
    let lock: serde_json::Value =
        serde_json::from_str(lock).context("package-lock.json is not JSON")?;
    lock["packages"][format!("node_modules/{name}")]["version"]
        .as_str()
        .map(str::to_owned)
        .with_context(|| format!("package-lock.json has no {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Project;

    const SMALL: &str = r#"
        [tools]
        node = 20
        wasm-pack = "0.15.1"
        wasm-bindgen-cli = "0.2.130"
        cargo-deny = "0.20.2"
        cargo-cyclonedx = "0.5.9"
        binaryen = "132.0.0"
        cargo-fuzz = "0.13.2"
        [packages.web]
        target = "web"
        out-dir = "pkg/web"
        profile = "release"
        features = []
        budget = { raw = 1_000, brotli = 100 }
        [[assets]]
        source = "words.txt"
        file = "dictionary.txt"
        budget = { raw = 10, brotli = 1 }
        [explanations]
        file = "explanations.bin"
        budget = { raw = 10, brotli = 1 }
        [site]
        project = "www"
        out-dir = "www/dist"
        budget = { raw = 10, brotli = 1 }
        [site.single]
        file = "www/tool.html"
        budget = { raw = 10, brotli = 1 }
        [tests.worker]
        runner = "chrome"
    "#;

    #[test]
    fn the_project_s_own_manifest_agrees_with_its_lock_files() {
        let project = Project::locate().expect("the checkout");
        let root = project.root();
        let manifest = Manifest::load(root).expect("wasm-pack.toml is valid");
        for test in manifest.tests.keys() {
            let file = root.join("tests/wasm/tests").join(test).with_extension("rs");
            assert!(file.is_file(), "{} is missing", file.display());
        }
        for asset in &manifest.assets {
            assert!(root.join(&asset.source).is_file(), "{} is missing", asset.source.display());
        }
    }

    #[test]
    fn a_manifest_is_read_whole() {
        let manifest = Manifest::parse(SMALL).expect("it is valid");
        let web = &manifest.packages["web"];
        assert_eq!((web.target.name(), web.profile.flag()), ("web", "--release"));
        assert_eq!(web.budget, Size { raw: 1_000, brotli: 100 });
        assert_eq!(manifest.tests["worker"].runner, Runner::Chrome);
    }

    #[test]
    fn mistakes_are_named() {
        let table = [
            (
                "unknown key",
                SMALL.replace("node = 20", "node = 20\nbun = 1"),
                "unknown field `bun`",
            ),
            (
                "unknown target",
                SMALL.replace("target = \"web\"", "target = \"deno\""),
                "unknown variant `deno`",
            ),
            ("unknown profile", SMALL.replace("\"release\"", "\"fast\""), "unknown variant `fast`"),
            (
                "missing budget",
                SMALL.replace("budget = { raw = 1_000, brotli = 100 }", ""),
                "missing field `budget`",
            ),
            ("half a budget", SMALL.replace(", brotli = 100", ""), "missing field `brotli`"),
        ];
        for (name, text, reason) in table {
            let error = format!("{:#}", Manifest::parse(&text).expect_err(name));
            assert!(error.contains(reason), "{name}: {error}");
        }
    }

    #[test]
    fn lock_files_are_read() {
        let cargo = "version = 4\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n[[package]]\nname = \"b\"\nversion = \"2.0.0\"\n";
        assert_eq!(locked_crate(cargo, "b").expect("b is there"), "2.0.0");
        assert!(locked_crate(cargo, "c").is_err());
        assert!(locked_crate(&cargo.replace("\"a\"", "\"b\""), "b").is_err());

        let npm = r#"{"packages":{"":{},"node_modules/binaryen":{"version":"132.0.0"}}}"#;
        assert_eq!(locked_npm_package(npm, "binaryen").expect("it is there"), "132.0.0");
        assert!(locked_npm_package(npm, "vite").is_err());
    }

    #[test]
    fn differing_versions_are_both_told() {
        let error = same_version("binaryen", "1.0.0", "package-lock.json", "2.0.0")
            .expect_err("they differ");
        let message = error.to_string();
        assert!(
            message.contains("1.0.0") && message.contains("package-lock.json has 2.0.0"),
            "{message}"
        );
    }
}
