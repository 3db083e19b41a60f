//! Interface texts as markup.

use crate::markup::{Markup, paragraph, words};
use crate::words::text;
use assessment::text::TextKey;

/// The text of that key.
pub(crate) fn say(key: impl TextKey) -> Markup {
    words(text(key))
}

/// A paragraph with the text of that key.
pub(crate) fn paragraph_of(key: impl TextKey) -> Markup {
    paragraph(text(key))
}
