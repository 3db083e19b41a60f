use crate::app::Dispatch;
use crate::components::{
    HeadingSize, Look, button, focusable_heading, link_button_about, paragraph_of, say, trust_name,
};
use crate::markup::{Markup, live, strong, tag, words};
use crate::platform::focus;
use crate::projection::Projection;
use crate::words::{fill, text};
use assessment::app::view::{BoardLine, BoardView};
use assessment::app::{FocusTarget, Message};
use assessment::lists::Listed as _;
use assessment::persist::LONGEST_OWN_LINE;
use assessment::text::Key;
use leptos::prelude::*;

/// Up to three things to raise and a line of one's own, printable alone.
pub(super) fn take_to_board(board: Projection<BoardView>) -> Markup {
    tag(
        "section",
        "take-to-board",
        [
            tag("div", "take-to-board__trust", [trust_name()]),
            focusable_heading(
                2,
                HeadingSize::Large,
                text(Key::BoardHeading),
                focus::name(FocusTarget::TakeToBoard),
            ),
            tag("p", "nhsuk-body take-to-board__lead", [say(Key::BoardLead)]),
            live(move || board.with(|board| draw_lines(&board.lines))),
            own_line(board),
            button(Look::Secondary, text(Key::BoardPrint), Message::PrintBoardAsked),
        ],
    )
}

fn own_line(board: Projection<BoardView>) -> Markup {
    let dispatch: Dispatch = expect_context();
    let line = move || board.with(|board| board.own_line.clone());
    let change = move |event| dispatch.send(Message::OwnLineChanged(event_target_value(&event)));
    // A field cuts a long line off on paper, so what is printed is the text beside it.
    let printed = live(move || words(line()));
    let label = tag("label", "nhsuk-label", [say(Key::BoardOwnLine)]).with("for", "own-line");
    let field = tag("input", "nhsuk-input", [])
        .with("id", "own-line")
        .with("type", "text")
        .with("autocomplete", "off")
        .with("maxlength", &LONGEST_OWN_LINE.to_string())
        .with_value(line)
        .on("input", change);
    let printed = tag("p", "take-to-board__own-line", [printed]).with("aria-hidden", "true");
    tag("div", "nhsuk-form-group", [label, field, printed])
}

fn draw_lines(lines: &[BoardLine]) -> Markup {
    if lines.is_empty() {
        return paragraph_of(Key::BoardEmpty);
    }
    tag("ol", "take-to-board__lines", lines.iter().map(draw_line).listed())
}

fn draw_line(line: &BoardLine) -> Markup {
    let about = fill(Key::BoardRemoveOf, &[("title", &line.title)]);
    tag(
        "li",
        "",
        [
            strong(line.title.clone()),
            tag("p", "", [words([&line.lead, " ", &line.text].concat())]),
            link_button_about(text(Key::BoardRemove), about, Message::BoardLineRemoved(line.item)),
        ],
    )
}
