//! The clipboard.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "./clipboard.js")]
extern "C" {
    #[wasm_bindgen(js_name = copy)]
    fn begin_to_copy(text: &str, ended: &JsValue);
}

/// Puts a text on the clipboard, and then tells whether it is there.
pub(crate) fn copy(text: &str, ended: impl FnOnce(bool) + 'static) {
    begin_to_copy(text, &Closure::once_into_js(ended));
}
