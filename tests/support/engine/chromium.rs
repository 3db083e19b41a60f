//! Chromium has a protocol of its own for what WebDriver cannot do.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{
    Capabilities, ChromiumLikeCapabilities as _, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
    WindowHandle,
};

use super::{Held, Preference, WINDOW};

pub(super) fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

pub(super) fn capabilities(folder: &Path, downloads: &Path) -> WebDriverResult<Capabilities> {
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
        // A made-up name leads to this machine, and to nobody else's.
        "--host-resolver-rules=MAP intranet.test 127.0.0.1",
        // The driver finds no roles and names in a frame that has a process of its own.
        "--disable-site-isolation-trials",
        "--disable-features=IsolateOrigins,site-per-process,IsolateSandboxedIframes",
    ] {
        chrome.add_arg(argument)?;
    }
    let (width, height) = WINDOW;
    chrome.add_arg(&format!("--window-size={width},{height}"))?;
    chrome.add_arg(&format!("--user-data-dir={}", folder.join("profile").display()))?;
    chrome.add_experimental_option("prefs", json!({ "download.default_directory": downloads }))?;
    chrome.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(chrome.into())
}

pub(super) async fn errors(session: &WebDriver) -> WebDriverResult<Vec<String>> {
    let log = session.browser_log().await?;
    let errors = log.into_iter().filter(|entry| entry.level == "SEVERE");
    Ok(errors.map(|entry| entry.message).collect())
}

/// A window cannot be made that narrow, so the page is told that it is.
pub(super) async fn resize(session: &WebDriver, width: u32, height: u32) -> WebDriverResult<()> {
    let room = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    session.cdp().send_raw("Emulation.setDeviceMetricsOverride", room).await?;
    Ok(())
}

pub(super) async fn allow_scripts(session: &WebDriver, is_allowed: bool) -> WebDriverResult<()> {
    let off = json!({ "value": !is_allowed });
    session.cdp().send_raw("Emulation.setScriptExecutionDisabled", off).await?;
    Ok(())
}

pub(super) async fn accessibility_nodes(session: &WebDriver) -> WebDriverResult<Vec<Value>> {
    let mut tree = session.cdp().send_raw("Accessibility.getFullAXTree", json!({})).await?;
    Ok(tree["nodes"].as_array_mut().map(std::mem::take).unwrap_or_default())
}

pub(super) async fn set_text_size(session: &WebDriver, size: u32) -> WebDriverResult<()> {
    let sizes = json!({ "fontSizes": { "standard": size } });
    session.cdp().send_raw("Page.setFontSizes", sizes).await?;
    Ok(())
}

pub(super) async fn held(session: &WebDriver) -> WebDriverResult<Held> {
    let tools = session.cdp();
    // What one collection lets go of may have held something else.
    for _ in 0..3 {
        tools.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let counted = tools.send_raw("Memory.getDOMCounters", json!({})).await?;
    let heap = tools.send_raw("Runtime.getHeapUsage", json!({})).await?;
    let count = |value: &Value| value.as_u64().unwrap_or_default();
    Ok(Held {
        nodes: count(&counted["nodes"]),
        listeners: count(&counted["jsEventListeners"]),
        // A whole number that is written as a fraction at times.
        bytes: heap["usedSize"].as_f64().unwrap_or_default(),
    })
}

/// The driver itself ends the session over a tab that was killed.
pub(super) async fn close_killed(session: &WebDriver, killed: &WindowHandle) -> WebDriverResult<()> {
    session.cdp().send_raw("Target.closeTarget", json!({ "targetId": killed.to_string() })).await?;
    Ok(())
}

pub(super) async fn set_preference(session: &WebDriver, preference: Preference) -> WebDriverResult<()> {
    let features = match preference {
        Preference::None => return Ok(()),
        Preference::DarkAndStill => json!([
            { "name": "prefers-color-scheme", "value": "dark" },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]),
        Preference::ReadOut => panic!("no screen reader is driven with Chromium"),
        Preference::ForcedColours => json!([{ "name": "forced-colors", "value": "active" }]),
    };
    session.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
    Ok(())
}

pub(super) async fn emulate_media(
    session: &WebDriver,
    kind: &str,
    has_forced_colours: bool,
) -> WebDriverResult<()> {
    let colours = if has_forced_colours { "active" } else { "none" };
    let features = json!([{ "name": "forced-colors", "value": colours }]);
    session
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", json!({ "media": kind, "features": features }))
        .await?;
    Ok(())
}

/// It does not pack the objects of which each is a page.
pub(super) async fn printed_pages(session: &WebDriver) -> WebDriverResult<usize> {
    const PAGE: &[u8] = b"/Type /Page\n";
    let document = session.print_page(PrintParameters::default()).await?;
    Ok(document.windows(PAGE.len()).filter(|part| *part == PAGE).count())
}
