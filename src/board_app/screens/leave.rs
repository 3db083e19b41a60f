use super::super::parts::back_link;
use crate::components::{
    HeadingSize, Look, button, button_row, link_button, paragraph_of, screen, screen_heading,
};
use crate::markup::Markup;
use crate::words::text;
use assessment::board_app::{Message, Screen};
use assessment::text::BoardKey;

/// Asks once before a round that is kept nowhere is left.
pub(super) fn leave() -> Markup {
    screen(vec![
        back_link(),
        screen_heading(HeadingSize::Large, text(BoardKey::LeaveHeading)),
        paragraph_of(BoardKey::LeaveLead),
        button_row(vec![
            button(Look::Primary, text(BoardKey::LeaveDownload), Message::RoundDownloadAsked),
            button(Look::Warning, text(BoardKey::LeaveYes), Message::LeaveConfirmed),
            link_button(text(BoardKey::LeaveNo), Message::ScreenAsked(Screen::Round)),
        ]),
    ])
}
