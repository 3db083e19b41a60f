//! Skeleton.
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// One mounted copy.
#[wasm_bindgen]
pub struct Session {
    _mounted: Box<dyn std::any::Any>,
}

/// Mounts.
#[wasm_bindgen]
pub fn mount(_host: web_sys::HtmlElement, root: web_sys::ShadowRoot) -> Session {
    let handle = leptos::mount::mount_to(root.unchecked_into(), || view! { <h1 class="nhsuk-heading-l">"Hello"</h1> });
    Session { _mounted: Box::new(handle) }
}
