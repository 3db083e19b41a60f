//! Headings, at the level that the place of mounting leaves to us.

use crate::app::Dispatch;
use crate::markup::{Markup, nothing, tag, words};
use crate::platform::focus;
use crate::words::text;
use assessment::text::TextKey;
use leptos::prelude::*;

/// The level of the highest heading.
#[derive(Clone, Copy)]
pub(crate) struct HighestHeading(pub(crate) u8);

/// How large a heading is drawn, whatever its level.
#[derive(Clone, Copy)]
pub(crate) enum HeadingSize {
    ExtraLarge,
    Large,
    Medium,
    Small,
    /// As the place around it says.
    AsAround(&'static str),
}

impl HeadingSize {
    fn class(self) -> &'static str {
        match self {
            HeadingSize::ExtraLarge => "nhsuk-heading-xl",
            HeadingSize::Large => "nhsuk-heading-l",
            HeadingSize::Medium => "nhsuk-heading-m",
            HeadingSize::Small => "nhsuk-heading-s",
            HeadingSize::AsAround(class) => class,
        }
    }
}

/// The heading of a screen, which takes the focus whenever the screen changes.
pub(crate) fn screen_heading(size: HeadingSize, text: String) -> Markup {
    focusable_heading(1, size, text, focus::HEADING).with("part", "heading")
}

/// Whose board it is, above the heading of a screen that is about all of it.
pub(crate) fn trust_name() -> Markup {
    let dispatch: Dispatch = expect_context();
    trust_caption(dispatch.read(|model| model.trust_name().to_owned()))
}

/// The name of a trust above a heading; nothing if it is empty.
pub(crate) fn trust_caption(name: String) -> Markup {
    if name.is_empty() { nothing() } else { tag("span", "nhsuk-caption-m", [words(name)]) }
}

/// A heading that can be given the focus, as the target of that name.
pub(crate) fn focusable_heading(rank: u8, size: HeadingSize, text: String, target: &str) -> Markup {
    heading(rank, size, text).with("tabindex", "-1").with("data-focus", target)
}

/// The heading of a part of a screen, with the text of that key.
pub(crate) fn section_heading(key: impl TextKey) -> Markup {
    heading(2, HeadingSize::Medium, text(key))
}

/// A heading of that rank; the screen's own is 1.
pub(crate) fn heading(rank: u8, size: HeadingSize, text: String) -> Markup {
    const NAMES: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    let HighestHeading(highest) = expect_context();
    let level = usize::from(highest + rank - 1).min(NAMES.len());
    tag(NAMES[level - 1], size.class(), [words(text)])
}
