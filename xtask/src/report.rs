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

/// What ran, how long it took and how it ended.
#[derive(Debug, Default)]
pub(crate) struct Report {
    parts: Vec<Ended>,
    pub(crate) failed: usize,
    /// How many parts were taken over from a run that was broken off.
    taken_over: usize,
}

#[derive(Debug)]
struct Ended {
    name: String,
    time: Duration,
    passed: bool,
    left_out: usize,
}

impl Report {
    /// `left_out` is how many tests of it were not run.
    pub(crate) fn add(&mut self, name: &str, time: Duration, passed: bool, left_out: usize) {
        self.parts.push(Ended { name: name.to_owned(), time, passed, left_out });
        self.failed += usize::from(!passed);
    }

    /// Takes over a part that passed in a run of the same commit that was broken off.
    pub(crate) fn take_over(&mut self, name: &str, time: Duration, left_out: usize) {
        self.add(name, time, true, left_out);
        self.taken_over += 1;
    }

    /// Writes what is worth keeping of a full run.
    pub(crate) fn write_summary(&self, workspace: &Workspace) -> Result<()> {
        let days =
            SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs() / 86_400;
        let compiler = command::output(workspace.program("rustc").arg("--version"))?;
        let mut versions = vec![compiler.trim().to_owned()];
        for engine in Engine::ALL {
            versions.push(engine.version()?);
        }
        let text = self.summary(&date(days), &versions);
        fs::write(workspace.path(SUMMARY), text).with_context(|| format!("could not write {SUMMARY}"))
    }

    /// What has to be said of where the parts come from.
    fn origin(&self) -> String {
        match self.taken_over {
            0 => String::new(),
            count => format!(
                " The run was broken off and gone on with, at the same commit: {count} parts had passed before."
            ),
        }
    }

    fn summary(&self, date: &str, versions: &[String]) -> String {
        let mut text = format!(
            "# The last full run\n\nWritten by `cargo xtask test --full`.\n\n{date}, with {}.{}\n\n\
             | part | time | outcome |\n| --- | --- | --- |\n",
            versions.join(", "),
            self.origin()
        );
        for ended in &self.parts {
            let Ended { name, time, passed, .. } = ended;
            let outcome = if *passed { "passed" } else { "failed" };
            // Writing to a text never fails.
            let _ = writeln!(
                text,
                "| {name} | {} | {outcome}{} |",
                progress::seconds(*time),
                ended.reservation()
            );
        }
        text
    }
}

impl Ended {
    /// What has to be added, so that nobody takes a part for the whole.
    fn reservation(&self) -> String {
        match self.left_out {
            0 => String::new(),
            count => format!(", {count} left out ({})", left_out::LIST),
        }
    }
}

/// The last line is of the kind that continuous integration counts by.
impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.parts.iter().map(|part| part.name.len()).max().unwrap_or(0);
        for ended in &self.parts {
            let time = progress::seconds(ended.time);
            writeln!(formatter, "{:width$} {time:>8}{}", ended.name, ended.reservation())?;
        }
        writeln!(formatter, "{} passed, {} failed", self.parts.len() - self.failed, self.failed)
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

    fn report() -> Report {
        let mut report = Report::default();
        report.add("format", Duration::from_millis(900), true, 2);
        report.add("lints", Duration::from_secs(12), false, 0);
        report
    }

    #[test]
    fn the_report_ends_with_the_count_of_parts() {
        assert_eq!(
            report().to_string(),
            "format    0.9 s, 2 left out (docs/engines.md)\nlints    12.0 s\n1 passed, 1 failed\n"
        );
    }

    #[test]
    fn the_summary_tells_when_with_what_and_how_each_part_ended() {
        assert_eq!(
            report().summary("2024-02-29", &["rustc 1.95.0", "ChromeDriver 140.0"].map(str::to_owned)),
            "# The last full run\n\nWritten by `cargo xtask test --full`.\n\n\
             2024-02-29, with rustc 1.95.0, ChromeDriver 140.0.\n\n\
             | part | time | outcome |\n| --- | --- | --- |\n\
             | format | 0.9 s | passed, 2 left out (docs/engines.md) |\n| lints | 12.0 s | failed |\n"
        );
    }

    #[test]
    fn the_summary_tells_that_a_run_was_gone_on_with() {
        let mut report = report();
        report.take_over("fuzzing", Duration::from_secs(90), 0);
        let summary = report.summary("2024-02-29", &["rustc 1.95.0".to_owned()]);
        assert!(summary.contains("at the same commit: 1 parts had passed before."), "{summary}");
        assert!(summary.contains("| fuzzing | 90.0 s | passed |"), "{summary}");
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
