use super::element_findings::element_findings;
use super::take_to_board::take_to_board;
use crate::app::Dispatch;
use crate::charts::profile_chart;
use crate::components::{
    HeadingSize, Look, asked, back_link, button, button_row, disclosure, heading, link_button, paragraph_of,
    screen, screen_heading, section_heading, trust_name,
};
use crate::markup::{Markup, list, nothing, strong, strong_paragraph, tag, words};
use crate::platform::board_part;
use crate::projection::Projection;
use crate::words::text;
use assessment::app::view::{self, BoardView, ElementResultsView, Finding, NotKnown, ResultsView};
use assessment::app::{Message, Screen};
use assessment::lists::{AddEach as _, Listed as _};
use assessment::text::Key;
use leptos::prelude::*;

/// What the answers say: one page first, and each element in full below it.
pub(super) fn results() -> Markup {
    let dispatch: Dispatch = expect_context();
    let results = dispatch.read(view::results);
    let mut children = vec![
        back_link(Key::Back, Message::BackAsked),
        trust_name(),
        screen_heading(HeadingSize::Large, text(Key::ResultsHeading)),
        paragraph_of(Key::ResultsLead),
        strong_paragraph(results.progress.clone()),
    ];
    let has_findings = results.has_levels || !results.not_known.is_empty();
    children.add_each(if has_findings { findings(results) } else { nothing_yet() });
    screen(children)
}

fn nothing_yet() -> Vec<Markup> {
    vec![
        paragraph_of(Key::ResultsNone),
        button(Look::Primary, text(Key::ResultsAnswer), Message::AllElementsChosen),
    ]
}

fn findings(results: ResultsView) -> Vec<Markup> {
    let dispatch: Dispatch = expect_context();
    let board = dispatch.project(view::board);
    let strengths = found(Key::StrengthsHeading, Key::StrengthsNone, results.strengths);
    let gaps = found(Key::GapsHeading, Key::GapsNone, results.gaps);
    vec![
        profile_chart(results.profile, results.overall),
        tag("div", "results__findings", [strengths, gaps]),
        not_known(results.not_known),
        unanswered(results.unanswered),
        take_to_board(board),
        pass_on(),
        in_full(results.elements, board),
    ]
}

fn found(title: Key, none: Key, findings: Vec<Finding>) -> Markup {
    let shown = if findings.is_empty() {
        paragraph_of(none)
    } else {
        list("findings", findings.into_iter().map(finding).listed())
    };
    tag("section", "", [section_heading(title), shown])
}

fn finding(finding: Finding) -> Markup {
    tag(
        "div",
        "",
        [
            asked(strong(finding.title)),
            words(" ".into()),
            asked(tag("span", "findings__level", [words(finding.level)])),
            asked(tag("p", "", [words(finding.description)])),
        ],
    )
}

fn not_known(questions: Vec<NotKnown>) -> Markup {
    let mut children = vec![section_heading(Key::NotKnownHeading)];
    if questions.is_empty() {
        children.push(paragraph_of(Key::NotKnownNone));
    } else {
        children.add_each([paragraph_of(Key::NotKnownLead), titles(questions)]);
    }
    tag("section", "", children)
}

fn unanswered(questions: Vec<NotKnown>) -> Markup {
    if questions.is_empty() {
        return nothing();
    }
    let title = section_heading(Key::UnansweredHeading);
    tag("section", "", [title, titles(questions)])
}

fn titles(questions: Vec<NotKnown>) -> Markup {
    let titles =
        questions.into_iter().map(|question| asked(tag("span", "", [words(question.title)]))).listed();
    list("nhsuk-list", titles)
}

/// The way to the board's part, where the page has it.
fn pass_on() -> Markup {
    if !board_part::is_there() {
        return nothing();
    }
    let (look, invitation) = if board_part::is_invited() {
        (Look::Primary, paragraph_of(Key::ResultsInvited))
    } else {
        (Look::Secondary, nothing())
    };
    let pass_on = button(look, text(Key::ResultsPassOn), Message::ScreenAsked(Screen::Share));
    tag("div", "", [invitation, pass_on])
}

fn in_full(elements: Vec<ElementResultsView>, board: Projection<BoardView>) -> Markup {
    let mut children = vec![heading(2, HeadingSize::Large, text(Key::ElementsHeading))];
    children.add_each(elements.into_iter().map(|element| element_in_full(element, board)));
    children.push(button_row([
        button(Look::Secondary, text(Key::Print), Message::PrintAsked),
        link_button(text(Key::TasksCheck), Message::ScreenAsked(Screen::Check)),
        link_button(text(Key::StartPage), Message::ScreenAsked(Screen::Start)),
        link_button(text(Key::StartData), Message::ScreenAsked(Screen::YourData)),
        link_button(text(Key::ResultsFinish), Message::ScreenAsked(Screen::Delete)),
    ]));
    tag("section", "results__elements", children)
}

fn element_in_full(element: ElementResultsView, board: Projection<BoardView>) -> Markup {
    let title = heading(3, HeadingSize::AsAround("nhsuk-details__summary-text"), element.title.clone());
    let title = asked(title);
    let findings = element_findings(element, 4, board);
    disclosure("nhsuk-details nhsuk-expander", title, findings).with("data-open-in-print", "")
}
