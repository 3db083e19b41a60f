//! The board's part, a program of its own that a page may have beside the check. `board-part.js` brings it.

use crate::content;
use assessment::app::StoragePlace;
use assessment::app::view::BoardPartOpening;
use leptos::prelude::on_cleanup;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(raw_module = "./board-part.js")]
extern "C" {
    /// Whether the page has one.
    #[wasm_bindgen(js_name = isThere)]
    pub(crate) fn is_there() -> bool;

    /// Whether a board has invited whoever answers to pass on what they answered.
    #[wasm_bindgen(js_name = isInvited)]
    pub(crate) fn is_invited() -> bool;

    #[wasm_bindgen(js_name = open)]
    fn open_in(
        place: &Element,
        heading_level: u8,
        store: &str,
        storage: &str,
        trust_name: &str,
        marks: Option<String>,
        leaves_no_trace: bool,
        shipped: &str,
    ) -> u32;

    #[wasm_bindgen(js_name = close)]
    fn close(visit: u32);
}

/// Draws it into the place as soon as it is there, until the current owner is disposed of.
pub(crate) fn open(place: &Element, heading_level: u8, opening: BoardPartOpening) {
    let BoardPartOpening { store, storage, trust_name, marks, leaves_no_trace } = opening;
    let storage = match storage {
        StoragePlace::Device => "device",
        StoragePlace::Tab => "session",
        StoragePlace::Nowhere => "none",
    };
    let visit =
        open_in(place, heading_level, &store, storage, &trust_name, marks, leaves_no_trace, content::PACKED);
    on_cleanup(move || close(visit));
}
