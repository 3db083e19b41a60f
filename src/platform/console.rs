//! What the browser's console is told.

/// From now on it says why and where the program panicked; of itself it names no more than a trap.
///
/// The parts go there one by one, because making one text of them would cost 200 bytes more.
pub(crate) fn tell_of_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let payload = panic.payload();
        let message = payload.downcast_ref::<&str>().copied();
        let message = message.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        let (file, line) = panic.location().map_or(("", 0), |place| (place.file(), place.line()));
        web_sys::console::error_3(&message.unwrap_or_default().into(), &file.into(), &line.into());
    }));
}

/// Tells whoever wrote the page that something in it is left out.
pub(crate) fn warn(what: &str) {
    web_sys::console::warn_1(&what.into());
}
