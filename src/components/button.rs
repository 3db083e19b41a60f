//! Buttons that send one message.

use crate::dispatch::{Dispatch, Happening};
use crate::markup::{Children, Markup, heard, list, nothing, tag, words};
use crate::words::text;
use assessment::text::TextKey;
use leptos::prelude::*;

/// How much a button stands out.
#[derive(Clone, Copy)]
pub(crate) enum Look {
    /// What most people want next; at most one on a screen.
    Primary,
    /// A further choice.
    Secondary,
    /// Something that cannot be undone.
    Warning,
}

/// What a page's own styles know a button by.
const PART: &str = "button";

/// A button.
pub(crate) fn button(look: Look, label: String, message: impl Happening) -> Markup {
    message_button(class(look), label, nothing(), message).with("part", PART)
}

/// A button that does something which only the shell can.
pub(crate) fn button_doing(look: Look, label: String, act: impl Fn() + Send + 'static) -> Markup {
    tag("button", class(look), [words(label)])
        .with("type", "button")
        .with("part", PART)
        .on("click", move |_| act())
}

fn class(look: Look) -> &'static str {
    match look {
        Look::Primary => "nhsuk-button",
        Look::Secondary => "nhsuk-button nhsuk-button--secondary",
        Look::Warning => "nhsuk-button nhsuk-button--warning",
    }
}

/// Buttons beside each other.
pub(crate) fn button_row(buttons: impl Children) -> Markup {
    tag("div", "button-row", buttons)
}

/// A button that looks like a link, for what only leads somewhere else.
pub(crate) fn link_button(label: String, message: impl Happening) -> Markup {
    message_button("link-button", label, nothing(), message)
}

/// The same, with what tells it from others of the same label; heard and not seen.
pub(crate) fn link_button_about(label: String, about: String, message: impl Happening) -> Markup {
    message_button("link-button", label, heard(about), message)
}

/// Link buttons below each other.
pub(crate) fn link_list(buttons: impl Children) -> Markup {
    list("link-list", buttons.list())
}

/// The way back to the screen before.
pub(crate) fn back_link(label: impl TextKey, message: impl Happening) -> Markup {
    message_button("nhsuk-back-link", text(label), nothing(), message)
}

/// A button of that class, which sends its message.
pub(crate) fn message_button<H: Happening>(
    class: &'static str,
    label: String,
    about: Markup,
    message: H,
) -> Markup {
    let dispatch: Dispatch<H::Model> = expect_context();
    tag("button", class, [words(label), about])
        .with("type", "button")
        .on("click", move |_| dispatch.send(message.clone()))
}
