//! Handing the person a copy, and reading one that they chose.

use assessment::persist::{CopyProblem, LARGEST_COPY};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Event, FileReader, HtmlInputElement};

#[wasm_bindgen(raw_module = "./files.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = save)]
    fn try_to_save(text: &str) -> Result<(), JsValue>;
}

/// Hands over a copy as a file that is named after the day.
pub(crate) fn save(text: &str) {
    // A browser that lets nothing be downloaded says so itself, if anything does.
    let _ = try_to_save(text);
}

/// Reads the file that was chosen in the field that the event came from, and then calls `read` with
/// its name and text. The field is empty afterwards, so that the same file can be chosen again.
pub(crate) fn read_chosen(event: &Event, read: impl FnOnce(String, Result<String, CopyProblem>) + 'static) {
    let field: HtmlInputElement = event_target(event);
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
    let name = file.name();
    field.set_value("");
    #[expect(clippy::cast_precision_loss, reason = "far below what is exact")]
    if file.size() > LARGEST_COPY as f64 {
        return read(name, Err(CopyProblem::TooLarge));
    }
    let Ok(reader) = FileReader::new() else { return read(name, Err(CopyProblem::Unreadable)) };
    let done = reader.clone();
    let ended = Closure::once_into_js(move || {
        let text = done.result().ok().and_then(|text| text.as_string()).ok_or(CopyProblem::Unreadable);
        read(name, text);
    });
    reader.set_onloadend(Some(ended.unchecked_ref()));
    // A failure to begin is told by the same event.
    let _ = reader.read_as_text(&file);
}
