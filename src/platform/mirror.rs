//! Every record a second time, where it outlives a browser that is killed. `mirror.js` says why.

use super::sealing::Sealing;
use super::storage::Store;
use assessment::lists::Listed as _;
use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "./mirror.js")]
extern "C" {
    #[wasm_bindgen(js_name = write)]
    fn write_all(pairs: Array);

    #[wasm_bindgen(js_name = remove)]
    fn remove_all(keys: Array);
}

#[wasm_bindgen(raw_module = "./sealing.js")]
extern "C" {
    #[wasm_bindgen(js_name = recover)]
    fn recover_all(store: u32, found: Function);
}

/// The mirror of a store. Only one that outlives the tab has any: of another, nothing is noted or found.
#[derive(Clone, Copy)]
pub(crate) struct Mirror {
    is_kept: bool,
    sealing: Sealing,
}

impl Mirror {
    /// The mirror of that store.
    pub(crate) fn of(store: Store) -> Self {
        Self { is_kept: store.is_shared(), sealing: store.sealing() }
    }

    /// Notes a text under its key.
    pub(crate) fn write(self, key: &str, text: &str) {
        if self.is_kept {
            let pair = Array::of2(&JsValue::from_str(key), &JsValue::from_str(text));
            write_all(Array::of1(&pair));
        }
    }

    /// Removes what is noted under the keys.
    pub(crate) fn remove(self, keys: &[String]) {
        if self.is_kept {
            remove_all(keys.iter().map(|key| JsValue::from_str(key)).collect());
        }
    }

    /// Calls `found` with every key and text once they are read, if there are any. Of a store that is open under
    /// a passphrase that is what is left in clear, which is sealed after that and removed.
    pub(crate) fn read(self, found: impl FnOnce(Vec<(String, String)>) + 'static) {
        if !self.is_kept {
            return;
        }
        let found = Closure::once_into_js(move |keys: Array, texts: Array| {
            let pairs = keys.iter().zip(texts.iter());
            let pairs = pairs.filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?)));
            let pairs: Vec<_> = pairs.listed();
            if !pairs.is_empty() {
                found(pairs);
            }
        });
        recover_all(self.sealing.number(), found.unchecked_into());
    }
}
