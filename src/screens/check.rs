use crate::app::Dispatch;
use crate::components::{
    HeadingSize, Look, asked, back_link, button, button_row, heading, link_button, link_button_about,
    paragraph_of, screen, screen_heading,
};
use crate::markup::{Markup, nothing, strong_paragraph, tag, words};
use crate::platform::focus;
use crate::words::{fill, text};
use assessment::app::view::{self, CheckElement, CheckRow};
use assessment::app::{FocusTarget, Message, Screen};
use assessment::lists::{AddEach as _, Listed as _};
use assessment::questionnaire::IndicatorPosition;
use assessment::text::Key;
use leptos::prelude::*;

/// Every answer by element, with a way to change it.
pub(super) fn check() -> Markup {
    let dispatch: Dispatch = expect_context();
    let check = dispatch.read(view::check);
    let (lead, first_open) = match check.first_open {
        Some(first) => (Key::CheckOpen, link_button(text(Key::CheckFirstOpen), Message::ChangeAsked(first))),
        None => (Key::CheckComplete, nothing()),
    };
    let mut children = vec![
        back_link(Key::Back, Message::BackAsked),
        screen_heading(HeadingSize::Large, text(Key::CheckHeading)),
        strong_paragraph(check.progress),
        paragraph_of(lead),
        button_row([see_results(), first_open]),
    ];
    let changed = check.changed;
    children.add_each(check.elements.into_iter().flat_map(|shown| element(shown, changed)));
    children.push(see_results());
    screen(children)
}

/// Above and below the long list, so that nobody has to go through it to get on.
fn see_results() -> Markup {
    button(Look::Primary, text(Key::CheckResults), Message::ScreenAsked(Screen::Results))
}

fn element(element: CheckElement, changed: Option<IndicatorPosition>) -> [Markup; 2] {
    let rows = element.rows.into_iter().map(|shown| row(shown, changed)).listed();
    [asked(heading(2, HeadingSize::Medium, element.title)), tag("dl", "nhsuk-summary-list check", rows)]
}

fn row(row: CheckRow, changed: Option<IndicatorPosition>) -> Markup {
    let (label, about, class) = if row.is_answered {
        (Key::CheckChange, Key::CheckAbout, "nhsuk-summary-list__value")
    } else {
        (Key::CheckAnswer, Key::CheckAboutOpen, "nhsuk-summary-list__value check__open")
    };
    let note = if row.note.is_empty() {
        nothing()
    } else {
        tag("p", "check__note", [words(fill(Key::CheckNote, &[("note", &row.note)]))])
    };
    let answer = tag("p", "", [words(row.answer)]);
    let answer = if row.is_level { asked(answer) } else { answer };
    let about = fill(about, &[("question", &row.question)]);
    let mut change = link_button_about(text(label), about, Message::ChangeAsked(row.indicator));
    if changed == Some(row.indicator) {
        change = change.with("data-focus", focus::name(FocusTarget::Changed));
    }
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
