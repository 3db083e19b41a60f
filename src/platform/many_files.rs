//! Reading many files that were chosen or dropped, so that the page stays alive.

use assessment::board::LARGEST_RESPONSE;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlInputElement};

#[wasm_bindgen(raw_module = "./many_files.js")]
extern "C" {
    #[wasm_bindgen(js_name = read)]
    fn begin_to_read(event: &Event, whole: usize, begun: &JsValue, read: &JsValue, ended: &JsValue);
}

/// Leaves the files that were chosen unread.
pub(crate) fn forget_chosen(event: &Event) {
    if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value("");
    }
}

/// A part of a file, made of whole lines.
pub(crate) struct Slice {
    /// Which file, counted from 1.
    pub(crate) file: usize,
    /// The number of its first line, counted from 1.
    pub(crate) first_line: usize,
    /// Its text; `None` if the browser could not read the file.
    pub(crate) text: Option<String>,
    /// Whether the file ends there.
    pub(crate) is_last: bool,
}

/// Reads the files of a field's change or of a drop. `begun` is told how many there are, and `read` answers
/// whether to go on; `ended` is called only if it always did.
pub(crate) fn read(
    event: &Event,
    begun: impl FnOnce(usize) + 'static,
    mut read: impl FnMut(Slice) -> bool + 'static,
    ended: impl FnOnce() + 'static,
) {
    let read = move |file: usize, first_line: usize, text: Option<String>, is_last: bool| {
        read(Slice { file, first_line, text, is_last })
    };
    let read: Closure<dyn FnMut(usize, usize, Option<String>, bool) -> bool> = Closure::new(read);
    begin_to_read(
        event,
        LARGEST_RESPONSE,
        &Closure::once_into_js(begun),
        &read.into_js_value(),
        &Closure::once_into_js(ended),
    );
}
