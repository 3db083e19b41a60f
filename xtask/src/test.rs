//! `cargo xtask test`: every check, from the quickest to the browsers, in named parts.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::Args;

use crate::broken_off::BrokenOff;
use crate::report::Report;
use crate::set_up::WASM;
use crate::workspace::{BROWSER_TESTS, Workspace};
use crate::{
    browser_tests, command, dist, engines, fuzzing, nginx, other_languages, set_up, stopping, word_processor,
};

/// The package that only builds for WebAssembly.
const WIDGET: &str = "digital-leadership-check";

/// What is set in the full run, for tests that then take their long numbers.
const FULL_VARIABLES: [(&str, &str); 2] = [("FULL", "1"), ("PROPTEST_CASES", "5000")];

/// How much to test.
#[derive(Args)]
pub(crate) struct Options {
    /// Take the long parts and numbers too, and write a summary to docs/full-run.md
    #[arg(long)]
    full: bool,
    /// Go on with a full run of this commit that was broken off
    #[arg(long, requires = "full")]
    go_on: bool,
}

/// Runs all parts, and stops at the first that fails.
pub(crate) fn test(workspace: &Workspace, options: &Options) -> Result<ExitCode> {
    set_up::set_up(workspace)?;
    let mut parts = parts(workspace, options.full)?;
    if options.full {
        parts.extend(long_parts());
    }
    let mut report = Report::default();
    let mut broken_off = match options.full {
        true => Some(BrokenOff::open(workspace, options.go_on)?),
        false => None,
    };
    for part in &parts {
        println!("\n== {}", part.name);
        let before = broken_off.as_ref().and_then(|broken_off| broken_off.passed(&part.name));
        if let (false, Some((time, left_out))) = (part.is_made_for_others, before) {
            println!("passed before");
            report.take_over(&part.name, time, left_out);
            continue;
        }
        let start = Instant::now();
        let result = (part.check)(workspace);
        let time = start.elapsed();
        report.add(&part.name, time, result.is_ok(), part.left_out);
        if let (Some(broken_off), Ok(())) = (&mut broken_off, &result) {
            broken_off.add(&part.name, time, part.left_out)?;
        }
        if let Err(error) = result {
            eprintln!("error: {}: {error:#}", part.name);
            break;
        }
    }
    if options.full {
        report.write_summary(workspace)?;
    }
    print!("\n{report}");
    Ok(if report.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// One part, whose name the report gives.
struct Part<'a> {
    name: String,
    check: Check<'a>,
    /// How many tests are left out of it.
    left_out: usize,
    /// Whether other parts need what it makes, so that it is never passed over.
    is_made_for_others: bool,
}

type Check<'a> = Box<dyn Fn(&Workspace) -> Result<()> + 'a>;

impl<'a> Part<'a> {
    fn new(name: &str, check: impl Fn(&Workspace) -> Result<()> + 'a) -> Part<'a> {
        Part { name: name.to_owned(), check: Box::new(check), left_out: 0, is_made_for_others: false }
    }

    /// One that makes what others need.
    fn making(name: &str, check: impl Fn(&Workspace) -> Result<()> + 'a) -> Part<'a> {
        Part { is_made_for_others: true, ..Part::new(name, check) }
    }
}

/// What runs each time. In the full run some of it takes longer.
fn parts(workspace: &Workspace, is_full: bool) -> Result<Vec<Part<'_>>> {
    let runs = browser_tests::runs(workspace, is_full)?;
    let mut parts = vec![
        Part::new("format", format),
        Part::new("lints", lints),
        Part::new("host tests", move |workspace| host_tests(workspace, is_full)),
        Part::new("documentation", documentation),
        Part::new("fuzzing", fuzzing::run),
        // Before the site itself, whose program is then the one that cargo made last.
        Part::making("site that stops", stopping::build),
        Part::making("build and size", dist::dist),
        Part::making("site of other languages", other_languages::build),
        Part::making("browsers", engines::bring),
        Part::making("nginx", nginx::bring),
    ];
    parts.extend(runs.into_iter().map(|run| Part {
        name: run.name.clone(),
        left_out: run.left_out.len(),
        is_made_for_others: false,
        check: Box::new(move |workspace| run.run(workspace, full_variables(is_full))),
    }));
    Ok(parts)
}

/// What only the full run does, after everything else.
fn long_parts<'a>() -> Vec<Part<'a>> {
    vec![Part::new("word processor", word_processor::check), Part::new("long fuzzing", fuzzing::run_long)]
}

fn full_variables(is_full: bool) -> &'static [(&'static str, &'static str)] {
    if is_full { &FULL_VARIABLES } else { &[] }
}

fn format(workspace: &Workspace) -> Result<()> {
    for of_a_workspace in [["fmt", "--all"].as_slice(), &["fmt", "--manifest-path", "fuzz/Cargo.toml"]] {
        command::run(workspace.cargo().args(of_a_workspace).arg("--check"))
            .with_context(|| format!("`cargo {}` puts it right", of_a_workspace.join(" ")))?;
    }
    Ok(())
}

fn lints(workspace: &Workspace) -> Result<()> {
    let deny = ["--all-targets", "--", "--deny", "warnings"];
    command::run(workspace.cargo().args(["clippy", "--workspace", "--exclude", WIDGET]).args(deny))?;
    let widget = ["clippy", "--package", WIDGET, "--target", WASM, "--all-features"];
    command::run(workspace.cargo().args(widget).args(deny))?;
    fuzzing::lint(workspace)
}

fn host_tests(workspace: &Workspace, is_full: bool) -> Result<()> {
    let others = ["--exclude", WIDGET, "--exclude", BROWSER_TESTS];
    let variables = full_variables(is_full).iter().copied();
    command::run(workspace.cargo().args(["test", "--workspace"]).args(others).envs(variables))
}

fn documentation(workspace: &Workspace) -> Result<()> {
    command::run(
        workspace
            .cargo()
            .args(["doc", "--package", "assessment", "--no-deps"])
            .env("RUSTDOCFLAGS", "--deny warnings"),
    )
}
