//! What kind of browser this is, where that matters to a person.

use js_sys::Reflect;
use leptos::prelude::window;

/// Whether the browser clears what a website has stored after seven days without a visit. Safari does,
/// and so do all browsers that are made of the same parts.
pub(crate) fn is_forgetful() -> bool {
    let vendor = Reflect::get(&window().navigator(), &"vendor".into());
    vendor.is_ok_and(|vendor| vendor.as_string().is_some_and(|vendor| vendor.starts_with("Apple")))
}
