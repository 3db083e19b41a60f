//! The browser tests: which of them run in which browser, and how.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::engines::Engine;
use crate::inputs::Inputs;
use crate::left_out::{self, LeftOut, NamedTest};
use crate::workspace::{BROWSER_TESTS, Workspace};
use crate::{command, other_languages, stopping};

/// The targets that only the full run takes.
const LONGEST: [&str; 2] = ["variants", "wordpress"];
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
    Ok(runs)
}

/// All browser tests, each file a run of its own; the longest of them are left to the full run.
fn everything(workspace: &Workspace, engine: Engine, is_full: bool) -> Vec<Run> {
    let targets = workspace.browser_tests().map(|target| target.name.clone()).collect::<BTreeSet<_>>();
    let wanted = targets.into_iter().filter(|target| is_full || !LONGEST.contains(&target.as_str()));
    wanted.map(|target| Run::of_all(engine, target)).collect()
}

/// A whole check and every fault.
fn what_matters_most(workspace: &Workspace, engine: Engine) -> Result<[Run; 2]> {
    let text =
        fs::read_to_string(workspace.path(FAULTS)).with_context(|| format!("could not read {FAULTS}"))?;
    let faults = left_out::named_tests(&text);
    if faults.is_empty() {
        bail!("{FAULTS} names no browser test");
    }
    Ok([Run::of_all(engine, WHOLE_CHECK.to_owned()), Run::of_these("every fault", engine, faults)])
}

impl Run {
    fn of_all(engine: Engine, target: String) -> Run {
        Run {
            name: name_in(engine, &target.replace('_', " ")),
            engine,
            targets: BTreeSet::from([target]),
            only: vec![],
            left_out: vec![],
        }
    }

    fn of_these(name: &str, engine: Engine, tests: Vec<NamedTest>) -> Run {
        let targets = tests.iter().map(|test| test.target.clone()).collect();
        let only = tests.into_iter().map(|test| test.name).collect();
        Run { name: name_in(engine, name), engine, targets, only, left_out: vec![] }
    }

    /// What the tests depend on.
    pub(crate) fn inputs(&self) -> Inputs {
        Inputs::of_browser_tests(self.targets.iter().map(String::as_str))
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

fn name_in(engine: Engine, name: &str) -> String {
    format!("{name} in {}", engine.name())
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
