//! The custom element's side of the program: attributes in, a session out.
//!
//! The class itself stands in `digital-leadership-check.js`, because a class that extends
//! `HTMLElement` cannot be written in Rust. `rescue.js` takes over when the program has stopped.

use crate::Session;
use crate::app::DigitalLeadershipCheckProps;
use crate::platform::console;
use assessment::app::Navigation;
use assessment::persist::Keys;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

const DEFAULT_HEADING_LEVEL: u8 = 2;
const DEFAULT_STORE: &str = "answers";
const STORE: &str = "storage-key";
const NAVIGATION: &str = "navigation";
const HEADING_LEVEL: &str = "heading-level";
/// No more of a value is repeated in the console, in characters.
const LONGEST_SAID: usize = 60;

/// Draws the check into the shadow root of its element, as the element's attributes say.
#[wasm_bindgen]
#[must_use]
pub fn mount(host: &HtmlElement, root: ShadowRoot) -> Session {
    let props = DigitalLeadershipCheckProps::builder()
        .store(store(host))
        .navigation(navigation(host))
        .heading_level(heading_level(host))
        .build();
    Session::mount(root.unchecked_into(), props)
}

fn store(host: &HtmlElement) -> String {
    attribute(host, STORE).map_or_else(
        || DEFAULT_STORE.into(),
        |name| {
            if Keys::is_store_name(&name) {
                return name;
            }
            refuse(STORE, &name, "1 to 40 letters, digits, - and _");
            DEFAULT_STORE.into()
        },
    )
}

fn navigation(host: &HtmlElement) -> Navigation {
    match attribute(host, NAVIGATION).as_deref() {
        Some("page") => Navigation::Page,
        None | Some("contained") => Navigation::Contained,
        Some(other) => {
            refuse(NAVIGATION, other, "page or contained");
            Navigation::Contained
        }
    }
}

fn heading_level(host: &HtmlElement) -> u8 {
    let Some(level) = attribute(host, HEADING_LEVEL) else { return DEFAULT_HEADING_LEVEL };
    let known = level.parse().ok().filter(|level| (1..=4).contains(level));
    known.unwrap_or_else(|| {
        refuse(HEADING_LEVEL, &level, "1, 2, 3 or 4");
        DEFAULT_HEADING_LEVEL
    })
}

fn attribute(host: &HtmlElement, name: &str) -> Option<String> {
    host.get_attribute(name).filter(|value| !value.is_empty())
}

/// Tells whoever wrote the page. The check itself goes on as if the attribute were not there.
fn refuse(name: &str, value: &str, expected: &str) {
    let value: String = value.chars().take(LONGEST_SAID).collect();
    console::warn(&format!(
        "<digital-leadership-check> {name}=\"{value}\": expected {expected}; it is left out."
    ));
}
