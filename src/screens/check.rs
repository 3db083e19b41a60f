use crate::app::Dispatch;
use crate::components::{BackLink, Button, Heading, LinkButton, ScreenHeading};
use crate::words::{fill, text};
use assessment::app::view::{self, CheckElement, CheckRow};
use assessment::app::{Message, Screen};
use assessment::text::Key;
use leptos::prelude::*;

/// Every answer by element, with a way to change it.
#[component]
pub(crate) fn Check() -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let check = dispatch.read(view::check);
    let lead = if check.is_complete { Key::CheckComplete } else { Key::CheckOpen };
    view! {
        <div class="screen">
            <BackLink />
            <ScreenHeading>{text(Key::CheckHeading)}</ScreenHeading>
            <p class="nhsuk-body"><strong>{check.progress}</strong></p>
            <p class="nhsuk-body">{text(lead)}</p>
            <Button label=text(Key::CheckResults) message=Message::ScreenAsked(Screen::Results) />
            {check.elements.into_iter().map(element).collect_view()}
            <Button label=text(Key::CheckResults) message=Message::ScreenAsked(Screen::Results) />
        </div>
    }
}

fn element(element: CheckElement) -> impl IntoView {
    view! {
        <Heading rank=2 class="nhsuk-heading-m">{element.title}</Heading>
        <dl class="nhsuk-summary-list check">{element.rows.into_iter().map(row).collect_view()}</dl>
    }
}

fn row(row: CheckRow) -> impl IntoView {
    let label = if row.is_answered { Key::CheckChange } else { Key::CheckAnswer };
    let note = (!row.note.is_empty()).then(|| {
        let note = fill(Key::CheckNote, &[("note", &row.note)]);
        view! { <p class="check__note">{note}</p> }
    });
    view! {
        <div class="nhsuk-summary-list__row">
            <dt class="nhsuk-summary-list__key">{row.question.clone()}</dt>
            <dd class="nhsuk-summary-list__value" class:check__open=!row.is_answered>
                <p>{row.answer}</p>
                {note}
            </dd>
            <dd class="nhsuk-summary-list__actions">
                <LinkButton
                    label=text(label)
                    about=fill(Key::CheckAbout, &[("question", &row.question)])
                    message=Message::ChangeAsked(row.indicator)
                />
            </dd>
        </div>
    }
}
