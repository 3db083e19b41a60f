//! The browser's local storage, never trusted to be there.

use assessment::app::StoreFailure;
use gloo_storage::{LocalStorage, Storage as _};
use leptos::prelude::*;
use web_sys::Storage;

/// The store, after a probe: gloo obtains it with an `expect`, and in a sandboxed frame or with
/// site data blocked merely asking for it throws.
fn store() -> Result<Storage, StoreFailure> {
    match window().local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        _ => Err(StoreFailure::Blocked),
    }
}

/// Everything stored under the keys.
pub(crate) fn read(keys: Vec<String>) -> Result<Vec<(String, String)>, StoreFailure> {
    let store = store()?;
    let mut records = Vec::new();
    for key in keys {
        if let Some(text) = store.get_item(&key).map_err(|_| StoreFailure::Blocked)? {
            records.push((key, text));
        }
    }
    Ok(records)
}

/// Stores one text. It is there when this returns `Ok`.
pub(crate) fn write(key: &str, text: &str) -> Result<(), StoreFailure> {
    store()?.set_item(key, text).map_err(|_| StoreFailure::Full)
}

/// Removes what is stored under the keys and nothing else.
pub(crate) fn remove(keys: &[String]) {
    let Ok(store) = store() else { return };
    for key in keys {
        // A store that fails to remove fails to read too, and that is said when it is read.
        let _ = store.remove_item(key);
    }
}

/// Calls `seen` with the key and text of every record that another tab writes, until the current
/// owner is disposed of.
pub(crate) fn on_change_elsewhere(seen: impl Fn(String, String) + 'static) {
    let handle = window_event_listener(leptos::ev::storage, move |event| {
        if let (Some(key), Some(text)) = (event.key(), event.new_value()) {
            seen(key, text);
        }
    });
    on_cleanup(move || handle.remove());
}
