//! Runs other programs, and says in one line what is wrong when one fails or is missing.

use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, anyhow, bail};

/// npm is a script, and Windows wants its whole name.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Runs a program to its end. What it prints is shown as it comes.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    check(command, status)
}

/// Runs a program to its end and returns what it printed. Its complaints are shown as they come.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| not_started(command, &error))?;
    check(command, output.status)?;
    String::from_utf8(output.stdout).with_context(|| format!("the output of `{}`", line(command)))
}

fn check(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` failed, {status}", line(command));
    }
    Ok(())
}

fn not_started(command: &Command, error: &io::Error) -> anyhow::Error {
    let name = command.get_program().to_string_lossy();
    if error.kind() != io::ErrorKind::NotFound {
        return anyhow!("`{}` could not be started: {error}", line(command));
    }
    let advice = match name.as_ref() {
        "node" | NPM => "Install Node.js 20 or later, which brings node and npm.",
        "rustup" | "rustc" | "cargo" => "Install Rust with rustup, which brings cargo, rustc and rustup.",
        _ => "Install it, and see that it is on the PATH.",
    };
    anyhow!("{name} was not found. {advice}")
}

/// The command as a person would type it, with the program's name but not its folder.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut line = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named_with_advice() {
        let error = run(&mut Command::new("no-such-program")).expect_err("there is none");
        assert_eq!(
            error.to_string(),
            "no-such-program was not found. Install it, and see that it is on the PATH."
        );
    }

    #[test]
    fn a_failed_program_is_shown_as_typed() {
        let error = run(Command::new("rustc").arg("--no-such-flag").stderr(Stdio::null()))
            .expect_err("rustc refuses");
        assert!(error.to_string().starts_with("`rustc --no-such-flag` failed"), "{error}");
    }
}
