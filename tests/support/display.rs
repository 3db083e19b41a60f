//! A display that nobody looks at, for a browser that cannot do without one.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// A running display. Dropping it ends this one and no other.
pub(crate) struct Display {
    process: Child,
    number: u32,
}

impl Display {
    /// Starts one of a number that is free, and waits until it is ready.
    pub(crate) fn start() -> Display {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Xvfb did not start: {error}"));
        let mut line = String::new();
        let told =
            BufReader::new(process.stdout.take().expect("standard output is a pipe")).read_line(&mut line);
        let Some(number) = told.ok().and_then(|_| line.trim().parse().ok()) else {
            let _ = process.kill();
            panic!("Xvfb ended without saying which display it has");
        };
        Display { process, number }
    }

    /// What `DISPLAY` is set to.
    pub(crate) fn name(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // This one ends by itself when asked, and takes its lock with it.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}
