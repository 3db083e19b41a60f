//! WebKitGTK, in the browser that comes with it, as a person on a desktop has it.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Child, Command};

use serde_json::json;
use thirtyfour::Capabilities;

use super::{Preference, WINDOW, capabilities_of, driver_named};
use crate::processes;
use crate::waiting::wait_for;

/// Without this a window is never narrower than the bar above the page.
const TINY_BAR: &str =
    "* { font-size: 1px; min-width: 0; min-height: 0; margin: 0; border-width: 0; padding: 0; }";

/// The browser takes its settings and places from the driver's environment.
pub(super) fn driver(folder: &Path) -> Command {
    let mut command = driver_named("WEBKITWEBDRIVER", "WebKitWebDriver");
    command.env("HOME", folder);
    for kind in ["CACHE", "CONFIG", "DATA"] {
        command.env(format!("XDG_{kind}_HOME"), folder.join(kind.to_lowercase()));
    }
    command
}

/// It tells nobody where it listens, but the system knows.
pub(super) fn port(driver: &Child) -> Option<u16> {
    wait_for(|| processes::listening(driver.id()))
}

pub(super) fn capabilities(folder: &Path, downloads: &Path, preference: Preference) -> Capabilities {
    let settings = folder.join("config");
    let sheets = settings.join("gtk-3.0");
    fs::create_dir_all(&sheets).expect("a folder for the settings");
    fs::write(sheets.join("gtk.css"), TINY_BAR).expect("the sheet can be written");
    fs::write(sheets.join("settings.ini"), told(preference)).expect("the settings can be written");
    let places = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
    fs::write(settings.join("user-dirs.dirs"), places).expect("the places can be written");
    // Debian puts it where no path leads.
    let browser = format!("/usr/lib/{}-linux-gnu/webkit2gtk-4.1/MiniBrowser", env::consts::ARCH);
    let (width, height) = WINDOW;
    let arguments = ["--automation".to_owned(), format!("--geometry={width}x{height}")];
    capabilities_of("webkitgtk:browserOptions", json!({ "binary": browser, "args": arguments }))
}

/// The settings of the desktop that stand for what the person prefers.
fn told(preference: Preference) -> &'static str {
    match preference {
        Preference::None => "",
        Preference::DarkAndStill => {
            "[Settings]\ngtk-application-prefer-dark-theme=true\ngtk-enable-animations=false\n"
        }
        Preference::ReadOut => panic!("no screen reader is driven with WebKitGTK"),
        Preference::ForcedColours => panic!("WebKitGTK has no forced colours"),
    }
}
