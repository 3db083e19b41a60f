use super::super::Dispatch;
use super::super::parts::{announced, back_link, downloaded, facts, file_field, problems, trust_name};
use crate::components::{
    HeadingSize, Look, button, button_row, link_button, link_list, paragraph_of, say, screen, screen_heading,
    section_heading,
};
use crate::markup::{Markup, live, paragraph, tag};
use crate::platform::files::{self, Unread};
use crate::words::text;
use assessment::board::{LARGEST_ROUND, RoundFileProblem};
use assessment::board_app::view::{self, OpenRound, RoundView};
use assessment::board_app::{Field, Message, Screen};
use assessment::lists::AddEach as _;
use assessment::text::BoardKey;
use leptos::prelude::*;

/// The round, and what can be done with it.
pub(super) fn round() -> Markup {
    let dispatch: Dispatch = expect_context();
    // That it was downloaded is announced by itself, so that the focus stays on the button.
    let round = dispatch.project(|model| match view::round(model) {
        RoundView::Open(open) => RoundView::Open(OpenRound { is_downloaded: false, ..open }),
        other => other,
    });
    let is_discarded = round.map(|round| *round == RoundView::None { is_discarded: true });
    screen([
        back_link(),
        problems(),
        trust_name(),
        screen_heading(HeadingSize::Large, text(BoardKey::RoundHeading)),
        announced(move || is_discarded.get().then(|| text(BoardKey::RoundDiscarded))),
        live(move || match round.get() {
            RoundView::None { .. } => no_round(),
            RoundView::Unreadable => unreadable(),
            RoundView::Open(open) => open_round(open),
        }),
    ])
}

fn no_round() -> Markup {
    let dispatch: Dispatch = expect_context();
    let steps = [BoardKey::RoundStep1, BoardKey::RoundStep2, BoardKey::RoundStep3, BoardKey::RoundStep4];
    let steps = steps.map(|key| tag("li", "", [say(key)]));
    let input =
        tag("input", "file-field", []).with("accept", ".json,application/json").on("change", move |event| {
            files::read_chosen(&event, LARGEST_ROUND, move |file, text| {
                let text = text.map_err(|unread| match unread {
                    Unread::TooLarge => RoundFileProblem::TooLarge,
                    Unread::Unreadable => RoundFileProblem::Unreadable,
                });
                dispatch.send(Message::RoundFileChosen { file, text });
            });
        });
    tag(
        "div",
        "",
        [
            paragraph_of(BoardKey::RoundLead),
            paragraph(text(BoardKey::NotAnAudit)),
            section_heading(BoardKey::RoundStepsHeading),
            tag("ol", "nhsuk-list nhsuk-list--number", steps),
            button_row([
                button(Look::Primary, text(BoardKey::RoundSetUp), Message::ScreenAsked(Screen::SetUp)),
                button(Look::Secondary, text(BoardKey::RoundRehearse), Message::RehearsalAsked),
            ]),
            file_field(Field::RoundFile, BoardKey::RoundOpenLabel, text(BoardKey::RoundOpenHint), input),
        ],
    )
}

fn unreadable() -> Markup {
    tag(
        "div",
        "",
        [
            paragraph_of(BoardKey::RoundUnreadable),
            button_row([
                button(
                    Look::Secondary,
                    text(BoardKey::RoundUnreadableDownload),
                    Message::UnreadableDownloadAsked,
                ),
                button(Look::Warning, text(BoardKey::RoundDiscard), Message::ScreenAsked(Screen::Discard)),
            ]),
        ],
    )
}

fn open_round(round: OpenRound) -> Markup {
    let state = if round.is_closed { BoardKey::RoundClosed } else { BoardKey::RoundOpen };
    let told = vec![
        (text(BoardKey::RoundName), round.name.clone()),
        (text(BoardKey::RoundCode), round.code.clone()),
        (text(BoardKey::RoundIn), round.responses.clone()),
        (text(BoardKey::RoundState), text(state)),
    ];
    let mut children = vec![facts(told), section_heading(BoardKey::RoundNextHeading), ways(&round)];
    children.add_each(hand_on(round.is_closed));
    tag("div", "", children)
}

/// What is wanted next stands out; the rest are links below it.
fn ways(round: &OpenRound) -> Markup {
    let go = |key, screen| link_button(text(key), Message::ScreenAsked(screen));
    let (first, first_screen) = if round.is_closed {
        (BoardKey::RoundPicture, Screen::Picture)
    } else {
        (BoardKey::RoundCollect, Screen::Collect)
    };
    let mut links = vec![];
    if round.is_rehearsal {
        links.push(go(BoardKey::RoundConversation, Screen::Conversation));
    } else if round.is_closed {
        links.push(go(BoardKey::RoundCollect, Screen::Collect));
        if round.has_late {
            links.push(go(BoardKey::RoundCloseAgain, Screen::Close));
        }
    } else {
        links.push(go(BoardKey::RoundInvite, Screen::Invite));
        links.push(go(BoardKey::RoundClose, Screen::Close));
    }
    links.push(go(BoardKey::RoundChange, Screen::SetUp));
    if round.is_closed && !round.is_rehearsal {
        links.push(go(BoardKey::RoundInvite, Screen::Invite));
    }
    let primary = button(Look::Primary, text(first), Message::ScreenAsked(first_screen));
    tag("div", "", [button_row([primary]), link_list(links)])
}

fn hand_on(is_closed: bool) -> Vec<Markup> {
    let delete = link_button(text(BoardKey::RoundDiscard), Message::ScreenAsked(Screen::Discard));
    vec![
        section_heading(BoardKey::RoundHandOnHeading),
        paragraph_of(if is_closed { BoardKey::RoundHandOnClosed } else { BoardKey::RoundHandOn }),
        button_row([button(Look::Secondary, text(BoardKey::RoundDownload), Message::RoundDownloadAsked)]),
        downloaded(),
        tag("p", "nhsuk-body", [delete]),
    ]
}
