//! What came of the parts of a test, on the screen and for the full run in `docs/full-run.md`.

use std::fmt::{self, Write as _};
use std::fs;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::engines::Engine;
use crate::workspace::Workspace;
use crate::{command, left_out, progress};

/// Where the summary of the last full run is.
pub(crate) const SUMMARY: &str = "docs/full-run.md";
/// Begins the line of it that tells of the versions.
const MADE_WITH: &str = "Made with ";

/// Stands in the summary where something differed from every commit.
const NO_COMMIT: &str = "not committed";

/// How a part ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Passed,
    Failed,
}

/// A part that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ended {
    pub(crate) name: String,
    pub(crate) time: Duration,
    pub(crate) outcome: Outcome,
    /// How many tests of it were not run.
    pub(crate) left_out: usize,
    /// What it ran on, if all of that was committed.
    pub(crate) commit: Option<String>,
}

/// What ran, how long it took and how it ended.
#[derive(Debug)]
pub(crate) struct Report(pub(crate) Vec<Ended>);

impl Report {
    pub(crate) fn failed(&self) -> usize {
        self.0.iter().filter(|part| part.outcome == Outcome::Failed).count()
    }

    /// Writes what is worth keeping of a full run.
    pub(crate) fn write_summary(&self, workspace: &Workspace, versions: &str) -> Result<()> {
        let days =
            SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs() / 86_400;
        let text = self.summary(&date(days), versions);
        fs::write(workspace.path(SUMMARY), text).with_context(|| format!("could not write {SUMMARY}"))
    }

    fn summary(&self, date: &str, versions: &str) -> String {
        let mut text = format!(
            "# The last full run\n\nWritten by `cargo xtask test --full` on {date}. Each part ran on the commit beside \
             it, since which nothing that it depends on has changed.\n\n{MADE_WITH}{versions}.\n\n\
             | part | time | outcome | left out | commit |\n| --- | --- | --- | --- | --- |\n",
        );
        for Ended { name, time, outcome, left_out, commit } in &self.0 {
            let time = progress::seconds(*time);
            let commit = commit.as_deref().unwrap_or(NO_COMMIT);
            // Writing to a text never fails.
            let _ = writeln!(text, "| {name} | {time} | {outcome} | {left_out} | {commit} |");
        }
        if self.0.iter().any(|part| part.left_out > 0) {
            let _ = writeln!(text, "\nWhat is left out, and why, is in [engines.md](engines.md).");
        }
        text
    }
}

/// What a summary was made with, and its parts.
pub(crate) fn read_summary(text: &str) -> (&str, Vec<Ended>) {
    let made_with = text.lines().find_map(|line| line.strip_prefix(MADE_WITH)?.strip_suffix('.'));
    (made_with.unwrap_or_default(), text.lines().filter_map(read_row).collect())
}

fn read_row(row: &str) -> Option<Ended> {
    let cells: Vec<&str> = row.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect();
    let [name, time, outcome, left_out, commit] = cells[..] else { return None };
    Some(Ended {
        name: name.to_owned(),
        time: Duration::from_secs_f64(time.strip_suffix(" s")?.parse().ok()?),
        outcome: match outcome {
            "passed" => Outcome::Passed,
            _ => Outcome::Failed,
        },
        left_out: left_out.parse().ok()?,
        commit: (commit != NO_COMMIT).then(|| commit.to_owned()),
    })
}

/// The compiler and the browsers, as a summary tells of them.
pub(crate) fn versions(workspace: &Workspace) -> Result<String> {
    let compiler = command::output(workspace.program("rustc").arg("--version"))?;
    let mut versions = vec![compiler.trim().to_owned()];
    for engine in Engine::ALL {
        versions.push(engine.version()?);
    }
    Ok(versions.join(", "))
}

impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Outcome::Passed => "passed",
            Outcome::Failed => "failed",
        })
    }
}

impl Ended {
    /// What has to be added, so that nobody takes a part for the whole.
    fn reservation(&self) -> String {
        let failed = if self.outcome == Outcome::Failed { ", failed" } else { "" };
        match self.left_out {
            0 => failed.to_owned(),
            count => format!("{failed}, {count} left out ({})", left_out::LIST),
        }
    }
}

/// The last line is of the kind that continuous integration counts by.
impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.0.iter().map(|part| part.name.len()).max().unwrap_or(0);
        for ended in &self.0 {
            let time = progress::seconds(ended.time);
            writeln!(formatter, "{:width$} {time:>8}{}", ended.name, ended.reservation())?;
        }
        writeln!(formatter, "{} passed, {} failed", self.0.len() - self.failed(), self.failed())
    }
}

/// The date of a day counted from the first of 1970.
fn date(mut day: u64) -> String {
    let mut year = 1970;
    while day >= days_in(year) {
        day -= days_in(year);
        year += 1;
    }
    let february = days_in(year) - 337;
    let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while day >= months[month] {
        day -= months[month];
        month += 1;
    }
    format!("{year}-{:02}-{:02}", month + 1, day + 1)
}

fn days_in(year: u64) -> u64 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    if is_leap { 366 } else { 365 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> [Ended; 2] {
        let part = |name: &str, time, outcome, left_out, commit: Option<&str>| Ended {
            name: name.to_owned(),
            time: Duration::from_millis(time),
            outcome,
            left_out,
            commit: commit.map(str::to_owned),
        };
        [
            part("board in Firefox", 900, Outcome::Passed, 2, Some("abc123")),
            part("lints", 12_000, Outcome::Failed, 0, None),
        ]
    }

    #[test]
    fn the_report_ends_with_the_count_of_parts() {
        assert_eq!(
            Report(parts().to_vec()).to_string(),
            "board in Firefox    0.9 s, 2 left out (docs/engines.md)\nlints              12.0 s, failed\n\
             1 passed, 1 failed\n"
        );
    }

    #[test]
    fn the_summary_tells_when_with_what_on_what_and_how_each_part_ended() {
        let summary = Report(parts().to_vec()).summary("2024-02-29", "rustc 1.95.0, ChromeDriver 140.0");
        for told in [
            "`cargo xtask test --full` on 2024-02-29. ",
            "\n\nMade with rustc 1.95.0, ChromeDriver 140.0.\n\n",
            "\n| board in Firefox | 0.9 s | passed | 2 | abc123 |\n| lints | 12.0 s | failed | 0 | not committed |\n",
            "[engines.md](engines.md)",
        ] {
            assert!(summary.contains(told), "{summary}");
        }
    }

    #[test]
    fn a_summary_is_read_as_it_was_written() {
        let summary = Report(parts().to_vec()).summary("2024-02-29", "rustc 1.95.0, ChromeDriver 140.0");
        assert_eq!(read_summary(&summary), ("rustc 1.95.0, ChromeDriver 140.0", parts().to_vec()));
    }

    #[test]
    fn a_day_has_the_date_of_the_calendar() {
        for (day, expected) in [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (19_782, "2024-02-29"),
            (20_453, "2025-12-31"),
        ] {
            assert_eq!(date(day), expected);
        }
    }
}
