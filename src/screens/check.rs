use crate::app::Dispatch;
use crate::components::{
    HeadingSize, Look, asked, back_link, button, heading, link_button_about, paragraph_of, screen,
    screen_heading,
};
use crate::markup::{Markup, nothing, strong_paragraph, tag, words};
use crate::words::{fill, text};
use assessment::app::view::{self, CheckElement, CheckRow};
use assessment::app::{Message, Screen};
use assessment::lists::{AddEach as _, Listed as _};
use assessment::text::Key;
use leptos::prelude::*;

/// Every answer by element, with a way to change it.
pub(super) fn check() -> Markup {
    let dispatch: Dispatch = expect_context();
    let check = dispatch.read(view::check);
    let lead = if check.is_complete { Key::CheckComplete } else { Key::CheckOpen };
    let mut children = vec![
        back_link(Key::Back, Message::BackAsked),
        screen_heading(HeadingSize::Large, text(Key::CheckHeading)),
        strong_paragraph(check.progress),
        paragraph_of(lead),
        see_results(),
    ];
    children.add_each(check.elements.into_iter().flat_map(element));
    children.push(see_results());
    screen(children)
}

/// Above and below the long list, so that nobody has to go through it to get on.
fn see_results() -> Markup {
    button(Look::Primary, text(Key::CheckResults), Message::ScreenAsked(Screen::Results))
}

fn element(element: CheckElement) -> [Markup; 2] {
    let rows = element.rows.into_iter().map(row).listed();
    [asked(heading(2, HeadingSize::Medium, element.title)), tag("dl", "nhsuk-summary-list check", rows)]
}

fn row(row: CheckRow) -> Markup {
    let (label, class) = if row.is_answered {
        (Key::CheckChange, "nhsuk-summary-list__value")
    } else {
        (Key::CheckAnswer, "nhsuk-summary-list__value check__open")
    };
    let note = if row.note.is_empty() {
        nothing()
    } else {
        tag("p", "check__note", [words(fill(Key::CheckNote, &[("note", &row.note)]))])
    };
    let answer = tag("p", "", [words(row.answer)]);
    let answer = if row.is_level { asked(answer) } else { answer };
    let about = fill(Key::CheckAbout, &[("question", &row.question)]);
    let change = link_button_about(text(label), about, Message::ChangeAsked(row.indicator));
    tag(
        "div",
        "nhsuk-summary-list__row",
        [
            asked(tag("dt", "nhsuk-summary-list__key", [words(row.question)])),
            tag("dd", class, [answer, note]),
            tag("dd", "nhsuk-summary-list__actions", [change]),
        ],
    )
}
