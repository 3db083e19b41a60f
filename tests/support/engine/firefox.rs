//! Firefox does most of what is needed by its preferences.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::Capabilities;

use super::{Preference, WINDOW, capabilities_of};

/// Without this a window is never narrower than the bars above the page. They stay drawn, though unseen:
/// Firefox does not finish starting as long as its address field has no box.
const NO_BARS: &str = "
:root { min-width: 0 !important; }
#navigator-toolbox { position: fixed !important; visibility: hidden !important; }
";

pub(super) fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("Listening on 127.0.0.1:")?;
    port.parse().ok()
}

pub(super) fn capabilities(folder: &Path, downloads: &Path, preference: Preference) -> Capabilities {
    let (width, height) = (WINDOW.0.to_string(), WINDOW.1.to_string());
    let profile = folder.join("profile");
    let sheets = profile.join("chrome");
    fs::create_dir_all(&sheets).expect("a folder for the profile");
    fs::write(sheets.join("userChrome.css"), NO_BARS).expect("the sheet can be written");
    let mut preferences = json!({
        "browser.download.dir": downloads,
        "browser.download.folderList": 2,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        // A made-up name leads to this machine.
        "network.dns.localDomains": "intranet.test",
        "services.settings.server": "data:,",
        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
    });
    for (name, value) in told(preference) {
        preferences[name] = value;
    }
    let mut arguments = vec![json!("-profile"), json!(profile)];
    match preference {
        // What is drawn nowhere is read out by nobody.
        Preference::ReadOut => {}
        _ => arguments.extend(["-headless", "-width", &width, "-height", &height].map(|part| json!(part))),
    }
    capabilities_of(
        "moz:firefoxOptions",
        json!({
            "binary": "firefox-esr",
            "args": arguments,
            "prefs": preferences,
        }),
    )
}

/// The settings that stand for what the person prefers.
fn told(preference: Preference) -> Vec<(&'static str, Value)> {
    match preference {
        Preference::None => vec![],
        Preference::DarkAndStill => vec![
            ("layout.css.prefers-color-scheme.content-override", json!(0)),
            ("ui.prefersReducedMotion", json!(1)),
        ],
        // It tells a screen reader what it shows, asked or not.
        Preference::ReadOut => vec![("accessibility.force_disabled", json!(-1))],
        Preference::ForcedColours => vec![("browser.display.document_color_use", json!(2))],
    }
}
