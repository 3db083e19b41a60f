use super::phrase::say;
use crate::app::Dispatch;
use crate::markup::{Markup, heard, live, nothing, tag};
use crate::projection::Projection;
use crate::words::fill;
use assessment::app::Message;
use assessment::app::view::BoardView;
use assessment::persist::BoardItem;
use assessment::text::Key;
use leptos::prelude::*;

/// Takes something to the board or lets go of it. Not there while the board has enough.
pub(crate) fn board_toggle(board: Projection<BoardView>, item: BoardItem, title: String) -> Markup {
    let may_press = board.map(move |board| has(board, item) || !board.is_full);
    let taken =
        live(move || if board.with(|board| has(board, item)) { say(Key::BoardAdded) } else { nothing() });
    let taken = tag("span", "board-toggle__taken", [taken]).with("role", "status");
    // The button stays in place when it is pressed, so that the focus does.
    let button = live(move || if may_press.get() { button(board, item, title.clone()) } else { nothing() });
    tag("p", "board-toggle", [button, taken])
}

fn button(board: Projection<BoardView>, item: BoardItem, title: String) -> Markup {
    let dispatch: Dispatch = expect_context();
    let toggle = move |_| {
        let is_taken = board.with_untracked(|board| has(board, item));
        dispatch.send(if is_taken { Message::BoardItemRemoved(item) } else { Message::BoardItemAdded(item) });
    };
    let label = live(move || {
        if board.with(|board| has(board, item)) {
            let about = fill(Key::BoardRemoveOf, &[("title", &title)]);
            tag("span", "", [say(Key::BoardRemove), heard(about)])
        } else {
            tag("span", "", [say(Key::BoardAdd), heard(title.clone())])
        }
    });
    tag("button", "link-button", [label]).with("type", "button").on("click", toggle)
}

fn has(board: &BoardView, item: BoardItem) -> bool {
    board.lines.iter().any(|line| line.item == item)
}

/// Says why nothing more can be taken to the board, while nothing can.
pub(crate) fn board_fullness(board: Projection<BoardView>) -> Markup {
    live(move || {
        if board.with(|board| board.is_full) {
            tag("p", "board-toggle__full", [say(Key::BoardFull)])
        } else {
            nothing()
        }
    })
}
