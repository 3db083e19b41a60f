//! Every record a second time, where it outlives a browser that is killed. `mirror.js` says why.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "./mirror.js")]
extern "C" {
    /// Notes a text under its key.
    pub(crate) fn write(key: &str, text: &str);

    #[wasm_bindgen(js_name = remove)]
    fn remove_all(keys: Array);

    #[wasm_bindgen(js_name = read)]
    fn read_all(found: Function);
}

/// Removes what is noted under the keys.
pub(crate) fn remove(keys: &[String]) {
    remove_all(keys.iter().map(|key| JsValue::from_str(key)).collect());
}

/// Calls `found` with every key and text once they are read, if there are any.
pub(crate) fn read(found: impl FnOnce(Vec<(String, String)>) + 'static) {
    let found = Closure::once_into_js(move |keys: Array, texts: Array| {
        let pairs = keys.iter().zip(texts.iter());
        let pairs = pairs.filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?)));
        let pairs: Vec<_> = pairs.collect();
        if !pairs.is_empty() {
            found(pairs);
        }
    });
    read_all(found.unchecked_into());
}
