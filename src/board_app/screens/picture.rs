use super::super::Dispatch;
use super::super::parts::{back_link, blocks, facts, first_lines, not_printed, patterns, trust_name};
use crate::components::{HeadingSize, Look, button, button_row, disclosure, heading, screen, screen_heading};
use crate::markup::{Markup, list, live, nothing, paragraph, strong, tag, words};
use crate::words::text;
use assessment::board_app::view::{self, ElementView, PictureView, StandsOut};
use assessment::board_app::{Message, Screen};
use assessment::lists::{AddEach as _, Listed as _};
use assessment::text::BoardKey;
use leptos::prelude::*;

/// What may be shown of the board.
pub(super) fn picture() -> Markup {
    let dispatch: Dispatch = expect_context();
    let picture = dispatch.project(view::picture);
    screen([
        back_link(),
        trust_name(),
        screen_heading(HeadingSize::Large, text(BoardKey::PictureHeading)),
        live(move || picture.get().map_or_else(nothing, draw)),
        button_row([
            button(
                Look::Primary,
                text(BoardKey::PictureConversation),
                Message::ScreenAsked(Screen::Conversation),
            ),
            button(Look::Secondary, text(BoardKey::PicturePaper), Message::ScreenAsked(Screen::Paper)),
            button(Look::Secondary, text(BoardKey::Print), Message::PrintAsked),
        ]),
    ])
}

fn draw(picture: PictureView) -> Markup {
    let mut children = vec![
        patterns(),
        first_lines(picture.first_lines),
        facts(vec![(text(BoardKey::PictureResponses), picture.responses)]),
        blocks(picture.profile),
        tag("div", "board-document__columns", picture.stands_out.into_iter().map(stands_out).listed()),
        not_printed([paragraph(text(BoardKey::PictureBars))]),
    ];
    children.add_each(picture.elements.into_iter().map(element));
    children.push(blocks(picture.method));
    tag("article", "board-document", children)
}

fn stands_out(way: StandsOut) -> Markup {
    let found = if way.titles.is_empty() {
        paragraph(way.none)
    } else {
        list("nhsuk-list nhsuk-list--bullet", way.titles.into_iter().map(words).listed())
    };
    tag("section", "", [heading(2, HeadingSize::Medium, way.heading), found])
}

/// An element is folded away until somebody wants it or prints.
fn element(element: ElementView) -> Markup {
    let title = heading(2, HeadingSize::AsAround("board-document__element"), element.title);
    let score = tag("span", "board-document__score", [strong(element.score)]);
    let summary = tag("span", "nhsuk-details__summary-text", [title, score]);
    disclosure("nhsuk-details nhsuk-expander", summary, vec![blocks(element.blocks)])
        .with("data-open-in-print", "")
}
