use crate::components::{HeadingSize, Look, back_link, button, button_row, screen, screen_heading};
use crate::markup::{Markup, paragraph};
use crate::words::text;
use assessment::app::{Message, Screen};
use assessment::text::Key;

/// Asks once before everything is deleted.
pub(super) fn delete() -> Markup {
    screen(vec![
        back_link(),
        screen_heading(HeadingSize::Large, text(Key::DeleteHeading)),
        paragraph(text(Key::DeleteText)),
        button_row(vec![
            button(Look::Warning, text(Key::DeleteYes), Message::DeleteConfirmed),
            button(Look::Secondary, text(Key::DeleteNo), Message::ScreenAsked(Screen::Start)),
        ]),
    ])
}
