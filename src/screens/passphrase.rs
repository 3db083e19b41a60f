use super::your_data::download;
use crate::app::Dispatch;
use crate::components::{
    HeadingSize, PassphraseForm, back_link, button_row, notice, paragraph_of, passphrase_form,
    passphrase_problem, screen, screen_heading,
};
use crate::markup::{Markup, live, nothing};
use crate::words::text;
use assessment::app::{Message, view};
use assessment::text::Key;
use leptos::prelude::*;

/// Sets a passphrase, or changes the one that there is.
pub(super) fn passphrase() -> Markup {
    let dispatch: Dispatch = expect_context();
    let first = dispatch.read(view::passphrase);
    let problem = dispatch.project(|model| view::passphrase(model).problem);
    let is_under_way = dispatch.project(|model| view::passphrase(model).is_under_way);
    let form = PassphraseForm {
        label: Key::PassphraseLabel,
        hint: Some(Key::PassphraseHint),
        kind: "new-password",
        button: if first.is_sealed { Key::PassphraseChange } else { Key::PassphraseSet },
        at_work: Key::PassphraseUnderWay,
        entered: Message::PassphraseChosen,
    };
    screen([
        back_link(Key::Back, Message::BackAsked),
        live(move || problem.get().map_or_else(nothing, passphrase_problem)),
        screen_heading(HeadingSize::Large, text(Key::PassphraseHeading)),
        if first.is_sealed { nothing() } else { paragraph_of(Key::PassphraseLead) },
        notice("notice", None, Key::PassphraseWarning),
        if first.has_board { paragraph_of(Key::PassphraseBoard) } else { nothing() },
        if first.has_something { button_row([download()]) } else { nothing() },
        passphrase_form(form, problem, is_under_way),
    ])
}
