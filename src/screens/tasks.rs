use crate::app::Dispatch;
use crate::components::{
    HeadingSize, Look, asked, back_link, button, button_row, link_button, link_button_about, message_button,
    paragraph_of, screen, screen_heading,
};
use crate::markup::{Markup, nothing, strong_paragraph, tag, words};
use crate::words::text;
use assessment::app::view::{self, TaskRow, TaskStatus};
use assessment::app::{Message, Screen};
use assessment::lists::Listed as _;
use assessment::text::Key;
use leptos::prelude::*;

/// Every element with its state, to be taken in any order.
pub(super) fn tasks() -> Markup {
    let dispatch: Dispatch = expect_context();
    let tasks = dispatch.read(view::tasks);
    screen([
        back_link(Key::Back, Message::BackAsked),
        screen_heading(HeadingSize::Large, text(Key::TasksHeading)),
        paragraph_of(Key::TasksHint),
        strong_paragraph(tasks.progress),
        tag("ul", "tasks", tasks.rows.into_iter().map(row).listed()),
        if tasks.has_answers { ends() } else { nothing() },
        tag("p", "", [link_button(text(Key::StartPage), Message::ScreenAsked(Screen::Start))]),
    ])
}

fn ends() -> Markup {
    button_row([
        button(Look::Primary, text(Key::TasksCheck), Message::ScreenAsked(Screen::Check)),
        button(Look::Secondary, text(Key::TasksResults), Message::ScreenAsked(Screen::Results)),
    ])
}

fn row(task: TaskRow) -> Markup {
    let TaskRow { element, title, definition, status } = task;
    let results = if status == TaskStatus::Done {
        let message = Message::ScreenAsked(Screen::ElementResults(element));
        link_button_about(text(Key::TaskResults), title.clone(), message)
    } else {
        nothing()
    };
    let (tag_class, status) = match status {
        TaskStatus::NotStarted => ("nhsuk-tag nhsuk-tag--grey", text(Key::TaskNotStarted)),
        TaskStatus::Part(answered) => ("nhsuk-tag nhsuk-tag--blue", answered),
        TaskStatus::Done => ("nhsuk-tag nhsuk-tag--green", text(Key::TaskDone)),
    };
    let status_id = ["status-", &element.number().to_string()].concat();
    let hint = definition.map_or_else(nothing, |text| asked(tag("p", "tasks__hint", [words(text)])));
    let message = Message::ElementChosen(element);
    let name = message_button("link-button tasks__name", title, nothing(), message);
    let name = asked(name).with("aria-describedby", &status_id);
    let status = tag("strong", tag_class, [words(status)]);
    tag(
        "li",
        "tasks__item",
        [
            tag("div", "tasks__what", [name, hint, results]),
            tag("div", "tasks__status", [status]).with("id", &status_id),
        ],
    )
}
