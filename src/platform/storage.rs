//! The browser's stores of texts, never trusted to be there.

use super::mirror::Mirror;
use super::sealing::{self, Sealing};
use assessment::app::{LookedAt, Message, StoragePlace, StoreFailure};
use assessment::persist::{PRODUCT, SEALED};
use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// The store of one name in the place that the page wants used, and no other. Where it wants none, every call fails.
#[derive(Clone, Copy)]
pub(crate) struct Store {
    place: StoragePlace,
    sealing: Sealing,
}

/// How something in a store ends.
pub(crate) type Outcome = Result<(), StoreFailure>;

/// Where the texts of a store are.
enum Texts {
    /// In the browser's own store, in clear.
    Clear(web_sys::Storage),
    /// Open in this tab, from what is sealed under a passphrase.
    Unsealed,
}

impl Store {
    /// The store of that name in that place.
    pub(crate) fn new(place: StoragePlace, name: &str) -> Self {
        Self { place, sealing: Sealing::of(name) }
    }

    /// Whether it outlives the tab, so that others share it.
    pub(crate) fn is_shared(self) -> bool {
        self.place == StoragePlace::Device
    }

    /// What seals it.
    pub(crate) fn sealing(self) -> Sealing {
        self.sealing
    }

    fn texts(self) -> Result<Texts, StoreFailure> {
        let store = self.raw()?;
        if !self.is_shared() {
            return Ok(Texts::Clear(store));
        }
        if self.sealing.is_open() {
            return Ok(Texts::Unsealed);
        }
        match self.sealing.is_closed() {
            Ok(false) => Ok(Texts::Clear(store)),
            Ok(true) => Err(StoreFailure::Sealed),
            Err(error) => Err(blocked(error)),
        }
    }

    /// The browser's own store, after a probe: gloo obtains it with an `expect`, and in a sandboxed
    /// frame or with site data blocked merely asking for it throws.
    fn raw(self) -> Result<web_sys::Storage, StoreFailure> {
        match self.place {
            StoragePlace::Device if matches!(window().local_storage(), Ok(Some(_))) => {
                Ok(LocalStorage::raw())
            }
            StoragePlace::Tab if matches!(window().session_storage(), Ok(Some(_))) => {
                Ok(SessionStorage::raw())
            }
            _ => Err(StoreFailure::Blocked),
        }
    }

    /// Whether it is open under a passphrase.
    pub(crate) fn is_unsealed(self) -> bool {
        self.is_shared() && self.sealing.is_open()
    }

    /// Every stored text of ours by key. Other programs' are passed over.
    pub(crate) fn read_all(self) -> Result<Vec<(String, String)>, StoreFailure> {
        let store = match self.texts() {
            Ok(Texts::Clear(store)) => store,
            Ok(Texts::Unsealed) => return Ok(self.sealing.everything()),
            Err(StoreFailure::Sealed) => return Err(StoreFailure::Sealed),
            // Where not even a seal can be looked for, whatever else can be read is in clear. Nothing is written there.
            Err(StoreFailure::Blocked | StoreFailure::Full) => self.raw()?,
        };
        let mut records = Vec::new();
        for index in 0..store.length().map_err(blocked)? {
            let Some(key) = store.key(index).map_err(blocked)? else { continue };
            if key.starts_with(PRODUCT)
                && !key.starts_with(SEALED)
                && let Some(text) = store.get_item(&key).map_err(blocked)?
            {
                records.push((key, text));
            }
        }
        Ok(records)
    }

    /// What is stored under the key of the header and under another.
    pub(crate) fn look(self, header: &str, key: &str) -> Result<LookedAt, StoreFailure> {
        Ok(LookedAt { header: self.read(header)?, text: self.read(key)? })
    }

