//! Runs other programs: from the project's folder, with its tools first on the path, and never
//! with a standard input to wait for.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use duct::Expression;

/// A program with its arguments, ready to run.
#[derive(Debug, Clone)]
pub struct Command {
    program: String,
    arguments: Vec<OsString>,
    directory: PathBuf,
    path: OsString,
    environment: Vec<(String, OsString)>,
}

impl Command {
    /// Adds arguments.
    #[must_use]
    pub fn args<I, S>(mut self, arguments: I) -> Self
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        self.arguments.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
        self
    }

    /// Sets one environment variable.
    #[must_use]
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.environment.push((name.to_owned(), value.as_ref().to_owned()));
        self
    }

    /// Runs in another folder, relative to the project's.
    #[must_use]
    pub fn within(mut self, folder: impl AsRef<Path>) -> Self {
        self.directory.push(folder);
        self
    }

    /// Runs to the end, its output shown; an error if it cannot start or fails.
    pub fn run(&self) -> Result<()> {
        self.expression()?.run().with_context(|| self.failure())?;
        Ok(())
    }

    /// Runs to the end and returns its standard output, trimmed; standard error is shown.
    pub fn read(&self) -> Result<String> {
        let output = self.expression()?.read().with_context(|| self.failure())?;
        Ok(output.trim().to_owned())
    }

    /// Like [`Command::read`], but silent and without a reason when it cannot be had: for asking
    /// whether something is there.
    #[must_use]
    pub fn probe(&self) -> Option<String> {
        let expression = self.expression().ok()?.stderr_null();
        Some(expression.read().ok()?.trim().to_owned())
    }

    /// Runs to the end, whatever becomes of it: whether it succeeded, and its standard output.
    pub fn outcome(&self) -> Result<(bool, String)> {
        let run = self.expression()?.stdout_capture().stderr_null().unchecked().run();
        let output = run.with_context(|| self.failure())?;
        Ok((output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned()))
    }

    /// The command as one would type it.
    #[must_use]
    pub fn line(&self) -> String {
        let mut line = self.program.clone();
        for argument in &self.arguments {
            line.push(' ');
            line.push_str(&argument.to_string_lossy());
        }
        line
    }

    fn failure(&self) -> String {
        format!("`{}` failed (in {})", self.line(), self.directory.display())
    }

    fn expression(&self) -> Result<Expression> {
        let program = which::which_in(&self.program, Some(&self.path), &self.directory)
            .with_context(|| format!("`{}` is not on the path", self.program))?;
        let mut expression = duct::cmd(program, &self.arguments)
            .dir(&self.directory)
            .stdin_null()
            .env("PATH", &self.path);
        for (name, value) in &self.environment {
            expression = expression.env(name, value);
        }
        Ok(expression)
    }
}

/// The checkout that is worked on.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
    path: OsString,
}

impl Project {
    /// The project that this program was built from.
    pub fn locate() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("the xtask crate lies at the top of the file system")?;
        Self::at(root)
    }

    /// The project in a given folder.
    pub fn at(root: &Path) -> Result<Self> {
        let own = [root.join(".tools/bin"), root.join("xtask/npm/node_modules/.bin")];
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(own.into_iter().chain(std::env::split_paths(&inherited)))
            .with_context(|| format!("{} cannot stand in PATH", root.display()))?;
        Ok(Self { root: root.to_owned(), path })
    }

    /// A copy of the project in another folder, worked on with the tools of this one.
    pub fn elsewhere(&self, root: &Path) -> Result<Self> {
        let root = root.canonicalize().with_context(|| format!("{} is missing", root.display()))?;
        Ok(Self { root, path: self.path.clone() })
    }

    /// The project's folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the project.
    #[must_use]
    pub fn join(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.root.join(inside)
    }

    /// A program to run in the project's folder.
    #[must_use]
    pub fn command(&self, program: &str) -> Command {
        Command {
            program: program.to_owned(),
            arguments: Vec::new(),
            directory: self.root.clone(),
            path: self.path.clone(),
            environment: Vec::new(),
        }
    }

    /// Where a program would be taken from, if it is there.
    #[must_use]
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        which::which_in(program, Some(&self.path), &self.root).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project() -> Project {
        Project::locate().expect("the checkout")
    }

    #[test]
    fn own_tools_come_first_on_the_path() {
        let project = project();
        let first = std::env::split_paths(&project.path).next();
        assert_eq!(first, Some(project.join(".tools/bin")));
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = project().command("no-such-program").run().expect_err("it is missing");
        assert_eq!(error.to_string(), "`no-such-program` is not on the path");
    }

    #[test]
    fn a_failing_program_is_quoted_as_typed() {
        let command = project().command("false").args(["--now"]);
        let error = command.read().expect_err("it fails");
        assert!(error.to_string().starts_with("`false --now` failed (in "));
    }

    #[test]
    fn an_outcome_is_told_even_of_a_failure() {
        let shell = |script: &str| project().command("sh").args(["-c", script]).outcome();
        assert_eq!(shell("echo one; exit 1").expect("it starts"), (false, "one\n".to_owned()));
        assert_eq!(shell("echo two").expect("it starts"), (true, "two\n".to_owned()));
    }

    #[test]
    fn output_is_trimmed() {
        let version = project().command("cargo").args(["--version"]).read().expect("cargo runs");
        assert!(version.starts_with("cargo ") && !version.ends_with('\n'));
    }
}
