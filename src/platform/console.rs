//! What the browser's console is told.

/// Tells whoever wrote the page that something in it is left out.
pub(crate) fn warn(what: &str) {
    web_sys::console::warn_1(&what.into());
}
