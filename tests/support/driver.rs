//! The driver's process: one for each browser, ended with it.

use std::path::Path;
use std::process::{Child, Stdio};

use crate::display::Display;
use crate::engine::{Engine, Preference};
use crate::screen_reader::ScreenReader;

/// A running driver. Dropping it ends this one process and no other.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    _display: Option<Display>,
    screen_reader: Option<ScreenReader>,
}

impl Driver {
    /// Starts a driver that leaves its files in `folder`, and waits until it listens.
    pub(crate) fn start(engine: Engine, folder: &Path, preference: Preference) -> Driver {
        let display = engine.needs_display().then(Display::start);
        let is_read_out = preference == Preference::ReadOut;
        let screen_reader = is_read_out.then(|| ScreenReader::start(folder));
        let mut command = engine.driver(folder);
        command.envs(display.iter().map(|display| ("DISPLAY", display.name())));
        command.envs(screen_reader.iter().flat_map(ScreenReader::environment));
        let program = command.get_program().display().to_string();
        let mut process = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} did not start: {error}"));
        let Some(port) = engine.port(&mut process) else {
            let _ = process.kill();
            panic!("{program} does not listen");
        };
        Driver { process, port, _display: display, screen_reader }
    }

    /// The number of its process, below which the browser runs.
    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    /// The screen reader of whoever prefers that everything is read out.
    pub(crate) fn screen_reader(&self) -> Option<&ScreenReader> {
        self.screen_reader.as_ref()
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
