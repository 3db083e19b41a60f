//! The browser tests: which of them run in which browser, and how.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::engines::Engine;
use crate::left_out::{self, LeftOut, NamedTest};
use crate::workspace::{BROWSER_TESTS, Workspace};
use crate::{command, other_languages, stopping};

/// The target that is a part of its own.
const ACCESSIBILITY: &str = "accessibility";
/// The target that only the full run takes.
const VARIANTS: &str = "variants";
/// The target that goes through a whole check.
const WHOLE_CHECK: &str = "whole_check";
/// Names the test of every fault.
const FAULTS: &str = "docs/reliability.md";

/// Browser tests that run in one go.
pub(crate) struct Run {
    pub(crate) name: String,
    engine: Engine,
    targets: BTreeSet<String>,
    /// The names of the only tests of these targets that are run; without any, all are.
    only: Vec<String>,
    /// What the engine cannot run of them.
    pub(crate) left_out: Vec<LeftOut>,
}

/// What is run, in order: everything in Chromium, and in the others everything or what matters most.
pub(crate) fn runs(workspace: &Workspace, is_full: bool) -> Result<Vec<Run>> {
    refuse_undeclared(workspace)?;
    left_out::check(workspace)?;
    let mut runs = Vec::new();
    for engine in Engine::ALL {
        if is_full || engine == Engine::Chromium {
            runs.extend(everything(workspace, engine, is_full));
        } else {
            runs.extend(what_matters_most(workspace, engine)?);
        }
    }
    let list = left_out::list(workspace)?;
    for run in &mut runs {
        run.left_out = list.iter().filter(|left_out| run.has(left_out)).cloned().collect();
    }
    // A run without a test would pass for nothing.
    runs.retain(|run| !run.targets.is_empty());
    Ok(runs)
}

/// All browser tests; those that look at every state are a part of their own, and the longest of them are left to
/// the full run.
fn everything(workspace: &Workspace, engine: Engine, is_full: bool) -> Vec<Run> {
    let mut others: BTreeSet<String> = workspace.browser_tests().map(|target| target.name.clone()).collect();
    let mut apart = |name: &str| Run::of_all(name, engine, others.take(name).into_iter().collect());
    let (accessibility, variants) = (apart(ACCESSIBILITY), apart(VARIANTS));
    let mut runs = vec![Run::of_all("browser tests", engine, others), accessibility];
    if is_full {
        runs.push(variants);
    }
    runs
}

/// A whole check and every fault.
fn what_matters_most(workspace: &Workspace, engine: Engine) -> Result<[Run; 2]> {
    let text =
        fs::read_to_string(workspace.path(FAULTS)).with_context(|| format!("could not read {FAULTS}"))?;
    let faults = left_out::named_tests(&text);
    if faults.is_empty() {
        bail!("{FAULTS} names no browser test");
    }
    let whole_check = Run::of_all("whole check", engine, BTreeSet::from([WHOLE_CHECK.to_owned()]));
    Ok([whole_check, Run::of_these("faults", engine, faults)])
}

impl Run {
    fn of_all(name: &str, engine: Engine, targets: BTreeSet<String>) -> Run {
        let name = match engine {
            Engine::Chromium => name.to_owned(),
            _ => format!("{name} in {}", engine.name()),
        };
        Run { name, engine, targets, only: vec![], left_out: vec![] }
    }

    fn of_these(name: &str, engine: Engine, tests: Vec<NamedTest>) -> Run {
        let targets = tests.iter().map(|test| test.target.clone()).collect();
        let only = tests.into_iter().map(|test| test.name).collect();
        Run { only, ..Run::of_all(name, engine, targets) }
    }

    fn has(&self, LeftOut { test, engine, .. }: &LeftOut) -> bool {
        *engine == self.engine
            && self.targets.contains(&test.target)
            && (self.only.is_empty() || self.only.contains(&test.name))
    }

    /// Runs them; what is left out is told with the reason.
    pub(crate) fn run(&self, workspace: &Workspace, variables: &[(&str, &str)]) -> Result<()> {
        for LeftOut { test, engine, why } in &self.left_out {
            println!("left out in {}: {}, because: {why}", engine.name(), test.name);
        }
        let targets = self.targets.iter().flat_map(|name| ["--test", name]);
        let skipped = self.left_out.iter().flat_map(|left_out| ["--skip", &left_out.test.name]);
        command::run(
            workspace
                .cargo()
                .args(["test", "--no-fail-fast", "--package", BROWSER_TESTS])
                .args(targets)
                .args(["--", "--exact"])
                .args(skipped)
                .args(&self.only)
                .env("SITE_FOLDER", workspace.dist())
                .env("STOPPING_SITE_FOLDER", stopping::site(workspace))
                .env("OTHER_LANGUAGES_SITE_FOLDER", other_languages::site(workspace))
                .envs(self.engine.variables(workspace))
                .envs(variables.iter().copied()),
        )
    }
}

/// The package lists its tests by hand, so a new file is easily left out of the list.
fn refuse_undeclared(workspace: &Workspace) -> Result<()> {
    let folder = workspace.path("tests");
    let declared: Vec<PathBuf> = workspace.browser_tests().map(|target| target.src_path.clone()).collect();
    for entry in fs::read_dir(&folder).context("could not list tests/")? {
        let file = entry.context("could not list tests/")?.path();
        if file.extension() == Some(OsStr::new("rs")) && !declared.contains(&file) {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            bail!("tests/{name} never runs: give it a [[test]] in tests/Cargo.toml");
        }
    }
    Ok(())
}
