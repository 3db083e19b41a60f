//! What is kept under a passphrase. `sealing.js` seals it, because the browser's own crypto is a script's to call.

use assessment::app::{Passphrase, Refusal, SealingProblem};
use assessment::lists::Listed as _;
use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;

/// Tells every copy in this tab that a store was opened, closed or changed as a whole.
pub(crate) const TURNED: &str = "digital-leadership-check-turned";

// Stores are known by number to the script, which names cross the border once for.
#[wasm_bindgen(raw_module = "./sealing.js")]
extern "C" {
    /// Whether this browser, on this page, can do it.
    #[wasm_bindgen(js_name = isPossible)]
    pub(crate) fn is_possible() -> bool;

    /// Keeps a text that has come too late to be stored in clear until its store is open.
    pub(crate) fn hold(key: &str, text: &str);

    fn number(name: &str) -> u32;

    #[wasm_bindgen(js_name = isOpen)]
    fn is_open(store: u32) -> bool;

    #[wasm_bindgen(catch, js_name = isClosed)]
    fn is_closed(store: u32) -> Result<bool, JsValue>;

    #[wasm_bindgen(js_name = isSeal)]
    fn is_seal(store: u32, key: &str) -> bool;

    #[wasm_bindgen(js_name = isOf)]
    fn is_of(store: u32, key: &str) -> bool;

    #[wasm_bindgen(js_name = read)]
    fn read_one(store: u32, key: &str) -> Option<String>;

    #[wasm_bindgen(js_name = everything)]
    fn keys_and_texts(store: u32) -> Array;

    #[wasm_bindgen(js_name = change)]
    fn begin_to_change(store: u32, keys: Array, texts: Array, done: Function);

    #[wasm_bindgen(js_name = forget)]
    fn forget_all(store: u32);

    #[wasm_bindgen(js_name = unseal)]
    fn begin_to_unseal(store: u32, passphrase: &str, done: Function);

    #[wasm_bindgen(js_name = setPassphrase)]
    fn begin_to_seal(store: u32, passphrase: &str, done: Function);

    #[wasm_bindgen(js_name = removeSeal)]
    fn begin_to_remove(store: u32, done: Function);

    #[wasm_bindgen(js_name = deleteSealed)]
    fn begin_to_delete(store: u32, done: Function);

    #[wasm_bindgen(js_name = lock)]
    fn begin_to_lock(store: u32, done: Function);

    #[wasm_bindgen(js_name = save)]
    fn begin_to_save(store: u32);
}

/// What seals the store of one name.
#[derive(Clone, Copy)]
pub(crate) struct Sealing(u32);

impl Sealing {
    /// What seals the store of that name.
    pub(crate) fn of(name: &str) -> Self {
        Self(number(name))
    }

    /// By which the script knows the store.
    pub(super) fn number(self) -> u32 {
        self.0
    }

    /// Whether it is open in this tab.
    pub(crate) fn is_open(self) -> bool {
        is_open(self.0)
    }

    /// Whether it is sealed and not open in this tab; an error where local storage cannot be read.
    pub(crate) fn is_closed(self) -> Result<bool, JsValue> {
        is_closed(self.0)
    }

    /// Whether the key is that of what is sealed.
    pub(crate) fn is_seal(self, key: &str) -> bool {
        is_seal(self.0, key)
    }

    /// Whether the key is that of a text of the store in clear.
    pub(crate) fn is_of(self, key: &str) -> bool {
        is_of(self.0, key)
    }

    /// Every text by key. It is open.
    pub(crate) fn everything(self) -> Vec<(String, String)> {
        let all: Vec<String> = keys_and_texts(self.0).iter().filter_map(|text| text.as_string()).listed();
        all.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).listed()
    }

    /// The text under a key. It is open.
    pub(crate) fn read(self, key: &str) -> Option<String> {
        read_one(self.0, key)
    }

    /// Stores texts, or removes those without one, and tells whether it is done. It is open.
    pub(crate) fn change(self, changes: &[(&str, Option<&str>)], done: impl FnOnce(bool) + 'static) {
        let keys = changes.iter().map(|(key, _)| JsValue::from_str(key)).collect();
        let texts =
            changes.iter().map(|(_, text)| text.map_or(JsValue::UNDEFINED, JsValue::from_str)).collect();
        begin_to_change(self.0, keys, texts, told(move |is_done| done(is_done != 0)));
    }

    /// Notes that something else has removed all that is stored.
    pub(crate) fn forget(self) {
        forget_all(self.0);
    }

    /// Opens what is sealed, for this tab alone.
    pub(crate) fn unseal(self, passphrase: &Passphrase, ended: impl FnOnce(Result<(), Refusal>) + 'static) {
        begin_to_unseal(self.0, passphrase.text(), told(move |end| ended(refusal(end))));
    }

    /// Seals all of the store under this passphrase.
    pub(crate) fn seal(
        self,
        passphrase: &Passphrase,
        ended: impl FnOnce(Result<(), SealingProblem>) + 'static,
    ) {
        begin_to_seal(self.0, passphrase.text(), told(move |end| ended(problem(end))));
    }

    /// Stores everything without a seal.
    pub(crate) fn remove(self, ended: impl FnOnce(Result<(), SealingProblem>) + 'static) {
        begin_to_remove(self.0, told(move |end| ended(problem(end))));
    }

    /// Deletes what is sealed without opening it.
    pub(crate) fn delete(self, ended: impl FnOnce(Result<(), Refusal>) + 'static) {
        begin_to_delete(self.0, told(move |end| ended(refusal(end))));
    }

    /// Forgets what opens it once all of it is stored.
    pub(crate) fn lock(self, ended: impl FnOnce(Result<(), SealingProblem>) + 'static) {
        begin_to_lock(self.0, told(move |end| ended(problem(end))));
    }

    /// Hands the person what is sealed as a file, as it is.
    pub(crate) fn save(self) {
        begin_to_save(self.0);
    }
}

fn told(ended: impl FnOnce(u8) + 'static) -> Function {
    let ended: Box<dyn FnOnce(u8)> = Box::new(ended);
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