    /// The text under a key.
    pub(crate) fn read(self, key: &str) -> Result<Option<String>, StoreFailure> {
        match self.texts()? {
            Texts::Clear(store) => store.get_item(key).map_err(blocked),
            Texts::Unsealed => Ok(self.sealing.read(key)),
        }
    }

    /// Stores one text. How that ended is answered; where it takes a moment, `ended` is told instead.
    pub(crate) fn write(
        self,
        key: &str,
        text: &str,
        ended: impl FnOnce(Outcome) + 'static,
    ) -> Option<Outcome> {
        match self.texts() {
            Ok(Texts::Clear(store)) => Some(store.set_item(key, text).map_err(|_| StoreFailure::Full)),
            Ok(Texts::Unsealed) => {
                self.change(&[(key, Some(text))], StoreFailure::Full, ended);
                None
            }
            Err(failure) => {
                if failure == StoreFailure::Sealed {
                    sealing::hold(key, text);
                }
                Some(Err(failure))
            }
        }
    }

    /// Removes what is stored under the keys and nothing else. How that ended is told as for [`Store::write`].
    pub(crate) fn remove(self, keys: &[String], ended: impl FnOnce(Outcome) + 'static) -> Option<Outcome> {
        let store = match self.texts() {
            Ok(Texts::Clear(store)) => store,
            Ok(Texts::Unsealed) => {
                let changes: Vec<_> = keys.iter().map(|key| (key.as_str(), None)).collect();
                self.change(&changes, StoreFailure::Blocked, ended);
                return None;
            }
            Err(failure) => return Some(Err(failure)),
        };
        let mut outcome = Ok(());
        for key in keys {
            // One that cannot be removed keeps none of the others.
            if store.remove_item(key).is_err() {
                outcome = Err(StoreFailure::Blocked);
            }
        }
        Some(outcome)
    }

    fn change(
        self,
        changes: &[(&str, Option<&str>)],
        failure: StoreFailure,
        ended: impl FnOnce(Outcome) + 'static,
    ) {
        let ended = move |is_done| ended(if is_done { Ok(()) } else { Err(failure) });
        self.sealing.change(changes, ended);
    }

    /// Tells of every change that another tab makes to the store, and of the page's being shown again,
    /// when such news may have been missed; until the current owner is disposed of.
    pub(crate) fn on_change_elsewhere(self, heard: impl Fn(Message) + Clone + 'static) {
        let (shown, turned) = (heard.clone(), heard.clone());
        let changed = window_event_listener(leptos::ev::storage, move |event| {
            // No other tab sees what is in this one's.
            if self.is_shared() {
                self.hear(event.key(), event.new_value(), &heard);
            }
        });
        // Both a tab that is turned to and a page that comes back whole from the history become visible.
        let shown = window_event_listener_untyped("visibilitychange", move |_| {
            if !document().hidden() {
                shown(Message::Returned);
            }
        });
        let turned = window_event_listener_untyped(sealing::TURNED, move |_| turned(Message::Returned));
        on_cleanup(move || {
            changed.remove();
            shown.remove();
            turned.remove();
        });
    }

    fn hear(self, key: Option<String>, text: Option<String>, heard: &(impl Fn(Message) + Clone + 'static)) {
        let is_seal = key.as_ref().is_some_and(|key| self.sealing.is_seal(key));
        if self.is_unsealed() {
            let is_clear = key.as_ref().is_some_and(|key| self.sealing.is_of(key));
            match text {
                // A tab that did not know of the seal yet has stored something in clear.
                Some(_) if is_clear => Mirror::of(self).read(|_| ()),
                None if is_seal || key.is_none() => {
                    self.sealing.forget();
                    heard(Message::StoreCleared);
                }
                _ => {}
            }
            return;
        }
        heard(match (key, text) {
            (Some(_), _) if is_seal => Message::Returned,
            (Some(key), Some(text)) => Message::RecordSeen { key, text },
            (Some(key), None) => Message::RecordGone { key },
            (None, _) => Message::StoreCleared,
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
