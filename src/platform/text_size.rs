//! The reader's own text size, which a page's root font size may hide.

use leptos::prelude::window;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Gives the styles the size of text at the size `medium`, which is what the reader set in the browser.
///
/// The styles give the frame that size, whatever the page around it does with its own.
pub(crate) fn follow_reader(frame: &Element) {
    let Ok(Some(computed)) = window().get_computed_style(frame) else { return };
    let Ok(size) = computed.get_property_value("font-size") else { return };
    if let Some(frame) = frame.dyn_ref::<HtmlElement>().filter(|_| !size.is_empty()) {
        // Through the object model, which a strict policy allows; an attribute it would not.
        let _ = frame.style().set_property("--root-size", &size);
    }
}
