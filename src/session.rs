//! One mounted copy, from its first drawing to its removal.

use leptos::prelude::IntoView;
use wasm_bindgen::prelude::*;

/// A mounted copy. Freeing it takes everything off the page that mounting put there.
#[wasm_bindgen]
pub struct Session {
    /// Dropping it unmounts.
    _mounted: Box<dyn std::any::Any>,
}

impl Session {
    /// Draws into `root`.
    pub(crate) fn mount<V: IntoView + 'static>(
        root: web_sys::HtmlElement,
        draw: impl FnOnce() -> V + 'static,
    ) -> Self {
        Self { _mounted: Box::new(leptos::mount::mount_to(root, draw)) }
    }
}
