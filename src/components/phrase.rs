//! Interface texts as markup.

use crate::markup::{Markup, paragraph, words};
use crate::words::text;
use assessment::text::Key;

/// The text of that key.
pub(crate) fn say(key: Key) -> Markup {
    words(text(key))
}

/// A paragraph with the text of that key.
pub(crate) fn paragraph_of(key: Key) -> Markup {
    paragraph(text(key))
}
