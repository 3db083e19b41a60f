//! A browser as a person has it, without a driver.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use browser_tests::processes;

/// What keeps Firefox to the one page.
const FIREFOX_PREFERENCES: &str = r#"
user_pref("app.update.enabled", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("toolkit.startup.max_resumed_crashes", -1);
"#;

const WEBKIT: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/// A running browser.
pub(crate) struct Browser(Child);

impl Browser {
    /// Opens a page in the browser of that name, which keeps everything in `profile`.
    pub(crate) fn start(name: &str, profile: &Path, page: &str) -> Browser {
        let mut command = match name {
            "chromium" => chromium(profile),
            "firefox" => firefox(profile),
            "webkit" => Command::new(WEBKIT),
            _ => panic!("there is no browser {name}"),
        };
        let process = command
            .arg(page)
            .env("HOME", profile)
            .env("XDG_DATA_HOME", profile.join("data"))
            .env("XDG_CACHE_HOME", profile.join("cache"))
            .env("XDG_CONFIG_HOME", profile.join("config"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} did not start: {error}"));
        Browser(process)
    }

    /// Kills every process of this browser at once.
    pub(crate) fn kill(mut self) {
        let main = self.0.id();
        let mut ids = vec![main];
        ids.extend(processes::below(main).into_iter().map(|process| process.id));
        processes::kill(&ids);
        self.0.wait().expect("a process that is gone can be waited for");
    }
}

fn chromium(profile: &Path) -> Command {
    let mut command = Command::new("chromium");
    command.args([
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-popup-blocking",
        "--disable-sync",
    ]);
    command.arg(format!("--user-data-dir={}", profile.display()));
    command
}

fn firefox(profile: &Path) -> Command {
    fs::write(profile.join("user.js"), FIREFOX_PREFERENCES).expect("the preferences can be written");
    let mut command = Command::new("firefox-esr");
    command.args(["--headless", "--no-remote", "--profile"]).arg(profile);
    command
}
