//! Buttons that send one message.

use crate::app::Dispatch;
use crate::markup::{heard, list, nothing, tag};
use crate::words::text;
use assessment::app::Message;
use assessment::text::Key;
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

/// A button.
pub(crate) fn button(look: Look, label: String, message: Message) -> AnyView {
    let class = match look {
        Look::Primary => "nhsuk-button",
        Look::Secondary => "nhsuk-button nhsuk-button--secondary",
        Look::Warning => "nhsuk-button nhsuk-button--warning",
    };
    draw(class, label, nothing(), message)
}

/// Buttons beside each other.
pub(crate) fn button_row(buttons: Vec<AnyView>) -> AnyView {
    tag("div", "button-row", buttons)
}

/// A button that looks like a link, for what only leads somewhere else.
pub(crate) fn link_button(label: String, message: Message) -> AnyView {
    draw("link-button", label, nothing(), message)
}

/// The same, with what tells it from others of the same label; heard and not seen.
pub(crate) fn link_button_about(label: String, about: String, message: Message) -> AnyView {
    draw("link-button", label, heard(about), message)
}

/// Link buttons below each other.
pub(crate) fn link_list(buttons: Vec<AnyView>) -> AnyView {
    list("link-list", buttons)
}

/// The way back to the screen before.
pub(crate) fn back_link() -> AnyView {
    draw("nhsuk-back-link", text(Key::Back), nothing(), Message::BackAsked)
}

fn draw(class: &'static str, label: String, about: AnyView, message: Message) -> AnyView {
    let dispatch: Dispatch = expect_context();
    view! {
        <button type="button" class=class on:click=move |_| dispatch.send(message.clone())>
            {label}
            {about}
        </button>
    }
    .into_any()
}
