use crate::components::{BackLink, Heading, ScreenHeading};
use crate::words::text;
use assessment::text::Key;
use leptos::prelude::*;

/// Where the elements come from, how the score works, and what happens to the answers.
#[component]
pub(crate) fn About() -> impl IntoView {
    let paragraph = |key| view! { <p class="nhsuk-body">{text(key)}</p> };
    view! {
        <div class="screen">
            <BackLink />
            <ScreenHeading>{text(Key::AboutHeading)}</ScreenHeading>
            {paragraph(Key::AboutElements)}
            {paragraph(Key::AboutIndependent)}
            <Heading rank=2 class="nhsuk-heading-m">{text(Key::AboutHowHeading)}</Heading>
            {paragraph(Key::AboutHow1)}
            {paragraph(Key::AboutHow2)}
            <Heading rank=2 class="nhsuk-heading-m">{text(Key::AboutPrivacyHeading)}</Heading>
            {paragraph(Key::AboutPrivacy)}
        </div>
    }
}
