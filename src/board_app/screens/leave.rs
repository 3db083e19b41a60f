use super::super::Dispatch;
use super::super::parts::{back_link, downloaded};
use crate::components::{
    HeadingSize, Look, button, button_row, link_button, paragraph_of, screen, screen_heading,
};
use crate::markup::{Markup, nothing};
use crate::words::text;
use assessment::board_app::view::{self, LeaveView};
use assessment::board_app::{Message, Screen};
use assessment::text::BoardKey;
use leptos::prelude::*;

/// Asks once before something is left that is kept nowhere.
pub(super) fn leave() -> Markup {
    let dispatch: Dispatch = expect_context();
    let LeaveView { loses_round, loses_unfinished } = dispatch.read(view::leave);
    let mut buttons = vec![
        button(Look::Warning, text(BoardKey::LeaveYes), Message::LeaveConfirmed),
        link_button(text(BoardKey::LeaveNo), Message::ScreenAsked(Screen::Round)),
    ];
    if loses_round {
        let download = button(Look::Primary, text(BoardKey::LeaveDownload), Message::RoundDownloadAsked);
        buttons.insert(0, download);
    }
    screen([
        back_link(),
        screen_heading(HeadingSize::Large, text(BoardKey::LeaveHeading)),
        if loses_round { paragraph_of(BoardKey::LeaveLead) } else { nothing() },
        if loses_unfinished { paragraph_of(BoardKey::LeaveUnfinished) } else { nothing() },
        button_row(buttons),
        downloaded(),
    ])
}
