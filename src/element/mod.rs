//! The custom element's side of the program: attributes in, a session out.
//!
//! The class itself stands in `digital-leadership-check.js`, because a class that extends
//! `HTMLElement` cannot be written in Rust. `rescue.js` takes over when the program has stopped.

use crate::Session;
use crate::app::DigitalLeadershipCheckProps;
use crate::platform::console;
use assessment::app::Navigation;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

const DEFAULT_HEADING_LEVEL: u8 = 2;
const DEFAULT_STORE: &str = "answers";

/// Draws the check into the shadow root of its element, as the element's attributes say.
#[wasm_bindgen]
#[must_use]
pub fn mount(host: &HtmlElement, root: ShadowRoot) -> Session {
    console::tell_of_panics();
    let props = DigitalLeadershipCheckProps::builder()
        .store(store(host))
        .navigation(navigation(host))
        .heading_level(heading_level(host))
        .build();
    Session::mount(root.unchecked_into(), props)
}

fn store(host: &HtmlElement) -> String {
    host.get_attribute("storage-key").filter(|key| !key.is_empty()).unwrap_or_else(|| DEFAULT_STORE.into())
}

fn navigation(host: &HtmlElement) -> Navigation {
    match host.get_attribute("navigation").as_deref() {
        Some("page") => Navigation::Page,
        _ => Navigation::Contained,
    }
}

fn heading_level(host: &HtmlElement) -> u8 {
    let level = host.get_attribute("heading-level").and_then(|level| level.parse().ok());
    level.filter(|level| (1..=4).contains(level)).unwrap_or(DEFAULT_HEADING_LEVEL)
}
