//! Where things are, as cargo tells it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::command;

/// The package that holds the browser tests.
pub(crate) const BROWSER_TESTS: &str = "browser-tests";

/// The workspace that this task runner belongs to.
pub(crate) struct Workspace {
    /// The folder of the root `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, wherever the environment or a configuration puts it.
    pub(crate) cargo_target: PathBuf,
    packages: Vec<Package>,
}

/// The part of `cargo metadata` that is read here.
#[derive(Deserialize)]
struct Metadata {
    workspace_root: PathBuf,
    target_directory: PathBuf,
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    targets: Vec<Target>,
}

/// One thing that cargo builds: a library, a test, ….
#[derive(Deserialize)]
pub(crate) struct Target {
    pub(crate) name: String,
    kind: Vec<String>,
    pub(crate) src_path: PathBuf,
}

impl Workspace {
    /// Asks cargo.
    pub(crate) fn find() -> Result<Workspace> {
        // Cargo names this package's folder when it runs us, wherever the clone has moved to.
        let here = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let answer =
            command::output(cargo_in(&here).args(["metadata", "--no-deps", "--format-version", "1"]))?;
        let metadata: Metadata = serde_json::from_str(&answer).context("the answer of `cargo metadata`")?;
        Ok(Workspace {
            root: metadata.workspace_root,
            cargo_target: metadata.target_directory,
            packages: metadata.packages,
        })
    }

    /// `cargo`, to be run in the root.
    pub(crate) fn cargo(&self) -> Command {
        cargo_in(&self.root)
    }

    /// Another program, to be run in the root.
    pub(crate) fn program(&self, name: &str) -> Command {
        let mut program = Command::new(name);
        program.current_dir(&self.root);
        program
    }

    /// A file or folder of the repository.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Where cargo keeps what it brings, if that can be told.
    pub(crate) fn cargo_home() -> Option<PathBuf> {
        let home = env::var_os("CARGO_HOME").map(PathBuf::from);
        home.or_else(|| Some(env::home_dir()?.join(".cargo")))
    }

    /// Where cargo keeps the sources of dependencies, if it can be told.
    pub(crate) fn cargo_sources() -> Option<PathBuf> {
        Self::cargo_home().map(|home| home.join("registry/src"))
    }

    /// The finished site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// A place for a step's output and stamps. It lies in the repository, whatever cargo's target
    /// folder is, because `dist/` is swapped by renaming, which cannot cross file systems.
    pub(crate) fn workshop(&self, name: &str) -> PathBuf {
        self.path("target/xtask").join(name)
    }

    /// The test targets of the browser tests' package.
    pub(crate) fn browser_tests(&self) -> impl Iterator<Item = &Target> {
        let package = self.packages.iter().find(|package| package.name == BROWSER_TESTS);
        package
            .into_iter()
            .flat_map(|package| &package.targets)
            .filter(|target| target.kind.iter().any(|kind| kind == "test"))
    }
}

fn cargo_in(folder: &Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(folder);
    cargo
}
