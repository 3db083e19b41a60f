use crate::app::Dispatch;
use crate::components::{
    HeadingSize, Look, back_link, button, button_row, paragraph_of, screen, screen_heading,
};
use crate::markup::{Markup, nothing};
use crate::words::text;
use assessment::app::{Message, view};
use assessment::text::Key;
use leptos::prelude::*;

/// Asks once before everything is deleted.
pub(super) fn delete() -> Markup {
    let dispatch: Dispatch = expect_context();
    let data = dispatch.read(view::your_data);
    let (explanation, yes, no) = if data.keeping.is_stored() {
        (Key::DeleteText, Key::DeleteYes, Key::DeleteNo)
    } else {
        (Key::DeleteTextNotKept, Key::DeleteYesNotKept, Key::DeleteNoNotKept)
    };
    screen([
        back_link(Key::Back, Message::BackAsked),
        screen_heading(HeadingSize::Large, text(Key::DeleteHeading)),
        paragraph_of(explanation),
        if data.has_board { paragraph_of(Key::DeleteBoard) } else { nothing() },
        if data.sealing.is_some_and(|sealing| sealing.state == Key::DataPassphraseSealed) {
            paragraph_of(Key::DeleteSealed)
        } else {
            nothing()
        },
        if data.unread.is_empty() { nothing() } else { paragraph_of(Key::DeleteUnread) },
        button_row([
            button(Look::Warning, text(yes), Message::DeleteConfirmed),
            button(Look::Secondary, text(no), Message::BackAsked),
        ]),
    ])
}
