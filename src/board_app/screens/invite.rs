use super::super::Dispatch;
use super::super::parts::{announced, back_link};
use crate::components::{
    HeadingSize, Look, button, button_row, heading, link_button_about, paragraph_of, say, screen,
    screen_heading, section_heading,
};
use crate::markup::{Markup, list, nothing, paragraph, tag, words};
use crate::words::{fill, text};
use assessment::board_app::view::{self, InviteView, ReadyText};
use assessment::board_app::{Message, Model, Screen};
use assessment::lists::{AddEach as _, Listed as _};
use assessment::text::BoardKey;
use leptos::prelude::*;

/// Ready texts for the members.
pub(super) fn invite() -> Markup {
    let dispatch: Dispatch = expect_context();
    let Some(InviteView { code, link, texts, .. }) = dispatch.read(view::invite) else { return nothing() };
    let mut children = vec![
        back_link(),
        screen_heading(HeadingSize::Large, text(BoardKey::InviteHeading)),
        paragraph_of(BoardKey::InviteLead),
        paragraph(fill(BoardKey::InviteCode, &[("code", &code)])),
    ];
    if let Some(link) = link {
        children.push(paragraph_of(BoardKey::InviteLink));
        children.push(tag("p", "board__link", [words(link)]));
    }
    children.add_each(way());
    children.add_each(texts.into_iter().map(ready_text));
    let on = button(Look::Primary, text(BoardKey::InviteContinue), Message::ScreenAsked(Screen::Round));
    children.push(button_row([on]));
    screen(children)
}

fn way() -> [Markup; 3] {
    let ways = [
        BoardKey::InviteWaySlip,
        BoardKey::InviteWayForm,
        BoardKey::InviteWayFolder,
        BoardKey::InviteWayEmail,
    ];
    [
        section_heading(BoardKey::InviteWayHeading),
        paragraph_of(BoardKey::InviteWayLead),
        list("nhsuk-list nhsuk-list--bullet", ways.map(say).into()),
    ]
}

fn ready_text(ready: ReadyText) -> Markup {
    let dispatch: Dispatch = expect_context();
    let what = ready.what;
    let copied = dispatch.project(move |model: &Model| {
        view::invite(model).and_then(|view| view.copied).filter(|(copied, _)| *copied == what)
    });
    let paragraphs = ready.text.split("\n\n").map(|text| paragraph(text.to_owned())).listed();
    let copy =
        link_button_about(text(BoardKey::InviteCopy), ready.heading.clone(), Message::TextCopyAsked(what));
    tag(
        "section",
        "board__text",
        [
            heading(2, HeadingSize::Small, ready.heading),
            tag("div", "board__text-body", paragraphs),
            tag("p", "", [copy]),
            announced(move || {
                copied.get().map(|(_, is_copied)| {
                    text(if is_copied { BoardKey::InviteCopied } else { BoardKey::InviteNotCopied })
                })
            }),
        ],
    )
}
