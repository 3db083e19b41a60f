//! The browsers that the tests run in: what each needs, and how it is told to the tests.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::workspace::Workspace;
use crate::{command, debian, progress};

/// Names the engine for the tests.
const VARIABLE: &str = "ENGINE";

/// Debian has no package of it. It comes from its maintainers through cargo, like everything in Rust.
const GECKODRIVER: &str = "geckodriver";
const GECKODRIVER_VERSION: &str = "0.37.1";

/// A kind of browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKitGtk,
}

/// A program that the tests start, and what brings it.
struct Needed {
    program: &'static str,
    /// Names the program where it is not on the path.
    variable: Option<&'static str>,
    packages: &'static [&'static str],
}

impl Engine {
    /// Every engine, the one that runs everything first.
    pub(crate) const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKitGtk];

    /// As people call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
            Engine::WebKitGtk => "WebKitGTK",
        }
    }

    /// The engine that people call so.
    pub(crate) fn named(name: &str) -> Option<Engine> {
        Engine::ALL.into_iter().find(|engine| engine.name() == name)
    }

    /// What tells the tests to run in it, and where its driver is.
    pub(crate) fn variables(self, workspace: &Workspace) -> Vec<(&'static str, OsString)> {
        let name = match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKitGtk => "webkit",
        };
        let mut variables = vec![(VARIABLE, name.into())];
        if self == Engine::Firefox && !is_on_the_path(GECKODRIVER) {
            let own = env::var_os("GECKODRIVER").unwrap_or_else(|| own_geckodriver(workspace).into());
            variables.push(("GECKODRIVER", own));
        }
        variables
    }

    /// Which version of it the tests run in.
    pub(crate) fn version(self) -> Result<String> {
        let line = match self {
            Engine::Chromium => {
                let driver = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
                // What follows tells of its build.
                let line = command::output(Command::new(driver).arg("--version"))?;
                line.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
            }
            Engine::Firefox => command::output(Command::new("firefox").arg("--version"))?,
            // It needs a display to tell.
            Engine::WebKitGtk => {
                let package = ["--show", "--showformat=WebKitGTK ${Version}", "webkit2gtk-driver"];
                command::output(Command::new("dpkg-query").args(package))?
            }
        };
        Ok(line.trim().to_owned())
    }

    fn needs(self) -> Vec<Needed> {
        let on_the_path = |program, packages| Needed { program, variable: None, packages };
        match self {
            Engine::Chromium => vec![Needed {
                program: "chromedriver",
                variable: Some("CHROMEDRIVER"),
                packages: &["chromium", "chromium-driver"],
            }],
            Engine::Firefox => vec![on_the_path("firefox", &["firefox-esr"])],
            Engine::WebKitGtk => vec![
                Needed {
                    program: "WebKitWebDriver",
                    variable: Some("WEBKITWEBDRIVER"),
                    packages: &["webkit2gtk-driver"],
                },
                on_the_path("Xvfb", &["xvfb"]),
            ],
        }
    }
}

/// Brings every browser with its driver, as far as they are missing.
pub(crate) fn bring(workspace: &Workspace) -> Result<()> {
    let mut missing = Vec::new();
    for needed in Engine::ALL.into_iter().flat_map(Engine::needs) {
        if !needed.is_there()? {
            missing.extend(needed.packages);
        }
    }
    if !missing.is_empty() {
        debian::install(
            workspace,
            &missing,
            "the browser tests need Chromium, Firefox and WebKitGTK with their drivers, and Xvfb",
            "install them, then run `cargo xtask test` again; CHROMEDRIVER, GECKODRIVER and WEBKITWEBDRIVER \
             name drivers that are not on the PATH",
        )?;
    }
    bring_geckodriver(workspace)
}

impl Needed {
    fn is_there(&self) -> Result<bool> {
        let is_named = self.variable.map(debian::is_named).transpose()?.unwrap_or(false);
        Ok(is_named || is_on_the_path(self.program))
    }
}

fn bring_geckodriver(workspace: &Workspace) -> Result<()> {
    if debian::is_named("GECKODRIVER")? || is_on_the_path(GECKODRIVER) || own_geckodriver(workspace).is_file()
    {
        return Ok(());
    }
    let install = ["install", "--quiet", "--locked", GECKODRIVER, "--version", GECKODRIVER_VERSION, "--root"];
    progress::talking(GECKODRIVER, || {
        command::run(workspace.cargo().args(install).arg(workspace.workshop(GECKODRIVER)))
    })
    .context("Firefox cannot be driven without geckodriver")
}

/// Where [`bring_geckodriver`] puts it.
fn own_geckodriver(workspace: &Workspace) -> PathBuf {
    workspace.workshop(GECKODRIVER).join("bin").join(GECKODRIVER)
}

fn is_on_the_path(program: &str) -> bool {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(&name).is_file()))
}
