use crate::app::Dispatch;
use crate::components::{
    HeadingSize, Look, PassphraseForm, back_link, button, button_row, link_button, paragraph_of,
    passphrase_form, passphrase_problem, screen, screen_heading, section_heading,
};
use crate::markup::{Markup, live, nothing, tag};
use crate::words::text;
use assessment::app::view::{self, DoorView};
use assessment::app::{AtWork, Message, Model, Screen};
use assessment::text::Key;
use leptos::prelude::*;

/// The door in front of what is sealed.
pub(super) fn locked() -> Markup {
    let dispatch: Dispatch = expect_context();
    let is_deleting_asked = dispatch.project(|model| of_door(model, |door| door.is_deleting_asked));
    live(move || if is_deleting_asked.get() { ask() } else { stand_at_door() })
}

/// Something of what the door shows. It may be gone while its last screen still stands.
fn of_door<T: Default>(model: &Model, part: impl Fn(DoorView) -> T) -> T {
    view::door(model).map(part).unwrap_or_default()
}

fn stand_at_door() -> Markup {
    let dispatch: Dispatch = expect_context();
    let problem = dispatch.project(|model| of_door(model, |door| door.problem));
    let heading = dispatch.project(|model| view::door(model).map(|door| door.heading));
    let may_open = dispatch.project(|model| of_door(model, |door| door.may_open));
    let is_opening = dispatch.project(|model| of_door(model, |door| door.at_work == Some(AtWork::Opening)));
    let form = move || PassphraseForm {
        label: Key::DoorLabel,
        hint: None,
        kind: "current-password",
        button: Key::DoorOpen,
        at_work: Key::DoorOpening,
        entered: Message::PassphraseEntered,
    };
    screen([
        live(move || problem.get().map_or_else(nothing, passphrase_problem)),
        live(move || screen_heading(HeadingSize::Large, text(heading.get().unwrap_or(Key::DoorHeading)))),
        paragraph_of(Key::DoorLead),
        live(move || if may_open.get() { passphrase_form(form(), problem, is_opening) } else { nothing() }),
        section_heading(Key::DoorWithoutHeading),
        paragraph_of(Key::DoorWithoutText),
        button_row([button(Look::Secondary, text(Key::DoorGoOn), Message::KeepingChanged(false))]),
        paragraph_of(Key::DoorGoOnHint),
        button_row([button(Look::Secondary, text(Key::DoorDownload), Message::DownloadAsked(0))]),
        paragraph_of(Key::DoorDownloadHint),
        tag("p", "", [link_button(text(Key::DoorDelete), Message::ScreenAsked(Screen::Delete))]),
        paragraph_of(Key::DoorDeleteHint),
    ])
}

/// Asks once before what nobody can open any more is deleted.
fn ask() -> Markup {
    let dispatch: Dispatch = expect_context();
    let is_deleting = dispatch.project(|model| of_door(model, |door| door.at_work == Some(AtWork::Deleting)));
    let status = live(move || if is_deleting.get() { paragraph_of(Key::DoorDeleting) } else { nothing() });
    screen([
        back_link(Key::Back, Message::BackAsked),
        screen_heading(HeadingSize::Large, text(Key::DoorDeleteHeading)),
        paragraph_of(Key::DoorDeleteText),
        button_row([
            button(Look::Warning, text(Key::DeleteYes), Message::DeleteConfirmed),
            button(Look::Secondary, text(Key::DoorDeleteNo), Message::BackAsked),
        ]),
        tag("div", "", [status]).with("role", "status"),
    ])
}
