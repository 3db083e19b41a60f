use super::super::Dispatch;
use super::super::parts::{back_link, document, trust_name};
use crate::components::{Look, button, button_row, screen};
use crate::markup::{Markup, live, nothing};
use crate::words::text;
use assessment::board_app::{Message, Screen, view};
use assessment::text::BoardKey;
use leptos::prelude::*;

/// What may be shown of the board.
pub(super) fn picture() -> Markup {
    let dispatch: Dispatch = expect_context();
    let picture = dispatch.project(view::picture);
    screen(vec![
        back_link(),
        trust_name(),
        live(move || picture.get().map_or_else(nothing, document)),
        button_row(vec![
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
