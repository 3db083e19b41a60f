//! One mounted copy, from its first drawing to its removal.

use leptos::prelude::IntoView;
use std::cell::OnceCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// A mounted copy. Freeing it takes everything off the page that mounting put there.
#[wasm_bindgen]
pub struct Session {
    /// Dropping it unmounts.
    _mounted: Box<dyn std::any::Any>,
    drawn: Rc<OnceCell<Box<dyn Speak>>>,
}

/// What has been drawn, and can go over to another language.
pub(crate) trait Speak {
    /// Goes over to these words; without them, to those that come with the program.
    fn speak(&self, words: Option<PackedWords>, questionnaire: Option<&str>);

    /// Tells that the words of the language of that tag could not be brought.
    fn miss(&self, tag: String);
}

/// The words of a language, as its file has them.
pub(crate) struct PackedWords {
    /// How the language is written.
    pub(crate) writing: String,
    /// The texts of the interface.
    pub(crate) texts: String,
}

impl Session {
    /// Draws into `root`.
    pub(crate) fn mount<S: Speak + 'static, V: IntoView + 'static>(
        root: web_sys::HtmlElement,
        draw: impl FnOnce() -> (S, V) + 'static,
    ) -> Self {
        let drawn = Rc::new(OnceCell::<Box<dyn Speak>>::new());
        let told = drawn.clone();
        let mounted = leptos::mount::mount_to(root, move || {
            let (speaker, view) = draw();
            // It is drawn once.
            let _ = told.set(Box::new(speaker));
            view
        });
        Self { _mounted: Box::new(mounted), drawn }
    }
}

#[wasm_bindgen]
impl Session {
    /// Goes over to another language, of which these are how it is written and its texts, both packed; without
    /// them, to the language that comes with the program. `questionnaire` is the packed one in that language;
    /// without it, the one that comes with the program is asked.
    pub fn speak(&self, writing: Option<String>, texts: Option<String>, questionnaire: Option<String>) {
        let words = writing.zip(texts).map(|(writing, texts)| PackedWords { writing, texts });
        if let Some(drawn) = self.drawn.get() {
            drawn.speak(words, questionnaire.as_deref());
        }
    }

    /// Tells that the words of the language of that tag could not be brought.
    pub fn miss(&self, tag: String) {
        if let Some(drawn) = self.drawn.get() {
            drawn.miss(tag);
        }
    }
}
