//! Installs what the other commands need and a fresh machine lacks.
//!
//! Everything that can lie in the checkout does: programs in `.tools`, npm packages in
//! `node_modules`. Only the browser, its driver and a Chinese font come from the distribution.
//! What is already there, in the right version, is left alone, so a second run takes no time.

mod debian;
mod npm;
mod rust;

use anyhow::Result;

pub use debian::chromium;
pub use rust::{TARGET, cargo_cyclonedx, cargo_deny, fuzzer};

use crate::command::Project;
use crate::manifest::Manifest;

/// What is going to be done, and so what has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Nothing but Rust's own checks and tests.
    Rust,
    /// Building the packages and the site.
    Build,
    /// Running all tests.
    Test,
}

/// Installs what is missing for a purpose.
pub fn run(project: &Project, manifest: &Manifest, purpose: Purpose) -> Result<()> {
    rust::components(project)?;
    if purpose >= Purpose::Build {
        npm::node(project, &manifest.tools)?;
        rust::wasm_target(project)?;
        rust::cargo_tools(project, &manifest.tools)?;
        npm::packages(project, "xtask/npm", "wasm-opt, which optimises the packages")?;
        npm::packages(project, &manifest.site.project, "builds and checks the page")?;
    }
    if purpose >= Purpose::Test {
        debian::browser(project)?;
        npm::packages(project, "tests/browser", "drives the browser in tests of the page")?;
    }
    Ok(())
}

/// Says in one line what is being done.
fn say(what: &str) {
    println!("setup: {what}");
}
