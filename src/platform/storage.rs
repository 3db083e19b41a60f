//! The browser's stores of texts, never trusted to be there.

use assessment::app::{LookedAt, Message, StoragePlace, StoreFailure};
use assessment::persist::PRODUCT;
use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// The store that the page wants used, and no other. Where it wants none, every call fails.
#[derive(Clone, Copy)]
pub(crate) struct Store(StoragePlace);

impl Store {
    /// The store in that place.
    pub(crate) fn new(place: StoragePlace) -> Self {
        Self(place)
    }

    /// Whether it outlives the tab, so that others share it.
    pub(crate) fn is_shared(self) -> bool {
        self.0 == StoragePlace::Device
    }

    /// The browser's own store, after a probe: gloo obtains it with an `expect`, and in a sandboxed
    /// frame or with site data blocked merely asking for it throws.
    fn raw(self) -> Result<web_sys::Storage, StoreFailure> {
        match self.0 {
            StoragePlace::Device if matches!(window().local_storage(), Ok(Some(_))) => {
                Ok(LocalStorage::raw())
            }
            StoragePlace::Tab if matches!(window().session_storage(), Ok(Some(_))) => {
                Ok(SessionStorage::raw())
            }
            _ => Err(StoreFailure::Blocked),
        }
    }

    /// Every stored text of ours by key. Other programs' are passed over.
    pub(crate) fn read_all(self) -> Result<Vec<(String, String)>, StoreFailure> {
        let store = self.raw()?;
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
    pub(crate) fn look(self, header: &str, key: &str) -> Result<LookedAt, StoreFailure> {
        let store = self.raw()?;
        let text = |key| store.get_item(key).map_err(blocked);
        Ok(LookedAt { header: text(header)?, text: text(key)? })
    }

    /// The text under a key.
    pub(crate) fn read(self, key: &str) -> Result<Option<String>, StoreFailure> {
        self.raw()?.get_item(key).map_err(blocked)
    }

    /// Stores one text. It is there when this returns `Ok`.
    pub(crate) fn write(self, key: &str, text: &str) -> Result<(), StoreFailure> {
        self.raw()?.set_item(key, text).map_err(|_| StoreFailure::Full)
    }

    /// Removes what is stored under the keys and nothing else.
    pub(crate) fn remove(self, keys: &[String]) -> Result<(), StoreFailure> {
        let store = self.raw()?;
        let mut outcome = Ok(());
        for key in keys {
            // One that cannot be removed keeps none of the others.
            if store.remove_item(key).is_err() {
                outcome = Err(StoreFailure::Blocked);
            }
        }
        outcome
    }

    /// Tells of every change that another tab makes to the store, and of the page's being shown again,
    /// when such news may have been missed; until the current owner is disposed of.
    pub(crate) fn on_change_elsewhere(self, heard: impl Fn(Message) + Clone + 'static) {
        let shown = heard.clone();
        let changed = window_event_listener(leptos::ev::storage, move |event| {
            // No other tab sees what is in this one's.
            if !self.is_shared() {
                return;
            }
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

    /// Tells what stands under a key after another tab has put something there or removed it, until the current
    /// owner is disposed of.
    pub(crate) fn on_text_elsewhere(self, key: String, heard: impl Fn(Option<String>) + 'static) {
        let changed = window_event_listener(leptos::ev::storage, move |event| {
            let is_about_it = event.key().is_none_or(|changed| changed == key);
            // News may be older than what was stored here since, so what stands there now is told.
            if self.is_shared()
                && is_about_it
                && let Ok(text) = self.read(&key)
            {
                heard(text);
            }
        });
        on_cleanup(move || changed.remove());
    }
}

fn blocked(_: JsValue) -> StoreFailure {
    StoreFailure::Blocked
}
