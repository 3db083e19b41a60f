use crate::app::Dispatch;
use crate::components::{BackLink, Button, LinkButton, Look, ScreenHeading};
use crate::words::text;
use assessment::app::view::{self, TaskRow, TaskStatus};
use assessment::app::{Message, Screen};
use assessment::text::Key;
use leptos::prelude::*;

/// Every element with its state, to be taken in any order.
#[component]
pub(crate) fn Tasks() -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let tasks = dispatch.read(view::tasks);
    let ends = tasks.has_answers.then(|| {
        view! {
            <div class="button-row">
                <Button label=text(Key::TasksCheck) message=Message::ScreenAsked(Screen::Check) />
                <Button
                    label=text(Key::TasksResults)
                    look=Look::Secondary
                    message=Message::ScreenAsked(Screen::Results)
                />
            </div>
        }
    });
    view! {
        <div class="screen">
            <BackLink />
            <ScreenHeading>{text(Key::TasksHeading)}</ScreenHeading>
            <p class="nhsuk-body">{text(Key::TasksHint)}</p>
            <p class="nhsuk-body"><strong>{tasks.progress}</strong></p>
            <ul class="tasks">{tasks.rows.into_iter().map(row).collect_view()}</ul>
            {ends}
        </div>
    }
}

fn row(task: TaskRow) -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let TaskRow { element, title, definition, status } = task;
    let results = (status == TaskStatus::Done).then(|| {
        view! {
            <LinkButton
                label=text(Key::TaskResults)
                about=title.clone()
                message=Message::ScreenAsked(Screen::ElementResults(element))
            />
        }
    });
    let (tag, words) = match status {
        TaskStatus::NotStarted => ("nhsuk-tag nhsuk-tag--grey", text(Key::TaskNotStarted)),
        TaskStatus::Part(answered) => ("nhsuk-tag nhsuk-tag--blue", answered),
        TaskStatus::Done => ("nhsuk-tag nhsuk-tag--green", text(Key::TaskDone)),
    };
    let status_id = format!("status-{}", element.number());
    view! {
        <li class="tasks__item">
            <div class="tasks__what">
                <button
                    type="button"
                    class="link-button tasks__name"
                    aria-describedby=status_id.clone()
                    on:click=move |_| dispatch.send(Message::ElementChosen(element))
                >
                    {title.clone()}
                </button>
                {definition.map(|definition| view! { <p class="tasks__hint">{definition}</p> })}
                {results}
            </div>
            <div class="tasks__status" id=status_id>
                <strong class=tag>{words}</strong>
            </div>
        </li>
    }
}
