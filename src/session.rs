//! One mounted copy, from its first drawing to its removal.

use crate::app::{DigitalLeadershipCheck, DigitalLeadershipCheckProps};
use wasm_bindgen::prelude::*;

/// A mounted copy. Freeing it takes everything off the page that mounting put there.
#[wasm_bindgen]
pub struct Session {
    /// Dropping it unmounts.
    _mounted: Box<dyn std::any::Any>,
}

impl Session {
    pub(crate) fn mount(
        root: web_sys::HtmlElement,
        props: impl FnOnce() -> DigitalLeadershipCheckProps + 'static,
    ) -> Self {
        let mounted = leptos::mount::mount_to(root, move || DigitalLeadershipCheck(props()));
        Self { _mounted: Box::new(mounted) }
    }
}
