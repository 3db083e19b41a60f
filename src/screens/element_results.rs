use super::guidance::ElementFindings;
use crate::app::Dispatch;
use crate::components::{BackLink, Button, LinkButton, Look, ScreenHeading};
use crate::words::{fill, text};
use assessment::app::view;
use assessment::app::{Message, Screen};
use assessment::questionnaire::ElementPosition;
use assessment::text::Key;
use leptos::prelude::*;

/// What the answers to one element say.
#[component]
pub(crate) fn ElementResults(element: ElementPosition) -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let results = dispatch.read(|model| view::element_results(model, element));
    let next = results.next_element.clone().map(|(next, title)| {
        let label = fill(Key::ElementNext, &[("element", &title)]);
        view! { <Button label message=Message::ElementChosen(next) /> }
    });
    let title = results.title.clone();
    view! {
        <div class="screen">
            <BackLink />
            <span class="nhsuk-caption-m">{text(Key::ElementResultsHeading)}</span>
            <ScreenHeading>{title.clone()}</ScreenHeading>
            <p class="nhsuk-body">{text(Key::ResultsLead)}</p>
            <p class="nhsuk-body"><strong>{results.progress.clone()}</strong></p>
            <ElementFindings element=results first_rank=2 />
            <div class="button-row">
                {next}
                <Button
                    label=text(Key::ElementAll)
                    look=Look::Secondary
                    message=Message::ScreenAsked(Screen::Tasks)
                />
            </div>
            <ul class="link-list">
                <li>
                    <LinkButton
                        label=text(Key::ElementChange)
                        message=Message::ElementChosen(element)
                    />
                </li>
                <li>
                    <LinkButton
                        label=text(Key::ElementSeeAll)
                        message=Message::ScreenAsked(Screen::Results)
                    />
                </li>
            </ul>
        </div>
    }
}
