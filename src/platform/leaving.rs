//! Asking before the page is left.

use leptos::prelude::*;

/// Whether the browser asks before it leaves the page.
///
/// The listener exists only while it is needed, because its mere presence keeps some browsers from
/// restoring the page at once on Back.
#[derive(Clone, Copy)]
pub(crate) struct LeavingGuard(StoredValue<Option<WindowListenerHandle>>);

impl LeavingGuard {
    /// Does not ask yet; stops asking when the current owner is disposed of.
    pub(crate) fn new() -> Self {
        let guard = Self(StoredValue::new(None));
        on_cleanup(move || guard.set(false));
        guard
    }

    /// Asks from now on, or stops asking.
    pub(crate) fn set(self, is_asking: bool) {
        let handle = is_asking.then(|| {
            window_event_listener(leptos::ev::beforeunload, |event| {
                event.prevent_default();
                // Older browsers ask only if there is a text, though they show their own.
                event.set_return_value("1");
            })
        });
        if let Some(Some(before)) = self.0.try_update_value(|kept| std::mem::replace(kept, handle)) {
            before.remove();
        }
    }
}
