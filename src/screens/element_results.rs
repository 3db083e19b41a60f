use super::element_findings::element_findings;
use crate::app::Dispatch;
use crate::components::{
    HeadingSize, Look, asked, back_link, button, button_row, link_button, link_list, paragraph_of, say,
    screen, screen_heading, trust_name,
};
use crate::markup::{Markup, strong_paragraph, tag};
use crate::words::{fill, text};
use assessment::app::{Message, Screen, view};
use assessment::lists::AddEach as _;
use assessment::questionnaire::ElementPosition;
use assessment::text::Key;
use leptos::prelude::*;

/// What the answers to one element say.
pub(super) fn element_results(element: ElementPosition) -> Markup {
    let dispatch: Dispatch = expect_context();
    let board = dispatch.project(view::board);
    let results = dispatch.read(|model| view::element_results(model, element));
    let (label, message) = match results.next_element.clone() {
        Some((next, title)) => (fill(Key::ElementNext, &[("element", &title)]), Message::ElementChosen(next)),
        None => (text(Key::ElementSeeAll), Message::ScreenAsked(Screen::Results)),
    };
    let mut links = vec![
        link_button(text(Key::ElementChange), Message::ElementChosen(element)),
        link_button(text(Key::StartPage), Message::ScreenAsked(Screen::Start)),
    ];
    if results.next_element.is_some() {
        links.push(link_button(text(Key::ElementSeeAll), Message::ScreenAsked(Screen::Results)));
    }
    let mut children = vec![
        back_link(Key::Back, Message::BackAsked),
        trust_name(),
        tag("span", "nhsuk-caption-m", [say(Key::ElementResultsHeading)]),
        asked(screen_heading(HeadingSize::Large, results.title.clone())),
        paragraph_of(Key::ResultsLead),
        strong_paragraph(results.progress.clone()),
    ];
    children.add_each(element_findings(results, 2, board));
    children.add_each([
        button_row([
            button(Look::Primary, label, message),
            button(Look::Secondary, text(Key::ElementAll), Message::ScreenAsked(Screen::Tasks)),
        ]),
        link_list(links),
    ]);
    screen(children)
}
