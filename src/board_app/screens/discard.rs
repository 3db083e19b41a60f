use super::super::Dispatch;
use super::super::parts::{back_link, downloaded};
use crate::components::{
    HeadingSize, Look, button, button_row, link_button, paragraph_of, screen, screen_heading,
};
use crate::markup::{Markup, nothing};
use crate::words::text;
use assessment::board_app::view::{self, RoundView};
use assessment::board_app::{Message, Screen};
use assessment::text::BoardKey;
use leptos::prelude::*;

/// Asks once before the round is deleted.
pub(super) fn discard() -> Markup {
    let dispatch: Dispatch = expect_context();
    let download = match dispatch.read(view::round) {
        RoundView::Unreadable => Message::UnreadableDownloadAsked,
        RoundView::Open(_) => Message::RoundDownloadAsked,
        RoundView::None { .. } => return nothing(),
    };
    screen([
        back_link(),
        screen_heading(HeadingSize::Large, text(BoardKey::DiscardHeading)),
        paragraph_of(BoardKey::DiscardLead),
        button_row([
            button(Look::Warning, text(BoardKey::DiscardYes), Message::DiscardConfirmed),
            button(Look::Secondary, text(BoardKey::DiscardDownload), download),
            link_button(text(BoardKey::DiscardNo), Message::ScreenAsked(Screen::Round)),
        ]),
        downloaded(),
    ])
}
