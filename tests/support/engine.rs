//! What differs between browsers: how their drivers start, and what WebDriver itself cannot do.

use std::env;
use std::path::{Path, PathBuf};

use serde_json::json;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{
    Capabilities, ChromiumLikeCapabilities as _, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
    WindowHandle,
};

/// A kind of browser.
///
/// Another one is added here and nowhere else: a variant, and an arm in each function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by ChromeDriver.
    Chromium,
}

/// What a page holds in memory.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// Nodes of any document.
    pub nodes: u64,
    /// Functions that wait for an event.
    pub listeners: u64,
    /// Bytes of everything else.
    pub bytes: f64,
}

/// A script that runs before each page, until it is taken back.
#[derive(Debug)]
pub struct Preload(String);

impl Engine {
    /// The engine that the tests run in.
    #[must_use]
    pub fn chosen() -> Engine {
        Engine::Chromium
    }

    /// The driver's program.
    pub(crate) fn driver(self) -> PathBuf {
        match self {
            Engine::Chromium => env::var_os("CHROMEDRIVER").map_or_else(|| "chromedriver".into(), Into::into),
        }
    }

    /// What makes the driver listen on any free port of this machine alone.
    pub(crate) fn driver_arguments(self) -> &'static [&'static str] {
        match self {
            Engine::Chromium => &["--port=0"],
        }
    }

    /// The port, if this is the line in which the driver tells it.
    pub(crate) fn port_in(self, line: &str) -> Option<u16> {
        match self {
            Engine::Chromium => {
                let (_, port) = line.split_once("started successfully on port ")?;
                port.trim_end_matches('.').parse().ok()
            }
        }
    }

    /// A browser without a window, with everything that it keeps in `profile`.
    pub(crate) fn capabilities(self, profile: &Path) -> WebDriverResult<Capabilities> {
        match self {
            Engine::Chromium => {
                let mut chrome = DesiredCapabilities::chrome();
                for argument in [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--window-size=1280,900",
                ] {
                    chrome.add_arg(argument)?;
                }
                chrome.add_arg(&format!("--user-data-dir={}", profile.display()))?;
                chrome.set_browser_log_level(LoggingPrefsLogLevel::All)?;
                Ok(chrome.into())
            }
        }
    }

    /// Runs `script` at the start of every document from now on, before any script of the page.
    pub(crate) async fn preload(self, driver: &WebDriver, script: &str) -> WebDriverResult<Preload> {
        match self {
            Engine::Chromium => {
                let answer = driver
                    .cdp()
                    .send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }))
                    .await?;
                Ok(Preload(answer["identifier"].as_str().unwrap_or_default().to_owned()))
            }
        }
    }

    /// Takes a script of [`Engine::preload`] back.
    pub(crate) async fn end_preload(self, driver: &WebDriver, preload: Preload) -> WebDriverResult<()> {
        match self {
            Engine::Chromium => {
                let identifier = json!({ "identifier": preload.0 });
                driver.cdp().send_raw("Page.removeScriptToEvaluateOnNewDocument", identifier).await?;
                Ok(())
            }
        }
    }

    /// Lets the pages that are opened from now on run scripts, or not.
    pub(crate) async fn allow_scripts(self, driver: &WebDriver, is_allowed: bool) -> WebDriverResult<()> {
        match self {
            Engine::Chromium => {
                let off = json!({ "value": !is_allowed });
                driver.cdp().send_raw("Emulation.setScriptExecutionDisabled", off).await?;
                Ok(())
            }
        }
    }

    /// Removes everything that the browser has stored for an address.
    pub(crate) async fn forget(self, driver: &WebDriver, origin: String) -> WebDriverResult<()> {
        match self {
            Engine::Chromium => {
                let all = json!({ "origin": origin, "storageTypes": "all" });
                driver.cdp().send_raw("Storage.clearDataForOrigin", all).await?;
                Ok(())
            }
        }
    }

    /// Gives the page exactly this room, however small; a window cannot be made that narrow.
    pub(crate) async fn resize(self, driver: &WebDriver, width: u32, height: u32) -> WebDriverResult<()> {
        match self {
            Engine::Chromium => {
                let room =
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", room).await?;
                Ok(())
            }
        }
    }

    /// Closes a tab whose process was killed, from another: the driver itself ends the session over one.
    pub(crate) async fn close_killed(self, driver: &WebDriver, tab: &WindowHandle) -> WebDriverResult<()> {
        match self {
            Engine::Chromium => {
                let target = json!({ "targetId": tab.to_string() });
                driver.cdp().send_raw("Target.closeTarget", target).await?;
                Ok(())
            }
        }
    }

    /// Puts whatever is downloaded from now on into `folder`, without asking.
    pub(crate) async fn download_into(self, driver: &WebDriver, folder: &Path) -> WebDriverResult<()> {
        match self {
            Engine::Chromium => {
                let into = json!({ "behavior": "allow", "downloadPath": folder });
                driver.cdp().send_raw("Browser.setDownloadBehavior", into).await?;
                Ok(())
            }
        }
    }

    /// Whether a process of the browser, started by this command, draws pages.
    pub(crate) fn draws_pages(self, command: &str) -> bool {
        match self {
            // The browser draws parts of its own window in such a process too.
            Engine::Chromium => {
                command.contains("--type=renderer") && !command.contains("--top-chrome-webui")
            }
        }
    }

    /// The errors that the browser has logged since this was last asked.
    pub(crate) async fn errors(self, driver: &WebDriver) -> WebDriverResult<Vec<String>> {
        match self {
            Engine::Chromium => {
                let log = driver.browser_log().await?;
                let errors = log.into_iter().filter(|entry| entry.level == "SEVERE");
                Ok(errors.map(|entry| entry.message).collect())
            }
        }
    }

    /// What the page holds in memory, once everything that nothing refers to is gone.
    pub(crate) async fn held(self, driver: &WebDriver) -> WebDriverResult<Held> {
        match self {
            Engine::Chromium => {
                let tools = driver.cdp();
                // What one collection lets go of may have held something else.
                for _ in 0..3 {
                    tools.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
                }
                let counted = tools.send_raw("Memory.getDOMCounters", json!({})).await?;
                let heap = tools.send_raw("Runtime.getHeapUsage", json!({})).await?;
                let count = |value: &serde_json::Value| value.as_u64().unwrap_or_default();
                Ok(Held {
                    nodes: count(&counted["nodes"]),
                    listeners: count(&counted["jsEventListeners"]),
                    // A whole number that is written as a fraction at times.
                    bytes: heap["usedSize"].as_f64().unwrap_or_default(),
                })
            }
        }
    }

    /// What a driver calls the role of a `summary`, for which ARIA has no name.
    pub(crate) fn disclosure_role(self) -> &'static str {
        match self {
            Engine::Chromium => "DisclosureTriangle",
        }
    }
}
