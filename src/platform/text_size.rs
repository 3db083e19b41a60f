//! The reader's own text size, which a page's root font size may hide.

use leptos::prelude::window;
use web_sys::Element;

/// The size in pixels of text at the size `medium`, which is what the reader set in the browser.
///
/// The styles give the host that size, whatever the page around it does with its own.
pub(crate) fn of_host(host: &Element) -> Option<String> {
    let style = window().get_computed_style(host).ok()??;
    style.get_property_value("font-size").ok().filter(|size| !size.is_empty())
}
