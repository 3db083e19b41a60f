use super::super::parts::{TextField, back_link, blocks, first_lines, form, not_printed, patterns, problems};
use super::super::{Dispatch, focus_name};
use crate::components::{
    HeadingSize, Look, button, button_row, focusable_heading, link_button, link_button_about, paragraph_of,
    say, screen, screen_heading,
};
use crate::markup::{Markup, live, nothing, paragraph, tag};
use crate::words::text;
use assessment::board::LONGEST_AGENDA_LINE;
use assessment::board_app::view::{self, ConversationView, LineView};
use assessment::board_app::{Field, FocusTarget, Message, Screen};
use assessment::lists::Listed as _;
use assessment::text::BoardKey;
use leptos::prelude::*;

/// What the board should talk about, to be put in order.
pub(super) fn conversation() -> Markup {
    let dispatch: Dispatch = expect_context();
    let Some(now) = dispatch.read(view::conversation) else { return nothing() };
    let lines = dispatch.project(|model| view::conversation(model).map(|view| view.lines));
    let ways =
        dispatch.project(|model| view::conversation(model).map(|view| (view.can_undo, view.is_changed)));
    screen([
        back_link(),
        problems(),
        patterns(),
        screen_heading(HeadingSize::Large, text(BoardKey::ConversationHeading)),
        first_lines(now.first_lines),
        not_printed([paragraph_of(BoardKey::ConversationLead)]),
        live(move || {
            ways.get().map_or_else(nothing, |(can_undo, is_changed)| ways_back(can_undo, is_changed))
        }),
        live(move || agenda(lines.get().unwrap_or_default())),
        own_line(),
        button_row([
            button(Look::Primary, text(BoardKey::PicturePaper), Message::ScreenAsked(Screen::Paper)),
            button(Look::Secondary, text(BoardKey::Print), Message::PrintAsked),
        ]),
    ])
}

fn ways_back(can_undo: bool, is_changed: bool) -> Markup {
    let mut ways = Vec::new();
    if can_undo {
        ways.push(link_button(text(BoardKey::ConversationUndo), Message::AgendaUndone));
    }
    if is_changed {
        ways.push(link_button(text(BoardKey::ConversationRestore), Message::AgendaRestored));
    }
    tag("div", "board__ways-back", [button_row(ways)])
}

fn agenda(lines: Vec<LineView>) -> Markup {
    let last = lines.len().saturating_sub(1);
    if lines.is_empty() {
        let none = tag("div", "", [paragraph_of(BoardKey::AgendaNone)]);
        return none.with("tabindex", "-1").with("data-focus", &focus_name(FocusTarget::AgendaLine(0)));
    }
    let lines = lines.into_iter().enumerate();
    tag("ol", "agenda", lines.map(|(number, line)| agenda_line(number, last, line)).listed())
}

fn agenda_line(number: usize, last: usize, line: LineView) -> Markup {
    let LineView { title, reason, blocks: content } = line;
    let about = |key, message| link_button_about(text(key), title.clone(), message);
    let mut ways = Vec::new();
    if number > 0 {
        ways.push(about(BoardKey::ConversationUp, Message::AgendaMoved { line: number, is_up: true }));
    }
    if number < last {
        ways.push(about(BoardKey::ConversationDown, Message::AgendaMoved { line: number, is_up: false }));
    }
    ways.push(about(BoardKey::ConversationDrop, Message::AgendaDropped(number)));
    let target = focus_name(FocusTarget::AgendaLine(number));
    let heading = focusable_heading(2, HeadingSize::Medium, format!("{}. {title}", number + 1), &target);
    let reason = reason.map_or_else(nothing, paragraph);
    let content = tag("div", "agenda__content", [blocks(content)]);
    tag("li", "agenda__line", [heading, reason, tag("div", "agenda__ways", [button_row(ways)]), content])
}

fn own_line() -> Markup {
    let mut field = TextField::new(
        Field::AgendaLine,
        BoardKey::ConversationAddLabel,
        |model| view::conversation(model).map(|ConversationView { typed, .. }| typed).unwrap_or_default(),
        Message::AgendaLineTyped,
    );
    field.longest = LONGEST_AGENDA_LINE;
    let add = tag("button", "nhsuk-button nhsuk-button--secondary", [say(BoardKey::ConversationAdd)])
        .with("type", "submit");
    let form = form(vec![field.draw(), add], || Message::AgendaLineAdded);
    tag("div", "agenda__own", [form])
}
