//! `cargo xtask test`: every check, from the quickest to the browsers, in named parts.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::Args;

use crate::browser_tests::{self, Run};
use crate::earlier::Earlier;
use crate::inputs::Inputs;
use crate::report::{self, Ended, Outcome, Report};
use crate::set_up::WASM;
use crate::workspace::{BROWSER_TESTS, Workspace};
use crate::{
    build_twice, command, dist, engines, fuzzing, nginx, other_languages, screen_reader, set_up, stopping,
    third_party, word_processor, wordpress,
};

/// The package that only builds for WebAssembly.
const WIDGET: &str = "digital-leadership-check";

/// What is set in the full run, for tests that then take their long numbers.
const FULL_VARIABLES: [(&str, &str); 2] = [("FULL", "1"), ("PROPTEST_CASES", "2000")];

/// Names with their values.
type Variables = &'static [(&'static str, &'static str)];

/// How much to test.
#[derive(Args)]
pub(crate) struct Options {
    /// Take the long parts and numbers too, and write a summary to docs/full-run.md
    #[arg(long)]
    full: bool,
    /// Take over what docs/full-run.md says has passed, where nothing it depends on has changed since
    #[arg(long, requires = "full")]
    go_on: bool,
}

/// Runs all parts. One that fails ends the run, but no browser test keeps the others from running.
pub(crate) fn test(workspace: &Workspace, options: &Options) -> Result<ExitCode> {
    set_up::set_up(workspace)?;
    // First of all, as a full run tells of their versions.
    let browsers = Part::making("browsers", engines::bring).run(workspace);
    if browsers.outcome == Outcome::Failed {
        return Ok(told(&Report(vec![browsers])));
    }
    let mut parts = parts(workspace, options.full)?;
    if options.full {
        parts.extend(long_parts());
    }
    let versions = report::versions(workspace)?;
    let earlier = match options.go_on {
        true => Earlier::read(workspace, &versions)?,
        false => Earlier::default(),
    };
    let mut ended = Vec::new();
    for part in &parts {
        ended.push(part.passed_before(workspace, &earlier)?);
    }
    let report = |ended: &[Option<Ended>]| {
        let all = [Some(browsers.clone())].into_iter().chain(ended.iter().cloned());
        Report(all.flatten().collect())
    };
    for (place, part) in parts.iter().enumerate() {
        if ended[place].is_some() {
            continue;
        }
        let now = part.run(workspace);
        let is_over = now.outcome == Outcome::Failed && !part.is_independent;
        ended[place] = Some(now);
        if options.full {
            report(&ended).write_summary(workspace, &versions)?;
        }
        if is_over {
            break;
        }
    }
    Ok(told(&report(&ended)))
}

fn told(report: &Report) -> ExitCode {
    print!("\n{report}");
    if report.failed() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The commit, if all files are as it has them but for the summary of the run itself.
fn commit(workspace: &Workspace) -> Option<String> {
    let commit = command::output(workspace.program("git").args(["rev-parse", "--short", "HEAD"])).ok()?;
    let commit = commit.trim().to_owned();
    Inputs::everything().are_as_in(&commit, workspace).ok()?.then_some(commit)
}

/// One part, whose name the report gives.
struct Part<'a> {
    name: String,
    check: Check<'a>,
    /// How many tests are left out of it.
    left_out: usize,
    /// What it depends on.
    inputs: Inputs,
    /// Whether other parts need what it makes, so that it is never passed over.
    is_made_for_others: bool,
    /// Whether the parts after it can tell something even if it fails.
    is_independent: bool,
}

type Check<'a> = Box<dyn Fn(&Workspace) -> Result<()> + 'a>;

impl<'a> Part<'a> {
    fn new(name: &str, check: impl Fn(&Workspace) -> Result<()> + 'a) -> Part<'a> {
        Part {
            name: name.to_owned(),
            check: Box::new(check),
            left_out: 0,
            inputs: Inputs::everything(),
            is_made_for_others: false,
            is_independent: false,
        }
    }

    /// One that makes what others need.
    fn making(name: &str, check: impl Fn(&Workspace) -> Result<()> + 'a) -> Part<'a> {
        Part { is_made_for_others: true, ..Part::new(name, check) }
    }

    /// One that looks at nothing that is there for the browser tests alone.
    fn without_browser(name: &str, check: impl Fn(&Workspace) -> Result<()> + 'a) -> Part<'a> {
        Part { inputs: Inputs::all_but_browser_tests(), ..Part::new(name, check) }
    }

    fn of_browser_tests(run: Run, variables: Variables) -> Part<'a> {
        Part {
            left_out: run.left_out.len(),
            inputs: run.inputs(),
            is_independent: true,
            ..Part::new(&run.name.clone(), move |workspace| run.run(workspace, variables))
        }
    }

    /// How it ended before, if nothing that it depends on has changed since.
    fn passed_before(&self, workspace: &Workspace, earlier: &Earlier) -> Result<Option<Ended>> {
        if self.is_made_for_others {
            return Ok(None);
        }
        earlier.passed(workspace, &self.name, self.left_out, &self.inputs)
    }

    fn run(&self, workspace: &Workspace) -> Ended {
        let before = commit(workspace);
        println!("\n== {}", self.name);
        let start = Instant::now();
        let result = (self.check)(workspace);
        let time = start.elapsed();
        if let Err(error) = &result {
            eprintln!("error: {}: {error:#}", self.name);
        }
        // What changes meanwhile may have been part of it or not.
        let commit = before.filter(|before| commit(workspace).as_ref() == Some(before));
        let outcome = if result.is_ok() { Outcome::Passed } else { Outcome::Failed };
        Ended { name: self.name.clone(), time, outcome, left_out: self.left_out, commit }
    }
}

/// What runs each time. In the full run some of it takes longer.
fn parts(workspace: &Workspace, is_full: bool) -> Result<Vec<Part<'_>>> {
    let runs = browser_tests::runs(workspace, is_full)?;
    let mut parts = vec![
        Part::new("format", format),
        Part::new("lints", lints),
        Part::without_browser("licences and sources", third_party::check),
        // They see to it that every test that a document names is there, those in a browser too.
        Part::new("host tests", move |workspace| host_tests(workspace, is_full)),
        Part::without_browser("documentation", documentation),
        Part::without_browser("fuzzing", fuzzing::run),
        // Before the site itself, whose program is then the one that cargo made last.
        Part::making("site that stops", stopping::build),
        Part::making("build and size", dist::dist),
        Part::making("site of other languages", other_languages::build),
        Part::making("nginx", nginx::bring),
    ];
    if is_full {
        parts.push(Part::making("screen reader", screen_reader::bring));
        parts.push(Part::making("WordPress", wordpress::bring));
    }
    parts.extend(runs.into_iter().map(|run| Part::of_browser_tests(run, variables(is_full))));
    Ok(parts)
}

/// What only the full run does, after everything else.
fn long_parts<'a>() -> Vec<Part<'a>> {
    vec![
        Part::without_browser("word processor", word_processor::check),
        Part::without_browser("the same bytes twice", build_twice::build_twice),
        Part::without_browser("long fuzzing", fuzzing::run_long),
    ]
}

fn variables(is_full: bool) -> Variables {
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
    let variables = variables(is_full).iter().copied();
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
