//! The custom element's side of the program: what its attributes say in, a session out, and progress told.
//!
//! The class itself stands in `element.js`, because a class that extends `HTMLElement` cannot be written in
//! Rust; `attributes.js` reads what stands on the element. `rescue.js` takes over when the program has
//! stopped.

mod board;

pub use board::mount_board;

use crate::platform::{browser, sealing};
use crate::{Session, app, content};
use assessment::app::{Navigation, Offered, Progress, Settings, StoragePlace};
use assessment::lists::Listed as _;
use leptos::prelude::UnsyncCallback;
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
/// with the program is asked. `languages` are those to choose from, each on a line of its own with its tag, a
/// space and its name; empty where the page chooses.
#[wasm_bindgen]
#[must_use]
#[expect(
    clippy::too_many_arguments,
    reason = "a script hands them over, and an object would cost both sides"
)]
pub fn mount(
    root: ShadowRoot,
    store: String,
    storage: &str,
    navigation: &str,
    heading_level: u8,
    trust_name: String,
    questionnaire: Option<String>,
    languages: &str,
) -> Session {
    let settings = Settings {
        store,
        storage: storage_place(storage),
        navigation: if navigation == "page" { Navigation::Page } else { Navigation::Contained },
        trust_name,
        is_forgetful: browser::is_forgetful(),
        languages: languages.split('\n').filter_map(offered).listed(),
        can_seal: sealing::is_possible(),
    };
    let told = root.clone();
    let on_progress = move |Progress { answered, questions }| tell_page(&told, answered, questions);
    // Made inside the mounted copy, which lets go of the callback when it goes itself.
    let draw = move || {
        let questionnaire = content::questionnaire_or(questionnaire.as_deref());
        app::check(settings, questionnaire, heading_level, Some(UnsyncCallback::new(on_progress)))
    };
    Session::mount(root.unchecked_into(), draw)
}

fn offered(line: &str) -> Option<Offered> {
    let (tag, name) = line.split_once(' ')?;
    Some(Offered { tag: tag.to_owned(), name: name.to_owned() })
}

fn storage_place(name: &str) -> StoragePlace {
    match name {
        "session" => StoragePlace::Tab,
        "none" => StoragePlace::Nowhere,
        _ => StoragePlace::Device,
    }
}
