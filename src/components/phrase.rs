//! Interface texts as markup.

use crate::app::Dispatch;
use crate::markup::{Markup, paragraph, words};
use crate::words::text;
use assessment::app::view;
use assessment::text::TextKey;
use leptos::prelude::*;

/// The text of that key.
pub(crate) fn say(key: impl TextKey) -> Markup {
    words(text(key))
}

/// A paragraph with the text of that key.
pub(crate) fn paragraph_of(key: impl TextKey) -> Markup {
    paragraph(text(key))
}

/// Marks words of the questionnaire with their language, where it is not that of the words around them.
pub(crate) fn asked(markup: Markup) -> Markup {
    let dispatch: Dispatch = expect_context();
    match dispatch.read(|model| view::language_of_questionnaire(model).map(str::to_owned)) {
        Some(language) => markup.with("lang", &language).with("dir", "auto"),
        None => markup,
    }
}
