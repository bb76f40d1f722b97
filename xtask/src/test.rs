//! `cargo xtask test`: every check of the project, one after the other, until one fails.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::build::{self, Mode};
use crate::check;
use crate::command::Project;
use crate::eval;
use crate::fuzz;
use crate::manifest::{Manifest, Runner};
use crate::setup::{self, Purpose, TARGET};
use crate::supply;

/// What became of a step that did not fail.
enum Outcome {
    Passed,
    /// Not done, and why.
    Skipped(String),
}

type Action<'a> = Box<dyn Fn(&Project) -> Result<Outcome> + 'a>;

/// One check.
struct Step<'a> {
    /// The word for `--only`.
    name: String,
    /// What it does, for its heading.
    title: String,
    /// What it needs; nothing but Rust makes it one of the quick ones.
    purpose: Purpose,
    action: Action<'a>,
}

/// A step that has been done.
struct Done {
    name: String,
    outcome: Outcome,
    time: Duration,
}

/// Runs the steps: the quick ones, those that are named, or all.
pub fn run(project: &Project, manifest: &Manifest, quick: bool, only: &[String]) -> Result<()> {
    let steps = chosen(steps(manifest), quick, only)?;
    let purpose = steps.iter().map(|step| step.purpose).max().unwrap_or(Purpose::Rust);
    println!("== setup: what the steps need");
    setup::run(project, manifest, purpose)?;

    let mut done = Vec::new();
    for (position, step) in steps.iter().enumerate() {
        println!("\n== {}: {}", step.name, step.title);
        let start = Instant::now();
        match (step.action)(project) {
            Ok(outcome) => {
                if let Outcome::Skipped(reason) = &outcome {
                    println!("skipped: {reason}");
                }
                done.push(Done { name: step.name.clone(), outcome, time: start.elapsed() });
            }
            Err(error) => {
                println!("{}", summary(&done, Some(&step.name), &steps[position + 1..]));
                return Err(error.context(format!("the step `{}` failed", step.name)));
            }
        }
    }
    println!("{}", summary(&done, None, &[]));
    Ok(())
}

fn chosen<'a>(steps: Vec<Step<'a>>, quick: bool, only: &[String]) -> Result<Vec<Step<'a>>> {
    let known: Vec<&str> = steps.iter().map(|step| step.name.as_str()).collect();
    for name in only {
        ensure!(
            known.contains(&name.as_str()),
            "no step is called `{name}`; the steps are {}",
            known.join(", ")
        );
    }
    let wanted = |step: &Step| {
        let named = only.is_empty() || only.contains(&step.name);
        named && !(quick && step.purpose > Purpose::Rust)
    };
    Ok(steps.into_iter().filter(wanted).collect())
}

/// What was done, in how much time, and the closing line of counts.
fn summary(done: &[Done], failed: Option<&str>, left: &[Step]) -> String {
    let done_line = |Done { name, outcome, time }: &Done| {
        let seconds = time.as_secs();
        match outcome {
            Outcome::Passed => format!("passed   {seconds:4} s  {name}"),
            Outcome::Skipped(reason) => format!("skipped  {seconds:4} s  {name}: {reason}"),
        }
    };
    let mut lines = vec![String::new(), "== summary".to_owned()];
    lines.extend(done.iter().map(done_line));
    lines.extend(failed.map(|name| format!("failed           {name}")));
    lines.extend(left.iter().map(|step| format!("not run          {}", step.name)));

    let skipped = done.iter().filter(|one| matches!(one.outcome, Outcome::Skipped(_))).count();
    let mut counts =
        format!("{} passed, {} failed", done.len() - skipped, u8::from(failed.is_some()));
    if skipped > 0 {
        counts = format!("{counts}, {skipped} skipped");
    }
    lines.push(counts);
    lines.join("\n")
}

fn steps(manifest: &Manifest) -> Vec<Step<'_>> {
    let mut steps = native_steps();
    steps.extend(wasm_steps(manifest));
    steps.extend(page_steps(manifest));
    steps
}

