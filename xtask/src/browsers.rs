//! Finds the driver that the browser tests steer Chromium with, and installs both where it can.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::workspace::Workspace;
use crate::{command, debian};

/// Names the driver, here and for the tests.
pub(crate) const DRIVER_VARIABLE: &str = "CHROMEDRIVER";

/// The path of the driver, installed now if need be.
pub(crate) fn driver(workspace: &Workspace) -> Result<PathBuf> {
    if let Some(path) = env::var_os(DRIVER_VARIABLE).map(PathBuf::from) {
        if !path.is_file() {
            bail!("{DRIVER_VARIABLE} names {}, and there is no such file", path.display());
        }
        return Ok(path);
    }
    if let Some(path) = on_the_path() {
        return Ok(path);
    }
    let elsewhere =
        format!("install both, then run `{DRIVER_VARIABLE}=/path/to/chromedriver cargo xtask test`");
    debian::install(
        workspace,
        &["chromium", "chromium-driver"],
        "the browser tests need Chromium and a ChromeDriver of the same version",
        &elsewhere,
    )?;
    match on_the_path() {
        Some(path) => Ok(path),
        None => bail!("Debian's chromium-driver is installed, and chromedriver is not on the PATH"),
    }
}

/// The version of the driver, which is that of the browser.
pub(crate) fn version(workspace: &Workspace) -> Result<String> {
    let line = command::output(Command::new(driver(workspace)?).arg("--version"))?;
    // What follows tells of its build.
    Ok(line.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
}

fn on_the_path() -> Option<PathBuf> {
    let name = format!("chromedriver{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(&name)).find(|file| file.is_file())
}
