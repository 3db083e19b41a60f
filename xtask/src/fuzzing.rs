//! The fuzz targets of `fuzz/`: built with the coverage that libFuzzer follows, and run on their seeds.

use std::fs;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::fingerprint::empty;
use crate::workspace::Workspace;
use crate::{command, debian, progress};

/// Every target, with the runs that take it some seconds.
const TARGETS: [(&str, u32); 10] = [
    ("catalogue", 50_000),
    ("copy", 10_000),
    ("definition", 30_000),
    ("file", 30_000),
    ("record", 300_000),
    ("response", 100_000),
    ("response_code", 30_000),
    ("response_lines", 30_000),
    ("round_file", 50_000),
    ("store", 5_000),
];

/// What cargo-fuzz passes too; all of it is in the stable compiler.
const COVERAGE: [&str; 7] = [
    "--cfg=fuzzing",
    "-Ccodegen-units=1",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// How long each target runs in the full run, in seconds.
const LONG: u32 = 600;
/// No input is longer than this, in bytes: enough for a whole small questionnaire.
const LONGEST_INPUT: u32 = 8_192;

/// Runs every target for a fixed number of times from a fixed seed, so that it ends the same each time.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let programs = build(workspace)?;
    for (target, runs) in TARGETS {
        let folder = workspace.workshop("fuzzing").join("quick").join(target);
        empty(&folder)?;
        run_target(workspace, &programs, target, &folder, &["-seed=1", &format!("-runs={runs}")])?;
    }
    Ok(())
}

/// Runs every target for minutes, from where the last such run stopped; all at once.
pub(crate) fn run_long(workspace: &Workspace) -> Result<()> {
    let programs = build(workspace)?;
    thread::scope(|scope| {
        let runs: Vec<_> = TARGETS
            .iter()
            .map(|(target, _)| scope.spawn(|| run_for_long(workspace, &programs, target)))
            .collect();
        runs.into_iter().try_for_each(|run| run.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

fn run_for_long(workspace: &Workspace, programs: &Path, target: &str) -> Result<()> {
    let folder = workspace.workshop("fuzzing").join(target);
    let before = count(&folder);
    run_target(workspace, programs, target, &folder, &[&format!("-max_total_time={LONG}")])?;
    println!("{target}: {} inputs that reach something new", count(&folder).saturating_sub(before));
    Ok(())
}

fn count(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}

/// Lints the targets; they are a workspace of their own.
pub(crate) fn lint(workspace: &Workspace) -> Result<()> {
    command::run(cargo(workspace, "clippy")?.args(["--all-targets", "--", "--deny", "warnings"]))
}

/// Builds every target, and answers with the folder in which they are.
fn build(workspace: &Workspace) -> Result<PathBuf> {
    refuse_unlisted(&workspace.path("fuzz/src/bin"))?;
    command::run(cargo(workspace, "build")?.arg("--bins"))?;
    Ok(target_folder(workspace).join(host(workspace)?).join("debug"))
}

/// A target that is not on the list would never run.
fn refuse_unlisted(targets: &Path) -> Result<()> {
    for entry in fs::read_dir(targets).context("could not list the fuzz targets")? {
        let file = entry.context("could not list the fuzz targets")?.path();
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if !TARGETS.iter().any(|(target, _)| *target == name) {
            bail!("fuzz/src/bin/{name}.rs never runs: give it a line in TARGETS of fuzzing.rs");
        }
    }
    Ok(())
}

/// Cargo for the workspace of the targets. Naming the machine's own target keeps the coverage out of
/// build scripts and macros.
fn cargo(workspace: &Workspace, task: &str) -> Result<Command> {
    need_cpp(workspace)?;
    let mut cargo = workspace.cargo();
    cargo.args([task, "--locked", "--manifest-path", "fuzz/Cargo.toml", "--target", &host(workspace)?]);
    cargo.arg("--target-dir").arg(target_folder(workspace));
    cargo.env("CARGO_ENCODED_RUSTFLAGS", COVERAGE.join("\u{1f}"));
    Ok(cargo)
}

/// libFuzzer is C++.
fn need_cpp(workspace: &Workspace) -> Result<()> {
    let asked =
        workspace.program("c++").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if asked.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    debian::install(workspace, &["g++"], "fuzzing needs a C++ compiler", "install one that is called c++")
}

fn host(workspace: &Workspace) -> Result<String> {
    let version = command::output(workspace.program("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not tell its host")?.to_owned())
}

fn target_folder(workspace: &Workspace) -> PathBuf {
    workspace.cargo_target.join("fuzz")
}

/// Runs a target on its seeds. What it finds beside them goes into `found`, since only what is made by
/// hand is checked in.
fn run_target(
    workspace: &Workspace,
    programs: &Path,
    target: &str,
    found: &Path,
    how: &[&str],
) -> Result<()> {
    let failures = workspace.workshop("fuzzing").join("failures");
    for folder in [found, &failures] {
        fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    }
    let mut program = Command::new(programs.join(target));
    program.args(how).args(["-verbosity=0", "-print_funcs=0", "-timeout=10"]);
    program.arg(format!("-max_len={LONGEST_INPUT}"));
    program.arg(format!("-artifact_prefix={}/{target}-", failures.display()));
    program.arg(found).arg(workspace.path("fuzz/corpus").join(target));
    let start = Instant::now();
    let output = program.output().with_context(|| format!("{target} could not be started"))?;
    if !output.status.success() {
        // What it says otherwise is for nobody.
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        bail!("{target} does not stand every input; those are in {}", failures.display());
    }
    // One line when it ends: several may run at once.
    println!("{target} … {}", progress::seconds(start.elapsed()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_that_never_runs_is_refused_by_name() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let put = |name: &str| fs::write(folder.path().join(name), "").expect("the file is written");
        put("record.rs");
        assert!(refuse_unlisted(folder.path()).is_ok());
        put("diary.rs");
        let error = refuse_unlisted(folder.path()).expect_err("nothing runs it");
        assert!(error.to_string().starts_with("fuzz/src/bin/diary.rs never runs"), "{error}");
    }
}
