//! The page's history and title. Used only where the page is ours.

use assessment::app::HistoryStep;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};

/// The one key that we add to an entry's state; everything else in it is left as it is.
const KEY: &str = "digital-leadership-check";
const SCREEN: &str = "screen";
const DEPTH: &str = "depth";

/// The screen's name and depth in the present entry.
pub(crate) fn place() -> Option<(String, usize)> {
    let state = window().history().ok()?.state().ok()?;
    let ours = get(&state, KEY)?;
    let name = get(&ours, SCREEN)?.as_string()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small count that we wrote"
    )]
    let depth = get(&ours, DEPTH)?.as_f64()? as usize;
    Some((name, depth))
}

/// Puts the screen into the history and the title.
pub(crate) fn show(name: &str, depth: usize, title: &str, step: HistoryStep) {
    document().set_title(title);
    let Ok(history) = window().history() else { return };
    // A page opened from a folder may refuse; then Back leaves the page, and nothing else is lost.
    let _ = match step {
        HistoryStep::Push => history.push_state(&state(&history, name, depth), ""),
        HistoryStep::Replace => history.replace_state(&state(&history, name, depth), ""),
        HistoryStep::Keep => Ok(()),
    };
}

/// Goes back one entry.
pub(crate) fn back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}

/// Calls `moved` whenever Back or Forward leads to another entry, until the current owner is
/// disposed of.
pub(crate) fn on_move(moved: impl Fn() + 'static) {
    let handle = window_event_listener(leptos::ev::popstate, move |_| moved());
    on_cleanup(move || handle.remove());
}

fn state(history: &web_sys::History, name: &str, depth: usize) -> JsValue {
    let ours = Object::new();
    set(&ours, SCREEN, &name.into());
    #[expect(clippy::cast_precision_loss, reason = "a small count")]
    set(&ours, DEPTH, &(depth as f64).into());
    let merged = Object::new();
    if let Ok(before) = history.state()
        && before.is_object()
    {
        Object::assign(&merged, before.unchecked_ref());
    }
    set(&merged, KEY, &ours);
    merged.into()
}

fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok().filter(|value| !value.is_null() && !value.is_undefined())
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a field of a fresh, plain object cannot fail.
    let _ = Reflect::set(object, &key.into(), value);
}
