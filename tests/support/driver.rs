//! The driver's process: one for each browser, ended with it.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::Engine;

/// A running driver. Dropping it ends this one process and no other.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver that leaves its temporary files in `folder`, and waits until it listens.
    pub(crate) fn start(engine: Engine, folder: &Path) -> Driver {
        let program = engine.driver();
        let mut process = Command::new(&program)
            .args(engine.driver_arguments())
            .env("TMPDIR", folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} did not start: {error}", program.display()));
        let mut lines = BufReader::new(process.stdout.take().expect("standard output is a pipe")).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| engine.port_in(&line));
        let Some(port) = port else {
            let _ = process.kill();
            panic!("{} ended without saying where it listens", program.display());
        };
        // Whatever else it says has to be read, or it would wait for somebody to do so.
        thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Driver { process, port }
    }

    /// The number of its process, below which the browser runs.
    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
