use crate::components::{BackLink, Button, Look, ScreenHeading};
use crate::words::text;
use assessment::app::{Message, Screen};
use assessment::text::Key;
use leptos::prelude::*;

/// Asks once before everything is deleted.
#[component]
pub(crate) fn Delete() -> impl IntoView {
    view! {
        <div class="screen">
            <BackLink />
            <ScreenHeading>{text(Key::DeleteHeading)}</ScreenHeading>
            <p class="nhsuk-body">{text(Key::DeleteText)}</p>
            <div class="button-row">
                <Button label=text(Key::DeleteYes) look=Look::Warning message=Message::DeleteConfirmed />
                <Button
                    label=text(Key::DeleteNo)
                    look=Look::Secondary
                    message=Message::ScreenAsked(Screen::Start)
                />
            </div>
        </div>
    }
}
