use crate::app::Dispatch;
use crate::words::text;
use assessment::app::Message;
use assessment::text::Key;
use leptos::prelude::*;

/// The way back to the screen before.
#[component]
pub(crate) fn BackLink() -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    view! {
        <button type="button" class="nhsuk-back-link" on:click=move |_| dispatch.send(Message::BackAsked)>
            {text(Key::Back)}
        </button>
    }
}
