//! A screen reader: Orca, on a desktop that nobody looks at, and everything that it has said.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::display::Display;
use crate::finding::plain;
use crate::waiting::wait_for;

/// Begins what Orca says, in its log; the words stand in quotation marks after it.
const SAID: &str = "SPEECH OUTPUT: '";

/// Read by Orca when it starts: what it says stands in its log as soon as it is said.
const AT_ONCE: &str = "
import orca.debug
orca.debug.debugFile.reconfigure(line_buffering=True)
";

/// The desktop with its screen reader, of which there can be one at a time. Dropping it ends what it has started, and nothing else.
pub(crate) struct ScreenReader {
    display: Display,
    /// The bus over which programs tell what they show, the window manager and Orca.
    processes: Vec<Child>,
    bus: String,
    folder: PathBuf,
}

impl ScreenReader {
    /// Starts one that keeps everything in the folder, and waits until it speaks.
    pub(crate) fn start(folder: &Path) -> ScreenReader {
        let folder = folder.join("desktop");
        let runtime = folder.join("runtime");
        fs::create_dir_all(&runtime).expect("a folder for the desktop");
        fs::set_permissions(&runtime, fs::Permissions::from_mode(0o700)).expect("a folder of one's own");
        let settings = folder.join(".local/share/orca");
        fs::create_dir_all(&settings).expect("a folder for the settings");
        fs::write(settings.join("orca-customizations.py"), AT_ONCE).expect("the settings can be written");
        let mut reader =
            ScreenReader { display: Display::start(), processes: Vec::new(), bus: String::new(), folder };
        reader.bus = reader.start_bus();
        reader.start_program("openbox", &[]);
        let log = format!("--debug-file={}", reader.log().display());
        // Whoever has an Orca of their own keeps it: this one does not start beside it.
        reader.start_program("orca", &[&log]);
        let speaks = wait_for(|| (!reader.said().is_empty()).then_some(()));
        assert!(speaks.is_some(), "Orca says nothing, as it does where another one is running");
        reader
    }

    /// What a program on this desktop has to know.
    pub(crate) fn environment(&self) -> [(&'static str, String); 5] {
        [
            ("DISPLAY", self.display.name()),
            ("DBUS_SESSION_BUS_ADDRESS", self.bus.clone()),
            ("HOME", self.folder.display().to_string()),
            // What is said is read from the log; nothing has to be looked for that makes a sound of it.
            ("SPEECHD_CMD", "none".to_owned()),
            ("XDG_RUNTIME_DIR", self.folder.join("runtime").display().to_string()),
        ]
    }

    /// Everything that has been said, in order.
    pub(crate) fn said(&self) -> Vec<String> {
        let log = fs::read(self.log()).unwrap_or_default();
        let said = |line: &str| {
            let (_, said) = line.split_once(SAID)?;
            // Notes on how it is spoken may follow.
            let words = said.split_once("'{").map_or_else(|| said.trim_end_matches('\''), |(words, _)| words);
            Some(plain(words))
        };
        String::from_utf8_lossy(&log).lines().filter_map(said).filter(|words| !words.is_empty()).collect()
    }

    fn log(&self) -> PathBuf {
        self.folder.join("orca.log")
    }

    fn start_bus(&mut self) -> String {
        let mut bus = self.program("dbus-daemon");
        bus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]).stdout(Stdio::piped());
        let mut process = bus.spawn().unwrap_or_else(|error| panic!("dbus-daemon did not start: {error}"));
        let mut address = String::new();
        let output = process.stdout.take().expect("standard output is a pipe");
        self.processes.push(process);
        BufReader::new(output).read_line(&mut address).expect("the bus tells where it is");
        address.trim().to_owned()
    }

    fn start_program(&mut self, name: &str, arguments: &[&str]) {
        let mut command = self.program(name);
        let process = command.args(arguments).stdout(Stdio::null()).spawn();
        self.processes.push(process.unwrap_or_else(|error| panic!("{name} did not start: {error}")));
    }

    fn program(&self, name: &str) -> Command {
        let mut program = Command::new(name);
        program.envs(self.environment()).stdin(Stdio::null()).stderr(Stdio::null());
        program
    }
}

impl Drop for ScreenReader {
    fn drop(&mut self) {
        for process in self.processes.iter_mut().rev() {
            // None of them has anything to keep, and Orca takes its time when it is asked.
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
