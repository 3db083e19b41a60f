//! One short line for each step of a build, with its time.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use anyhow::Result;

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It ran.
    Made,
    /// What it makes was there already.
    Unchanged,
}

/// Runs a step that prints nothing of its own: `styles … 0.4 s`.
pub(crate) fn quiet(name: &str, work: impl FnOnce() -> Result<Outcome>) -> Result<()> {
    print!("{name} … ");
    // Shown while the work goes on; nothing is lost if it cannot be.
    let _ = io::stdout().flush();
    let start = Instant::now();
    match work() {
        Ok(Outcome::Made) => println!("{}", seconds(start.elapsed())),
        Ok(Outcome::Unchanged) => println!("unchanged"),
        Err(error) => {
            println!("failed");
            return Err(error);
        }
    }
    Ok(())
}

/// Runs a step whose own output is worth reading, between two lines of ours.
pub(crate) fn talking(name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("{name} …");
    let start = Instant::now();
    work()?;
    println!("{name} … {}", seconds(start.elapsed()));
    Ok(())
}

/// A time as a person reads it: `0.4 s`, `12.0 s`.
pub(crate) fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
