//! What is kept under a passphrase. `sealing.js` seals it, because the browser's own crypto is a script's to call.

use assessment::app::{Passphrase, Refusal, SealingProblem};
use assessment::lists::Listed as _;
use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;

/// Tells every copy in this tab that a store was opened, closed or changed as a whole.
pub(crate) const TURNED: &str = "digital-leadership-check-turned";

#[wasm_bindgen(raw_module = "./sealing.js")]
extern "C" {
    /// Whether this browser, on this page, can do it.
    #[wasm_bindgen(js_name = isPossible)]
    pub(crate) fn is_possible() -> bool;

    /// Whether the store is open in this tab.
    #[wasm_bindgen(js_name = isOpen)]
    pub(crate) fn is_open(store: &str) -> bool;

    /// Whether it is sealed and not open in this tab; an error where local storage cannot be read.
    #[wasm_bindgen(catch, js_name = isClosed)]
    pub(crate) fn is_closed(store: &str) -> Result<bool, JsValue>;

    /// Whether the key is that of what is sealed of the store.
    #[wasm_bindgen(js_name = isSeal)]
    pub(crate) fn is_seal(store: &str, key: &str) -> bool;

    /// The text under a key of an open store.
    pub(crate) fn read(store: &str, key: &str) -> Option<String>;

    /// Keeps a text that has come too late to be stored in clear until the store is open.
    pub(crate) fn hold(key: &str, text: &str);

    /// Whether the key is that of a text of the store in clear.
    #[wasm_bindgen(js_name = isOf)]
    pub(crate) fn is_of(store: &str, key: &str) -> bool;

    /// Notes that something else has removed all that is stored of an open store.
    pub(crate) fn forget(store: &str);

    /// Forgets what opens the store once all of it is stored.
    pub(crate) fn lock(store: &str);

    #[wasm_bindgen(js_name = everything)]
    fn keys_and_texts(store: &str) -> Array;

    #[wasm_bindgen(js_name = change)]
    fn begin_to_change(store: &str, keys: Array, texts: Array, done: Function);

    #[wasm_bindgen(js_name = unseal)]
    fn begin_to_unseal(store: &str, passphrase: &str, done: Function);

    #[wasm_bindgen(js_name = setPassphrase)]
    fn begin_to_seal(store: &str, passphrase: &str, done: Function);

    #[wasm_bindgen(js_name = removeSeal)]
    fn begin_to_remove(store: &str, done: Function);

    #[wasm_bindgen(js_name = deleteSealed)]
    fn begin_to_delete(store: &str, done: Function);

    #[wasm_bindgen(js_name = asItIs)]
    fn find_as_it_is(store: &str, done: Function);
}

/// Every text of an open store by key.
pub(crate) fn everything(store: &str) -> Vec<(String, String)> {
    let all: Vec<String> = keys_and_texts(store).iter().filter_map(|text| text.as_string()).listed();
    all.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).listed()
}

/// Stores texts of an open store, or removes those without one, and tells whether it is done.
pub(crate) fn change(store: &str, changes: &[(&str, Option<&str>)], done: impl FnOnce(bool) + 'static) {
    let keys = changes.iter().map(|(key, _)| JsValue::from_str(key)).collect();
    let texts = changes.iter().map(|(_, text)| text.map_or(JsValue::UNDEFINED, JsValue::from_str)).collect();
    let done = Closure::once_into_js(move |is_done: bool| done(is_done));
    begin_to_change(store, keys, texts, done.unchecked_into());
}

/// Opens what is sealed, for this tab alone.
pub(crate) fn unseal(store: &str, passphrase: &Passphrase, ended: impl FnOnce(Result<(), Refusal>) + 'static) {
    begin_to_unseal(store, passphrase.text(), told(move |end| ended(refusal(end))));
}

/// Seals all of the store under this passphrase.
pub(crate) fn seal(
    store: &str,
    passphrase: &Passphrase,
    ended: impl FnOnce(Result<(), SealingProblem>) + 'static,
) {
    begin_to_seal(store, passphrase.text(), told(move |end| ended(problem(end))));
}

/// Stores everything without a seal.
pub(crate) fn remove(store: &str, ended: impl FnOnce(Result<(), SealingProblem>) + 'static) {
    begin_to_remove(store, told(move |end| ended(problem(end))));
}

/// Deletes what is sealed without opening it.
pub(crate) fn delete(store: &str, ended: impl FnOnce(Result<(), Refusal>) + 'static) {
    begin_to_delete(store, told(move |end| ended(refusal(end))));
}

/// Hands on what is sealed, as it is.
pub(crate) fn as_it_is(store: &str, found: impl FnOnce(String) + 'static) {
    let done = Closure::once_into_js(move |text: JsValue| {
        if let Some(text) = text.as_string() {
            found(text);
        }
    });
    find_as_it_is(store, done.unchecked_into());
}

fn told(ended: impl FnOnce(u8) + 'static) -> Function {
    Closure::once_into_js(ended).unchecked_into()
}

// The numbers by which the script says how something ended.

fn refusal(end: u8) -> Result<(), Refusal> {
    Err(match end {
        0 => return Ok(()),
        1 => Refusal::Wrong,
        2 => Refusal::Damaged,
        3 => Refusal::OpenElsewhere,
        _ => Refusal::Failed,
    })
}

fn problem(end: u8) -> Result<(), SealingProblem> {
    Err(match end {
        0 => return Ok(()),
        3 => SealingProblem::SetElsewhere,
        4 => SealingProblem::Full,
        _ => SealingProblem::Failed,
    })
}
