//! Brings what a build needs and a machine with only cargo, rustup, Node and npm lacks.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{self, NPM};
use crate::fingerprint::Fingerprint;
use crate::progress;
use crate::workspace::Workspace;

/// What the widget is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Does whatever is missing, and nothing otherwise.
pub(crate) fn set_up(workspace: &Workspace) -> Result<()> {
    if !has_wasm_target(workspace)? {
        progress::talking("wasm target", || add_wasm_target(workspace))?;
    }
    let packages = NodePackages::locked(workspace)?;
    if !packages.are_installed() {
        progress::talking("npm packages", || packages.install(workspace))?;
    }
    Ok(())
}

/// Asks the compiler, not rustup: the target may have come with the system's own Rust.
fn has_wasm_target(workspace: &Workspace) -> Result<bool> {
    let folder =
        command::output(workspace.program("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    Ok(Path::new(folder.trim()).is_dir())
}

/// `rust-toolchain.toml` names the target too, but rustup may be told not to install by itself.
fn add_wasm_target(workspace: &Workspace) -> Result<()> {
    command::run(workspace.program("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("the Rust target {WASM} is missing"))
}

/// The packages of `package-lock.json`.
struct NodePackages {
    stamp: PathBuf,
    lock: Fingerprint,
}

impl NodePackages {
    fn locked(workspace: &Workspace) -> Result<NodePackages> {
        Ok(NodePackages {
            // Inside, so that it goes when the packages go.
            stamp: workspace.path("node_modules/.installed-for"),
            lock: Fingerprint::of(&["package.json", "package-lock.json"].map(|name| workspace.path(name)))?,
        })
    }

    fn are_installed(&self) -> bool {
        fs::read_to_string(&self.stamp).is_ok_and(|text| text == self.stamp_text())
    }

    fn install(&self, workspace: &Workspace) -> Result<()> {
        command::run(workspace.program(NPM).args(["ci", "--no-audit", "--no-fund"]))?;
        fs::write(&self.stamp, self.stamp_text())
            .with_context(|| format!("could not write {}", self.stamp.display()))
    }

    fn stamp_text(&self) -> String {
        format!("{}\n", self.lock)
    }
}
