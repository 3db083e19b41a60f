//! Checks a file of test vectors against the crate's scoring:
//! `cargo run -p assessment --example vectors -- FILE`.
//!
//! Ends with status 0 if every case passed, 1 if any failed, and 2 if the file could not be used.

#[path = "../tests/vectors/checking.rs"]
mod checking;

use checking::{Report, check};
use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(file), None) = (arguments.next(), arguments.next()) else {
        return give_up("usage: vectors FILE");
    };
    let name = file.display();
    let json = match std::fs::read_to_string(&file) {
        Ok(json) => json,
        Err(error) => return give_up(&format!("{name}: {error}")),
    };
    let report = match check(&json) {
        Ok(report) => report,
        Err(malformed) => return give_up(&format!("{name}: {malformed}")),
    };
    match show(&report) {
        Ok(()) if report.failures.is_empty() => ExitCode::SUCCESS,
        Ok(()) => ExitCode::FAILURE,
        Err(error) => give_up(&format!("standard output: {error}")),
    }
}

fn show(report: &Report) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for failure in &report.failures {
        writeln!(out, "{failure}")?;
    }
    writeln!(out, "{} passed, {} failed", report.passed, report.failures.len())
}

fn give_up(reason: &str) -> ExitCode {
    eprintln!("{reason}");
    ExitCode::from(2)
}
