//! What a full run has passed so far, so that one that was broken off can be gone on with.
//!
//! It counts for one commit alone, and only while nothing is changed: a part that passed says nothing about other
//! files.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::command;
use crate::report::SUMMARY;
use crate::workspace::Workspace;

/// The parts that have passed, each with its name, how long it took and how many tests were left out.
#[derive(Debug)]
pub(crate) struct BrokenOff {
    file: PathBuf,
    /// The commit; nothing is kept where something differs from it.
    commit: Option<String>,
    passed: Vec<(String, Duration, usize)>,
}

impl BrokenOff {
    /// What an earlier run has passed of the same commit, if that `is_wanted`; else a fresh list.
    pub(crate) fn open(workspace: &Workspace, is_wanted: bool) -> Result<BrokenOff> {
        let folder = workspace.workshop("full-run");
        fs::create_dir_all(&folder).context("could not make a folder for the full run")?;
        let mut broken_off =
            BrokenOff { file: folder.join("passed"), commit: commit(workspace), passed: Vec::new() };
        if let (true, Ok(text)) = (is_wanted, fs::read_to_string(&broken_off.file)) {
            broken_off.passed = passed_of(&text, broken_off.commit.as_deref());
        }
        broken_off.write()?;
        Ok(broken_off)
    }

    /// How long a part took when it passed, and how many tests were left out of it.
    pub(crate) fn passed(&self, part: &str) -> Option<(Duration, usize)> {
        let (_, time, left_out) = self.passed.iter().find(|(name, ..)| name == part)?;
        Some((*time, *left_out))
    }

    /// Takes note of a part that has passed.
    pub(crate) fn add(&mut self, part: &str, time: Duration, left_out: usize) -> Result<()> {
        self.passed.push((part.to_owned(), time, left_out));
        self.write()
    }

    fn write(&self) -> Result<()> {
        let Some(commit) = &self.commit else { return Ok(()) };
        let mut text = format!("{commit}\n");
        for (name, time, left_out) in &self.passed {
            text += &format!("{name}\t{}\t{left_out}\n", time.as_millis());
        }
        fs::write(&self.file, text).context("could not take note of what has passed")
    }
}

/// The parts of a note on that commit; none of another.
fn passed_of(text: &str, commit: Option<&str>) -> Vec<(String, Duration, usize)> {
    let mut lines = text.lines();
    if commit.is_none() || lines.next() != commit {
        return Vec::new();
    }
    let part = |line: &str| {
        let mut fields = line.split('\t');
        let (name, time) = (fields.next()?.to_owned(), fields.next()?.parse().ok()?);
        Some((name, Duration::from_millis(time), fields.next()?.parse().ok()?))
    };
    lines.filter_map(part).collect()
}

/// The commit, if all files are as it has them but for the summary of the run itself.
fn commit(workspace: &Workspace) -> Option<String> {
    let but_the_summary = format!(":!{SUMMARY}");
    let changed = ["status", "--porcelain", "--", ".", &but_the_summary];
    let changed = command::output(workspace.program("git").args(changed)).ok()?;
    let commit = command::output(workspace.program("git").args(["rev-parse", "HEAD"])).ok()?;
    changed.trim().is_empty().then(|| commit.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTE: &str = "abc123\nlints\t12000\t0\nbrowser tests in Firefox\t900500\t10\n";

    #[test]
    fn what_passed_of_the_same_commit_is_taken_over() {
        let passed = passed_of(NOTE, Some("abc123"));
        assert_eq!(
            passed,
            [
                ("lints".to_owned(), Duration::from_secs(12), 0),
                ("browser tests in Firefox".to_owned(), Duration::from_millis(900_500), 10)
            ]
        );
    }

    #[test]
    fn nothing_is_taken_over_from_another_commit_or_where_files_differ() {
        assert_eq!(passed_of(NOTE, Some("def456")), []);
        assert_eq!(passed_of(NOTE, None), []);
    }

    #[test]
    fn a_note_that_was_not_written_to_its_end_counts_as_far_as_it_goes() {
        assert_eq!(passed_of("abc123\nlints\t12000\t0\nfuzz", Some("abc123")).len(), 1);
    }
}
