use super::super::Dispatch;
use super::super::parts::back_link;
use crate::components::{
    HeadingSize, Look, button, button_row, link_button, paragraph_of, say, screen, screen_heading,
};
use crate::markup::{Markup, list, live, nothing, paragraph, strong_paragraph, tag};
use crate::words::text;
use assessment::board_app::view::{self, CloseView};
use assessment::board_app::{Message, Screen};
use assessment::text::BoardKey;
use leptos::prelude::*;

/// Asks once before the round is closed.
pub(super) fn close() -> Markup {
    let dispatch: Dispatch = expect_context();
    let view = dispatch.project(view::close);
    screen([back_link(), live(move || view.get().map_or_else(nothing, asked))])
}

fn asked(view: CloseView) -> Markup {
    let (heading, yes) = if view.is_closed {
        (BoardKey::CloseAgainHeading, BoardKey::CloseAgainYes)
    } else {
        (BoardKey::CloseHeading, BoardKey::CloseYes)
    };
    let mut children =
        vec![screen_heading(HeadingSize::Large, text(heading)), strong_paragraph(view.responses)];
    if view.is_too_many {
        children.push(paragraph_of(BoardKey::ResponsesTooMany));
    }
    if let Some(obstacle) = view.obstacle {
        children.push(tag("div", "nhsuk-inset-text", [paragraph(obstacle)]));
    } else if view.is_closed {
        children.push(paragraph_of(BoardKey::CloseAgainLead));
    } else {
        let lines = [BoardKey::CloseResponsesGone, BoardKey::CloseLate];
        children.push(paragraph_of(BoardKey::CloseLead));
        children.push(list("nhsuk-list nhsuk-list--bullet", lines.map(say).into()));
    }
    let no = link_button(text(BoardKey::CloseNo), Message::ScreenAsked(Screen::Round));
    children.push(if view.may_close {
        button_row([button(Look::Warning, text(yes), Message::CloseConfirmed), no])
    } else {
        tag("p", "", [no])
    });
    tag("div", "", children)
}
