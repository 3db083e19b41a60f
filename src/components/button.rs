//! Buttons that send one message.

use crate::app::Dispatch;
use assessment::app::Message;
use leptos::prelude::*;

/// How much a button stands out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// What most people want next; at most one on a screen.
    Primary,
    /// A further choice.
    Secondary,
    /// Something that cannot be undone.
    Warning,
}

/// A button.
#[component]
pub(crate) fn Button(
    label: String,
    message: Message,
    #[prop(default = Look::Primary)] look: Look,
) -> impl IntoView {
    let class = match look {
        Look::Primary => "nhsuk-button",
        Look::Secondary => "nhsuk-button nhsuk-button--secondary",
        Look::Warning => "nhsuk-button nhsuk-button--warning",
    };
    message_button(class, label, None, message)
}

/// A button that looks like a link, for what only leads somewhere else.
#[component]
pub(crate) fn LinkButton(
    label: String,
    /// What tells this button from others with the same label; heard and not seen.
    #[prop(optional, into)]
    about: Option<String>,
    message: Message,
) -> impl IntoView {
    message_button("link-button", label, about, message)
}

fn message_button(class: &'static str, label: String, about: Option<String>, message: Message) -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let about = about.map(|about| view! { <span class="nhsuk-u-visually-hidden">" "{about}</span> });
    view! {
        <button type="button" class=class on:click=move |_| dispatch.send(message.clone())>
            {label}
            {about}
        </button>
    }
}