fn native_steps() -> Vec<Step<'static>> {
    vec![
        step("format", "cargo fmt", Purpose::Rust, |project| cargo(project, "fmt --all --check")),
        step("clippy", "no warning of Clippy, natively", Purpose::Rust, |project| {
            cargo(project, "clippy --workspace --all-targets --locked -- -D warnings")
        }),
        step("doc", "no warning of rustdoc", Purpose::Rust, |project| {
            // The command line goes second: its pages and the library's have the same name, and
            // together they would be written over each other.
            for packages in [
                ["--workspace", "--exclude", "cifeng-cli"].as_slice(),
                &["--package", "cifeng-cli"],
            ] {
                let command = project.command("cargo").args(["doc", "--no-deps", "--locked"]);
                command.args(packages).env("RUSTDOCFLAGS", "-D warnings").run()?;
            }
            Ok(Outcome::Passed)
        }),
        step("native", "the tests on this machine", Purpose::Rust, |project| {
            cargo(project, "test --workspace --locked")
        }),
        step("lexicon", "the lexicon and its examples", Purpose::Rust, |project| {
            check::run(project.root(), &[])?;
            Ok(Outcome::Passed)
        }),
    ]
}

fn wasm_steps(manifest: &Manifest) -> Vec<Step<'_>> {
    let lint = "no warning of Clippy, for WebAssembly";
    let mut steps = vec![step("clippy-wasm", lint, Purpose::Build, |project| {
        for targets in ["cifeng --lib", "cifeng-wasm-tests --tests"] {
            let arguments = format!("--package {targets} --target {TARGET} --locked");
            cargo(project, &format!("clippy {arguments} -- -D warnings"))?;
        }
        Ok(Outcome::Passed)
    })];
    for (test, settings) in &manifest.tests {
        let title = format!("the JavaScript boundary in {}", settings.runner.name());
        steps.push(step(&format!("wasm-{test}"), &title, Purpose::Test, move |project| {
            wasm_test(project, test, settings.runner)
        }));
    }
    steps
}

fn page_steps(manifest: &Manifest) -> Vec<Step<'_>> {
    vec![
        step("build", "packages and site, within their budgets", Purpose::Build, |project| {
            build::run(project, manifest, Mode::Manifest)?;
            Ok(Outcome::Passed)
        }),
        step("page", "linter, types, format and units of the page", Purpose::Build, |project| {
            let scripts = ["lint", "typecheck", "format:check", "test"];
            npm_scripts(project, &manifest.site.project, &scripts, &[])
        }),
        step("browser", "the built page in a browser", Purpose::Test, |project| {
            npm_scripts(project, Path::new("tests/browser"), &["test"], &browser_tests(project)?)
        }),
        step("fuzz", "each fuzz target for some seconds", Purpose::Test, |project| {
            fuzz::run(project, manifest, &fuzz::Args::brief())?;
            Ok(Outcome::Passed)
        }),
        step(
            "supply",
            "licences, sources and duplicates of dependencies",
            Purpose::Build,
            |project| {
                supply::check(project, manifest)?;
                Ok(Outcome::Passed)
            },
        ),
        step("advisories", "known vulnerabilities of dependencies", Purpose::Build, |project| {
            let unreached = supply::advisories(project, manifest)?;
            Ok(if unreached.is_empty() {
                Outcome::Passed
            } else {
                Outcome::Skipped(unreached.join("; "))
            })
        }),
        step("gold", "the floors of agreement with annotated texts", Purpose::Rust, |_| {
            eval::check()?;
            Ok(Outcome::Passed)
        }),
    ]
}

fn step<'a>(
    name: &str,
    title: &str,
    purpose: Purpose,
    action: impl Fn(&Project) -> Result<Outcome> + 'a,
) -> Step<'a> {
    Step { name: name.to_owned(), title: title.to_owned(), purpose, action: Box::new(action) }
}

fn cargo(project: &Project, arguments: &str) -> Result<Outcome> {
    project.command("cargo").args(arguments.split(' ')).run()?;
    Ok(Outcome::Passed)
}

