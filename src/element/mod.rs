//! The custom element's side of the program: what its attributes say in, a session out, and progress told.
//!
//! The class itself stands in `element.js`, because a class that extends `HTMLElement` cannot be written in
//! Rust; `attributes.js` reads what stands on the element. `rescue.js` takes over when the program has
//! stopped.

mod board;

pub use board::mount_board;

use crate::app::{DigitalLeadershipCheck, DigitalLeadershipCheckProps};
use crate::{Session, content};
use assessment::app::{Navigation, Progress, StoragePlace};
use assessment::questionnaire::Questionnaire;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

#[wasm_bindgen(raw_module = "./progress.js")]
extern "C" {
    /// Tells the page around an element how far its member is.
    #[wasm_bindgen(js_name = tell)]
    fn tell_page(root: &ShadowRoot, answered: usize, questions: usize);
}

/// Draws the check into the shadow root of its element.
///
/// `storage` is `device`, `session` or `none`, and `navigation` is `page` or `contained`. `trust_name` may be
/// empty. `questionnaire` is one that the reader of questionnaires packed; without it, the one that ships
/// with the program is asked.
#[wasm_bindgen]
#[must_use]
pub fn mount(
    root: ShadowRoot,
    store: String,
    storage: &str,
    navigation: &str,
    heading_level: u8,
    trust_name: String,
    questionnaire: Option<String>,
) -> Session {
    let storage = storage_place(storage);
    let navigation = if navigation == "page" { Navigation::Page } else { Navigation::Contained };
    let told = root.clone();
    let on_progress = move |Progress { answered, questions }| tell_page(&told, answered, questions);
    // Made inside the mounted copy, which lets go of the callback when it goes itself.
    let draw = move || {
        let props = DigitalLeadershipCheckProps::builder()
            .store(store)
            .storage(storage)
            .navigation(navigation)
            .heading_level(heading_level)
            .trust_name(trust_name)
            .questionnaire(questionnaire.map_or_else(content::questionnaire, unpacked))
            .on_progress(on_progress)
            .build();
        DigitalLeadershipCheck(props)
    };
    Session::mount(root.unchecked_into(), draw)
}

fn storage_place(name: &str) -> StoragePlace {
    match name {
        "session" => StoragePlace::Tab,
        "none" => StoragePlace::Nowhere,
        _ => StoragePlace::Device,
    }
}

fn unpacked(questionnaire: String) -> Arc<Questionnaire> {
    Arc::new(Questionnaire::unpack(&questionnaire))
}
