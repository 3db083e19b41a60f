//! The field of a form into which a passphrase is typed: the only one of its form that is not a box to tick.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlInputElement};

/// What is typed in the form that the event came from, which is covered again.
pub(crate) fn take(event: &Event) -> String {
    let Some(field) = field(event) else { return String::new() };
    // What browsers store of forms is what could be read in them.
    field.set_type("password");
    field.value()
}

/// Uncovers what is typed, or covers it.
pub(crate) fn show(event: &Event, is_shown: bool) {
    if let Some(field) = field(event) {
        field.set_type(if is_shown { "text" } else { "password" });
    }
}

fn field(event: &Event) -> Option<HtmlInputElement> {
    let form = event.target()?.dyn_into::<Element>().ok()?.closest("form").ok()??;
    form.query_selector("input:not([type=checkbox])").ok()??.dyn_into().ok()
}
