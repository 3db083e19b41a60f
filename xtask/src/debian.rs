//! Installs packages on Debian, and says elsewhere what to install; or takes what somebody has named.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::workspace::Workspace;
use crate::{command, progress};

/// Installs these packages, if this is Debian and we are root. `needs` begins the advice otherwise, and
/// `elsewhere` ends it where there is no Debian.
pub(crate) fn install(workspace: &Workspace, packages: &[&str], needs: &str, elsewhere: &str) -> Result<()> {
    if !is_debian() {
        bail!("{needs}: {elsewhere}");
    }
    let names = packages.join(" ");
    if !is_root(workspace)? {
        bail!("{needs}: run `sudo apt-get install --yes {names}`, then `cargo xtask test` again");
    }
    progress::talking(&names, || {
        command::run(workspace.program("apt-get").args(["update", "--quiet"]))?;
        command::run(
            workspace
                .program("apt-get")
                .args(["install", "--quiet", "--yes", "--no-install-recommends"])
                .args(packages)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )
    })
}

/// The same for what is missing of these packages, each with a file that it brings; it is needed nowhere but on Debian.
pub(crate) fn install_missing(workspace: &Workspace, needed: &[(&str, &str)], needs: &str) -> Result<()> {
    let is_missing = |(_, file): &&(&str, &str)| !Path::new(file).is_file();
    let missing: Vec<&str> = needed.iter().filter(is_missing).map(|(package, _)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    install(workspace, &missing, needs, "they run on Debian alone")
}

/// Whether somebody has named a program of their own by this variable. It then has to be there.
pub(crate) fn is_named(variable: &str) -> Result<bool> {
    let Some(path) = env::var_os(variable).map(PathBuf::from) else { return Ok(false) };
    if !path.is_file() {
        bail!("{variable} names {}, and there is no such file", path.display());
    }
    Ok(true)
}

fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|release| release.lines().any(|line| line == "ID=debian"))
}

fn is_root(workspace: &Workspace) -> Result<bool> {
    Ok(command::output(workspace.program("id").arg("-u"))?.trim() == "0")
}
