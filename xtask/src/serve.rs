//! `cargo xtask serve`: builds the site and shows it in a browser.

use anyhow::{Result, ensure};

use crate::build::{self, Mode};
use crate::command::Project;
use crate::manifest::Manifest;

/// Builds, then serves the site until interrupted.
pub fn run(project: &Project, manifest: &Manifest, port: u16, open: bool) -> Result<()> {
    build::run(project, manifest, Mode::Manifest)?;
    let site = &manifest.site;
    ensure!(
        project.join(&site.project).join("package.json").is_file(),
        "there is no page to serve: {} has no package.json",
        site.project.display()
    );
    let mut server = project
        .command("npm")
        .within(&site.project)
        .args(["run", "preview", "--", "--host", "127.0.0.1", "--strictPort", "--port"])
        .args([port.to_string()]);
    if open && has_display() {
        server = server.args(["--open"]);
    }
    println!("serve: http://127.0.0.1:{port}/ (Ctrl-C ends it)");
    server.run()
}

/// Whether there is a desktop on which a browser could open.
fn has_display() -> bool {
    cfg!(any(target_os = "macos", windows))
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some())
}