/// Runs one file of WebAssembly tests by wasm-pack.
fn wasm_test(project: &Project, test: &str, runner: Runner) -> Result<Outcome> {
    let flags: &[&str] = match runner {
        Runner::Chrome => &["--headless", "--chrome"],
        Runner::Node => &["--node"],
    };
    project
        .command("wasm-pack")
        .args(["test", "--mode", "no-install"])
        .args(flags)
        .args(["tests/wasm", "--locked", "--test", test])
        // Seconds for one test; an unoptimised build reads the dictionary slowly.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .run()?;
    Ok(Outcome::Passed)
}

/// What the browser tests have to be told: where the browser is, and the command line that they
/// compare the page with.
fn browser_tests(project: &Project) -> Result<Vec<(&'static str, PathBuf)>> {
    let chromium = setup::chromium(project).context("there is no Chromium on the path")?;
    let command_line = ["--package", "cifeng-cli", "--locked"];
    project.command("cargo").args(["build"]).args(command_line).run()?;
    let metadata = ["metadata", "--no-deps", "--locked", "--format-version", "1"];
    let metadata: Value = serde_json::from_str(&project.command("cargo").args(metadata).read()?)?;
    let target = metadata["target_directory"].as_str().context("cargo tells no target folder")?;
    let program = Path::new(target).join("debug").join("cifeng");
    Ok(vec![("CHROMIUM_PATH", chromium), ("CIFENG_BIN", program)])
}

/// Runs scripts of an npm project, one after the other.
fn npm_scripts(
    project: &Project,
    folder: &Path,
    scripts: &[&str],
    environment: &[(&str, PathBuf)],
) -> Result<Outcome> {
    if !project.join(folder).join("package.json").is_file() {
        return Ok(Outcome::Skipped(format!("{} has no package.json", folder.display())));
    }
    for script in scripts {
        let mut command = project.command("npm").within(folder).args(["run", script]);
        for (name, value) in environment {
            command = command.env(name, value);
        }
        command.run()?;
    }
    Ok(Outcome::Passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn idle(name: &str, purpose: Purpose) -> Step<'static> {
        step(name, "does nothing", purpose, |_| Ok(Outcome::Passed))
    }

    fn some() -> Vec<Step<'static>> {
        vec![
            idle("format", Purpose::Rust),
            idle("build", Purpose::Build),
            idle("browser", Purpose::Test),
        ]
    }

    #[test]
    fn steps_are_chosen_by_name_and_by_what_they_need() {
        let table: [(bool, &[&str], &[&str]); 4] = [
            (false, &[], &["format", "build", "browser"]),
            (true, &[], &["format"]),
            (false, &["browser", "format"], &["format", "browser"]),
            (true, &["browser"], &[]),
        ];
        for (quick, only, expected) in table {
            let only: Vec<String> = only.iter().map(|&name| name.to_owned()).collect();
            let steps = chosen(some(), quick, &only).expect("all are known");
            let names: Vec<&str> = steps.iter().map(|step| step.name.as_str()).collect();
            assert_eq!(names, expected);
        }
        let error = chosen(some(), false, &["bench".to_owned()]).err().expect("it is unknown");
        assert_eq!(
            error.to_string(),
            "no step is called `bench`; the steps are format, build, browser"
        );
    }

    #[test]
    fn the_summary_ends_with_the_counts() {
        let done = |name: &str, outcome| Done {
            name: name.to_owned(),
            outcome,
            time: Duration::from_secs(3),
        };
        let some_done =
            [done("format", Outcome::Passed), done("gold", Outcome::Skipped("no gold".to_owned()))];
        let table = [
            (summary(&some_done[..1], None, &[]), "\npassed      3 s  format\n1 passed, 0 failed"),
            (
                summary(&some_done, None, &[]),
                "\nskipped     3 s  gold: no gold\n1 passed, 0 failed, 1 skipped",
            ),
            (
                summary(&[], Some("clippy"), &some()[..1]),
                "\nfailed           clippy\nnot run          format\n0 passed, 1 failed",
            ),
        ];
        for (text, end) in table {
            assert!(text.ends_with(end), "{text}");
        }
    }
}
