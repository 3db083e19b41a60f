//! The browser's local storage, never trusted to be there.

use assessment::app::{LookedAt, Message, StoreFailure};
use assessment::persist::PRODUCT;
use gloo_storage::{LocalStorage, Storage as _};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// The store, after a probe: gloo obtains it with an `expect`, and in a sandboxed frame or with
/// site data blocked merely asking for it throws.
fn store() -> Result<Storage, StoreFailure> {
    match window().local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        _ => Err(StoreFailure::Blocked),
    }
}

/// Every stored text of ours by key. Other programs' are passed over.
pub(crate) fn read_all() -> Result<Vec<(String, String)>, StoreFailure> {
    let store = store()?;
    let mut records = Vec::new();
    for index in 0..store.length().map_err(blocked)? {
        let Some(key) = store.key(index).map_err(blocked)? else { continue };
        if key.starts_with(PRODUCT)
            && let Some(text) = store.get_item(&key).map_err(blocked)?
        {
            records.push((key, text));
        }
    }
    Ok(records)
}

/// What is stored under the key of the header and under another.
pub(crate) fn look(header: &str, key: &str) -> Result<LookedAt, StoreFailure> {
    let store = store()?;
    let text = |key| store.get_item(key).map_err(blocked);
    Ok(LookedAt { header: text(header)?, text: text(key)? })
}

/// Stores one text. It is there when this returns `Ok`.
pub(crate) fn write(key: &str, text: &str) -> Result<(), StoreFailure> {
    store()?.set_item(key, text).map_err(|_| StoreFailure::Full)
}

/// Removes what is stored under the keys and nothing else.
pub(crate) fn remove(keys: &[String]) -> Result<(), StoreFailure> {
    let store = store()?;
    let mut outcome = Ok(());
    for key in keys {
        // One that cannot be removed keeps none of the others.
        if store.remove_item(key).is_err() {
            outcome = Err(StoreFailure::Blocked);
        }
    }
    outcome
}

fn blocked(_: JsValue) -> StoreFailure {
    StoreFailure::Blocked
}

/// Tells of every change that another tab makes to the store, and of the page's being shown again,
/// when such news may have been missed; until the current owner is disposed of.
pub(crate) fn on_change_elsewhere(heard: impl Fn(Message) + Clone + 'static) {
    let shown = heard.clone();
    let changed = window_event_listener(leptos::ev::storage, move |event| {
        heard(match (event.key(), event.new_value()) {
            (Some(key), Some(text)) => Message::RecordSeen { key, text },
            (Some(key), None) => Message::RecordGone { key },
            (None, _) => Message::StoreCleared,
        });
    });
    // Both a tab that is turned to and a page that comes back whole from the history become visible.
    let shown = window_event_listener_untyped("visibilitychange", move |_| {
        if !document().hidden() {
            shown(Message::Returned);
        }
    });
    on_cleanup(move || {
        changed.remove();
        shown.remove();
    });
}
