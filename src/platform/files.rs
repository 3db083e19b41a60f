//! Handing the person a file, and reading one that they chose.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Event, File, FileReader, HtmlInputElement};

#[wasm_bindgen(raw_module = "./files.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = save)]
    fn try_to_save(text: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, js_name = saveAs)]
    fn try_to_save_as(text: &str, name: &str, media_type: &str) -> Result<(), JsValue>;
}

/// Hands over a copy as a file that is named after the day.
pub(crate) fn save(text: &str) {
    // A browser that lets nothing be downloaded says so itself, if anything does.
    let _ = try_to_save(text);
}

/// Hands over a file of that name.
pub(crate) fn save_as(text: &str, name: &str, media_type: &str) {
    let _ = try_to_save_as(text, name, media_type);
}

/// Why a file that was chosen has no text.
pub(crate) enum Unread {
    /// It has more bytes than anything of its kind.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// Reads the file that was chosen in the field that the event came from, unless it has more than so many bytes,
/// and then calls `read` with its name and text.
pub(crate) fn read_chosen(
    event: &Event,
    most_bytes: usize,
    read: impl FnOnce(String, Result<String, Unread>) + 'static,
) {
    let Some(file) = take_chosen(event) else { return };
    let name = file.name();
    if is_larger(&file, most_bytes) {
        return read(name, Err(Unread::TooLarge));
    }
    read_text(&file, move |text| read(name, text.ok_or(Unread::Unreadable)));
}

/// The file that was chosen in the field that the event came from. The field is empty afterwards, so that the
/// same file can be chosen again.
fn take_chosen(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event_target(event);
    let file = field.files().and_then(|files| files.get(0))?;
    field.set_value("");
    Some(file)
}

/// Whether it has more bytes.
#[expect(clippy::cast_precision_loss, reason = "far below what is exact")]
fn is_larger(file: &File, bytes: usize) -> bool {
    file.size() > bytes as f64
}

/// Reads a file and then calls `read` with its text; without one if the browser cannot read it.
fn read_text(file: &File, read: impl FnOnce(Option<String>) + 'static) {
    let Ok(reader) = FileReader::new() else { return read(None) };
    let done = reader.clone();
    let ended = Closure::once_into_js(move || read(done.result().ok().and_then(|text| text.as_string())));
    reader.set_onloadend(Some(ended.unchecked_ref()));
    // A failure to begin is told by the same event.
    let _ = reader.read_as_text(file);
}
