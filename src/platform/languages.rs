//! The words of other languages, which a page may have beside the program. `languages.js` brings them.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(raw_module = "./languages.js")]
extern "C" {
    /// Brings the words of the language of that tag to whoever has drawn this frame; `Session` has what is called
    /// then.
    #[wasm_bindgen(js_name = bring)]
    pub(crate) fn bring(frame: &Element, tag: &str);
}
