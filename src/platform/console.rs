//! What the browser's console is told.

/// From now on it says why the program panicked; of itself it names no more than a trap.
pub(crate) fn tell_of_panics() {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}

/// Tells whoever wrote the page that something in it is left out.
pub(crate) fn warn(what: &str) {
    web_sys::console::warn_1(&what.into());
}
